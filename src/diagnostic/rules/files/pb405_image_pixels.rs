//! An image with more pixels than the settings allow.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

/// `image-pixels`
pub const RULE: Rule = rule!("PB405", "image-pixels", Error, "pb405_image_pixels.md");

/// Width times height is over the limit.
pub fn breach(path: &Arc<str>, (width, height): (u32, u32), limit: u64) -> Diagnostic {
    RULE.at(
        Place::file(path),
        text!("{width} by {height} pixels, at most {limit} in all", width, height, limit),
    )
    .help("scale it down: a page shows an image at most 1,600 pixels wide")
}
