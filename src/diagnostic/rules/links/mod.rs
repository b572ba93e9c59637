//! PB3xx: rules about links, images and downloads, raised by `check`.

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[];
