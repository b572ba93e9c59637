//! Every document's card becomes one [`Playbook`]: names resolved, status
//! derived, addresses settled, and the messages that only references can
//! cause. Deliberately absent: bodies, the clock, lists (they are `index`'s).

mod addresses;
mod assemble;
mod by_id;
mod drafts;
mod links;
mod names;
mod playbook;
mod references;
mod status;
mod workflow;

pub use assemble::{Model, ModelKey, PageInput, assemble};
pub use by_id::ById;
pub use links::{Target, Targets};
pub use playbook::{
    Collection, DocumentState, Drill, Guide, LayerPage, Page, PathItem, Person, Pixels, Playbook,
    Role, Tool, Wanted,
};
pub use status::{Review, Status, Stop, missing_sections};
pub use workflow::{Named, Workflow};

/// The built-in role of pages that are for every colleague.
pub const EVERYONE: &str = "everyone";
