//! The front matter of a layer. Its file is named after one of the three.

use super::fields::Fields;
use crate::diagnostic::Place;
use crate::diagnostic::nearest;
use crate::diagnostic::rules::front::pb128_layer_file;
use crate::document::front::{Front, LayerFront};
use crate::document::kind::Layer;

/// The fields; a file that is named after no layer cannot stand.
#[expect(clippy::result_large_err, reason = "both are fields of a page, alike in size")]
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Result<Front, Front> {
    let front = LayerFront { subtitle: fields.text("subtitle"), keywords: fields.ids("keywords") };
    let front = Front::Layer(front);
    let path = fields.report.path;
    let name = path.rsplit('/').next().unwrap_or_default();
    let id = name.strip_suffix(".md").unwrap_or(name);
    if Layer::parse(id).is_none() {
        let near = nearest(id, Layer::ALL.iter().map(|layer| layer.as_str()));
        fields.report.add(pb128_layer_file::other(Place::file(path), id, near));
        return Err(front);
    }
    Ok(front)
}
