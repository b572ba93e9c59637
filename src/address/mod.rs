//! Where everything lies in the site: every output there is, its path, and how
//! one is reached from another. Deliberately absent: which of them a playbook
//! has, and what they show.

mod data;
mod folder;
mod list;
mod log;
mod page_id;
mod route;
mod subject;

pub use data::{Data, Feed};
pub use folder::Folder;
pub use list::{Initial, List};
pub use log::{LogFacet, LogKind};
pub use page_id::PageId;
pub use route::Route;
pub use subject::{OverviewPage, Subject};
