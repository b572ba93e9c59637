//! PB5xx: rules about the playbook as a whole, raised by `model and check`.

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[];
