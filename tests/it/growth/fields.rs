//! Every field of every block, and every field of front matter, as long as asked
//! for: plain, and in the shape that would make a careless reader look at each part
//! for each other one.

use crate::fixture::{Files, base};

/// A key of front matter, and the shape of its value.
type Front = (&'static str, Shape);

#[derive(Clone, Copy)]
pub enum Shape {
    /// Words.
    Text,
    /// A list of words, each another one.
    List,
    /// A list of one word again and again.
    Same(&'static str),
    /// A list of entries that look like this; `#` is a number.
    Entries(&'static str),
}

/// The pages that long fields name, and no others.
pub fn playbook() -> Files {
    const NAMED: [&str; 5] =
        ["playbook.toml", "sales.md", "fluency.md", "base-fluency.md", "base-judgment.md"];
    let mut files = base();
    files.retain(|path, _| NAMED.iter().any(|name| path.ends_with(name)));
    files
}

fn with(path: &str, text: &str) -> Files {
    let mut files = playbook();
    files.insert(path.to_owned(), text.as_bytes().to_vec());
    files
}

const WORKFLOW: &str = "content/workflows/sales/long.md";

/// A text that is asked for: what it is called, and the playbook with it.
pub struct Field {
    pub name: String,
    /// Front matter has a limit, so that it is asked for at a third of the size.
    pub is_front: bool,
    pub files: Box<dyn Fn(usize) -> Files>,
}

pub fn all() -> Vec<Field> {
    bodies().chain(fronts()).collect()
}

/// So many bytes of a unit, `#` being a number.
fn many(unit: &str, bytes: usize) -> String {
    let mut text = String::new();
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&unit.replace('#', &number.to_string()));
    }
    text
}

/// Makes a body of so many bytes.
type Body = fn(usize) -> String;

/// A block between two fences; `body` is what stands in it.
fn fence(name: &str, body: &str) -> String {
    format!("```{name}\n{body}\n```\n")
}

fn drill(fields: &str) -> String {
    fence("drill", &format!("Context: c\n{fields}\nVerdict: fix"))
}

fn caught(key: &str, n: usize) -> String {
    let fields = ["AI said", "In fact", "Noticed because"];
    let others: String =
        fields.iter().filter(|it| **it != key).map(|it| format!("{it}: x\n")).collect();
    format!("## What went wrong\n\n{}", fence("caught", &format!("{others}{key}: {}", words(n))))
}

fn words(bytes: usize) -> String {
    many("word# ", bytes)
}

#[rustfmt::skip]
const BODIES: [(&str, Body); 53] = [
    ("prose", words),
    ("lines", |n| many("word#\n", n)),
    ("first sentence", |n| format!("## When to use it\n\n{}", many("no. # ", n))),
    ("prompt", |n| fence("prompt", &words(n))),
    ("prompt, name", |n| fence(&format!("prompt name=\"{}\"", words(n)), "x")),
    ("prompt, attributes", |n| fence(&format!("prompt {}", words(n)), "x")),
    ("prompt, blanks", |n| fence("prompt", &many("{{a#}} ", n))),
    ("prompt, one blank", |n| fence("prompt", &many("{{a}} ", n))),
    ("prompt, open blanks", |n| fence("prompt", &many("{{a ", n))),
    ("prompt, brackets", |n| fence("prompt", &many("[ab c#] ", n))),
    ("prompt, choices", |n| fence("prompt", &format!("{{{{a|{}}}}}", many("c#, ", n)))),
    ("prompt, label", |n| format!("{}- a: {}\n", fence("prompt", "{{a}}"), words(n))),
    ("prompt, example", |n| format!("{}- a: x, e.g. {}\n", fence("prompt", "{{a}}"), words(n))),
    ("prompt, labels", |n| format!("{}{}", fence("prompt", "{{a}}"), many("- a#: b\n", n))),
    ("prompts", |n| many("```prompt\n{{a#}}\n```\n- a#: b\n\n", n)),
    ("caught, said", |n| caught("AI said", n)),
    ("caught, fact", |n| caught("In fact", n)),
    ("caught, noticed", |n| caught("Noticed because", n)),
    ("caught, kind", |n| caught("Kind", n)),
    ("caught, cost", |n| caught("Cost", n)),
    ("caught, when", |n| caught("When", n)),
    ("caught, by", |n| caught("Caught by", n)),
    ("caught, cleared by", |n| caught("Cleared by", n)),
    ("caught, unknown keys", |n| fence("caught", &many("Foo: x\n", n))),
    ("caught, one key", |n| fence("caught", &format!("{}{}", many("AI said: x\n", n / 2), many("In fact: x\n", n / 2)))),
    ("caught, continued", |n| fence("caught", &format!("AI said: x\n{}", many("  word#\n", n)))),
    ("caught errors", |n| many("```caught\nAI said: a#\nIn fact: b\nNoticed because: c\n```\n\n", n)),
    ("drill, context", |n| fence("drill", &format!("Context: {}\nText: a b\nVerdict: use", words(n)))),
    ("drill, text", |n| drill(&format!("Text: {}\nError: word1\n", words(n)))),
    ("drill, text and quote", |n| drill(&format!("Text: {}\nError: {}b\n", many("a ", n / 2), many("a ", n / 4)))),
    ("drill, quotes", |n| drill(&format!("Text: {}\n{}", many("a ", n / 2), many("Error: a a a b\n", n / 2)))),
    ("drill, why", |n| drill(&format!("Text: a b\nError: b\n  Why: {}", words(n)))),
    ("drill, how to check", |n| drill(&format!("Text: a b\nError: b\n  How to check: {}", words(n)))),
    ("may paste", |n| format!("## Before you start\n\nMay paste: {}\n", words(n))),
    ("may paste, lines", |n| format!("## Before you start\n\n{}", many("May paste: x#\n\n", n))),
    ("never paste", |n| {
        let prompt = fence("prompt", &many("{{ab#}} ", n / 2));
        format!("## Before you start\n\nNever paste: {}\n\n{prompt}", many("ab cd#, ", n / 2))
    }),
    ("never paste, prompts", |n| {
        let prompts = many("```prompt\n{{ab#}}\n```\n", n / 2);
        format!("## Before you start\n\nNever paste: {}\n\n{prompts}", many("ab cd#, ", n / 2))
    }),
    ("steps", |n| format!("## Steps\n\n{}", many("1. Step # (2 min, me)\n", n))),
    ("steps, old way", |n| format!("## Old way\n\n{}", many("1. Step # (2 min, me) - removed: memory\n", n))),
    ("steps, one", |n| format!("## Old way\n\n1. {}(2 min) - kept: judgment\n", words(n))),
    ("steps, who", |n| format!("## Steps\n\n1. a (2 min, {})\n", words(n))),
    ("checks", |n| format!("## Check before you use it\n\n{}", many("- [ ] a # (source: b)\n", n))),
    ("checks, notes", |n| format!("## Check before you use it\n\n- [ ] a {}\n", many("(source: b) ", n))),
    ("rules", |n| format!("## Trust it when\n\n{}\n\n## Override when\n\n{}", words(n / 2), words(n / 2))),
    ("sections", |n| many("## Part #\n\na\n\n", n)),
    ("sections, too deep", |n| format!("{}{}", many("## a#\n", n / 2), many("### Steps\n", n / 2))),
    ("lists", |n| many("- a#\n  - b\n", n)),
    ("tables", |n| format!("|a|b|\n|-|-|\n{}", many("|c#|d|\n", n))),
    ("links", |n| many("[a](gone#.md) [b](#c#) ", n)),
    ("links to headings", |n| format!("{}{}", many("## Part #\n\n", n / 2), many("[a](#part-#) ", n / 2))),
    ("mail", |n| many("[a](mailto:a#@b.example?subject=c) ", n)),
    ("footnotes", |n| format!("{}\n\n{}", many("a[^#] ", n / 2), many("[^#]: b\n\n", n / 2))),
    ("footnotes by section", |n| many("## Part #\n\na[^#]\n\n[^#]: b\n\n", n)),
];

/// Fields of the front matter of each kind, by the path of a page of it.
#[rustfmt::skip]
const FRONTS: [(&str, &str, &[Front]); 9] = [
    (WORKFLOW, "title: A long page\nlayer: redesign\n", &[
        ("summary", Shape::Text),
        ("roles", Shape::List),
        ("roles", Shape::Same("sales")),
        ("owner", Shape::Text),
        ("tools", Shape::List),
        ("job", Shape::Text),
        ("verified_with", Shape::Text),
        ("byline", Shape::Text),
        ("repeated_by", Shape::Entries("{who: p#, date: 2026-10-02, result: worked}")),
        ("stopped", Shape::List),
        ("instead", Shape::List),
        ("evidence", Shape::Entries("{what: w#, from: a, to: b, n: 12}")),
        ("builds_on", Shape::List),
        ("next", Shape::Same("base-fluency")),
        ("keywords", Shape::List),
        ("redirect_from", Shape::Entries("old/p#.html")),
        ("interview", Shape::List),
        ("titel", Shape::Text),
    ]),
    ("content/roles/long.md", "name: Long\n", &[
        ("aliases", Shape::List),
        ("priorities", Shape::Entries("{job: j#, when: w}")),
        ("channel", Shape::Text),
    ]),
    ("content/layers/fluency.md", "name: Fluency\n", &[("subtitle", Shape::Text)]),
    ("content/tools/long.md", "name: Long\n", &[
        ("good_for", Shape::List),
        ("not_good_for", Shape::List),
        ("link", Shape::Text),
        ("ask", Shape::Text),
    ]),
    ("content/people/long.md", "name: Long\n", &[
        ("shows", Shape::List),
        ("ask", Shape::Text),
    ]),
    ("content/collections/long.md", "title: Long\ndays: 60\n", &[
        ("target_behaviours", Shape::List),
        ("checkpoints", Shape::Entries("{day: #, goal: g, do: [base-fluency]}")),
        ("because", Shape::Text),
    ]),
    ("content/drills/long.md", "title: Long\nmade_up: true\n", &[("roles", Shape::List)]),
    ("content/wanted/long.md", "title: Long\n", &[
        ("why", Shape::Text),
        ("job", Shape::Text),
    ]),
    ("content/guides/long.md", "title: Long\n", &[("keywords", Shape::List)]),
];

fn bodies() -> impl Iterator<Item = Field> {
    let head = "---\ntitle: A long page\nsummary: s\nroles: [sales]\nlayer: redesign\n---\n\n";
    BODIES.into_iter().map(move |(name, body)| Field {
        name: name.to_owned(),
        is_front: false,
        files: Box::new(move |bytes| with(WORKFLOW, &format!("{head}{}", body(bytes)))),
    })
}

fn fronts() -> impl Iterator<Item = Field> {
    FRONTS.into_iter().flat_map(|(path, head, fields)| {
        let kind = path.split('/').nth(1).unwrap();
        fields.iter().map(move |(key, shape)| Field {
            name: format!("{kind}: {key}"),
            is_front: true,
            files: Box::new(move |bytes| {
                with(path, &format!("---\n{head}{key}:{}\n---\n", value(*shape, bytes)))
            }),
        })
    })
}

fn value(shape: Shape, bytes: usize) -> String {
    match shape {
        Shape::Text => format!(" {}", words(bytes)),
        Shape::List => many("\n  - word#", bytes),
        Shape::Same(word) => many(&format!("\n  - {word}"), bytes),
        Shape::Entries(entry) => many(&format!("\n  - {entry}"), bytes),
    }
}
