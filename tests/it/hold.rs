//! One line in a page stops it everywhere at once: on the page, in search, in its twin,
//! in `prompts.json` and in feeds.

use crate::fixture::{self, Files, base};

const PATH: &str = "content/workflows/sales/base-fluency.md";
const PROMPT: &str = "Write one page on";

/// The base page with one line more in its front matter.
fn held(line: &str) -> Files {
    let text = String::from_utf8(base()[PATH].clone()).unwrap();
    fixture::with(PATH, &text.replace("layer: fluency\n", &format!("layer: fluency\n{line}\n")))
}

#[test]
fn a_line_of_hold_withholds_the_prompt_wherever_it_is_published() {
    let shows_prompt = |files: &Files| {
        let bytes = fixture::bytes(&fixture::build(files));
        let with_prompt = bytes.iter().filter(|(_, bytes)| {
            String::from_utf8_lossy(bytes).contains(PROMPT)
        });
        with_prompt.map(|(route, _)| route.clone()).collect::<Vec<_>>()
    };
    let before = shows_prompt(&base());
    for route in ["workflows/base-fluency.html", "workflows/base-fluency.md", "prompts.json"] {
        assert!(before.iter().any(|it| it == route), "{route} in {before:?}");
    }
    let files = held("hold: It leaves out the discount since the update.");
    assert_eq!(shows_prompt(&files), Vec::<String>::new());
    let page = fixture::shown(&files, "workflows/base-fluency.html");
    let strip = "<b>Stop: It leaves out the discount since the update</b>";
    assert!(page.contains(strip), "{page}");
    let twin = fixture::shown(&files, "workflows/base-fluency.md");
    assert!(twin.contains("status: \"stopped\""), "{twin}");
}

#[test]
fn a_page_on_hold_names_what_to_use_meanwhile_and_is_told_in_feeds_by_its_day() {
    let line = "hold: {date: 2026-11-24, reason: Wrong figures, instead: base-judgment}";
    let files = held(line);
    let page = fixture::shown(&files, "workflows/base-fluency.html");
    assert!(page.contains("Stop: Wrong figures"), "{page}");
    assert!(page.contains("href=\"base-judgment.html\">Decide"), "{page}");
    let feed = fixture::shown(&files, "feeds/all.json");
    assert!(feed.contains("Stopped: ") && feed.contains("2026-11-24T00:00:00Z"), "{feed}");
    assert!(feed.contains("Stop: Wrong figures. Use "), "{feed}");
    let messages = fixture::check(&files);
    assert!(messages.contains("warn[PB512]: stopped: Wrong figures"), "{messages}");
}

#[test]
fn whatever_stands_behind_hold_but_no_stops_the_page() {
    let status = |line: &str| {
        let build = fixture::build(&held(line));
        build.playbook().workflows["base-fluency"].status.id()
    };
    for line in ["hold:", "hold: yes", "hold: true", "hold: {}", "hold: {daet: soon}", "hold: [a]"] {
        assert_eq!(status(line), "stopped", "{line}");
    }
    for line in ["hold: no", "hold: false", "job: renewal"] {
        assert_ne!(status(line), "stopped", "{line}");
    }
    let messages = fixture::check(&held("hold:"));
    assert!(messages.contains("stopped, without a reason"), "{messages}");
}
