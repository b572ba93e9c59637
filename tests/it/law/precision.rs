//! Which outputs each kind of edit makes again. The law alone would be passed
//! by rebuilding everything, this table alone by a stale memory.

use std::fmt::Write;

use playbook::address::Route;
use playbook::engine::{Engine, Output, Site};

use super::edits::start;
use crate::fixture::{self, Files};

/// An edit in words, and what it does.
type Case = (&'static str, fn(&mut Files));

const PAGE: &str = "content/workflows/sales/base-fluency.md";

fn replace(files: &mut Files, path: &str, from: &str, to: &str) {
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(from), "{from}");
    files.insert(path.to_owned(), text.replace(from, to).into_bytes());
}

const CASES: &[Case] = &[
    ("nothing", |_| {}),
    ("a word of prose", |files| replace(files, PAGE, "Export the usage", "Export the numbers")),
    ("a comment", |files| replace(files, PAGE, "## Steps", "<!-- later -->\n\n## Steps")),
    ("a caught error", |files| {
        let path = "content/workflows/customer-success/base-judgment.md";
        replace(files, path, "EU segment", "US segment");
    }),
    ("a prompt", |files| replace(files, PAGE, "Write one page", "Write half a page")),
    ("a title", |files| replace(files, PAGE, "Prepare a renewal call", "Prepare any call")),
    ("a repeat", |files| replace(files, PAGE, "result: adapted", "result: worked")),
    ("a guide's prose", |files| {
        replace(files, "content/guides/may-i-paste.md", "Ask first.", "Ask before.");
    }),
    ("a page deleted", |files| {
        files.remove("content/workflows/sales/page-4.md");
    }),
    ("the content of an image of the same size", |files| {
        files.get_mut("content/workflows/sales/chart.png").unwrap().push(0);
    }),
    ("a data file", |files| {
        files.insert("content/workflows/sales/usage.csv".to_owned(), b"1,2\n".to_vec());
    }),
];

#[test]
fn an_edit_makes_again_what_shows_it_and_nothing_else() {
    let mut table = String::new();
    for (words, edit) in CASES {
        let mut files = start();
        let mut engine = Engine::new();
        let before = engine.build(&fixture::sources(&files));
        edit(&mut files);
        let after = engine.build(&fixture::sources(&files));
        let (trace, before, after) = (after.trace, before.site, after.site);
        let _ = writeln!(
            table,
            "{words}: {} parsed, {} derived, {} pages",
            trace.parsed, trace.derived, trace.pages
        );
        let is_new = |(route, output): &(&Route, &Output)| {
            !before.get(route).is_some_and(|before| before.is_same(output))
        };
        routes(&after, is_new).for_each(|route| writeln!(table, "  {route}").unwrap());
        let is_gone = |(route, _): &(&Route, &Output)| after.get(route).is_none();
        routes(&before, is_gone).for_each(|route| writeln!(table, "  {route} (gone)").unwrap());
    }
    insta::assert_snapshot!(table);
}

fn routes<'s>(
    site: &'s Site,
    which: impl FnMut(&(&'s Route, &'s Output)) -> bool,
) -> impl Iterator<Item = &'s Route> {
    site.all().filter(which).map(|(route, _)| route)
}
