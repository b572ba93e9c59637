//! A playbook at a revision is what a checkout of it would be.

use playbook::engine::Engine;
use playbook::source::{self, Reader, Sources};

use super::repository::Repository;
use crate::fixture;

/// What was there at a revision, read with the work tree's files in memory.
fn at(repository: &Repository, revision: &str) -> Sources {
    let mut reader = Reader::new(&repository.root()).unwrap();
    reader.load().unwrap();
    reader.load_at(revision).unwrap().sources.unwrap()
}

/// What lies on the disk.
fn here(repository: &Repository) -> Sources {
    source::load(&repository.root()).unwrap()
}

fn full() -> Repository {
    let mut files = fixture::base();
    let mut add = |path: &str, text: &str| drop(files.insert(path.to_owned(), text.into()));
    add("static/policy.pdf", "%PDF");
    add("content/workflows/sales/chart.png", "no picture");
    add("content/workflows/.hidden.md", "---\ntitle: Hidden\n---\n");
    add("content/workflows/backup.md~", "---\ntitle: Backup\n---\n");
    add("content/workflows/README.md", "# About this folder\n");
    add("content/workflows/page.html", "<p>");
    add("content/other/page.md", "---\ntitle: In no folder of a kind\n---\n");
    add(&format!("content/{}deep.md", "a/".repeat(40)), "---\ntitle: Too deep\n---\n");
    add("themes/ours/page.html", "{% extends \"base.html\" %}");
    add("other/large.bin", "no part of the playbook");
    Repository::below("docs/playbook", &files)
}

#[test]
fn a_revision_is_read_as_its_checkout_would_be() {
    let repository = full();
    let before = here(&repository).digest();
    repository.edit("content/guides/may-i-paste.md", "Ask first.", "Ask your lead.");
    repository.write("static/policy.pdf", "%PDF of another year");
    repository.delete("content/workflows/sales/chart.png");
    repository.write("content/guides/untracked.md", "---\ntitle: Nobody has added it\n---\n");
    assert_eq!(at(&repository, "HEAD").digest(), before);
    assert_ne!(here(&repository).digest(), before);
    // Another theme is another meaning of the same files: nothing is taken from memory then.
    repository.commit("a change");
    let before = here(&repository).digest();
    repository.write("playbook.toml", "[site]\ntitle = \"N\"\ntheme = \"ours\"\n");
    assert_eq!(at(&repository, "HEAD").digest(), before);
}

#[test]
#[cfg(unix)]
fn a_link_and_a_repository_in_the_repository_are_what_the_walk_finds() {
    let repository = full();
    let inner = Repository::of(&fixture::base());
    let inner = inner.root().join("content/guides");
    let status = super::repository::isolated("git")
        .current_dir(repository.root())
        .args(["-c", "protocol.file.allow=always", "submodule", "--quiet", "add"])
        .arg(inner.ancestors().nth(2).unwrap())
        .arg("content/workflows/shared")
        .status();
    assert!(status.unwrap().success());
    let link = repository.root().join("content/guides/linked.md");
    std::os::unix::fs::symlink("may-i-paste.md", link).unwrap();
    repository.commit("a link and a submodule");
    let before = here(&repository);
    assert!(before.diagnostics.iter().any(|it| it.code == "PB402"));
    assert!(before.documents.keys().any(|path| path.starts_with("content/workflows/shared/")));
    repository.delete("content/guides/linked.md");
    assert_eq!(at(&repository, "HEAD").digest(), before.digest());
}

#[test]
fn what_has_not_changed_is_neither_read_nor_parsed_again() {
    let repository = Repository::of(&fixture::base());
    repository.edit("content/guides/may-i-paste.md", "Ask first.", "Ask your lead.");
    // A file that was just written is read again, since its stamp may not tell.
    std::thread::sleep(std::time::Duration::from_millis(60));
    let mut reader = Reader::new(&repository.root()).unwrap();
    let now = reader.load().unwrap();
    let mut engine = Engine::new();
    engine.build(&now);
    let earlier = reader.load_at("HEAD").unwrap().sources.unwrap();
    assert_eq!(engine.build(&earlier).trace.parsed, 1);
    let shared = now.documents.iter().filter(|(path, bytes)| {
        use playbook::memo::Hashed;
        let other = earlier.documents.get(*path).map(Hashed::arc);
        other.is_some_and(|other| std::sync::Arc::ptr_eq(Hashed::arc(bytes), other))
    });
    assert_eq!(shared.count(), now.documents.len() - 1);
}

#[test]
fn the_work_tree_and_its_index_are_left_as_they_are() {
    let repository = full();
    repository.edit("content/guides/may-i-paste.md", "Ask first.", "Ask your lead.");
    let index = repository.root().join("../../.git/index");
    let look = || (std::fs::read(&index).unwrap(), repository.git(&["status", "--porcelain"]));
    let before = std::fs::read(&index).unwrap();
    at(&repository, "HEAD");
    assert_eq!(std::fs::read(&index).unwrap(), before);
    assert!(look().1.contains("may-i-paste.md"));
}
