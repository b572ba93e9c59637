//! `playbook.toml`, as bytes.

use playbook::config;
use playbook::diagnostic::{Diagnostic, SourceMap};
use playbook::source::Sources;

use super::{base, html, messages};

/// Settings are read without a panic, every message points into them, the output
/// stays below the root, and the page that they lead to holds no markup but the
/// theme's.
pub fn settings(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (config, found) = config::parse(&text);
    let map = SourceMap::of_text(text.as_ref().into());
    let found: Vec<&Diagnostic> = found.iter().collect();
    messages::check(&found, &|path| (path == "playbook.toml").then_some(&map));
    let files = base::files(&text);
    if !text.contains('\r') {
        check_line_ends(&files, &text);
    }
    let Some(config) = config else {
        assert!(!found.is_empty(), "settings are refused without a word: {text:?}");
        return;
    };
    let output = config.build.output.as_str();
    let stays = !output.starts_with('/') && !output.split('/').any(|name| name == "..");
    assert!(stays && !output.is_empty(), "{output:?}");
    let Some(build) = base::build(&files) else { return };
    messages::of_build(&build);
    base::output(&build, "workflows/prepare.html").iter().for_each(|page| html::check_page(page));
}

/// Line ends make no difference, in settings or in what is wrong with them.
fn check_line_ends(files: &base::Files, text: &str) {
    let twin = ("playbook.toml".to_owned(), text.replace('\n', "\r\n").into_bytes());
    match (Sources::in_memory(files.clone()), Sources::in_memory([twin])) {
        (Ok(sources), Ok(twin)) => assert_eq!(*sources.config, *twin.config),
        (Err(error), Err(twin)) => assert_eq!(format!("{error:?}"), format!("{twin:?}")),
        (one, other) => panic!("{one:?} and, with other line ends, {other:?}"),
    }
}
