//! PB9xx: rules about settings and theme, raised by `config and render`.

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[];
