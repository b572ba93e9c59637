//! What this process knows of the site that it wrote before: an output that can
//! show nothing else than then need not be rendered to know its bytes.

use crate::address::Route;
use crate::engine::{Output, Site};
use crate::memo::Digest;

use super::manifest::{GENERATOR, Manifest};

/// A site that this process has written, and what it was made from.
#[derive(Clone, Copy, Debug)]
pub struct Earlier<'a> {
    /// The site as it is now.
    pub site: &'a Site,
    /// Digest of everything that it was made from.
    pub inputs: Digest,
}

impl Earlier<'_> {
    /// Whether the folder still holds this site, and not another build's.
    pub(super) fn is_described_by(&self, manifest: &Manifest) -> bool {
        // Another process may have published meanwhile: then the bytes there are not this site's.
        manifest.inputs == self.inputs.to_string() && manifest.generator == GENERATOR
    }

    /// Whether an output shows what it showed then.
    pub(super) fn has(&self, route: &Route, output: &Output) -> bool {
        self.site.get(route).is_some_and(|earlier| earlier.is_same(output))
    }
}
