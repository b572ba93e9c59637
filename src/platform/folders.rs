//! Folders: which file system one is on, and exchanging two of them in one step.

use std::fs::Metadata;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The number of the file system that something lies on.
pub fn device(found: &Metadata) -> u64 {
    found.dev()
}

/// Exchanges two folders; false where the system cannot.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub fn exchange(a: &Path, b: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        // Old kernels, and file systems such as NFS: there two renames take its place.
        Err(Errno::NOSYS | Errno::INVAL | Errno::OPNOTSUPP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Exchanges two folders; false where the system cannot.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Whether another file system, or another part of this one, is mounted at a folder.
#[cfg(target_os = "linux")]
pub fn is_mount_root(path: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};

    statx(CWD, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::TYPE)
        // A bind mount within one file system has its
        // device number, so comparing numbers sees nothing.
        .is_ok_and(|found| found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

/// Whether another file system, or another part of this one, is mounted at a folder.
#[cfg(not(target_os = "linux"))]
pub fn is_mount_root(_: &Path) -> bool {
    false
}
