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
        let with_prompt =
            bytes.iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(PROMPT));
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
    for line in ["hold:", "hold: yes", "hold: true", "hold: {}", "hold: {daet: soon}", "hold: [a]"]
    {
        assert_eq!(status(line), "stopped", "{line}");
    }
    for line in ["hold: no", "hold: false", "job: renewal"] {
        assert_ne!(status(line), "stopped", "{line}");
    }
    let messages = fixture::check(&held("hold:"));
    assert!(messages.contains("stopped, without a reason"), "{messages}");
}

#[test]
fn a_correction_is_told_on_the_page_first_in_its_twin_on_home_and_in_feeds() {
    let files = held(
        "corrected:\n  - {date: 2026-11-24, wrong_since: 2026-11-02, what: It left out the \
         discount., do: Check your offers}",
    );
    let page = fixture::shown(&files, "workflows/base-fluency.html");
    assert!(page.contains("data-until=\"2027-02-22\""), "for 90 days: {page}");
    assert!(page.contains("<b>Corrected on 24 November 2026</b> It left out the discount."));
    let twin = fixture::shown(&files, "workflows/base-fluency.md");
    let line = "> Corrected on 24 November 2026: It left out the discount. Check your offers.";
    assert!(twin.split_once("---\n\n").unwrap().1.starts_with(line), "{twin}");
    let home = fixture::shown(&files, "index.html");
    let item = "<li hidden data-path=\"workflows/base-fluency.html\" data-since=\"2026-11-02\" \
                data-until=\"2026-11-24\">";
    assert!(home.contains(item), "{home}");
    let feed = fixture::shown(&files, "feeds/all.json");
    assert!(feed.contains("Corrected: "), "{feed}");
    assert!(feed.contains("It left out the discount. Check your offers"), "{feed}");
}

#[test]
fn a_prompt_that_nobody_has_run_for_twice_its_interval_can_be_put_behind_a_click() {
    let page = fixture::shown(&base(), "workflows/base-fluency.html");
    // Medium stakes: 90 days after 9 October 2026, twice.
    assert!(page.contains("<main id=\"page:main\" data-long-due=\"2027-04-07\">"), "{page}");
    assert!(page.contains("data-show-prompt"), "{page}");
}
