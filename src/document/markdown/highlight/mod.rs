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
mod spans;

use super::code;
use super::escape::escape;
use crate::document::body::Code;
use spans::{Class, Spans};

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
        // Syntect has a grammar for these, which would cost a
        // page its budget and colour nothing that a reader needs.
        if matches!(&**language, "text" | "txt" | "plain" | "plaintext" | "markdown" | "md") {
            return false;
        }
        let scanned = languages::find(language);
        // The scanner looks at no character twice: each
        // block has its limit. Grammars share one on a page.
        let limit = if scanned.is_some() { self.block } else { self.grammar };
        let (within, beyond) = text.split_at_checked(limited(text, limit)).unwrap_or((text, ""));
        let mut spans = Spans::new(html);
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
    // At the end of a line: colours that stop within a word look like a fault.
    let line_end =
        text.as_bytes().get(..limit).unwrap_or_default().iter().rposition(|b| *b == b'\n');
    line_end.map_or(0, |end| end + 1)
}
