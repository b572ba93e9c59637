//! `init`: a playbook that builds at once and of which `check` has nothing to say, in
//! every language and for every forge, over nothing that is there; and nothing at all
//! when it cannot.

mod comments;
mod pipelines;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use playbook::domain::Layer;
use playbook::edit::{self, CreateError};
use playbook::engine::Engine;
use playbook::model::Status;
use playbook::source::Sources;
use playbook::starter::{self, Choices, Pipeline};
use tempfile::TempDir;

use crate::fixture;

const PIPELINES: [(&str, Option<Pipeline>); 4] = [
    ("github", Some(Pipeline::Github)),
    ("gitlab", Some(Pipeline::Gitlab)),
    ("azure", Some(Pipeline::Azure)),
    ("none", None),
];

fn choices(language: &'static str, pipeline: Option<Pipeline>) -> Choices<'static> {
    Choices { title: "Our playbook", language, pipeline, repository: None, contact: None }
}

/// What a command printed, and its exit code.
fn playbook(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let ended = Command::cargo_bin("playbook").unwrap().current_dir(folder).args(args).output();
    let ended = ended.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (ended.status.code().unwrap(), text(ended.stdout), text(ended.stderr))
}

/// A folder with a new playbook in it, called `demo`.
fn started(args: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = playbook(folder.path(), &[&["init", "demo"], args].concat());
    assert_eq!((code, out.as_str()), (0, "demo\n"), "{err}");
    folder
}

/// Every file and folder below a folder, by path.
fn all_below(folder: &Path) -> Vec<String> {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name();
    let shown =
        |it: walkdir::DirEntry| it.path().strip_prefix(folder).unwrap().display().to_string();
    entries.into_iter().map(|it| shown(it.unwrap())).collect()
}

#[test]
fn the_starter_has_every_file_of_its_folder() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("starter");
    let there = walkdir::WalkDir::new(&folder).sort_by_file_name();
    let files = there.into_iter().map(Result::unwrap).filter(|it| it.file_type().is_file());
    let there: BTreeMap<String, String> = files
        .map(|it| {
            let path = it.path().strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
            (path, fs::read_to_string(it.path()).unwrap())
        })
        .collect();
    let compiled =
        starter::FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    assert!(there == compiled.collect(), "src/starter/builtin.rs and starter/ differ");
}

#[test]
fn a_new_playbook_builds_at_once_and_check_has_nothing_to_say_on_any_day() {
    for args in [
        &["--ci", "github"][..],
        &["--ci", "gitlab"],
        &["--ci", "azure"],
        &["--ci", "none"],
        &["--language", "de", "--ci", "github"],
    ] {
        let folder = started(args);
        let (code, out, _) = playbook(folder.path(), &["build", "--root", "demo"]);
        assert_eq!(code, 0, "{args:?}");
        assert!(out.contains(" pages; "), "{out}");
        assert!(folder.path().join("demo/public/index.html").is_file());
        let nothing = if args.contains(&"de") { "keine Probleme\n" } else { "no problems\n" };
        for day in [&[][..], &["--as-of", "2027-01-31"], &["--as-of", "2099-12-31"]] {
            let (code, out, err) =
                playbook(folder.path(), &[&["check", "--root", "demo"], day].concat());
            assert_eq!((code, format!("{out}{err}").as_str()), (0, nothing), "{args:?} {day:?}");
        }
    }
}

#[test]
fn every_choice_gives_a_playbook_without_a_message() {
    for language in starter::languages() {
        for (_, pipeline) in PIPELINES {
            for (repository, contact) in [
                (None, None),
                (
                    Some("https://git.example.com/team/playbook"),
                    Some("mailto:us@example.com?subject={title}"),
                ),
            ] {
                let files =
                    starter::files(&Choices { repository, contact, ..choices(language, pipeline) });
                // No place is left to be filled in.
                let place =
                    |word: &str| word.len() > 2 && word.starts_with('@') && word.ends_with('@');
                let mut words = files.values().flat_map(|text| text.split_whitespace());
                assert_eq!(words.find(|word| place(word)), None, "{language} {pipeline:?}");
                let sources = Sources::in_memory(files).unwrap();
                let build = Engine::new().build(&sources);
                let told: Vec<String> = build
                    .diagnostics()
                    .iter()
                    .map(|it| format!("{}: {}", it.place.path, it.message))
                    .collect();
                assert_eq!(told, [""; 0], "{language} {pipeline:?}");
                let config = &build.playbook().config;
                assert_eq!(config.repository.is_some(), repository.is_some());
                assert_eq!(config.contact.as_deref(), contact);
            }
        }
    }
}

#[test]
fn a_starter_has_what_a_company_needs_and_claims_nothing() {
    for language in starter::languages() {
        let sources = Sources::in_memory(starter::files(&choices(language, None))).unwrap();
        let build = Engine::new().build(&sources);
        let playbook = build.playbook();
        assert_eq!(playbook.roles.values().count(), 3);
        assert!(playbook.roles.values().all(|role| role.front.priorities.len() >= 3));
        let mut layers: Vec<Layer> = playbook.workflows.values().map(|it| it.layer()).collect();
        layers.sort();
        assert_eq!(layers, Layer::ALL);
        assert!(playbook.people.values().all(|person| person.front.desk));
        assert_eq!(
            playbook.collections.values().map(|path| path.front.days).collect::<Vec<_>>(),
            [Some(90)]
        );
        assert_eq!(playbook.guides.values().count(), 7);
        for (id, page) in &playbook.workflows {
            assert_eq!(page.status, Status::Example);
            assert_eq!(page.last_run, None);
            assert!(page.front.evidence.is_empty() && page.front.minutes.is_none());
            let html = fixture::page(&build, &format!("workflows/{id}.html"));
            let says = if language == "de" {
                "hier hat es noch niemand ausprobiert"
            } else {
                "nobody here has run it yet"
            };
            assert!(html.contains(says), "{language}");
        }
    }
}

#[test]
fn the_guide_of_all_fields_is_what_the_program_prints() {
    let folder = started(&["--language", "de", "--ci", "none"]);
    let (code, printed, _) = playbook(folder.path(), &["schema", "--guide", "--language", "de"]);
    let written =
        fs::read_to_string(folder.path().join("demo/content/guides/alle-felder.md")).unwrap();
    assert_eq!(code, 0);
    assert!(written == printed, "{printed}");
    assert!(printed.contains("`verified: 2026-09-30`"));
}

#[test]
fn editors_find_the_schemas_that_they_are_told_of() {
    let files = starter::files(&choices("en", None));
    let settings = &files[".vscode/settings.json"];
    let named: Vec<&str> =
        settings.split('"').filter(|word| word.starts_with(".vscode/schemas/")).collect();
    assert_eq!(named.len(), 9);
    for name in named {
        assert!(files.contains_key(name), "{name}");
    }
    let settings = &files["playbook.toml"];
    let first = settings.lines().next().unwrap();
    let schema = &files[first.strip_prefix("#:schema ./").unwrap()];
    let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
    assert_eq!(schema["required"], serde_json::json!(["site"]));
}

#[test]
fn a_title_is_taken_as_it_is() {
    let title = r#"Ours: "AI" \ @TITLE@ # <b>"#;
    let folder = started(&["--title", title, "--ci", "none"]);
    let build = fixture::build_folder(&folder.path().join("demo"));
    assert_eq!(build.playbook().config.site.title, title);
    let readme = fs::read_to_string(folder.path().join("demo/README.md")).unwrap();
    assert_eq!(readme.lines().next(), Some(format!("# {title}").as_str()));
}

#[test]
fn where_nobody_can_be_asked_it_says_what_it_took() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = playbook(folder.path(), &["init", "team/demo"]);
    assert_eq!((code, out.as_str()), (0, "team/demo\n"));
    insta::assert_snapshot!(err, @r#"
    nobody was asked, so: --language "en", --title "AI playbook", --ci "none"
    37 files; look at it with
      playbook serve --open --root team/demo
    then read team/demo/README.md for what to decide first
    "#);
    let (_, out, err) =
        playbook(folder.path(), &["init", "other", "--quiet", "--contact", "us@example.com"]);
    let settings = fs::read_to_string(folder.path().join("other/playbook.toml")).unwrap();
    assert!(settings.contains("url = \"mailto:us@example.com\""), "{settings}");
    assert_eq!((out.as_str(), err.as_str()), ("other\n", ""));
}

/// Says what happened, and that nothing else did.
fn refused(folder: &Path, args: &[&str]) -> String {
    let before = all_below(folder);
    let (code, out, err) = playbook(folder, args);
    assert_eq!((out.as_str(), all_below(folder)), ("", before), "{err}");
    format!("{code}\n{err}")
}

#[test]
fn what_is_there_already_is_left_alone() {
    let folder = started(&["--ci", "none"]);
    fs::create_dir(folder.path().join("full")).unwrap();
    fs::write(folder.path().join("full/notes.txt"), "mine").unwrap();
    fs::write(folder.path().join("full/other.txt"), "mine").unwrap();
    fs::write(folder.path().join("file"), "mine").unwrap();
    insta::assert_snapshot!(refused(folder.path(), &["init", "demo"]), @r#"
    3
    error: demo is a playbook already
      help: nothing was written; start a page in it with `playbook new workflow "..." --root demo`, or give a folder that is not there yet
    "#);
    insta::assert_snapshot!(refused(folder.path(), &["init", "full"]), @"
    3
    error: full is not empty: it has notes.txt and 1 more
      help: nothing was written; give a folder that is not there yet, or move what is in it away and put it back afterwards
    ");
    let below = refused(folder.path(), &["init", "file/demo"]);
    assert!(below.starts_with("3\n") && below.contains("file is a file"), "{below}");
    assert!(refused(folder.path(), &["init", "file"]).contains("file is a file"));
}

#[test]
fn what_cannot_stand_in_the_settings_is_told_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let address = refused(folder.path(), &["init", "demo", "--repository", "git@example.com:us"]);
    insta::assert_snapshot!(address, @r#"
    2
    error: "git@example.com:us" is no web address
      help: nothing was written; give --title, --repository and --contact as they would stand in playbook.toml
    "#);
    assert!(refused(folder.path(), &["init", "demo", "--title", "a\nb"]).starts_with("2\n"));
    assert!(refused(folder.path(), &["init", "demo", "--title", ""]).starts_with("2\n"));
    let unknown = refused(folder.path(), &["init", "demo", "--language", "xx"]);
    assert!(unknown.contains("[possible values: en, de]"), "{unknown}");
}

#[test]
fn a_repository_that_was_cloned_empty_is_filled() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join(".git/objects")).unwrap();
    let (code, _, err) = playbook(folder.path(), &["init", ".", "--ci", "gitlab"]);
    assert_eq!(code, 0, "{err}");
    assert!(folder.path().join(".gitlab-ci.yml").is_file());
    assert!(folder.path().join(".git/objects").is_dir());
    let left = all_below(folder.path()).into_iter().filter(|it| it.starts_with(".playbook"));
    assert_eq!(left.count(), 0);
    assert_eq!(playbook(folder.path(), &["check"]).0, 0);
}

#[test]
fn a_folder_of_files_is_made_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(".DS_Store"), "mine").unwrap();
    let files = [("a/b/page.md", "page"), ("z.md", "page"), (".DS_Store", "ours")];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    // It is in the way of the last file only, when the others are there already.
    let error = edit::create_all(folder.path(), &files, ".DS_Store").unwrap_err();
    assert!(matches!(error, CreateError::Io { doing: "make", .. }), "{error:?}");
    assert_eq!(all_below(folder.path()), [".DS_Store"]);
    assert_eq!(fs::read_to_string(folder.path().join(".DS_Store")).unwrap(), "mine");
    // A name that no system takes: what was begun is taken away again.
    let long = [("a.md".to_owned(), String::new()), ("n".repeat(300), String::new())].into();
    let error = edit::create_all(&folder.path().join("x/y"), &long, "a.md").unwrap_err();
    assert!(matches!(error, CreateError::Io { doing: "write", .. }), "{error:?}");
    assert_eq!(all_below(folder.path()), [".DS_Store"]);
}

#[cfg(unix)]
#[test]
fn a_new_folder_has_the_rights_that_folders_have_there() {
    use std::os::unix::fs::PermissionsExt;

    let folder = started(&["--ci", "none"]);
    fs::create_dir(folder.path().join("usual")).unwrap();
    let rights = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
    assert_eq!(rights("demo"), rights("usual"));
    assert_eq!(rights("demo/content"), rights("usual"));
}
