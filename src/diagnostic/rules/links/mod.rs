//! PB3xx: rules about links, images and downloads.

pub mod pb301_broken_link;
pub mod pb302_missing_anchor;
pub mod pb303_broken_image;
pub mod pb304_external_image;
pub mod pb305_draft_link;
pub mod pb306_link_outside;
pub mod pb307_link_from_root;
pub mod pb308_mail_parameters;
pub mod pb309_unpublished_file;
pub mod pb310_name_to_change;
pub mod pb311_web_address;

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
    &pb308_mail_parameters::RULE,
    &pb309_unpublished_file::RULE,
    &pb310_name_to_change::RULE,
    &pb311_web_address::RULE,
];
