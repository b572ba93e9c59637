//! A playbook without a page: it is read in the wrong place, or not whole.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

/// `no-content`
pub const RULE: Rule = rule!("PB414", "no-content", Error, "pb414_no_content.md");

const ROOT: &str = "run the command in the playbook's folder, or name that with `--root DIR`";

/// Nothing is there.
pub fn absent() -> Diagnostic {
    at("there is no folder `content`, where the pages of a playbook lie").help(ROOT)
}

/// There is no file that could be a page.
pub fn empty() -> Diagnostic {
    at("there is no page in `content`")
        .help("start one with `playbook new workflow \"...\"`, with what a reader gets done between the quotes")
        .help(ROOT)
}

fn at(message: &'static str) -> Diagnostic {
    RULE.at(Place::file(&"content".into()), message)
}
