//! `playbook build --watch`: publishes after every change and says in one line
//! what it did. An error is told and waited out; the old site stays meanwhile.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::print;
use crate::emit::{self, Earlier, EmitError, OutputFolder, WriteReport};
use crate::engine::{Build, Engine};
use crate::memo::Digest;
use crate::serve::{self, DiskHints, LiveState, Sink, Watch};
use crate::source::{Change, Reader, Sources};

use super::args::{Args, inputs};
use super::messages::{self, MAX_WARNINGS, emit_failed, finish, tell_kept, unpublished};
use crate::cli::capped::capped;
use crate::cli::exit::Exit;
use crate::cli::interrupt;
use crate::cli::root;
use crate::cli::terminal::Terminal;

pub(super) fn run(args: &Args, mut reader: Reader, terminal: &Terminal) -> Exit {
    interrupt::ends_with_130();
    let root = reader.root().to_owned();
    let log = terminal.clone();
    // Before the first look, so that what is saved in between is heard.
    let mut watch = Watch::new(Box::new(DiskHints::new(&root)), move |it: &str| log.note(it));
    let mut folder = FolderSink { args, terminal, root, published: None, ended: Exit::Done };
    serve::run(&mut reader, &mut Engine::new(), &mut watch, &mut folder);
    folder.ended
}

/// The output folder.
struct FolderSink<'a> {
    args: &'a Args,
    terminal: &'a Terminal,
    root: PathBuf,
    /// The newest build that was written.
    published: Option<Published>,
    ended: Exit,
}

struct Published {
    build: Build,
    inputs: Digest,
}

impl Sink for FolderSink<'_> {
    fn take(&mut self, news: LiveState) -> ControlFlow<()> {
        let start = Instant::now();
        let (sources, build) = match (news.sources, news.build) {
            (Ok(sources), Some(build)) => (sources, build),
            (Err(error), _) => {
                root::tell(&error, self.terminal);
                return ControlFlow::Continue(());
            }
            (Ok(_), None) => return ControlFlow::Continue(()),
        };
        self.tell_new_problems(&build);
        let strict = self.args.strict;
        if let Some((_, why)) = unpublished(&sources, &build, strict) {
            self.terminal.error(why, []);
            return ControlFlow::Continue(());
        }
        match self.publish(&sources, &build, strict) {
            Ok((target, report)) => {
                tell_kept(&report, &target, self.terminal);
                let took = news.took + start.elapsed();
                self.terminal.answer(&match self.published {
                    None => messages::line(&build, &report, &target, took),
                    Some(_) => line(&news.changes, &report, took),
                });
                if self.published.is_none() {
                    finish(self.args.open, &target, 0, self.terminal);
                }
                self.published = Some(Published { build, inputs: inputs(&sources, strict) });
            }
            Err(error) => {
                let exit = emit_failed(&error, self.terminal);
                // Nothing that is saved can make this folder a better place.
                if matches!(error, EmitError::Refused { .. }) && self.published.is_none() {
                    self.ended = exit;
                    return ControlFlow::Break(());
                }
            }
        }
        ControlFlow::Continue(())
    }
}

impl FolderSink<'_> {
    fn publish(
        &self,
        sources: &Sources,
        build: &Build,
        strict: bool,
    ) -> Result<(OutputFolder, WriteReport), EmitError> {
        let target = self.args.target(&self.root, sources)?;
        let inputs = inputs(sources, strict);
        let options = self.args.options(inputs, build);
        let report = match &self.published {
            // The first one knows nothing of what lies there.
            None => emit::write(&build.site, &target, &options),
            Some(Published { build: earlier, inputs }) => {
                let earlier = Earlier { site: &earlier.site, inputs: *inputs };
                emit::write_over(earlier, &build.site, &target, &options)
            }
        }?;
        Ok((target, report))
    }

    /// Messages that the build before did not have; after mending, how many are
    /// left.
    fn tell_new_problems(&self, build: &Build) {
        let known = self.published.as_ref().map(|it| it.build.diagnostics());
        let known = known.unwrap_or_default();
        let reported: BTreeSet<&Diagnostic> = known.iter().copied().collect();
        let mut new = build.diagnostics();
        new.retain(|it| !reported.contains(it));
        let shown = capped(new, MAX_WARNINGS);
        self.terminal.say(shown, &|path: &str| build.source_map(path), build.translation());
        let counts = print::counts(build.diagnostics());
        if self.published.is_none() || counts != print::counts(known) {
            self.terminal.note(&print::summary(counts, build.translation()));
        }
    }
}

/// "workflows/renewal-prep.md: 3 pages, 0 removed, 140 ms"
fn line(changes: &[Change], report: &WriteReport, took: Duration) -> String {
    // Of pages alone: files of the search would hide what a writer has changed.
    let pages = report.written.iter().filter(|it| it.as_str().ends_with(".html")).count();
    let plural = if pages == 1 { "" } else { "s" };
    let removed = report.removed.iter().filter(|it| it.ends_with(".html")).count();
    let (changed, took) = (changed(changes), took.as_millis());
    format!("{changed}: {pages} page{plural}, {removed} removed, {took} ms")
}

/// What somebody has saved, in a few words.
pub(in crate::cli) fn changed(changes: &[Change]) -> String {
    let name = |change: &Change| {
        let path = change.path.as_str();
        path.strip_prefix("content/").unwrap_or(path).to_owned()
    };
    match changes {
        [] => "the files".to_owned(),
        [one] => name(one),
        [first, others @ ..] => format!("{} and {} more", name(first), others.len()),
    }
}
