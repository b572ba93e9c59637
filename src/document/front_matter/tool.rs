//! The front matter of a tool.

use super::fields::Fields;
use crate::document::front::{Front, ToolFront};

/// The fields.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Front {
    Front::Tool(ToolFront {
        aliases: fields.ids("aliases"),
        status: fields.choice("status"),
        data_max: fields.rung("data_max"),
        good_for: fields.texts("good_for"),
        not_good_for: fields.texts("not_good_for"),
        replaced_by: fields.text("replaced_by"),
        link: fields.text("link"),
        ask: fields.text("ask"),
    })
}
