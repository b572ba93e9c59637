//! The front matter of a workflow, field by field.

use std::sync::Arc;

use super::fields::{Fields, Found};
use super::node::Shape;
use super::redirect;
use super::report::quoted;
use crate::diagnostic::nearest;
use crate::diagnostic::rules::front::{
    pb102_one_layer, pb119_number, pb125_many_roles, pb126_minutes, pb127_rebuilding_layer,
};
use crate::document::front::{
    Evidence, Front, Minutes, Rebuilding, Repeat, Retired, WorkflowFront,
};
use crate::domain::{Layer, Per};

/// Roles besides `everyone` that a page should have at most.
const MOST_ROLES: usize = 3;

/// The fields; without a valid layer the page cannot stand.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Front {
    let layer = layer(fields);
    fields.report.is_whole &= layer.is_some();
    Front::Workflow(Arc::new(WorkflowFront {
        roles: roles(fields),
        owner: fields.text("owner"),
        data: fields.rung("data"),
        verified: fields.date("verified"),
        tools: fields.ids("tools"),
        job: fields.text("job"),
        stakes: fields.choice("stakes").unwrap_or_default(),
        verified_with: fields.text("verified_with"),
        byline: fields.text("byline"),
        review_every: fields.days("review_every"),
        repeated_by: fields.maps("repeated_by", None, repeat),
        minutes: minutes(fields),
        stopped: fields.texts("stopped"),
        instead: fields.texts("instead"),
        rebuilding: rebuilding(fields, layer),
        evidence: fields.maps("evidence", None, evidence),
        builds_on: fields.ids("builds_on"),
        next: fields.ids("next"),
        keywords: fields.ids("keywords"),
        redirect_from: redirect::read(fields),
        interview: fields.texts("interview"),
        retired: retired(fields),
        draft: draft(fields),
        // Any one: no page of such a layer is made.
        layer: layer.unwrap_or(Layer::Fluency),
    }))
}

/// The one layer. Shared with pages that may do without.
pub(super) fn layer(fields: &mut Fields<'_, '_>) -> Option<Layer> {
    let Some(found) = fields.take("layer") else {
        let place = fields.report.value("layer");
        fields.report.add(pb102_one_layer::missing(place));
        return None;
    };
    one_layer(fields, &found)
}

/// The layer that a value names.
pub(super) fn one_layer(fields: &mut Fields<'_, '_>, found: &Found<'_>) -> Option<Layer> {
    let place = fields.report.value(&found.path);
    let gist = found.node.gist();
    let several = match &found.node.shape {
        Shape::List(items) => items.len() > 1,
        _ => gist.contains(','),
    };
    if several {
        fields.report.add(pb102_one_layer::several(place, &quoted(&gist)));
        return None;
    }
    let text = fields.text_of(found)?;
    let layer = parse(&text);
    if layer.is_none() {
        let near = nearest(&text, Layer::ALL.iter().map(|layer| layer.as_str()));
        fields.report.add(pb102_one_layer::unknown(place, &quoted(&text), near));
    }
    layer
}

/// A layer by its name; the other spelling of judgment is as good.
fn parse(text: &str) -> Option<Layer> {
    let word = text.trim().to_lowercase();
    Layer::parse(if word == "judgement" { "judgment" } else { &word })
}

fn roles(fields: &mut Fields<'_, '_>) -> Vec<String> {
    let roles = fields.ids("roles");
    let others = roles.iter().filter(|role| role.as_str() != "everyone").count();
    if others > MOST_ROLES {
        let place = fields.report.value("roles");
        fields.report.add(pb125_many_roles::many(place, others, MOST_ROLES));
    }
    roles
}

fn repeat(fields: &mut Fields<'_, '_>) -> Option<Repeat> {
    let who = fields.required_text("who");
    let n = people(fields);
    let date = fields.required_date("date");
    let result = fields.required("result").and_then(|()| fields.choice("result"));
    let note = fields.text("note");
    Some(Repeat { who: who?, n, date: date?, result: result?, note })
}

/// One, unless `n` says how many "two people in EMEA" are.
fn people(fields: &mut Fields<'_, '_>) -> u32 {
    let n = fields.count("n");
    if n == Some(0) {
        let place = fields.value_place("n");
        fields.report.add(pb119_number::nobody(place, "n"));
    }
    n.unwrap_or(1).max(1)
}

fn minutes(fields: &mut Fields<'_, '_>) -> Option<Minutes> {
    let minutes = fields.map("minutes", |fields| {
        let before = fields.required_count("before");
        let after = fields.required_count("after");
        let per = fields.choice("per").unwrap_or(Per::Run);
        Some(Minutes { before: before?, after: after?, per })
    })?;
    if minutes.after > minutes.before {
        let place = fields.report.value("minutes");
        fields.report.add(pb126_minutes::longer(place, minutes.before, minutes.after));
    }
    Some(minutes)
}

fn rebuilding(fields: &mut Fields<'_, '_>, layer: Option<Layer>) -> Option<Rebuilding> {
    let rebuilding = fields.map("rebuilding", |fields| {
        Some(Rebuilding {
            since: fields.date("since"),
            until: fields.date("until"),
            room_from: fields.text("room_from"),
        })
    })?;
    match layer {
        Some(layer) if layer != Layer::Redesign => {
            let place = fields.report.value("rebuilding");
            fields.report.add(pb127_rebuilding_layer::other(place, layer.as_str()));
            None
        }
        _ => Some(rebuilding),
    }
}

fn evidence(fields: &mut Fields<'_, '_>) -> Option<Evidence> {
    let what = fields.required_text("what");
    let from = fields.required_text("from");
    let to = fields.required_text("to");
    let n = fields.required_count("n");
    let period = fields.text("period");
    let source = fields.choice("source");
    Some(Evidence { what: what?, from: from?, to: to?, n: n?, period, source })
}

/// Besides a map, a bare date or `true` says that a page is retired.
fn retired(fields: &mut Fields<'_, '_>) -> Option<Retired> {
    let nothing = || Retired { date: None, reason: None, replaced_by: None };
    let found = fields.take("retired")?;
    match &found.node.shape {
        Shape::Text(text) if matches!(text.to_lowercase().as_str(), "true" | "yes") => {
            Some(nothing())
        }
        Shape::Text(text) if matches!(text.to_lowercase().as_str(), "false" | "no") => None,
        Shape::Text(_) => Some(Retired { date: fields.date("retired"), ..nothing() }),
        _ => fields.map("retired", |fields| {
            Some(Retired {
                date: fields.date("date"),
                reason: fields.text("reason"),
                replaced_by: fields.text("replaced_by"),
            })
        }),
    }
}

/// What cannot be read as yes or no keeps the page back: a draft that is
/// published cannot be called back.
fn draft(fields: &mut Fields<'_, '_>) -> bool {
    fields.has("draft") && fields.flag("draft").unwrap_or(true)
}
