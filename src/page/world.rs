//! Everything that any page may look up. Deliberately absent: bodies, each of
//! which belongs to its own page.

use crate::index::Indexes;
use crate::memo::Hashed;
use crate::model::Playbook;

use super::view::SiteView;

/// Everything that any page may look up.
#[derive(Debug)]
pub struct World {
    /// The playbook, as far as it stands.
    pub playbook: Playbook,
    /// The lists that follow from it.
    pub indexes: Indexes,
    /// What every page shows alike.
    pub site: Hashed<SiteView>,
}
