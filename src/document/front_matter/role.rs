//! The front matter of a role.

use super::fields::Fields;
use crate::document::front::{Front, Priority, RoleFront};

/// The fields.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Front {
    Front::Role(RoleFront {
        aliases: fields.ids("aliases"),
        priorities: fields.maps("priorities", Some("job"), priority),
        channel: fields.text("channel"),
        start_with: fields.text("start_with"),
        keywords: fields.ids("keywords"),
    })
}

fn priority(fields: &mut Fields<'_, '_>) -> Option<Priority> {
    let job = fields.required_text("job");
    let when = fields.text("when");
    Some(Priority { job: job?, when })
}
