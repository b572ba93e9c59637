//! Reading a playbook: what is read, what is left alone, and what is refused
//! with a place while everything else stands.

mod again;
mod limits;
mod pieces;
mod settings;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::{Duration, Instant};

use playbook::diagnostic::print::{self, Style};
use playbook::source::{self, LoadError, Sources};

use crate::fixture;

const SETTINGS: &str = "[site]\ntitle = \"Northgate AI playbook\"\n";
const PAGE: &str = "---\ntitle: Prepare a renewal call\n---\n";

fn in_memory(files: &[(&str, &str)]) -> Sources {
    let settings = [("playbook.toml", SETTINGS)];
    let has_settings = files.iter().any(|(path, _)| *path == "playbook.toml");
    let settings = settings.into_iter().filter(|_| !has_settings);
    Sources::in_memory(settings.chain(files.iter().copied())).unwrap()
}

/// A playbook on disk, with the settings already there.
struct OnDisk(tempfile::TempDir);

impl OnDisk {
    fn new(files: &[(&str, &str)]) -> Self {
        let disk = Self(tempfile::tempdir().unwrap());
        disk.write("playbook.toml", SETTINGS);
        for (path, text) in files {
            disk.write(path, text);
        }
        disk
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        fixture::put(self.root(), path, text);
    }

    fn load(&self) -> Sources {
        source::load(self.root()).unwrap()
    }
}

fn messages(sources: &Sources) -> String {
    print::human(&sources.diagnostics, &|_| None, Style::default())
}

fn documents(sources: &Sources) -> Vec<&str> {
    sources.documents.keys().map(|path| &**path).collect()
}

fn assets(sources: &Sources) -> Vec<&str> {
    sources.assets.keys().map(|path| &**path).collect()
}

/// The first bytes of a PNG that claims this size.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 6, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

#[test]
fn a_file_is_what_its_folder_says() {
    let sources = in_memory(&[
        ("content/index.md", "home"),
        ("content/workflows/renewal-prep.md", PAGE),
        ("content/workflows/sales/emea/forecast.md", PAGE),
        ("content/workflows/sales/call-notes/index.md", PAGE),
        ("content/workflows/sales/call-notes/notes.PNG", "png"),
        ("content/roles/sales.md", PAGE),
        ("content/guides/start/first-week.md", PAGE),
        ("static/policy.pdf", "pdf"),
        ("themes/northgate/page.html", "not the theme of this playbook"),
        ("public/index.html", "an earlier output"),
    ]);
    assert_eq!(
        documents(&sources),
        [
            "content/guides/start/first-week.md",
            "content/index.md",
            "content/roles/sales.md",
            "content/workflows/renewal-prep.md",
            "content/workflows/sales/call-notes/index.md",
            "content/workflows/sales/emea/forecast.md",
        ]
    );
    assert_eq!(
        assets(&sources),
        ["content/workflows/sales/call-notes/notes.PNG", "static/policy.pdf"]
    );
    assert!(sources.theme.is_empty());
    assert_eq!(messages(&sources), "");
}

#[test]
fn editors_leftovers_hidden_files_and_readmes_are_not_mentioned() {
    let sources = in_memory(&[
        ("content/workflows/.renewal-prep.md.swp", ""),
        ("content/workflows/.#renewal-prep.md", ""),
        ("content/workflows/#renewal-prep.md#", ""),
        ("content/workflows/renewal-prep.md~", ""),
        ("content/workflows/renewal-prep.swp", ""),
        ("content/workflows/renewal-prep.md.bck", ""),
        ("content/workflows/4913", ""),
        ("content/workflows/renewal-prep.md___jb_tmp___", ""),
        ("content/workflows/___jb_old___", ""),
        ("content/workflows/README.md", "# How to write"),
        ("content/.git/config", ""),
        ("content/workflows/.env", ""),
        ("content/workflows/Thumbs.db", ""),
        ("content/workflows/desktop.ini", ""),
        ("content/lost+found/#12345", ""),
        ("content/index.md", ""),
    ]);
    assert_eq!(documents(&sources), ["content/index.md"]);
    assert!(sources.assets.is_empty());
    assert_eq!(messages(&sources), "");
}

#[test]
fn a_file_that_is_not_published_is_mentioned_once() {
    let sources = in_memory(&[
        ("content/renewal-prep.md", PAGE),
        ("content/workflow/renewal-prep.md", PAGE),
        ("content/tools/chat/assistant.md", PAGE),
        ("content/workflows/old.markdown", PAGE),
        ("content/workflows/OLD.MD", PAGE),
        ("content/workflows/macro.xlsm", ""),
        ("content/workflows/LICENSE", ""),
        ("static/about.md", PAGE),
        ("content/index.md", ""),
    ]);
    assert_eq!(documents(&sources), ["content/index.md"]);
    assert!(sources.assets.is_empty());
    insta::assert_snapshot!(messages(&sources), @r#"
    warn[PB408]: not published: its folder does not say what kind of page it is
    --> content/renewal-prep.md:1:1
     = help: a write-up lies in `content/workflows/`, as `renewal-prep.md`

    warn[PB408]: not published: only workflows and guides may lie in subfolders, not a tool
    --> content/tools/chat/assistant.md:1:1
     = help: move it to `content/tools/assistant.md`

    warn[PB408]: not published: its folder does not say what kind of page it is
    --> content/workflow/renewal-prep.md:1:1
     = help: move it to `content/workflows/renewal-prep.md`

    warn[PB408]: not published: it has no extension
    --> content/workflows/LICENSE:1:1
     = help: remove it, or give it the extension of what it is

    warn[PB408]: not published: a page ends in `.md`, not in `.MD`
    --> content/workflows/OLD.MD:1:1
     = help: rename it to `OLD.md`

    warn[PB408]: not published: `.xlsm` is not in `[build] assets`
    --> content/workflows/macro.xlsm:1:1
     = help: remove it, or add "xlsm" to `assets` under `[build]` in playbook.toml

    warn[PB408]: not published: a page ends in `.md`, not in `.markdown`
    --> content/workflows/old.markdown:1:1
     = help: rename it to `old.md`

    warn[PB408]: not published: `static/` is for files that are copied as they are
    --> static/about.md:1:1
     = help: move it to `content/guides/about.md`
    "#);
}

#[test]
fn what_a_browser_would_run_is_refused() {
    let sources = in_memory(&[
        ("content/workflows/a.html", ""),
        ("content/workflows/b.svg", ""),
        ("content/workflows/c.JS", ""),
        ("static/d.svg", ""),
        ("content/index.md", ""),
    ]);
    assert!(sources.assets.is_empty());
    insta::assert_snapshot!(messages(&sources), @r#"
    error[PB407]: a `.html` file can run code in a reader's browser
    --> content/workflows/a.html:1:1
     = help: write the text as a markdown page, or attach it as `.pdf`

    error[PB407]: a `.svg` file can run code in a reader's browser
    --> content/workflows/b.svg:1:1
     = help: export the drawing as `.png` or `.webp`

    error[PB407]: a `.js` file can run code in a reader's browser
    --> content/workflows/c.JS:1:1
     = help: attach it as `.txt`

    error[PB407]: a `.svg` file can run code in a reader's browser
    --> static/d.svg:1:1
     = help: export the drawing as `.png` or `.webp`
    "#);
}

#[test]
fn the_logo_and_the_favicon_of_the_settings_are_allowed() {
    let settings = format!("{SETTINGS}logo = \"northgate.svg\"\nfavicon = \"icons/site.ico\"\n");
    let sources = in_memory(&[
        ("playbook.toml", &settings),
        ("static/northgate.svg", "<svg/>"),
        ("content/northgate.svg", "<svg/>"),
        ("content/index.md", ""),
    ]);
    assert_eq!(assets(&sources), ["static/northgate.svg"]);
    insta::assert_snapshot!(messages(&sources), @r#"
    error[PB407]: a `.svg` file can run code in a reader's browser
    --> content/northgate.svg:1:1
     = help: export the drawing as `.png` or `.webp`

    error[PB412]: "icons/site.ico": there is no `static/icons/site.ico`
    --> playbook.toml:1:1
     = note: no such file
     = help: put the favicon there, or take the line out
    "#);
}

#[test]
fn unsafe_names_come_with_a_better_one() {
    let long = format!("content/workflows/{}.md", "long-".repeat(40));
    let sources = in_memory(&[
        ("content/workflows/renewal prep (new).md", PAGE),
        ("content/workflows/v1.2-notes.md", PAGE),
        ("content/workflows/aux.md", PAGE),
        ("content/workflows/COM1/notes.md", PAGE),
        ("content/workflows/dot./notes.md", PAGE),
        ("content/workflows/dot./more.md", PAGE),
        ("content/workflows/bell\u{7}.md", PAGE),
        ("content/workflows/\u{202e}dm.exe.md", PAGE),
        ("content/workflows/C:\\x.md", PAGE),
        ("content/workflows/%2e%2e.md", PAGE),
        ("content/workflows/a b/index.md", PAGE),
        ("content/workflows/shot (1).png", "fine for an image"),
        ("content/workflows/Büro-größe.md", PAGE),
        ("content/workflows/Bu\u{308}ro.md", PAGE),
        ("content/workflows/提案.md", PAGE),
        (&long, PAGE),
    ]);
    assert_eq!(assets(&sources), ["content/workflows/shot (1).png"]);
    assert_eq!(
        documents(&sources),
        [
            "content/workflows/Bu\u{308}ro.md",
            "content/workflows/Büro-größe.md",
            "content/workflows/提案.md"
        ]
    );
    insta::assert_snapshot!(messages(&sources), @r#"
    error[PB401]: "%2e%2e.md": `%` is in its name, which not every system or address can hold
    --> content/workflows/%2e%2e.md:1:1
     = help: rename it to `2e-2e.md`

    error[PB401]: "C:\x.md": `:` is in its name, which not every system or address can hold
    --> content/workflows/C:\x.md:1:1
     = help: rename it to `C-x.md`

    error[PB401]: "COM1": Windows keeps this name for a device
    --> content/workflows/COM1:1:1
     = help: rename it to `COM1-page`

    error[PB401]: "a b": a page's name has only letters, digits, `-` and `_`
    --> content/workflows/a b:1:1
     = help: rename it to `a-b`

    error[PB401]: "aux.md": Windows keeps this name for a device
    --> content/workflows/aux.md:1:1
     = help: rename it to `aux-page.md`

    error[PB401]: "bell␇.md": a control character (U+0007) is in it, which nobody sees
    --> content/workflows/bell␇.md:1:1
     = help: rename it to `bell.md`

    error[PB401]: "dot.": it ends with a dot, which Windows drops
    --> content/workflows/dot.:1:1
     = help: rename it to `dot`

    error[PB401]: "long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-.md": 203 bytes are too long for a name
    --> content/workflows/long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-.md:1:1
     = help: rename it to `long-long-long-long-long-long-long-long-long-long-long-long.md`

    error[PB401]: "renewal prep (new).md": a page's name has only letters, digits, `-` and `_`
    --> content/workflows/renewal prep (new).md:1:1
     = help: rename it to `renewal-prep-new.md`

    error[PB401]: "v1.2-notes.md": a page's name has only letters, digits, `-` and `_`
    --> content/workflows/v1.2-notes.md:1:1
     = help: rename it to `v1-2-notes.md`

    error[PB401]: "�dm.exe.md": it begins with a mark of the writing direction (U+202E), which nobody sees
    --> content/workflows/�dm.exe.md:1:1
     = help: rename it to `dm-exe.md`
    "#);
}

#[test]
fn a_name_that_is_not_utf8_is_refused_and_the_rest_stands() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let disk = OnDisk::new(&[("content/workflows/renewal-prep.md", PAGE)]);
    let folder = disk.root().join("content/workflows");
    fs::write(folder.join(OsStr::from_bytes(b"caf\xe9.md")), PAGE).unwrap();
    let sources = disk.load();
    assert_eq!(documents(&sources), ["content/workflows/renewal-prep.md"]);
    insta::assert_snapshot!(messages(&sources), @r#"
    error[PB401]: "caf�.md": its name is not UTF-8
    --> content/workflows/caf�.md:1:1
     = help: rename it to `caf.md`
    "#);
}

#[test]
fn links_are_not_followed_wherever_they_lead() {
    let outside = OnDisk::new(&[("secret.md", "canary"), ("folder/secret.md", "canary")]);
    let disk = OnDisk::new(&[("content/workflows/renewal-prep.md", PAGE)]);
    let link = |to: &Path, from: &str| symlink(to, disk.root().join(from)).unwrap();
    link(&outside.root().join("secret.md"), "content/workflows/file.md");
    link(&outside.root().join("folder"), "content/workflows/folder");
    link(&disk.root().join("content"), "content/workflows/loop");
    link(Path::new("nowhere"), "content/workflows/broken.md");
    link(Path::new("renewal-prep.md"), "content/workflows/inside.md");
    link(outside.root(), "static");
    link(Path::new("me@host.1234"), "content/workflows/.#renewal-prep.md");
    let sources = disk.load();
    assert_eq!(documents(&sources), ["content/workflows/renewal-prep.md"]);
    assert!(sources.assets.is_empty());
    assert!(!format!("{sources:?}").contains("canary"));
    let paths: Vec<_> = sources.diagnostics.iter().map(|d| (&*d.place.path, d.code)).collect();
    assert_eq!(
        paths,
        [
            ("content/workflows/broken.md", "PB402"),
            ("content/workflows/file.md", "PB402"),
            ("content/workflows/folder", "PB402"),
            ("content/workflows/inside.md", "PB402"),
            ("content/workflows/loop", "PB402"),
            ("static", "PB402"),
        ]
    );
}

#[test]
fn a_pipe_or_a_socket_does_not_hold_up_the_build() {
    let disk = OnDisk::new(&[("content/workflows/renewal-prep.md", PAGE)]);
    let folder = disk.root().join("content/workflows");
    let made = std::process::Command::new("mkfifo").arg(folder.join("pipe.md")).status().unwrap();
    assert!(made.success());
    let _socket = std::os::unix::net::UnixListener::bind(folder.join("socket.md")).unwrap();
    let start = Instant::now();
    let sources = disk.load();
    assert!(start.elapsed() < Duration::from_secs(1));
    assert_eq!(documents(&sources), ["content/workflows/renewal-prep.md"]);
    insta::assert_snapshot!(messages(&sources), @r#"
    error[PB406]: a named pipe is not a file
    --> content/workflows/pipe.md:1:1
     = help: remove it

    error[PB406]: a socket is not a file
    --> content/workflows/socket.md:1:1
     = help: remove it
    "#);
}

/// Only whoever has all rights can make one.
#[test]
fn a_device_is_not_opened() {
    let disk = OnDisk::new(&[("content/workflows/renewal-prep.md", PAGE)]);
    let device = disk.root().join("content/workflows/zero.md");
    let made = std::process::Command::new("mknod").arg(device).args(["c", "1", "5"]).output();
    if !made.unwrap().status.success() {
        return;
    }
    let sources = disk.load();
    assert_eq!(documents(&sources), ["content/workflows/renewal-prep.md"]);
    insta::assert_snapshot!(messages(&sources), @r#"
    error[PB406]: a device is not a file
    --> content/workflows/zero.md:1:1
     = help: remove it
    "#);
}

#[test]
fn images_and_downloads_are_known_by_their_content() {
    let one = in_memory(&[("content/workflows/a.csv", "1,2")]);
    let same = in_memory(&[("content/workflows/a.csv", "1,2")]);
    let other = in_memory(&[("content/workflows/a.csv", "1,3")]);
    assert_eq!(one.assets, same.assets);
    assert_ne!(one.assets, other.assets);
    assert_eq!(one.digest(), same.digest());
    assert_ne!(one.digest(), other.digest());
}

#[test]
fn no_image_header_is_too_broken() {
    let mut bytes = png(10, 10);
    bytes.extend(b"RIFF....WEBPVP8X\xff\xd8\xff\xe0");
    for end in 0..bytes.len() {
        let cut = bytes[..end].to_vec();
        Sources::in_memory([("playbook.toml", SETTINGS.into()), ("static/a.png", cut)]).unwrap();
    }
}

#[test]
fn the_digest_of_the_sources_sees_every_part() {
    let plain = in_memory(&[("content/workflows/a.md", PAGE)]);
    let others = [
        in_memory(&[("content/workflows/a.md", "---\ntitle: Another\n---\n")]),
        in_memory(&[("content/workflows/b.md", PAGE)]),
        in_memory(&[("content/workflows/a.md", PAGE), ("static/a.txt", "")]),
        in_memory(&[("content/workflows/a.md", PAGE), ("content/stray.exe", "")]),
        in_memory(&[
            ("content/workflows/a.md", PAGE),
            ("playbook.toml", "[site]\ntitle = \"B\"\n"),
        ]),
    ];
    for other in &others {
        assert_ne!(plain.digest(), other.digest());
    }
}

#[test]
fn a_theme_is_the_folder_that_the_settings_name() {
    let settings = format!("{SETTINGS}theme = \"northgate\"\n");
    let sources = in_memory(&[
        ("playbook.toml", &settings),
        ("themes/northgate/templates/page.html", "<main>"),
        ("themes/northgate/.DS_Store", ""),
        ("themes/other/templates/page.html", ""),
    ]);
    let files: Vec<_> = sources.theme.keys().map(|path| &**path).collect();
    assert_eq!(files, ["templates/page.html"]);

    for (theme, words) in
        [("absent", "there are no files"), ("../content", "not the name of a folder")]
    {
        let settings = format!("{SETTINGS}theme = \"{theme}\"\n");
        let error = Sources::in_memory([("playbook.toml", settings)]).unwrap_err();
        assert_eq!(error.exit_code(), 2);
        assert!(error.to_string().contains(words), "{error}");
    }
}
