//! Renders, compares and writes one output at a time on each thread, so that a
//! site is never in memory as a whole. What differs goes to the stage at once;
//! if nothing does, the stage is dropped and the output was never touched.

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::earlier::Earlier;
use super::error::{EmitError, ErrorContext};
use super::foreign::{KeptFiles, link_all};
use super::lock::Lock;
use super::manifest::{MANIFEST, Manifest, ManifestEntry};
use super::output_folder::OutputFolder;
use super::previous::Previous;
use super::removals::refuse_most;
use super::retire::retire;
use super::staging::{MARKER, StagingFolder};
use super::swap::{is_pending, recover, swap};
use super::{Options, WriteReport};
use crate::address::Route;
use crate::engine::{Output, Site};
use crate::memo::{Digest, MAX_CHUNK_LEN};
use crate::source::{Asset, Origin};

/// Makes the target folder hold exactly this site, and whatever in it is not
/// the generator's.
pub fn write(
    site: &Site,
    target: &OutputFolder,
    options: &Options,
) -> Result<WriteReport, EmitError> {
    write_after(None, site, target, options)
}

/// The same, when this process has written to the folder before: renders only
/// what may differ.
pub fn write_over(
    earlier: Earlier<'_>,
    site: &Site,
    target: &OutputFolder,
    options: &Options,
) -> Result<WriteReport, EmitError> {
    write_after(Some(earlier), site, target, options)
}

fn write_after(
    earlier: Option<Earlier<'_>>,
    site: &Site,
    target: &OutputFolder,
    options: &Options,
) -> Result<WriteReport, EmitError> {
    check_routes(site)?;
    // Refused before any write, the lock included.
    let mut previous = Previous::inspect(target, options.adopt)?;
    fs::create_dir_all(&target.parent).context("create", &target.parent)?;
    let _lock = Lock::take(target, options.patience)?;
    let recovered = if is_pending(target) { Some(recover(target)?) } else { None };
    // What was seen without the lock may be another build's by now.
    if recovered.is_some() || !previous.is_current(target) {
        previous = Previous::inspect(target, options.adopt)?;
    }
    if !options.allow_removals {
        refuse_most(site, &previous.manifest)?;
    }
    let staging = StagingFolder::create(target.sibling("stage"), options.durable)?;
    let earlier = earlier.filter(|earlier| earlier.is_described_by(&previous.manifest));
    let work = Work { site, earlier, target, options, previous: &previous, staging: &staging };
    let made = work.outcomes().and_then(|outcomes| work.complete(outcomes));
    let Ok(Finished { mut report, kept: Some(mut kept) }) = made else {
        // Either an error or a site in which nothing differs: the stage is of no use.
        staging.discard();
        return made.map(|made| made.report);
    };
    let warnings = work.publish(&mut kept)?;
    kept.edited.extend(recovered.unwrap_or_default().edited);
    // Listed as removed, found to be edited when it was to go, and kept.
    report.removed.retain(|path| !kept.edited.contains(path));
    let KeptFiles { mut foreign, mut edited, unlinked } = kept;
    report.warnings.extend(unlinked.iter().map(|file| {
        format!("{file} is not this user's to link, so it was away while the site was exchanged")
    }));
    report
        .warnings
        .extend(warnings.iter().map(|it| format!("the new site is published, but {it}")));
    for list in [&mut foreign, &mut edited] {
        list.sort();
        list.dedup();
    }
    (report.foreign, report.edited) = (foreign, edited);
    Ok(report)
}

/// What became of one output.
enum WriteOutcome {
    /// Written into the stage.
    Written(ManifestEntry),
    /// Still in the previous output.
    Same(ManifestEntry),
}

struct Finished {
    report: WriteReport,
    /// When the stage is a whole new site, to be published: what is in it of others.
    kept: Option<KeptFiles>,
}

struct Work<'a> {
    site: &'a Site,
    /// The site that the previous output was written from, if it is known.
    earlier: Option<Earlier<'a>>,
    target: &'a OutputFolder,
    options: &'a Options,
    previous: &'a Previous,
    staging: &'a StagingFolder,
}

impl Work<'_> {
    fn outcomes(&self) -> Result<Vec<WriteOutcome>, EmitError> {
        let outputs: Vec<_> = self.site.all().collect();
        // In small portions: what a thread has taken no other can take from it, and at the end one
        // would be left alone with much.
        let outputs = outputs.into_par_iter().with_max_len(MAX_CHUNK_LEN);
        outputs.map(|(route, output)| self.outcome(route, output)).collect()
    }

    fn outcome(&self, route: &Route, output: &Output) -> Result<WriteOutcome, EmitError> {
        let path = route.as_str();
        // Known by what it is made from: nothing is rendered to see that it is the same.
        if self.earlier.is_some_and(|earlier| earlier.has(route, output))
            && let Some(entry) = self.same(path, |_| true)
        {
            return Ok(WriteOutcome::Same(entry));
        }
        match output {
            Output::Rendered(render) => {
                let bytes = render.render().map_err(EmitError::Theme)?;
                self.bytes(path, &bytes)
            }
            Output::Bytes(bytes) => self.bytes(path, bytes),
            Output::Asset(asset) => self.asset(path, asset),
        }
    }

    fn bytes(&self, path: &str, bytes: &[u8]) -> Result<WriteOutcome, EmitError> {
        let hash = blake3::hash(bytes);
        match self.same(path, |entry| entry.blake3 == hash.to_hex().as_str()) {
            Some(entry) => Ok(WriteOutcome::Same(entry)),
            None => self.staging.write(path, bytes, &hash).map(WriteOutcome::Written),
        }
    }

    fn asset(&self, path: &str, asset: &Asset) -> Result<WriteOutcome, EmitError> {
        let digest = asset.digest.to_string();
        // The manifest has all 256 bits of a hash, a digest the first 128.
        if let Some(entry) = self.same(path, |entry| entry.blake3.starts_with(&digest)) {
            return Ok(WriteOutcome::Same(entry));
        }
        let from = match &asset.origin {
            Origin::File(file, _) => file.as_path(),
            Origin::Memory(_) | Origin::Revision => Path::new(path),
        };
        let mut reader = asset.open().context("read", from)?;
        let (entry, hash) = self.staging.copy(path, &mut reader, from)?;
        if Digest::from(hash) == asset.digest {
            return Ok(WriteOutcome::Written(entry));
        }
        Err(io::Error::other("it was changed during the build: run it again")).context("read", from)
    }

    /// The entry of the previous output, if it is wanted and untouched.
    fn same(&self, path: &str, wanted: impl Fn(&ManifestEntry) -> bool) -> Option<ManifestEntry> {
        let entry = self.previous.manifest.files.get(path).filter(|entry| wanted(entry))?;
        // Only what was listed: a folder on the way may have become a link.
        let listed = self.previous.listing.files.contains(path);
        // What cannot be looked at is made again.
        if listed { entry.still_at(&self.target.output.join(path)).ok().flatten() } else { None }
    }

    /// Fills the stage up with what has not changed, unless nothing has.
    fn complete(&self, outcomes: Vec<WriteOutcome>) -> Result<Finished, EmitError> {
        let mut report = self.report(&outcomes);
        let unchanged = report.written.is_empty() && report.removed.is_empty();
        if unchanged && self.previous.exists {
            self.remember(outcomes)?;
            report.foreign = self.previous.foreign();
            return Ok(Finished { report, kept: None });
        }
        let paths: Vec<&str> = self.site.all().map(|(route, _)| route.as_str()).collect();
        let entries: Vec<ManifestEntry> = paths
            .into_par_iter()
            .zip(outcomes)
            .map(|(path, outcome)| match outcome {
                WriteOutcome::Written(entry) => Ok(entry),
                WriteOutcome::Same(entry) => self.staging.link(path, &self.target.output, entry),
            })
            .collect::<Result<_, EmitError>>()?;
        if self.previous.adopted {
            // Ours from now on, so that the build after a killed one needs no flag.
            self.staging.replace_manifest(&self.target.output, &Manifest::empty())?;
        }
        let is_taken = |path: &str| self.site.find(path).is_some();
        // Before the exchange, so that other people's files are there at every moment.
        let kept = link_all(&self.target.output, self.previous, is_taken, self.staging.folder())?;
        let like = self.previous.exists.then_some(self.target.output.as_path());
        self.staging.complete(&self.manifest(entries), like)?;
        Ok(Finished { report, kept: Some(kept) })
    }

    /// Exchanges the sites and drops the old one; what fails after the exchange is
    /// returned, and made good by the next build.
    fn publish(&self, kept: &mut KeptFiles) -> Result<Vec<EmitError>, EmitError> {
        let Options { in_one_step, durable, .. } = *self.options;
        // An empty folder is replaced by a rename: there is no old site to keep.
        let replaces = self.previous.exists && !self.previous.listing.is_empty();
        let swapped = swap(self.target, self.staging.folder(), replaces, in_one_step, durable)?;
        let mut warnings = swapped.warnings;
        if let Some(old) = swapped.old {
            match retire(&old, &self.previous.manifest, &self.target.output) {
                Ok(moved) => kept.extend(moved),
                Err(error) => warnings.push(error),
            }
        }
        Ok(warnings)
    }

    /// No file differs: at most the manifest is replaced.
    fn remember(&self, outcomes: Vec<WriteOutcome>) -> Result<(), EmitError> {
        let entries = outcomes.into_iter().map(|outcome| match outcome {
            WriteOutcome::Same(entry) | WriteOutcome::Written(entry) => entry,
        });
        let manifest = self.manifest(entries);
        // Not even the manifest is written when nothing has changed.
        if manifest == self.previous.manifest {
            return Ok(());
        }
        self.staging.replace_manifest(&self.target.output, &manifest)
    }

    fn report(&self, outcomes: &[WriteOutcome]) -> WriteReport {
        let previous = self.previous;
        let gone = |path: &&String| {
            // What somebody else has taken away already is not this build's removal.
            self.site.find(path).is_none() && previous.listing.files.contains(*path)
        };
        let paths: Vec<&String> = previous.manifest.files.keys().collect();
        let removed = paths.into_par_iter().filter(gone).cloned().collect();
        let mut report = WriteReport { removed, ..WriteReport::default() };
        for ((route, _), outcome) in self.site.all().zip(outcomes) {
            match outcome {
                WriteOutcome::Same(_) => report.unchanged += 1,
                WriteOutcome::Written(entry) => {
                    report.bytes += entry.size;
                    report.written.push(route.clone());
                    if self.was_edited(route.as_str()) {
                        report.made_again.push(route.to_string());
                    }
                }
            }
        }
        report
    }

    fn was_edited(&self, path: &str) -> bool {
        let entry = self.previous.manifest.files.get(path);
        let listed = self.previous.listing.files.contains(path);
        listed
            && entry.is_some_and(|entry| {
                matches!(entry.still_at(&self.target.output.join(path)), Ok(None))
            })
    }

    fn manifest(&self, entries: impl IntoIterator<Item = ManifestEntry>) -> Manifest {
        let paths = self.site.all().map(|(route, _)| route.to_string());
        Manifest {
            inputs: self.options.inputs.to_string(),
            exit_code: self.options.summary.exit_code,
            summary: self.options.summary.text.clone(),
            errors: self.options.summary.errors.clone(),
            files: paths.zip(entries).collect(),
            ..Manifest::empty()
        }
    }
}

/// Addresses are made by the generator: one that cannot be a file is a bug.
fn check_routes(site: &Site) -> Result<(), EmitError> {
    let routes: Vec<&Route> = site.all().map(|(route, _)| route).collect();
    routes.into_par_iter().try_for_each(|route| {
        let path = route.as_str();
        // `a` and `a/b` cannot both be files.
        let mut ends = path.match_indices('/').map(|(end, _)| path.get(..end).unwrap_or_default());
        let folder_is_file = ends.any(|folder| site.find(folder).is_some());
        if route.is_safe() && !folder_is_file && path != MANIFEST && path != MARKER {
            return Ok(());
        }
        Err(EmitError::Internal { message: format!("no file can be at {path:?}") })
    })
}
