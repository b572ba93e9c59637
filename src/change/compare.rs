//! Puts the parts of a change together, each of which compares one thing.

use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::engine::Build;

use super::addresses::{self, LostAddress};
use super::coverage::{self, CoverageChange};
use super::messages::{self, Messages};
use super::pages::{self, PageChanges};
use super::status::{self, StatusChange};
use super::told;

/// What differs between two builds.
#[derive(Debug)]
pub struct Change {
    /// Pages that came, went, or have another name or text.
    pub pages: PageChanges,
    /// Pages whose status is another.
    pub statuses: Vec<StatusChange>,
    /// Addresses that were published and lead nowhere now.
    pub addresses: Vec<LostAddress>,
    /// Roles and layers with another number of pages.
    pub coverage: Vec<CoverageChange>,
    /// Messages that came and went.
    pub messages: Messages,
}

/// What `after` has otherwise than `before`; dates are judged as of one day, so that
/// none is new by the clock.
pub fn compare(before: &Build, after: &Build, as_of: Date) -> Change {
    let mut pages = pages::compare(before, after);
    let statuses = status::compare(before, after, &pages);
    let addresses = addresses::compare(before, after, &pages);
    let coverage = coverage::compare(before, after, &pages);
    let mut messages = messages::compare(before, after, &pages, as_of);
    told::gather_places(&mut pages, after, &mut messages);
    Change { pages, statuses, addresses, coverage, messages }
}

impl Change {
    /// Every message that is new by the change, in no order: what it broke is told once
    /// for each cause, with all places.
    pub fn told(&self, after: &Build) -> Vec<Diagnostic> {
        let Self { pages, statuses, addresses, messages, .. } = self;
        told::told(pages, statuses, addresses, messages, after)
    }
}
