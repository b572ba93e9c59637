//! Headings: their level after the shift that a stray H1 causes, and ids as
//! GitHub makes them, so that an anchor works in both places.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{HeadingLevel, Tag};
use unicode_normalization::char::is_combining_mark;

use super::events::Events;
use super::html::number;
use crate::document::titles;

/// A heading of the body.
#[derive(Debug)]
pub(in crate::document) struct Heading {
    /// The event that starts it.
    pub(in crate::document) at: usize,
    /// After the shift; 0 for one that is not shown.
    pub(in crate::document) level: u8,
    pub(in crate::document) id: String,
    /// Its text without marks.
    pub(in crate::document) title: String,
    /// In no list or quote.
    pub(in crate::document) on_top: bool,
}

/// Reads the headings of a body, in order. `title` is the page's own.
pub(in crate::document) fn read(events: &Events<'_>, title: Option<&str>) -> Vec<Heading> {
    let top: BTreeSet<usize> = events.children(events.all()).collect();
    let mut used = Ids::default();
    let mut headings = Vec::new();
    let title_at = title.and_then(|title| title_heading(events, title));
    let mut shift = 0;
    for at in events.all() {
        let Some(Tag::Heading { level, .. }) = events.tag(at) else { continue };
        let text = events.plain(events.inside(at));
        let on_top = top.contains(&at);
        let level = number(*level);
        let is_title = title_at == Some(at);
        if level == 1 && on_top {
            // Below an H1 that is a part of the text everything
            // moves down with it: the page has one H1.
            shift = u8::from(!is_title);
        }
        let shown = !is_title && events.shows(events.inside(at));
        // A heading in a quote or list cuts no section.
        let lowest = if on_top { 2 } else { 3 };
        let level = if shown { (level + shift).clamp(lowest, 6) } else { 0 };
        // As on GitHub, where tags take no part in an anchor.
        let words = events.plain_without_html(events.inside(at));
        let given = match events.tag(at) {
            Some(Tag::Heading { id, .. }) => id.as_deref(),
            _ => None,
        };
        let id = match given {
            _ if !shown => String::new(),
            Some(given) => used.take_slug(given),
            None => used.take_slug(&slug(&words)),
        };
        headings.push(Heading { at, level, id, title: text, on_top });
    }
    headings
}

/// The H1 that repeats the page's title: the first that says the same, or the only
/// one, if nothing is said above it and it says nearly the same.
fn title_heading(events: &Events<'_>, title: &str) -> Option<usize> {
    let is_h1 =
        |at: &usize| matches!(events.tag(*at), Some(Tag::Heading { level: HeadingLevel::H1, .. }));
    let all: Vec<usize> = events.children(events.all()).filter(is_h1).collect();
    let text = |at: usize| events.plain(events.inside(at));
    let same = all.iter().find(|at| titles::same(title, &text(**at)));
    if same.is_some() {
        return same.copied();
    }
    let [only] = all.as_slice() else { return None };
    // A badge or a comment above it is not the text's beginning.
    let says = |at: usize| !events.prose(at..events.end(at) + 1).is_empty();
    let is_first = !events.children(0..*only).any(says);
    (is_first && titles::nearly_same(title, &text(*only))).then_some(*only)
}

/// Ids that are given out once.
#[derive(Debug, Default)]
struct Ids {
    taken: BTreeSet<String>,
    /// The last number tried for an id.
    counts: BTreeMap<String, usize>,
}

impl Ids {
    fn take_slug(&mut self, slug: &str) -> String {
        let base = own(slug);
        // Counting on from the last number: a thousand equal headings would try a thousand each.
        let count = self.counts.entry(base.clone()).or_default();
        let mut id = base.clone();
        while !self.taken.insert(id.clone()) {
            *count += 1;
            id = own(&format!("{base}-{count}"));
        }
        id
    }
}

/// The id that a heading with these words gets, but for a number.
pub fn anchor_of(text: &str) -> String {
    own(&slug(text))
}

/// The id that GitHub makes of a heading: lower case, hyphens for spaces,
/// letters, marks, digits and underscores only.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            ' ' => slug.push('-'),
            '-' | '_' => slug.push(c),
            _ if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            // Without a hyphen in its place, as GitHub has it: "A & B" is `a--b`.
            _ if c.is_ascii() => {}
            _ => {
                let is_letter = |c: &char| c.is_alphanumeric() || is_combining_mark(*c);
                slug.extend(c.to_lowercase().filter(is_letter));
            }
        }
    }
    slug
}

/// The id of a heading whose slug this is. A slug that a script or the page
/// itself could trip over gets an ending.
fn own(slug: &str) -> String {
    let bare = slug.trim_matches('-');
    if bare.is_empty() {
        // An id must not be empty, and emoji alone leave none.
        return "section".to_owned();
    }
    if is_reserved(slug) { format!("{slug}-section") } else { slug.to_owned() }
}

/// Names that scripts find on every object, that a page's own elements have,
/// or that are made like those of notes and blocks.
fn is_reserved(slug: &str) -> bool {
    const NAMES: [&str; 15] = [
        "__proto__",
        "body",
        "constructor",
        "content",
        "document",
        "head",
        "html",
        "main",
        "nav",
        "page",
        "q",
        "search",
        "toc",
        "top",
        "window",
    ];
    // The page's own elements are numbered so, and of two equal ids only the first is ever reached.
    let numbered = ["caught-", "drill-", "fn-", "fnref-", "prompt-"].into_iter().any(|prefix| {
        let number = slug.strip_prefix(prefix);
        number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
    });
    NAMES.contains(&slug) || numbered || slug.starts_with("pb-")
}

/// Whether a line is a heading that is marked by `#` and stands at the margin.
pub(in crate::document) fn is_heading_line(line: &str) -> bool {
    let text = line.trim_start_matches('#');
    let marks = line.len() - text.len();
    (1..=6).contains(&marks) && text.starts_with([' ', '\t']) && !text.trim().is_empty()
}

/// The range of a heading in the file without its line end.
pub(in crate::document) fn place(events: &Events<'_>, at: usize) -> Range<usize> {
    let range = events.range(at);
    let text = events.source_of(range.clone());
    let first = text.lines().next().map_or(0, str::len);
    range.start..range.start + first
}
