//! The sample playbook is what a company copies: nothing in it is wrong, and it
//! shows every kind of page.

use std::collections::BTreeSet;
use std::path::Path;

use playbook::document::kind::{Kind, Layer};
use playbook::engine::{Build, Engine};
use playbook::source;

use crate::fixture;

fn build() -> Build {
    let sources = source::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    Engine::new().build(&sources)
}

#[test]
fn it_has_no_error_no_gap_and_no_warning() {
    let build = build();
    assert_eq!(fixture::messages(&build, build.diagnostics()), "");
}

#[test]
fn it_has_a_page_of_every_kind_and_two_workflows_of_every_layer() {
    let build = build();
    let kinds: BTreeSet<Kind> = build.playbook().pages().map(|page| page.id.kind).collect();
    for kind in Kind::WITH_FOLDER.into_iter().chain([Kind::Home]) {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
    for layer in Layer::ALL {
        let of_layer = build.playbook().workflows.values().filter(|it| it.layer() == *layer);
        assert!(of_layer.count() >= 2, "{layer:?}");
    }
}

#[test]
fn every_output_can_be_rendered_and_says_nothing_of_a_template() {
    for (route, bytes) in fixture::bytes(&build()) {
        if route.ends_with(".html") {
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.contains("{%") && !text.contains("{#"), "{route}");
            assert!(text.starts_with("<!doctype html>"), "{route}");
        }
    }
}
