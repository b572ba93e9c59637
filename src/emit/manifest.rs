//! What a site's folder says of itself: which files are the generator's own, and
//! what they were made from. A file in the folder that it does not name belongs
//! to somebody else.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::error::EmitError;
use crate::platform;

/// Its name in the output folder.
pub(super) const MANIFEST: &str = ".playbook-manifest.json";

const SCHEMA: u32 = 1;

/// Version of the generator, and a digest of its sources: another state of them
/// may build another site.
pub(super) const GENERATOR: &str =
    concat!(env!("CARGO_PKG_VERSION"), "+", env!("PLAYBOOK_SOURCES"));

/// More than it takes a manifest to come to its inputs.
const HEAD_BYTES: u64 = 1024;

/// More than the largest site needs: what is longer was not written here.
const MANIFEST_BYTES: u64 = 1 << 30;

/// What the generator knows of an output folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// The version of this format.
    pub schema: u32,
    /// Who made it: [`GENERATOR`] at that time.
    pub generator: String,
    /// Digest of everything that the site was made from.
    pub inputs: String,
    /// How the build ended.
    pub exit_code: u8,
    /// What the build printed.
    pub summary: String,
    /// The errors among that.
    #[serde(default)]
    pub errors: String,
    /// The generator's own files, by path.
    pub files: BTreeMap<String, ManifestEntry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ManifestEntry {
    /// Its size in bytes.
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
            errors: String::new(),
            files: BTreeMap::new(),
        }
    }

    /// Whether a folder's manifest may be of these inputs, which it names at its
    /// beginning: of others, nothing more need be read.
    pub(super) fn may_be_of(folder: &Path, inputs: &str) -> bool {
        let head = read_regular(&folder.join(MANIFEST), HEAD_BYTES);
        head.is_ok_and(|head| memchr::memmem::find(&head, inputs.as_bytes()).is_some())
    }

    /// The manifest of a folder.
    pub(super) fn read(folder: &Path) -> Result<Self, NoManifest> {
        let path = folder.join(MANIFEST);
        let bytes = match read_regular(&path, MANIFEST_BYTES) {
            Ok(bytes) => bytes,
            Err(error) if is_absent(&error) => return Err(NoManifest::Absent),
            // A pipe or a folder lies in its place.
            Err(error) if error.kind() == io::ErrorKind::InvalidInput => {
                return Err(NoManifest::Damaged(error.to_string()));
            }
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
            // Another schema may mean something else by the same fields.
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
        let is_there = |(path, entry): (&String, &ManifestEntry)| {
            // What cannot be looked at counts as changed: the full build will say why.
            entry.still_at(&folder.join(path)).is_ok_and(|it| it.is_some())
        };
        files.into_par_iter().all(is_there)
    }
}

impl ManifestEntry {
    /// Of a file that was just written.
    pub(super) fn new(metadata: &Metadata, hash: &blake3::Hash) -> Self {
        let blake3 = hash.to_hex().to_string();
        Self { size: metadata.len(), mtime: mtime(metadata), blake3 }
    }

    /// The entry with its present time, if the file at `path` is the one that
    /// was written. Size and time are believed; without them, the content is
    /// read. An error says that nobody knows.
    pub(super) fn still_at(&self, path: &Path) -> io::Result<Option<Self>> {
        let Some(metadata) = look(path)?.filter(Metadata::is_file) else { return Ok(None) };
        if metadata.len() != self.size {
            return Ok(None);
        }
        // Believed, so that a build with nothing to do costs one look at each file and no reading.
        if mtime(&metadata) == self.mtime {
            return Ok(Some(self.clone()));
        }
        // A copy or a checkout changes the time and not the bytes.
        let same = hash_file(path)?.to_hex().as_str() == self.blake3;
        Ok(same.then(|| Self { mtime: mtime(&metadata), ..self.clone() }))
    }
}

/// What lies at a path, a link as itself; nothing when nothing does.
pub(super) fn look(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The first so many bytes of a file. What is none, a pipe above all, is not
/// opened: it could keep the build waiting.
fn read_regular(path: &Path, at_most: u64) -> io::Result<Vec<u8>> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(at_most).read_to_end(&mut bytes)?;
    Ok(bytes)
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
    i64::try_from(platform::times(metadata).modified).unwrap_or(i64::MAX)
}
