//! Publishing without loss: what is written, what is refused, what survives.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::time::Duration;

use playbook::emit::{self, EmitError, Options, Report, StoredSummary, Target};
use playbook::engine::{Output, Route, Site};
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
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn target(&self) -> Target {
        Target::resolve(&self.path("public"), &self.root()).unwrap()
    }

    fn write(&self, site: &Site) -> Report {
        self.try_write(site, |_| {}).unwrap()
    }

    fn try_write(&self, site: &Site, change: impl Fn(&mut Options)) -> Result<Report, EmitError> {
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
    let summary = StoredSummary { exit_code: 0, text: "2 pages".to_owned() };
    let mut options = Options::new(Digest::of(inputs), summary);
    options.patience = Duration::from_millis(200);
    options
}

fn site(pages: &[(&str, &str)]) -> Site {
    let output = |text: &str| Output::bytes(text.as_bytes());
    Site { outputs: pages.iter().map(|(path, text)| (Route::new(*path), output(text))).collect() }
}

fn tree(pages: &[(&str, &str)]) -> BTreeMap<String, String> {
    pages.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn routes(report: &Report) -> Vec<&str> {
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
fn a_folder_with_other_files_is_refused_and_named() {
    let playbook = Playbook::new();
    for n in 0..12 {
        playbook.put(&format!("public/file-{n:02}.txt"), "mine");
    }
    let error = playbook.try_write(&site(TWO), |_| {}).unwrap_err();
    assert_eq!(error.exit_code(), 3);
    let message = error.to_string();
    assert!(message.contains("`file-00.txt`") && message.contains("`file-09.txt`"), "{message}");
    assert!(!message.contains("file-10") && message.contains("and 2 more"), "{message}");
    assert!(error.help().iter().any(|help| help.contains("--adopt")));
    assert_eq!(playbook.published().len(), 12);
    assert!(playbook.beside().is_empty());
}

#[test]
fn adopting_a_folder_deletes_nothing_in_it() {
    let playbook = Playbook::new();
    playbook.put("public/index.html", "an older site");
    playbook.put("public/workflows/prep.html", "prep");
    playbook.put("public/notes.txt", "mine");
    let report = playbook.try_write(&site(TWO), |options| options.adopt = true).unwrap();
    assert_eq!(report.foreign, ["index.html.kept", "notes.txt"]);
    assert_eq!(
        playbook.published(),
        tree(&[
            ("index.html", "home"),
            ("index.html.kept", "an older site"),
            ("notes.txt", "mine"),
            ("workflows/prep.html", "prep"),
        ])
    );
    // Now it is ours.
    playbook.write(&site(&[("index.html", "home")]));
}

#[test]
fn an_empty_folder_is_taken_without_a_word() {
    let playbook = Playbook::new();
    fs::create_dir(playbook.path("public")).unwrap();
    playbook.write(&site(TWO));
    assert_eq!(playbook.published(), tree(TWO));
}

#[test]
fn a_damaged_manifest_is_no_licence() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    for damage in ["", "{", "{\"schema\":2}", "null"] {
        fs::write(playbook.path("public").join(MANIFEST), damage).unwrap();
        let error = playbook.try_write(&site(&[]), |_| {}).unwrap_err();
        assert_eq!(error.exit_code(), 3);
        assert!(error.to_string().contains(MANIFEST), "{error}");
        assert_eq!(emit::unchanged(&playbook.target(), Digest::of("one")), None);
        assert_eq!(playbook.published(), tree(TWO));
    }
}

#[test]
fn folders_that_are_no_place_for_a_site_are_refused_before_any_write() {
    let playbook = Playbook::new();
    playbook.put("repository/.git/HEAD", "ref: refs/heads/main");
    playbook.put("file", "not a folder");
    fs::create_dir(playbook.path("elsewhere")).unwrap();
    symlink(playbook.path("elsewhere"), playbook.path("link")).unwrap();
    symlink(playbook.path("content"), playbook.path("to-content")).unwrap();
    let root = playbook.root();
    let home = std::env::home_dir().unwrap().canonicalize().unwrap();
    let cases: Vec<(PathBuf, String)> = vec![
        (playbook.path("content"), playbook.path("content").display().to_string()),
        (playbook.path("content/workflows/public"), "lies inside".to_owned()),
        (playbook.path("static"), "is the source folder".to_owned()),
        (playbook.path("themes/default"), "lies inside".to_owned()),
        (playbook.path("public/../content"), "is the source folder".to_owned()),
        (
            playbook.path("public/./../../").join(root.file_name().unwrap()),
            "is the playbook".to_owned(),
        ),
        (root.clone(), root.display().to_string()),
        (root.parent().unwrap().to_owned(), "contains the playbook".to_owned()),
        (PathBuf::from("/"), "root of the file system".to_owned()),
        (home.clone(), "is your home folder".to_owned()),
        (playbook.path("link"), playbook.path("elsewhere").display().to_string()),
        (playbook.path("link/public"), "is a symbolic link to".to_owned()),
        (playbook.path("to-content"), "is a symbolic link to".to_owned()),
        (playbook.path("repository"), "root of a repository".to_owned()),
        (playbook.path("repository/.git/site"), "repository's own files".to_owned()),
        (playbook.path("file"), "not a folder".to_owned()),
        (PathBuf::from("/proc"), "is mounted there".to_owned()),
    ];
    let before: Vec<_> = walk(&root);
    for (output, words) in cases {
        let error = Target::resolve(&output, &root).unwrap_err();
        assert_eq!(error.exit_code(), 3, "{}", output.display());
        assert!(error.to_string().contains(&words), "{error}, not: {words}");
    }
    assert_eq!(walk(&root), before);
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name();
    entries.into_iter().map(|entry| entry.unwrap().into_path()).collect()
}

#[test]
fn an_unchanged_build_repeats_what_the_last_one_said() {
    let playbook = Playbook::new();
    let said = StoredSummary { exit_code: 1, text: "2 pages, 3 errors".to_owned() };
    playbook.try_write(&site(TWO), |options| options.summary = said.clone()).unwrap();
    let target = playbook.target();
    assert_eq!(emit::unchanged(&target, Digest::of("one")), Some(said));
    assert_eq!(emit::unchanged(&target, Digest::of("two")), None);
    fs::write(playbook.path("public/index.html"), "HOME").unwrap();
    assert_eq!(emit::unchanged(&target, Digest::of("one")), None);
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
    let output = Output::rendered(Digest::of("page"), move || {
        count.fetch_add(1, Ordering::Relaxed);
        Ok(b"page".to_vec())
    });
    let site = Site { outputs: [(Route::new("page.html"), output)].into() };
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
        Site { outputs: [(Route::new("policy.pdf"), Output::asset(asset))].into() }
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
    playbook.write(&Site { outputs: [(Route::new("policy.pdf"), Output::asset(asset))].into() });
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

/// Every build works on every leftover that a killed one can leave.
#[test]
fn a_killed_build_leaves_a_whole_site_and_the_next_one_cleans_up() {
    let old = site(TWO);
    let new = site(&[("index.html", "new home"), ("workflows/prep.html", "prep")]);
    let make = |moment: &dyn Fn(&Playbook)| {
        let playbook = Playbook::new();
        playbook.write(&old);
        playbook.put("public/notes.txt", "mine");
        moment(&playbook);
        playbook.write(&new);
        let expected = tree(&[
            ("index.html", "new home"),
            ("notes.txt", "mine"),
            ("workflows/prep.html", "prep"),
        ]);
        assert_eq!(playbook.published(), expected);
        assert!(playbook.beside().is_empty(), "{:?}", playbook.beside());
    };
    let public = |playbook: &Playbook| playbook.path("public");
    let rename = |playbook: &Playbook, from: &str, to: &str| {
        fs::rename(playbook.path(from), playbook.path(to)).unwrap();
    };

    // While the stage was filled.
    make(&|playbook| {
        playbook.put(".public.stage/.playbook-stage", "");
        playbook.put(".public.stage/workflows/half.html", "ha");
        fs::hard_link(
            public(playbook).join("index.html"),
            playbook.path(".public.stage/index.html"),
        )
        .unwrap();
    });
    // Right after the stage's folder was made.
    make(&|playbook| fs::create_dir(playbook.path(".public.stage")).unwrap());
    // The lock's file stays, the lock does not.
    make(&|playbook| playbook.put(".public.lock", "process 4194305\n"));
    // After the exchange: the old site, with the foreign file, lies in the stage.
    make(&|playbook| {
        rename(playbook, "public", ".public.stage");
        let other = Playbook::new();
        other.write(&new);
        copy(&other.path("public"), &public(playbook));
    });
    // The same, with the old site half dropped.
    make(&|playbook| {
        rename(playbook, "public", ".public.stage");
        fs::remove_file(playbook.path(".public.stage/index.html")).unwrap();
        let other = Playbook::new();
        other.write(&new);
        copy(&other.path("public"), &public(playbook));
    });
    // Before the exchange: the new site lies complete in the stage.
    make(&|playbook| {
        let other = Playbook::new();
        other.write(&new);
        copy(&other.path("public"), &playbook.path(".public.stage"));
    });
    // Between the two renames, where there is no exchange.
    make(&|playbook| {
        let other = Playbook::new();
        other.write(&new);
        copy(&other.path("public"), &playbook.path(".public.stage"));
        playbook.put(".public.journal", "");
        rename(playbook, "public", ".public.old");
    });
    // Before the first of them, and after the second.
    make(&|playbook| playbook.put(".public.journal", ""));
    make(&|playbook| {
        playbook.put(".public.journal", "");
        rename(playbook, "public", ".public.old");
        let other = Playbook::new();
        other.write(&new);
        copy(&other.path("public"), &public(playbook));
    });
}

/// With modification times, as a rename would.
fn copy(from: &Path, to: &Path) {
    let copied = std::process::Command::new("cp").arg("-a").arg(from).arg(to).status().unwrap();
    assert!(copied.success());
}

#[test]
fn without_an_exchange_two_renames_do_the_same() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    playbook.put("public/notes.txt", "mine");
    let next = site(&[("index.html", "new")]);
    let report = playbook.try_write(&next, |options| options.in_one_step = false).unwrap();
    assert_eq!(report.foreign, ["notes.txt"]);
    assert_eq!(playbook.published(), tree(&[("index.html", "new"), ("notes.txt", "mine")]));
    assert!(playbook.beside().is_empty());
}

#[test]
fn a_durable_build_writes_the_same_site() {
    let playbook = Playbook::new();
    playbook.try_write(&site(TWO), |options| options.durable = true).unwrap();
    playbook.try_write(&site(&[("index.html", "new")]), |options| options.durable = true).unwrap();
    assert_eq!(playbook.published(), tree(&[("index.html", "new")]));
}

#[test]
fn somebody_elses_folder_in_the_way_of_the_stage_is_not_touched() {
    let playbook = Playbook::new();
    playbook.put(".public.stage/precious.txt", "mine");
    let error = playbook.try_write(&site(TWO), |_| {}).unwrap_err();
    assert_eq!(error.exit_code(), 3);
    assert_eq!(fs::read_to_string(playbook.path(".public.stage/precious.txt")).unwrap(), "mine");
}

#[test]
fn a_second_writer_waits_and_then_names_the_first() {
    let playbook = Playbook::new();
    let (inside, leave) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let slow = {
        let (inside, leave) = (Arc::clone(&inside), Arc::clone(&leave));
        let output = Output::rendered(Digest::of("slow"), move || {
            inside.wait();
            leave.wait();
            Ok(b"slow".to_vec())
        });
        Site { outputs: [(Route::new("index.html"), output)].into() }
    };
    std::thread::scope(|scope| {
        let first = scope.spawn(|| playbook.write(&slow));
        inside.wait();
        let error = playbook.try_write(&site(TWO), |_| {}).unwrap_err();
        assert_eq!(error.exit_code(), 4);
        let process = format!("process {}", std::process::id());
        assert!(error.to_string().contains(&process), "{error}");
        let second = scope.spawn(|| {
            playbook.try_write(&site(TWO), |options| options.patience = Duration::from_secs(10))
        });
        leave.wait();
        first.join().unwrap();
        second.join().unwrap().unwrap();
    });
    assert_eq!(playbook.published(), tree(TWO));
    assert!(playbook.beside().is_empty());
}

#[test]
fn many_builds_at_once_end_with_one_whole_site() {
    let playbook = Playbook::new();
    std::thread::scope(|scope| {
        for n in 0..8 {
            let playbook = &playbook;
            scope.spawn(move || {
                let text = format!("{n}");
                let patience = Duration::from_secs(30);
                let pages: Vec<(String, &str)> =
                    (0..20).map(|page| (format!("p/{page}.html"), text.as_str())).collect();
                let pages: Vec<(&str, &str)> =
                    pages.iter().map(|(p, t)| (p.as_str(), *t)).collect();
                playbook.try_write(&site(&pages), |options| options.patience = patience).unwrap();
            });
        }
    });
    let published = playbook.published();
    assert_eq!(published.len(), 20);
    let texts: std::collections::BTreeSet<_> = published.values().collect();
    assert_eq!(texts.len(), 1, "one build's site, not a mixture");
    assert!(playbook.beside().is_empty());
}

/// Not a test of its own: the builds that the next test kills.
#[test]
#[ignore = "started by another test"]
fn builds_to_be_killed() {
    let Some(root) = std::env::var_os("PLAYBOOK_TEST_ROOT").map(PathBuf::from) else { return };
    let in_one_step = std::env::var_os("PLAYBOOK_TEST_TWO_STEPS").is_none();
    let rounds = std::env::var("PLAYBOOK_TEST_ROUNDS").map_or(u32::MAX, |n| n.parse().unwrap());
    for round in 0..rounds {
        let target = Target::resolve(&root.join("public"), &root).unwrap();
        let mut options = options("one");
        options.in_one_step = in_one_step;
        if let Err(error) = emit::write(&lettered(round % 2 == 0), &target, &options) {
            eprintln!("{error}");
            std::process::exit(i32::from(error.exit_code()));
        }
    }
}

/// Two sites that differ in every second page and share some names.
fn lettered(first: bool) -> Site {
    let letter = if first { "a" } else { "b" };
    let page =
        |n: usize| (format!("p{}/{n}.html", n % 3), if n % 2 == 0 { letter } else { "both" });
    let own = [(format!("{letter}/own.html"), letter), ("index.html".to_owned(), letter)];
    let pages: Vec<_> = (0..30).map(page).chain(own).collect();
    let pages: Vec<_> = pages.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    site(&pages)
}

#[test]
fn a_build_killed_at_any_moment_leaves_the_old_site_or_the_new() {
    for two_steps in [false, true] {
        for kill in 0..20_u64 {
            let playbook = Playbook::new();
            playbook.write(&lettered(false));
            playbook.put("public/notes.txt", "mine");
            kill_a_build(&playbook, Duration::from_micros(5_000 + kill * 479), two_steps);
            if two_steps && !playbook.path("public").exists() {
                // The moment between two renames: the next build ends it.
                playbook.write(&lettered(true));
            }
            let mut published = playbook.published();
            published.retain(|path, _| path != "notes.txt");
            let sites = [true, false].map(|first| {
                let outputs = lettered(first).outputs;
                let text = |output: &Output| match &output.content {
                    playbook::engine::OutputContent::Bytes(b) => {
                        String::from_utf8_lossy(b).into_owned()
                    }
                    _ => unreachable!(),
                };
                outputs.iter().map(|(route, output)| (route.to_string(), text(output))).collect()
            });
            assert!(sites.contains(&published), "killed after {kill}: {published:#?}");
            playbook.write(&lettered(true));
            assert_eq!(playbook.published()["notes.txt"], "mine");
            assert_eq!(playbook.published().len(), 33);
            assert!(playbook.beside().is_empty(), "{:?}", playbook.beside());
        }
    }
}

fn kill_a_build(playbook: &Playbook, after: Duration, two_steps: bool) {
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "emit::builds_to_be_killed", "--ignored", "--quiet"])
        .env("PLAYBOOK_TEST_ROOT", playbook.root())
        .stdout(std::process::Stdio::null());
    if two_steps {
        command.env("PLAYBOOK_TEST_TWO_STEPS", "1");
    }
    let mut child = command.spawn().unwrap();
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
}
