//! Reads a body: one parse, passes that say what a write-up wants, one writing
//! of it all. Out come the body in pieces, what other pages may quote, and what
//! the body has of its layer's contract.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag};

use super::blocks::fences::BlockReader;
use super::blocks::steps::{self, StepsKind};
use super::blocks::{checks, paste, pasting, unfenced_caught, unmarked_prompt};
use super::body::{self, Body, Cut, Markdown, Section};
use super::card::{Contract, Link};
use super::excerpts::Excerpts;
use super::markdown::edits::Replacement;
use super::markdown::events::Dialect;
use super::markdown::footnotes::{self, Footnotes};
use super::markdown::headings::{self, Heading};
use super::markdown::leftovers::{self, Leftover};
use super::markdown::links::Slots;
use super::markdown::lost_cells::{self, LostCells};
use super::markdown::raw_html::{self, RawHtml};
use super::markdown::{Edits, Events, code, extras, html, links, tables};
use super::mends::{self, Faults, MendContext, MendedText, Round};
use super::misplaced;
use super::outline::{Outline, OutlineSection, SectionNames};
use super::{DocumentSettings, hidden_words, sensitive, sentence, sketch, twin};
use crate::diagnostic::rules::body::{
    pb205_unsafe_address, pb206_raw_html, pb225_drill_page, pb241_leftover_markup,
    pb245_hidden_words, pb247_lost_cell, pb249_unused_note,
};
use crate::diagnostic::rules::links::pb308_mail_parameters;
use crate::diagnostic::{Diagnostic, Place};
use crate::domain::{Kind, Layer, SectionName};
use crate::language::{self, Language};

/// What is known of a page before its body is read.
pub(super) struct PageContext<'a> {
    pub(super) path: &'a Arc<str>,
    /// The kind of page.
    pub(super) kind: Kind,
    /// Of a workflow that has one.
    pub(super) layer: Option<Layer>,
    /// A redesign that is still being built.
    pub(super) rebuilding: bool,
    /// Of a page that has one.
    pub(super) title: Option<&'a str>,
    /// What the page may depend on.
    pub(super) settings: &'a DocumentSettings,
}

impl PageContext<'_> {
    fn names(&self) -> SectionNames {
        match self.kind {
            Kind::Workflow if self.rebuilding => SectionNames::SoFar,
            Kind::Workflow => SectionNames::Contract,
            _ => SectionNames::None,
        }
    }

    fn mend_context(&self) -> MendContext<'_> {
        let required = |layer| SectionName::required(layer, self.rebuilding);
        MendContext {
            path: self.path,
            title: self.title,
            names: self.names(),
            required: self.layer.map(required).unwrap_or_default(),
        }
    }
}

/// Everything that a body says.
#[derive(Debug, Default)]
pub(super) struct BodyReading {
    /// For the page itself.
    pub(super) body: Body,
    /// For other pages.
    pub(super) excerpts: Excerpts,
    /// What is there of the layer's contract.
    pub(super) contract: Contract,
    /// Links and images, by slot.
    pub(super) links: Vec<Link>,
    /// Where they are.
    pub(super) link_ranges: Vec<Range<usize>>,
    /// Anchors and where they are.
    pub(super) headings: BTreeMap<String, Range<usize>>,
    /// First sentence of prose.
    pub(super) first_sentence: Option<String>,
    /// For near-duplicates.
    pub(super) sketch: Vec<u32>,
    /// Messages.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl BodyReading {
    /// Moves every place in the text.
    fn move_places(&mut self, origin: impl Fn(Range<usize>) -> Range<usize>) {
        let diagnostics = std::mem::take(&mut self.diagnostics);
        self.diagnostics = diagnostics.into_iter().map(|it| it.moved(&origin)).collect();
        for range in self.link_ranges.iter_mut().chain(self.headings.values_mut()) {
            *range = origin(range.clone());
        }
    }
}

/// Reads the body of `text`, which is these bytes of it. Fails with the place where
/// it nests too deep to be read.
pub(super) fn read(
    page: &PageContext<'_>,
    text: &Arc<str>,
    body: Range<usize>,
) -> Result<BodyReading, Range<usize>> {
    if body.end < text.len() {
        // What lies behind the body is no part of the page.
        let text: Arc<str> = text.get(..body.end).unwrap_or(text).into();
        return read_round(page, &text, body.start, &Round::first(&text));
    }
    read_round(page, text, body.start, &Round::first(text))
}

/// Reads a text again for each fault of it that was mended.
fn read_round(
    page: &PageContext<'_>,
    text: &Arc<str>,
    start: usize,
    round: &Round<'_>,
) -> Result<BodyReading, Range<usize>> {
    let nesting = page.settings.limits.nesting;
    let mut events = Events::read(text, start, nesting, Dialect::Page)?;
    events.html_is_text = !page.settings.allow_html;
    let Faults { mends, diagnostics } = mends::find(&events, &page.mend_context(), round);
    let mut reading = if mends.is_empty() {
        read_events(page, text, start, &events)
    } else {
        // The twin is made of the mended text, so that it reads as the page does.
        let mended = MendedText::of(text, mends);
        let reading = read_round(page, &mended.text, start, &round.next(&mended));
        let mut reading = reading.map_err(|range| mended.origin(range))?;
        reading.move_places(|range| mended.origin(range));
        // A comment that was ended is told as one that was open.
        let places: BTreeSet<&Place> = diagnostics.iter().map(|told| &told.place).collect();
        let code = pb245_hidden_words::RULE.code;
        reading.diagnostics.retain(|it| it.code != code || !places.contains(&it.place));
        reading
    };
    reading.diagnostics.extend(diagnostics);
    Ok(reading)
}

fn read_events(
    page: &PageContext<'_>,
    text: &Arc<str>,
    start: usize,
    events: &Events<'_>,
) -> BodyReading {
    let headings = headings::read(events, page.title);
    let mut reader = BodyReader {
        page,
        language: language::find(&page.settings.language),
        outline: Outline::of(events, &headings, page.names()),
        events,
        edits: Edits::default(),
        cuts: Vec::new(),
        hidden_words: BTreeSet::new(),
        out: BodyReading::default(),
    };
    // The first edit at an event counts, so the order of the passes is one of precedence: what
    // leaves the text, headings, links, raw HTML, blocks, and last what every page may have.
    let notes = footnotes::number(events, &mut reader.edits);
    reader.place_headings(&headings, &notes);
    reader.links();
    reader.raw_html();
    reader.told_words(&notes);
    reader.lines_and_blocks();
    reader.extras();
    footnotes::link_back(events, &notes, reader.language, &mut reader.edits);
    // After the blocks, since it counts what they found.
    reader.contract();
    reader.misplaced(&headings);
    reader.prose();
    reader.sensitive(start);
    reader.write(&notes);
    let start = u32::try_from(start).unwrap_or(u32::MAX);
    let cuts = twin::ordered(std::mem::take(&mut reader.cuts));
    reader.out.body.markdown = Markdown { text: Arc::clone(text), start, cuts: cuts.into() };
    reader.out
}

struct BodyReader<'a> {
    page: &'a PageContext<'a>,
    language: &'static Language,
    events: &'a Events<'a>,
    outline: Outline<'a>,
    edits: Edits,
    cuts: Vec<(Range<usize>, Cut)>,
    /// Where comments begin that hold words of the writer.
    hidden_words: BTreeSet<usize>,
    out: BodyReading,
}

impl BodyReader<'_> {
    fn report(&mut self, range: &Range<usize>, message: impl FnOnce(Place) -> Diagnostic) {
        let place = Place::bytes(self.page.path, range.clone());
        self.out.diagnostics.push(message(place));
    }

    /// Headings of sections are the theme's; a heading of a section that
    /// joined another keeps its anchor, and its words when they differ.
    fn place_headings(&mut self, headings: &[Heading], notes: &Footnotes) {
        let is_plain = |heading: &Heading| {
            let mut inside = self.events.inside(heading.at);
            !inside
                .any(|at| matches!(self.events.tag(at), Some(Tag::Link { .. } | Tag::Image { .. })))
        };
        for part in &self.outline.parts {
            for heading in &part.joined {
                let same = heading.title.eq_ignore_ascii_case(&part.heading.title);
                if same && is_plain(heading) {
                    let anchor = format!("<div id=\"{}\"></div>\n", heading.id);
                    let all = heading.at..=self.events.end(heading.at);
                    self.edits.replace_all(all, Replacement::Html(anchor));
                } else {
                    extras::heading(self.events, heading, 3, self.language, &mut self.edits);
                }
            }
        }
        for heading in headings {
            // The theme writes these, so they are no part of any piece.
            let is_cut = heading.on_top && heading.level == 2;
            if !is_cut {
                extras::heading(
                    self.events,
                    heading,
                    heading.level,
                    self.language,
                    &mut self.edits,
                );
            }
            // Only what is on the page is an anchor: a link to anything else is broken.
            if heading.level > 0 && !notes.hide(heading.at) {
                let place = headings::place(self.events, heading.at);
                self.out.headings.insert(heading.id.clone(), place);
            }
        }
    }

    fn links(&mut self) {
        let Slots { links, ranges, addresses, marks, refused, mailed } =
            links::number(self.events, &mut self.edits);
        for (n, (link, range)) in (0..).zip(links.iter().zip(&ranges)) {
            self.cuts.extend(link.by_name.then(|| (range.clone(), Cut::Named(n))));
        }
        for (number, mark) in marks {
            let n = u32::try_from(number).unwrap_or(u32::MAX);
            self.cuts.push((mark, Cut::Mark(n)));
        }
        for (n, address) in (0..).zip(addresses) {
            self.cuts.extend(address.map(|address| (address, Cut::Address(n))));
        }
        for link in refused {
            self.report(&link.range, |place| {
                pb205_unsafe_address::scheme(place, &link.href, &link.scheme, link.is_image)
            });
            self.cuts.extend(link.marks.into_iter().map(|mark| (mark, Cut::Comment)));
        }
        for (number, href) in mailed {
            let place = Place::link(self.page.path, number);
            let opened = links.get(number).map_or("", |link| link.href.as_str());
            self.out.diagnostics.push(pb308_mail_parameters::dropped(place, &href, opened));
        }
        self.out.links = links;
        self.out.link_ranges = ranges;
    }

    fn raw_html(&mut self) {
        let borders = self.outline.parts.iter().flat_map(|part| {
            [part.heading.at].into_iter().chain(part.joined.iter().map(|heading| heading.at))
        });
        let allow = self.page.settings.allow_html;
        let RawHtml { comments, shown } =
            raw_html::read(self.events, allow, &borders.collect(), &mut self.edits);
        let with_words = comments
            .iter()
            .filter(|range| hidden_words::has_words(self.events.source_of((*range).clone())));
        self.hidden_words = with_words.map(|range| range.start).collect();
        for range in comments.iter().filter(|range| self.hidden_words.contains(&range.start)) {
            let words = hidden_words::of(self.events.source_of(range.clone()));
            let place = Place::bytes(self.page.path, range.start..range.start + "<!--".len());
            self.out.diagnostics.push(pb245_hidden_words::found(place, &words));
        }
        self.cuts.extend(comments.into_iter().map(|range| (range, Cut::Comment)));
        // One message for the page: whoever writes HTML writes more than one tag.
        if let Some((range, tag)) = shown.first() {
            self.report(range, |place| pb206_raw_html::shown(place, tag, shown.len(), allow));
        }
    }

    /// What is shown as it is written and was meant as something else, and what a
    /// table has no room for.
    fn told_words(&mut self, notes: &Footnotes) {
        for Leftover { range, shape, instead } in leftovers::find(self.events) {
            let written = self.events.source_of(range.clone());
            self.report(&range, |place| {
                pb241_leftover_markup::found(place, shape, written, instead)
            });
        }
        for at in notes.unused() {
            let Some(Tag::FootnoteDefinition(label)) = self.events.tag(at) else { continue };
            let line = headings::place(self.events, at);
            self.report(&line, |place| pb249_unused_note::found(place, label));
        }
        for LostCells { range, columns, corrected } in lost_cells::find(self.events) {
            let lost = self.events.source_of(range.clone());
            self.report(&range, |place| pb247_lost_cell::found(place, lost, columns, corrected));
        }
    }

    fn lines_and_blocks(&mut self) {
        // Before the prompts, whose blanks are compared with what may never be pasted.
        for range in self.outline.ranges(SectionName::Before) {
            let found = paste::read(self.events, range);
            self.out.excerpts.may_paste.extend(found.may);
            self.out.excerpts.never_paste.extend(found.never);
        }
        self.steps(SectionName::Steps, StepsKind::Steps);
        // Steps of *Steps* are shown and not kept: no other page quotes them.
        self.out.excerpts.old_way = self.steps(SectionName::OldWay, StepsKind::Old);
        self.out.excerpts.new_way = self.steps(SectionName::NewWay, StepsKind::New);
        for range in self.outline.ranges(SectionName::Check) {
            let found = checks::read(self.events, range, self.language, &mut self.edits);
            self.out.excerpts.checks.extend(found);
        }
        let has_drill = BlockReader {
            path: self.page.path,
            events: self.events,
            language: self.language,
            excerpts: &mut self.out.excerpts,
            edits: &mut self.edits,
            cuts: &mut self.cuts,
            diagnostics: &mut self.out.diagnostics,
        }
        .read();
        if self.page.kind == Kind::Drill && !has_drill {
            self.report(&(0..0), |_| pb225_drill_page::no_block(Place::file(self.page.path)));
        }
    }

    fn steps(&mut self, section: SectionName, way: StepsKind) -> Vec<super::Step> {
        let mut steps = Vec::new();
        for range in self.outline.ranges(section) {
            let (found, problems) =
                steps::read(self.events, range, way, self.language, &mut self.edits);
            steps.extend(found);
            // Only a redesign promises to say what became of every step.
            if way != StepsKind::Old || self.page.layer == Some(Layer::Redesign) {
                let place = |range| Place::bytes(self.page.path, range);
                let problems = problems.into_iter().map(|problem| problem.at(place));
                self.out.diagnostics.extend(problems);
            }
        }
        steps
    }

    fn extras(&mut self) {
        let all = self.events.all();
        tables::wrap(self.events, all.clone(), self.language, &mut self.edits);
        extras::alerts(self.events, all.clone(), self.language, &mut self.edits);
        extras::tasks(self.events, all.clone(), self.language, &mut self.edits);
        code::slots(self.events, all, &mut self.edits);
    }

    fn contract(&mut self) {
        let mut contract = Contract::default();
        for part in &self.outline.parts {
            let Some(name) = part.name else { continue };
            let shows = part.ranges.iter().any(|range| self.events.shows(range.clone()));
            // An image alone is content; a comment or an empty list is not.
            if shows { &mut contract.present } else { &mut contract.thin }.insert(name);
            if !shows && part.ranges.iter().any(|range| self.has_hidden_words(range.clone())) {
                contract.commented.insert(name);
            }
        }
        let excerpts = &self.out.excerpts;
        contract.prompt = !excerpts.prompts.is_empty();
        contract.caught = !excerpts.caught.is_empty();
        contract.drill = !excerpts.drills.is_empty();
        contract.may_paste = !excerpts.may_paste.is_empty();
        contract.never_paste = !excerpts.never_paste.is_empty();
        contract.sourced_check = excerpts.checks.iter().any(|check| check.source.is_some());
        contract.second_person = excerpts.checks.iter().any(|check| check.by.is_some());
        contract.trigger = self.first_sentence_of(SectionName::When);
        self.out.contract = contract;
        self.plain_blocks();
        self.out.excerpts.trust = self.first_sentence_of(SectionName::Trust);
        self.out.excerpts.override_when = self.first_sentence_of(SectionName::Override);
        self.out.excerpts.do_not_rely = self.first_sentence_of(SectionName::DoNotRely);
        self.out.excerpts.agreed = self.first_sentence_of(SectionName::Agreed);
    }

    fn has_hidden_words(&self, mut events: Range<usize>) -> bool {
        let is_comment = |at: usize| {
            matches!(self.events.get(at), Some(Event::InlineHtml(_)))
                || matches!(self.events.tag(at), Some(Tag::HtmlBlock))
        };
        events.any(|at| {
            is_comment(at) && {
                let range = self.events.range(at);
                self.hidden_words.range(range).next().is_some()
            }
        })
    }

    fn misplaced(&mut self, headings: &[Heading]) {
        let Some(layer) = self.page.layer else { return };
        let found = misplaced::find(self.events, headings, &self.outline, layer, self.language);
        let place = |range: &Range<usize>| Place::bytes(self.page.path, range.clone());
        self.out.diagnostics.extend(found.problems(place, self.language));
        self.out.contract.misplaced = found.misplaced;
    }

    fn first_sentence_of(&self, section: SectionName) -> Option<String> {
        self.outline.first_sentence(section, self.events)
    }

    /// What was meant as a block and is plain text.
    fn plain_blocks(&mut self) {
        let (path, events, language) = (self.page.path, self.events, self.language);
        let asked = self.page.layer.is_none_or(|layer| {
            SectionName::required(layer, self.page.rebuilding).contains(&SectionName::Prompt)
        });
        if asked && !self.out.contract.prompt {
            let section = self.outline.ranges(SectionName::Prompt);
            let heading = language.heading(SectionName::Prompt.as_str());
            let found = unmarked_prompt::find(path, events, &section, heading);
            self.out.contract.unmarked_prompt = found.is_some();
            self.out.diagnostics.extend(found);
        }
        let section = self.outline.ranges(SectionName::Wrong);
        let found = unfenced_caught::find(path, events, &section, language);
        self.out.diagnostics.extend(found);
    }

    fn prose(&mut self) {
        let all = self.events.all();
        self.out.first_sentence = self.events.children(all.clone()).find_map(|at| {
            let Some(Tag::Paragraph) = self.events.tag(at) else { return None };
            let text = self.events.prose(self.events.inside(at));
            // A line about pasting says nothing of what the page is for.
            if pasting::begins(&text) { None } else { sentence::first(&text) }
        });
        self.out.sketch = sketch::of(&self.events.lines(all));
    }

    /// In the source and not in the events: a key in a link or a comment leaves the
    /// company too.
    fn sensitive(&mut self, start: usize) {
        let source = self.events.source;
        let allowed = &self.page.settings.allowed_domains;
        for value in sensitive::find(source, start..source.len(), allowed) {
            self.report(&value.range, |place| value.told(place));
        }
    }

    fn write(&mut self, notes: &Footnotes) {
        let (events, edits) = (self.events, &self.edits);
        let lead = self.outline.lead.clone();
        let mut pieces = html::write(events, lead.clone(), edits);
        pieces.extend(footnotes::write(events, notes, &[lead], edits));
        self.out.body.lead = body::joined(pieces);
        let section = |part: &OutlineSection<'_>| {
            let heading = events.inside(part.heading.at);
            let mut homes = vec![heading.clone()];
            let mut pieces = Vec::new();
            let joined = part.joined.iter().map(|heading| heading.at);
            for (range, heading) in part.ranges.iter().zip(iter::once(None).chain(joined.map(Some)))
            {
                // With the heading of a section that joined this one.
                let start = heading.unwrap_or(range.start);
                homes.push(start..range.end);
                pieces.extend(html::write(events, start..range.end, edits));
            }
            pieces.extend(footnotes::write(events, notes, &homes, edits));
            Section {
                id: part.heading.id.as_str().into(),
                title: part.heading.title.as_str().into(),
                heading: body::joined(html::write(events, heading, edits)),
                name: part.name,
                pieces: body::joined(pieces),
            }
        };
        self.out.body.sections = self.outline.parts.iter().map(section).collect();
    }
}
