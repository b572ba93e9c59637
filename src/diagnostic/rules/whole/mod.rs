//! PB5xx: rules about the playbook as a whole, raised by `model` and `check`.

pub mod pb501_address_collision;
pub mod pb502_unknown_reference;
pub mod pb503_name_for_id;
pub mod pb504_draft_reference;
pub mod pb505_unknown_rung;
pub mod pb506_retired_item;
pub mod pb507_builds_on_cycle;
pub mod pb508_next_down_a_layer;
pub mod pb509_path_lacks_layer;
pub mod pb510_first_version;
pub mod pb511_near_duplicate;
pub mod pb512_stopped_page;
pub mod pb513_needs_review;
pub mod pb514_future_date;
pub mod pb515_overdue;
pub mod pb516_nearly_a_job;

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[
    &pb501_address_collision::RULE,
    &pb502_unknown_reference::RULE,
    &pb503_name_for_id::RULE,
    &pb504_draft_reference::RULE,
    &pb505_unknown_rung::RULE,
    &pb506_retired_item::RULE,
    &pb507_builds_on_cycle::RULE,
    &pb508_next_down_a_layer::RULE,
    &pb509_path_lacks_layer::RULE,
    &pb510_first_version::RULE,
    &pb511_near_duplicate::RULE,
    &pb512_stopped_page::RULE,
    &pb513_needs_review::RULE,
    &pb514_future_date::RULE,
    &pb515_overdue::RULE,
    &pb516_nearly_a_job::RULE,
];
