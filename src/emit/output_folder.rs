//! Where a site is written, and why some folders are refused: no build may ever
//! overwrite a source, a home folder or a repository. Paths enter; a [`OutputFolder`]
//! that has passed every check leaves. Deliberately absent: any write.

use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::error::{EmitError, ErrorContext};
use super::manifest::look;
use crate::platform;

/// A folder that a site may be written to, and its siblings that are used on
/// the way.
#[derive(Clone, Debug)]
pub struct OutputFolder {
    pub(super) output: PathBuf,
    pub(super) parent: PathBuf,
    name: OsString,
}

/// Folders of the playbook's root that hold sources.
const SOURCES: [&str; 3] = ["content", "static", "themes"];

impl OutputFolder {
    /// The folder `output` for the site of the playbook in `root`, both as
    /// somebody wrote them. Refused before anything is written.
    pub fn resolve(output: &Path, root: &Path) -> Result<Self, EmitError> {
        // Not the canonical path: a link in it must be seen to be refused.
        let written = std::path::absolute(output).context("find", output)?;
        let root_written = std::path::absolute(root).context("find", root)?;
        let root = root_written.canonicalize().context("find", root)?;
        // Links above the playbook are the owner's own affair.
        let path = match written.strip_prefix(&root_written) {
            Ok(inside) => without_links(&root, inside)?,
            Err(_) => without_links(Path::new("/"), &written)?,
        };
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            return Err(refused(&path, "it is the root of the file system"));
        };
        let target =
            Self { parent: parent.to_owned(), name: name.to_owned(), output: path.clone() };
        target.refuse_places(&root)?;
        target.refuse_kinds()?;
        Ok(target)
    }

    /// The folder of the site.
    pub fn output(&self) -> &Path {
        &self.output
    }

    /// `.NAME.SUFFIX` beside the folder.
    pub(super) fn sibling(&self, suffix: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(".");
        name.push(suffix);
        self.parent.join(name)
    }

    fn refuse_places(&self, root: &Path) -> Result<(), EmitError> {
        let output = &self.output;
        for source in SOURCES.map(|folder| root.join(folder)) {
            if lies_in(output, &source) {
                let relation = if same(output, &source) { "is" } else { "lies inside" };
                return Err(refused(
                    output,
                    &format!("it {relation} the source folder {}", source.display()),
                ));
            }
        }
        if lies_in(root, output) {
            let relation = if same(root, output) { "is" } else { "contains" };
            return Err(refused(output, &format!("it {relation} the playbook {}", root.display())));
        }
        // `HOME` may be set to anything; a relative one names no folder to protect.
        if let Some(home) = std::env::home_dir().filter(|home| home.is_absolute()) {
            let home = home.canonicalize().unwrap_or(home);
            if lies_in(&home, output) {
                let relation = if same(&home, output) { "is" } else { "contains" };
                return Err(refused(
                    output,
                    &format!("it {relation} your home folder {}", home.display()),
                ));
            }
        }
        if output.components().any(|name| name.as_os_str() == ".git") {
            return Err(refused(output, "it lies inside a repository's own files"));
        }
        Ok(())
    }

    fn refuse_kinds(&self) -> Result<(), EmitError> {
        let output = &self.output;
        let Some(metadata) = look(output).context("look at", output)? else { return Ok(()) };
        if !metadata.is_dir() {
            return Err(refused(output, "it is not a folder"));
        }
        // A folder in a checkout, a file in a worktree or submodule: whatever has this name counts.
        let git = output.join(".git");
        if look(&git).context("look at", &git)?.is_some() {
            return Err(refused(
                output,
                &format!("it is the root of a repository, it holds {}", git.display()),
            ));
        }
        // Folders are exchanged and files linked within one file system only. A folder of the same
        // disk that is mounted a second time has the same device number.
        let parent = fs::symlink_metadata(&self.parent).context("look at", &self.parent)?;
        if platform::device(&parent) != platform::device(&metadata)
            || platform::is_mount_root(output)
        {
            return Err(refused(output, "another file system is mounted there"));
        }
        Ok(())
    }
}

fn refused(output: &Path, why: &str) -> EmitError {
    EmitError::refused(
        format!("refused to publish to {}: {why}", output.display()),
        "name a folder of its own: `--output public`",
    )
}

/// Takes out `.` and `..`, and refuses a path that goes through a link: what is
/// at its other end was not named by whoever runs the build.
fn without_links(start: &Path, rest: &Path) -> Result<PathBuf, EmitError> {
    let mut path = start.to_owned();
    for component in rest.components() {
        match component {
            Component::Normal(name) => path.push(name),
            Component::ParentDir => {
                // Safe to take out: nothing before it was a link.
                path.pop();
            }
            Component::RootDir | Component::CurDir | Component::Prefix(_) => {}
        }
        if look(&path).context("look at", &path)?.is_some_and(|found| found.is_symlink()) {
            let leads = path.canonicalize().or_else(|_| fs::read_link(&path)).unwrap_or_default();
            return Err(EmitError::refused(
                format!(
                    "refused to publish to {}: {} is a symbolic link to {}",
                    start.join(rest).display(),
                    path.display(),
                    leads.display()
                ),
                "name the folder without the link",
            ));
        }
    }
    Ok(path)
}

/// Whether `inner` is `outer` or lies below it, also where upper and lower case
/// are one, or a folder is mounted twice.
fn lies_in(inner: &Path, outer: &Path) -> bool {
    inner.ancestors().any(|ancestor| same(ancestor, outer))
}

fn same(a: &Path, b: &Path) -> bool {
    let identity = |path: &Path| fs::metadata(path).ok().map(|found| platform::identity(&found));
    // By name first: a folder that is not there yet has no identity.
    a == b || identity(a).is_some_and(|identity_a| Some(identity_a) == identity(b))
}
