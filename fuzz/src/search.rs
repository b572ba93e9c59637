//! Queries, and the index that they are looked up in. The first line is what is
//! typed, the second the title of a page, the rest its body.

use std::collections::BTreeSet;

use playbook::engine::Build;
use playbook::search::{Filters, Query, Results, each_word};

use super::{base, messages};

const PAGE: &str = "guides/fuzzed.html";

/// A query finds pages that exist, each once; and what was written into the
/// index is read out of it: a page is found by every word of its title.
pub fn search(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (typed, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let (title, body) = rest.split_once('\n').unwrap_or((rest, ""));
    let mut files = base::files(base::SETTINGS);
    // Any text in quotes of JSON is that text in quotes of YAML.
    let quoted = serde_json::Value::from(format!("Fuzzed {title}"));
    let page = format!("---\ntitle: {quoted}\nsummary: It is.\n---\n{body}");
    files.insert(format!("content/{}", PAGE.replace(".html", ".md")), page.into_bytes());
    let build = base::build(&files).expect("a page is never all that there is");
    messages::of_build(&build);
    for unfinished in [false, true] {
        let results = find(&build, typed, unfinished);
        assert!(results.whole <= results.pages.len(), "{typed:?}: {results:?}");
        assert_eq!(results.scores.len(), results.pages.len());
        let different: BTreeSet<u32> = results.pages.iter().copied().collect();
        assert_eq!(different.len(), results.pages.len(), "{typed:?}: {results:?}");
    }
    if let Some(shown) = build.playbook().guides.get("fuzzed") {
        let mut words: BTreeSet<String> = BTreeSet::new();
        each_word(&shown.page.card.title, |word, _| {
            words.insert(word.to_owned());
        });
        for word in words.iter().take(WORDS) {
            let results = find(&build, word, false);
            let index = build.site.search.index().expect("a site has an index");
            let mut found = results.pages.iter().map(|page| &index.addresses[*page as usize]);
            assert!(found.any(|route| route.as_str() == PAGE), "{word:?}: {results:?}");
        }
    }
}

/// Words of a title that are looked for.
const WORDS: usize = 12;

fn find(build: &Build, text: &str, unfinished: bool) -> Results {
    let index = build.site.search.index().expect("a site has an index");
    let query = Query { text, filters: Filters::default(), unfinished };
    let results = playbook::search::search(index, &query, |page| {
        build.site.search.record(&index.addresses[page as usize])
    });
    for page in &results.pages {
        assert!((*page as usize) < index.addresses.len(), "{text:?}: {results:?}");
    }
    results
}
