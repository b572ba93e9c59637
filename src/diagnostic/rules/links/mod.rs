//! PB3xx: rules about links, images and downloads, raised by `check`.

mod pb301_broken_link;
mod pb302_missing_anchor;
mod pb303_broken_image;
mod pb304_external_image;
mod pb305_draft_link;
mod pb306_link_outside;
mod pb307_link_from_root;

pub use pb301_broken_link::broken_link;
pub use pb302_missing_anchor::missing_anchor;
pub use pb303_broken_image::broken_image;
pub use pb304_external_image::external_image;
pub use pb305_draft_link::draft_link;
pub use pb306_link_outside::link_outside;
pub use pb307_link_from_root::link_from_root;

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[
    &pb301_broken_link::RULE,
    &pb302_missing_anchor::RULE,
    &pb303_broken_image::RULE,
    &pb304_external_image::RULE,
    &pb305_draft_link::RULE,
    &pb306_link_outside::RULE,
    &pb307_link_from_root::RULE,
];
