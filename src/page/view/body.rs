//! A body with its slots filled, cut into sections and blocks.

use serde::Serialize;

use super::parts::{LinkView, NameView};

/// A body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct BodyView {
    /// What comes before the first section.
    pub lead: Vec<BlockView>,
    /// Its sections, in the order of the text.
    pub sections: Vec<SectionView>,
    /// Scripts that it needs: `prompt`, `drill`, `code`.
    pub scripts: Vec<&'static str>,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SectionView {
    pub id: String,
    pub title: String,
    /// HTML of the heading's content, safe as it is.
    pub title_html: String,
    /// `when`, `not-for`, `steps` ..., when the contract knows it.
    pub name: Option<&'static str>,
    /// What is in it.
    pub blocks: Vec<BlockView>,
}

/// A block: `kind` says which, the other fields are the kind's own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BlockView {
    /// Finished HTML, safe as it is.
    Html { html: String },
    /// A prompt.
    Prompt(PromptView),
    /// A prompt that may not be shown.
    Withheld { name: Option<String> },
    /// A caught error.
    Caught(CaughtView),
    /// A drill.
    Drill(DrillBlockView),
}

/// A prompt.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PromptView {
    /// Unique on the page: `prompt-1`.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub tool: Option<NameView>,
    /// The text, cut at its blanks.
    pub parts: Vec<PartView>,
    pub blanks: Vec<BlankView>,
}

/// A run of a prompt's text, or a blank in it: one of both is there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PartView {
    pub text: Option<String>,
    /// Name of a blank.
    pub blank: Option<String>,
}

/// A field of a prompt.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct BlankView {
    /// The name between the braces.
    pub name: String,
    /// What to put in.
    pub label: String,
    pub example: Option<String>,
    /// `line`, `long` or `choice`.
    pub input: &'static str,
    /// What to choose from.
    pub choices: Vec<String>,
}

/// A caught error on its own page. All plain text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CaughtView {
    /// What the tool said.
    pub said: String,
    pub fact: String,
    /// How it was noticed.
    pub noticed: Option<String>,
    /// `omission`
    pub error: Option<&'static str>,
    /// `draft`, `colleague`, `customer`
    pub reached: Option<&'static str>,
    pub cost: Option<String>,
    pub when: Option<String>,
    pub by: Option<String>,
}

/// A drill block. All plain text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct DrillBlockView {
    /// Unique on the page: `drill-1`.
    pub id: String,
    /// What the reader should imagine.
    pub context: Option<String>,
    /// The text to judge.
    pub text: String,
    pub errors: Vec<DrillErrorView>,
    /// `use`, `fix`, `reject`
    pub verdict: Option<&'static str>,
}

/// A seeded error. All plain text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct DrillErrorView {
    pub quote: String,
    /// `wrong fact`
    pub error: Option<&'static str>,
    /// Why they are wrong.
    pub why: Option<String>,
    /// The check that finds them.
    pub how_to_check: Option<String>,
}

/// A page with a body and little else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct GuideView {
    pub title: String,
    pub summary: Option<String>,
    pub body: BodyView,
    pub others: Vec<LinkView>,
    pub actions: super::parts::ActionsView,
}
