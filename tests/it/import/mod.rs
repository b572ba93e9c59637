//! `import`: documents, notes and other playbooks become unfinished pages. No word is
//! lost without one, nothing is made up, nothing that is there is touched, and whatever
//! cannot be taken says what to do.

mod converter;
mod exports;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Program;

use assert_cmd::Command;
use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization;

use crate::fixture::{self, Files, on_disk, put};

/// What a command printed, and its exit code.
struct Ended {
    code: i32,
    out: String,
    err: String,
}

/// Imports into the playbook at `root`.
fn import(root: &Path, from: &Path, more: &[&str]) -> Ended {
    ended(command(root, from, more))
}

fn command(root: &Path, from: &Path, more: &[&str]) -> Command {
    let mut command = Command::cargo_bin("playbook").unwrap();
    command.current_dir(root).arg("import").arg(from).args(more);
    command
}

fn ended(mut command: Command) -> Ended {
    let output = command.output().unwrap();
    Ended {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The folder of a fixture of this test.
fn given(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/import").join(name)
}

/// A file outside of the playbook, in a folder that goes with it.
fn outside(name: &str, text: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), name, text);
    let file = folder.path().join(name);
    (folder, file)
}

/// Everything in a folder, by path.
fn files(root: &Path) -> Files {
    let entries = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let path = |entry: &walkdir::DirEntry| {
        entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/")
    };
    files.map(|entry| (path(&entry), fs::read(entry.path()).unwrap())).collect()
}

/// The files that a command made, with what is in them.
fn made(root: &Path) -> Files {
    let before = fixture::base();
    files(root).into_iter().filter(|(path, _)| !before.contains_key(path)).collect()
}

fn is_pandoc_there() -> bool {
    Program::new("pandoc").arg("--version").output().is_ok_and(|it| it.status.success())
}

/// The words of a text, in lower case and without raised or lowered digits; ids that a
/// tool put into names are none.
fn words(text: &str) -> BTreeSet<String> {
    let text: String = text.replace("%20", " ").to_lowercase().nfkc().collect();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_id = |word: &str| word.len() == 32 && word.chars().all(|c| c.is_ascii_hexdigit());
    words.filter(|word| !is_id(word)).map(str::to_owned).collect()
}

/// What a web page says, without its marks.
fn without_tags(html: &str) -> String {
    let mut said = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        said.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap();
        let hidden = ["style", "script"].into_iter().find(|name| tag.starts_with(name));
        rest = hidden.map_or(after, |name| after.split_once(&format!("</{name}>")).unwrap().1);
        let is_inside_a_word = ["sub", "sup"].contains(&tag.trim_start_matches('/'));
        said.push_str(if is_inside_a_word { "" } else { " " });
        said.push_str(tag.split_once("alt=\"").map_or("", |(_, alt)| alt.trim_end_matches('"')));
    }
    said + rest
}

#[test]
fn no_word_of_twenty_documents_is_lost() {
    let root = on_disk(&fixture::base());
    let folder = given("documents");
    let has_pandoc = is_pandoc_there();
    if !has_pandoc {
        println!("only texts: pandoc is not on this computer (tests/run installs it)");
    }
    let ended = import(root.path(), &folder, &[]);
    assert_eq!(ended.code, if has_pandoc { 0 } else { 4 }, "{}", ended.err);
    let pages: String = made(root.path())
        .iter()
        .filter(|(path, _)| path.ends_with(".md"))
        .map(|(path, bytes)| format!("{path}\n{}\n", String::from_utf8_lossy(bytes)))
        .collect();
    let told = words(&format!("{pages}{}", ended.out));
    let mut documents = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let ending = path.extension().unwrap().to_str().unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let said = match ending {
            "md" | "txt" => fs::read_to_string(&path).unwrap(),
            "html" if has_pandoc => without_tags(&fs::read_to_string(&path).unwrap()),
            "docx" | "odt" if has_pandoc => {
                fs::read_to_string(given("said").join(format!("{name}.txt"))).unwrap()
            }
            _ => continue,
        };
        let lost: Vec<String> = words(&said).difference(&told).cloned().collect();
        assert_eq!(lost, Vec::<String>::new(), "{name}\n{}\n{pages}", ended.out);
        documents += 1;
    }
    assert_eq!(documents, if has_pandoc { 20 } else { 11 });
}

#[test]
fn nothing_is_made_up_and_the_page_stays_a_draft() {
    let root = on_disk(&fixture::base());
    let (_folder, file) = outside("note.md", "---\nauthor: Kim\ntags: a, b\n---\n# Sort mails\n");
    let ended = import(root.path(), &file, &[]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let page = fs::read_to_string(root.path().join("content/workflows/everyone/sort-mails.md"));
    insta::assert_snapshot!(page.unwrap(), @r#"
    ---
    title: Sort mails
    summary:
    roles:
    layer: fluency
    owner:
    data:
    verified:
    keywords: [a, b]
    draft: true
    ---

    # Sort mails
    "#);
    insta::assert_snapshot!(ended.out, @r#"
    content/workflows/everyone/sort-mails.md
      from      note.md
      key       tags: a, b (now keywords: a, b)
      title     Sort mails (its first heading)
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
      not taken:
      key       author: Kim (no field of a workflow means this)
    "#);
}

#[test]
fn what_the_reader_would_refuse_is_left_out_and_told() {
    let root = on_disk(&fixture::base());
    let head =
        "title: Draft an advert\nlayer: expert\ndata: moon\nverified: 3/4/2026\nroles: [nobodies]";
    let (_folder, file) =
        outside("a.md", format!("---\n{head}\n---\n\n## Old way\n\n1. By hand\n"));
    let ended = import(root.path(), &file, &[]);
    insta::assert_snapshot!(ended.out, @r#"
    content/workflows/everyone/draft-an-advert.md
      from      a.md
      layer     redesign (nothing says which: chosen by its sections, change it if it is another)
      sections  Old way (known by their headings)
      not taken:
      key       data: moon (no rung of the data ladder here: name one in --map under [data])
      key       roles: nobodies (no role here is called so: name one in --map under [roles])
      key       layer: expert ("expert" is no layer)
      key       verified: 3/4/2026 ("3/4/2026" can be 3 April 2026 or 4 March 2026)
      line      14: "By hand": nothing says whether this step is removed or kept (PB230)
    "#);
    let mut check = Command::cargo_bin("playbook").unwrap();
    check.current_dir(root.path()).arg("check");
    let checked = self::ended(check);
    assert!(!checked.out.contains("error"), "{}", checked.out);
}

#[test]
fn a_page_that_is_there_is_never_touched() {
    let root = on_disk(&fixture::base());
    let (_folder, file) = outside("note.md", "# Sort mails\n\nFirst.\n");
    assert_eq!(import(root.path(), &file, &[]).code, 0);
    let before = files(root.path());
    fs::write(&file, "# Sort mails\n\nSecond.\n").unwrap();
    let again = import(root.path(), &file, &[]);
    assert_eq!((again.code, again.out.as_str()), (3, ""));
    insta::assert_snapshot!(again.err, @r#"
    error: note.md was not imported: content/workflows/everyone/sort-mails.md is there already and was not touched
      help: give the file another title, or bring the two together by hand
    1 file was not imported
    "#);
    assert_eq!(files(root.path()), before);
}

#[test]
fn two_files_of_one_title_get_two_names_and_the_second_is_said() {
    let root = on_disk(&fixture::base());
    let (folder, _) = outside("a.md", "# Sort mails\n\nOne.\n");
    put(folder.path(), "b.md", "# Sort mails\n\nTwo.\n");
    let ended = import(root.path(), folder.path(), &[]);
    let made: Vec<String> = made(root.path()).into_keys().collect();
    let place = "content/workflows/everyone/sort-mails";
    assert_eq!(made, [format!("{place}-2.md"), format!("{place}.md")]);
    assert!(ended.out.contains("name      sort-mails-2"), "{}", ended.out);
}

#[test]
fn files_that_no_page_can_be_made_of_say_what_to_do_and_the_rest_goes_on() {
    let root = on_disk(&fixture::base());
    let (folder, _) = outside("good.txt", "A good page\n\nText.\n");
    put(folder.path(), "empty.md", " \n");
    put(folder.path(), "locked.docx", [0xD0, 0xCF, 0x11, 0xE0, 1]);
    put(folder.path(), "mislabelled.docx", "text");
    put(folder.path(), "notes.pdf", "%PDF");
    put(folder.path(), "latin.txt", [b'a', 0xE9, b'\n']);
    put(folder.path(), "large.txt", "word ".repeat(600_000));
    put(folder.path(), ".hidden/secret.md", "# Hidden\n");
    put(folder.path(), "style.css", "p {}");
    let ended = import(root.path(), folder.path(), &[]);
    assert_eq!(ended.code, 1);
    insta::assert_snapshot!(ended.err, @r#"
    error: empty.md was not imported: it is empty
      help: nothing is lost: delete it
    error: large.txt was not imported: it has 3000000 bytes, and a file may have 2097152
      help: cut it into one file for each job, and import those
    error: latin.txt was not imported: it is no text in UTF-8
      help: open it and save it with the encoding UTF-8
    error: locked.docx was not imported: it has a password, or it is a document of an older Word
      help: open it, save it as .docx without a password, and import that
    error: mislabelled.docx was not imported: it is no document, whatever its name says
      help: open it in the program that made it and save it as .docx
    error: notes.pdf was not imported: files of this kind cannot be read
      help: copy its text into a .txt file, or save it as .docx, and import that
    6 files were not imported
    1 file was imported
    write down who owns each page, what may go in and when it was last run; the line `draft: true` keeps it unpublished until you take it out
      playbook serve --open
    "#);
    assert!(ended.out.contains("which were not taken:\n  style.css"), "{}", ended.out);
    let made: Vec<String> = made(root.path()).into_keys().collect();
    assert_eq!(made, ["content/workflows/everyone/a-good-page.md"]);
}

#[test]
fn nothing_is_written_halfway() {
    let root = on_disk(&fixture::base());
    // Where a folder for the second page would have to be made.
    put(root.path(), "content/workflows/sales-team", "a file");
    let mut role = "---\nname: Sales team\n---\n".to_owned();
    put(root.path(), "content/roles/sales-team.md", &mut role);
    let before = files(root.path());
    let (folder, _) = outside("a.md", "# First of all\n\nOne.\n");
    put(folder.path(), "b.md", "---\ntitle: Second of all\nroles: [Sales team]\n---\n");
    let ended = import(root.path(), folder.path(), &[]);
    assert_eq!(ended.code, 4);
    assert!(ended.err.contains("nothing was written"), "{}", ended.err);
    assert_eq!(files(root.path()), before);
}

#[test]
fn a_folder_that_is_no_playbook_and_a_source_that_is_not_there_are_told() {
    let root = on_disk(&fixture::base());
    let (folder, file) = outside("a.md", "# A page of mine\n");
    let no_playbook = import(folder.path(), &file, &[]);
    assert_eq!(no_playbook.code, 2, "{}", no_playbook.err);
    let missing = import(root.path(), Path::new("nothing.md"), &[]);
    assert_eq!(missing.code, 4, "{}", missing.err);
    for own in ["content/workflows", ".", ".."] {
        let ended = import(root.path(), Path::new(own), &[]);
        assert_eq!(ended.code, 3, "{own}");
        assert!(ended.err.contains("has pages of this playbook"), "{}", ended.err);
    }
    assert!(made(root.path()).is_empty());
    put(root.path(), "note.txt", "A note of mine\n\nText.\n");
    assert_eq!(import(root.path(), Path::new("note.txt"), &[]).code, 0);
}

#[test]
fn a_map_that_names_what_is_not_there_is_refused_with_what_is() {
    let root = on_disk(&fixture::base());
    let (folder, file) = outside("a.md", "# A page of mine\n");
    let map = folder.path().join("map.toml");
    let path = map.to_str().unwrap();
    fs::write(&map, "[roles]\nAE = \"salse\"\n[fields]\nauthor = \"ownr\"\n").unwrap();
    let ended = import(root.path(), &file, &["--map", path]);
    assert_eq!(ended.code, 2);
    assert!(
        ended.err.contains("[roles] \"AE\" = \"salse\": did you mean \"sales\"?"),
        "{}",
        ended.err
    );
    assert!(ended.err.contains("[fields] \"author\" = \"ownr\": did you mean \"owner\"?"));
    fs::write(&map, "[role]\nAE = \"sales\"\n").unwrap();
    let ended = import(root.path(), &file, &["--map", path]);
    assert!(ended.code == 2 && ended.err.contains("unknown field `role`"), "{}", ended.err);
    assert!(made(root.path()).is_empty());
}

#[test]
fn the_list_is_there_for_programs_too() {
    let root = on_disk(&fixture::base());
    let (_folder, file) = outside("note.md", "---\nauthor: Kim\n---\n# Sort mails\n");
    let ended = import(root.path(), &file, &["--format", "json"]);
    let list: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(list["pages"][0]["path"], "content/workflows/everyone/sort-mails.md");
    assert_eq!(list["pages"][0]["notes"][0]["about"], "key");
    assert_eq!(list["pages"][0]["notes"][0]["is_left_out"], true);
    assert_eq!(list["refused"], serde_json::json!([]));
}
