//! The folder in which a site is put together before anybody sees it: the
//! sibling `.NAME.stage`. Files are written once and never opened again;
//! unchanged ones are hard links into the previous output.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::error::{EmitError, ErrorContext};
use super::manifest::{MANIFEST, Manifest, ManifestEntry};

/// Marks a folder as unfinished work of this program.
pub(super) const MARKER: &str = ".playbook-stage";

/// A site in the making.
#[derive(Debug)]
pub(super) struct StagingFolder {
    folder: PathBuf,
    durable: bool,
}

impl StagingFolder {
    /// An empty stage. Nothing may be there.
    pub(super) fn create(folder: PathBuf, durable: bool) -> Result<Self, EmitError> {
        fs::create_dir(&folder).context("create", &folder)?;
        let staging = Self { folder, durable };
        // Before anything else: whatever a kill leaves is then known to be unfinished.
        File::create_new(staging.path(MARKER)).context("create", &staging.path(MARKER))?;
        Ok(staging)
    }

    /// Writes one file whose hash is known.
    pub(super) fn write(
        &self,
        file: &str,
        bytes: &[u8],
        hash: &blake3::Hash,
    ) -> Result<ManifestEntry, EmitError> {
        let path = self.path(file);
        let mut created = in_folder(&path, create).context("create", &path)?;
        created.write_all(bytes).context("write", &path)?;
        self.finish(&created, &path, hash)
    }

    /// Copies one file, and says what it was.
    pub(super) fn copy(
        &self,
        file: &str,
        from: &mut dyn Read,
        source: &Path,
    ) -> Result<(ManifestEntry, blake3::Hash), EmitError> {
        let path = self.path(file);
        let mut created = in_folder(&path, create).context("create", &path)?;
        let mut hasher = blake3::Hasher::new();
        // In pieces: a download may be larger than memory.
        let mut chunk = vec![0; 64 << 10];
        loop {
            let read = match from.read(&mut chunk) {
                Ok(0) => break,
                Ok(read) => chunk.get(..read).unwrap_or_default(),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error).context("read", source),
            };
            hasher.update(read);
            created.write_all(read).context("write", &path)?;
        }
        let hash = hasher.finalize();
        Ok((self.finish(&created, &path, &hash)?, hash))
    }

    /// Takes over one unchanged file of the previous output.
    pub(super) fn link(
        &self,
        file: &str,
        previous: &Path,
        entry: ManifestEntry,
    ) -> Result<ManifestEntry, EmitError> {
        let (from, path) = (previous.join(file), self.path(file));
        if in_folder(&path, |path| fs::hard_link(&from, path)).is_ok() {
            return Ok(entry);
        }
        // Too many links, or a file system without them: a copy does as well.
        let mut source = File::open(&from).context("read", &from)?;
        let (copied, _) = self.copy(file, &mut source, &from)?;
        // Somebody may have edited it since it was looked at: only what the manifest says is ours.
        if copied.blake3 == entry.blake3 {
            return Ok(copied);
        }
        Err(io::Error::other("it was changed during the build: run it again"))
            .context("read", &from)
    }

    /// Makes the stage a site: from now on its manifest says what it is.
    pub(super) fn complete(
        &self,
        manifest: &Manifest,
        like: Option<&Path>,
    ) -> Result<(), EmitError> {
        let path = self.path(MANIFEST);
        let bytes = manifest.to_bytes().context("write", &path)?;
        self.write(MANIFEST, &bytes, &blake3::hash(&bytes))?;
        // Whoever could read the old site can read the new one, and nobody else.
        if let Some(previous) = like {
            let permissions = fs::metadata(previous).context("look at", previous)?.permissions();
            fs::set_permissions(&self.folder, permissions)
                .context("set the rights of", &self.folder)?;
        }
        // Before the marker goes: after a power cut, a stage without it has to be whole.
        if self.durable {
            self.sync_folders()?;
        }
        fs::remove_file(self.path(MARKER)).context("remove", &self.path(MARKER))?;
        if self.durable { sync_folder(&self.folder) } else { Ok(()) }
    }

    /// Replaces the manifest of a folder, in one step.
    pub(super) fn replace_manifest(
        &self,
        folder: &Path,
        manifest: &Manifest,
    ) -> Result<(), EmitError> {
        let (new, path) = (self.path(MANIFEST), folder.join(MANIFEST));
        let bytes = manifest.to_bytes().context("write", &path)?;
        self.write(MANIFEST, &bytes, &blake3::hash(&bytes))?;
        // Renamed into place: a manifest that is half written would disown the whole site.
        fs::rename(&new, &path).context("write", &path)?;
        if self.durable { sync_folder(folder) } else { Ok(()) }
    }

    /// Where it is.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Gives up. Not to be called once it is complete: what lies there then may
    /// be the previous site.
    pub(super) fn discard(self) {
        // What is left is cleared away by the next build.
        let _ = remove_unfinished(&self.folder);
    }

    fn finish(
        &self,
        file: &File,
        path: &Path,
        hash: &blake3::Hash,
    ) -> Result<ManifestEntry, EmitError> {
        if self.durable {
            file.sync_all().context("sync", path)?;
        }
        Ok(ManifestEntry::new(&file.metadata().context("look at", path)?, hash))
    }

    fn sync_folders(&self) -> Result<(), EmitError> {
        for entry in walkdir::WalkDir::new(&self.folder) {
            let entry = entry.map_err(io::Error::from).context("list", &self.folder)?;
            if entry.file_type().is_dir() {
                sync_folder(entry.path())?;
            }
        }
        Ok(())
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }
}

/// Removes an unfinished stage, its marker last: what is left when that is
/// interrupted is still an unfinished stage.
pub(super) fn remove_unfinished(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name() == MARKER {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    match fs::remove_file(folder.join(MARKER)) {
        // A kill may come between the making of the folder and of its marker.
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::remove_dir(folder)
}

/// Makes the names in a folder survive a power cut.
pub(super) fn sync_folder(folder: &Path) -> Result<(), EmitError> {
    File::open(folder).and_then(|folder| folder.sync_all()).context("sync", folder)
}

/// Makes a file, and first its folders if they are not there yet.
fn in_folder<T>(path: &Path, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<T> {
    // Tried first: only the first file of a folder pays for making it.
    match (make(path), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            make(path)
        }
        (made, _) => made,
    }
}

fn create(path: &Path) -> io::Result<File> {
    // Never over what is there: two outputs of one name are a fault, and it could be a link.
    OpenOptions::new().write(true).create_new(true).open(path)
}
