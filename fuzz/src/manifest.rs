//! What a site's folder says of itself, in every wrong way. The input is the
//! manifest; some words in it stand for what only the generator can know.

use std::fs;
use std::path::Path;

use playbook::address::Route;
use playbook::emit::{self, Options, OutputFolder, StoredSummary};
use playbook::engine::{Output, Site};
use playbook::memo::Digest;

const MANIFEST: &str = ".playbook-manifest.json";

/// Whatever the manifest says, a file outside the output stays as it is, and the
/// output is the new site, or the old one whole.
pub fn manifest(data: &[u8]) {
    let playbook = tempfile::tempdir().expect("a folder for the site");
    let root = playbook.path();
    fs::create_dir_all(root.join("content")).unwrap();
    let target = OutputFolder::resolve(&root.join("public"), root).expect("a folder for a site");
    let old = site(&[("index.html", "home"), ("old/page.html", "home")]);
    emit::write(&old, &target, &options("old")).expect("an empty folder is written to");
    let known = fs::read_to_string(root.join("public").join(MANIFEST)).unwrap();
    let manifest = filled(data, &known);
    let outside = root.join("content/secret.md");
    // It has all that an entry says of a file: only where it lies keeps it.
    fs::hard_link(root.join("public/index.html"), &outside).unwrap();
    fs::write(root.join("public/notes.txt"), "mine").unwrap();
    fs::write(root.join("public").join(MANIFEST), &manifest).unwrap();

    emit::unchanged(&target, Digest::of("old"));
    let new = site(&[("index.html", "changed"), ("new.html", "new")]);
    let report = emit::write(&new, &target, &options("new"));
    assert_eq!(fs::read_to_string(&outside).unwrap(), "home");
    assert_eq!(read(root, "public/notes.txt").as_deref(), Some("mine"));
    match report {
        Ok(_) => {
            assert_eq!(read(root, "public/index.html").as_deref(), Some("changed"));
            assert_eq!(read(root, "public/new.html").as_deref(), Some("new"));
            let again = emit::write(&new, &target, &options("new")).expect("a second build");
            assert_eq!(again.written, Vec::<Route>::new());
            let stored = emit::unchanged(&target, Digest::of("new"));
            assert_eq!(stored.map(|stored| stored.text).as_deref(), Some("2 pages"));
        }
        Err(_) => {
            assert_eq!(read(root, "public/index.html").as_deref(), Some("home"));
            assert_eq!(read(root, "public/old/page.html").as_deref(), Some("home"));
            assert_eq!(fs::read(root.join("public").join(MANIFEST)).unwrap(), manifest);
        }
    }
}

/// The input with the generator's name, the inputs' digest and the entry of a
/// file in the place of words.
fn filled(data: &[u8], known: &str) -> Vec<u8> {
    let known: serde_json::Value = serde_json::from_str(known).unwrap();
    let Ok(text) = std::str::from_utf8(data) else { return data.to_vec() };
    let text = text.replace("GENERATOR", known["generator"].as_str().unwrap());
    let text = text.replace("INPUTS", known["inputs"].as_str().unwrap());
    text.replace("ENTRY", &known["files"]["index.html"].to_string()).into_bytes()
}

fn read(root: &Path, path: &str) -> Option<String> {
    fs::read_to_string(root.join(path)).ok()
}

fn options(inputs: &str) -> Options {
    let summary = StoredSummary { text: "2 pages".to_owned(), ..StoredSummary::default() };
    Options::new(Digest::of(inputs), summary)
}

fn site(pages: &[(&str, &str)]) -> Site {
    let output = |text: &str| Output::bytes(text.as_bytes());
    Site::of(pages.iter().map(|(path, text)| (Route::new(*path), output(text))).collect())
}
