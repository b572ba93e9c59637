//! The contract with the converter, tried with a program that stands in for it: what it
//! is asked, what is taken from its answer, and what is said when it is missing, fails,
//! never ends or never stops talking.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Ended, command, ended, given, import, is_pandoc_there, made, outside};
use crate::fixture::{self, on_disk, put};

/// A folder with a program `pandoc` that does this.
#[cfg(unix)]
fn stand_in(script: &str) -> TempDir {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "pandoc", format!("#!/bin/sh\n{script}"));
    let program = folder.path().join("pandoc");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

fn document() -> (TempDir, PathBuf) {
    outside("brief.docx", "PK\u{3}\u{4} a document")
}

/// Imports a document where the only programs are those of the system's own folders.
#[cfg(unix)]
fn with(programs: &Path, root: &Path, file: &Path, more: &[&str]) -> Ended {
    let mut command = command(root, file, more);
    command.env("PATH", format!("{}:/bin:/usr/bin", programs.display()));
    ended(command)
}

#[cfg(unix)]
#[test]
fn its_text_its_pictures_and_its_findings_become_the_page_and_the_list() {
    let root = on_disk(&fixture::base());
    let (_folder, file) = document();
    let asked = root.path().join("asked");
    let programs = stand_in(&format!(
        "printf '%s\\n' \"$@\" > {}\nmkdir -p pictures/media\nprintf png > pictures/media/image1.png\n\
         printf 'playbook key title\\tA brief for renewals\\nplaybook comment\\tAsk legal\\n' >&2\n\
         echo '[WARNING] something odd' >&2\n\
         printf '# Steps\\n\\n![a chart](pictures/media/image1.png)\\n'",
        asked.display()
    ));
    let ended = with(programs.path(), root.path(), &file, &[]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    insta::assert_snapshot!(ended.out, @r#"
    content/workflows/everyone/a-brief-for-renewals/index.md
      from      brief.docx
      with      brief.docx/pictures/media/image1.png, beside it as image1.png
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
      sections  Steps (known by their headings)
      not taken:
      comment   Ask legal (a comment in the document)
      converter [WARNING] something odd (what the converter said)
    "#);
    let page = "content/workflows/everyone/a-brief-for-renewals/";
    let made = made(root.path());
    assert_eq!(made[&format!("{page}image1.png")], b"png");
    let asked = String::from_utf8(made["asked"].clone()).unwrap();
    for argument in ["--sandbox", "-M1g", "docx", "--track-changes=all"] {
        assert!(asked.lines().any(|line| line == argument), "{argument}: {asked}");
    }
    assert!(
        asked.lines().last().is_some_and(|it| it.starts_with('/') && it.ends_with("brief.docx"))
    );
}

#[test]
fn where_it_is_missing_the_message_says_how_to_get_it_and_texts_are_taken() {
    let root = on_disk(&fixture::base());
    let (folder, _) = document();
    put(folder.path(), "note.txt", "A note of mine\n\nText.\n");
    let nowhere = tempfile::tempdir().unwrap();
    let mut command = command(root.path(), folder.path(), &[]);
    command.env("PATH", nowhere.path());
    let ended = ended(command);
    assert_eq!(ended.code, 4);
    assert!(ended.err.contains("help: install pandoc, 2.15 or newer"), "{}", ended.err);
    assert_eq!(made(root.path()).len(), 1);
}

#[cfg(unix)]
#[test]
fn one_that_fails_or_never_ends_is_told_and_nothing_is_written() {
    let root = on_disk(&fixture::base());
    let (_folder, file) = document();
    for (script, said) in [
        ("echo 'no such archive' >&2; exit 63", "pandoc could not convert it: no such archive"),
        ("echo 'Unknown option --sandbox.' >&2; exit 6", "install pandoc, 2.15 or newer"),
        ("exec sleep 600", "had not converted it after 1 s and was stopped"),
        // A program that it started outlives it and holds its output open.
        ("sleep 20 & exit 0", "had not converted it after 1 s and was stopped"),
        ("exec yes", "its text is longer than any page may be"),
    ] {
        let programs = stand_in(script);
        // Time enough to write thirty megabytes, where it is not for waiting in vain.
        let wait = if script.contains("yes") { "60" } else { "1" };
        let ended = with(programs.path(), root.path(), &file, &["--wait", wait]);
        assert!(ended.code == 4 || script.contains("yes"), "{script}: {}", ended.err);
        assert!(ended.err.contains(said), "{script}: {}", ended.err);
        assert!(made(root.path()).is_empty(), "{script}");
    }
}

#[test]
fn a_document_of_a_word_processor_keeps_its_parts() {
    if !is_pandoc_there() {
        println!("skipped: pandoc is not on this computer (tests/run installs it)");
        return;
    }
    let root = on_disk(&fixture::base());
    let mut shown = String::new();
    for name in ["brief.docx", "tracked.docx", "picture.docx", "table.docx", "notes.odt"] {
        let ended = import(root.path(), &given("documents").join(name), &[]);
        assert_eq!(ended.code, 0, "{}", ended.err);
        shown += &ended.out;
    }
    insta::assert_snapshot!(shown, @r#"
    content/workflows/everyone/prepare-a-renewal-brief.md
      from      brief.docx
      key       subtitle: For account managers (now summary: For account managers)
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
      sections  When to use it; Not for; Steps (known by their headings)
      not taken:
      key       author: Jo Doe, Al Roe (no field of a workflow means this)
    content/workflows/everyone/answer-a-tender.md
      from      tracked.docx
      title     Answer a tender (its first heading)
      change    ready (inserted by a tracked change)
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
      not taken:
      change    late (deleted by a tracked change)
      comment   Ask legal first (Legal) (a comment in the document)
    content/workflows/everyone/label-photos/index.md
      from      picture.docx
      with      picture.docx/pictures/media/rId20.png, beside it as rid20.png
      title     Label photos (its first heading)
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
    content/workflows/everyone/score-candidates.md
      from      table.docx
      title     Score candidates (its first heading)
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
    content/workflows/everyone/interview-notes.md
      from      notes.odt
      title     Interview notes (its first heading)
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
      not taken:
      words     a table has an empty heading row (the converter may have lost it: look it up in the document)
    "#);
    let texts = made(root.path()).into_iter().filter(|(path, _)| path.ends_with(".md"));
    let body = |text: Vec<u8>| {
        let text = String::from_utf8(text).unwrap();
        text.split_once("draft: true\n---\n").unwrap().1.to_owned()
    };
    let bodies: Vec<String> =
        texts.map(|(path, text)| format!("== {path}{}", body(text))).collect();
    insta::assert_snapshot!(bodies.join("\n"), @r#"
    == content/workflows/everyone/answer-a-tender.md
    # Answer a tender

    The answer is ready by Friday noon.

    == content/workflows/everyone/interview-notes.md
    # Interview notes

    Write down *exact* words.[^1]

    |     |       |
    |-----|-------|
    | Why | Speed |
    | Who | Sales |

    [^1]: Quotes only with consent.

    == content/workflows/everyone/label-photos/index.md
    # Label photos

    The label says what is seen, not who.

    ![A grey dot](rid20.png)

    A grey dot

    See [the rules](https://example.com/rules) and the note.[^1]

    [^1]: Faces are never named.

    == content/workflows/everyone/prepare-a-renewal-brief.md
    # 1. When to use it

    Two weeks before a renewal.

    # 2. Steps

    1.  Pull the usage of twelve months
        -   only totals
    2.  Ask for three risks

    # 3. Not for

    Customers in arrears.

    == content/workflows/everyone/score-candidates.md
    # Score candidates

    Weights of this year

    | Criterion | Weight |
    |-----------|--------|
    | Clarity   | 3      |
    | Price     | 5      |

    Weights of this year

    Formula: $score = weight*points$
    "#);
}

#[test]
fn a_web_page_brings_no_file_of_this_computer_with_it() {
    if !is_pandoc_there() {
        println!("skipped: pandoc is not on this computer (tests/run installs it)");
        return;
    }
    let root = on_disk(&fixture::base());
    let (folder, secret) = outside("secret.html", "<p>very private words</p>");
    let frame = format!(
        "<h1>Read a frame</h1><iframe src=\"{0}\"></iframe><img src=\"file://{0}\" alt=\"x\">",
        secret.display()
    );
    put(folder.path(), "page.html", frame);
    let ended = import(root.path(), &folder.path().join("page.html"), &[]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let made = made(root.path());
    let page = String::from_utf8(made["content/workflows/everyone/read-a-frame.md"].clone());
    assert!(!page.unwrap().contains("very private words") && made.len() == 1);
}
