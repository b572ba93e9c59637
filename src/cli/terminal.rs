//! Where words go: what a command is asked for to stdout, the rest to stderr.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::diagnostic::print::{self, Lookup, Style};
use crate::diagnostic::{Diagnostic, Severity, Translation};

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
    /// Why an answer could not be written, the first time that happened.
    unwritten: Arc<OnceLock<io::Error>>,
}

impl Terminal {
    pub fn new(color: ColorChoice, quiet: bool, verbose: bool) -> Self {
        Self { color, quiet, verbose, unwritten: Arc::default() }
    }

    /// What was asked for.
    pub fn answer(&self, text: &str) {
        self.write(|out| writeln!(out, "{text}"));
    }

    /// The same, as it is.
    pub fn answer_bytes(&self, bytes: &[u8]) {
        self.write(|out| out.write_all(bytes));
    }

    fn write(&self, write: impl FnOnce(&mut io::StdoutLock<'_>) -> io::Result<()>) {
        let mut out = io::stdout().lock();
        match write(&mut out).and_then(|()| out.flush()) {
            // A closed pipe is no error: whoever read has read enough.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                let _ = self.unwritten.set(error);
            }
            _ => {}
        }
    }

    /// Why not everything that was asked for could be written, if so.
    pub fn unwritten(&self) -> Option<&io::Error> {
        self.unwritten.get()
    }

    /// What went wrong, also for those who want to hear of nothing else.
    pub fn fault(&self, text: &str) {
        // If this cannot be written, nobody is left to be told.
        let _ = writeln!(io::stderr(), "{}", without_commands(text));
    }

    /// What else there is to say.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            let _ = writeln!(std::io::stderr(), "{}", without_commands(text));
        }
    }

    /// What only those want to know who asked for more.
    pub fn detail(&self, text: &str) {
        if self.verbose {
            let _ = writeln!(std::io::stderr(), "{text}");
        }
    }

    /// Why something could not be done, and what to do about it.
    pub fn error<'a>(&self, text: &str, help: impl IntoIterator<Item = &'a str>) {
        self.fault(&format!("error: {text}"));
        for help in help {
            self.fault(&format!("  help: {help}"));
        }
    }

    /// Messages as text, coloured when the stream is a terminal.
    pub fn messages<'a>(
        &self,
        diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
        lookup: &Lookup<'_>,
        translation: Translation,
        stream: &dyn IsTerminalStream,
    ) -> String {
        let style = Style { color: self.has_color(stream), width: None, translation };
        without_commands(&print::human(diagnostics, lookup, style)).into_owned()
    }

    /// Says these messages, or the errors among them to those who want to hear of
    /// nothing else.
    pub fn say(
        &self,
        diagnostics: Vec<&Diagnostic>,
        lookup: &Lookup<'_>,
        translation: Translation,
    ) {
        let wanted = |it: &&Diagnostic| !self.quiet || it.severity == Severity::Error;
        let wanted: Vec<&Diagnostic> = diagnostics.into_iter().filter(wanted).collect();
        if !wanted.is_empty() {
            self.fault(&self.messages(wanted, lookup, translation, &io::stderr()));
        }
    }

    /// What an earlier run said, or the errors among it.
    pub fn repeat_earlier(&self, all: &str, errors: &str) {
        let wanted = if self.quiet { errors } else { all };
        if !wanted.is_empty() {
            self.fault(wanted);
        }
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
            // Most work is over by then: a sign that flickers tells nothing.
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

/// A forge obeys what looks like a command anywhere in a log, and messages quote pages that
/// anybody may propose: there it is pulled apart.
fn without_commands(text: &str) -> Cow<'_, str> {
    let is_log = ["TF_BUILD", "GITHUB_ACTIONS"].into_iter().any(environment_has);
    match is_log && (text.contains("##vso[") || text.contains("##[")) {
        true => Cow::Owned(text.replace("##vso[", "## vso[").replace("##[", "## [")),
        false => Cow::Borrowed(text),
    }
}

/// A sign of life.
pub(super) struct Progress(Option<(std::sync::mpsc::Sender<()>, std::thread::JoinHandle<()>)>);

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((done, shown)) = self.0.take() {
            let _ = done.send(());
            // Until its line is cleared, or what comes next would be written into it.
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

fn environment_has(name: &str) -> bool {
    // As no-color.org has it: set to nothing is not set.
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
