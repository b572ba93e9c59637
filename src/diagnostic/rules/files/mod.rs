//! PB4xx: rules about files and their names, raised by `source`.

pub mod pb401_unsafe_name;
pub mod pb402_symlink;
pub mod pb403_unreadable;
pub mod pb404_too_large;
pub mod pb405_image_pixels;
pub mod pb406_special_file;
pub mod pb407_active_file;
pub mod pb408_stray_file;
pub mod pb409_too_deep;
pub mod pb410_too_many_files;
pub mod pb411_no_theme;
pub mod pb412_missing_logo;
pub mod pb413_settings_text;
pub mod pb414_no_content;
pub mod pb415_readme;

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[
    &pb401_unsafe_name::RULE,
    &pb402_symlink::RULE,
    &pb403_unreadable::RULE,
    &pb404_too_large::RULE,
    &pb405_image_pixels::RULE,
    &pb406_special_file::RULE,
    &pb407_active_file::RULE,
    &pb408_stray_file::RULE,
    &pb409_too_deep::RULE,
    &pb410_too_many_files::RULE,
    &pb411_no_theme::RULE,
    &pb412_missing_logo::RULE,
    &pb413_settings_text::RULE,
    &pb414_no_content::RULE,
    &pb415_readme::RULE,
];
