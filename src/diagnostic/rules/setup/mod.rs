//! PB9xx: rules about settings and theme, raised by `config and render`.

pub mod pb950_theme_template;
pub mod pb951_theme_text;
pub mod pb952_theme_missing;
pub mod pb953_theme_nesting;

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[
    &pb950_theme_template::RULE,
    &pb951_theme_text::RULE,
    &pb952_theme_missing::RULE,
    &pb953_theme_nesting::RULE,
];
