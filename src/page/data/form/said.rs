//! What `check` says of a page where a browser can know it, as sentences with blanks
//! that the form fills in: dates, names, lengths, tools that may not be used, jobs,
//! blanks of a prompt. A test holds the form against `check`. Deliberately absent: what
//! only the files or other pages can tell.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::super::super::planner::Planner;
use super::fields::FormGap;
use crate::diagnostic::rules::body::{pb210_undescribed_blank, pb211_unused_description};
use crate::diagnostic::rules::front::{
    pb116_date, pb117_date_form, pb123_title_length, pb124_summary_length, pb125_many_roles,
};
use crate::diagnostic::rules::whole::{
    pb502_unknown_reference, pb510_first_version, pb512_stopped_page, pb513_needs_review,
    pb514_future_date, pb516_nearly_a_job,
};
use crate::diagnostic::{Diagnostic, Place, Text, Translation};
use crate::document::front_matter::{MAX_ROLES, MAX_SUMMARY_CHARS, TITLE};
use crate::domain::Kind;
use crate::language;

/// Sentences of `check`, and what they are held against.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub(super) struct Said {
    /// Messages, by what the form found.
    messages: BTreeMap<&'static str, FormMessage>,
    /// Parts that are missing, by what the form found.
    parts: BTreeMap<String, FormGap>,
    /// The words for the kinds of pages that a field may name, by folder.
    nouns: BTreeMap<&'static str, String>,
    /// Lengths and counts, least and most.
    limits: BTreeMap<&'static str, usize>,
    /// Names of the months in each language.
    months: Vec<&'static [String]>,
    /// Whether there are colleagues whom no page may show: a name may be one of theirs.
    has_hidden_people: bool,
}

/// A message with blanks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
struct FormMessage {
    message: String,
    /// What stands below the place.
    label: Option<String>,
    help: Vec<String>,
}

pub(super) fn plan(planner: &Planner<'_>) -> Said {
    let translation = Translation::for_language(&planner.playbook().config.site.language_tag);
    let said = |(key, found): (&'static str, Diagnostic)| {
        let words = |text: &Text| text.translated(translation);
        let label = found.label.as_ref().map(words);
        let help = found.help.iter().map(words).collect();
        (key, FormMessage { message: words(&found.message), label, help })
    };
    let part = |(key, (name, help)): (String, (Text, Text))| {
        let gap =
            FormGap { name: name.translated(translation), help: help.translated(translation) };
        (key, gap)
    };
    let nouns = [Kind::Role, Kind::Workflow];
    Said {
        messages: dates().into_iter().chain(front()).chain(names()).map(said).collect(),
        parts: unknown_names().into_iter().map(part).collect(),
        nouns: nouns
            .map(|kind| (kind.folder(), Text::from(kind.noun()).translated(translation)))
            .into(),
        limits: [
            ("title_least", *TITLE.start()),
            ("title_most", *TITLE.end()),
            ("summary", MAX_SUMMARY_CHARS),
            ("roles", MAX_ROLES),
        ]
        .into(),
        months: language::shipped().iter().map(|it| it.months.as_slice()).collect(),
        has_hidden_people: planner.playbook().hidden_people.iter().next().is_some(),
    }
}

fn place() -> Place {
    Place::file(&Arc::from(""))
}

fn blank(name: &'static str) -> Text {
    Text::verbatim(format!("{{{name}}}"))
}

fn dates() -> Vec<(&'static str, Diagnostic)> {
    let readings = [("{first}", "{first_words}"), ("{second}", "{second_words}")]
        .map(|(date, words)| (date.to_owned(), Text::verbatim(words)));
    vec![
        ("date", pb116_date::none(place(), "{key}", "{found}", None)),
        ("two_dates", pb116_date::two_readings(place(), "{key}", "{found}", readings)),
        ("date_form", pb117_date_form::assumed(place(), "{found}", "{date}")),
        ("future", pb514_future_date::breach(place(), "{key}", "{found}", "{as_of}")),
    ]
}

fn front() -> Vec<(&'static str, Diagnostic)> {
    let short = pb123_title_length::outside(place(), "{title}", TITLE.start() - 1, &TITLE);
    let long = pb123_title_length::outside(place(), "{title}", TITLE.end() + 1, &TITLE);
    let summary = pb124_summary_length::long(place(), MAX_SUMMARY_CHARS + 1, MAX_SUMMARY_CHARS);
    let roles = pb125_many_roles::many(place(), MAX_ROLES + 1, MAX_ROLES);
    let with = |found: Diagnostic, message: Text| Diagnostic { message, ..found };
    vec![
        ("short_title", with(short, pb123_title_length::sentence(blank("length")))),
        ("long_title", with(long, pb123_title_length::sentence(blank("length")))),
        ("long_summary", with(summary, pb124_summary_length::sentence(blank("length")))),
        ("many_roles", with(roles, pb125_many_roles::sentence(blank("count")))),
        ("job", pb516_nearly_a_job::misspelled(place(), "{job}", "{near}", "{role}")),
        ("blank", pb210_undescribed_blank::of(place(), "{name}")),
        ("no_blank", pb211_unused_description::of(place(), "{name}", &[])),
    ]
}

fn names() -> Vec<(&'static str, Diagnostic)> {
    let (tool, instead) = ("{tool}", Some("{instead}"));
    let rungs = ("{data}", "{most}");
    // Whatever the folder is called, the noun comes with the name.
    let unknown = |near, known| {
        pb502_unknown_reference::breach(place(), ("{noun}", "{folder}"), "{word}", near, known)
    };
    vec![
        ("banned", pb512_stopped_page::tool(place(), tool, None)),
        ("banned_instead", pb512_stopped_page::tool(place(), tool, instead)),
        ("too_delicate", pb512_stopped_page::data(place(), rungs, tool, None)),
        ("too_delicate_instead", pb512_stopped_page::data(place(), rungs, tool, instead)),
        ("retired", pb513_needs_review::tool(place(), tool, None)),
        ("retired_instead", pb513_needs_review::tool(place(), tool, instead)),
        ("left", pb513_needs_review::owner(place(), "{owner}")),
        ("unknown", unknown(None, "{known}")),
        ("unknown_near", unknown(Some("{near}"), "{known}")),
    ]
}

fn unknown_names() -> Vec<(String, (Text, Text))> {
    let kinds = [("tool", Kind::Tool), ("owner", Kind::Person)];
    let of = |(part, kind): (&'static str, Kind)| {
        let command = format!("playbook new {} \"{{word}}\"", kind.word());
        let word = ("{word}", command.as_str());
        [
            (part.to_owned(), pb510_first_version::unknown_name(part, word, None)),
            (format!("{part}_near"), pb510_first_version::unknown_name(part, word, Some("{near}"))),
        ]
    };
    kinds.into_iter().flat_map(of).collect()
}
