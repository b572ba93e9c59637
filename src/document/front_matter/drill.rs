//! The front matter of a drill.

use super::fields::Fields;
use crate::diagnostic::rules::front::pb133_drill_source;
use crate::document::front::{DrillFront, Front};

/// The fields.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Front {
    let given = fields.has("from") || fields.has("made_up");
    let front = DrillFront {
        roles: fields.ids("roles"),
        from: fields.text("from"),
        made_up: fields.flag("made_up").unwrap_or_default(),
        keywords: fields.ids("keywords"),
    };
    if front.from.is_none() && !front.made_up {
        let place = fields.report.value(if given { "made_up" } else { "title" });
        fields.report.add(pb133_drill_source::missing(place));
    }
    Front::Drill(front)
}
