//! The fences of a body that are blocks: `prompt` with the list under it,
//! `caught`, `drill`. Each becomes a slot; a fence of any other name is code.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Tag};

use super::blank_list::{self, Description};
use super::forbidden::Forbidden;
use super::other_blanks::{self, Corrections, Meaning, OtherBlank};
use super::prompt::{self, Attributes};
use super::{caught, drill};
use crate::diagnostic::rules::body::{
    pb210_undescribed_blank, pb211_unused_description, pb212_blank_spelling, pb213_forbidden_blank,
    pb214_prompt_attribute, pb215_blank_limit,
};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::body::{Cut, Piece};
use crate::document::excerpts::{Excerpts, Prompt};
use crate::document::markdown::Edits;
use crate::document::markdown::edits::Replacement;
use crate::document::markdown::events::Events;
use crate::document::markdown::fence::Fence;
use crate::document::words;
use crate::language::Language;

/// A longer line would bury its message.
const MAX_LINE_BYTES: usize = 400;

/// The line of a text that a range is on.
fn line_around(text: &str, range: &Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let after = text.get(range.end..).unwrap_or_default();
    start..range.end + after.find('\n').unwrap_or(after.len())
}

/// Reads the blocks of one body.
pub(in crate::document) struct BlockReader<'a> {
    pub(in crate::document) path: &'a Arc<str>,
    pub(in crate::document) events: &'a Events<'a>,
    pub(in crate::document) language: &'static Language,
    /// Where the blocks go; what may never be pasted is known already.
    pub(in crate::document) excerpts: &'a mut Excerpts,
    /// What is shown.
    pub(in crate::document) edits: &'a mut Edits,
    /// What the markdown twin has to know.
    pub(in crate::document) cuts: &'a mut Vec<(Range<usize>, Cut)>,
    /// Messages.
    pub(in crate::document) diagnostics: &'a mut Vec<Diagnostic>,
}

impl BlockReader<'_> {
    /// Reads every block, in order. True when one of them is a drill, whether
    /// or not it can be shown.
    pub(in crate::document) fn read(&mut self) -> bool {
        let mut has_drill = false;
        let mut forbidden = None;
        // In one walk over all: looking for each fence's
        // neighbour anew takes the square of a long list.
        let mut follows = BTreeMap::new();
        self.following(self.events.all(), &mut follows);
        for at in self.events.all() {
            let Some(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = self.events.tag(at) else {
                continue;
            };
            match info.split_whitespace().next().unwrap_or_default().to_lowercase().as_str() {
                "prompt" => {
                    let never = &self.excerpts.never_paste;
                    // Only where there is a prompt: most pages have none.
                    let forbidden = forbidden.get_or_insert_with(|| Forbidden::of(never));
                    self.prompt(at, follows.get(&at).copied(), forbidden);
                }
                "caught" => self.caught(at),
                "drill" => {
                    has_drill = true;
                    self.drill(at);
                }
                _ => {}
            }
        }
        has_drill
    }

    /// What follows each fence beside it.
    fn following(&self, level: Range<usize>, follows: &mut BTreeMap<usize, usize>) {
        let mut fence = None;
        for child in self.events.children(level) {
            // Only right under the fence: another paragraph
            // between the two makes the list the text's own.
            follows.extend(fence.take().map(|fence| (fence, child)));
            match self.events.tag(child) {
                Some(Tag::CodeBlock(_)) => fence = Some(child),
                Some(
                    Tag::List(_) | Tag::Item | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_),
                ) => {
                    self.following(self.events.inside(child), follows);
                }
                _ => {}
            }
        }
    }

    fn place(&self, range: Range<usize>) -> Place {
        Place::bytes(self.path, range)
    }

    fn prompt(&mut self, at: usize, next: Option<usize>, forbidden: &Forbidden) {
        let fence = Fence::read(self.events, at);
        let attributes = Attributes::read(&fence.info);
        for unknown in &attributes.unknown {
            let place = self.place(fence.opening());
            self.diagnostics.push(pb214_prompt_attribute::unknown(place, unknown));
        }
        let mut text = prompt::PromptText::read(&fence.text);
        if let Some(range) = text.too_many.clone() {
            let place = self.place(fence.place(range));
            self.diagnostics.push(pb215_blank_limit::too_many(place, prompt::MAX_BLANKS));
        }
        // A reader would paste `[Account name]` as it stands.
        let others = other_blanks::find(&fence.text);
        let has_blanks = !text.blanks.is_empty() || !others.is_empty();
        let is_blank = |name: &str| text.blanks.iter().any(|blank| blank.name == name);
        let described =
            next.and_then(|list| Some((list, blank_list::read(self.events, list, is_blank)?)));
        let descriptions = match described {
            Some((list, descriptions)) => {
                // The form shows what the list says, beside each field. Under a prompt without
                // blanks it describes nothing, and stays in the text.
                if has_blanks {
                    self.edits.leave_out(list..=self.events.end(list));
                }
                descriptions
            }
            None => Vec::new(),
        };
        let described: Vec<String> = descriptions.iter().map(|it| it.name.clone()).collect();
        self.other_blanks(&others, &fence, |name| described.iter().any(|it| it == name));
        self.describe(&mut text, &fence, descriptions, &others);
        self.forbid(&text, &fence, forbidden);
        let n = u32::try_from(self.excerpts.prompts.len()).unwrap_or(u32::MAX);
        self.cuts.extend(fence.inside().map(|inside| (inside, Cut::Prompt(n))));
        self.show(at, Some(Piece::Prompt(n)));
        self.excerpts.prompts.push(Prompt {
            name: attributes.name,
            tool: attributes.tool,
            parts: text.parts,
            blanks: text.blanks,
        });
    }

    fn other_blanks(
        &mut self,
        others: &[OtherBlank],
        fence: &Fence,
        is_described: impl Fn(&str) -> bool,
    ) {
        if others.is_empty() {
            return;
        }
        let corrections = Corrections::of(&fence.text);
        for OtherBlank { range, written, meaning } in others {
            let place = self.place(fence.place(range.clone()));
            let line = line_around(&fence.text, range);
            // The line as it is to be, with all that is to be changed in it.
            let is_offered = line.len() <= MAX_LINE_BYTES && self.is_plain(fence, &line);
            let whole = is_offered.then(|| corrections.within(&fence.text, line.clone()));
            let instead = meaning.written();
            let message = match (meaning, instead, whole) {
                (_, Some(_), Some(whole)) => {
                    let lines = fence.place(line);
                    let found = pb212_blank_spelling::in_line(place, written);
                    found.pasted(lines, whole)
                }
                (Meaning::Control, ..) => pb212_blank_spelling::control(place, written),
                (_, instead, _) => pb212_blank_spelling::found(place, written, instead.as_deref()),
            };
            let name = meaning.name().filter(|name| !is_described(name));
            self.diagnostics.push(match name {
                Some(name) => pb212_blank_spelling::described(message, name),
                None => message,
            });
        }
    }

    /// Whether a line of a block stands in the file as it is, without marks of a list.
    fn is_plain(&self, fence: &Fence, line: &Range<usize>) -> bool {
        let place = fence.place(line.clone());
        let source = self.events.source;
        let begins = source.get(..place.start).is_some_and(|it| it.ends_with('\n'));
        begins && source.get(place) == fence.text.get(line.clone())
    }

    fn describe(
        &mut self,
        text: &mut prompt::PromptText,
        fence: &Fence,
        descriptions: Vec<Description>,
        others: &[OtherBlank],
    ) {
        let known: Vec<String> = text.blanks.iter().map(|blank| blank.name.clone()).collect();
        let mut described = BTreeSet::new();
        for description in descriptions {
            let Description { name, label, example, range } = description;
            match text.blanks.iter_mut().find(|blank| blank.name == name) {
                // A form that nobody has filled in describes nothing.
                Some(_) if words::is_unfilled(&label) && example.is_none() => {}
                Some(blank) => {
                    if !label.is_empty() {
                        blank.label = label;
                    }
                    blank.example = example;
                    described.insert(name);
                }
                // The other spelling was reported, with the blank to write instead.
                None if others.iter().any(|it| it.meaning.name() == Some(name.as_str())) => {}
                None => {
                    let place = self.place(range);
                    self.diagnostics.push(pb211_unused_description::of(place, &name, &known));
                }
            }
        }
        for (blank, range) in text.blanks.iter().zip(&text.uses) {
            if !described.contains(&blank.name) {
                let place = self.place(fence.place(range.clone()));
                self.diagnostics.push(pb210_undescribed_blank::of(place, &blank.name));
            }
        }
    }

    fn forbid(&mut self, text: &prompt::PromptText, fence: &Fence, forbidden: &Forbidden) {
        for (blank, range) in text.blanks.iter().zip(&text.uses) {
            if let Some(phrase) = forbidden.phrase(blank) {
                let place = self.place(fence.place(range.clone()));
                self.diagnostics.push(pb213_forbidden_blank::of(place, &blank.name, phrase));
            }
        }
    }

    fn caught(&mut self, at: usize) {
        let fence = Fence::read(self.events, at);
        let place = |range| Place::bytes(self.path, range);
        let caught = caught::read(&fence, place, self.language, self.diagnostics);
        let n = u32::try_from(self.excerpts.caught.len()).unwrap_or(u32::MAX);
        if caught.is_none() {
            // What may not be published must not leave by the markdown twin either.
            self.cuts.push((fence.range, Cut::Comment));
        }
        self.show(at, caught.is_some().then_some(Piece::Caught(n)));
        self.excerpts.caught.extend(caught);
    }

    fn drill(&mut self, at: usize) {
        let fence = Fence::read(self.events, at);
        let place = |range| Place::bytes(self.path, range);
        let drill = drill::read(&fence, place, self.language, self.diagnostics);
        let n = u32::try_from(self.excerpts.drills.len()).unwrap_or(u32::MAX);
        self.show(at, drill.is_some().then_some(Piece::Drill(n)));
        self.excerpts.drills.extend(drill);
    }

    fn show(&mut self, at: usize, piece: Option<Piece>) {
        let instead = piece.map_or(Replacement::Nothing, Replacement::Piece);
        self.edits.replace_all(at..=self.events.end(at), instead);
    }
}
