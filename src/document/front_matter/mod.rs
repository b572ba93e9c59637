//! Reads front matter as people write it. A file's text enters; typed values,
//! the place of every key and messages leave. What is clear is recovered and
//! said, what is not is absent with a message, and the rest stands.
//! Deliberately absent: whether a role, tool or page exists; gaps.

mod above;
mod address;
mod bounds;
mod dates;
mod fields;
mod head;
mod hints;
mod keys;
mod layer;
mod line;
mod mends;
mod misnamed;
mod node;
mod notation;
mod own_title;
mod paths;
mod plain_name;
mod raw;
mod repair;
mod repaired;
mod report;
mod scalar;
mod text;
mod text_line;
mod tree;
mod values;
mod wrapper;

pub use bounds::MAX_ROLES;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::{DocumentSettings, words};
use crate::diagnostic::rules::front::{
    pb103_title, pb104_no_front_matter, pb106_limit, pb123_title_length, pb124_summary_length,
};
use crate::diagnostic::{Diagnostic, KeyPlace, Place};
use crate::domain::reading::Values;
use crate::domain::{Field, Front, Kind, fields_of, title_key};
use dates::DateReading;
use fields::FrontMatterMap;
use head::Head;
pub use keys::field as known_field;
use node::MapEntry;
use notation::Notation;
pub use own_title::own_title;
pub use raw::{RawFrontMatter, RawValue, read_raw};
use report::FrontMatterReport;
pub use text::says_nothing;

/// What the head of a file says.
#[derive(Clone, Debug)]
pub struct FrontMatter {
    /// `title` or `name`; without one the page cannot stand.
    pub title: Option<String>,
    /// The `summary`, if there is one.
    pub summary: Option<String>,
    /// Old addresses of the page.
    pub redirect_from: Vec<String>,
    /// Ids that the page had.
    pub former: Vec<String>,
    /// The fields of the kind, with something in place of one that is missing and
    /// that the page cannot do without.
    pub front: Front,
    /// Whether none is missing so: with a title the page can stand.
    pub is_whole: bool,
    /// Key paths (`roles[1]`): the key and the value, in bytes of the text.
    pub keys: BTreeMap<String, KeyPlace>,
    /// The front matter with its fences.
    pub front_range: Option<Range<usize>>,
    /// Where the body starts.
    pub body_start: usize,
    /// Where it ends: before what a fence around the page has behind it.
    pub body_end: usize,
    /// What is wrong with it, or was assumed.
    pub diagnostics: Vec<Diagnostic>,
}

/// Characters of a title; outside, a workflow's title warns.
pub const TITLE: std::ops::RangeInclusive<usize> = 8..=80;

/// Characters that no title may exceed.
// The page stands all the same; longer titles break cards, tabs and lists of results.
const MAX_TITLE_CHARS: usize = 200;

/// Characters of a summary.
pub const MAX_SUMMARY_CHARS: usize = 160;

/// Reads the front matter of `text`, which is normalised: no BOM, LF line ends.
pub fn read(path: &Arc<str>, kind: Kind, text: &str, settings: &DocumentSettings) -> FrontMatter {
    let mut report = FrontMatterReport::new(path, text, settings);
    let head = head::find(kind, text, &mut report);
    let read = match &head {
        Some(head) => inside(kind, text, head, &mut report),
        None => without(kind, text, &mut report),
    };
    let body = head.as_ref().map_or(0..text.len(), |head| head.body.clone());
    FrontMatter {
        title: read.title,
        summary: read.summary,
        redirect_from: read.redirect_from,
        former: read.former,
        front: read.front,
        is_whole: report.is_whole,
        body_start: body.start,
        body_end: body.end,
        front_range: head.map(|head| head.front),
        diagnostics: report.finish(),
        keys: report.keys,
    }
}

/// A text as it is written between brackets, in quotes only where it needs them.
pub fn written_value(text: &str) -> String {
    scalar::written(&words::one_line(text), true)
}

/// What a day that somebody wrote means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenDate {
    /// One day, in whatever form.
    Day(Date),
    /// One of two: day and month may change places.
    Either(Date, Date),
    /// No day at all.
    None,
}

/// Reads a day as people write it: `2026-10-03`, `3 October 2026`.
pub fn read_date(text: &str) -> WrittenDate {
    match dates::read(text) {
        DateReading::Plain(date) | DateReading::OtherForm(date) | DateReading::AmongWords(date) => {
            WrittenDate::Day(date)
        }
        DateReading::Ambiguous(first, second) => WrittenDate::Either(first, second),
        DateReading::None(_) => WrittenDate::None,
    }
}

/// The values of one file.
struct ReadValues {
    title: Option<String>,
    summary: Option<String>,
    redirect_from: Vec<String>,
    former: Vec<String>,
    front: Front,
}

impl ReadValues {
    /// Of a file whose front matter nobody can read. The home page has no fields.
    fn nothing(report: &mut FrontMatterReport<'_>) -> Self {
        report.is_whole = false;
        Self { title: None, ..Self::of_home() }
    }

    /// Of a home page that says nothing but its text.
    fn of_home() -> Self {
        let (redirect_from, former) = (Vec::new(), Vec::new());
        let title = Some(String::new());
        Self { title, summary: None, redirect_from, former, front: Front::Home }
    }
}

/// A file without front matter: only the home page can do without.
fn without(kind: Kind, text: &str, report: &mut FrontMatterReport<'_>) -> ReadValues {
    if kind == Kind::Home {
        return ReadValues::of_home();
    }
    let place = Place::bytes(report.path, 0..0);
    let lines = first_lines(kind, text, &report.settings.ladder);
    let message = pb104_no_front_matter::missing(place, kind.noun(), &lines);
    report.add(message.fixed(0..0, format!("{lines}\n\n")));
    ReadValues::nothing(report)
}

/// All lines that a page of this kind cannot do without, or is a first version without: once
/// they are filled in, the next look at the page is at its text.
fn first_lines(kind: Kind, text: &str, ladder: &[String]) -> String {
    let own = own_title(text).or_else(|| own_title::first_line(text));
    let own = own.map(|title| scalar::written(title, false));
    let is_title = |field: &&Field| field.name == title_key(kind);
    let is_first =
        |field: &&Field| field.is_required || field.gap.is_some_and(|_| kind == Kind::Workflow);
    let all = || fields_of(kind).into_iter().flatten();
    let title = own.unwrap_or_else(|| "...".to_owned());
    let mut lines = format!("---\n{}: {title}\n", title_key(kind));
    for field in all().filter(|it| is_first(it) && !is_title(it)) {
        lines.push_str(&fields::first_form(field, ladder));
        lines.push('\n');
    }
    lines + "---"
}

fn inside(kind: Kind, text: &str, head: &Head, report: &mut FrontMatterReport<'_>) -> ReadValues {
    let inner = text.get(head.inner.clone()).unwrap_or_default();
    let limit = report.settings.limits.front_matter_bytes;
    if inner.len() as u64 > limit {
        // The opening fence: thousands of lines would be shown otherwise.
        let first_line = head.front.start..(head.front.start + 3).min(head.front.end);
        let place = report.bytes(&first_line);
        report.add(pb106_limit::size(place, inner.len(), limit));
        return ReadValues::nothing(report);
    }
    let entries = match head.notation {
        Notation::Yaml => {
            report.first_line = Some(head.inner.start);
            // On lines before YAML is read: a parser that fails has lost what was meant.
            let repaired = repair::repair(inner, head.inner.start, kind, report);
            tree::parse(&repaired, report)
        }
        other => match notation::entries(other, &head.inner, &head.front, report) {
            Some(entries) => entries,
            None => return ReadValues::nothing(report),
        },
    };
    typed(kind, &entries, report)
}

fn typed(kind: Kind, entries: &[MapEntry], report: &mut FrontMatterReport<'_>) -> ReadValues {
    let mut fields = FrontMatterMap::new(String::new(), entries, fields_of(kind), report);
    let title = title(kind, &mut fields);
    let summary = summary(&mut fields);
    let front = Front::read(kind, &mut fields).map(|mut front| {
        bounds::check(&mut front, &mut fields);
        front
    });
    let (redirect_from, former) = match kind {
        Kind::Home => (Vec::new(), Vec::new()),
        _ => (fields.paths("redirect_from"), paths::former(&mut fields)),
    };
    fields.finish();
    match front {
        Some(front) => ReadValues { title, summary, redirect_from, former, front },
        None => ReadValues { title, summary, ..ReadValues::nothing(report) },
    }
}

fn title(kind: Kind, fields: &mut FrontMatterMap<'_, '_>) -> Option<String> {
    let key = title_key(kind);
    if kind == Kind::Home {
        return Some(fields.text(key).unwrap_or_default());
    }
    let given = fields.has(key);
    // A title of the wrong type has its message, and a second one, "no title", would be wrong.
    let said = fields.report.count();
    let title = fields.text(key);
    let Some(title) = title else {
        // Where the value is refused or no text, a message says so already.
        let refused =
            fields.take(key).is_some_and(|found| found.node.shape == node::NodeShape::Refused);
        if !given || !refused && fields.report.count() == said {
            missing_title(kind, key, fields);
        }
        return None;
    };
    let length = title.chars().count();
    let place = fields.report.value(key);
    if length > MAX_TITLE_CHARS {
        fields.report.add(pb103_title::too_long(place, key, length, MAX_TITLE_CHARS));
    } else if kind == Kind::Workflow && !TITLE.contains(&length) {
        fields.report.add(pb123_title_length::outside(place, &title, length, &TITLE));
    }
    Some(title)
}

/// The writer's own heading is the title that is meant, if there is one.
fn missing_title(kind: Kind, key: &'static str, fields: &mut FrontMatterMap<'_, '_>) {
    let text = fields.report.text;
    // `title: # Prepare a call` hides what was written, and nobody sees why.
    let behind_hash = fields.written_key(key).and_then(|range| {
        let line = text.get(mends::lines_around(text, &range))?;
        let (_, hidden) = line.split_once(':')?.1.split_once("# ")?;
        Some(hidden.trim()).filter(|hidden| !hidden.is_empty() && !hints::is_hint(hidden))
    });
    let own = behind_hash.or_else(|| own_title(text)).map(|title| scalar::written(title, false));
    let place = fields.report.value(key);
    let message = pb103_title::missing(place, kind.noun(), key, own.is_some());
    let Some(title) = own else { return fields.report.add(message) };
    let line = format!("{key}: {title}");
    match (fields.written_key(key), fields.report.first_line) {
        // The line is there without a value, as templates have it.
        (Some(range), _) => {
            let lines = mends::lines_around(text, &range);
            fields.report.mend(message, lines, line);
        }
        (None, Some(at)) => fields.report.add(message.pasted(at..at, format!("{line}\n"))),
        (None, None) => fields.report.add(message.help(line)),
    }
}

fn summary(fields: &mut FrontMatterMap<'_, '_>) -> Option<String> {
    let summary = fields.text("summary")?;
    let length = summary.chars().count();
    if length > MAX_SUMMARY_CHARS {
        let place = fields.report.value("summary");
        fields.report.add(pb124_summary_length::long(place, length, MAX_SUMMARY_CHARS));
    }
    Some(summary)
}
