//! PB308: a link to a mailbox brings a subject, copies or a text with it.

use super::super::{Diagnostic, Place, Rule, Severity};
use super::shortened;

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB308",
    name: "mail-parameters",
    severity: Severity::Warn,
    docs: include_str!("pb308_mail_parameters.md"),
};

/// An address with parameters; `opened` is what is left of it.
pub fn dropped(place: Place, href: &str, opened: &str) -> Diagnostic {
    let (href, opened) = (shortened(href), shortened(opened));
    RULE.at(place, format!("\"{href}\" says more than to whom"))
        .label(format!("opens a mail to {opened} and no more"))
        .help(format!("write `{opened}`, and in the text what the subject should be"))
}
