//! The front matter of a layer. Its file is named after one of the three.

use super::fields::Fields;
use crate::diagnostic::Place;
use crate::diagnostic::nearest;
use crate::diagnostic::rules::front::pb128_layer_file;
use crate::document::front::{Front, LayerFront};
use crate::domain::Layer;

/// The fields; a file that is named after no layer cannot stand.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Front {
    let front = LayerFront { subtitle: fields.text("subtitle"), keywords: fields.ids("keywords") };
    let path = fields.report.path;
    let name = path.rsplit('/').next().unwrap_or_default();
    let id = name.strip_suffix(".md").unwrap_or(name);
    if Layer::parse(id).is_none() {
        let near = nearest(id, Layer::ALL.iter().map(|layer| layer.as_str()));
        fields.report.add(pb128_layer_file::other(Place::file(path), id, near));
        fields.report.is_whole = false;
    }
    Front::Layer(front)
}
