//! One command in a process of its own -> how long it took and the most memory it held.
//! Memory is read from /proc while the process runs; where there is no /proc, none is reported.
//! Deliberately absent: anything in the measured process besides the command itself.

#![expect(clippy::disallowed_methods, reason = "this file measures a process and keeps its output")]

use std::{
    fs::{self, File},
    path::Path,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use crate::Outcome;

/// How often memory is read. The kernel keeps the high-water mark, so only growth in the last
/// interval can be missed.
const INTERVAL: Duration = Duration::from_millis(2);

/// What was measured.
pub struct Run {
    /// From before the start to after the exit.
    pub time: Duration,
    /// High-water mark of resident memory, in bytes.
    pub peak: Option<u64>,
}

/// Runs the command with its output in the file `log`; an error when it does not exit with 0.
pub fn run(command: &mut Command, log: &Path) -> Outcome<Run> {
    let output = File::create(log)?;
    command.stdout(output.try_clone()?).stderr(output);
    let started = Instant::now();
    let mut child =
        command.spawn().map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    let status_file = format!("/proc/{}/status", child.id());
    let (status, time, peak) = thread::scope(|scope| {
        let watch = scope.spawn(|| watch(Path::new(&status_file)));
        let status = child.wait();
        (status, started.elapsed(), watch.join().unwrap_or_default())
    });
    let status = status?;
    if !status.success() {
        return Err(format!("{command:?}: {status}\n{}", said(log)).into());
    }
    Ok(Run { time, peak })
}

/// The last lines of a log.
pub fn said(log: &Path) -> String {
    let text =
        fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines.get(lines.len().saturating_sub(20)..).unwrap_or_default().join("\n")
}

/// The last high-water mark before the process is gone.
fn watch(status_file: &Path) -> Option<u64> {
    let mut peak = None;
    while let Some(mark) = fs::read_to_string(status_file).ok().and_then(|text| high_water(&text)) {
        peak = Some(mark);
        thread::sleep(INTERVAL);
    }
    peak
}

/// `VmHWM:      1234 kB` in bytes; missing as soon as the process has exited.
fn high_water(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
}
