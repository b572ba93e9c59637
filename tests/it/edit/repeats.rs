//! One more repeat in all kinds of front matter.

use playbook::edit::{self, Obstacle, PageSource};

use super::{diff, repeated, settings};

/// A page with these lines in its front matter.
fn page(lines: &str) -> String {
    format!("---\ntitle: Prepare a renewal call\nlayer: fluency\n{lines}---\n\nrepeated_by: text\n")
}

/// What the repeat changes in a page with these lines.
fn change(lines: &str) -> String {
    let before = page(lines);
    match repeated(before.as_bytes()) {
        Ok(after) => diff(before.as_bytes(), &after),
        Err(obstacle) => obstacle.to_string(),
    }
}

#[test]
fn without_the_key_it_comes_at_the_end_of_the_front_matter() {
    let entry =
        "+repeated_by:\n+  - {who: \"Ben Adler, support\", date: 2026-11-03, result: worked}\n";
    assert_eq!(change(""), entry);
    assert_eq!(change("tools: [assistant]\n# the last word\n\n"), entry);
    assert_eq!(change("summary: |\n  of two\n  lines\n"), entry);
}

#[test]
fn below_an_empty_key_it_is_the_first() {
    let line = "  - {who: \"Ben Adler, support\", date: 2026-11-03, result: worked}\n";
    assert_eq!(change("repeated_by:\n"), format!("+{line}"));
    assert_eq!(change("repeated_by: # who tried it?\n"), format!("+{line}"));
    assert_eq!(change("repeated_by:   \nnext: []\n"), format!("+{line}"));
    for nothing in ["nobody yet", "~", "null", "\"nobody yet\"", "none yet", "noch niemand"] {
        let gone = format!("-repeated_by: {nothing}\n+repeated_by:\n+{line}");
        assert_eq!(change(&format!("repeated_by: {nothing}\n")), gone);
    }
    let hint = change("repeated_by: nobody yet  # delete this\nnext: []\n");
    assert_eq!(
        hint,
        format!("-repeated_by: nobody yet  # delete this\n+repeated_by:  # delete this\n+{line}")
    );
}

#[test]
fn behind_entries_it_looks_as_they_do() {
    let flow = "{who: \"Ben Adler, support\", date: 2026-11-03, result: worked}\n";
    let ann = "who: Ann, date: 2026-10-01, result: failed";
    for (before, added) in [
        (format!("repeated_by:\n  - {{{ann}}}\n"), format!("+  - {flow}")),
        (format!("repeated_by:\n- {{{ann}}}\nnext: []\n"), format!("+- {flow}")),
        (
            format!("repeated_by:\n      -   {{ {ann} }}   # thanks!\n      # more?\ndata: public\n"),
            "+      -   { who: \"Ben Adler, support\", date: 2026-11-03, result: worked }\n".to_owned(),
        ),
        (
            "repeated_by:\n  - who: 'Ann'\n    date: 2026-10-01 # a Thursday\n    result: \"failed\"\n\n\nnext: []\n".to_owned(),
            "+  - who: \"Ben Adler, support\"\n+    date: 2026-11-03\n+    result: worked\n".to_owned(),
        ),
        (
            "repeated_by:\n-   who: Ann\n    date: 2026-10-01\n    result: failed\n    note: |\n      It broke.\n\n      Twice.\n".to_owned(),
            "+-   who: \"Ben Adler, support\"\n+    date: 2026-11-03\n+    result: worked\n".to_owned(),
        ),
        (
            format!("repeated_by:\n  - who: Ann\n    date: 2026-10-01\n    result: failed\n  - {{{ann}}}\n"),
            format!("+  - {flow}"),
        ),
        (
            "repeated_by:\n  -\n    who: Ann\n    date: 2026-10-01\n    result: failed\n".to_owned(),
            "+  - who: \"Ben Adler, support\"\n+    date: 2026-11-03\n+    result: worked\n".to_owned(),
        ),
    ] {
        assert_eq!(change(&before), added, "{before}");
    }
}

#[test]
fn in_brackets_it_comes_before_the_last_one() {
    let ben = "{who: \"Ben Adler, support\", date: 2026-11-03, result: worked}";
    let ann = "{who: Ann, date: 2026-10-01, result: failed}";
    let line = |before: &str, after: &str| {
        assert_eq!(change(&format!("{before}\n")), format!("-{before}\n+{after}\n"));
    };
    line("repeated_by: []", &format!("repeated_by: [{ben}]"));
    line("repeated_by:   [ ] # yet", &format!("repeated_by:   [{ben} ] # yet"));
    line(&format!("repeated_by: [{ann}]"), &format!("repeated_by: [{ann}, {ben}]"));
    line(&format!("repeated_by: [{ann} , ]"), &format!("repeated_by: [{ann} , {ben} ]"));
    let lines = |before: &str, changed: &str| assert_eq!(change(before), changed, "{before}");
    lines(&format!("repeated_by: [\n  {ann}, # first\n]\n"), &format!("+  {ben},\n"));
    lines(
        &format!("repeated_by: [\n  {ann} # first\n]\n"),
        &format!("-  {ann} # first\n+  {ann}, # first\n+  {ben}\n"),
    );
    lines(
        &format!("repeated_by: [\n    {ann},\n    {ann}]\nnext: []\n"),
        &format!("-    {ann}]\n+    {ann},\n+    {ben}]\n"),
    );
}

#[test]
fn one_that_stands_alone_becomes_the_first_of_a_list() {
    assert_eq!(
        change("repeated_by: {who: Ann, date: 2026-10-01, result: failed}\n"),
        "-repeated_by: {who: Ann, date: 2026-10-01, result: failed}\n\
         +repeated_by: [{who: Ann, date: 2026-10-01, result: failed}, {who: \"Ben Adler, support\", date: 2026-11-03, result: worked}]\n"
    );
    assert_eq!(
        change(
            "repeated_by:\n  who: Ann\n  # then\n  date: 2026-10-01\n  result: failed\nnext: []\n"
        ),
        "-  who: Ann\n-  # then\n-  date: 2026-10-01\n-  result: failed\n\
         +  - who: Ann\n+    # then\n+    date: 2026-10-01\n+    result: failed\n\
         +  - {who: \"Ben Adler, support\", date: 2026-11-03, result: worked}\n"
    );
}

#[test]
fn line_ends_marks_and_letters_of_other_systems_stay() {
    let unix = page(
        "summary: Grüße \u{1F980} an alle\nrepeated_by:\n  - {who: Ann, date: 2026-10-01, result: failed}\n",
    );
    let end = "  - {who: \"Ben Adler, support\", date: 2026-11-03, result: worked}\n";
    let at = unix.find("---\n\nrepeated_by").unwrap();
    let expected = format!("{}{end}{}", &unix[..at], &unix[at..]);
    for newline in ["\n", "\r\n", "\r"] {
        for mark in ["", "\u{feff}"] {
            let other = |text: &str| format!("{mark}{}", text.replace('\n', newline));
            let after = repeated(other(&unix).as_bytes()).unwrap();
            assert_eq!(String::from_utf8(after).unwrap(), other(&expected), "{newline:?} {mark:?}");
        }
    }
    // A sign that no page may have is replaced by the reader, and stays in the file.
    let odd = page("summary: odd\u{1}sign\n");
    let after = String::from_utf8(repeated(odd.as_bytes()).unwrap()).unwrap();
    assert!(after.contains("odd\u{1}sign"));
}

#[test]
fn a_page_that_is_indented_as_a_whole_stays_so() {
    let before = "---\n  title: Prepare a renewal call\n  layer: fluency\n---\n";
    let after = repeated(before.as_bytes()).unwrap();
    assert_eq!(
        diff(before.as_bytes(), &after),
        "+  repeated_by:\n+    - {who: \"Ben Adler, support\", date: 2026-11-03, result: worked}\n"
    );
}

#[test]
fn what_cannot_be_changed_without_a_guess_is_refused() {
    let refused = |page: &str| repeated(page.as_bytes()).unwrap_err();
    assert_eq!(refused("no front matter\n"), Obstacle::Unreadable);
    assert_eq!(refused("---\ntitle: A page without a layer\n---\n"), Obstacle::Unreadable);
    let toml = "+++\ntitle = \"Prepare a renewal call\"\nlayer = \"fluency\"\n+++\n";
    assert_eq!(refused(toml), Obstacle::OtherFences);
    let json = "{\"title\": \"Prepare a renewal call\", \"layer\": \"fluency\"}\n";
    assert_eq!(refused(json), Obstacle::OtherFences);
    let open = "---\ntitle: Prepare a renewal call\nlayer: fluency\n\nText.\n";
    assert_eq!(refused(open), Obstacle::OtherFences);
    assert_eq!(refused(&page("repeated_by: Ann, on the third\n")), Obstacle::OtherValue);
    assert_eq!(
        repeated(b"---\ntitle: \xff\nlayer: fluency\n---\n").unwrap_err(),
        Obstacle::Unreadable
    );
}

#[test]
fn how_many_asked_is_another_number_or_the_first() {
    let settings = settings();
    let seen = |lines: &str| {
        let before = format!("---\ntitle: Hand over an account\n{lines}---\n");
        let path = "content/wanted/handover.md";
        let page = PageSource { path, bytes: before.as_bytes(), settings: &settings };
        diff(before.as_bytes(), &edit::set_seen(&page, 8).unwrap())
    };
    assert_eq!(seen("seen: 7\n"), "-seen: 7\n+seen: 8\n");
    assert_eq!(seen("seen:   \"7\" # in May\n"), "-seen:   \"7\" # in May\n+seen:   8 # in May\n");
    assert_eq!(seen("seen:\nwhy: it takes long\n"), "-seen:\n+seen: 8\n");
    assert_eq!(seen(""), "+seen: 8\n");
}
