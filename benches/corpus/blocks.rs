//! The blocks of the content model, filled with made-up text: `prompt` with the list of its
//! blanks, `caught`, `drill`. Deliberately absent: a prompt that asks for what the page says
//! must never be pasted, and an error that reached a customer.

use std::fmt::Write as _;

use super::prose::{Prose, capitalise};

const TEXT_BLANKS: [(&str, &str); 12] = [
    ("topic", "what it is about, e.g. the spring release"),
    ("audience", "who reads it, e.g. the regional team"),
    ("deadline", "when it is needed, e.g. Thursday noon"),
    ("product_area", "the part of the product, e.g. reporting"),
    ("goal", "what should happen after, e.g. a decision"),
    ("length", "how long, e.g. half a page"),
    ("language", "the language of the answer, e.g. English"),
    ("region", "where it applies, e.g. the north"),
    ("quarter", "the period, e.g. second quarter"),
    ("format", "how it is laid out, e.g. a table"),
    ("meeting", "the meeting it is for, e.g. the weekly round"),
    ("team_name", "the team that asks, e.g. returns"),
];
const CHOICES: [(&str, &str); 4] = [
    ("tone", "plain, warm, formal"),
    ("depth", "overview, details, everything"),
    ("order_by", "date, size, risk"),
    ("style", "sentences, bullet points"),
];
const LONG_BLANKS: [&str; 4] = ["notes", "draft_text", "figures", "comments"];
const KINDS: [&str; 10] = [
    "wrong fact",
    "swapped values",
    "stale source",
    "omission",
    "changed meaning",
    "overreach",
    "no source",
    "wrong person or title",
    "tone",
    "false all-clear",
];

/// A prompt with one to three short blanks, perhaps a choice, and a long one.
pub fn prompt(prose: &mut Prose, tool: &str) -> String {
    let random = &mut prose.random;
    let first = random.below(TEXT_BLANKS.len());
    let blanks: Vec<_> =
        TEXT_BLANKS.iter().cycle().skip(first).take(random.between(1, 3)).collect();
    let choice = CHOICES.get(random.below(CHOICES.len() * 2));
    let long = random.pick(&LONG_BLANKS);
    let name = prose.heading();
    let mut text = format!("```prompt name=\"{name}\" tool={tool}\n{}\n", prose.statement(8, 20));
    let mut legend = String::new();
    for (blank, meaning) in blanks {
        let _ = writeln!(
            text,
            "{} {{{{{blank}}}}}: {}",
            capitalise(&prose.phrase(2, 5)),
            prose.statement(4, 12)
        );
        let _ = writeln!(legend, "- {blank}: {meaning}");
    }
    if let Some((blank, options)) = choice {
        let _ = writeln!(text, "Write it in this way: {{{{{blank}|{options}}}}}.");
        let _ = writeln!(legend, "- {blank}: how it should come out");
    }
    for _ in 0..prose.random.between(1, 4) {
        let _ = writeln!(text, "- {}", prose.statement(6, 16));
    }
    let _ = writeln!(text, "\nThis is what you work with:\n{{{{{long}...}}}}\n```");
    let _ = writeln!(legend, "- {long}: what you have, as it is");
    format!("{text}\n{legend}")
}

/// An error that somebody caught before it reached a customer.
pub fn caught(prose: &mut Prose) -> String {
    let mut text = String::from("```caught\n");
    let (month, day) = (prose.random.between(1, 12), prose.random.between(1, 28));
    let _ = writeln!(text, "AI said: {}\n  {}", prose.statement(6, 16), prose.statement(4, 10));
    let _ = writeln!(text, "In fact: {}", prose.statement(6, 16));
    let _ = writeln!(text, "Noticed because: {}", prose.statement(6, 14));
    let _ = writeln!(text, "Kind: {}", prose.random.pick(&KINDS));
    let _ = writeln!(text, "Reached: {}", prose.random.pick(&["draft", "draft", "colleague"]));
    if prose.random.one_in(2) {
        let _ = writeln!(text, "Cost: {} minutes", prose.random.between(5, 90));
    }
    if prose.random.one_in(2) {
        let _ = writeln!(text, "When: 2025-{month:02}-{day:02}");
    }
    text.push_str("```\n");
    text
}

/// A text in which some sentences are wrong; one drill in four holds no error.
pub fn drill(prose: &mut Prose) -> String {
    let errors = if prose.random.one_in(4) { 0 } else { prose.random.between(1, 3) };
    // The number at the head of each sentence makes every quotation unique in its text.
    let sentences: Vec<String> =
        (1..=errors + 4).map(|at| format!("Line {at} says {}", prose.statement(6, 14))).collect();
    let mut text =
        format!("```drill\nContext: {}\nText: {}\n", prose.statement(8, 18), prose.statement(5, 9));
    for sentence in &sentences {
        let _ = writeln!(text, "  {sentence}");
    }
    for sentence in sentences.iter().skip(1).step_by(2).take(errors) {
        let _ = writeln!(text, "Error: {sentence}\nKind: {}", prose.random.pick(&KINDS));
        let _ = writeln!(
            text,
            "Why: {}\nHow to check: {}",
            prose.statement(5, 12),
            prose.statement(5, 12)
        );
    }
    let verdict = match errors {
        0 => "use",
        1 | 2 => "fix",
        _ => "reject",
    };
    let _ = writeln!(text, "Verdict: {verdict}\n```");
    text
}
