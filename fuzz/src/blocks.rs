//! Prompts, caught errors, drills, steps and their tags. The first byte chooses
//! the layer and what the rest is: the body of a write-up, or a line of one for
//! each byte.

use std::fmt::Write as _;

use playbook::diagnostic::{Diagnostic, Place};
use playbook::engine::Build;

use super::{base, html, messages};

const PATH: &str = "content/workflows/fuzzed.md";
const LAYERS: [&str; 3] = ["fluency", "judgment", "redesign"];

/// From here on, bytes are lines.
const LINES_FROM: u8 = 128;

/// A body is read without a panic, every message points into it, its page holds
/// no markup but the theme's, and no word of it is lost without a message.
pub fn blocks(data: &[u8]) {
    let Some((choice, rest)) = data.split_first() else { return };
    let layer = LAYERS[usize::from(*choice) % LAYERS.len()];
    let head =
        format!("---\ntitle: Fuzzed\nsummary: It is.\nroles: [sales]\nlayer: {layer}\n---\n");
    let lines = (*choice >= LINES_FROM).then(|| Lines::of(rest));
    let body = lines.as_ref().map_or(rest, |lines| lines.text.as_bytes());
    let mut files = base::files(base::SETTINGS);
    files.insert(PATH.to_owned(), [head.as_bytes(), body].concat());
    let build = base::build(&files).expect("a page is never all that there is");
    messages::of_build(&build);
    let page = base::output(&build, "workflows/fuzzed.html");
    page.iter().for_each(|page| html::check_page(page));
    if let (Some(lines), Some(page)) = (lines, page) {
        lines.check(head.lines().count(), &page.to_lowercase(), &build);
    }
}

/// What a line may be. A `T` is a word that stands nowhere else, a `P` the one
/// before it.
const LINES: [&str; 56] = [
    "",
    "## Steps",
    "## Prompt",
    "## When to use it",
    "## Not for",
    "## Before you start",
    "## Check before you use it",
    "## Old way",
    "## New way",
    "## Drill",
    "## T",
    "### T",
    "T T.",
    "1. T T (20 min, T)",
    "1. T (T)",
    "1. T - removed: memory",
    "2. T (1 h 30) - kept: judgment",
    "1. T - kept: T",
    "1. T (2 hours) (T, 5 min)",
    "- T",
    "- [ ] T (source: T)",
    "- [x] T",
    "   T",
    "   - T",
    "> T",
    "> - T",
    "```prompt name=\"T\" tool=assistant",
    "```prompt",
    "```caught",
    "```drill",
    "```text",
    "```",
    "T {{T}} T",
    "{{T|T, T}} {{P}}",
    "- P: T, e.g. T",
    "- P: T (for example T)",
    "- T: T",
    "AI said: T",
    "In fact: T",
    "Noticed because: T",
    "Type: T",
    "Reached: draft",
    "Cost: T",
    "When: T",
    "Caught by: T",
    "Context: T",
    "Text: T T T",
    "Error: P",
    "Error: T",
    "  Why: T",
    "  How to check: T",
    "Verdict: fix",
    "T: T",
    "May paste: T, T",
    "Never paste: T",
    "| T | T |",
];

/// A body of which every word is known.
struct Lines {
    text: String,
    /// Each word with its line, and the fence that it is in, if it is in one.
    words: Vec<(String, usize, Option<usize>)>,
    /// The fence that each line is in: the line that opens it.
    fences: Vec<Option<usize>>,
}

impl Lines {
    fn of(data: &[u8]) -> Self {
        let mut lines = Self { text: String::new(), words: Vec::new(), fences: Vec::new() };
        let mut fence = None;
        for (number, byte) in data.iter().enumerate() {
            let line = LINES[usize::from(*byte) % LINES.len()];
            let is_fence = line.starts_with("```");
            let closes = fence.is_some() && line == "```";
            if is_fence && fence.is_none() {
                fence = Some(number);
            }
            lines.fences.push(fence);
            lines.write(line, number, fence);
            if closes {
                fence = None;
            }
        }
        lines
    }

    fn write(&mut self, line: &str, number: usize, fence: Option<usize>) {
        let letters: Vec<char> = line.chars().collect();
        for (at, letter) in letters.iter().enumerate() {
            let beside = |at: Option<usize>| at.and_then(|at| letters.get(at));
            let is_alone = [beside(at.checked_sub(1)), beside(Some(at + 1))]
                .into_iter()
                .all(|it| !it.is_some_and(|it| it.is_alphanumeric()));
            match letter {
                'T' if is_alone => {
                    let word = format!("word{}q", self.words.len());
                    self.text.push_str(&word);
                    self.words.push((word, number, fence));
                }
                'P' if is_alone => {
                    let last = self.words.last().map_or("none", |(word, ..)| word);
                    let _ = write!(self.text, "{last}");
                }
                _ => self.text.push(*letter),
            }
        }
        self.text.push('\n');
    }

    /// Every word is in the page, or a message is about its line or its block.
    fn check(&self, before: usize, page: &str, build: &Build) {
        let messages = build.diagnostics();
        let messages: Vec<&&Diagnostic> =
            messages.iter().filter(|message| &*message.place.path == PATH).collect();
        let map = build.source_map(PATH).expect("the page has a text");
        let line = |place: &Place| map.locate(&place.at).line.checked_sub(before + 1);
        // A message may be about all lines from one place to another.
        let lines = |message: &&&Diagnostic| {
            let first = line(&message.place)?;
            let others = || message.related.iter().filter_map(|(place, _)| line(place));
            let least = others().min().map_or(first, |least| least.min(first));
            let most = others().max().map_or(first, |most| most.max(first));
            Some(least..=most)
        };
        let told: Vec<usize> = messages.iter().filter_map(lines).flatten().collect();
        for (word, line, fence) in &self.words {
            let is_told = told.iter().any(|told| {
                told == line || (fence.is_some() && self.fences.get(*told) == Some(fence))
            });
            let is_there = page.contains(word) || is_told;
            assert!(is_there, "{word} is lost of\n{}\nwith {messages:#?}", self.text);
        }
    }
}
