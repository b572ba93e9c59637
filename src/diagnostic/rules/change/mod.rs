//! PB97x: rules about what a change takes from readers, raised by `change`.

pub mod pb970_renamed_page;
pub mod pb971_deleted_page;
pub mod pb972_lost_address;
pub mod pb973_status_changed;

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[
    &pb970_renamed_page::RULE,
    &pb971_deleted_page::RULE,
    &pb972_lost_address::RULE,
    &pb973_status_changed::RULE,
];
