//! Front matter as typed values, one struct per kind, each made of the
//! descriptions of its fields. Values are as written: whether a role, tool or page
//! exists is decided by `model`. A field that could not be read is absent here
//! and has a diagnostic.

mod collection;
mod drill;
mod guide;
mod layer;
mod person;
mod role;
mod tool;
mod wanted;
mod workflow;

use std::sync::Arc;

pub use collection::{Checkpoint, CollectionFront};
pub use drill::DrillFront;
pub use guide::GuideFront;
pub use layer::LayerFront;
pub use person::PersonFront;
pub use role::{Priority, RoleFront};
pub use tool::{ToolChange, ToolFront};
pub use wanted::{Taken, WantedFront};
pub use workflow::{
    Correction, Evidence, Hold, Minutes, Rebuilding, Repeat, Retired, WorkflowFront,
};

use super::field::{Field, FieldShape};
use super::kind::Kind;
use super::reading::{Record, Values};

/// The front matter of one document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Front {
    /// A page in `content/workflows/`.
    Workflow(Arc<WorkflowFront>),
    /// A page in `content/roles/`.
    Role(RoleFront),
    /// A page in `content/layers/`.
    Layer(LayerFront),
    /// A page in `content/tools/`.
    Tool(ToolFront),
    /// A page in `content/people/`.
    Person(PersonFront),
    /// A page in `content/collections/`.
    Collection(CollectionFront),
    /// A page in `content/drills/`.
    Drill(DrillFront),
    /// A page in `content/wanted/`.
    Wanted(WantedFront),
    /// A page in `content/guides/`.
    Guide(GuideFront),
    /// The home page, `content/index.md`.
    Home,
}

impl Front {
    /// Reads the fields of a kind; absent when nothing can stand without one that
    /// is missing.
    pub fn read(kind: Kind, values: &mut impl Values) -> Option<Self> {
        Some(match kind {
            Kind::Workflow => Self::Workflow(Arc::new(Record::read(values)?)),
            Kind::Role => Self::Role(Record::read(values)?),
            Kind::Layer => Self::Layer(Record::read(values)?),
            Kind::Tool => Self::Tool(Record::read(values)?),
            Kind::Person => Self::Person(Record::read(values)?),
            Kind::Collection => Self::Collection(Record::read(values)?),
            Kind::Drill => Self::Drill(Record::read(values)?),
            Kind::Wanted => Self::Wanted(Record::read(values)?),
            Kind::Guide => Self::Guide(Record::read(values)?),
            Kind::Home => Self::Home,
        })
    }

    /// Words people search for that the text does not use.
    pub fn keywords(&self) -> &[String] {
        match self {
            Self::Workflow(front) => &front.keywords,
            Self::Role(front) => &front.keywords,
            Self::Layer(front) => &front.keywords,
            Self::Tool(front) => &front.keywords,
            Self::Person(front) => &front.keywords,
            Self::Collection(front) => &front.keywords,
            Self::Drill(front) => &front.keywords,
            Self::Wanted(front) => &front.keywords,
            Self::Guide(front) => &front.keywords,
            Self::Home => &[],
        }
    }
}

/// Every field of a kind, in three parts: its title and summary, those of its own, and
/// what it was called before.
pub fn fields_of(kind: Kind) -> [&'static [Field]; 3] {
    let earlier: &[Field] = if kind == Kind::Home { &[] } else { &EARLIER_NAMES };
    [head(kind), own_fields(kind), earlier]
}

/// What every page with a name of its own may say of the names that it had, so that
/// whoever knows it by one of them still finds it.
const EARLIER_NAMES: [Field; 2] = [
    Field {
        name: "redirect_from",
        doc: "Old addresses of this page, which keep working.",
        shape: FieldShape::Paths,
        example: "[workflows/renewals.html]",
        ..FIELD
    },
    Field {
        name: "former",
        doc: "File names that this page had: whatever names it by one of them still means it, \
              and its old address leads here. `playbook mv` writes them.",
        shape: FieldShape::Ids,
        example: "[renewals]",
        ..FIELD
    },
];

/// A field about which nothing is said.
const FIELD: Field = Field {
    name: "",
    doc: "",
    shape: FieldShape::Text,
    is_required: false,
    example: "",
    template: None,
    gap: None,
    names: &[],
};

/// Whether a key of this name, at the top of the front matter of a kind or in a
/// group there, has a shape that passes.
pub fn is_any(kind: Kind, name: &str, passes: fn(FieldShape) -> bool) -> bool {
    let hit = |field: &Field| field.name == name && passes(field.shape);
    let mut fields = fields_of(kind).into_iter().flatten();
    // Repair sees single lines and does not know which group a key is in.
    fields.any(|field| hit(field) || field.shape.fields().iter().any(hit))
}

/// The key that holds a page's title.
pub fn title_key(kind: Kind) -> &'static str {
    head(kind).first().map_or("title", |field| field.name)
}

fn own_fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Workflow => WorkflowFront::FIELDS,
        Kind::Role => RoleFront::FIELDS,
        Kind::Layer => LayerFront::FIELDS,
        Kind::Tool => ToolFront::FIELDS,
        Kind::Person => PersonFront::FIELDS,
        Kind::Collection => CollectionFront::FIELDS,
        Kind::Drill => DrillFront::FIELDS,
        Kind::Wanted => WantedFront::FIELDS,
        Kind::Guide => GuideFront::FIELDS,
        Kind::Home => &[],
    }
}

/// The two fields that every kind has, which are on the card.
fn head(kind: Kind) -> &'static [Field] {
    const fn text(name: &'static str, doc: &'static str, example: &'static str) -> Field {
        Field { name, doc, example, template: Some(""), ..FIELD }
    }
    const SUMMARY: Field = Field {
        gap: Some("in one sentence, what a reader gets"),
        ..text("summary", "What a reader gets, in one sentence.", "A brief for every renewal call")
    };
    const TITLED: &[Field] = &[
        Field {
            is_required: true,
            ..text("title", "The name of the job.", "Prepare a renewal call")
        },
        SUMMARY,
    ];
    const NAMED: &[Field] = &[
        Field { is_required: true, ..text("name", "Its name, as colleagues say it.", "Sales") },
        SUMMARY,
    ];
    const HOME: &[Field] = &[
        text("title", "A heading for the home page.", "What we do with AI"),
        text("summary", "What the playbook is for, in one sentence.", "Workflows that work here"),
    ];
    match kind {
        Kind::Role | Kind::Layer | Kind::Tool | Kind::Person => NAMED,
        Kind::Workflow | Kind::Collection | Kind::Drill | Kind::Wanted | Kind::Guide => TITLED,
        Kind::Home => HOME,
    }
}
