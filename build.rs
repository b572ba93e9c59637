//! Stamps the program with a digest of what it is made from, so that a folder
//! which another state of it has built is not taken as unchanged.

#![expect(clippy::disallowed_methods, reason = "reads the sources that it stamps")]

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    for part in ["src", "themes", "Cargo.lock"] {
        println!("cargo:rerun-if-changed={part}");
        add(Path::new(part), &mut hasher)?;
    }
    println!("cargo:rustc-env=PLAYBOOK_SOURCES={:016x}", hasher.finish());
    Ok(())
}

/// Adds a file, or every file of a folder in the order of their names.
fn add(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    if !path.is_dir() {
        path.hash(hasher);
        fs::read(path)?.hash(hasher);
        return Ok(());
    }
    let entries: io::Result<Vec<_>> = fs::read_dir(path)?.map(|it| Ok(it?.path())).collect();
    let mut entries = entries?;
    entries.sort();
    entries.iter().try_for_each(|entry| add(entry, hasher))
}
