//! The front matter of a person or a desk.

use super::fields::Fields;
use crate::document::front::{Front, PersonFront};

/// The fields.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Front {
    Front::Person(PersonFront {
        roles: fields.ids("roles"),
        champion: fields.flag("champion").unwrap_or_default(),
        coach: fields.flag("coach").unwrap_or_default(),
        shows: fields.ids("shows"),
        ask: fields.text("ask"),
        left: fields.date("left"),
        desk: fields.flag("desk").unwrap_or_default(),
        keywords: fields.ids("keywords"),
    })
}
