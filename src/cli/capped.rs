//! How many messages are shown by commands that only mention problems.

use crate::diagnostic::print::Counts;
use crate::diagnostic::{Diagnostic, Severity};

/// How many of each severity are shown by commands that only mention problems.
pub(super) fn capped(mut diagnostics: Vec<&Diagnostic>, most: usize) -> Vec<&Diagnostic> {
    let mut shown = Counts::default();
    let take = |diagnostic: &&Diagnostic| {
        let count = match diagnostic.severity {
            Severity::Error => &mut shown.error,
            Severity::Gap => &mut shown.gap,
            Severity::Warn => &mut shown.warn,
        };
        *count += 1;
        *count <= most
    };
    diagnostics.retain(take);
    diagnostics
}
