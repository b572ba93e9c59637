//! The form for people: message, place, source line, caret, help.

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::excerpt::{Excerpt, fit_together, lines, visible, window};
use super::{Counts, Lookup, locate};
use crate::diagnostic::{
    At, Diagnostic, Location, Place, Severity, SourceMap, Text, Translation, text,
};

/// Other places of a message that are shown with their lines.
const MAX_EXCERPTS: usize = 4;

/// Other places of a message that are named, where there are more than that.
const MAX_PLACES: usize = 5;

/// How it may look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// With a terminal's colours.
    pub color: bool,
    /// Columns of the terminal; 140 when nobody knows.
    pub width: Option<usize>,
    /// The language that it is said in.
    pub translation: Translation,
}

/// All of them, in the order given, with an empty line between two.
pub fn human<'a>(
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
    lookup: &Lookup<'_>,
    style: Style,
) -> String {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = match style.width {
        // Narrower, no room would be left for code beside the line numbers.
        Some(width) => renderer.term_width(width.max(40)),
        None => renderer,
    };
    let mut text = String::new();
    for diagnostic in diagnostics {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&message(diagnostic, lookup, &renderer, style.translation));
        text.push('\n');
    }
    text
}

/// "3 errors, 1 gap, 12 warnings"; "no problems" when there are none.
pub fn summary(counts: Counts, translation: Translation) -> String {
    let errors = match counts.error {
        1 => text!("1 error"),
        count => text!("{count} errors", count),
    };
    let gaps = match counts.gap {
        1 => text!("1 gap"),
        count => text!("{count} gaps", count),
    };
    let warnings = match counts.warn {
        1 => text!("1 warning"),
        count => text!("{count} warnings", count),
    };
    let named = [(counts.error, errors), (counts.gap, gaps), (counts.warn, warnings)];
    let parts: Vec<_> =
        named.into_iter().filter(|(count, _)| *count > 0).map(|(_, part)| part).collect();
    let all = if parts.is_empty() { text!("no problems") } else { Text::joined(parts, ", ") };
    all.translated(translation)
}

fn message(
    diagnostic: &Diagnostic,
    lookup: &Lookup<'_>,
    renderer: &Renderer,
    translation: Translation,
) -> String {
    let word = |text: Text| text.translated(translation);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(word(text!("error"))),
        // A gap is something to write and no fault: it has the colour of information.
        Severity::Gap => Level::INFO.with_name(word(text!("gap"))),
        Severity::Warn => Level::WARNING.with_name(word(text!("warn"))),
    };
    // Messages quote what a page says, and a terminal obeys escapes in any text.
    let title = level.primary_title(visible(&diagnostic.line(translation))).id(diagnostic.code);
    let mut parts =
        MessageParts { group: Group::with_title(title), moved: Vec::new(), translation };
    let apart = parts.add_primary(diagnostic, lookup);
    // Many excerpts would hide the message: then the places are named alone.
    let are_many = apart.len() > MAX_EXCERPTS;
    let rest = apart.len().saturating_sub(if are_many { MAX_PLACES } else { MAX_EXCERPTS });
    for (place, label) in apart.into_iter().take(MAX_PLACES) {
        if are_many {
            parts.add_place(place, label, lookup);
        } else {
            parts.add_related(place, label, lookup);
        }
    }
    if rest > 0 {
        let places = text!("and {rest} more places", rest);
        parts.add(Level::NOTE.message(word(places)));
    }
    for help in &diagnostic.help {
        // What to paste may have several lines.
        let help = help.translated(translation);
        let lines: Vec<_> = help.split('\n').map(visible).collect();
        let level = Level::HELP.with_name(word(text!("help")));
        parts.add(level.message(lines.join("\n")));
    }
    let mut text = renderer.render(&[parts.group]);
    for (shown, meant) in parts.moved {
        // The renderer counts columns in the text that it was given. It cannot be told where a
        // window begins in its line, so the heading of the excerpt is put right afterwards.
        text = text.replacen(&shown, &meant, 1);
    }
    text
}

struct MessageParts<'a> {
    group: Group<'a>,
    /// Places whose column the renderer counted in a window.
    moved: Vec<(String, String)>,
    translation: Translation,
}

impl<'a> MessageParts<'a> {
    /// Adds the place itself, and the related places that fit into its excerpt.
    /// Returns the others.
    fn add_primary<'d>(
        &mut self,
        diagnostic: &'d Diagnostic,
        lookup: &Lookup<'_>,
    ) -> Vec<(&'d Place, &'d Text)> {
        let place = &diagnostic.place;
        let related = diagnostic.related.iter().map(|(place, label)| (place, label));
        let Some(map) = source(place, lookup) else {
            self.add(origin(place, lookup));
            if let Some(label) = &diagnostic.label {
                let label = self.shown(label);
                self.add(Level::NOTE.message(label));
            }
            return related.collect();
        };
        let location = map.locate(&place.at);
        let (near, apart): (Vec<_>, Vec<_>) = related.partition(|(other, _)| {
            // Places that are close stand in one excerpt, as compilers show them; two excerpts of
            // the same lines would hide how they belong together.
            other.path == place.path
                && other.at != At::File
                && fit_together(&map.text, &location, &map.locate(&other.at))
        });
        let others: Vec<_> = near.iter().map(|(other, _)| map.locate(&other.at)).collect();
        let excerpt = if others.is_empty() {
            window(&map.text, &location)
        } else {
            let places: Vec<_> = std::iter::once(&location).chain(&others).collect();
            lines(&map.text, &places)
        };
        let labels = std::iter::once(diagnostic.label.as_ref())
            .chain(near.into_iter().map(|(_, label)| Some(label)));
        self.add_excerpt(place, &location, excerpt, labels);
        apart
    }

    fn add_related(&mut self, place: &Place, label: &Text, lookup: &Lookup<'_>) {
        let Some(map) = source(place, lookup) else {
            self.add_place(place, label, lookup);
            return;
        };
        let location = map.locate(&place.at);
        let excerpt = window(&map.text, &location);
        self.add_excerpt(place, &location, excerpt, [Some(label)]);
    }

    /// A place without its line.
    fn add_place(&mut self, place: &Place, label: &Text, lookup: &Lookup<'_>) {
        let Location { line, column, .. } = locate(place, lookup);
        let path = visible(&place.path);
        let label = self.shown(label);
        self.add(Level::NOTE.message(format!("{path}:{line}:{column}: {label}")));
    }

    fn add_excerpt<'l>(
        &mut self,
        place: &Place,
        location: &Location,
        excerpt: Excerpt,
        labels: impl IntoIterator<Item = Option<&'l Text>>,
    ) {
        let path = visible(&place.path);
        if excerpt.column != location.column {
            let at = |column| format!("{path}:{}:{column}", location.line);
            self.moved.push((at(excerpt.column), at(location.column)));
        }
        let kinds = std::iter::once(AnnotationKind::Primary)
            .chain(std::iter::repeat(AnnotationKind::Context));
        let annotations = kinds.zip(excerpt.spans).zip(labels).map(|((kind, span), label)| {
            kind.span(span).label(label.map(|label| self.shown(label)))
        });
        let snippet = Snippet::source(excerpt.text).path(path).line_start(excerpt.line);
        self.add(snippet.annotations(annotations));
    }

    fn shown(&self, text: &Text) -> String {
        visible(&text.translated(self.translation))
    }

    // `Group::element` takes the group by value; the stand-in is dropped at once.
    fn add(&mut self, element: impl Into<Element<'a>>) {
        self.group =
            std::mem::replace(&mut self.group, Group::with_level(Level::NOTE)).element(element);
    }
}

fn origin<'a>(place: &Place, lookup: &Lookup<'_>) -> Origin<'a> {
    let location = locate(place, lookup);
    Origin::path(visible(&place.path)).line(location.line).char_column(location.column)
}

/// The text to show lines of; none for a file as a whole, or one that could not
/// be read.
fn source<'a>(place: &Place, lookup: &Lookup<'a>) -> Option<&'a SourceMap> {
    let map = lookup(&place.path)?;
    (place.at != At::File && !map.text.is_empty()).then_some(map)
}
