//! The name of a page within the playbook, from which its address follows.

use std::sync::Arc;

use crate::domain::Kind;

use super::route::Route;

/// A page's name within the playbook.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId {
    /// What kind of page it is.
    pub kind: Kind,
    /// Unique within the kind.
    pub id: Arc<str>,
}

impl PageId {
    /// The name of the home page, which every site has.
    pub fn home() -> Self {
        Self { kind: Kind::Home, id: Arc::from("index") }
    }

    /// The address of the page.
    pub fn route(&self) -> Route {
        Route::page(self.kind, &self.id)
    }

    /// The address of its markdown twin.
    pub fn twin(&self) -> Route {
        Route::twin(self.kind, &self.id)
    }
}
