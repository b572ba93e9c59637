//! PB4xx: rules about files and their names, raised by `source`.

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[];
