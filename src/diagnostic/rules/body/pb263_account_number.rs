//! A page holds no number of a bank account or a card.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB263", "account-number", Warn, "pb263_account_number.md");

/// The number of a bank account.
pub fn iban(place: Place) -> Diagnostic {
    told(place, "this is the number of a bank account (IBAN)", "{{iban}}")
}

/// The number of a payment card.
pub fn card(place: Place) -> Diagnostic {
    told(place, "this is the number of a payment card", "{{card_number}}")
}

fn told(place: Place, message: &'static str, blank: &str) -> Diagnostic {
    RULE.at(place, message)
        .label("published as it stands")
        .help(text!("take it out; in a prompt, write a blank such as {blank}", blank))
}
