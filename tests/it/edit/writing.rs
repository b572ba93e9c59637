//! Files are written whole, over what was read and nothing else.

use std::fs;

use playbook::edit::{self, FileError};

#[test]
fn a_new_file_takes_nobodys_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("content/workflows/sales/page.md");
    edit::create_file(&path, b"first").unwrap();
    assert!(matches!(edit::create_file(&path, b"second"), Err(FileError::Exists)));
    assert_eq!(fs::read(&path).unwrap(), b"first");
    // Nothing of the writing is left beside it.
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn a_file_that_was_saved_meanwhile_stays_as_it_was_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.md");
    fs::write(&path, "as it was read").unwrap();
    fs::write(&path, "saved since").unwrap();
    let refused = edit::replace_file(&path, b"as it was read", b"changed");
    assert!(matches!(refused, Err(FileError::Changed)));
    assert_eq!(fs::read(&path).unwrap(), b"saved since");
    edit::replace_file(&path, b"saved since", b"changed").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"changed");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn rights_stay_and_a_link_is_not_replaced() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.md");
    fs::write(&path, "text").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    edit::replace_file(&path, b"text", b"changed").unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    let link = folder.path().join("link.md");
    symlink(&path, &link).unwrap();
    assert!(matches!(edit::replace_file(&link, b"changed", b"more"), Err(FileError::Link)));
    assert_eq!(fs::read(&path).unwrap(), b"changed");
}
