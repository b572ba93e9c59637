//! A bracket at a step's end is its time.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB232", "step-time", Warn, "pb232_step_time.md");

/// A bracket that is no time; `corrected` is how it is understood.
pub fn unread(place: Place, written: &str, corrected: &str) -> Diagnostic {
    let message =
        text!("\"({written})\" was not understood as the time of a step", written = clip(written));
    RULE.at(place, message)
        .label("minutes first, then who")
        .help(text!("write {corrected}, or take the brackets away if it is no time", corrected))
}
