//! `playbook serve`: shows the site while it is written.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crate::diagnostic::print;
use crate::engine::{Build, Engine};
use crate::serve::{
    self, Address, DEFAULT_PORT, DiskHints, LiveState, Preview, Server, Sink, Watch,
};

use crate::source::Change;

use super::build::changed;
use super::counted::counted;
use super::exit::Exit;
use super::interrupt;
use super::root;
use super::terminal::Terminal;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Open the site in a browser
    #[arg(long)]
    open: bool,
    /// Where to listen; 0 takes any port that is free
    #[arg(long, value_name = "N", default_value_t = DEFAULT_PORT)]
    port: u16,
    /// Which address of this machine to listen on: others can look on if it is not its own
    #[arg(long, value_name = "ADDR", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// Another name under which the preview may be asked; may be given more than once
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    /// Look at the files every moment, where the system does not tell of changes
    #[arg(long)]
    poll: bool,
    /// Leave drafts out, as the published site does
    #[arg(long)]
    no_drafts: bool,
}

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    interrupt::ends_with_130();
    let root = root::find(given, terminal)?;
    let mut reader = root::reader(&root, terminal)?;
    let log = terminal.clone();
    // Before the first look, so that what is saved in between is heard.
    let hints = Box::new(DiskHints::new(reader.root()));
    let watch = Watch::new(hints, move |words: &str| log.note(words));
    let mut watch = if args.poll { watch.polling() } else { watch };
    let failed = |error: &std::io::Error| {
        terminal.error(&format!("the preview cannot start: {error}"), []);
        Exit::Code(4)
    };
    let preview = Arc::new(Preview::new(reader.root()).map_err(|error| failed(&error))?);
    // Before the first build: a port that is taken is told at once.
    let server = bind(args, terminal)?;
    let url = url(server.address());
    server.start(Arc::clone(&preview)).map_err(|error| failed(&error))?;
    // The address is told while the first build is still to come: answers wait for it.
    terminal.answer(&url);
    if args.open && open::that_detached(&url).is_err() {
        terminal.note(&format!("no browser to open; the site is at {url}"));
    }
    let mut engine = if args.no_drafts { Engine::new() } else { Engine::with_drafts() };
    let mut browsers = Browsers { preview, terminal };
    serve::run(&mut reader, &mut engine, &mut watch, &mut browsers);
    Ok(Exit::Done)
}

/// Where to look: an address that stands for all of them is none to visit.
fn url(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    format!("http://{address}/")
}

/// Takes the port, with a word to those who let others look on.
fn bind(args: &Args, terminal: &Terminal) -> Result<Server, Exit> {
    let (host, port, allow_hosts) = (args.host, args.port, args.allow_host.clone());
    let server = Server::bind(&Address { host, port, allow_hosts }).map_err(|error| {
        let help = "end whoever uses it, or choose another: `--port 0` takes any that is free";
        terminal.error(&format!("cannot listen on port {port} of {host}: {error}"), [help]);
        Exit::Code(4)
    })?;
    if !host.is_loopback() {
        terminal.note(&format!(
            "warning: everybody who reaches {host} can read this playbook, drafts among it"
        ));
    }
    Ok(server)
}

/// Whoever looks at the preview, and whoever started it.
struct Browsers<'a> {
    preview: Arc<Preview>,
    terminal: &'a Terminal,
}

impl Sink for Browsers<'_> {
    fn take(&mut self, news: LiveState) -> ControlFlow<()> {
        if let Err(error) = &news.sources {
            root::tell_with(error, "the last good site stays", self.terminal);
        }
        let (changes, took) = (news.changes.clone(), news.took);
        // Shown first: nobody waits for a line in a terminal.
        if let Some(build) = self.preview.show(news) {
            self.terminal.note(&line(&changes, &build, took));
        }
        ControlFlow::Continue(())
    }
}

/// "workflows/renewal-prep.md: 12 ms, 1 error"
fn line(changes: &[Change], build: &Build, took: Duration) -> String {
    let changed = match changes {
        [] => counted(build.playbook().pages().count(), "page"),
        changes => changed(changes),
    };
    let problems = print::summary(print::counts(build.diagnostics()), build.translation());
    format!("{changed}: {} ms, {problems}", took.as_millis())
}
