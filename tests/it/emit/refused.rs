//! Folders that are not published to, or only when somebody says so.

use super::*;

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
        let error = OutputFolder::resolve(&output, &root).unwrap_err();
        assert_eq!(error.exit_code(), 3, "{}", output.display());
        assert!(error.to_string().contains(&words), "{error}, not: {words}");
    }
    assert_eq!(walk(&root), before);
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name();
    entries.into_iter().map(|entry| entry.unwrap().into_path()).collect()
}
