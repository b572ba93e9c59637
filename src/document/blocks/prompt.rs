//! `prompt` blocks: text with blanks to fill in, `{{account_name}}`,
//! `{{tone|plain, warm}}`, `{{notes...}}`. Anything else in braces is text.

use std::ops::Range;

use crate::document::excerpts::{Blank, BlankInput, PromptPart};
use crate::document::names::fold;

/// What follows `prompt` on the fence.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    /// `name="..."`
    pub(super) name: Option<String>,
    /// `tool=...`
    pub(super) tool: Option<String>,
    /// What is neither.
    pub(super) unknown: Vec<String>,
}

impl Attributes {
    /// Reads an info string.
    pub(super) fn read(info: &str) -> Self {
        let mut attributes = Self::default();
        let mut rest = info.trim_start();
        rest = rest.get("prompt".len()..).unwrap_or_default().trim_start();
        while !rest.is_empty() {
            // `name = "..."` with blanks around the sign is understood too.
            let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
            let (key, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            let Some(after) = after.trim_start().strip_prefix('=').map(str::trim_start) else {
                attributes.unknown.push(key.to_owned());
                rest = after.trim_start();
                continue;
            };
            let (value, after) = value(after);
            let value = value.trim().to_owned();
            match key.to_lowercase().as_str() {
                "name" => attributes.name = Some(value).filter(|name| !name.is_empty()),
                "tool" => attributes.tool = Some(value).filter(|tool| !tool.is_empty()),
                _ => attributes.unknown.push(key.to_owned()),
            }
            rest = after.trim_start();
        }
        attributes
    }
}

/// A value, in quotes of any kind or up to white space.
fn value(text: &str) -> (&str, &str) {
    // Word processors turn quotes round; German ones open below the line.
    let quotes = [('"', '"'), ('\'', '\''), ('\u{201C}', '\u{201D}'), ('\u{201E}', '\u{201C}')];
    for (open, close) in quotes {
        if let Some(inner) = text.strip_prefix(open) {
            let ends = |c: char| c == close || c == '"';
            return inner.split_once(ends).unwrap_or((inner, ""));
        }
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// More blanks than anybody fills in; the rest are text.
// Each blank is compared with those before it, so this bounds the work on a prompt too.
pub(super) const MAX_BLANKS: usize = 100;

/// A prompt's text, cut at its blanks.
#[derive(Debug, Default)]
pub(super) struct PromptText {
    /// In order.
    pub(super) parts: Vec<PromptPart>,
    /// Each blank once.
    pub(super) blanks: Vec<Blank>,
    /// First use of each blank, in the block.
    pub(super) uses: Vec<Range<usize>>,
    /// The first blank beyond the limit.
    pub(super) too_many: Option<Range<usize>>,
}

impl PromptText {
    /// Reads the inside of a block.
    pub(super) fn read(text: &str) -> Self {
        let mut read = Self::default();
        let text = text.trim_end_matches('\n');
        let mut from = 0;
        let mut at = 0;
        while let Some(open) = text.get(at..).and_then(|rest| rest.find("{{")).map(|f| at + f) {
            // Not across lines or other braces: code and templates in a prompt are full of them.
            let inner = until(text, open + 2, ['{', '}', '\n'], "}}");
            match inner.and_then(|inner| Some((inner.len(), blank(inner)?))) {
                Some((length, blank)) => {
                    at = open + 2 + length + 2;
                    if read.has_room(&blank) {
                        read.text(text.get(from..open));
                        from = at;
                        read.blank(blank, open..at);
                    } else {
                        read.too_many.get_or_insert(open..at);
                    }
                }
                // One byte on and not two: in `{{{name}}` the blank begins at the second brace.
                None => at = open + 1,
            }
        }
        read.text(text.get(from..));
        read
    }

    fn has_room(&self, blank: &Blank) -> bool {
        self.blanks.len() < MAX_BLANKS || self.blanks.iter().any(|known| known.name == blank.name)
    }

    fn text(&mut self, text: Option<&str>) {
        let text = text.filter(|text| !text.is_empty());
        self.parts.extend(text.map(|text| PromptPart::Text(text.to_owned())));
    }

    fn blank(&mut self, blank: Blank, range: Range<usize>) {
        self.parts.push(PromptPart::Blank(blank.name.clone()));
        match self.blanks.iter_mut().find(|known| known.name == blank.name) {
            // One use that says how it is filled in says it for all.
            Some(known) if known.input == BlankInput::Line => known.input = blank.input,
            Some(_) => {}
            None => {
                self.blanks.push(blank);
                self.uses.push(range);
            }
        }
    }
}

/// The names of the blanks of a prompt.
pub(in crate::document) fn blank_names(text: &str) -> Vec<String> {
    PromptText::read(text).blanks.into_iter().map(|blank| blank.name).collect()
}

/// The blank that a line describes, `- account_name: the name in the CRM`, if it
/// has the form of such a line.
pub(in crate::document) fn described(line: &str) -> Option<String> {
    let item = line.strip_prefix(['-', '*', '+'])?.strip_prefix(' ')?;
    let (name, _) = item.split_once(':')?;
    name_of(name.trim_matches(['*', '`', '{', '}', ' ']))
}

/// The text from a place to the first of some characters, if `end` is there.
pub(super) fn until<'a>(
    text: &'a str,
    from: usize,
    stops: [char; 3],
    end: &str,
) -> Option<&'a str> {
    let rest = text.get(from..)?;
    let (inner, after) = rest.split_at_checked(rest.find(stops)?)?;
    after.starts_with(end).then_some(inner)
}

/// What is between two pairs of braces, if it is a blank.
pub(super) fn blank(inner: &str) -> Option<Blank> {
    let (name, input) = if let Some((name, choices)) = inner.split_once('|') {
        // With bars between them, choices may have commas.
        let separator = if choices.contains('|') { '|' } else { ',' };
        let choices: Vec<String> = choices
            .split(separator)
            .map(|choice| choice.trim().to_owned())
            .filter(|choice| !choice.is_empty())
            .collect();
        (name, if choices.is_empty() { BlankInput::Line } else { BlankInput::Choice(choices) })
    } else if let Some(name) =
        inner.trim_end().strip_suffix("...").or_else(|| inner.trim_end().strip_suffix('\u{2026}'))
    {
        (name, BlankInput::Long)
    } else {
        (inner, BlankInput::Line)
    };
    let name = name_of(name)?;
    let label = in_words(&name);
    Some(Blank { name, label, example: None, input })
}

/// The longest name of a blank; more is a sentence in braces.
pub(super) const NAME_CHARS: usize = 60;

/// The name that is meant: lower case, with underscores. None when it is no
/// name: `{{ 7*7 }}` is text.
pub(super) fn name_of(written: &str) -> Option<String> {
    let written = written.trim();
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ');
    // `{{ 7*7 }}` and `{{#if x}}` belong to another language and stay text.
    let valid = written.starts_with(char::is_alphabetic)
        && written.chars().count() <= NAME_CHARS
        && written.chars().all(allowed);
    // Folded, `{{Account Name}}` and `{{account-name}}` are one field of the form.
    valid.then(|| fold(written).replace(' ', "_")).filter(|name| !name.is_empty())
}

/// `account_name` as "account name".
fn in_words(name: &str) -> String {
    name.replace('_', " ")
}
