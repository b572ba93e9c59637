//! Markdown that nobody writes by accident: it is parsed in bounded time and
//! on a small stack, or refused with a limit, and never panics.

use std::fs;
use std::thread;
use std::time::Duration;

use playbook::config::Limits;
use playbook::document::{Code, Document, Highlighter, Piece};
use proptest::prelude::*;

use crate::markdown::{body, parse_at, settings};

/// Bytes of each text.
const SIZE: usize = 200_000;

fn repeat(unit: &str) -> String {
    unit.repeat(SIZE / unit.len())
}

fn numbered(unit: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    let mut n = 0;
    while text.len() < SIZE {
        text.push_str(&unit(n));
        n += 1;
    }
    text
}

fn fence(name: &str, text: &str) -> String {
    format!("```{name}\n{text}\n```\n")
}

fn generators() -> Vec<(&'static str, String)> {
    let half = SIZE / 2;
    vec![
        ("open brackets", repeat("[")),
        ("nested brackets", "[".repeat(half) + &"]".repeat(half)),
        ("open links", repeat("[a](")),
        ("open link destinations", repeat("[a](<b")),
        ("open images", repeat("![")),
        ("links", repeat("[a](b) ")),
        ("quotes", repeat(">")),
        ("lazy quotes", "> ".repeat(SIZE / 4) + "a\n" + &"a\n".repeat(20_000)),
        ("shallow lazy quotes", "> ".repeat(32) + "a\n" + &"a\n".repeat(40_000)),
        ("lists", repeat("- ") + "a"),
        ("ordered lists", repeat("1. ") + "a"),
        ("list items", numbered(|n| format!("- item {n}\n"))),
        ("emphasis", repeat("*a _b ")),
        ("strong emphasis", repeat("**a ") + &repeat("b** ")),
        ("strikethrough", repeat("~a ")),
        ("backticks", (1..600).map(|n| "`".repeat(n) + " ").collect()),
        ("angle brackets", repeat("<")),
        ("open tags", repeat("<a ")),
        ("tags", repeat("<b>")),
        ("open comments", repeat("<!--")),
        ("comments", repeat("a <!-- b --> ")),
        ("comment blocks", "<!-- b -->\n".repeat(18_000)),
        ("data sections", repeat("a <![CDATA[")),
        ("entities", repeat("&")),
        ("backslashes", repeat("\\")),
        ("wide table", "|a".repeat(half / 2) + "\n" + &"|-".repeat(half / 2) + "\n|\n"),
        ("tables", "|a|\n|-|\n\n".repeat(15_000)),
        ("footnotes", numbered(|n| format!("[^{n}]: a [^{}]\n\n", n + 1))),
        ("uses of one footnote", repeat("a[^1] ") + "\n\n[^1]: b\n"),
        ("definitions", numbered(|n| format!("[{n}]: /a\n")) + "[1][2]"),
        ("long definition", format!("[a]: {}\n", "x".repeat(half)) + &"[a]\n".repeat(1000)),
        ("headings", "## a\n".repeat(40_000)),
        ("sections of one name", "## Steps\n1. a (2 min) - removed: memory\n".repeat(5000)),
        ("setext heading", "a\n".repeat(45_000) + "==="),
        ("steps", "## Old way\n".to_owned() + &"1. a (2 min) - removed: memory\n".repeat(6000)),
        ("notes of a check", "## Checks\n- a ".to_owned() + &repeat("(source: b) ")),
        ("parentheses", "## Checks\n- a ".to_owned() + &"(".repeat(half) + &")".repeat(half)),
        ("paste lines", "## Before\n".to_owned() + &"May paste: x\n".repeat(14_000)),
        ("fences", "```rust\na\n```\n".repeat(12_000)),
        ("blanks", fence("prompt", &numbered(|n| format!("{{{{a{n}}}}} ")))),
        ("open blanks", fence("prompt", &repeat("{{"))),
        ("brackets in a prompt", fence("prompt", &repeat("[a "))),
        ("bracket blanks", fence("prompt", &numbered(|n| format!("[ab{n}] ")))),
        ("prompts", "```prompt\n{{a}}\n```\n- a: b\n\n".repeat(7000)),
        ("forbidden", {
            let never = numbered(|n| format!("ab cd{n}, "));
            let prompts = "```prompt\n{{ab}} {{cd}}\n```\n".repeat(2000);
            format!("## Before you start\n\nNever paste: {never}\n\n{prompts}")
        }),
        ("keys", fence("caught", &"AI said: x\n".repeat(18_000))),
        ("unknown keys", fence("caught", &"Foo: x\n".repeat(25_000))),
        ("quotes of a drill", {
            let text = "a ".repeat(SIZE / 4);
            fence("drill", &format!("Text: {text}\n{}", "Error: a a a a b\n".repeat(5000)))
        }),
        (
            "a quote as long as half of its text",
            fence("drill", &format!("Text: {}\nError: {}b", repeat("a "), "a ".repeat(half / 2))),
        ),
        ("footnotes by section", numbered(|n| format!("## {n}\n\na[^{n}]\n\n[^{n}]: b\n\n"))),
        ("details without a summary", "<details>\n".repeat(SIZE / 10)),
        (
            "sections and headings below them",
            "## a\n".repeat(20_000) + &"### Steps\n".repeat(10_000),
        ),
        ("two keys", {
            let said = "AI said: x\n".repeat(9000);
            fence("caught", &(said + &"In fact: x\n".repeat(9000)))
        }),
        ("a letter in a heading", format!("## {}\n", "a".repeat(half))),
        ("full stops", repeat("a.b ")),
        ("abbreviations", repeat("e.g. ")),
        ("invisible characters", repeat("\u{200B}")),
        ("control characters", repeat("\u{1}\u{2}\u{3}")),
        ("carriage returns", "\r".repeat(40_000)),
        ("alerts", "> [!NOTE]\n\n".repeat(15_000)),
        ("names", repeat("[[a]] ")),
        ("open names", repeat("[[a ")),
        ("embedded names", repeat("![[a.png|3]]")),
        ("bare addresses", repeat("https://a.example ")),
        ("bare addresses in emphasis", repeat("*(https://a*")),
        ("an address and brackets", "https://a".to_owned() + &repeat(")")),
        ("an address and entities", "https://a".to_owned() + &repeat("&a;")),
        ("mailboxes", repeat("a@b.example ")),
        ("at signs", repeat("a@")),
        ("shortcodes", repeat("{{< a >}}")),
        ("open shortcodes", repeat("{{< a ")),
        ("escaped shortcodes", repeat("\\{{< a >}}")),
        ("open commands", repeat("{% ")),
        ("emoji", repeat(":a: ")),
        ("highlights", repeat("==a== ")),
        ("labels", repeat("[a][bc] ")),
        ("prompts that hold blocks", "```prompt\n```sql\n```\n".repeat(9000)),
        ("prompts that hold blocks in pairs", "```prompt\n```sql\n```\n```\n".repeat(7000)),
        ("open blocks in lists", "- ```\n".repeat(30_000)),
        ("blocks that end left of their list", "- ```\n  a\n```\n".repeat(12_000)),
        ("headings in bold", "**Steps**\n\n".repeat(15_000)),
        ("headings without a blank", "##Steps\n".repeat(20_000)),
        ("boxes of other tools", "> [!faq]- a\n\n".repeat(12_000)),
        ("cells beyond a table", "|a|\n|-|\n".to_owned() + &"|b|c|d\n".repeat(20_000)),
        ("comments with words", "a <!-- b c d --> \n\n".repeat(9000)),
        ("comments before headings", "<!-- a\n\n## b\n\n".repeat(9000)),
        ("unused notes", numbered(|n| format!("[^{n}]: a\n\n"))),
        ("percent signs", format!("[a](java%{}script:x)", "25".repeat(half))),
    ]
}

/// What a thread has spent so far; other work on the machine does not count.
fn spent() -> Duration {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = stat.split(' ').next().and_then(|first| first.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}

/// Runs on a thread with half a megabyte of stack, and says what it spent.
fn on_a_small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> (T, Duration) {
    let builder = thread::Builder::new().stack_size(512 << 10);
    let timed = move || {
        let before = spent();
        let made = work();
        (made, spent() - before)
    };
    builder.spawn(timed).unwrap().join().unwrap()
}

/// Two seconds; tests are built without optimisation.
const MOST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 2 });

#[test]
fn hostile_texts_are_parsed_in_bounded_time_or_refused() {
    for (name, text) in generators() {
        // The allowlist is another way through raw HTML only.
        let raw = text.contains('<');
        for allow_html in [false, true].into_iter().filter(|allowed| raw || !allowed) {
            let text = text.clone();
            let (found, spent) = on_a_small_stack(move || {
                let text = format!("---\ntitle: Renewal prep\nlayer: redesign\n---\n{text}");
                let settings = playbook::document::DocumentSettings { allow_html, ..settings() };
                parse_at("content/workflows/renewal-prep.md", text.as_bytes(), settings)
            });
            assert!(spent < MOST, "{name}: {spent:?}");
            let limit = found.diagnostics.iter().any(|it| ["PB202", "PB203"].contains(&it.code));
            assert_eq!(found.card.is_none(), limit, "{name}");
        }
    }
}

/// What the scanner and those grammars that search longest read, as language and a
/// text that is repeated.
const SEARCHED: [(&str, &str); 20] = [
    ("rust", "'a"),
    ("rust", "/*"),
    ("js", "${"),
    ("js", "`"),
    ("html", "<a "),
    ("html", "\""),
    ("yaml", "a."),
    ("make", "$("),
    ("make", " "),
    ("clisp", "a("),
    ("rst", "=\n"),
    ("rst", "`"),
    ("matlab", "*a"),
    ("matlab", "a("),
    ("scala", "'a"),
    ("fish", " "),
    ("sconscript", "a."),
    ("bat", "a."),
    ("latex", "\\"),
    ("haskell", "("),
];

#[test]
fn highlighting_is_bounded_for_texts_that_make_grammars_search() {
    for (language, unit) in SEARCHED {
        let text = format!("{}\n", unit.repeat(900 / unit.len())).repeat(72);
        let code = Code { language: language.into(), text: text.into() };
        let limit = Limits::default().highlight_bytes;
        let (_, spent) = on_a_small_stack(move || {
            Highlighter::new(limit).write(&code, &mut String::new());
        });
        assert!(spent < MOST, "{language} {unit:?}: {spent:?}");
    }
}

/// Pieces of markdown that meet at random.
const FRAGMENTS: [&str; 64] = [
    "a",
    " ",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "> ",
    "- ",
    "* ",
    "1. ",
    "2) ",
    "# ",
    "## ",
    "### ",
    "## Steps\n",
    "## Old way\n",
    "## Before you start\n",
    "## Checks\n",
    "## When\n",
    "```",
    "```prompt name=\"x\" tool=y\n",
    "```caught\n",
    "```drill\n",
    "```rust\n",
    "\n```\n",
    "{{x}}",
    "{{x|a, b}}",
    "{{",
    "}}",
    "- x: y, e.g. z\n",
    "[",
    "](",
    ")",
    "![",
    "[x](y.md)",
    "[^1]",
    "[^1]: ",
    "[r]: z\n",
    "<!--",
    "-->",
    "<b>",
    "</b>",
    "<details><summary>",
    "</summary>",
    "</details>",
    "<br>",
    "`",
    "``",
    "*",
    "**",
    "_",
    "~~",
    "|",
    "\n|-|-|\n",
    "- [ ] ",
    " (source: x)",
    " (20 min, me)",
    " - removed: memory",
    "May paste: ",
    "Never paste: x\n",
    "AI said: ",
    "In fact: ",
    "\u{1F680}\u{E9}\u{200D}\0",
    "\\",
];

fn fragments() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(&FRAGMENTS[..]).prop_map(str::to_owned),
        1 => "[^\r]{0,8}",
        1 => "[a-zA-Z :.\u{E4}]{0,12}\n",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_is_parsed_the_same_way_twice(
        text in fragments(),
        allow_html: bool,
        layer in proptest::sample::select(vec!["fluency", "judgment", "redesign"]),
    ) {
        let settings = || playbook::document::DocumentSettings { allow_html, ..settings() };
        let source = format!("---\ntitle: Renewal prep\nlayer: {layer}\n---\n{text}");
        let path = "content/workflows/renewal-prep.md";
        let found = parse_at(path, source.as_bytes(), settings());
        let again = parse_at(path, source.replace('\n', "\r\n").as_bytes(), settings());
        prop_assert_eq!(&*found.body, &*again.body);
        prop_assert_eq!(&found.diagnostics, &again.diagnostics);
        check(&found)?;
    }
}

/// What holds for every body.
fn check(document: &Document) -> Result<(), TestCaseError> {
    let html = body(document);
    prop_assert!(!html.contains("<script") && !html.contains("<!--"), "{}", html);
    let mut open = Vec::new();
    for tag in html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap();
        match name {
            "br" | "hr" | "img" | "input" | "prompt" | "caught" | "drill" => {}
            _ if tag.starts_with('/') => prop_assert_eq!(open.pop(), Some(name), "{}", html),
            _ => open.push(name),
        }
    }
    prop_assert!(open.is_empty(), "{:?} is open in {}", open, html);
    let ids: Vec<&str> =
        html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let distinct: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    prop_assert_eq!(ids.len(), distinct.len(), "ids are unique in {}", html);
    if let Some(card) = &document.card {
        for anchor in card.anchors.names() {
            prop_assert!(distinct.contains(anchor), "#{} is in {}", anchor, html);
        }
        prop_assert_eq!(card.links.len(), document.map.links.len());
    }
    let pieces = document.body.sections.iter().flat_map(|section| &section.pieces);
    for piece in document.body.lead.iter().chain(pieces) {
        let known = match piece {
            Piece::Prompt(n) => (*n as usize) < document.excerpts.prompts.len(),
            Piece::Caught(n) => (*n as usize) < document.excerpts.caught.len(),
            Piece::Drill(n) => (*n as usize) < document.excerpts.drills.len(),
            _ => true,
        };
        prop_assert!(known);
    }
    let markdown = &document.body.markdown;
    let mut at = markdown.start;
    for (range, _) in &markdown.cuts {
        prop_assert!(at <= range.start && range.start < range.end);
        prop_assert!(markdown.text.get(range.start as usize..range.end as usize).is_some());
        at = range.end;
    }
    for found in &document.diagnostics {
        document.map.locate(&found.place.at);
    }
    Ok(())
}
