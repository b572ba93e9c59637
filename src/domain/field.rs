//! The one description of a field: what its key is called, what may stand there,
//! what it is for. The reader of front matter, repair of what people write,
//! templates, schemas and references all follow from it. Deliberately absent:
//! how a value is read from YAML, and any message.

use super::kind::Kind;

/// One key of front matter.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// The key that a writer types.
    pub name: &'static str,
    /// What it is for, in a sentence.
    pub doc: &'static str,
    /// What may stand there.
    pub shape: FieldShape,
    /// Whether a page or an entry of a list can do without.
    pub is_required: bool,
    /// A value as it could be written; empty for groups, whose fields have examples.
    pub example: &'static str,
    /// What it has in a new page; `None` where a new page lacks it.
    pub template: Option<&'static str>,
    /// What to write where a finished page lacks it.
    pub gap: Option<&'static str>,
    /// The kinds of page that a name there may mean; none where it names nothing.
    pub names: &'static [Kind],
}

/// What may stand at a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldShape {
    /// One line of prose.
    Text,
    /// A list of lines of prose.
    Texts,
    /// One line of prose that may begin with `#`: the name of a channel.
    Channel,
    /// The file name of a page, without its extension.
    Id,
    /// A list of file names or names.
    Ids,
    /// A day of the calendar.
    Date,
    /// One word of a vocabulary.
    Choice(&'static [&'static str]),
    /// A rung of the company's data ladder.
    Rung,
    /// A whole number from 0.
    Count,
    /// A whole number, also below 0.
    Number,
    /// `true` or `false`, or yes or no.
    Flag,
    /// A number of days, written `90d`.
    Days,
    /// A whole address that a reader may open.
    Address,
    /// Paths of old pages.
    Paths,
    /// Fields of its own.
    Group(&'static [Field]),
    /// A list of entries with fields of their own; a text stands for an entry
    /// with only the named field.
    Groups(&'static [Field], Option<&'static str>),
}

impl FieldShape {
    /// The fields of a group, or of each of several.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Group(fields) | Self::Groups(fields, _) => fields,
            _ => &[],
        }
    }

    /// Whether it is a line of prose, in which a ` #` is no comment.
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Text | Self::Channel)
    }
}
