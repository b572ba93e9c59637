//! What each kind of page but write-ups adds to a page: its front matter, and the
//! references in it, resolved.

use std::sync::Arc;

use crate::domain::{
    CollectionFront, DrillFront, Front, GuideFront, LayerFront, PersonFront, RoleFront, ToolFront,
    WantedFront,
};

use super::page::Page;

/// A name in front matter: something that has a page, or as it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// The id of a page.
    Known(Arc<str>),
    /// As written.
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
    /// A drill.
    Drill(Arc<str>),
}

/// Declares a kind that adds only its front matter to a page, with access to it.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident($variant:ident, $front:ty) { $($(#[$field_doc:meta])* $field:ident: $ty:ty),* $(,)? })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug)]
            pub struct $name {
                /// What every page has.
                pub page: Page,
                /// Its front matter.
                pub front: $front,
                $($(#[$field_doc])* pub $field: $ty,)*
            }

            impl $name {
                /// The front matter of this kind, if the page is of this kind.
                pub(super) fn front_of(page: &Page) -> Option<$front> {
                    match &page.card.front {
                        Front::$variant(front) => Some(front.clone()),
                        _ => None,
                    }
                }
            }
        )+
    };
}

kinds! {
    /// A role.
    Role(Role, RoleFront) {
        /// The path to start with.
        start_with: Option<Arc<str>>,
    }
    /// A layer that has a file.
    LayerPage(Layer, LayerFront) {}
    /// A tool.
    Tool(Tool, ToolFront) {
        /// The tool to use instead.
        replaced_by: Option<Arc<str>>,
        /// Place of `data_max` on the ladder, from 0.
        ceiling: Option<usize>,
    }
    /// A person or a desk.
    Person(Person, PersonFront) {
        /// Roles.
        roles: Vec<Arc<str>>,
        /// Workflows they will demonstrate.
        shows: Vec<Arc<str>>,
    }
    /// A path.
    Collection(Collection, CollectionFront) {
        /// Who keeps it up.
        curator: Option<Named>,
        /// For whom.
        roles: Vec<Arc<str>>,
        /// Items of each checkpoint, in the order of `front.checkpoints`.
        items: Vec<Vec<PathItem>>,
    }
    /// A drill.
    Drill(Drill, DrillFront) {
        /// For whom, without `everyone`.
        roles: Vec<Arc<str>>,
        /// It is for every colleague.
        everyone: bool,
        /// The workflow whose error it was.
        from: Option<Arc<str>>,
    }
    /// A wanted page.
    Wanted(Wanted, WantedFront) {
        /// For whom, without `everyone`.
        roles: Vec<Arc<str>>,
        /// It is for every colleague.
        everyone: bool,
    }
    /// A guide.
    Guide(Guide, GuideFront) {}
}
