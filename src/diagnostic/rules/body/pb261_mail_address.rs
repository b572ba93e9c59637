//! A page holds no mail address of somebody outside.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB261", "mail-address", Warn, "pb261_mail_address.md");

/// An address at a domain that the settings do not list.
pub fn of(place: Place, domain: &str) -> Diagnostic {
    let domain = clip(domain);
    RULE.at(place, text!("a mail address at {domain}, which may be somebody's own", domain = &domain))
        .label("published as it stands")
        .help("write a blank in a prompt, such as {{email}}, and `name@example.com` elsewhere")
        .help(text!("if {domain} is your company's, add it to `allowed_domains` under `[data]` in playbook.toml", domain))
}
