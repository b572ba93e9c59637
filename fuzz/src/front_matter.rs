//! Front matter of every kind of page. The first byte chooses the kind, the rest
//! is the file.

use super::{base, html, messages};

/// One page of each kind.
const PATHS: [&str; 11] = [
    "content/workflows/fuzzed.md",
    "content/roles/fuzzed.md",
    "content/layers/fuzzed.md",
    "content/tools/fuzzed.md",
    "content/people/fuzzed.md",
    "content/collections/fuzzed.md",
    "content/drills/fuzzed.md",
    "content/wanted/fuzzed.md",
    "content/guides/fuzzed.md",
    "content/people/m-osei.md",
    "content/index.md",
];

/// From here on, the first byte asks for the whole site, which takes longer.
const WHOLE: u8 = 0xF0;

/// A file is read without a panic, every message points into it, line ends make
/// no difference, and its page holds no markup but the theme's.
pub fn front_matter(data: &[u8]) {
    let Some((choice, bytes)) = data.split_first() else { return };
    let path = PATHS[usize::from(*choice) % PATHS.len()];
    let document = base::document(path, bytes, false);
    messages::of_document(&document);
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\r')
    {
        let twin = base::document(path, text.replace('\n', "\r\n").as_bytes(), false);
        assert_eq!(twin.card, document.card);
        assert_eq!(twin.map, document.map);
        assert_eq!(twin.diagnostics, document.diagnostics);
    }
    let mut files = base::files(base::SETTINGS);
    files.insert(path.to_owned(), bytes.to_vec());
    let build = base::build(&files).expect("a page is never all that there is");
    messages::of_build(&build);
    if *choice >= WHOLE {
        let outputs = base::all_outputs(&build);
        let pages = outputs.iter().filter(|(route, _)| route.ends_with(".html"));
        pages.for_each(|(_, page)| html::check_page(page));
        let feeds = outputs.iter().filter(|(route, _)| route.ends_with(".xml"));
        feeds.for_each(|(route, text)| assert!(text.chars().all(is_of_xml), "{route}: {text:?}"));
        let data = outputs.iter().filter(|(route, _)| route.ends_with(".json"));
        data.for_each(|(route, text)| {
            serde_json::from_str::<serde_json::Value>(text)
                .unwrap_or_else(|error| panic!("{route}: {error}"));
        });
    } else {
        let route = path.trim_start_matches("content/").replace(".md", ".html");
        base::output(&build, &route).iter().for_each(|page| html::check_page(page));
    }
}

/// Whether XML can hold a character at all.
fn is_of_xml(found: char) -> bool {
    !matches!(found, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}')
}
