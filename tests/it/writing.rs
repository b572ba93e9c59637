//! The commands that write sources: `new` and `repeat`, from what is typed and from what
//! readers send.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

use crate::fixture::{self, on_disk};

/// What a command printed, and its exit code.
fn playbook(root: &Path, args: &[&str]) -> (i32, String, String) {
    let ended = Command::cargo_bin("playbook").unwrap().current_dir(root).args(args).output();
    let ended = ended.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (ended.status.code().unwrap(), text(ended.stdout), text(ended.stderr))
}

const PATH: &str = "content/workflows/customer-success/base-judgment.md";
const SENTENCE: &str = "---\ntitle: Decide how far to trust a churn flag";

fn repeat(root: &Path, more: &[&str]) -> (i32, String, String) {
    playbook(root, &[&["repeat"], more].concat())
}

#[test]
fn a_repeat_is_one_entry_more_and_the_lines_are_shown() {
    let root = on_disk(&fixture::base());
    let before = fs::read_to_string(root.path().join(PATH)).unwrap();
    assert!(before.starts_with(SENTENCE));
    let args = [
        "base-judgment",
        "--result",
        "worked",
        "--who",
        "RevOps desk",
        "--date",
        "2026-11-03",
        "--note",
        "Two accounts",
    ];
    let (code, out, err) = repeat(root.path(), &args);
    assert_eq!(
        (code, out.as_str()),
        (
            0,
            "content/workflows/customer-success/base-judgment.md:13\n\
             +repeated_by:\n\
             +  - {who: revops-desk, date: 2026-11-03, result: worked, note: Two accounts}\n"
        ),
        "{err}"
    );
    assert_eq!(
        err,
        "look at it with `playbook serve`: http://127.0.0.1:4400/workflows/base-judgment.html\n"
    );
    let after = fs::read_to_string(root.path().join(PATH)).unwrap();
    let entry = "repeated_by:\n  - {who: revops-desk, date: 2026-11-03, result: worked, note: Two accounts}\n";
    assert_eq!(after.replace(entry, ""), before);
    let (code, _, err) = repeat(root.path(), &args);
    assert_eq!(code, 3);
    assert!(err.contains("has this repeat already"), "{err}");
}

#[test]
fn a_page_is_found_by_all_that_names_it() {
    for name in [
        "base-judgment",
        "workflows/base-judgment",
        PATH,
        "./content/workflows/customer-success/base-judgment.md",
        "workflows/base-judgment.html",
        "https://playbook.example/team/workflows/base-judgment.html?q=1#steps",
    ] {
        let root = on_disk(&fixture::base());
        let args = [name, "--result", "failed", "--who", "two people", "--date", "2026-11-03"];
        assert_eq!(repeat(root.path(), &args).0, 0, "{name}");
    }
}

#[test]
fn without_a_date_it_is_today_and_that_is_said() {
    let root = on_disk(&fixture::base());
    let (code, out, err) =
        repeat(root.path(), &["base-judgment", "--result", "worked", "--who", "Ben"]);
    let said = err.lines().next().unwrap();
    let day =
        said.strip_prefix("no --date was given, so: ").unwrap().strip_suffix(", today").unwrap();
    assert_eq!(code, 0);
    assert!(out.contains(&format!("date: {day},")), "{out}");
}

#[test]
fn what_is_no_repeat_is_refused_and_nothing_is_written() {
    let mut files = fixture::base();
    files.insert(
        "content/workflows/sales/broken.md".to_owned(),
        b"---\ntitle: No layer here\n---\n".to_vec(),
    );
    files.insert("content/workflows/sales/twice.md".to_owned(), fixture::base()[PATH].clone());
    files.insert("content/workflows/support/twice.md".to_owned(), fixture::base()[PATH].clone());
    let root = on_disk(&files);
    let typed = ["--result", "worked", "--date", "2026-11-03", "--who"];
    let says = |page: &str, who: &str, code: i32, expected: &str| {
        let before = fixture::build_folder(root.path());
        let (ended, out, err) = repeat(root.path(), &[&[page], &typed[..], &[who]].concat());
        assert_eq!((ended, out.as_str()), (code, ""), "{err}");
        assert!(err.contains(expected), "{err}");
        assert!(err.contains("nothing was written"), "{err}");
        let after = fixture::build_folder(root.path());
        assert!(fixture::bytes(&before) == fixture::bytes(&after), "{page}");
    };
    for nobody in ["nobody", "Nobody yet.", "niemand", "n/a", "?"] {
        says("base-judgment", nobody, 2, "is nobody");
    }
    says("base-judgment", "  ", 2, "nobody said who did it");
    for owner in ["m-osei", "M. Osei", "m. osei", "m.osei@example.com"] {
        says(
            "base-judgment",
            owner,
            3,
            "an owner's own run is no repeat: it is the day in `verified`",
        );
    }
    says("base-judgement", "Ben", 2, "did you mean \"base-judgment\"?");
    says("something-else", "Ben", 2, "no workflow is called \"something-else\"");
    says("broken", "Ben", 2, "playbook check content/workflows/sales/broken.md");
    says(
        "twice",
        "Ben",
        2,
        "is the id of 2 files: content/workflows/sales/twice.md, content/workflows/support/twice.md",
    );
    let other = |more: &[&str], expected: &str| {
        let (code, _, err) =
            repeat(root.path(), &[&["base-judgment", "--who", "Ben"], more].concat());
        assert_eq!(code, 2, "{err}");
        assert!(err.contains(expected), "{err}");
    };
    other(&["--result", "workd"], "did you mean `--result worked`?");
    other(&["--result", "worked", "--date", "2099-01-01"], "2099-01-01 is in the future");
    other(
        &["--result", "worked", "--date", "3/4/2026"],
        "write which: --date 2026-04-03 or --date 2026-03-04",
    );
    other(&["--result", "worked", "--date", "soon"], "\"soon\" is no date");
}

/// Saves a letter beside the playbook, and gives it to a command.
fn letter(root: &Path, command: &str, text: &str, more: &[&str]) -> (i32, String, String) {
    fs::write(root.join("letter.txt"), text).unwrap();
    playbook(root, &[&[command, "--from-text", "letter.txt"], more].concat())
}

const REPEATED: &str = "> Page: https://playbook.example/workflows/base-judgment.html\r\n>\r\n> Result (worked, adapted or failed): it worked, adapted\r\n> Who (your name, or your team): Ben Adler\r\n> Date (year-month-day): 3 November 2026\r\n> Note (what others should know):\r\n>\r\n> (end of the form)\r\n-- \r\nBen\r\n";

#[test]
fn a_letter_that_tells_of_a_repeat_becomes_its_entry() {
    let root = on_disk(&fixture::base());
    let (code, out, err) = letter(root.path(), "repeat", REPEATED, &[]);
    assert_eq!(code, 0, "{err}");
    assert!(out.ends_with("+  - {who: Ben Adler, date: 2026-11-03, result: adapted}\n"), "{out}");
    assert!(!err.contains("warning"), "{err}");

    let root = on_disk(&fixture::base());
    let german = "Seite: workflows/base-judgment.html\nErgebnis: nicht geklappt\nWer: Team Süd\nDatum: 3. November 2026\n";
    let (code, out, err) = letter(root.path(), "repeat", german, &[]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("{who: Team Süd, date: 2026-11-03, result: failed}"), "{out}");
    assert!(
        err.starts_with("warning: the text does not end with the last line of the form"),
        "{err}"
    );

    let root = on_disk(&fixture::base());
    let open = format!(
        "From: Ben Adler <b@example.com>\nSubject: I repeated\n\n{}",
        REPEATED.replace("Ben Adler", "")
    );
    let (code, _, err) = letter(root.path(), "repeat", &open, &[]);
    assert_eq!(code, 2);
    assert!(err.contains("help: say it beside the letter: --who \"Ben Adler\""), "{err}");
    assert_eq!(letter(root.path(), "repeat", &open, &["--who", "Ben Adler"]).0, 0);
    let dateless = REPEATED.replace("3 November 2026", "");
    let (code, _, err) = letter(root.path(), "repeat", &dateless, &["--who", "Cem"]);
    assert_eq!(code, 2);
    assert!(err.contains("nobody said the day"), "{err}");
}

#[test]
fn who_wants_a_page_too_is_counted() {
    let root = on_disk(&fixture::base());
    let text = "Page: https://playbook.example/wanted/account-change.html\n\nWhy (one sentence): Every week.\n\n(end of the form)\n";
    for (command, seen) in [("new", "-seen: 7\n+seen: 8\n"), ("repeat", "-seen: 8\n+seen: 9\n")] {
        let (code, out, err) = letter(root.path(), command, text, &[]);
        assert_eq!(code, 0, "{err}");
        assert!(out.ends_with(seen), "{out}");
    }
}

#[test]
fn who_asks_for_a_page_gets_a_wanted_one_or_is_counted_there() {
    let root = on_disk(&fixture::base());
    let text = "Page: search.html\nTitle: Sum up a visit\nRole: AE\nLayer (fluency: do it): \nWhy: It takes an hour.\n(end of the form)\n";
    let (code, out, err) = letter(root.path(), "new", text, &[]);
    assert_eq!((code, out.as_str()), (0, "content/wanted/sum-up-a-visit.md\n"), "{err}");
    let page = fs::read_to_string(root.path().join("content/wanted/sum-up-a-visit.md")).unwrap();
    for line in [
        "title: Sum up a visit\n",
        "roles: [sales]\n",
        "layer:\n",
        "why: It takes an hour.\n",
        "seen: 1\n",
    ] {
        assert!(page.contains(line), "{line} in {page}");
    }
    let (code, out, _) = letter(root.path(), "new", text, &[]);
    assert_eq!(code, 0);
    assert!(out.ends_with("-seen: 1\n+seen: 2\n"), "{out}");
}

#[test]
fn a_letter_with_a_page_becomes_its_file_with_nothing_made_up() {
    let root = on_disk(&fixture::base());
    let text = "Page: roles/sales.html\nTitle: Answer a tender: the short way\nRole: Sales\nJob: tender\nLayer: Fluency\nWhen it comes up: A tender arrives.\nHow you do it (the steps, and the prompt as you use it):\n1. Read it.\n2. Ask.\nWhat must never go in: prices\nWhat went wrong: \nDone last (year-month-day): 2026-11-03\n\n(end of the form)\n";
    let (code, out, err) = letter(root.path(), "new", text, &[]);
    let path = "content/workflows/sales/answer-a-tender-the-short-way.md";
    assert_eq!((code, out), (0, format!("{path}\n")), "{err}");
    assert!(
        err.ends_with("http://127.0.0.1:4400/workflows/answer-a-tender-the-short-way.html\n"),
        "{err}"
    );
    let page = fs::read_to_string(root.path().join(path)).unwrap();
    let today = page.lines().find_map(|line| line.strip_prefix("written: ")).unwrap();
    assert!(today.parse::<jiff::civil::Date>().is_ok());
    for part in [
        "title: \"Answer a tender: the short way\"\n",
        "roles: [sales]\n",
        "layer: fluency\n",
        "job: tender\n",
        "\nowner:\n",
        "verified: 2026-11-03\n",
        "## When to use it\n\nA tender arrives.\n",
        "## Steps\n\n1. Read it.\n2. Ask.\n",
        "## Before you start\n\nNever paste: prices\n",
        "## Not for\n\n<!-- ",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert_eq!(playbook(root.path(), &["check", path, "--as-of", "2026-11-20"]).0, 0);
    let (code, _, err) = letter(root.path(), "new", text, &[]);
    assert_eq!(code, 3);
    assert!(err.contains("exists already") && err.contains("nothing was written"), "{err}");
}

#[test]
fn a_page_that_is_sent_whole_becomes_its_file() {
    let root = on_disk(&fixture::base());
    let page = "---\ntitle: Sum up a visit\nlayer: fluency\nroles: [customer-success]\n---\n\n## Steps\n\n1. Talk.\n";
    let mail = format!("From: a@example.com\nSubject: a page\n\nHello,\n\n{page}\n-- \nAnn\n");
    let (code, out, err) = letter(root.path(), "new", &mail, &[]);
    assert_eq!(
        (code, out.as_str()),
        (0, "content/workflows/customer-success/sum-up-a-visit.md\n"),
        "{err}"
    );
    let written = fs::read_to_string(root.path().join(out.trim())).unwrap();
    assert_eq!(written, page);
    assert!(err.contains("may have cut it"), "{err}");
}

#[test]
fn letters_for_a_person_are_not_taken() {
    let root = on_disk(&fixture::base());
    let wrong = "Page: workflows/base-judgment.html\nWhat is wrong: The score.\nWhat is right: Another.\n(end of the form)\n";
    for command in ["new", "repeat"] {
        let (code, _, err) = letter(root.path(), command, wrong, &[]);
        assert_eq!(code, 2);
        assert!(err.contains("it is for whoever looks after the page"), "{err}");
    }
    let (code, _, err) = letter(root.path(), "new", REPEATED, &[]);
    assert_eq!(code, 2);
    assert!(err.contains("playbook repeat --from-text letter.txt"), "{err}");
    let (code, _, err) = letter(root.path(), "new", "Hello, how are you?\n", &[]);
    assert_eq!(code, 2);
    assert!(err.contains("none of its lines is one of the site's forms"), "{err}");
}

#[test]
fn a_new_page_of_an_id_that_is_there_in_another_folder_is_refused() {
    let root = on_disk(&fixture::base());
    let (code, _, err) =
        playbook(root.path(), &["new", "workflow", "Base judgment", "--role", "sales"]);
    assert_eq!(code, 3);
    assert!(err.contains(&format!("would have the address of {PATH}")), "{err}");
}

#[test]
fn without_a_terminal_what_to_write_has_to_be_typed() {
    let root = on_disk(&fixture::base());
    let (code, _, err) = playbook(root.path(), &["new"]);
    assert_eq!(code, 2);
    assert!(err.contains("playbook new workflow \"Prepare a renewal call\""), "{err}");
    let args =
        ["new", "workflow", "Sum up a visit", "--owner", "RevOps desk", "--layer", "judgment"];
    let (code, out, _) = playbook(root.path(), &args);
    assert_eq!(code, 0);
    let page = fs::read_to_string(root.path().join(out.trim())).unwrap();
    assert!(page.contains("\nowner: revops-desk\n"), "{page}");
    let (code, _, err) =
        playbook(root.path(), &["new", "workflow", "Close a visit", "--owner", "Bob"]);
    let told = "warning: nobody here is called \"Bob\"; \
                begin a page for them with `playbook new person \"Bob\"`";
    assert!(code == 0 && err.contains(told), "{err}");
}
