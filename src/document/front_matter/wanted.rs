//! The front matter of a page that somebody asked for.

use super::fields::Fields;
use super::workflow;
use crate::document::front::{Front, WantedFront};

/// The fields.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Front {
    let layer = fields.take("layer");
    Front::Wanted(WantedFront {
        roles: fields.ids("roles"),
        layer: layer.and_then(|found| workflow::one_layer(fields, &found)),
        job: fields.text("job"),
        why: fields.text("why"),
        seen: fields.count("seen"),
        keywords: fields.ids("keywords"),
    })
}
