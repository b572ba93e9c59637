//! Publishing without loss: what is written, what is refused, what survives.

mod again;
mod killed;
mod refused;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::fixture;
use playbook::address::Route;
use playbook::emit::{self, EmitError, Options, OutputFolder, StoredSummary, WriteReport};
use playbook::engine::{Output, Site};
use playbook::memo::Digest;
use playbook::source::Sources;

const MANIFEST: &str = ".playbook-manifest.json";

/// A playbook's folder with nothing in it but what publishing looks at.
struct Playbook {
    folder: tempfile::TempDir,
}

impl Playbook {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for source in ["content/workflows", "static", "themes"] {
            fs::create_dir_all(folder.path().join(source)).unwrap();
        }
        Self { folder }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().canonicalize().unwrap()
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        fixture::put(self.folder.path(), path, text);
    }

    fn target(&self) -> OutputFolder {
        OutputFolder::resolve(&self.path("public"), &self.root()).unwrap()
    }

    fn write(&self, site: &Site) -> WriteReport {
        self.try_write(site, |_| {}).unwrap()
    }

    fn try_write(
        &self,
        site: &Site,
        change: impl Fn(&mut Options),
    ) -> Result<WriteReport, EmitError> {
        let mut options = options("one");
        change(&mut options);
        emit::write(site, &self.target(), &options)
    }

    /// Path and text of everything that is published, but for the manifest.
    fn published(&self) -> BTreeMap<String, String> {
        let public = self.path("public");
        walkdir::WalkDir::new(&public)
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file() && entry.file_name() != MANIFEST)
            .map(|entry| {
                let path = entry.path().strip_prefix(&public).unwrap().to_str().unwrap().to_owned();
                (path, fs::read_to_string(entry.path()).unwrap())
            })
            .collect()
    }

    /// What lies beside the output: nothing but the playbook.
    fn beside(&self) -> Vec<String> {
        let names = fs::read_dir(self.root()).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
        names.retain(|name| name.starts_with('.'));
        names.sort();
        names
    }
}

fn options(inputs: &str) -> Options {
    let summary = StoredSummary { text: "2 pages".to_owned(), ..StoredSummary::default() };
    let mut options = Options::new(Digest::of(inputs), summary);
    options.patience = Duration::from_millis(200);
    options
}

fn site(pages: &[(&str, &str)]) -> Site {
    let output = |text: &str| Output::bytes(text.as_bytes());
    Site::of(pages.iter().map(|(path, text)| (Route::new(*path), output(text))).collect())
}

fn tree(pages: &[(&str, &str)]) -> BTreeMap<String, String> {
    pages.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn routes(report: &WriteReport) -> Vec<&str> {
    report.written.iter().map(Route::as_str).collect()
}

const TWO: &[(&str, &str)] = &[("index.html", "home"), ("workflows/prep.html", "prep")];

#[test]
fn a_site_is_written_and_nothing_is_left_beside_it() {
    let playbook = Playbook::new();
    let report = playbook.write(&site(TWO));
    assert_eq!(routes(&report), ["index.html", "workflows/prep.html"]);
    assert_eq!((report.unchanged, report.bytes), (0, 8));
    assert_eq!(playbook.published(), tree(TWO));
    assert!(playbook.beside().is_empty(), "{:?}", playbook.beside());
}

/// A pipe in the manifest's place would keep whoever opens it waiting.
#[test]
fn a_manifest_that_is_no_file_is_refused_at_once() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    let manifest = playbook.path("public").join(MANIFEST);
    fs::remove_file(&manifest).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&manifest).status().unwrap().success());
    assert_eq!(emit::unchanged(&playbook.target(), Digest::of("one")), None);
    let error = playbook.try_write(&site(&[("index.html", "new")]), |_| {}).unwrap_err();
    assert_eq!(error.exit_code(), 3);
    assert!(error.to_string().contains("it is not a file"), "{error}");
    assert!(error.help().iter().any(|help| help.contains("--adopt")));
}

#[test]
fn a_second_build_writes_no_file() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    let before = fs::metadata(playbook.path("public")).unwrap();
    let manifest = fs::metadata(playbook.path("public").join(MANIFEST)).unwrap();
    let report = playbook.write(&site(TWO));
    assert!(report.written.is_empty() && report.removed.is_empty());
    assert_eq!(report.unchanged, 2);
    let after = fs::metadata(playbook.path("public")).unwrap();
    assert_eq!((before.ino(), before.mtime_nsec()), (after.ino(), after.mtime_nsec()));
    assert_eq!(manifest.ino(), fs::metadata(playbook.path("public").join(MANIFEST)).unwrap().ino());
    assert!(playbook.beside().is_empty());
}

#[test]
fn only_files_whose_bytes_differ_are_written() {
    let playbook = Playbook::new();
    playbook.write(&site(&[("a.html", "a"), ("b.html", "b"), ("c/d.html", "d")]));
    let inode = |path: &str| fs::metadata(playbook.path("public").join(path)).unwrap().ino();
    let (a, b, d) = (inode("a.html"), inode("b.html"), inode("c/d.html"));
    let report = playbook.write(&site(&[("a.html", "a"), ("b.html", "B"), ("c/d.html", "d")]));
    assert_eq!(routes(&report), ["b.html"]);
    assert_eq!(report.unchanged, 2);
    assert_eq!((inode("a.html"), inode("c/d.html")), (a, d), "unchanged files are the same files");
    assert_ne!(inode("b.html"), b);
    assert_eq!(fs::metadata(playbook.path("public/a.html")).unwrap().nlink(), 1);
}

#[test]
fn editing_the_output_later_changes_nothing_else() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    let kept_by_somebody = playbook.path("copy.html");
    fs::hard_link(playbook.path("public/index.html"), &kept_by_somebody).unwrap();
    fs::write(playbook.path("public/index.html"), "edited").unwrap();
    let report = playbook.write(&site(TWO));
    assert_eq!(report.made_again, ["index.html"]);
    assert_eq!(routes(&report), ["index.html"]);
    assert_eq!(playbook.published(), tree(TWO));
    assert_eq!(
        fs::read_to_string(kept_by_somebody).unwrap(),
        "edited",
        "no file is written in place"
    );
}

#[test]
fn a_touched_file_is_still_the_same_file() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    let file = fs::File::options().append(true).open(playbook.path("public/index.html")).unwrap();
    file.set_modified(std::time::UNIX_EPOCH).unwrap();
    assert!(emit::unchanged(&playbook.target(), Digest::of("one")).is_some());
    let report = playbook.write(&site(TWO));
    assert!(report.written.is_empty() && report.made_again.is_empty());
}

#[test]
fn a_lost_file_is_made_again() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    fs::remove_file(playbook.path("public/index.html")).unwrap();
    assert_eq!(emit::unchanged(&playbook.target(), Digest::of("one")), None);
    assert_eq!(routes(&playbook.write(&site(TWO))), ["index.html"]);
    assert_eq!(playbook.published(), tree(TWO));
}

#[test]
fn when_a_page_is_removed_exactly_its_files_go() {
    let playbook = Playbook::new();
    playbook.write(&site(&[("a.html", "a"), ("old/b.html", "b"), ("old/deep/c.html", "c")]));
    let report = playbook.write(&site(&[("a.html", "a")]));
    assert_eq!(report.removed, ["old/b.html", "old/deep/c.html"]);
    assert!(report.written.is_empty());
    assert_eq!(playbook.published(), tree(&[("a.html", "a")]));
    assert!(!playbook.path("public/old").exists());
}

#[test]
fn an_edited_file_whose_page_is_gone_stays_with_a_warning() {
    let playbook = Playbook::new();
    playbook.write(&site(&[("a.html", "a"), ("b.html", "b"), ("c.html", "c")]));
    fs::write(playbook.path("public/b.html"), "by hand").unwrap();
    let report = playbook.write(&site(&[("a.html", "a")]));
    assert_eq!(report.edited, ["b.html"]);
    assert_eq!(report.removed, ["c.html"]);
    assert_eq!(playbook.published(), tree(&[("a.html", "a"), ("b.html", "by hand")]));
    // From now on it is somebody else's.
    assert_eq!(playbook.write(&site(&[("a.html", "A")])).foreign, ["b.html"]);
}

#[test]
fn foreign_files_survive_every_build() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    playbook.put("public/notes.txt", "mine");
    playbook.put("public/workflows/.htaccess", "mine too");
    fs::create_dir_all(playbook.path("public/empty/folder")).unwrap();
    symlink("/nowhere", playbook.path("public/link")).unwrap();
    let foreign = ["link", "notes.txt", "workflows/.htaccess"];
    for round in 0..3 {
        let text = format!("home {round}");
        let report = playbook.write(&site(&[("index.html", &text)]));
        assert_eq!(report.foreign, foreign);
        assert!(report.edited.is_empty());
        let report = playbook.write(&site(&[("index.html", &text)]));
        assert_eq!(report.foreign, foreign, "also when nothing changes");
    }
    assert_eq!(
        playbook.published(),
        tree(&[
            ("index.html", "home 2"),
            ("notes.txt", "mine"),
            ("workflows/.htaccess", "mine too")
        ])
    );
    assert!(playbook.path("public/empty/folder").is_dir());
    assert_eq!(fs::read_link(playbook.path("public/link")).unwrap(), Path::new("/nowhere"));
    assert!(playbook.beside().is_empty());
}

#[test]
fn a_foreign_file_in_the_way_is_kept_under_another_name() {
    let playbook = Playbook::new();
    playbook.write(&site(&[("a.html", "a")]));
    playbook.put("public/new.html", "mine");
    playbook.put("public/folder.html/x.txt", "in a folder");
    playbook.put("public/workflows", "a file");
    let next =
        [("a.html", "a"), ("new.html", "new"), ("folder.html", "f"), ("workflows/b.html", "b")];
    let report = playbook.write(&site(&next));
    assert_eq!(report.foreign, ["folder.html.kept/x.txt", "new.html.kept", "workflows.kept"]);
    let mut expected = tree(&next);
    expected.extend(tree(&[
        ("folder.html.kept/x.txt", "in a folder"),
        ("new.html.kept", "mine"),
        ("workflows.kept", "a file"),
    ]));
    assert_eq!(playbook.published(), expected);
}

#[test]
fn an_unchanged_build_repeats_what_the_last_one_said() {
    let playbook = Playbook::new();
    let said = StoredSummary {
        exit_code: 1,
        text: "2 pages, 3 errors".to_owned(),
        errors: "error".to_owned(),
    };
    playbook.try_write(&site(TWO), |options| options.summary = said.clone()).unwrap();
    let target = playbook.target();
    assert_eq!(emit::unchanged(&target, Digest::of("one")), Some(said));
    assert_eq!(emit::unchanged(&target, Digest::of("two")), None);
    fs::write(playbook.path("public/index.html"), "HOME").unwrap();
    assert_eq!(emit::unchanged(&target, Digest::of("one")), None);
}

#[test]
fn what_another_state_of_the_generator_built_is_built_again() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    assert!(emit::unchanged(&playbook.target(), Digest::of("one")).is_some());
    let path = playbook.path("public").join(MANIFEST);
    let manifest = fs::read_to_string(&path).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    assert!(manifest.contains(&format!("\"{version}+")), "the sources are part of it: {manifest}");
    let other = manifest.replace(&format!("\"{version}+"), &format!("\"{version}+0"));
    fs::write(&path, other).unwrap();
    assert_eq!(emit::unchanged(&playbook.target(), Digest::of("one")), None);
}

#[test]
fn other_inputs_for_the_same_site_only_change_the_manifest() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    let inode = fs::metadata(playbook.path("public")).unwrap().ino();
    let report = playbook.try_write(&site(TWO), |o| o.inputs = Digest::of("two")).unwrap();
    assert!(report.written.is_empty());
    assert_eq!(fs::metadata(playbook.path("public")).unwrap().ino(), inode);
    assert!(emit::unchanged(&playbook.target(), Digest::of("two")).is_some());
    assert_eq!(playbook.published(), tree(TWO));
}

#[test]
fn one_output_is_rendered_once_and_on_its_own() {
    let playbook = Playbook::new();
    let rendered = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&rendered);
    let output = fixture::rendered(move || {
        count.fetch_add(1, Ordering::Relaxed);
        b"page".to_vec()
    });
    let site = Site::of([(Route::new("page.html"), output)].into());
    playbook.write(&site);
    assert_eq!(rendered.load(Ordering::Relaxed), 1);
    assert_eq!(playbook.published(), tree(&[("page.html", "page")]));
}

#[test]
fn images_and_downloads_are_copied_only_when_they_changed() {
    let playbook = Playbook::new();
    playbook.put("playbook.toml", "[site]\ntitle = \"Northgate\"\n");
    playbook.put("static/policy.pdf", "a policy");
    let load = || {
        let sources = playbook::source::load(&playbook.root()).unwrap();
        let asset = sources.assets["static/policy.pdf"].clone();
        Site::of([(Route::new("policy.pdf"), Output::Asset(asset))].into())
    };
    let site = load();
    assert_eq!(routes(&playbook.write(&site)), ["policy.pdf"]);
    assert_eq!(playbook.write(&load()).unchanged, 1);
    let source = fs::metadata(playbook.path("static/policy.pdf")).unwrap();
    assert_eq!(source.nlink(), 1, "never linked to a source");

    // Changed since it was read: nothing is published.
    let stale = load();
    playbook.put("static/policy.pdf", "A POLICY");
    fs::remove_file(playbook.path("public/policy.pdf")).unwrap();
    let error = playbook.try_write(&stale, |_| {}).unwrap_err();
    assert_eq!(error.exit_code(), 4);
    assert!(error.to_string().contains("static/policy.pdf: it was changed"), "{error}");
    assert!(playbook.beside().is_empty());

    let memory = Sources::in_memory([
        ("playbook.toml", "[site]\ntitle = \"Northgate\"\n"),
        ("static/policy.pdf", "a policy"),
    ]);
    let asset = memory.unwrap().assets["static/policy.pdf"].clone();
    playbook.write(&Site::of([(Route::new("policy.pdf"), Output::Asset(asset))].into()));
    assert_eq!(playbook.published(), tree(&[("policy.pdf", "a policy")]));
}

#[test]
fn the_old_site_stays_when_the_disk_says_no() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    // A path that no system takes: the build fails half-way.
    let folders = "d/".repeat(3000);
    let deep = format!("{folders}page.html");
    let error = playbook.try_write(&site(&[("a.html", "a"), (&deep, "b")]), |_| {}).unwrap_err();
    assert_eq!(error.exit_code(), 4, "{error}");
    assert!(error.to_string().contains("d/d/d/"), "{error}");
    assert_eq!(playbook.published(), tree(TWO));
    assert!(playbook.beside().is_empty());
}

#[test]
fn an_address_that_leaves_the_site_is_a_bug_and_writes_nothing() {
    let playbook = Playbook::new();
    for path in ["../x", "/etc/x", "a//b", "a/./b", "", "a\\b", "a\0b", MANIFEST] {
        let error = playbook.try_write(&site(&[(path, "x")]), |_| {}).unwrap_err();
        assert_eq!(error.exit_code(), 70, "{path:?}");
    }
    let error = playbook.try_write(&site(&[("a", "x"), ("a/b", "y")]), |_| {}).unwrap_err();
    assert_eq!(error.exit_code(), 70);
    assert!(!playbook.path("public").exists());
}
