//! Bounds what the loops of a company's templates may do: the engine has no limit of
//! its own. A template's text enters; the same text leaves with a call for each
//! turn of each loop, which counts, and with the way back to where things stand in
//! the file. Deliberately absent: the built-in templates, whose loops are bounded by
//! what they show.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::diagnostic::{At, Diagnostic};

/// Turns of all loops on one page: ten times as many as the largest page of a
/// large company takes.
const MAX_STEPS: usize = 200_000;

thread_local! {
    /// Turns that the page which this thread renders has left.
    static LEFT: Cell<usize> = const { Cell::new(MAX_STEPS) };
}

/// Counts anew, since a page begins.
pub fn begin() {
    LEFT.set(MAX_STEPS);
}

/// Makes the functions known that counted templates call.
pub fn register(tera: &mut Tera) {
    tera.register_function("loop_step", |_: Kwargs, _: &State<'_>| take(1).map(|()| ""));
    tera.register_function("loop_item", |values: Kwargs, _: &State<'_>| {
        take(1)?;
        values.must_get::<Value>("value")
    });
    // The engine's own gives out a hundred thousand numbers each time.
    tera.register_function("range", range);
}

fn take(steps: usize) -> TeraResult<()> {
    let too_many = || format!("the loops of this page take more than {MAX_STEPS} steps");
    let left = LEFT.get().checked_sub(steps).ok_or_else(|| Error::message(too_many()))?;
    LEFT.set(left);
    Ok(())
}

/// `range(end=3)`, `range(start=1, end=7, step_by=2)`, as the engine has it.
fn range(values: Kwargs, _: &State<'_>) -> TeraResult<Vec<i64>> {
    let start = values.get::<i64>("start")?.unwrap_or_default();
    let end = values.must_get::<i64>("end")?;
    let step = values.get::<i64>("step_by")?.unwrap_or(1);
    if step == 0 || (start > end && step > 0) {
        return Err(Error::message("`range` never comes to its end"));
    }
    let goes_on = |at: &i64| if step > 0 { *at < end } else { *at > end };
    let mut numbers = Vec::new();
    for number in std::iter::successors(Some(start), |at| at.checked_add(step)).take_while(goes_on)
    {
        take(1)?;
        numbers.push(number);
    }
    Ok(numbers)
}

/// Templates whose loops are counted.
pub struct CountedTemplates {
    /// By path in the theme.
    pub texts: BTreeMap<Arc<str>, String>,
    inserted: BTreeMap<Arc<str>, Vec<Inserted>>,
}

/// Something in a counted template that the file does not have.
struct Inserted {
    /// In the counted text.
    range: Range<usize>,
    /// What it counts, in the file.
    counts: Range<usize>,
}

impl CountedTemplates {
    /// Counts in each of these templates.
    pub fn of(templates: &BTreeMap<Arc<str>, String>) -> Self {
        let mut counted = Self { texts: BTreeMap::new(), inserted: BTreeMap::new() };
        for (path, text) in templates {
            let (text, inserted) = insert(text, calls(text));
            counted.texts.insert(Arc::clone(path), text);
            counted.inserted.insert(Arc::clone(path), inserted);
        }
        counted
    }

    /// A message about a counted template as one about the file of theme `name`.
    pub fn restored(&self, name: &str, mut message: Diagnostic) -> Diagnostic {
        let file = message.place.path.strip_prefix(&format!("themes/{name}/"));
        let inserted = file.and_then(|file| self.inserted.get(file));
        if let (Some(inserted), At::Bytes(start, end)) = (inserted, &message.place.at) {
            let range = restored(inserted, *start as usize..*end as usize);
            let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            message.place.at = At::Bytes(narrow(range.start), narrow(range.end));
        }
        message
    }
}

fn restored(inserted: &[Inserted], range: Range<usize>) -> Range<usize> {
    let is_inside = |it: &&Inserted| it.range.start <= range.start && range.start < it.range.end;
    // The file has no such call: what goes wrong in it is told at the loop that it counts.
    if let Some(inside) = inserted.iter().find(is_inside) {
        return inside.counts.clone();
    }
    let original = |at: usize| {
        let before = inserted.iter().filter(|it| it.range.end <= at);
        at - before.map(|it| it.range.len()).sum::<usize>()
    };
    let start = original(range.start);
    start..original(range.end).max(start)
}

/// A text to insert.
struct Insertion {
    at: usize,
    text: &'static str,
    counts: Range<usize>,
}

fn insert(text: &str, mut calls: Vec<Insertion>) -> (String, Vec<Inserted>) {
    calls.sort_by_key(|call| call.at);
    let mut written = String::with_capacity(text.len());
    let mut inserted = Vec::with_capacity(calls.len());
    let mut from = 0;
    for Insertion { at, text: call, counts } in calls {
        written.push_str(text.get(from..at).unwrap_or_default());
        let start = written.len();
        written.push_str(call);
        inserted.push(Inserted { range: start..written.len(), counts });
        from = at;
    }
    written.push_str(text.get(from..).unwrap_or_default());
    (written, inserted)
}

/// The calls that count the loops of a template.
fn calls(text: &str) -> Vec<Insertion> {
    let mut calls = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('{')).map(|open| at + open) {
        let rest = text.get(open..).unwrap_or_default();
        let close = match rest.as_bytes().get(1) {
            Some(b'#') => {
                at = rest.find("#}").map_or(text.len(), |close| open + close + 2);
                continue;
            }
            Some(b'%') => "%}",
            Some(b'{') => "}}",
            _ => {
                at = open + 1;
                continue;
            }
        };
        let TemplateTag { end, lists } = TemplateTag::read(text, open + 2, close);
        calls.extend(lists);
        let tag = text.get(open..end).unwrap_or_default();
        let word = tag.trim_start_matches(['{', '%', '-']).trim_start();
        let word = word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        at = end;
        match (close, word) {
            ("%}", "for") => calls.push(Insertion {
                at: end,
                // Space that the tag takes away is taken away all the same.
                text: if tag.ends_with("-%}") { "{{ loop_step() -}}" } else { "{{ loop_step() }}" },
                counts: open..end,
            }),
            ("%}", "raw") => at = after_raw(text, end),
            _ => {}
        }
    }
    calls
}

/// The end of the block in which nothing is a tag.
fn after_raw(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let is_end = |(_, after): &(usize, &str)| {
        after.trim_start_matches(['{', '%', '-', ' ', '\t', '\n']).starts_with("endraw")
    };
    let tags = rest.match_indices("{%").filter_map(|(at, _)| Some((at, rest.get(at..)?)));
    tags.into_iter().find(is_end).map_or(text.len(), |(at, _)| from + at + 2)
}

/// What is between two pairs of braces.
struct TemplateTag {
    /// Behind its closing braces.
    end: usize,
    /// Calls that count lists which are made by a loop, `[it.title for it in all]`.
    lists: Vec<Insertion>,
}

impl TemplateTag {
    fn read(text: &str, from: usize, close: &str) -> Self {
        let mut lists = Vec::new();
        let mut open: Vec<(u8, usize)> = Vec::new();
        let bytes = text.as_bytes();
        let mut at = from;
        while let Some(byte) = bytes.get(at).copied() {
            let rest = bytes.get(at..).unwrap_or_default();
            match byte {
                // A brace in a string closes nothing.
                b'"' | b'\'' | b'`' => {
                    let inside = bytes.get(at + 1..).unwrap_or_default();
                    at +=
                        inside.iter().position(|it| *it == byte).map_or(inside.len(), |it| it + 1);
                }
                _ if open.is_empty() && rest.starts_with(close.as_bytes()) => {
                    return Self { end: at + close.len(), lists };
                }
                b'[' | b'(' | b'{' => open.push((byte, at)),
                b']' | b')' | b'}' => drop(open.pop()),
                b'f' if is_for(bytes, at) => {
                    // Only in a list: a statement is counted where its tag ends, and all else is a
                    // name.
                    if let Some((b'[', list)) = open.last().copied() {
                        let counts = list..at + "for".len();
                        let item = Insertion { at: list + 1, text: "loop_item(value=", counts };
                        lists.push(Insertion { at, text: ") ", counts: item.counts.clone() });
                        lists.push(item);
                    }
                }
                _ => {}
            }
            at += 1;
        }
        Self { end: text.len(), lists }
    }
}

/// Whether the word `for` stands there.
fn is_for(bytes: &[u8], at: usize) -> bool {
    let is_part =
        |byte: Option<&u8>| byte.is_some_and(|it| it.is_ascii_alphanumeric() || *it == b'_');
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    let word = bytes.get(at..at + 3) == Some(b"for");
    word && !is_part(before) && !is_part(bytes.get(at + 3)) && before != Some(&b'.')
}

#[cfg(test)]
mod tests {
    use super::{calls, insert, restored};

    #[test]
    fn each_loop_has_a_call_and_nothing_else_has() {
        let counted = |text: &str| insert(text, calls(text)).0;
        for (text, expected) in [
            ("{% for a in b %}x{% endfor %}", "{% for a in b %}{{ loop_step() }}x{% endfor %}"),
            ("{%- for a in b -%} x", "{%- for a in b -%}{{ loop_step() -}} x"),
            ("{% for a in [\"%}\"] %}x", "{% for a in [\"%}\"] %}{{ loop_step() }}x"),
            ("{{ [a.b for a in c] }}", "{{ [loop_item(value=a.b ) for a in c] }}"),
            (
                "{% for a in [[b for b in c] for c in d] %}",
                "{% for a in [loop_item(value=[loop_item(value=b ) for b in c] ) for c in d] %}{{ loop_step() }}",
            ),
        ] {
            assert_eq!(counted(text), expected);
        }
        for text in [
            "{# {% for a in b %} #}",
            "{% raw %}{% for a in b %}{% endraw %}",
            "{{ page.for }} for { % for",
            "{{ \"[a for a in b]\" }} {{ [form, a] }}",
            "{% for",
            "{{ { \"a\": {} } }}",
        ] {
            let expected = if text == "{% for" { "{% for{{ loop_step() }}" } else { text };
            assert_eq!(counted(text), expected);
        }
    }

    #[test]
    fn places_are_those_of_the_file() {
        let text = "{% for a in b %}{{ a | no }}{% endfor %}";
        let (written, inserted) = insert(text, calls(text));
        let fault = written.find("no").unwrap_or_default();
        let place = restored(&inserted, fault..fault + 2);
        assert_eq!(text.get(place), Some("no"));
        let step = written.find("loop_step").unwrap_or_default();
        assert_eq!(text.get(restored(&inserted, step..step + 9)), Some("{% for a in b %}"));
    }
}
