//! Ways round the guard, each a small source that must be caught: a guard is
//! worth what it catches.

use super::circles::circles;
use super::rooms;
use super::tree::Tree;

/// A document, an engine and a page's room as they should be.
const HOUSE: &[(&str, &str)] = &[
    ("document/mod.rs", "mod body; mod card; pub use body::Body; pub use card::Card;"),
    ("document/body.rs", "pub struct Body;"),
    ("document/card.rs", "pub struct Card;"),
    ("engine/mod.rs", "pub struct Engine; pub fn build() {}"),
];

/// The house with more files.
fn with(more: &[(&str, &str)]) -> Tree {
    let files = HOUSE.iter().chain(more);
    Tree::new(files.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())))
}

/// Whether this code in `page` may not be.
fn is_caught(code: &str) -> bool {
    !rooms::breaches(&with(&[("page/list.rs", code)])).is_empty()
}

#[test]
fn a_room_is_seen_however_its_path_is_written() {
    for code in [
        "use crate::engine::Engine;",
        "use crate::engine;",
        "pub use crate::engine::Engine as Motor;",
        // By steps up.
        "use super::super::engine::Engine;",
        "mod inner { use super::super::super::engine::Engine; }",
        "fn f() { self::super::super::engine::build() }",
        // In a group, on lines of its own.
        "use crate::{\n    document::Card,\n    engine::Engine,\n};",
        "use {crate::{self as it}, std::fmt};",
        // By another name of the crate.
        "use crate as it; fn f() { it::engine::build() }",
        "use super::super as it;",
        "use crate::*;",
        "extern crate self as it;",
        // Without a `use`, or with one inside.
        "fn f() { crate::engine::build() }",
        "fn f() { use crate::engine::build; build() }",
        "fn f(it: &dyn Fn(crate::engine::Engine)) {}",
        "fn f() { <crate::engine::Engine as Clone>::clone() }",
        // Where only a macro reads it.
        "fn f() { assert_eq!(1, crate::engine::build()) }",
        "macro_rules! m { () => { use $crate::{document, engine::Engine}; } }",
        "#[derive(crate::engine::Engine)] struct S;",
        "#[derive(Serialize)] struct S { #[serde(with = \"crate::engine::build\")] a: u8 }",
        // After tests, and in what is not only for tests.
        "#[cfg(test)] mod tests {}\nuse crate::engine::Engine;",
        "#[cfg(test)] use std::fmt;\nfn f() { crate::engine::build() }",
        "#[cfg(not(test))] use crate::engine::Engine;",
        "#[cfg(any(test, unix))] use crate::engine::Engine;",
    ] {
        assert!(is_caught(code), "passes: {code}");
    }
}

#[test]
fn what_the_table_allows_passes() {
    for code in [
        "use crate::document::{Body, Card};",
        "use super::super::document::Card;",
        "#[cfg(test)] mod tests { use crate::engine::Engine; }",
        "#[cfg(test)] use crate::engine::Engine;",
        "struct S; impl S { #[cfg(test)] fn f() { crate::engine::build() } }",
        "mod a { #[cfg(test)] mod tests { use crate::engine::Engine; } }",
        "/// See [`crate::engine::Engine`].\nstruct S; // crate::engine\nconst S: &str = \"engine\";",
        "use std::engine; fn f() { other::engine::build() }",
    ] {
        assert!(!is_caught(code), "is caught: {code}");
    }
}

#[test]
fn a_room_is_seen_behind_a_re_export() {
    let root = ("lib.rs", "pub mod engine; pub use engine::Engine;");
    let page = ("page/list.rs", "use crate::Engine;");
    let tree = with(&[root, page]);
    assert_eq!(rooms::breaches(&tree).len(), 1);
}

#[test]
fn a_type_is_seen_however_it_is_imported() {
    for code in [
        "use crate::document::Body;",
        "use crate::document::{\n    Card,\n    Body\n};",
        "use crate::document::Body as Whole;",
        "use super::super::document::Body;",
        "use crate::document as d; fn f(it: d::Body) {}",
        "use crate::document::*; fn f(it: Body) {}",
        "use crate::document::body::*; fn f(it: Body) {}",
        "fn f() -> Option<crate::document::\n    Body> { None }",
        "fn f() { matches!(1, crate::document::Body) }",
        "#[cfg(test)] mod tests {}\nuse crate::document::Body;",
    ] {
        assert!(
            !rooms::unseen_types(&with(&[("model/page.rs", code)])).is_empty(),
            "passes: {code}"
        );
    }
    for code in ["use crate::document::Card; struct Body;", "use other::Body; fn f(it: Body) {}"] {
        assert_eq!(
            rooms::unseen_types(&with(&[("model/page.rs", code)])).len(),
            0,
            "caught: {code}"
        );
    }
}

#[test]
fn a_call_that_clippy_forbids_is_excused_in_one_way_only() {
    let lints = |code: &str| {
        let tree = with(&[("page/list.rs", code)]);
        let found = &tree.files.last().unwrap().exceptions;
        (found.expected.len(), found.evasions.len())
    };
    let expected = "#[expect(clippy::disallowed_methods, reason = \"it writes\")] fn f() {}";
    assert_eq!(lints(expected), (1, 0));
    for code in [
        "#![allow(clippy::disallowed_methods)]",
        "#[allow(clippy::disallowed_methods, reason = \"easier\")] fn f() {}",
        "#[warn(clippy::disallowed_methods)] fn f() {}",
        "#[expect(clippy::disallowed_methods)] fn f() {}",
        "#[cfg_attr(unix, allow(clippy::disallowed_methods))] fn f() {}",
        "#[allow(clippy::all)] fn f() {}",
        "fn f() { #[allow(unused, clippy::style)] let a = 1; }",
        "#[cfg(test)] mod tests { #![allow(clippy::disallowed_methods)] }",
    ] {
        assert_eq!(lints(code), (0, 1), "passes: {code}");
    }
}

#[test]
fn long_functions_and_short_docs_are_counted() {
    let code =
        "/// Its page.\npub struct S {\n/// A whole sentence about it.\npub a: u8,\n/// B.\nb: u8 }
        impl S {\n/// Makes.\npub fn f() {\n\n}\n#[cfg(test)] fn g() {} }";
    let tree = with(&[("page/list.rs", code)]);
    let measures = &tree.files.last().unwrap().measures;
    assert_eq!(measures.short_docs, ["2: S", "9: f"]);
    assert_eq!(measures.functions, [("9: f".to_owned(), 3)]);
}

/// The circles of a room of two files and a `mod.rs`.
fn of(room: &str, first: &str, second: &str) -> Vec<Vec<String>> {
    let files = [("page/mod.rs", room), ("page/a.rs", first), ("page/b.rs", second)];
    let tree = Tree::new(files.map(|(path, text)| (path.to_owned(), text.to_owned())));
    let circles = circles(&tree);
    circles.iter().map(|it| it.files.iter().map(|file| file.to_string()).collect()).collect()
}

#[test]
fn a_circle_of_files_is_found() {
    let show = "mod a; mod b; pub use a::A; pub use b::B;";
    let two = [["page/a.rs", "page/b.rs"]];
    assert_eq!(of(show, "use super::b::B; pub struct A;", "use super::a::A; pub struct B;"), two);
    // Over re-exports, a module's name, a macro, everything at once.
    assert_eq!(of(show, "use super::B; pub struct A;", "use crate::page::A; pub struct B;"), two);
    assert_eq!(of(show, "use super::b; pub type A = b::B;", "use super::A; pub struct B;"), two);
    assert_eq!(
        of(show, "fn a() { f!(super::B) } pub struct A;", "use super::A; pub struct B;"),
        two
    );
    assert_eq!(of(show, "use super::*; pub type A = B;", "use super::A; pub struct B;"), two);
    // What the folder itself defines is used of the folder.
    let own = "mod a; mod b; pub struct Own; fn f() { a::f() }";
    let with_folder = [["page/a.rs", "page/mod.rs"]];
    assert_eq!(of(own, "pub fn f() -> super::Own { super::Own }", ""), with_folder);
}

#[test]
fn files_that_only_show_or_test_each_other_are_no_circle() {
    let show = "mod a; mod b; pub use a::A; pub use b::B;";
    let none: [[&str; 2]; 0] = [];
    assert_eq!(of(show, "use super::B; pub struct A;", "pub struct B;"), none);
    let tests = "pub struct B; #[cfg(test)] mod tests { use super::super::A; }";
    assert_eq!(of(show, "use super::B; pub struct A;", tests), none);
    assert_eq!(
        of(show, "use super::b; pub struct A;", "fn f(a: u8) -> u8 { a } pub struct B;"),
        none
    );
}

#[test]
fn a_circle_is_shown_with_what_is_used() {
    let files = [
        ("page/a.rs", "use super::b::B; pub struct A; pub struct Own;"),
        ("page/b.rs", "use super::a::{A, Own}; pub struct B;"),
    ];
    let tree = Tree::new(files.map(|(path, text)| (path.to_owned(), text.to_owned())));
    let shown: Vec<String> = circles(&tree).iter().map(|circle| circle.describe()).collect();
    insta::assert_snapshot!(shown.concat(), @r"
    circle of 2 files
      shortest way round: page/a.rs -> page/b.rs -> page/a.rs
     * page/a.rs -> page/b.rs: B
     * page/b.rs -> page/a.rs: A, Own
    ");
}
