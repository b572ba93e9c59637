//! PB1xx: rules about front matter, raised by `document`.

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[];
