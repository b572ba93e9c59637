//! One message as a browser shows it: a sentence, the lines to write, and behind
//! them what a terminal would print. A message and the text of its file enter.

use std::path::Path;

use serde::Serialize;

use crate::diagnostic::print::{self, Lookup, Style, visible};
use crate::diagnostic::{Diagnostic, Fix, Severity, SourceMap, Text, Translation, text};
use crate::language::Language;

use super::editor;

/// One message.
#[derive(Debug, Serialize)]
pub(super) struct Problem {
    pub severity: &'static str,
    /// The severity as a person reads it.
    kind: String,
    code: &'static str,
    /// What is the matter, as a sentence.
    message: String,
    /// What the place has to do with it, where nothing says what to do.
    label: Option<String>,
    /// Lines to write or to delete.
    mends: Vec<MendLines>,
    /// What else to do, as sentences.
    help: Vec<String>,
    place: String,
    /// The place in words.
    stands: String,
    /// Where the file lies on the device of whoever serves it.
    file: String,
    /// As `check` prints it.
    pub text: String,
    editor: Option<String>,
}

/// Lines of a file that end a message.
#[derive(Debug, Serialize)]
struct MendLines {
    /// What to do with them.
    says: String,
    lines: String,
    /// They are to be pasted, and not to be deleted.
    copied: bool,
}

/// What it takes to tell of problems.
pub(super) struct ProblemWriter<'a> {
    pub root: &'a Path,
    /// The editor that somebody has chosen.
    pub editor: Option<&'a str>,
    pub lookup: &'a Lookup<'a>,
    pub translation: Translation,
    pub language: &'a Language,
}

impl ProblemWriter<'_> {
    pub(super) fn tell(&self, diagnostic: &Diagnostic) -> Problem {
        let path = &*diagnostic.place.path;
        let map = (self.lookup)(path);
        let found = map.map(|map| map.locate(&diagnostic.place.at));
        // A picture, or a file that is gone, has no lines.
        let (line, column) = found.map_or((1, 1), |found| (found.line, found.column));
        let one = std::slice::from_ref(diagnostic);
        let style = Style { translation: self.translation, ..Style::default() };
        let (mends, help) = self.mends(diagnostic, map);
        // Words below a caret are no sentence: they stand in only where there is none.
        let label = diagnostic.label.as_ref().filter(|_| mends.is_empty() && help.is_empty());
        let place = self.root.join(path);
        Problem {
            severity: diagnostic.severity.as_str(),
            kind: self.kind(diagnostic.severity),
            code: diagnostic.code,
            message: visible(&diagnostic.line(self.translation)),
            label: label.map(|label| self.sentence(label)),
            mends,
            help,
            place: format!("{}:{line}:{column}", visible(path)),
            stands: self.stands(path, line),
            file: format!("{}:{line}", visible(&place.to_string_lossy())),
            text: print::human(one, self.lookup, style),
            editor: editor::link(self.editor, &place, line, column),
        }
    }

    /// Something that is no message about a file.
    pub(super) fn failure(&self, message: &str, help: Option<&str>) -> Problem {
        let kind = self.kind(Severity::Error);
        let help = help.map(visible);
        let more = help.iter().map(|help| format!("\n  help: {help}")).collect::<String>();
        Problem {
            severity: Severity::Error.as_str(),
            text: format!("{kind}: {}{more}", visible(message)),
            kind,
            code: "",
            message: visible(message),
            label: None,
            mends: Vec::new(),
            help: help.into_iter().collect(),
            place: String::new(),
            stands: String::new(),
            file: String::new(),
            editor: None,
        }
    }

    /// The lines that end a message, and the rest of its help.
    fn mends(&self, found: &Diagnostic, map: Option<&SourceMap>) -> (Vec<MendLines>, Vec<String>) {
        let fix = found.fix.as_ref().zip(map).map(|(fix, map)| self.fix(fix, map));
        // The first help of a message with lines to paste is these lines once more.
        let pasted = found.fix.as_ref().map(|fix| fix.text.trim_end());
        let rest = found.help.iter().filter(|help| {
            !(help.is_verbatim() && Some(&*help.translated(self.translation)) == pasted)
        });
        let (lines, sentences): (Vec<_>, Vec<_>) = rest.partition(|help| is_pasted(help));
        let lines = lines.into_iter().map(|line| MendLines {
            says: self.language.preview("paste-lines", &[]),
            lines: line.translated(self.translation),
            copied: true,
        });
        // Lines that go are shown: nobody has to be told so in words, too.
        let is_deleted = found.fix.as_ref().is_some_and(|fix| fix.text.is_empty());
        let sentences = sentences.into_iter().filter(|_| !is_deleted);
        let sentences = sentences.map(|help| self.sentence(help)).collect();
        (fix.into_iter().chain(lines).collect(), sentences)
    }

    fn fix(&self, fix: &Fix, map: &SourceMap) -> MendLines {
        let before = map.text.get(fix.start as usize..fix.end as usize).unwrap_or_default();
        let (says, lines) = match (before.is_empty(), fix.text.is_empty()) {
            (_, true) => ("delete-lines", before),
            (true, _) => ("add-lines", &*fix.text),
            _ => ("write-lines", &*fix.text),
        };
        MendLines {
            says: self.language.preview(says, &[]),
            lines: lines.trim_end().to_owned(),
            copied: !fix.text.is_empty(),
        }
    }

    fn kind(&self, severity: Severity) -> String {
        let kind = match severity {
            Severity::Error => text!("error"),
            Severity::Gap => text!("gap"),
            Severity::Warn => text!("warn"),
        };
        kind.translated(self.translation)
    }

    fn stands(&self, path: &str, line: usize) -> String {
        let values = [("path", &*visible(path)), ("line", &*line.to_string())];
        self.language.preview("place", &values)
    }

    fn sentence(&self, text: &Text) -> String {
        visible(&text.translated(self.translation))
    }
}

/// Whether help is a line to paste. One that was cut to be shown is none.
fn is_pasted(help: &Text) -> bool {
    help.is_verbatim() && !help.translated(Translation::default()).ends_with("...")
}
