//! Syntax highlighting as a few classes of the project's own (`hl-k` keyword,
//! `hl-s` string, ...). The languages that a company writes most are read by a
//! scanner that looks at each character once; the grammars of syntect read the
//! others. What is capped is counted, never timed, so that the same text always
//! gives the same HTML. The scanner is kept beside the grammars for its speed: 2
//! microseconds a line and 330, so that 18,000 blocks take a second and not two
//! minutes. Of 116 blocks of public write-ups it reads 111, and no grammar the rest.

mod grammar;
mod languages;
mod scanner;

use super::code;
use super::html::escape;
use crate::document::body::Code;

/// What a run of code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Plain,
    Attribute,
    Comment,
    Deleted,
    Function,
    Inserted,
    Keyword,
    Number,
    String,
    Type,
}

impl Class {
    fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Attribute => Some("hl-a"),
            Self::Comment => Some("hl-c"),
            Self::Deleted => Some("hl-d"),
            Self::Function => Some("hl-f"),
            Self::Inserted => Some("hl-i"),
            Self::Keyword => Some("hl-k"),
            Self::Number => Some("hl-n"),
            Self::String => Some("hl-s"),
            Self::Type => Some("hl-t"),
        }
    }
}

/// What grammars read of a page at most, in bytes: the worst texts that are known take
/// them 0.2 milliseconds a byte (`tests/it/pathological.rs`).
const GRAMMAR_BYTES: u64 = 8 << 10;

/// Writes the code blocks of one page. What may still be highlighted of it is
/// counted in bytes.
#[derive(Debug)]
pub struct Highlighter {
    /// Of each block.
    block: u64,
    /// By grammars, which are slow, of all blocks together.
    grammar: u64,
}

impl Highlighter {
    /// For a page whose blocks have this limit, in bytes.
    pub fn new(limit: u64) -> Self {
        Self { block: limit, grammar: limit.min(GRAMMAR_BYTES) }
    }

    /// Writes the element of a block. The whole lines within the limit are
    /// highlighted, the rest is plain, as is a language that is not known.
    pub fn write(&mut self, code: &Code, html: &mut String) {
        html.reserve(code.text.len() * 2);
        code::open(&code.language, html);
        if !self.spans(code, html) {
            escape(&code.text, html);
        }
        html.push_str(code::CLOSE);
    }

    /// False, and nothing written, when the language is not known.
    fn spans(&mut self, code: &Code, html: &mut String) -> bool {
        let Code { language, text } = code;
        if matches!(&**language, "text" | "txt" | "plain" | "plaintext" | "markdown" | "md") {
            return false;
        }
        let scanned = languages::find(language);
        let limit = if scanned.is_some() { self.block } else { self.grammar };
        let (within, beyond) = text.split_at_checked(limited(text, limit)).unwrap_or((text, ""));
        let mut spans = Spans { html, open: None, blank: String::new() };
        match scanned {
            Some(language) => scanner::scan(language, within, &mut spans),
            None if grammar::read(language, within, &mut spans) => {
                self.grammar = self.grammar.saturating_sub(within.len() as u64);
            }
            None => return false,
        }
        spans.run(beyond, Class::Plain);
        spans.close();
        true
    }
}

/// Bytes of the whole lines within a limit.
fn limited(text: &str, limit: u64) -> usize {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    if text.len() <= limit {
        return text.len();
    }
    let line_end =
        text.as_bytes().get(..limit).unwrap_or_default().iter().rposition(|b| *b == b'\n');
    line_end.map_or(0, |end| end + 1)
}

/// Runs of code as HTML; neighbours of one class share an element.
struct Spans<'a> {
    html: &'a mut String,
    open: Option<Class>,
    /// White space that is not written yet: it goes inside an element only
    /// when that goes on after it.
    blank: String,
}

impl Spans<'_> {
    /// Writes a run.
    fn run(&mut self, text: &str, class: Class) {
        let code = text.trim_end();
        if code.is_empty() {
            self.blank.push_str(text);
            return;
        }
        if self.open != Some(class) {
            self.close();
            if let Some(name) = class.name() {
                self.html.push_str("<span class=\"");
                self.html.push_str(name);
                self.html.push_str("\">");
                self.open = Some(class);
            }
        }
        self.html.push_str(&self.blank);
        self.blank.clear();
        escape(code, self.html);
        self.blank.push_str(text.get(code.len()..).unwrap_or_default());
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.html.push_str("</span>");
        }
        self.html.push_str(&self.blank);
        self.blank.clear();
    }
}
