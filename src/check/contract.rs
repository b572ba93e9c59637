//! One message per page that lacks parts of its layer's contract: what is there
//! comes first.

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::rules::whole::pb510_first_version;
use crate::diagnostic::{At, Diagnostic, Place, Text, text};
use crate::document::{Contract, MisplacedReason, MisplacedSection};
use crate::domain::{Kind, SectionName, Stakes, fields_of};
use crate::language::{self, Language};
use crate::model::{Named, Playbook, Workflow, missing_sections};

pub(super) fn check(playbook: &Playbook) -> Vec<Diagnostic> {
    let language = language::find(&playbook.config.site.language);
    let pages: Vec<&Workflow> = playbook.workflows.values().collect();
    let listed = pages.into_par_iter().filter(|it| !it.is_retired());
    listed.filter_map(|page| gap(playbook, page, language)).collect()
}

/// A part that is missing.
struct MissingPart {
    name: Text,
    /// What to write.
    help: Text,
    /// A heading that was probably meant as it, and what to say of it.
    meant: Option<(Place, Text)>,
}

impl MissingPart {
    fn new(name: Text, help: Text) -> Self {
        Self { name, help, meant: None }
    }
}

fn gap(playbook: &Playbook, page: &Workflow, language: &Language) -> Option<Diagnostic> {
    let rebuilding = page.front.rebuilding.is_some();
    let required = SectionName::required(page.layer(), rebuilding).len();
    let contract = &page.page.card.contract;
    let sections: Vec<SectionName> = missing_sections(page.layer(), rebuilding, contract)
        // What was written into a comment is not asked for again: it is told there.
        .filter(|section| !contract.commented.contains(section))
        // Nor is a prompt that only lacks its block.
        .filter(|section| *section != SectionName::Prompt || !contract.unmarked_prompt)
        .collect();
    let (hidden, sections): (Vec<_>, Vec<_>) =
        sections.into_iter().partition(|section| hidden_by(contract, *section).is_some());
    let fields = missing_fields(page, &playbook.config.ladder);
    // Sections, the fields of front matter, and whatever else was missed.
    let expected = hidden.len() + sections.len() + fields.len();
    let mut missing: Vec<MissingPart> = hidden_sections(&hidden, contract).into_iter().collect();
    let shown = missing.len();
    missing.extend(sections.into_iter().map(|it| missing_section(it, page, language)));
    missing.extend(fields);
    missing.extend(missing_boundary(page, rebuilding, language));
    missing.extend(unknown_names(playbook, page));
    if page.front.stakes == Stakes::High && !rebuilding && !contract.second_person {
        let (name, help) = pb510_first_version::second_person();
        missing.push(MissingPart::new(name, help));
    }
    if missing.is_empty() {
        return None;
    }
    // Parts that are asked for only where they are missing count to the whole, and never to what is
    // there.
    let others = missing.len() + hidden.len() - shown - expected;
    let of = required + expected_fields().count() + others;
    let have = of - expected - others;
    let place = Place::value(&page.page.card.path, "layer");
    let parts: Vec<_> = missing.iter().map(|it| (it.name.clone(), it.help.clone())).collect();
    let found = pb510_first_version::breach(place, page.layer().as_str(), (have, of), &parts);
    let meant = missing.into_iter().filter_map(|it| it.meant);
    Some(meant.fold(found, |found, (place, label)| found.related(place, label)))
}

/// The `#` heading below which a section is not seen.
fn hidden_by(contract: &Contract, section: SectionName) -> Option<&str> {
    match contract.misplaced.get(&section).map(|it| &it.why) {
        Some(MisplacedReason::Below(heading)) => Some(heading),
        _ => None,
    }
}

/// Sections that are there are not asked for again: one part stands for them.
fn hidden_sections(hidden: &[SectionName], contract: &Contract) -> Option<MissingPart> {
    let heading = hidden_by(contract, *hidden.first()?)?;
    Some(match hidden.len() {
        1 => MissingPart::new(
            text!("the section below `# {heading}` (there, but not seen)", heading),
            text!("for the section below it, only delete the line `# {heading}`", heading),
        ),
        many => MissingPart::new(
            text!("the {many} sections below `# {heading}` (there, but not seen)", many, heading),
            text!("for the sections below it, only delete the line `# {heading}`", heading),
        ),
    })
}

fn missing_section(section: SectionName, page: &Workflow, language: &Language) -> MissingPart {
    let heading = language.heading(section.as_str());
    let contract = &page.page.card.contract;
    let key = format!("hint-{}", section.as_str());
    let hint = language.word(&key);
    let name = Text::verbatim(format!("\"{heading}\""));
    if let Some(misplaced) = contract.misplaced.get(&section) {
        return meant(page, misplaced, name, heading);
    }
    let help = match section {
        SectionName::Check if contract.present.contains(&section) => {
            pb510_first_version::without_source(heading)
        }
        _ if contract.thin.contains(&section) => pb510_first_version::thin(heading, hint),
        _ => pb510_first_version::absent(heading, hint),
    };
    MissingPart::new(name, help)
}

/// A section that is there under a heading that is not its own.
fn meant(page: &Workflow, misplaced: &MisplacedSection, name: Text, heading: &str) -> MissingPart {
    let (written, label) = match misplaced.why {
        MisplacedReason::Depth(depth) => {
            let marks = "#".repeat(usize::from(depth));
            (format!("{marks} {}", misplaced.title), text!("write `## {heading}`", heading))
        }
        MisplacedReason::Below(_) | MisplacedReason::Name => {
            (format!("## {}", misplaced.title), text!("did you mean `## {heading}`?", heading))
        }
    };
    let place =
        Place { path: Arc::clone(&page.page.card.path), at: At::Heading(misplaced.anchor.clone()) };
    let help = text!("write `## {heading}` in place of `{written}`", heading, written);
    MissingPart { name, help, meant: Some((place, label)) }
}

/// The fields of front matter that a finished page has, each with what to write.
fn expected_fields() -> impl Iterator<Item = (&'static str, &'static str)> {
    let fields = fields_of(Kind::Workflow).into_iter().flatten();
    fields.filter_map(|field| Some((field.name, field.gap?)))
}

fn missing_fields(page: &Workflow, ladder: &[String]) -> Vec<MissingPart> {
    let front = &page.front;
    let is_missing = |key: &str| match key {
        "summary" => page.page.card.summary.is_none(),
        // Shown to everyone until somebody says so.
        "roles" => front.roles.is_empty(),
        "owner" => front.owner.is_none(),
        // A word that is no rung has a message of its own.
        "data" => front.data.is_none(),
        "verified" => front.verified.is_none() && !front.example,
        _ => false,
    };
    let missing = expected_fields().filter(|(key, _)| is_missing(key));
    let named = missing.map(|(key, gap)| {
        let help = pb510_first_version::field(key, gap, ladder);
        MissingPart::new(Text::verbatim(format!("`{key}`")), help)
    });
    named.collect()
}

/// The two lines of *Before you start*, where it is there: without them nobody knows
/// what may go into the tool.
fn missing_boundary(page: &Workflow, rebuilding: bool, language: &Language) -> Vec<MissingPart> {
    let contract = &page.page.card.contract;
    let is_asked = SectionName::required(page.layer(), rebuilding).contains(&SectionName::Before)
        && contract.present.contains(&SectionName::Before);
    let heading = language.heading(SectionName::Before.as_str());
    let lines = [(contract.may_paste, "may-paste"), (contract.never_paste, "never-paste")];
    let missing = lines.into_iter().filter(|(is_there, _)| is_asked && !is_there);
    let part = missing.map(|(_, key)| {
        let name = language.word(key);
        let help = pb510_first_version::boundary(heading, name);
        MissingPart::new(Text::verbatim(format!("\"{name}:\"")), help)
    });
    part.collect()
}

fn unknown_names(playbook: &Playbook, page: &Workflow) -> Vec<MissingPart> {
    let unknown = |named: &Named| match named {
        Named::Unknown(word) if !page.broken_names.contains(word) => Some(word.clone()),
        _ => None,
    };
    let tools = page
        .tools
        .iter()
        .filter_map(unknown)
        .map(|word| missing_name(Kind::Tool, "tool", &word, playbook.nearest_tool(&word)));
    let owner = page
        .owner
        .as_ref()
        .and_then(unknown)
        .map(|word| missing_name(Kind::Person, "owner", &word, playbook.nearest_person(&word)));
    tools.chain(owner).collect()
}

fn missing_name(kind: Kind, part: &'static str, word: &str, near: Option<&str>) -> MissingPart {
    let command = format!("playbook new {} \"{}\"", kind.word(), spoken(kind, word));
    let (name, help) = pb510_first_version::unknown_name(part, (word, &command), near);
    MissingPart::new(name, help)
}

/// A name as people say it: `mara-olsen` and `mara.olsen@example.com` are Mara Olsen.
fn spoken(kind: Kind, word: &str) -> String {
    let word = word.trim().replace('"', "");
    if kind != Kind::Person || word.contains(' ') {
        return word;
    }
    let name = word.split('@').next().unwrap_or_default();
    let capital = |part: &str| {
        let mut letters = part.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>()
    };
    let parts = name.split(['-', '_', '.']).filter(|part| !part.is_empty());
    parts.map(capital).collect::<Vec<_>>().join(" ")
}
