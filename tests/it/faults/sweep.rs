//! The fault sweep: every call that a command makes on every path fails once, with
//! each error that a system gives for it. What is called is recorded with strace,
//! which then makes the call fail; a path and a call name a trial, so the order of
//! threads does not matter. A sample of the trials; all of them, thousands, with
//! `PLAYBOOK_FULL=1`, best with an optimised program: `PLAYBOOK_BIN=FILE`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::process::{Child, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::*;

/// Calls that can fail, and the errors that are tried for each.
const CALLS: [(&str, &[&str]); 18] = [
    ("openat", &["EMFILE", "EACCES", "EIO"]),
    ("read", &["EIO"]),
    ("getdents64", &["EIO"]),
    ("statx", &["EIO", "EACCES"]),
    ("newfstatat", &["EIO"]),
    ("readlink", &["EIO"]),
    ("write", &["ENOSPC", "EIO"]),
    ("linkat", &["EPERM", "ENOSPC", "EMLINK"]),
    ("mkdir", &["ENOSPC", "EACCES"]),
    ("rename", &["EIO", "EACCES"]),
    ("renameat2", &["EIO", "EACCES"]),
    ("unlink", &["EIO", "EACCES"]),
    ("unlinkat", &["EIO"]),
    ("rmdir", &["EIO", "EACCES"]),
    ("chmod", &["EPERM"]),
    ("ftruncate", &["EIO"]),
    ("flock", &["ENOLCK"]),
    ("fsync", &["EIO"]),
];

/// One call that fails: the so-manieth of its kind on a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fault {
    /// From the playbook's folder.
    path: String,
    call: &'static str,
    error: &'static str,
    when: usize,
}

/// What was tried, and what came of it.
#[derive(Debug, Default)]
struct Tally {
    /// Trials by exit code.
    ended: BTreeMap<Option<i32>, usize>,
    wrong: Vec<String>,
}

impl Tally {
    /// Prints the figures; the test fails on any wrong outcome.
    fn conclude(self, what: &str, possible: usize) {
        let trials: usize = self.ended.values().sum();
        println!("{what}: {trials} of {possible} trials; by exit code {:?}", self.ended);
        let (wrong, first) = (self.wrong.len(), self.wrong.iter().take(10).cloned());
        assert!(wrong == 0, "{wrong} of {trials}:\n{}", first.collect::<Vec<_>>().join("\n"));
        assert!(trials > 0);
    }
}

fn strace(trial: &Trial, options: &[&str], args: &[&str]) -> Command {
    let mut command = Command::new("strace");
    command.current_dir(trial.folder.path()).args(["-f", "-qq", "--seccomp-bpf"]);
    command.args(options).arg(program()).args(args);
    command
}

/// A command, and the state that it finds.
struct Sweep<'a> {
    args: &'a [&'a str],
    /// What is done to a playbook before each trial.
    prepare: fn(&Trial),
    /// How many trials at most: usually, and when the whole is wanted.
    at_most: (usize, usize),
}

/// Everything that can fail when the command runs.
fn faults(sweep: &Sweep<'_>) -> Vec<Fault> {
    let trial = Trial::new();
    trial.reset();
    (sweep.prepare)(&trial);
    let records = tempfile::tempdir().unwrap();
    let record = records.path().join("calls");
    let calls: Vec<&str> = CALLS.iter().map(|(call, _)| *call).collect();
    let calls = format!("trace={}", calls.join(","));
    let options = ["-ff", "-y", "-s", "4096", "-e", &calls, "-o", record.to_str().unwrap()];
    let output = strace(&trial, &options, sweep.args).output();
    let ended = Ended::of(&output.expect("strace is needed here: apt-get install strace"));
    assert!(matches!(ended.code, Some(0 | 1)), "{ended:?}");
    let root = trial.folder.path().to_str().unwrap();
    let mut counts: BTreeMap<(String, &'static str), usize> = BTreeMap::new();
    for name in names(records.path()) {
        let lines = fs::read_to_string(records.path().join(name)).unwrap();
        for (call, path) in lines.lines().flat_map(|line| called(line, root)) {
            *counts.entry((path, call)).or_default() += 1;
        }
    }
    let mut faults = Vec::new();
    for ((path, call), count) in counts {
        let (_, errors) = CALLS.iter().find(|(known, _)| *known == call).unwrap();
        for error in *errors {
            let one = |when| Fault { path: path.clone(), call, error, when };
            faults.extend((1..=count.min(2)).map(one));
        }
    }
    assert!(!faults.is_empty());
    faults
}

/// The call of a recorded line, with each path of the playbook in its arguments.
fn called(line: &str, root: &str) -> Vec<(&'static str, String)> {
    let Some((name, rest)) = line.split_once('(') else { return Vec::new() };
    let Some((call, _)) = CALLS.iter().find(|(call, _)| *call == name) else { return Vec::new() };
    // A descriptor's path stands in `<>`, a written one in quotes; text that was
    // read or written may hold anything, so only what begins like the root counts.
    let starts = ["<", "\""].map(|open| format!("{open}{root}/"));
    let mut paths = BTreeSet::new();
    for (start, end) in starts.iter().zip(['>', '"']) {
        for (at, _) in rest.match_indices(start.as_str()) {
            let path = &rest[at + start.len()..];
            paths.insert(path[..path.find(end).unwrap_or(path.len())].to_owned());
        }
    }
    paths.into_iter().map(|path| (*call, path)).collect()
}

/// At most so many, from all over.
fn sample(faults: Vec<Fault>, (usually, at_most): (usize, usize)) -> Vec<Fault> {
    let step = faults.len().div_ceil(if is_whole() { at_most } else { usually });
    faults.into_iter().step_by(step).collect()
}

fn with_fault(trial: &Trial, fault: &Fault, args: &[&str]) -> Command {
    let Fault { path, call, error, when } = fault;
    let path = trial.path(path);
    let inject = format!("inject={call}:error={error}:when={when}");
    let trace = format!("trace={call}");
    let options = ["-o", "/dev/null", "-e", &trace, "-P", path.to_str().unwrap(), "-e", &inject];
    strace(trial, &options, args)
}

impl Sweep<'_> {
    /// Tries every fault, each worker in a playbook of its own; `judge` runs the
    /// command and says how it ended and whether that is right.
    fn run(&self, judge: impl Fn(&Trial, &Fault) -> (Option<i32>, Result<(), String>) + Sync) {
        let possible = faults(self);
        let count = possible.len();
        let faults = sample(possible, self.at_most);
        let (next, tally) = (AtomicUsize::new(0), Mutex::new(Tally::default()));
        let work = || {
            let trial = Trial::new();
            while let Some(fault) = faults.get(next.fetch_add(1, Ordering::Relaxed)) {
                trial.reset();
                (self.prepare)(&trial);
                let (code, judged) = judge(&trial, fault);
                let mut tally = tally.lock().unwrap();
                *tally.ended.entry(code).or_default() += 1;
                tally.wrong.extend(judged.err().map(|why| format!("{fault:?}: {why}")));
            }
        };
        std::thread::scope(|scope| {
            for _ in 0..std::thread::available_parallelism().map_or(1, |it| it.get()) {
                scope.spawn(work);
            }
        });
        tally.into_inner().unwrap().conclude(&self.args.join(" "), count);
    }
}

#[test]
fn a_build_in_which_any_call_fails_leaves_the_old_site_or_the_new() {
    let args = ["build", "--no-cache", "--durable"];
    let sweep = Sweep { args: &args, prepare: |_| {}, at_most: (50, usize::MAX) };
    sweep.run(|trial, fault| {
        let ended = Ended::of(&with_fault(trial, fault, &args).output().unwrap());
        let judged = trial.judge(&ended);
        (ended.code, judged.map_err(|why| format!("{why}\n{}", ended.said)))
    });
}

/// A site with one letter changed is never called what a clean build makes.
#[test]
fn a_verification_in_which_any_call_fails_never_says_that_all_is_well() {
    let prepare = |trial: &Trial| {
        assert_eq!(trial.playbook(&["build"]).code, Some(0));
        let page = trial.path("public/index.html");
        let text = fs::read_to_string(&page).unwrap();
        fs::write(&page, text.replacen("<title>", "<title>X", 1)).unwrap();
    };
    let sweep = Sweep { args: &["verify"], prepare, at_most: (30, usize::MAX) };
    sweep.run(|trial, fault| {
        let before = trial.published();
        let ended = Ended::of(&with_fault(trial, fault, sweep.args).output().unwrap());
        let is_right = matches!(ended.code, Some(1 | 4)) && trial.published() == before;
        (ended.code, if is_right { Ok(()) } else { Err(ended.said) })
    });
}

/// The watch outlives the fault, and the next save is published whole.
#[test]
fn a_watch_in_which_any_call_fails_publishes_the_next_save() {
    let recorded = ["build", "--no-cache"];
    let sweep = Sweep { args: &recorded, prepare: |_| {}, at_most: (4, 200) };
    sweep.run(|trial, fault| {
        let args = ["build", "--watch", "--no-cache"];
        let mut command = with_fault(trial, fault, &args);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let judged = watched(trial, &mut child);
        write(trial.folder.path(), &after());
        let code = end(&mut child);
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        (code, judged.map_err(|why| format!("{why}\n{said}")))
    });
}

/// Waits for the first build, saves a page, and waits for that.
fn watched(trial: &Trial, child: &mut Child) -> Result<(), String> {
    let is_whole = || {
        // A site that is exchanged while its files are read one by one is none.
        std::thread::sleep(Duration::from_secs(1));
        let published = trial.published();
        published == trial.old || published == trial.new
    };
    if !(0..4).any(|_| is_whole()) {
        return Err(format!("neither the old site nor the new one: {}", trial.difference()));
    }
    if child.try_wait().unwrap().is_some() {
        // It could not even begin, and said so.
        return if trial.published() == trial.old { Ok(()) } else { Err("ended".to_owned()) };
    }
    // A call fails once on each thread that makes it, so a save may fail too; the
    // next one is published.
    for save in 0..8 {
        let title = format!("A page that came late, {save}");
        fs::write(trial.path("content/workflows/sales/comes.md"), page(&title)).unwrap();
        if is_published(trial, &title) {
            return Ok(());
        }
    }
    Err("no save was published".to_owned())
}

/// Whether a save is seen within three seconds, and with it the whole new site.
fn is_published(trial: &Trial, title: &str) -> bool {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(3) {
        let page = fs::read_to_string(trial.path("public/workflows/comes.html"));
        if page.is_ok_and(|page| page.contains(title)) {
            return trial.playbook(&["verify"]).code == Some(0);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    false
}

/// Ends the program that strace runs, and strace with it.
fn end(child: &mut Child) -> Option<i32> {
    let children = format!("/proc/{0}/task/{0}/children", child.id());
    for traced in fs::read_to_string(children).unwrap_or_default().split_whitespace() {
        let _ = Command::new("kill").args(["-KILL", traced]).status();
    }
    child.wait().unwrap().code()
}
