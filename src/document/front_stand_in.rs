//! Stands in for the reader of front matter until that is here: `title`,
//! `summary` and `layer` as plain `key: value` lines.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::DocumentSettings;
use super::front::{
    CollectionFront, DrillFront, Front, GuideFront, LayerFront, PersonFront, RoleFront, ToolFront,
    WantedFront, WorkflowFront,
};
use super::kind::{Kind, Layer, Stakes};
use crate::diagnostic::Diagnostic;

pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) front: Option<Front>,
    pub(super) keys: BTreeMap<String, (Range<usize>, Range<usize>)>,
    pub(super) front_range: Option<Range<usize>>,
    pub(super) body_start: usize,
    pub(super) diagnostics: Vec<Diagnostic>,
}

pub(super) fn read(_: &Arc<str>, kind: Kind, text: &str, _: &DocumentSettings) -> FrontMatter {
    let end = text.strip_prefix("---\n").and_then(|rest| rest.find("\n---\n")).map(|end| end + 9);
    let front = text.get(..end.unwrap_or_default()).unwrap_or_default();
    let value = |key: &str| {
        let line = front.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
        line.map(|value| value.trim().trim_matches('"').to_owned())
    };
    let typed = match kind {
        Kind::Workflow => value("layer").and_then(|layer| Layer::parse(&layer)).map(|layer| {
            Front::Workflow(Box::new(WorkflowFront {
                roles: Vec::new(),
                layer,
                owner: None,
                data: None,
                verified: None,
                tools: Vec::new(),
                job: None,
                stakes: Stakes::Medium,
                verified_with: None,
                byline: None,
                review_every: None,
                repeated_by: Vec::new(),
                minutes: None,
                stopped: Vec::new(),
                instead: Vec::new(),
                rebuilding: None,
                evidence: Vec::new(),
                builds_on: Vec::new(),
                next: Vec::new(),
                keywords: Vec::new(),
                redirect_from: Vec::new(),
                interview: Vec::new(),
                retired: None,
                draft: false,
            }))
        }),
        Kind::Role => Some(Front::Role(RoleFront::default())),
        Kind::Layer => Some(Front::Layer(LayerFront::default())),
        Kind::Tool => Some(Front::Tool(ToolFront::default())),
        Kind::Person => Some(Front::Person(PersonFront::default())),
        Kind::Collection => Some(Front::Collection(CollectionFront::default())),
        Kind::Drill => Some(Front::Drill(DrillFront::default())),
        Kind::Wanted => Some(Front::Wanted(WantedFront::default())),
        Kind::Guide => Some(Front::Guide(GuideFront::default())),
        Kind::Home => Some(Front::Home),
    };
    FrontMatter {
        title: value("title").or_else(|| value("name")),
        summary: value("summary"),
        front: typed,
        keys: BTreeMap::new(),
        front_range: end.map(|end| 0..end),
        body_start: end.unwrap_or_default(),
        diagnostics: Vec::new(),
    }
}
