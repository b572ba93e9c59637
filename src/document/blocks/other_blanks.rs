//! Blanks in a prompt as other tools write them: `[Account name]`, `{name}`, `${name}`,
//! `<name>`, `$ARGUMENTS`, `{{ account.name }}`, `{{#if vip}}`. The text of a prompt
//! enters; places leave, each with the name that it would have here. Deliberately
//! absent: what any of them would do there.

use std::collections::BTreeSet;
use std::ops::Range;

use super::prompt::{MAX_BLANKS, NAME_CHARS, blank, until};
use crate::document::names::fold;

/// A blank of another tool.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OtherBlank {
    /// Where it is in the text.
    pub(super) range: Range<usize>,
    /// With its signs.
    pub(super) written: String,
    /// What is meant by it.
    pub(super) meaning: Meaning,
}

/// What is meant by a sign of another tool.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A blank of this name.
    Blank(String),
    /// A blank of this name with these words to choose from.
    Choice(String, Vec<String>),
    /// A blank without a name.
    Nameless,
    /// A condition or a loop, or the end of one.
    Control,
}

impl Meaning {
    /// What to write in its place, if that can be told.
    pub(super) fn written(&self) -> Option<String> {
        match self {
            Self::Blank(name) => Some(format!("{{{{{name}}}}}")),
            Self::Choice(name, words) => Some(format!("{{{{{name}|{}}}}}", words.join(", "))),
            Self::Nameless => None,
            Self::Control => Some(String::new()),
        }
    }

    /// The name that it would have here.
    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::Blank(name) | Self::Choice(name, _) => Some(name),
            Self::Nameless | Self::Control => None,
        }
    }
}

/// A text with each of them as it is written here, as far as that can be told.
pub(in crate::document) fn corrected(text: &str) -> String {
    Corrections::of(text).within(text, 0..text.len())
}

/// What to write in place of each of them.
pub(super) struct Corrections(Vec<(Range<usize>, String)>);

impl Corrections {
    pub(super) fn of(text: &str) -> Self {
        let written = |(range, meaning): (_, Meaning)| Some((range, meaning.written()?));
        Self(read(text).into_iter().filter_map(written).collect())
    }

    /// A part of the text with all that is to be changed in it.
    pub(super) fn within(&self, text: &str, part: Range<usize>) -> String {
        let mut corrected = String::new();
        let mut kept = part.start;
        let first = self.0.partition_point(|(range, _)| range.start < part.start);
        let rest = self.0.get(first..).unwrap_or_default();
        for (range, written) in rest.iter().take_while(|(range, _)| range.end <= part.end) {
            corrected.push_str(text.get(kept..range.start).unwrap_or_default());
            corrected.push_str(written);
            kept = range.end;
        }
        corrected.push_str(text.get(kept..part.end).unwrap_or_default());
        corrected
    }
}

/// Finds them in order, each once, however often it is used.
pub(super) fn find(text: &str) -> Vec<OtherBlank> {
    let mut found: Vec<OtherBlank> = Vec::new();
    let mut known = BTreeSet::new();
    for (range, meaning) in read(text) {
        if found.len() == MAX_BLANKS {
            break;
        }
        let written = text.get(range.clone()).unwrap_or_default();
        if known.insert(written) {
            found.push(OtherBlank { range, written: written.to_owned(), meaning });
        }
    }
    found
}

/// All of them in order.
fn read(text: &str) -> Vec<(Range<usize>, Meaning)> {
    let closed = closed_tags(text);
    let mut found = Vec::new();
    let mut end = 0;
    for (at, sign) in text.match_indices(['[', '{', '<', '$']) {
        // Within one that was read already.
        if at < end {
            continue;
        }
        let before = text.get(..at).unwrap_or_default().chars().next_back();
        let read = match sign {
            "[" => square(text, at, before),
            "<" => angle(text, at, before, &closed),
            "$" => dollar(text, at, before),
            _ => braces(text, at, before),
        };
        let Some((length, meaning)) = read else { continue };
        end = at + length;
        found.extend(meaning.map(|meaning| (at..end, meaning)));
    }
    found
}

/// How long it is, and what it means: nothing where it is a blank of ours.
type Reading = Option<(usize, Option<Meaning>)>;

/// `[Account name]`, but no link, box to tick or index.
fn square(text: &str, at: usize, before: Option<char>) -> Reading {
    // `list[index]`, `[text][label]` and `![picture]` are no blanks.
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ']' | ')' | '!' | '\\' | '[')) {
        return None;
    }
    let inner = until(text, at + 1, ['[', ']', '\n'], "]")?;
    let after = text.get(at + inner.len() + 2..).unwrap_or_default();
    let is_name = inner.chars().count() > 1 && is_name(inner, &['\'', '\u{2019}', '/', '&', '|']);
    let is_blank = is_name && !after.starts_with(['(', '[', ':', ']']);
    let meaning = || choice(inner).unwrap_or_else(|| named(inner));
    is_blank.then(|| (inner.len() + 2, Some(meaning())))
}

/// `new / returning`: words with blanks around the sign between them, or short ones.
fn choice(inner: &str) -> Option<Meaning> {
    const MAX_WORDS: usize = 6;
    let sign = if inner.contains('|') { '|' } else { '/' };
    let words: Vec<String> = inner.split(sign).map(|word| word.trim().to_owned()).collect();
    let is_short = |word: &String| word.chars().all(char::is_lowercase);
    let is_apart = sign == '|' || inner.contains(" / ") || words.iter().all(is_short);
    let is_whole = words.iter().all(|word| !word.is_empty() && !word.contains(','));
    let is_choice = (2..=MAX_WORDS).contains(&words.len()) && is_apart && is_whole;
    match named(inner) {
        Meaning::Blank(name) if is_choice => Some(Meaning::Choice(name, words)),
        _ => None,
    }
}

/// `<customer name>`, but no element: neither one of HTML nor one that is closed.
fn angle(text: &str, at: usize, before: Option<char>, closed: &BTreeSet<&str>) -> Reading {
    // `List<String>`, `a<b` and `<<` are no blanks.
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '<' | '\\' | '_')) {
        return None;
    }
    let inner = until(text, at + 1, ['<', '>', '\n'], ">")?;
    let is_element = closed.contains(inner) || ELEMENTS.contains(&inner.to_lowercase().as_str());
    let is_blank = is_name(inner, &['\'']) && !is_element;
    is_blank.then(|| (inner.len() + 2, Some(named(inner))))
}

/// `${name}` and `$ARGUMENTS`, but no sum of money and no share.
fn dollar(text: &str, at: usize, before: Option<char>) -> Reading {
    let rest = text.get(at + 1..)?;
    if rest.starts_with('{') {
        let inner = until(text, at + 2, ['{', '}', '\n'], "}")?;
        return is_name(inner, &['.']).then(|| (inner.len() + 3, Some(named(inner))));
    }
    let length = rest.find(|c: char| !(c.is_ascii_uppercase() || c == '_')).unwrap_or(rest.len());
    let name = rest.get(..length)?;
    let goes_on = rest.get(length..)?.starts_with(char::is_alphanumeric);
    let is_known = ARGUMENTS.contains(&name) || name.trim_matches('_').contains('_');
    let is_blank = is_known && !goes_on && !before.is_some_and(char::is_alphanumeric);
    is_blank.then(|| (length + 1, Some(named(name))))
}

/// `{name}`, `{{ account.name }}`, `{{#if vip}}`, `{% if vip %}`.
fn braces(text: &str, at: usize, before: Option<char>) -> Reading {
    let rest = text.get(at..)?;
    if rest.starts_with("{{") {
        let inner = until(text, at + 2, ['{', '}', '\n'], "}}")?;
        let length = inner.len() + 4;
        if blank(inner).is_some() {
            return Some((length, None));
        }
        // Braces in braces with quotes are code that a prompt shows.
        let is_code = inner.trim().is_empty() || inner.contains(['"', ';']);
        return (!is_code).then(|| (length, Some(in_braces(inner))));
    }
    if rest.starts_with("{%") {
        let length = rest.lines().next()?.find("%}")? + 2;
        return Some((length, Some(Meaning::Control)));
    }
    // Behind a name or a bracket, it is code: `f(){return}`.
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '\\' | '#' | '}' | '{')) {
        return None;
    }
    let inner = until(text, at + 1, ['{', '}', '\n'], "}")?;
    is_name(inner, &['\'', '.']).then(|| (inner.len() + 2, Some(named(inner))))
}

fn in_braces(inner: &str) -> Meaning {
    let inner = inner.trim().trim_matches(['~', '-']).trim();
    let is_end = inner.starts_with('/') || matches!(inner, "else" | "end");
    if is_end {
        return Meaning::Control;
    }
    let inner = match inner.strip_prefix(['#', '^']) {
        // `#each items`: what it goes over is what somebody has to fill in.
        Some(control) => match control.trim().split_once(' ') {
            Some((_, over)) => over,
            None => control,
        },
        None => inner,
    };
    named(inner)
}

fn named(written: &str) -> Meaning {
    let name = fold(written).replace(' ', "_");
    let is_name = name.starts_with(char::is_alphabetic) && name.chars().count() <= NAME_CHARS;
    if is_name { Meaning::Blank(name) } else { Meaning::Nameless }
}

/// Whether a text can be the name of a blank: words, and these signs.
fn is_name(text: &str, signs: &[char]) -> bool {
    let is_plain =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_') || signs.contains(&c);
    text.starts_with(char::is_alphabetic)
        && text.chars().count() <= NAME_CHARS
        && text.chars().all(is_plain)
}

/// Names of elements that are closed in a text: `<context>...</context>` marks a part.
fn closed_tags(text: &str) -> BTreeSet<&str> {
    let closes = text.match_indices("</");
    closes.filter_map(|(at, _)| until(text, at + 2, ['<', '>', '\n'], ">")).collect()
}

/// Names that tools give to what is typed behind a command.
const ARGUMENTS: [&str; 8] =
    ["ARGUMENTS", "INPUT", "TEXT", "SELECTION", "CONTENT", "CONTEXT", "QUERY", "NAME"];

/// Elements that stand in prompts without being closed, or show how a page is built.
const ELEMENTS: [&str; 30] = [
    "a",
    "b",
    "blockquote",
    "body",
    "br",
    "code",
    "div",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "head",
    "hr",
    "html",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "table",
    "td",
    "th",
    "title",
    "tr",
    "u",
    "ul",
];

#[cfg(test)]
mod tests {
    use super::{Meaning, corrected, find};

    fn names(text: &str) -> Vec<String> {
        let name = |meaning: Meaning| match meaning {
            Meaning::Blank(name) => name,
            Meaning::Choice(name, words) => format!("{name}: {}", words.join(", ")),
            Meaning::Nameless => "?".to_owned(),
            Meaning::Control => "-".to_owned(),
        };
        find(text).into_iter().map(|it| format!("{} {}", it.written, name(it.meaning))).collect()
    }

    #[test]
    fn blanks_of_other_tools_have_a_name_here() {
        let cases = [
            ("[Account name]", "account_name"),
            ("{customer_name}", "customer_name"),
            ("{Customer's name}", "customers_name"),
            ("${language}", "language"),
            ("$ARGUMENTS", "arguments"),
            ("$CUSTOMER_NAME", "customer_name"),
            ("<customer name>", "customer_name"),
            ("[new / returning]", "new_returning: new, returning"),
            ("[Name/Company]", "name_company"),
            ("{{ account.name }}", "account_name"),
            ("{{#each items}}", "items"),
            ("{{1}}", "?"),
            ("{{/if}}", "-"),
            ("{% if vip %}", "-"),
        ];
        for (written, name) in cases {
            assert_eq!(names(&format!("for {written}, now")), [format!("{written} {name}")]);
        }
    }

    #[test]
    fn a_text_is_written_anew_with_all_of_its_blanks() {
        let text = "For [Account name], a [new / returning] one: [Account name], {{a}}, {{1}}.";
        let blank = "{{account_name}}";
        let choice = "{{new_returning|new, returning}}";
        assert_eq!(
            corrected(text),
            format!("For {blank}, a {choice} one: {blank}, {{{{a}}}}, {{{{1}}}}.")
        );
    }

    #[test]
    fn signs_that_are_no_blanks_stay_text() {
        for text in [
            "{{account_name}} {{tone|plain, warm}} {{notes...}}",
            "{\"name\": \"Acme\", \"ids\": [1, 2]}",
            "<context>\nwhat we know\n</context>",
            "one<br>two <b>",
            "costs $1,200 or $USD, see $MSFT",
            "if a < b and c > d",
            "Map<String>, list[index], f(){return}",
            "[text](a.md) and - [ ] a box, [1]",
            "{{\"a\": 1}}",
        ] {
            assert_eq!(names(text), [""; 0], "{text}");
        }
    }
}
