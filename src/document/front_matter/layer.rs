//! The layer of a page: exactly one.

use super::fields::FrontMatterMap;
use super::node::NodeShape;
use super::report::quoted;
use crate::diagnostic::nearest;
use crate::diagnostic::rules::front::pb102_one_layer;
use crate::domain::{Layer, Vocabulary};

/// The layer, with a message where there is none but has to be, or several.
pub(super) fn read(
    fields: &mut FrontMatterMap<'_, '_>,
    key: &'static str,
    is_required: bool,
) -> Option<Layer> {
    let place = fields.value_place(key);
    let Some(found) = fields.take(key) else {
        if is_required {
            fields.report.add(pb102_one_layer::missing(place));
        }
        return None;
    };
    let in_brief = found.node.in_brief();
    let several = match &found.node.shape {
        NodeShape::List(items) => items.len() > 1,
        // `judgment, redesign` in one text are two layers too, and no typo of either.
        _ => in_brief.contains(','),
    };
    if several {
        fields.report.add(pb102_one_layer::several(place, &quoted(&in_brief)));
        return None;
    }
    let text = fields.text_of(&found)?;
    let layer = named(&text);
    if layer.is_none() {
        let near = nearest(&text, Layer::WORDS.iter().copied());
        fields.report.add(pb102_one_layer::unknown(place, &quoted(&text), near));
    }
    layer
}

/// A layer by its name; the other spelling of judgment is as good.
fn named(text: &str) -> Option<Layer> {
    let word = text.trim().to_lowercase();
    Layer::parse(if word == "judgement" { "judgment" } else { &word })
}
