//! What a rule is, and how a breach of it becomes a message.

use crate::diagnostic::{Diagnostic, Place, Severity, Text};

/// A rule. Its code never changes and is never used again.
#[derive(Debug)]
pub struct Rule {
    pub code: &'static str,
    pub name: &'static str,
    /// How bad a breach is.
    pub severity: Severity,
    pub docs: &'static str,
}

impl Rule {
    /// A breach of this rule.
    pub fn at(&self, place: Place, message: impl Into<Text>) -> Diagnostic {
        Diagnostic {
            place,
            code: self.code,
            severity: self.severity,
            message: message.into(),
            label: None,
            related: Vec::new(),
            help: Vec::new(),
            fix: None,
        }
    }
}

/// A rule: its code, its name, how bad a breach is, and its page.
macro_rules! rule {
    ($code:literal, $name:literal, $severity:ident, $docs:literal) => {
        $crate::diagnostic::Rule {
            code: $code,
            name: $name,
            severity: $crate::diagnostic::Severity::$severity,
            docs: include_str!($docs),
        }
    };
}
pub(crate) use rule;
