//! `playbook build`: publishes what can stand.

mod args;
mod messages;
mod watch;

pub(super) use args::Args;
pub(super) use messages::{emit_failed, show};
pub(super) use watch::changed;

use std::path::Path;
use std::time::Instant;

use crate::emit;
use crate::engine::Engine;

use super::exit::Exit;
use super::root;
use super::terminal::Terminal;
use args::inputs;
use messages::{finish, line, tell_kept, unpublished};

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let start = Instant::now();
    if let Some(threads) = args.threads {
        // Fails only when a pool exists, and then it serves as well.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads.max(1)).build_global();
    }
    let progress = terminal.progress("building");
    let root = root::find(given, terminal)?;
    let mut reader =
        root::reader(&root, terminal)?.with_base_url(base_url(args.base_url.as_deref(), terminal)?);
    if args.watch {
        drop(progress);
        return Ok(watch::run(args, reader, terminal));
    }
    let sources = reader.load().map_err(|error| root::tell(&error, terminal))?;
    let target = args.target(&root, &sources).map_err(|it| emit_failed(&it, terminal))?;
    let strict = args.strict;
    let inputs = inputs(&sources, strict);
    if !args.no_cache
        && let Some(stored) = emit::unchanged(&target, inputs)
    {
        drop(progress);
        terminal.repeat_earlier(&stored.text, &stored.errors);
        terminal.answer(&format!("{}: nothing has changed", target.output().display()));
        return Ok(finish(args.open, &target, stored.exit_code, terminal));
    }
    // The engine goes at once: what it remembers would only serve a next build.
    let build = Engine::new().build(&sources);
    terminal.detail(&format!(
        "{} documents parsed, {} outputs planned",
        build.trace.parsed, build.trace.pages
    ));
    if let Some((exit, why)) = unpublished(&sources, &build, strict) {
        drop(progress);
        show(&build, terminal);
        // The reason comes last, where it does not scroll away.
        terminal.error(why, []);
        return Err(exit);
    }
    let report = emit::write(&build.site, &target, &args.options(inputs, &build));
    drop(progress);
    let report = report.map_err(|it| emit_failed(&it, terminal))?;
    show(&build, terminal);
    tell_kept(&report, &target, terminal);
    terminal.answer(&line(&build, &report, &target, start.elapsed()));
    // The process ends: giving back every page one by one would only delay that.
    std::mem::forget((sources, build));
    Ok(finish(args.open, &target, 0, terminal))
}

/// The address that was typed, if it is one.
pub(super) fn base_url<'a>(
    given: Option<&'a str>,
    terminal: &Terminal,
) -> Result<Option<&'a str>, Exit> {
    let Some(url) = given else { return Ok(None) };
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        let help = "write it with its scheme, for example https://playbook.example";
        terminal.error(&format!("\"{url}\" is no address of a site"), [help]);
        return Err(Exit::Usage);
    }
    Ok(Some(url))
}
