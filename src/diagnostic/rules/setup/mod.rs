//! PB9xx: rules about settings and theme, raised by `config` and `render`.

pub mod pb901_settings_syntax;
pub mod pb902_unknown_setting;
pub mod pb903_setting_type;
pub mod pb904_site_title;
pub mod pb905_language;
pub mod pb906_setting_choice;
pub mod pb907_setting_address;
pub mod pb908_setting_interval;
pub mod pb909_setting_number;
pub mod pb910_setting_path;
pub mod pb911_data_ladder;
pub mod pb912_repository_url;
pub mod pb913_needless_setting;

pub mod pb950_theme_template;
pub mod pb951_theme_text;
pub mod pb953_theme_nesting;
pub mod pb954_theme_settings;
pub mod pb960_no_way_in;

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[
    &pb901_settings_syntax::RULE,
    &pb902_unknown_setting::RULE,
    &pb903_setting_type::RULE,
    &pb904_site_title::RULE,
    &pb905_language::RULE,
    &pb906_setting_choice::RULE,
    &pb907_setting_address::RULE,
    &pb908_setting_interval::RULE,
    &pb909_setting_number::RULE,
    &pb910_setting_path::RULE,
    &pb911_data_ladder::RULE,
    &pb912_repository_url::RULE,
    &pb913_needless_setting::RULE,
    &pb950_theme_template::RULE,
    &pb951_theme_text::RULE,
    &pb953_theme_nesting::RULE,
    &pb954_theme_settings::RULE,
    &pb960_no_way_in::RULE,
];
