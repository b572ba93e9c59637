//! What those who look for faults know of the page.

use std::sync::Arc;

use crate::document::outline::SectionNames;
use crate::domain::SectionName;

/// What is known of the page.
pub(in crate::document) struct MendContext<'a> {
    pub(in crate::document) path: &'a Arc<str>,
    /// Its title, if it has one.
    pub(in crate::document) title: Option<&'a str>,
    /// Which headings name a section.
    pub(in crate::document) names: SectionNames,
    /// The sections that the page's layer demands.
    pub(in crate::document) required: &'a [SectionName],
}
