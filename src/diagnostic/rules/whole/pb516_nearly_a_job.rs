//! PB516: a job is nearly one that a role has.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB516", "nearly-a-job", Warn, "pb516_nearly_a_job.md");

/// `job` is no role's; `near` is one of `role`.
pub fn misspelled(place: Place, job: &str, near: &str, role: &str) -> Diagnostic {
    RULE.at(
        place,
        text!("\"{job}\" is the job of no role, so this page is in no role's table", job),
    )
    .label(text!("did you mean `{near}`, a job of {role}?", near, role))
    .help(format!("job: {near}"))
}
