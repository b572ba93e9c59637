//! What each kind of page but write-ups adds to a page: its front matter, and the
//! references in it, resolved.

use std::sync::Arc;

use jiff::civil::Date;

use crate::domain::{
    CollectionFront, DrillFront, GuideFront, LayerFront, PersonFront, RoleFront, ToolFront,
    WantedFront,
};

use super::page::Page;

/// A name in front matter: something that has a page, or as it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// The id of a page.
    Known(Arc<str>),
    /// A name as it was written.
    Unknown(String),
}

impl Named {
    /// The id, if there is a page.
    pub fn id(&self) -> Option<&Arc<str>> {
        match self {
            Self::Known(id) => Some(id),
            Self::Unknown(_) => None,
        }
    }
}

/// An item of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathItem {
    /// A workflow, after retired ones gave way to their replacements.
    Workflow(Arc<str>),
    /// A drill with this id.
    Drill(Arc<str>),
}

/// Declares what a kind has beside what every page has.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident($front:ty) { $($(#[$field_doc:meta])* $field:ident: $ty:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name {
            /// What every page has.
            pub page: Page,
            /// The front matter of its kind.
            pub front: $front,
            $($(#[$field_doc])* pub $field: $ty,)*
        }
    )+};
}

kinds! {
    /// A role with its page.
    Role(RoleFront) {
        /// The path to start with.
        start_with: Option<Arc<str>>,
    }
    /// A layer that has a file.
    LayerPage(LayerFront) {}
    /// A tool with its page.
    Tool(ToolFront) {
        /// The tool to use instead.
        replaced_by: Option<Arc<str>>,
        /// Place of `data_max` on the ladder, from 0.
        ceiling: Option<usize>,
    }
    /// A person or a desk.
    Person(PersonFront) {
        /// The roles that they have.
        roles: Vec<Arc<str>>,
        /// Workflows they will demonstrate.
        shows: Vec<Arc<str>>,
    }
    /// A path with its checkpoints.
    Collection(CollectionFront) {
        /// Who keeps it up.
        curator: Option<Named>,
        /// The roles that it is for.
        roles: Vec<Arc<str>>,
        /// Items of each checkpoint, in the order of `front.checkpoints`.
        items: Vec<Vec<PathItem>>,
    }
    /// A drill with its page.
    Drill(DrillFront) {
        /// For whom, without `everyone`.
        roles: Vec<Arc<str>>,
        /// It is for every colleague.
        everyone: bool,
        /// The workflow whose error it was.
        from: Option<Arc<str>>,
    }
    /// A page that somebody asked for.
    Wanted(WantedFront) {
        /// For whom, without `everyone`.
        roles: Vec<Arc<str>>,
        /// It is for every colleague.
        everyone: bool,
    }
    /// A guide with its place among them.
    Guide(GuideFront) {}
}

impl Tool {
    /// The day of the newest change after which pages have to be run again.
    pub fn newest_rerun(&self) -> Option<Date> {
        self.front.changes.iter().filter(|change| change.rerun).map(|change| change.date).max()
    }
}
