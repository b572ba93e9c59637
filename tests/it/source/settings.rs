//! The settings' file, which makes a folder a playbook: where it is looked for, and
//! what happens when it cannot be read.

use super::*;

#[test]
fn a_folder_without_settings_is_no_playbook() {
    let empty = tempfile::tempdir().unwrap();
    let error = source::load(empty.path()).unwrap_err();
    assert!(matches!(error, LoadError::NoPlaybook { .. }));
    assert_eq!(error.exit_code(), 2);
    assert!(error.help().unwrap().contains("--root DIR"));
}

#[test]
fn line_ends_of_settings_make_no_difference() {
    let unix = "[site]\ntitle = \"A\"\nlanguage = \"de\"\n";
    let load = |text: &str| Sources::in_memory([("playbook.toml", text)]);
    let broken = "'site\ntitle = A\n";
    for ends in ["\r\n", "\r"] {
        let twin = load(&unix.replace('\n', ends)).unwrap();
        assert_eq!(*twin.config, *load(unix).unwrap().config);
        let said = format!("{:?}", load(&broken.replace('\n', ends)).unwrap_err());
        assert_eq!(said, format!("{:?}", load(broken).unwrap_err()));
    }
}

#[test]
fn settings_that_are_no_text_are_a_located_error() {
    let error =
        Sources::in_memory([("playbook.toml", b"[site]\ntitle = \"Caf\xe9\"\n")]).unwrap_err();
    let LoadError::Config { diagnostics, .. } = &error else { panic!("{error}") };
    assert_eq!(diagnostics[0].code, "PB413");
    assert_eq!(error.exit_code(), 2);
}

#[test]
fn settings_that_cannot_be_opened_name_their_path() {
    let disk = OnDisk::new(&[]);
    fs::remove_file(disk.root().join("playbook.toml")).unwrap();
    fs::create_dir(disk.root().join("playbook.toml")).unwrap();
    let error = source::load(disk.root()).unwrap_err();
    assert_eq!(error.exit_code(), 4);
    assert!(error.to_string().contains("playbook.toml: it is a folder"), "{error}");
}

#[test]
fn the_root_is_the_nearest_folder_upwards() {
    let disk = OnDisk::new(&[("content/workflows/sales/renewal-prep.md", PAGE)]);
    let inside = disk.root().join("content/workflows/sales");
    assert_eq!(source::find_root(&inside).unwrap(), disk.root());
    assert!(matches!(source::find_root(Path::new("/")), Err(LoadError::NoPlaybook { .. })));
}
