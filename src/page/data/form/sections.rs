//! The sections of each layer's contract as the form shows them, with what `check`
//! says where one is missing.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::super::planner::Planner;
use super::fields::FormGap;
use crate::diagnostic::rules::whole::pb510_first_version as rule;
use crate::diagnostic::{Text, Translation};
use crate::domain::{Layer, SectionName};
use crate::language;

/// What the body of a write-up is made of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub(super) struct SectionsForm {
    /// By their keys.
    sections: BTreeMap<&'static str, FormSection>,
    /// The keys in the order of a page.
    order: Vec<&'static str>,
    layers: Vec<FormLayer>,
    /// By layer: what a page must have.
    contract: BTreeMap<&'static str, Vec<&'static str>>,
    /// By layer: what it often has.
    optional: BTreeMap<&'static str, Vec<&'static str>>,
    /// What is enough while a redesign is being rebuilt.
    rebuilding: Vec<&'static str>,
    /// `may` and `never`: the two lines about pasting.
    boundary: BTreeMap<&'static str, FormBoundary>,
    /// What may stand before the name of a section in a heading, in any language.
    articles: Vec<&'static str>,
    /// What begins a note after a check, and a caught error, in any language.
    notes: BTreeMap<&'static str, Vec<String>>,
    /// The sentence about what is missing, by how much is there.
    sentences: BTreeMap<&'static str, String>,
    second_person: FormGap,
}

/// A layer to choose.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
struct FormLayer {
    id: &'static str,
    name: String,
    subtitle: String,
}

/// A section as the form shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
struct FormSection {
    heading: &'static str,
    /// Its name in the sentence about what is missing.
    name: String,
    /// What to write in its field.
    about: String,
    example: Option<&'static str>,
    /// What to write where it is missing.
    add: String,
    /// What to write where no check has a source.
    no_source: String,
    /// Its headings in every language.
    names: Vec<&'static str>,
}

/// A line about pasting.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
struct FormBoundary {
    name: &'static str,
    help: String,
    names: Vec<String>,
}

pub(super) fn plan(planner: &Planner<'_>) -> SectionsForm {
    let keys = |sections: &[SectionName]| sections.iter().map(|it| it.as_str()).collect();
    let by_layer = |of: &dyn Fn(Layer) -> &'static [SectionName]| {
        Layer::ALL.iter().map(|layer| (layer.as_str(), keys(of(*layer)))).collect()
    };
    let (name, help) = rule::second_person();
    let translation = translation(planner);
    let layer = |layer: &Layer| {
        let view = planner.layer(*layer);
        FormLayer { id: view.id, name: view.name, subtitle: view.subtitle }
    };
    SectionsForm {
        sections: SectionName::ALL.iter().map(|it| (it.as_str(), section(planner, *it))).collect(),
        order: keys(SectionName::ALL),
        layers: Layer::ALL.iter().map(layer).collect(),
        contract: by_layer(&|layer| SectionName::required(layer, false)),
        optional: by_layer(&SectionName::optional),
        rebuilding: keys(SectionName::required(Layer::Redesign, true)),
        boundary: [("may", "may-paste"), ("never", "never-paste")]
            .map(|(key, word)| (key, boundary(planner, word)))
            .into(),
        articles: language::shipped()
            .iter()
            .flat_map(|it| it.articles.iter().map(String::as_str))
            .collect(),
        notes: ["source", "by", "said"].map(|key| (key, key_names(key))).into(),
        sentences: [("none", 0), ("one", 1), ("many", 2)]
            .map(|(key, have)| (key, sentence(have).translated(translation)))
            .into(),
        second_person: FormGap {
            name: name.translated(translation),
            help: help.translated(translation),
        },
    }
}

fn translation(planner: &Planner<'_>) -> Translation {
    Translation::for_language(&planner.playbook().config.site.language_tag)
}

fn section(planner: &Planner<'_>, section: SectionName) -> FormSection {
    let key = section.as_str();
    let words = &planner.language.words;
    let heading = planner.language.heading(key);
    let hint = words.get(&format!("hint-{key}")).cloned().unwrap_or_default();
    // The form makes lists and blocks by itself, so that some sections need fewer words.
    let about = words.get(&format!("form-hint-{key}")).unwrap_or(&hint).clone();
    let names = language::shipped().iter().filter_map(|it| it.sections.get(key)).flatten();
    FormSection {
        heading,
        name: format!("\"{heading}\""),
        example: words.get(&format!("form-example-{key}")).map(String::as_str),
        add: rule::absent(heading, &hint).translated(translation(planner)),
        no_source: rule::without_source(heading).translated(translation(planner)),
        names: names.map(String::as_str).collect(),
        about,
    }
}

fn boundary(planner: &Planner<'_>, word: &str) -> FormBoundary {
    let heading = planner.language.heading(SectionName::Before.as_str());
    let name = planner.language.words.get(word).map_or("", String::as_str);
    FormBoundary {
        name,
        help: rule::boundary(heading, name).translated(translation(planner)),
        names: key_names(word),
    }
}

/// The names of a key of a block, in every language.
fn key_names(key: &str) -> Vec<String> {
    let names = language::shipped().iter().filter_map(|it| it.keys.get(key)).flatten();
    names.map(|name| name.to_lowercase()).collect()
}

/// With blanks where the form counts.
fn sentence(have: usize) -> Text {
    let blank = |name: &str| Text::verbatim(format!("{{{name}}}"));
    rule::sentence(have, [blank("have"), blank("of")], "{layer}", blank("names"))
}
