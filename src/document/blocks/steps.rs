//! Steps and their tags at the line's end: `(20 min, me)`,
//! `- removed: memory`, `- kept: relationship`.

use std::ops::Range;

use super::items::{self, Tail, last_parenthesis};
use super::step_time::{corrected, has_length, time};
use crate::diagnostic::rules::body::{pb230_untagged_step, pb231_step_tag, pb232_step_time};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::excerpts::{Step, StepTag};
use crate::document::markdown::edits::{Edits, Replacement};
use crate::document::markdown::escape::escape;
use crate::document::markdown::events::Events;
use crate::document::names::fold;
use crate::domain::{KeptFor, Limit};
use crate::language::Language;

/// Which list of steps this is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::document) enum StepsKind {
    /// Every step is removed or kept.
    Old,
    /// Any list.
    New,
    /// Only an ordered list is one of steps.
    Steps,
}

/// Reads the steps in a section, takes the tags out of the text and shows
/// them as notes.
pub(in crate::document) fn read(
    events: &Events<'_>,
    section: Range<usize>,
    way: StepsKind,
    language: &Language,
    edits: &mut Edits,
) -> (Vec<Step>, Vec<StepProblem>) {
    let mut steps = Vec::new();
    let mut problems = Vec::new();
    // Under *Steps* a bulleted list is as often one of materials; the two ways are lists anyhow.
    for item in items::of_lists(events, section, way == StepsKind::Steps) {
        let first_paragraph = items::first_paragraph(events, item);
        if first_paragraph.is_empty() {
            continue;
        }
        let tail = Tail::of(events, first_paragraph.clone());
        let tags = Tags::read(&tail.text);
        let whole = events.plain(first_paragraph.clone());
        let range =
            events.range(first_paragraph.start).start..events.range(first_paragraph.end - 1).end;
        match &tags.unknown {
            Some(word) => problems.push(StepProblem::Word(range.clone(), word.clone())),
            None if way == StepsKind::Old && tags.tag.is_none() => {
                problems.push(StepProblem::Untagged(range.clone(), whole.clone()));
            }
            None => {}
        }
        // One step without a time leaves its way without a sum, so one that cannot be read is told.
        if let Some(inner) = tags.unreadable_time(&tail.text, way) {
            let written = inner.to_owned();
            problems.push(StepProblem::Time(range, written, corrected(inner)));
        }
        let note = tags.note(language);
        if !note.is_empty() {
            tail.cut(tags.keep, (item, 0), events, edits);
            show(item, first_paragraph, tags.tag, &note, edits);
        }
        let cut: String = tail.text.get(tags.keep..).unwrap_or_default().to_owned();
        let cut = cut.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = whole.strip_suffix(&cut).unwrap_or(&whole).trim_end().to_owned();
        steps.push(Step { text, minutes: tags.minutes, who: tags.who, tag: tags.tag });
    }
    (steps, problems)
}

/// What is the matter with a step.
pub(in crate::document) enum StepProblem {
    /// A step of the old way that is neither removed nor kept.
    Untagged(Range<usize>, String),
    /// `removed` or `kept` with a word that is none of theirs.
    Word(Range<usize>, String),
    /// A bracket where the time belongs that is none, and how it is written.
    Time(Range<usize>, String, String),
}

impl StepProblem {
    pub(in crate::document) fn at(self, place: impl Fn(Range<usize>) -> Place) -> Diagnostic {
        match self {
            Self::Untagged(range, text) => pb230_untagged_step::step(place(range), &text),
            Self::Word(range, word) => pb231_step_tag::word(place(range), &word),
            Self::Time(range, written, corrected) => {
                pb232_step_time::unread(place(range), &written, &corrected)
            }
        }
    }
}

fn show(
    item: usize,
    first_paragraph: Range<usize>,
    tag: Option<StepTag>,
    note: &str,
    edits: &mut Edits,
) {
    let class = match tag {
        Some(StepTag::Removed(_)) => "step removed",
        Some(StepTag::Kept(_)) => "step kept",
        None => "step",
    };
    edits.replace(item, Replacement::Html(format!("\n<li class=\"{class}\">")));
    // An element besides the class: without style sheets a removed step is still struck out.
    let removed = matches!(tag, Some(StepTag::Removed(_)));
    if removed {
        edits.before(first_paragraph.start, "<del>");
    }
    let mut end = String::from(if removed { "</del>" } else { "" });
    end.push_str(" <small class=\"step-note\">");
    escape(note, &mut end);
    end.push_str("</small>");
    edits.after(first_paragraph.end - 1, &end);
}

/// The tags at the end of a line.
#[derive(Debug, Default)]
struct Tags {
    /// Bytes before the tags.
    keep: usize,
    minutes: Option<u32>,
    who: Option<String>,
    tag: Option<StepTag>,
    unknown: Option<String>,
}

impl Tags {
    fn read(line: &str) -> Self {
        let mut tags = Self::default();
        let mut rest = line.trim_end();
        loop {
            // Either order: `(20 min) - removed: memory` and `- removed: memory (20 min)`.
            if tags.minutes.is_none()
                && let Some((before, inner)) = last_parenthesis(rest)
                && let Some((minutes, who)) = time(inner)
            {
                (tags.minutes, tags.who) = (Some(minutes), who);
                rest = before.trim_end();
            } else if tags.tag.is_none()
                && tags.unknown.is_none()
                && let Some((before, kind, word)) = dashed(rest)
            {
                tags.tag = parse(kind, word);
                if tags.tag.is_none() {
                    tags.unknown = Some(format!("{kind}: {word}"));
                    break;
                }
                rest = before.trim_end();
            } else {
                break;
            }
        }
        tags.keep = rest.len();
        tags
    }

    /// What stands in brackets where the time belongs and is none: before a tag
    /// anything, at the end of a line what has minutes or hours in it.
    fn unreadable_time<'t>(&self, line: &'t str, way: StepsKind) -> Option<&'t str> {
        let (_, inner) = last_parenthesis(line.get(..self.keep)?)?;
        // Under *Steps* a bracket at the end is mostly an aside, such as "(within 2 hours)".
        let meant = self.tag.is_some() || way != StepsKind::Steps && has_length(inner);
        (self.minutes.is_none() && meant).then_some(inner)
    }

    /// The tags in words, in the page's language.
    fn note(&self, language: &Language) -> String {
        let mut parts = Vec::new();
        parts.extend(self.minutes.map(|n| language.duration(n, n)));
        parts.extend(self.who.clone());
        parts.extend(self.tag.map(|tag| {
            let key = match tag {
                StepTag::Removed(limit) => format!("removed-{}", limit.as_str()),
                StepTag::Kept(reason) => format!("kept-{}", reason.as_str()),
            };
            language.word(&key).to_owned()
        }));
        parts.join(" \u{B7} ")
    }
}

/// ` - removed: memory` at the end: what is before it, `removed` or `kept`,
/// and the word.
fn dashed(line: &str) -> Option<(&str, &'static str, &str)> {
    let at = line.rfind([':'])?;
    let (head, word) = line.split_at_checked(at)?;
    let word = word.trim_start_matches(':').trim().trim_end_matches('.');
    let head = head.trim_end();
    let lower = head.to_ascii_lowercase();
    let kind = ["removed", "kept"].into_iter().find(|kind| lower.ends_with(kind))?;
    let before = head.get(..head.len().checked_sub(kind.len())?)?.trim_end();
    let before = before.strip_suffix(['-', '\u{2013}', '\u{2014}'])?;
    // More words are a sentence that happens to have "kept:" in it.
    let single = !word.is_empty() && word.split_whitespace().count() <= 3;
    // `self-kept: x` has no dash before the tag, it has a hyphen.
    let parted = before.is_empty() || before.ends_with(char::is_whitespace);
    (single && parted).then_some((before, kind, word))
}

fn parse(kind: &str, word: &str) -> Option<StepTag> {
    let word = fold(word);
    if kind == "removed" {
        return Limit::parse(&word).map(StepTag::Removed);
    }
    let word = if word == "judgement" { "judgment" } else { &word };
    KeptFor::parse(word).map(StepTag::Kept)
}
