//! `playbook verify`: a clean build, and whether what is published is that, byte
//! for byte. Writes nothing.

use std::path::{Path, PathBuf};

use crate::emit::{self, Comparison, Difference, DifferenceKind};
use crate::engine::Engine;

use super::build;
use super::counted::counted;
use super::exit::Exit;
use super::root;
use super::terminal::Terminal;

/// Differences that are told one by one.
const MAX_DIFFERENCES: usize = 10;

/// Characters of a line that are shown, around the first that differs.
const LINE: usize = 90;
const BEFORE: usize = 30;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The published folder [default: `output` in playbook.toml, or public]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Where the site is, if it was built with `--base-url`
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let progress = terminal.progress("verifying");
    let root = root::find(given, terminal)?;
    let base_url = build::base_url(args.base_url.as_deref(), terminal)?;
    let mut reader = root::reader(&root, terminal)?.with_base_url(base_url);
    let sources = reader.load().map_err(|error| root::tell(&error, terminal))?;
    let built = Engine::new().build(&sources);
    // Against part of a site, every other file would differ.
    if !sources.is_complete || built.theme_failed {
        drop(progress);
        build::show(&built, terminal);
        terminal.error("nothing was compared: there is no whole site to compare with", []);
        return Err(if sources.is_complete { Exit::Usage } else { Exit::Code(4) });
    }
    // Nothing is written, so that a folder which a build would refuse may be compared.
    let folder = args.output.clone().unwrap_or_else(|| root.join(&sources.config.build.output));
    let compared = emit::compare(&built.site, &folder);
    drop(progress);
    let comparison = compared.map_err(|error| build::emit_failed(&error, terminal))?;
    Ok(tell(&comparison, &folder, terminal))
}

fn tell(comparison: &Comparison, folder: &Path, terminal: &Terminal) -> Exit {
    let folder = folder.display();
    let Comparison { same, differences, foreign } = comparison;
    if !foreign.is_empty() {
        let count = counted(foreign.len(), "file");
        terminal.note(&format!("{folder} holds {count} that the generator did not write"));
    }
    if differences.is_empty() {
        terminal.answer(&format!(
            "{folder}: {}, each as a clean build makes it",
            counted(*same, "file")
        ));
        return Exit::Done;
    }
    for difference in differences.iter().take(MAX_DIFFERENCES) {
        terminal.answer(&in_words(difference));
    }
    let more = differences.len().saturating_sub(MAX_DIFFERENCES);
    if more > 0 {
        terminal.answer(&format!("and {more} more"));
    }
    let count = differences.len();
    terminal.error(
        &format!("{folder} is not what a clean build makes: files that differ: {count}, that are equal: {same}"),
        ["`playbook build --no-cache` publishes it anew; files that were edited by hand are made again"],
    );
    Exit::Content
}

fn in_words(Difference { path, kind }: &Difference) -> String {
    match kind {
        DifferenceKind::Missing => format!("{path}: not published"),
        DifferenceKind::LeftOver => format!("{path}: published, but the site no longer has it"),
        DifferenceKind::NoFile => format!("{path}: something else than a file is in its place"),
        DifferenceKind::Bytes => format!("{path}: other bytes"),
        DifferenceKind::Manifest(why) => format!("{path}: cannot be used: {why}"),
        DifferenceKind::Text { line, published, built } => {
            let equal = published.chars().zip(built.chars()).take_while(|(a, b)| a == b).count();
            let from = equal.saturating_sub(BEFORE);
            let part = |text: &str| text.chars().skip(from).take(LINE).collect::<String>();
            let (published, built) = (part(published), part(built));
            format!("{path}:{line}: other text\n  published: {published}\n  built anew: {built}")
        }
    }
}
