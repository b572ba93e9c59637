//! One rule is one `.rs` file (its code and the constructors of its messages)
//! and one `.md` file beside it: the documentation page, the text of
//! `playbook explain CODE` and the fixture that the tests run.

#![allow(missing_docs, reason = "what a rule means is in the `.md` beside it")]

pub mod body;
pub mod change;
mod clip;
pub mod files;
pub mod front;
pub mod links;
mod rule;
pub mod setup;
pub mod whole;

pub use rule::Rule;
pub(crate) use rule::rule;

/// Every rule, by code.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let groups: [&[&Rule]; 7] = [
        front::RULES,
        body::RULES,
        links::RULES,
        files::RULES,
        whole::RULES,
        setup::RULES,
        change::RULES,
    ];
    groups.into_iter().flatten().copied()
}

/// The rule with this code, in any case.
pub fn find(code: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code.eq_ignore_ascii_case(code))
}
