//! What the system does to a build, and what a build must never do to a site: a
//! playbook on a disk whose site was published before, edited since, and built
//! once more while something fails. Afterwards readers have the old site or the
//! new one, whole; files of others are there; the next build needs no flag.

mod foreign;
mod killed;
mod reading;
mod removals;
mod sweep;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::fixture::{self, Files};

/// A site as readers see it: path and bytes of everything that is published, links
/// by where they lead. The manifest is not theirs.
type Tree = BTreeMap<String, Vec<u8>>;

/// A playbook whose site is behind its sources.
struct Trial {
    folder: TempDir,
    old: Tree,
    new: Tree,
}

/// What a command said, and how it ended.
#[derive(Debug)]
struct Ended {
    code: Option<i32>,
    said: String,
}

impl Ended {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let said = text(&output.stdout) + &text(&output.stderr);
        Self { code: output.status.code(), said }
    }
}

/// The program; an optimised one for sweeps that take hours otherwise.
fn program() -> PathBuf {
    let given = std::env::var_os("PLAYBOOK_BIN").map(PathBuf::from);
    given.unwrap_or_else(|| assert_cmd::cargo::cargo_bin("playbook"))
}

/// Whether everything is tried and not a sample: minutes, not seconds.
fn is_whole() -> bool {
    std::env::var_os("PLAYBOOK_FULL").is_some()
}

fn write(root: &Path, files: &Files) {
    files.iter().for_each(|(path, bytes)| fixture::put(root, path, bytes));
}

/// The playbook as it was published: without a message, with a picture, a download
/// and a theme, so that every way of reading a file is taken.
fn before() -> Files {
    let mut files = fixture::base();
    let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.into());
    add("playbook.toml", "[site]\ntitle = \"Northgate AI playbook\"\ntheme = \"northgate\"\n");
    add("themes/northgate/static/tokens.css", ":root { --accent: #125e5a; }\n");
    add("static/policy.pdf", "%PDF-1.4 one");
    add("content/workflows/sales/notes/index.md", &page("Take notes in a call"));
    add("content/workflows/sales/notes/screen.png", "not really a picture");
    add("content/workflows/sales/goes.md", &page("A page that goes"));
    files
}

fn page(title: &str) -> String {
    format!("---\ntitle: {title}\nroles: [sales]\nlayer: fluency\n---\n\n## Steps\n\n1. Do it.\n")
}

/// The same after a morning's work: one page more, one less, three edited.
fn after() -> Files {
    let mut files = before();
    let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.into());
    add("content/workflows/sales/comes.md", &page("A page that comes"));
    add("content/workflows/sales/notes/index.md", &page("Take better notes in a call"));
    add("content/workflows/sales/notes/screen.png", "another picture");
    add("static/policy.pdf", "%PDF-1.4 two");
    files.remove("content/workflows/sales/goes.md");
    files
}

impl Trial {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &before());
        let trial = Self { folder, old: Tree::new(), new: Tree::new() };
        assert_eq!(trial.playbook(&["build"]).code, Some(0));
        for (path, text) in FOREIGN {
            fixture::put(&trial.path("public"), path, text);
        }
        symlink("index.html", trial.path("public/start")).unwrap();
        let old = trial.published();
        write(trial.folder.path(), &after());
        fs::remove_file(trial.path("content/workflows/sales/goes.md")).unwrap();
        copy(&trial.path("public"), &trial.path("elsewhere/public"));
        let ended = trial.playbook(&["build", "--output", "elsewhere/public"]);
        assert_eq!(ended.code, Some(0), "{ended:?}");
        let new = tree(&trial.path("elsewhere/public"));
        fs::remove_dir_all(trial.path("elsewhere")).unwrap();
        copy(&trial.path("public"), &trial.path("kept/public"));
        assert_ne!(old, new);
        Self { old, new, ..trial }
    }

    /// As it was before the first build of [`Trial::new`] that a test makes.
    fn reset(&self) {
        for name in names(self.folder.path()) {
            if name == "public" || name.starts_with(".public") {
                remove(&self.path(&name));
            }
        }
        copy(&self.path("kept/public"), &self.path("public"));
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn published(&self) -> Tree {
        tree(&self.path("public"))
    }

    fn command(&self, program: &Path, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path()).args(args);
        command
    }

    fn playbook(&self, args: &[&str]) -> Ended {
        Ended::of(&self.command(&program(), args).output().unwrap())
    }

    /// The judgement after a build that something happened to.
    fn judge(&self, ended: &Ended) -> Result<(), String> {
        let published = self.published();
        let is_new = published == self.new;
        match ended.code {
            Some(0) if !is_new => {
                return Err(format!("ended well without the new site: {}", self.difference()));
            }
            Some(0 | 4) | None => {}
            Some(code) => return Err(format!("ended with {code}")),
        }
        if !is_new && published != self.old {
            return Err(format!("neither the old site nor the new one: {}", self.difference()));
        }
        let next = self.playbook(&["build", "--no-cache"]);
        if next.code != Some(0) || self.published() != self.new {
            return Err(format!("the next build: {next:?}; {}", self.difference()));
        }
        let left = names(self.folder.path()).into_iter().find(|name| name.starts_with('.'));
        left.map_or(Ok(()), |name| Err(format!("{name} is left beside the site")))
    }

    /// How the site differs from the new one.
    fn difference(&self) -> String {
        let published = self.published();
        let paths = published.keys().chain(self.new.keys());
        let differs = paths.filter(|path| published.get(*path) != self.new.get(*path));
        differs
            .cloned()
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// Files that the generator did not write.
const FOREIGN: [(&str, &str); 3] = [
    (".htaccess", "Require all denied\n"),
    ("notes/mine.txt", "mine"),
    ("workflows/seen.txt", "beside the pages"),
];

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.map(|name| name.into_string().unwrap()).collect()
}

fn remove(path: &Path) {
    if path.is_dir() {
        fs::remove_dir_all(path).unwrap();
    } else {
        fs::remove_file(path).unwrap();
    }
}

/// With times and links, as a backup would.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    assert!(Command::new("cp").arg("-a").arg(from).arg(to).status().unwrap().success());
}

fn tree(folder: &Path) -> Tree {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|it| !it.file_type().is_dir());
    let files = files.filter(|it| it.file_name() != ".playbook-manifest.json");
    let read = |path: &Path| match fs::read_link(path) {
        Ok(leads) => leads.into_os_string().into_encoded_bytes(),
        Err(_) => fs::read(path).unwrap(),
    };
    let inside = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    files.map(|it| (inside(it.path()), read(it.path()))).collect()
}
