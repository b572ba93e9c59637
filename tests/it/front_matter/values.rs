//! What single values mean, and what is said of those that mean nothing.

use insta::assert_snapshot;
use playbook::domain::{Kind, Stakes};

use super::{codes, page, read_as, said_of, typed, workflow};

#[test]
fn dates_have_one_reading_or_an_error_that_shows_both() {
    assert_snapshot!(said_of("verified: 3/4/2026"), @r##"
    4:11 error[PB116] "3/4/2026" can be 3 April 2026 or 4 March 2026
      ^ 3/4/2026 ^ which of the two?
      = verified: 2026-04-03  # 3 April 2026
      = verified: 2026-03-04  # 4 March 2026
    "##);
    assert_snapshot!(said_of("verified: yes"), @r##"
    4:11 error[PB116] "yes" is no date
      ^ yes ^ year, month, day
      = verified: YYYY-MM-DD
    "##);
    assert_snapshot!(said_of("verified: 20260-01-01"), @r##"
    4:11 error[PB116] "20260-01-01" is no date: the year 20260 is not between 2000 and 2100
      ^ 20260-01-01 ^ year, month, day
      = verified: YYYY-MM-DD
    "##);
    assert_snapshot!(said_of("verified: 2026-02-30"), @r##"
    4:11 error[PB116] "2026-02-30" is no date: that month has no day 30
      ^ 2026-02-30 ^ year, month, day
      = verified: YYYY-MM-DD
    "##);
    assert_snapshot!(said_of("verified: 4 March 2026"), @r##"
    4:11 warn[PB117] "4 March 2026" was read as 2026-03-04
      ^ 4 March 2026 ^ year, month, day
      = verified: 2026-03-04
    "##);
    for form in [
        "2026/03/04",
        "2026-3-4",
        "March 4, 2026",
        "4 Mar 2026",
        "4.3.2026",
        "2026-03-04T10:00:00Z",
        "\"2026-03-04\"",
    ] {
        let read = workflow(&format!("verified: {form}"));
        assert_eq!(typed(&read).verified.unwrap().to_string(), "2026-03-04", "{form}");
    }
    for unclear in ["3/4/2026", "3-4-2026", "soon", "2026", "2026-13-01", "04/26", "13/13/2026"] {
        let read = workflow(&format!("verified: {unclear}"));
        assert_eq!((typed(&read).verified, codes(&read)), (None, vec!["PB116"]), "{unclear}");
    }
}

#[test]
fn words_intervals_numbers_and_switches_are_checked() {
    let lines =
        "stakes: hihg\nreview_every: 3 months\nminutes: {before: 40 min, after: 15, per: sprint}";
    assert_snapshot!(said_of(lines), @r##"
    4:9 error[PB118] "hihg" is nothing that `stakes` takes
      ^ hihg ^ did you mean `high`?
      = stakes: high
      = `stakes` takes low, medium, high
    5:15 error[PB121] "3 months" is no number of days
      ^ 3 months ^ days, from 1d to 3650d
      = review_every: 90d
    6:19 error[PB119] "40 min" is no whole number
      ^ 40 min ^ digits only
      = minutes: {before: 40, after: 15, per: sprint}
    6:43 error[PB118] "sprint" is nothing that `per` takes
      ^ sprint ^ not one of its words
      = `per` takes run, day, week, month
    "##);
    // Whether a word is a rung is the model's to say.
    assert_eq!(typed(&workflow("data: Internl")).data.as_deref(), Some("Internl"));
    let read = workflow("stakes: High\ndata: Internal\nreview_every: 90 days\ndraft: Yes");
    let front = typed(&read);
    assert_eq!((front.stakes, front.review_every, front.draft), (Stakes::High, Some(90), true));
    assert_eq!(front.data.as_deref(), Some("internal"));
    assert_eq!(codes(&read), Vec::<&str>::new());
}

#[test]
fn a_draft_that_cannot_be_read_is_kept_back() {
    assert!(typed(&workflow("draft: maybe")).draft);
    assert!(!typed(&workflow("draft: false")).draft);
    assert_snapshot!(said_of("draft: maybe"), @r##"
    4:8 error[PB120] "maybe" is neither true nor false, so the page is kept back
      ^ maybe ^ true or false
      = draft: true
      = or delete the line, if the page is ready
    "##);
}

#[test]
fn a_wrong_type_inside_is_located_and_only_its_entry_falls_out() {
    let lines = "repeated_by:\n- k-lindt\n- {who: [a, b], date: 2026-03-01, result: worked}\n- {who: m-osei, date: 2026-03-02, result: failed}\nminutes: 40\nowner: [m-osei, k-lindt]\nroles: {sales: yes}\nstopped: [a, [b, c]]";
    let read = workflow(lines);
    let front = typed(&read);
    assert_eq!(front.repeated_by.len(), 1);
    assert_eq!(front.stopped, ["a"]);
    assert_snapshot!(said_of(lines), @r##"
    5:3 error[PB114] "k-lindt": each line of `repeated_by` says who, when and with what result, and this is plain text
      ^ k-lindt ^ who, when and with what result?
      = fill in what is true:
    - {who: k-lindt, date: YYYY-MM-DD, result: worked / adapted / failed}
    6:9 error[PB114] "a, b": `who` takes one text, and this is a list
      ^ [a, b] ^ one text belongs here
      = write one value: `who: ...`
    8:10 error[PB114] "40": `minutes` takes a group of keys, and this is text
      ^ 40 ^ a group of keys belongs here
      = fill in what is true: `minutes: {before: ..., after: ...}`
    9:8 error[PB114] "m-osei, k-lindt": `owner` takes one text, and this is a list
      ^ [m-osei, k-lindt] ^ one text belongs here
      = write one value: `owner: ...`
    10:8 error[PB114] "sales: ...": `roles` takes one text, and this is a group of keys
      ^ {sales: yes} ^ one text belongs here
      = write one value: `roles: ...`
    11:14 error[PB114] "b, c": `stopped` takes one text, and this is a list
      ^ [b, c] ^ one text belongs here
      = write one value: `stopped: ...`
    "##);
}

#[test]
fn entries_without_the_parts_that_give_them_meaning_fall_out() {
    let lines = "repeated_by:\n- {who: k-lindt, result: worked}\nevidence:\n- {what: minutes, from: 40, to: 15}\n- {what: minutes, from: 40, to: 15, n: 12, source: system}";
    let read = workflow(lines);
    assert!(typed(&read).repeated_by.is_empty());
    assert_eq!(typed(&read).evidence.len(), 1);
    assert_snapshot!(said_of(lines), @r##"
    5:4 error[PB115] this entry of `repeated_by` has no `date`, so it is left out
      ^ who ^ add `date:`
      = say on which day it was: `date: YYYY-MM-DD`
    7:4 error[PB115] this entry of `evidence` has no `n`, so it is left out
      ^ what ^ add `n:`
      = say how many cases were counted: `n: ...`
    "##);
}

#[test]
fn lengths_and_counts_warn_and_the_page_stands() {
    let text = format!(
        "---\ntitle: Prep\nlayer: fluency\nsummary: {}\nroles: [a, b, c, d, everyone]\nminutes: {{before: 5, after: 9}}\nrebuilding: {{since: 2026-01-01}}\n---\n",
        "word ".repeat(40)
    );
    let read = page(&text);
    assert!(typed(&read).rebuilding.is_none());
    assert_eq!(codes(&read), ["PB123", "PB124", "PB125", "PB126", "PB127"]);
    let title = "x".repeat(300);
    let read = page(&format!("---\ntitle: {title}\nlayer: fluency\n---\n"));
    assert_eq!(read.title.as_deref(), Some(title.as_str()));
    assert_eq!(codes(&read), ["PB103"]);
    let guide = read_as(Kind::Guide, "content/guides/start.md", "---\ntitle: Start\n---\n");
    assert_eq!(codes(&guide), Vec::<&str>::new());
}

#[test]
fn old_addresses_are_plain_paths_inside_the_site() {
    let lines = "redirect_from: [../../x, \"%2e%2e/x\", /etc/x, 'C:\\x', \"a\\0b\", \"\", a//b, con.html, x.js, 'https://x.example/y']";
    assert!(workflow(lines).redirect_from.is_empty());
    assert_snapshot!(said_of(lines), @r##"
    4:17 error[PB129] "../../x" is no path inside the site: it has a part that is empty, `.` or `..`
      ^ ../../x ^ not redirected
      = write the path below the site's address: `workflows/NAME.html`
    4:26 error[PB129] "%2e%2e/x" is no path inside the site: it is percent-encoded; write the characters themselves
      ^ "%2e%2e/x" ^ not redirected
      = write the path below the site's address: `workflows/NAME.html`
    4:38 error[PB129] "/etc/x" is no path inside the site: it starts with a slash
      ^ /etc/x ^ not redirected
      = write the path below the site's address: `workflows/NAME.html`
    4:46 error[PB129] "C:\x" is no path inside the site: it has a colon
      ^ 'C:\x' ^ not redirected
      = write the path below the site's address: `workflows/NAME.html`
    4:54 error[PB129] "a�b" is no path inside the site: it has a character that no file name may have
      ^ "a\0b" ^ not redirected
      = write the path below the site's address: `workflows/NAME.html`
    4:54 warn[PB113] U+0000: this control character was replaced
      ^ "a\0b" ^ shown as �
      = delete it, and type this part again
    4:62 error[PB129] "" is no path inside the site: it is empty
      ^ "" ^ not redirected
      = write the path below the site's address: `workflows/NAME.html`
    4:66 error[PB129] "a//b" is no path inside the site: it has a part that is empty, `.` or `..`
      ^ a//b ^ not redirected
      = write the path below the site's address: `workflows/NAME.html`
    4:72 error[PB129] "con.html" is no path inside the site: it has a part that is no file name on every system
      ^ con.html ^ not redirected
      = write the path below the site's address: `workflows/NAME.html`
    4:82 error[PB129] "x.js" is no path inside the site: it does not end in .html
      ^ x.js ^ not redirected
      = write the path below the site's address: `workflows/NAME.html`
    4:88 error[PB129] "https://x.example/y" is no path inside the site: it is a whole address; only the path below the site belongs here
      ^ 'https://x.example/y' ^ not redirected
      = write the path below the site's address: `workflows/NAME.html`
    "##);
    let good = workflow("redirect_from: [workflows/old.html, old/, old/renewal, workflows/old.md]");
    assert_eq!(
        good.redirect_from,
        ["workflows/old.html", "old/index.html", "old/renewal.html", "workflows/old.html"]
    );
}

#[test]
fn retired_is_a_group_a_date_or_true() {
    let date = |lines: &str| typed(&workflow(lines)).retired.clone().map(|retired| retired.date);
    assert_eq!(date("retired: 2026-05-01").flatten().unwrap().to_string(), "2026-05-01");
    assert_eq!(date("retired: {reason: old}"), Some(None));
    assert_eq!(date("retired: true"), Some(None));
    assert_eq!(date("retired: false"), None);
}
