//! What a writer typed is on the page, and in its twin, or a message says where
//! it is not: every word of the sample, of two small playbooks and of five
//! hundred odd pages. `PLAYBOOK_CONSERVE=FOLDER` looks at a playbook on a disk.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use playbook::engine::Build;
use playbook::model::{DocumentState, Status};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use regex::Regex;

use crate::fixture::{self, Files};

/// What a page may leave out, and why. Nothing else is an exception.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    // Front matter is shown as fields, and has messages of its own.
    (r"\A---\n(?s:.*?)\n---\n", "front matter", ""),
    // An address leads somewhere, and is written anew; its title is shown.
    (r#"\]\(\s*(?:<[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"#, "the address of a link", "]( "),
    // Of two addresses for one label the first counts, with its title, as everywhere.
    (
        r"(?m)^[ >]*\[[^\]\n^][^\]\n]*\]:[ \t]*(?:<[^>\n]*>|\S+)[^\n]*$",
        "the address of a label",
        "",
    ),
    (r"\]\[[^\]\n]*\]", "the label of a link", "]"),
    (r"\[\[([^\]|\n]*)\\?\|", "the name behind a link's text", "[["),
    (r"!\[\[[^\]\n]*\]\]", "the size of a picture", ""),
    (r"\[\^[^\]\n]+\]:?", "the label of a note", ""),
    // A letter stands for itself.
    (r"&#?\w+;", "the name of a letter", ""),
    // What a block is, is shown by its looks.
    (r"(?m)^[ >\t]*(?:`{3,}|~{3,})[^\n]*$", "what stands behind a fence", ""),
    (r"(?m)\[![\w-]+\][-+]?", "the kind of a box", ""),
    (r"(?m)\{#[\w.:-]+\}[ \t]*$", "the id of a heading", ""),
    (r"(?m)^[ >\t]*(?:[-*+]|\d+[.)]) \[[xX ]\]", "a box to tick", ""),
    (r"(?m)^(?:[-*+]|\d+[.)]) ", "the number of an item", ""),
    (r"(?mi)^Cleared by:.*$", "who allowed it, which is for the record", ""),
    // Keys of blocks and tags of steps are shown in the language of the page.
    (
        r"(?mi)^ *(?:AI said|In fact|Noticed because|Kind|Reached|Cost|When|Caught by|Cleared by|Context|Text|Error|Why|How to check|Verdict)( [^:\n]*)?:",
        "a key",
        "",
    ),
    (
        r"(?mi)^(?: *Kind| *Reached| *Verdict|Kind|Reached|Verdict):.*$",
        "a word of a vocabulary",
        "",
    ),
    (r"(?m)\((?:[\d.,]+ ?(?:min|h|hours?|minutes?))[^()\n]*\)", "the time of a step", ""),
    (r"(?m)[-\u{2013}\u{2014}] (?:removed|kept): [\w ]+", "the tag of a step", ""),
    // Blanks are fields, by the name that the list gives them.
    (r"\{\{[^{}\n]*\}\}", "a blank", ""),
    (r"(?m)^- \w+: ", "the name of a blank", "- "),
    // Dates are shown in words.
    (r"\b20\d\d-\d\d(?:-\d\d)?\b", "a date", ""),
    // What was written for a program, or by it.
    (r"<!--\s*(?:prettier|markdownlint|toc|omit)(?s:.*?)-->", "a remark to a tool", ""),
    (r"(?m)^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", "a mark of a merge", ""),
];

static PATTERNS: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
    EXCEPTIONS.iter().map(|(it, _, instead)| (Regex::new(it).unwrap(), *instead)).collect()
});

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    // One letter is a mark more often than a word.
    words.filter(|word| word.chars().count() > 1).map(str::to_lowercase).collect()
}

fn words_of_source(source: &str) -> BTreeSet<String> {
    let mut text = source.replace("\r\n", "\n");
    for (pattern, instead) in PATTERNS.iter() {
        text = pattern.replace_all(&text, *instead).into_owned();
    }
    words(&text)
}

/// The words of a page, with those of its attributes; one that colours part is one.
fn words_of_html(html: &str) -> BTreeSet<String> {
    static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new("<[^>]*>").unwrap());
    let text = |html: &str| {
        let text = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        text.replace("&#39;", "'").replace("&#x27;", "'").replace("&amp;", "&")
    };
    let mut all = words(&text(html));
    all.extend(words(&text(&TAG.replace_all(html, ""))));
    all
}

/// The words of a page that are nowhere, each with where it is missing.
fn lost(build: &Build, path: &str, source: &str) -> Vec<String> {
    let Some(DocumentState::Page(id)) = build.playbook().documents.get(path) else {
        // Left out as a whole, which a message says.
        return Vec::new();
    };
    let route = id.route().to_string();
    let render = |route: &str| fixture::output(build, route).unwrap_or_default();
    let page = words_of_html(&render(&route));
    let twin = words(&render(&route.replace(".html", ".md")));
    let told = told(build, path);
    let stopped = build.playbook().workflows.get(&id.id);
    let stopped = stopped.is_some_and(|it| matches!(it.status, Status::Stopped(_)));
    // Prompts are withheld on purpose while a page is stopped.
    let source = if stopped { PROMPT.replace_all(source, "") } else { source.into() };
    let title = TITLE.captures(&source).map(|found| words(&found[1])).unwrap_or_default();
    let mut lost = Vec::new();
    for word in words_of_source(&source).difference(&told) {
        if !page.contains(word) && !title.contains(word) {
            lost.push(format!("{path}: \"{word}\" is not on the page"));
        }
        if !twin.is_empty() && !twin.contains(word) {
            lost.push(format!("{path}: \"{word}\" is not in the twin"));
        }
    }
    lost
}

static PROMPT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?ms)^```prompt.*?^```$(?:\n+(?:- [^\n]*\n)+)?").unwrap());

/// The only H1 on top: the page has its own title in its place, the twin has both.
static TITLE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\A---\n(?s:.*?)\n---\s+# ([^\n]*)").unwrap());

/// The words of all messages about a page, and of comments and notes that they point at.
fn told(build: &Build, path: &str) -> BTreeSet<String> {
    let all = build.diagnostics();
    let about: Vec<_> = all.iter().filter(|it| &*it.place.path == path).copied().collect();
    let mut told = words(&fixture::messages(build, about.iter().copied()));
    let map = build.source_map(path).unwrap();
    for it in about {
        let from = &map.text[map.locate(&it.place.at).range.start..];
        // A comment, or a note that goes on in lines that are set in.
        let end = if from.starts_with("<!--") {
            from.find("-->").or_else(|| from.find("\n#"))
        } else if from.starts_with("[^") {
            let mut ends = from.match_indices("\n\n").map(|(at, _)| at);
            ends.find(|at| !from[at + 2..].starts_with("    "))
        } else {
            continue;
        };
        told.extend(words(&from[..end.unwrap_or(from.len())]));
    }
    told
}

fn lost_of(build: &Build, files: &Files) -> Vec<String> {
    let pages = files.iter().filter(|(path, _)| path.ends_with(".md"));
    let lost = pages.flat_map(|(path, bytes)| lost(build, path, &String::from_utf8_lossy(bytes)));
    lost.collect()
}

fn folder(root: &Path) -> Files {
    let files = walkdir::WalkDir::new(root.join("content")).sort_by_file_name();
    let files = files.into_iter().filter_map(Result::ok).filter(|it| it.file_type().is_file());
    let read = |it: walkdir::DirEntry| {
        let path = it.path().strip_prefix(root).ok()?.to_str()?.replace('\\', "/");
        Some((path, std::fs::read(it.path()).ok()?))
    };
    files.filter_map(read).collect()
}

#[test]
fn every_word_of_the_sample_is_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(lost_of(&fixture::build_folder(root), &folder(root)), Vec::<String>::new());
}

#[test]
fn every_word_of_a_playbook_on_a_disk_is_somewhere() {
    let Some(root) = std::env::var_os("PLAYBOOK_CONSERVE") else { return };
    let root = Path::new(&root);
    assert_eq!(lost_of(&fixture::build_folder(root), &folder(root)), Vec::<String>::new());
}

#[test]
fn every_word_of_two_small_playbooks_is_somewhere() {
    let mut notes = fixture::base();
    for (path, text) in [
        ("content/guides/start-here.md", NOTE),
        ("content/workflows/sales/from-a-document.md", DOCUMENT),
    ] {
        notes.insert(path.to_owned(), text.as_bytes().to_vec());
    }
    for files in [fixture::base(), notes] {
        let build = fixture::build(&files);
        assert_eq!(lost_of(&build, &files), Vec::<String>::new());
    }
}

const NOTE: &str = "---
title: Start here
summary: A page from a note tool.
---
# \u{1F680} Start here (v2)

> [!faq]- Who may use it
> Everybody with a [[sales|role]], see [[May I paste this?#The short answer]] and [[Nobody]].

%% ask the desk %% ==Read it twice== :tada: https://crm.example.com/a_(b) and www.example.com.

| Tool | Rule |
|---|---|
| grep | `cat x | grep y` | never paste |
| a<br>b | c |

<!-- A whole sentence that nobody sees. -->

## See [the log](https://example.com/log \"A log\") ![a cat](cat.png \"Its name\")

```mermaid
graph TD
```
";

const DOCUMENT: &str = "---
title: Write a renewal brief
summary: A page from a word processor.
roles: [sales]
layer: fluency
owner: revops-desk
data: internal
verified: 2026-09-30
tools: [assistant]
---

**When to use it**

<<<<<<< HEAD
Before a call.
=======
After the talk.
>>>>>>> main

**1. Steps**
1. Export the usage
   ```sql
   SELECT seats
```

## 3\\) Prompt

```prompt name=\"Brief\" tool=assistant
Review this:
```sql
SELECT accounts
```
Never invent columns.
```

##Not for

Accounts in their first month.
";

/// Pieces of odd pages; `_` is a word of its own each time.
const PIECES: [&str; 58] = [
    "_ _ **_** `_`",
    "# _",
    "## _ _",
    "## [_](https://example.com/a) ![_](b.png \"_\")",
    "##_",
    "## **_** {#own-id}",
    "### _ [_](../roles/sales.md \"_\")",
    "_\n===",
    "**When to use it**\n\n_",
    "**Steps**\n1. _\n2. _",
    "##Not for\n\n_",
    "## 1. Steps\n\n1. _\n\n## Steps\n\n1. _\n\n## How [_](a.md)",
    "- _\n  - _\n    - _",
    "1. _\n\n   _\n2. _",
    "> _\n> _",
    "> [!note] _ _\n> _",
    "> [!WARNING]\n> _",
    "> [!example]+\n> _",
    "- [ ] _\n- [x] _",
    "| _ | _ |\n|---|---|\n| _ | _ | _ |\n| `_ | _` | _ |",
    "| _ | _<br>_ |\n|--|--|\n| _ |",
    "_ | _\n--|--\n_ | _ | _ | _",
    "```\n_\n```",
    "```sql\n_ _\n```",
    "```mermaid\n_\n```",
    "~~~\n_\n```\n_\n~~~",
    "```\n_",
    "```prompt name=\"x\"\n_\n```sql\n_\n```\n_\n```\n\n_",
    "```prompt\n_ {{a_blank}}\n\n- a_blank: _, e.g. _",
    "- _\n  ```\n  _\n```\n\n_",
    "    _\n\n_",
    "<!-- _ _ _ _ -->",
    "_ <!-- _ _ _ --> _",
    "<!-- _ _ _\n\n_\n\n## _\n\n_",
    "_ <!-- _",
    "<div>_</div>",
    "<details><summary>_</summary>\n\n_\n\n</details>",
    "_ <span title=\"x\">_</span>",
    "[_](nowhere.md \"_\") ![_](nothing.png \"_\")",
    "[_](javascript:x) [_](//x) ![_](mailto:a@b.example)",
    "[_][undefined] [_] [_] (b.md) [_](a b.md)",
    "[_][ref] ![_][ref]\n\n[ref]: ../roles/sales.md \"_\"",
    "[[_]] [[_|_]] ![[_.png|300]] ![[_]]",
    "[[Sales|_]] [[May I paste this?]]",
    "_ https://example.com/_ www.example.com/_ _@example.com",
    "<https://example.com/_> https://example.com/__init__/_",
    "_[^1] _\n\n[^1]: _ _",
    "_\n\n[^unused]: _ _",
    ":::note _\n_\n:::",
    "!!! note \"_\"\n    _\n\n    _",
    "{{< _ >}} {% _ %} {{% _ %}}_{{% /x %}}",
    "![_](p.png){width=300} _ {.class}",
    "%% _ %% ==_== :_: $$_$$",
    "import _ from '_'\n\nexport const _ = 1",
    "<<<<<<< _\n_\n=======\n_\n>>>>>>> _",
    "\\[\\[_\\]\\] \\*_\\* &amp; _ &copy;_",
    "~~_~~ ***_*** _a_ __",
    "<Tabs>\n  <Tab>_</Tab>\n</Tabs>",
];

/// A page of pieces, each of them plain, in a quotation or in a list.
fn page(number: usize, pieces: &[(usize, u8)]) -> String {
    let mut text = format!(
        "---\ntitle: Odd page {number}\nsummary: s\nlayer: fluency\nroles: [sales]\n---\n\n"
    );
    let mut count = 0;
    for (piece, nesting) in pieces {
        let mut filled = String::new();
        for c in PIECES[piece % PIECES.len()].chars() {
            if c == '_' {
                count += 1;
                filled.push_str(&format!("wort{count}x"));
            } else {
                filled.push(c);
            }
        }
        for (number, line) in filled.lines().enumerate() {
            let lead = match (nesting % 6, number) {
                (3, _) => "> ",
                (4, 0) => "- ",
                (5, 0) => "1. ",
                (4, _) => "  ",
                (5, _) => "   ",
                _ => "",
            };
            text.push_str(&format!("{lead}{line}\n"));
        }
        text.push('\n');
    }
    text
}

/// Ten pages in each playbook, since most of the time goes into what stands around them.
const PAGES: usize = 10;

/// The same five hundred pages each time; with `PLAYBOOK_FULL=1` ten times as many others.
fn odd_pages() -> Config {
    let full = std::env::var_os("PLAYBOOK_FULL").is_some();
    let (cases, rng_seed) = if full { (500, RngSeed::Random) } else { (50, RngSeed::Fixed(17)) };
    Config { cases, rng_seed, failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(odd_pages())]

    #[test]
    fn every_word_of_an_odd_page_is_somewhere(
        pages in prop::collection::vec(
            (prop::collection::vec((0_usize..PIECES.len(), 0_u8..6), 1..7), any::<bool>()),
            PAGES,
        ),
    ) {
        let mut files = fixture::base();
        let mut texts = Vec::new();
        for (number, (pieces, is_guide)) in pages.iter().enumerate() {
            let kind = if *is_guide { "guides" } else { "workflows" };
            let path = format!("content/{kind}/odd-{number}.md");
            let text = page(number, pieces);
            files.insert(path.clone(), text.clone().into_bytes());
            texts.push((path, text));
        }
        let build = fixture::build(&files);
        for (path, text) in &texts {
            let lost = lost(&build, path, text);
            prop_assert!(lost.is_empty(), "{}\n\n{text}", lost.join("\n"));
        }
    }
}
