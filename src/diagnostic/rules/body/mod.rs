//! PB2xx: rules about sections and blocks of a body, raised by `document`.

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[];
