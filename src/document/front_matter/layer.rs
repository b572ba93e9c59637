//! The layer of a page: exactly one.

use super::fields::FrontMatterMap;
use super::node::NodeShape;
use super::report::quoted;
use crate::diagnostic::nearest;
use crate::diagnostic::rules::front::{pb102_one_layer, pb144_layer_name};
use crate::domain::{Layer, Vocabulary, only_number};
use crate::language;

/// The layer, with a message where there is none but has to be, or several.
pub(super) fn read(
    fields: &mut FrontMatterMap<'_, '_>,
    key: &'static str,
    is_required: bool,
) -> Option<Layer> {
    let place = fields.value_place(key);
    let Some(found) = fields.take(key) else {
        if is_required {
            let others = fields.missing_forms();
            fields.report.add(pb102_one_layer::missing(place, &others));
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
    if let Some(layer) = named(&text) {
        return Some(layer);
    }
    let range = found.node.range.clone();
    if let Some(layer) = called(&text) {
        let message = pb144_layer_name::read_as(place, &quoted(&text), layer.as_str());
        fields.report.mend(message, range, layer.as_str());
        return Some(layer);
    }
    let near = nearest(&text, Layer::WORDS.iter().copied()).or_else(|| numbered(&text));
    let message = pb102_one_layer::unknown(place, &quoted(&text), near);
    match near {
        Some(near) => fields.report.mend(message, range, near),
        None => fields.report.add(message),
    }
    None
}

/// `1`: many count the layers, and none of them is told on the site by its number.
fn numbered(text: &str) -> Option<&'static str> {
    let number: usize = only_number(text)?.parse().ok()?;
    Layer::WORDS.get(number.checked_sub(1)?).copied()
}

/// A layer by a name that the site shows for it, in any shipped language.
fn called(text: &str) -> Option<Layer> {
    let text = text.trim().to_lowercase();
    let is_called = |layer: &Layer| {
        language::shipped().iter().any(|language| {
            let names = language.layers.get(layer.as_str()).into_iter().flatten();
            let subtitle = language.words.get(&format!("{}-subtitle", layer.as_str()));
            names.chain(subtitle).any(|name| name.to_lowercase() == text)
        })
    };
    Layer::ALL.iter().copied().find(is_called)
}

/// A layer by its name; the other spelling of judgment is as good.
fn named(text: &str) -> Option<Layer> {
    let word = text.trim().to_lowercase();
    Layer::parse(if word == "judgement" { "judgment" } else { &word })
}
