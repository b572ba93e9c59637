//! The front matter of a guide.

use super::fields::Fields;
use crate::document::front::{Front, GuideFront};

/// The fields.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Front {
    Front::Guide(GuideFront {
        order: fields.number("order"),
        nav: fields.flag("nav").unwrap_or_default(),
        keywords: fields.ids("keywords"),
    })
}
