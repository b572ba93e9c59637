//! Holds a published folder against a site: the proof that what readers get is
//! what the sources say. A [`Site`] and a folder enter, every difference leaves.
//! Deliberately absent: any write, the lock included; so a build that runs at the
//! same time shows as differences.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::error::{EmitError, ErrorContext};
use super::manifest::{MANIFEST, Manifest, NoManifest, hash_file, look};
use super::previous::Listing;
use crate::engine::{Output, Site};
use crate::memo::Digest;

/// What a comparison found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// How many files are what the site has.
    pub same: usize,
    /// Everything else that is the generator's, by path.
    pub differences: Vec<Difference>,
    /// Files that the generator did not write, by path: they are nobody's business here.
    pub foreign: Vec<String>,
}

/// A file that is not what the site has.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// From the folder, with `/`.
    pub path: String,
    /// In which way it differs.
    pub kind: DifferenceKind,
}

/// How a published file differs from the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// The site has it, the folder has not.
    Missing,
    /// The folder has it from an earlier build, the site has it no longer.
    LeftOver,
    /// Something else than a file is in its place.
    NoFile,
    /// The text of a file differs.
    Text {
        /// The first line that differs, from 1.
        line: usize,
        /// That line as it is published; empty when it is not there.
        published: String,
        /// That line as the site has it; empty when it is not there.
        built: String,
    },
    /// The bytes differ, and are not text.
    Bytes,
    /// The folder's manifest cannot be used, for this reason.
    Manifest(String),
}

/// Compares what lies in `folder` with what a site has, file by file.
///
/// # Errors
/// When the folder or a file in it cannot be read, or a template cannot show a page.
pub fn compare(site: &Site, folder: &Path) -> Result<Comparison, EmitError> {
    let listing = Listing::of(folder)?;
    let mut comparison = Comparison::default();
    let manifest = match Manifest::read(folder) {
        Ok(manifest) => Some(manifest),
        // Then whatever else lies there counts as somebody else's.
        Err(NoManifest::Absent) => None,
        Err(NoManifest::Damaged(why)) => {
            let kind = DifferenceKind::Manifest(why);
            comparison.differences.push(Difference { path: MANIFEST.to_owned(), kind });
            None
        }
        Err(NoManifest::Failed(error)) => return Err(error),
    };
    let outputs: Vec<_> = site.all().collect();
    let compared = outputs.into_par_iter().map(|(route, output)| {
        let kind = difference(&folder.join(route.as_str()), output)?;
        Ok(kind.map(|kind| Difference { path: route.to_string(), kind }))
    });
    let compared: Vec<Option<Difference>> = compared.collect::<Result<_, EmitError>>()?;
    let count = compared.len();
    let found: Vec<Difference> = compared.into_iter().flatten().collect();
    comparison.same = count - found.len();
    comparison.differences.extend(found);
    for path in listing.files.iter().filter(|path| *path != MANIFEST && site.find(path).is_none()) {
        if manifest.as_ref().is_some_and(|manifest| manifest.files.contains_key(path)) {
            let kind = DifferenceKind::LeftOver;
            comparison.differences.push(Difference { path: path.clone(), kind });
        } else {
            comparison.foreign.push(path.clone());
        }
    }
    // One order, however the threads came to an end.
    comparison.differences.sort();
    Ok(comparison)
}

/// How one file differs from one output, if it does.
fn difference(path: &Path, output: &Output) -> Result<Option<DifferenceKind>, EmitError> {
    match look(path).context("look at", path)? {
        None => return Ok(Some(DifferenceKind::Missing)),
        Some(found) if !found.is_file() => return Ok(Some(DifferenceKind::NoFile)),
        Some(_) => {}
    }
    let read = || fs::read(path).context("read", path);
    Ok(match output {
        Output::Rendered(render) => unequal(&read()?, &render.render().map_err(EmitError::Theme)?),
        Output::Bytes(bytes) => unequal(&read()?, bytes),
        // As large as anybody likes: never in memory as a whole.
        Output::Asset(asset) => {
            let same = Digest::from(hash_file(path).context("read", path)?) == asset.digest;
            (!same).then_some(DifferenceKind::Bytes)
        }
    })
}

fn unequal(published: &[u8], built: &[u8]) -> Option<DifferenceKind> {
    if published == built {
        return None;
    }
    let (Ok(published), Ok(built)) = (std::str::from_utf8(published), std::str::from_utf8(built))
    else {
        return Some(DifferenceKind::Bytes);
    };
    // The first line that differs tells a person more than the number of a byte.
    let (mut one, mut other) = (published.split('\n'), built.split('\n'));
    for line in 1.. {
        let (published, built) = (one.next(), other.next());
        if published != built || published.is_none() {
            let owned = |line: Option<&str>| line.unwrap_or_default().to_owned();
            let (published, built) = (owned(published), owned(built));
            return Some(DifferenceKind::Text { line, published, built });
        }
    }
    None
}
