//! Limits: counted, located, and never in the way of what is within them.

use super::*;

#[test]
fn a_file_over_a_limit_is_left_out_and_the_rest_stands() {
    let settings = format!(
        "{SETTINGS}[limits]\npage_bytes = 100\nasset_bytes = 200\nimage_pixels = 1000000\nfolder_depth = 3\n"
    );
    let mut files = vec![
        ("playbook.toml", settings.into_bytes()),
        ("content/workflows/renewal-prep.md", PAGE.into()),
        ("content/workflows/long.md", "x".repeat(101).into()),
        ("content/workflows/table.csv", "x".repeat(201).into()),
        ("content/workflows/bomb.png", png(64_250, 64_250)),
        ("content/workflows/shot.png", png(640, 480)),
        ("content/workflows/a/b/deep-enough.md", PAGE.into()),
        ("content/workflows/a/b/c/too-deep.md", PAGE.into()),
        ("content/workflows/a/b/c/d/far-too-deep.md", PAGE.into()),
    ];
    let sources = Sources::in_memory(files.clone()).unwrap();
    insta::assert_snapshot!(messages(&sources), @r#"
    error[PB409]: this folder lies deeper than 3 and is not read
    --> content/workflows/a/b/c:1:1
     = help: move what is in it further up, or raise `folder_depth` under `[limits]`

    error[PB405]: 64250 by 64250 pixels, at most 1000000 in all
    --> content/workflows/bomb.png:1:1
     = help: scale it down: a page shows an image at most 1,600 pixels wide

    error[PB404]: 101 bytes, at most 100 are read
    --> content/workflows/long.md:1:1
     = help: make it smaller, or raise `page_bytes` under `[limits]` in playbook.toml

    error[PB404]: 201 bytes, at most 200 are read
    --> content/workflows/table.csv:1:1
     = help: make it smaller, or raise `asset_bytes` under `[limits]` in playbook.toml
    "#);
    assert_eq!(
        documents(&sources),
        ["content/workflows/a/b/deep-enough.md", "content/workflows/renewal-prep.md"]
    );
    assert_eq!(sources.assets["content/workflows/shot.png"].dimensions, Some((640, 480)));

    // The same on disk.
    let disk = OnDisk::new(&[]);
    for (path, bytes) in files.drain(..) {
        disk.write(path, bytes);
    }
    let on_disk = disk.load();
    assert_eq!(messages(&on_disk), messages(&sources));
    assert_eq!(on_disk.digest(), sources.digest());
}

#[test]
fn folders_five_hundred_deep_are_within_the_limits() {
    let disk = OnDisk::new(&[("content/workflows/renewal-prep.md", PAGE)]);
    disk.write(&format!("content/workflows/{}page.md", "d/".repeat(500)), PAGE);
    let sources = disk.load();
    assert_eq!(documents(&sources), ["content/workflows/renewal-prep.md"]);
    assert_eq!(sources.diagnostics.len(), 1);
    assert_eq!(sources.diagnostics[0].code, "PB409");
}

#[test]
fn too_many_files_build_nothing() {
    let settings = format!("{SETTINGS}[limits]\nfiles = 2\n");
    let files = [
        ("playbook.toml", settings.as_str()),
        ("content/workflows/a.md", PAGE),
        ("content/workflows/b.md", PAGE),
        ("static/c.txt", ""),
    ];
    let error = Sources::in_memory(files).unwrap_err();
    assert_eq!(error.exit_code(), 2);
    assert!(error.to_string().contains("there are more than 2 files"), "{error}");
}
