//! A memo that forgets one field of its key must be noticed. Each case is the
//! shortest history that shows it.

use playbook::engine::{Engine, RememberedStage};
use playbook::search::SearchStage;

use super::{difference, outcome};
use crate::fixture::{Files, base};

/// Two moments of a playbook that differ in what the field holds.
type History = fn(&mut Files) -> Files;

const PAGE: &str = "content/workflows/sales/base-fluency.md";

fn edited(files: &Files, path: &str, text: &str) -> Files {
    let mut files = files.clone();
    files.insert(path.to_owned(), text.as_bytes().to_vec());
    files
}

fn with_theme(files: &Files, name: &str, page: &str) -> Files {
    with_template(files, name, "404.html", page)
}

fn with_template(files: &Files, name: &str, template: &str, page: &str) -> Files {
    let config = format!("[site]\ntitle = \"N\"\ntheme = \"{name}\"\n");
    let files = edited(files, "playbook.toml", &config);
    edited(&files, &format!("themes/{name}/{template}"), page)
}

const CASES: &[(RememberedStage, &str, History)] = &[
    (RememberedStage::Document, "path", |files| {
        let mut after = files.clone();
        let page = after.remove(PAGE).unwrap();
        after.insert("content/workflows/sales/renamed.md".to_owned(), page);
        after
    }),
    (RememberedStage::Document, "bytes", |files| {
        edited(files, "content/guides/may-i-paste.md", "---\ntitle: Another title\n---\n")
    }),
    (RememberedStage::Document, "settings", |files| {
        files.insert("content/index.md".to_owned(), b"<kbd>K</kbd>\n".to_vec());
        let config =
            "[site]\ntitle = \"Northgate AI playbook\"\n[build]\nraw_html = \"allowlist\"\n";
        edited(files, "playbook.toml", config)
    }),
    (RememberedStage::World, "config", |files| {
        edited(files, "playbook.toml", "[site]\ntitle = \"Another title\"\n")
    }),
    (RememberedStage::World, "pages", |files| {
        edited(files, "content/guides/new.md", "---\ntitle: A new guide\n---\n")
    }),
    (RememberedStage::World, "files", |files| {
        edited(files, "content/workflows/sales/usage.csv", "week,seats\n")
    }),
    (RememberedStage::Theme, "name", |files| {
        *files = with_theme(files, "one", "{{ broken");
        let mut after = with_theme(files, "two", "{{ broken");
        after.remove("themes/one/404.html");
        after
    }),
    (RememberedStage::Theme, "files", |files| {
        *files = with_theme(files, "one", "before");
        with_theme(files, "one", "after")
    }),
    (RememberedStage::Theme, "site", |files| {
        edited(files, "playbook.toml", "[site]\ntitle = \"Another title\"\n")
    }),
    (RememberedStage::Layout, "world", |files| {
        edited(files, "content/guides/new.md", "---\ntitle: A new guide\n---\n")
    }),
    (RememberedStage::Layout, "theme", |files| {
        *files = with_theme(files, "one", "before");
        edited(files, "themes/one/404.html", "after")
    }),
    (RememberedStage::Page, "body", |files| {
        edited(
            files,
            "content/guides/may-i-paste.md",
            "---\ntitle: May I paste this?\nsummary: The redlines.\norder: 1\nnav: true\n---\n\n## The short answer\n\nNever.\n",
        )
    }),
    (RememberedStage::Page, "world", |files| {
        edited(files, "content/roles/sales.md", "---\nname: Selling\n---\n")
    }),
    // Not `card`, `excerpts` and `language`: a body has the digest of its whole file
    // and of the language in which it was read.
    (RememberedStage::Search(SearchStage::Terms), "body", |files| {
        let text = String::from_utf8(files[PAGE].clone()).unwrap();
        edited(files, PAGE, &text.replace("saves the morning", "costs an evening"))
    }),
    (RememberedStage::Search(SearchStage::Terms), "names", |files| {
        let text = String::from_utf8(files["content/tools/assistant.md"].clone()).unwrap();
        edited(files, "content/tools/assistant.md", &text.replace("copilot", "helper"))
    }),
    (RememberedStage::Search(SearchStage::Terms), "withheld", |files| {
        let text = String::from_utf8(files["content/tools/assistant.md"].clone()).unwrap();
        edited(files, "content/tools/assistant.md", &text.replace("approved", "not-approved"))
    }),
    // Not `bucket`: no two buckets share a word.
    (RememberedStage::Search(SearchStage::Files), "pages", |files| {
        let text = String::from_utf8(files[PAGE].clone()).unwrap();
        edited(files, PAGE, &text.replace("saves the morning", "costs an evening"))
    }),
    (RememberedStage::Search(SearchStage::Files), "language", |files| {
        edited(
            files,
            "playbook.toml",
            "[site]\ntitle = \"Northgate AI playbook\"\nlanguage = \"de\"\n",
        )
    }),
    (RememberedStage::Page, "theme", |files| {
        *files = with_template(files, "one", "guide.html", "before");
        edited(files, "themes/one/guide.html", "after")
    }),
];

#[test]
fn a_memo_that_forgets_a_field_of_its_key_is_noticed() {
    for (stage, field, history) in CASES {
        let mut before = base();
        let after = history(&mut before);
        let mut engine = Engine::with_broken_memo(*stage, field);
        outcome(&mut engine, &before);
        let lived = outcome(&mut engine, &after);
        let fresh = outcome(&mut Engine::new(), &after);
        // A broken key shows in every key that is made of it: only what a
        // reader would see counts.
        let noticed = lived.bytes != fresh.bytes || lived.messages != fresh.messages;
        assert!(noticed, "{stage:?} without {field} went unnoticed");
    }
}

#[test]
fn the_same_histories_pass_with_whole_memos() {
    for (stage, field, history) in CASES {
        let mut before = base();
        let after = history(&mut before);
        let mut engine = Engine::new();
        outcome(&mut engine, &before);
        let lived = outcome(&mut engine, &after);
        let fresh = outcome(&mut Engine::new(), &after);
        assert_eq!(difference(&lived, &fresh), None, "{stage:?}, {field}");
    }
}
