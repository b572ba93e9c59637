//! PB5xx: rules about the playbook as a whole, raised by `model` and `check`.

mod pb501_address_collision;
mod pb502_unknown_reference;
mod pb503_name_for_id;
mod pb504_draft_reference;
mod pb505_unknown_rung;
mod pb506_retired_item;
mod pb507_builds_on_cycle;
mod pb508_next_down_a_layer;
mod pb509_path_lacks_layer;
mod pb510_first_version;
mod pb511_near_duplicate;
mod pb512_stopped_page;
mod pb513_needs_review;
mod pb514_future_date;
mod pb515_overdue;

pub use pb501_address_collision::address_collision;
pub use pb502_unknown_reference::unknown_reference;
pub use pb503_name_for_id::name_for_id;
pub use pb504_draft_reference::draft_reference;
pub use pb505_unknown_rung::unknown_rung;
pub use pb506_retired_item::retired_item;
pub use pb507_builds_on_cycle::builds_on_cycle;
pub use pb508_next_down_a_layer::next_down_a_layer;
pub use pb509_path_lacks_layer::path_lacks_layer;
pub use pb510_first_version::first_version;
pub use pb511_near_duplicate::near_duplicate;
pub use pb512_stopped_page::stopped_page;
pub use pb513_needs_review::needs_review;
pub use pb514_future_date::future_date;
pub use pb515_overdue::overdue;

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
];
