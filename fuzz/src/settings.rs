//! `playbook.toml`, as bytes.

use playbook::config;
use playbook::diagnostic::{Diagnostic, SourceMap};

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
    if !text.contains('\r') {
        let (twin, said) = config::parse(&text.replace('\n', "\r\n"));
        assert_eq!(twin, config);
        assert_eq!(said.len(), found.len(), "{said:#?}");
    }
    let Some(config) = config else {
        assert!(!found.is_empty(), "settings are refused without a word: {text:?}");
        return;
    };
    let output = config.build.output.as_str();
    let stays = !output.starts_with('/') && !output.split('/').any(|name| name == "..");
    assert!(stays && !output.is_empty(), "{output:?}");
    let mut files = base::files(&text);
    files.insert("playbook.toml".to_owned(), text.as_bytes().to_vec());
    let Some(build) = base::build(&files) else { return };
    messages::of_build(&build);
    base::output(&build, "workflows/prepare.html").iter().for_each(|page| html::check_page(page));
}
