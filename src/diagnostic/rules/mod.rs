//! One rule is one `.rs` file (its code and the constructors of its messages)
//! and one `.md` file beside it: the documentation page, the text of
//! `playbook explain CODE` and the fixture that the tests run.

#![allow(missing_docs, reason = "what a rule means is in the `.md` beside it")]

pub mod body;
pub mod files;
pub mod front;
pub mod links;
pub mod setup;
pub mod whole;

use super::{Diagnostic, Place, Severity};

/// A rule. Its code never changes and is never used again.
#[derive(Debug)]
pub struct Rule {
    /// `PB102`
    pub code: &'static str,
    /// `one-layer`
    pub name: &'static str,
    /// How bad a breach is.
    pub severity: Severity,
    /// The `.md` file.
    pub docs: &'static str,
}

impl Rule {
    /// A breach of this rule. The message is one line, whatever is quoted in it.
    pub fn at(&self, place: Place, message: impl Into<String>) -> Diagnostic {
        let mut message = message.into();
        if message.contains('\n') {
            message = message.replace('\n', " ");
        }
        Diagnostic {
            place,
            code: self.code,
            severity: self.severity,
            message,
            label: None,
            related: Vec::new(),
            help: Vec::new(),
        }
    }
}

/// Every rule, by code.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let groups: [&[&Rule]; 6] =
        [front::RULES, body::RULES, links::RULES, files::RULES, whole::RULES, setup::RULES];
    groups.into_iter().flatten().copied()
}

/// The rule with this code, in any case.
pub fn find(code: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code.eq_ignore_ascii_case(code))
}
