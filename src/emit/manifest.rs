//! What a site's folder says of itself: which files are the generator's own, and
//! what they were made from. A file in the folder that it does not name belongs
//! to somebody else.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::error::EmitError;

/// Its name in the output folder.
pub(super) const MANIFEST: &str = ".playbook-manifest.json";

const SCHEMA: u32 = 1;

/// Version of the generator, and a digest of its sources: another state of them
/// may build another site.
pub(super) const GENERATOR: &str =
    concat!(env!("CARGO_PKG_VERSION"), "+", env!("PLAYBOOK_SOURCES"));

/// More than it takes a manifest to come to its inputs.
const HEAD_BYTES: u64 = 1024;

/// What the generator knows of an output folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// Of this format.
    pub schema: u32,
    /// Who made it: [`GENERATOR`] at that time.
    pub generator: String,
    /// Digest of everything that the site was made from.
    pub inputs: String,
    /// How the build ended.
    pub exit_code: u8,
    /// What it printed.
    pub summary: String,
    /// The generator's own files, by path.
    pub files: BTreeMap<String, Entry>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// In bytes.
    pub size: u64,
    /// Modification time, in nanoseconds since 1970.
    pub mtime: i64,
    /// Hash of the content, in hexadecimal.
    pub blake3: String,
}

/// Why a folder has no manifest that counts.
#[derive(Debug)]
pub(super) enum NoManifest {
    /// The folder is not the generator's.
    Absent,
    /// Nobody can say any more whose files these are.
    Damaged(String),
    /// The system says no.
    Failed(EmitError),
}

impl Manifest {
    /// Of a folder without files.
    pub(super) fn empty() -> Self {
        Self {
            schema: SCHEMA,
            generator: GENERATOR.to_owned(),
            inputs: String::new(),
            exit_code: 0,
            summary: String::new(),
            files: BTreeMap::new(),
        }
    }

    /// Whether a folder's manifest may be of these inputs, which it names at its
    /// beginning: of others, nothing more need be read.
    pub(super) fn may_be_of(folder: &Path, inputs: &str) -> bool {
        let mut head = Vec::new();
        let read = File::open(folder.join(MANIFEST))
            .and_then(|file| file.take(HEAD_BYTES).read_to_end(&mut head));
        read.is_ok() && memchr::memmem::find(&head, inputs.as_bytes()).is_some()
    }

    /// The manifest of a folder.
    pub(super) fn read(folder: &Path) -> Result<Self, NoManifest> {
        let path = folder.join(MANIFEST);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if is_absent(&error) => return Err(NoManifest::Absent),
            Err(error) => {
                return Err(NoManifest::Failed(EmitError::Environment {
                    action: "read",
                    path,
                    source: error,
                }));
            }
        };
        match serde_json::from_slice::<Self>(&bytes) {
            Ok(manifest) if manifest.schema == SCHEMA => Ok(manifest),
            Ok(manifest) => {
                let schema = manifest.schema;
                Err(NoManifest::Damaged(format!("its schema is {schema}, not {SCHEMA}")))
            }
            Err(error) => Err(NoManifest::Damaged(error.to_string())),
        }
    }

    /// As a file.
    pub(super) fn to_bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Whether every file is there as it was written.
    pub(super) fn is_whole(&self, folder: &Path) -> bool {
        let files: Vec<_> = self.files.iter().collect();
        files.into_par_iter().all(|(path, entry)| entry.still_at(&folder.join(path)).is_some())
    }
}

impl Entry {
    /// Of a file that was just written.
    pub(super) fn new(metadata: &Metadata, hash: &blake3::Hash) -> Self {
        let blake3 = hash.to_hex().to_string();
        Self { size: metadata.len(), mtime: mtime(metadata), blake3 }
    }

    /// The entry with its present time, if the file at `path` is the one that
    /// was written. Size and time are believed; without them, the content is
    /// read.
    pub(super) fn still_at(&self, path: &Path) -> Option<Self> {
        let metadata = fs::symlink_metadata(path).ok().filter(Metadata::is_file)?;
        if metadata.len() != self.size {
            return None;
        }
        if mtime(&metadata) == self.mtime {
            return Some(self.clone());
        }
        let same = hash_file(path).ok()?.to_hex().as_str() == self.blake3;
        same.then(|| Self { mtime: mtime(&metadata), ..self.clone() })
    }
}

/// Nothing is there, or something on the way is no folder.
pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Hash of a file's content.
pub(super) fn hash_file(path: &Path) -> io::Result<blake3::Hash> {
    let mut hasher = blake3::Hasher::new();
    let mut file = File::open(path)?;
    let mut chunk = vec![0; 64 << 10];
    loop {
        match file.read(&mut chunk) {
            Ok(0) => return Ok(hasher.finalize()),
            Ok(read) => drop(hasher.update(chunk.get(..read).unwrap_or_default())),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn mtime(metadata: &Metadata) -> i64 {
    metadata.mtime().saturating_mul(1_000_000_000).saturating_add(metadata.mtime_nsec())
}
