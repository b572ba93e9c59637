//! Where words go: what a command is asked for to stdout, the rest to stderr.

use std::io::{IsTerminal, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::print::{self, Lookup, Style};

/// Colours in messages.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub(super) enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Also into files and pipes
    Always,
    /// Nowhere
    Never,
}

/// How to talk to whoever called.
#[derive(Clone, Debug)]
pub(super) struct Terminal {
    color: ColorChoice,
    quiet: bool,
    verbose: bool,
}

impl Terminal {
    pub fn new(color: ColorChoice, quiet: bool, verbose: bool) -> Self {
        Self { color, quiet, verbose }
    }

    /// What was asked for.
    pub fn answer(&self, text: &str) {
        // A closed pipe is no error: whoever read has read enough.
        let _ = writeln!(std::io::stdout(), "{text}");
    }

    /// What else there is to say.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            let _ = writeln!(std::io::stderr(), "{text}");
        }
    }

    /// What only those want to know who asked for more.
    pub fn detail(&self, text: &str) {
        if self.verbose {
            let _ = writeln!(std::io::stderr(), "{text}");
        }
    }

    /// Why something could not be done, and what to do about it.
    pub fn error(&self, text: &str, help: Option<&str>) {
        let _ = writeln!(std::io::stderr(), "error: {text}");
        if let Some(help) = help {
            let _ = writeln!(std::io::stderr(), "  help: {help}");
        }
    }

    /// Messages as text, coloured when the stream is a terminal.
    pub fn messages<'a>(
        &self,
        diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
        lookup: &Lookup<'_>,
        stream: &dyn IsTerminalStream,
    ) -> String {
        let style = Style { color: self.has_color(stream), width: None };
        print::human(diagnostics, lookup, style)
    }

    fn has_color(&self, stream: &dyn IsTerminalStream) -> bool {
        match self.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => stream.is_a_terminal() && !environment_has("NO_COLOR"),
        }
    }

    /// A sign of life for work of over a second, on a terminal only. It goes
    /// when it is dropped.
    pub fn progress(&self, what: &'static str) -> Progress {
        if self.quiet || !std::io::stderr().is_terminal() {
            return Progress(None);
        }
        let (done, is_done) = std::sync::mpsc::channel::<()>();
        let shown = std::thread::spawn(move || {
            if is_done.recv_timeout(Duration::from_secs(1)).is_ok() {
                return;
            }
            let bar = ProgressBar::new_spinner().with_message(what);
            if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} ({elapsed})") {
                bar.set_style(style);
            }
            while is_done.recv_timeout(Duration::from_millis(100)).is_err() {
                bar.tick();
            }
            bar.finish_and_clear();
        });
        Progress(Some((done, shown)))
    }
}

/// A sign of life.
pub(super) struct Progress(Option<(std::sync::mpsc::Sender<()>, std::thread::JoinHandle<()>)>);

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((done, shown)) = self.0.take() {
            let _ = done.send(());
            let _ = shown.join();
        }
    }
}

/// A stream that may be a terminal.
pub(super) trait IsTerminalStream {
    /// Whether somebody reads it there.
    fn is_a_terminal(&self) -> bool;
}

impl<T: IsTerminal> IsTerminalStream for T {
    fn is_a_terminal(&self) -> bool {
        self.is_terminal()
    }
}

#[expect(clippy::disallowed_methods, reason = "colours are the terminal's business")]
fn environment_has(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// A panic is a mistake of this program: says so, and where.
pub(super) fn explain_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(String::new, |place| format!(" at {place}"));
        let message = panic.payload_as_str().unwrap_or("no message");
        let _ = writeln!(
            std::io::stderr(),
            "error: this is a bug in playbook{place}: {message}\n  \
             help: please report it with the page that causes it; nothing was published"
        );
    }));
}
