//! Every document's card becomes one [`Playbook`]: names resolved, status
//! derived, addresses settled, and the messages that only references can
//! cause. Deliberately absent: bodies, the clock, lists (they are `index`'s).

mod addresses;
mod assemble;
mod by_id;
mod input;
mod kinds;
mod links;
mod names;
mod page;
mod page_names;
mod playbook;
mod references;
mod resolve;
mod status;
mod targets;
mod withheld;
mod workflow;

pub use assemble::{Model, assemble};
pub use by_id::ById;
pub use input::{ModelKey, OtherFiles, PageInput};
pub use kinds::{Collection, Drill, Guide, LayerPage, Named, PathItem, Person, Role, Tool, Wanted};
pub use page::{DocumentState, Page, Pixels};
pub use playbook::Playbook;
pub use status::{ReviewReason, Status, Stop, missing_sections};
pub use targets::{LinkTarget, Targets};
pub use workflow::Workflow;

/// The built-in role of pages that are for every colleague.
pub const EVERYONE: &str = "everyone";
