//! The fields of front matter as the form shows them, from the descriptions that
//! the reader follows. A field is in the form when the language has a label for it.

use serde::Serialize;

use super::super::super::planner::Planner;
use crate::diagnostic::Translation;
use crate::diagnostic::rules::whole::pb510_first_version;
use crate::domain::{Field, FieldShape, Kind, fields_of};
use crate::language;

/// A field of the form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub(super) struct FormField {
    name: &'static str,
    label: String,
    /// What to write there.
    about: String,
    shape: &'static str,
    /// The words that may stand there, each with what a reader is shown for it.
    choices: Vec<(String, String)>,
    /// The folder of the pages that it names.
    of: Option<&'static str>,
    /// Whether a new page has it; the others are offered below.
    is_main: bool,
    is_required: bool,
    /// What `check` says where a finished page lacks it.
    gap: Option<FormGap>,
    /// What it is called in documents: keys, labels, names that other tools have for it.
    names: Vec<String>,
}

/// A part that is missing, in the words of `check`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub(super) struct FormGap {
    pub(super) name: String,
    pub(super) help: String,
}

/// The fields of a kind, in the order of its description.
pub(super) fn of_kind(planner: &Planner<'_>, kind: Kind) -> Vec<FormField> {
    let fields = fields_of(kind).into_iter().flatten();
    fields.filter_map(|field| shown(planner, kind, field)).collect()
}

/// The fields of a checkpoint of a path.
pub(super) fn of_checkpoint(planner: &Planner<'_>) -> Vec<FormField> {
    let fields = fields_of(Kind::Collection).into_iter().flatten();
    let groups = fields.filter(|field| field.name == "checkpoints");
    let fields = groups.flat_map(|group| group.shape.fields());
    fields.filter_map(|field| shown(planner, Kind::Collection, field)).collect()
}

fn shown(planner: &Planner<'_>, kind: Kind, field: &Field) -> Option<FormField> {
    let (shape, choices) = shape(planner, field.shape)?;
    let label = planner.language.words.get(&format!("form-field-{}", field.name))?;
    let translation = Translation::for_language(&planner.playbook().config.site.language_tag);
    let ladder = &planner.playbook().config.ladder;
    // A gap is told of write-ups alone: other kinds have no contract.
    let gap = field.gap.filter(|_| kind == Kind::Workflow).map(|gap| FormGap {
        name: format!("`{}`", field.name),
        help: pb510_first_version::field(field.name, gap, ladder).translated(translation),
    });
    Some(FormField {
        name: field.name,
        label: label.clone(),
        about: about(planner, kind, field.name),
        shape,
        choices,
        of: folder_of(field.name),
        is_main: field.template.is_some() || gap.is_some() || kind != Kind::Workflow,
        is_required: field.is_required,
        gap,
        names: names(field.name, label),
    })
}

/// How it is filled in; absent for what a form does not show.
fn shape(
    planner: &Planner<'_>,
    shape: FieldShape,
) -> Option<(&'static str, Vec<(String, String)>)> {
    let plain = |name| Some((name, Vec::new()));
    match shape {
        FieldShape::Text | FieldShape::Channel | FieldShape::Address | FieldShape::Days => {
            plain("text")
        }
        FieldShape::Texts => plain("texts"),
        FieldShape::Id => plain("id"),
        FieldShape::Ids => plain("ids"),
        FieldShape::Date => plain("date"),
        FieldShape::Count | FieldShape::Number => plain("count"),
        FieldShape::Choice(words) => {
            let shown = |word: &&str| planner.language.words.get(&format!("choice-{word}"));
            let choice = |word: &&'static str| {
                ((*word).to_owned(), shown(word).map_or_else(|| (*word).to_owned(), Clone::clone))
            };
            Some(("choice", words.iter().map(choice).collect()))
        }
        FieldShape::Rung => {
            let rungs = planner.playbook().config.ladder.iter();
            Some(("choice", rungs.map(|rung| (rung.clone(), rung.clone())).collect()))
        }
        FieldShape::Flag | FieldShape::Paths | FieldShape::Group(_) | FieldShape::Groups(..) => {
            None
        }
    }
}

/// What a writer reads beside the field: the form's own words, or those of a new file.
fn about(planner: &Planner<'_>, kind: Kind, name: &str) -> String {
    let words = &planner.language.words;
    let own = [format!("form-about-{}-{name}", kind.folder()), format!("form-about-{name}")];
    if let Some(word) = own.iter().find_map(|key| words.get(key)) {
        return word.clone();
    }
    let ladder = planner.playbook().config.ladder.join(", ");
    let hint = words.contains_key(&format!("hint-{name}"));
    let hint = hint.then(|| planner.language.fill(&format!("hint-{name}"), &[("ladder", &ladder)]));
    hint.unwrap_or_default()
}

/// The folder of the pages that a field names.
fn folder_of(name: &str) -> Option<&'static str> {
    let kind = match name {
        "roles" => Kind::Role,
        "tools" => Kind::Tool,
        "owner" | "curator" => Kind::Person,
        "builds_on" | "next" | "do" => Kind::Workflow,
        _ => return None,
    };
    Some(kind.folder())
}

fn names(name: &str, label: &str) -> Vec<String> {
    let others = language::shipped().iter().flat_map(|language| {
        let label = language.words.get(&format!("form-field-{name}"));
        // A letter asks for the same day in its own words.
        let letter = language.letter.get("last").filter(|_| name == "verified");
        let own = language.fields.get(name).into_iter().flatten();
        own.chain(label).chain(letter.into_iter().flatten())
    });
    let mut names = vec![name.to_owned(), label.to_owned()];
    names.extend(others.cloned());
    names.sort();
    names.dedup();
    names
}
