//! PB308: a link to a mailbox brings a subject, copies or a text with it.

use super::super::clip::shortened;
use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB308", "mail-parameters", Warn, "pb308_mail_parameters.md");

/// An address with parameters; `opened` is what is left of it.
pub fn dropped(place: Place, href: &str, opened: &str) -> Diagnostic {
    let mailbox = opened.split_once(':').map_or(opened, |(_, mailbox)| mailbox);
    RULE.at(place, text!("\"{href}\": a link may not fill in a mail", href = shortened(href)))
        .label(text!("opens an empty mail to {mailbox}", mailbox = shortened(mailbox)))
        .help(text!(
            "write `{opened}`, and say in the text what to write about",
            opened = shortened(opened)
        ))
}
