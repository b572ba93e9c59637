//! What readers send, as it arrives: mails with all that mail programs do to them, forms
//! of a forge, pages that are sent whole.

use playbook::language;
use playbook::letter::{self, Letter, LetterKind, LetterLine, UnreadableMail};

fn read(text: &str) -> Letter {
    letter::read(text.as_bytes()).unwrap()
}

fn answers(letter: &Letter) -> Vec<(&'static str, &str)> {
    letter.answers.iter().map(|(line, answer)| (line.as_str(), answer.as_str())).collect()
}

const ADDRESS: &str = "https://playbook.example/workflows/renewal-prep.html";

/// A letter as it goes out, with `+` behind each line that is to be filled in.
fn filled(kind: LetterKind, code: &str) -> String {
    let body = letter::body(kind, &[(LetterLine::Page, ADDRESS)], true, language::find(code));
    let fill = |line: &str| match line.strip_suffix(": ") {
        Some(label) => format!("{label}: + {}\n", label.len()),
        None => format!("{line}\n"),
    };
    body.lines().map(fill).collect()
}

#[test]
fn every_letter_of_every_language_is_read_back_with_all_its_lines() {
    for language in language::shipped() {
        for kind in LetterKind::ALL {
            let text = filled(kind, &language.code);
            let letter = read(&text);
            assert_eq!(letter.kind(), Some(kind), "{text}");
            let lines: Vec<LetterLine> = letter.answers.keys().copied().collect();
            let mut expected = kind.lines().to_vec();
            expected.sort();
            assert_eq!(lines, expected, "{text}");
            assert_eq!(letter.answer(LetterLine::Page), Some(ADDRESS));
            assert!(!letter.is_cut, "{text}");
            let open = letter::body(kind, &[(LetterLine::Page, ADDRESS)], true, language);
            assert_eq!(answers(&read(&open)), [("page", ADDRESS)], "what nobody filled in is none");
        }
    }
}

#[test]
fn the_bodies_of_the_letters_are_six_different_ones() {
    for language in language::shipped() {
        let bodies = LetterKind::ALL.map(|kind| letter::body(kind, &[], true, language));
        let subjects = LetterKind::ALL.map(|kind| letter::subject(kind, "T", language));
        let different =
            |texts: &[String]| texts.iter().collect::<std::collections::BTreeSet<_>>().len();
        assert_eq!((different(&bodies), different(&subjects)), (6, 6), "{}", language.code);
    }
}

const REPEAT: &str = "Page: https://playbook.example/workflows/renewal-prep.html

Fill in what you know behind the colons, and send it.

Result (worked, adapted or failed): adapted
Who (your name, or your team): Ben Adler
Date (year-month-day): 3 November 2026
Note (what others should know): The tone
needed one more pass.

(end of the form)
";

fn of_ben(text: &str) {
    let letter = read(text);
    assert_eq!(letter.kind(), Some(LetterKind::Repeated), "{text}");
    let note = letter.answer(LetterLine::Note).unwrap().split_whitespace().collect::<Vec<_>>();
    assert_eq!(note.join(" "), "The tone needed one more pass.", "{text}");
    let of = |line| letter.answer(line).unwrap_or_default();
    assert_eq!(of(LetterLine::Page), ADDRESS, "{text}");
    assert_eq!(of(LetterLine::Result), "adapted", "{text}");
    assert_eq!(of(LetterLine::Who), "Ben Adler", "{text}");
    assert_eq!(of(LetterLine::Date), "3 November 2026", "{text}");
}

#[test]
fn what_mail_programs_do_to_a_letter_does_not_matter() {
    of_ben(REPEAT);
    of_ben(&REPEAT.replace('\n', "\r\n"));
    of_ben(&REPEAT.replace(": ", ":\u{a0}").replace("https:\u{a0}", "https:"));
    let quoted: String = REPEAT.lines().map(|line| format!("> {line}\n")).collect();
    of_ben(&format!("Hello,\n\nsee below.\n\nOn Tuesday Ann wrote:\n{quoted}\n-- \nBen\n"));
    let twice: String = REPEAT.lines().map(|line| format!(">> {line}\n")).collect();
    of_ben(&twice);
    of_ben(&format!("{REPEAT}\n-- \nBen Adler\nWho: nobody\nSent from my telephone\n"));
    let headers = "From: \"Ben Adler\" <ben@example.com>\nTo: playbook@example.com\nSubject: I\n repeated\nDate: Tue, 3 Nov 2026 10:00:00 +0100\n";
    of_ben(&format!("{headers}\n{REPEAT}"));
    let encoded = REPEAT
        .replace('=', "=3D")
        .replace("The tone\n", "The t=\none=20\n")
        .replace("Ben Adler", "Ben=20Adler");
    of_ben(&format!(
        "{headers}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{encoded}"
    ));
    of_ben(&format!(
        "{headers}Content-Type: multipart/alternative; boundary=\"b1\"\n\n--b1\nContent-Type: text/html\n\n<p>x</p>\n--b1\nContent-Type: text/plain; charset=utf-8\n\n{REPEAT}\n--b1--\n"
    ));
    let answered = REPEAT
        .lines()
        .map(|line| match line.split_once("): ") {
            Some((label, answer)) => format!("> {label}):\n{answer}\n"),
            None if line.starts_with("needed") => format!("{line}\n"),
            None => format!("> {line}\n"),
        })
        .collect::<String>();
    of_ben(&answered);
}

#[test]
fn the_sender_is_told_and_taken_for_nobody() {
    let text = format!(
        "From: Ben Adler <ben@example.com>\nSubject: x\n\n{}",
        REPEAT.replace("Ben Adler", "")
    );
    let letter = read(&text);
    assert_eq!(letter.sender.as_deref(), Some("Ben Adler"));
    assert_eq!(letter.answer(LetterLine::Who), None);
}

#[test]
fn a_letter_without_its_last_line_was_cut() {
    assert!(read(REPEAT.split_once("needed").unwrap().0).is_cut);
    assert!(!read(REPEAT).is_cut);
}

#[test]
fn a_mail_without_text_says_so() {
    let of = |kind: &str| {
        let text = format!("From: a\nTo: b\n{kind}\n\nSGVsbG8=\n");
        letter::read(text.as_bytes()).unwrap_err()
    };
    assert_eq!(of("Content-Transfer-Encoding: base64"), UnreadableMail::Encoded);
    assert_eq!(of("Content-Type: text/html"), UnreadableMail::OnlyHtml);
}

#[test]
fn a_form_of_a_forge_is_read_by_its_questions() {
    let text = "### What is the job, and for whom?\n\nAnswering a tender, for sales\n\n### What can a reader do afterwards?\n\nDo it today (fluency)\n\n### How do you do it?\n\n1. Read the tender.\n2. Ask.\n\n### Not one of ours\n\nstill how\n\n### What must never go in?\n\n_No response_\n\n### When did you do it last?\n\n2026-11-03\n";
    let letter = read(text);
    assert_eq!(letter.kind(), Some(LetterKind::Write));
    assert!(!letter.is_cut);
    assert_eq!(
        answers(&letter),
        [
            ("title", "Answering a tender, for sales"),
            ("layer", "Do it today (fluency)"),
            ("how", "1. Read the tender.\n2. Ask.\n\n### Not one of ours\n\nstill how"),
            ("last", "2026-11-03"),
        ]
    );
}

#[test]
fn the_forms_that_init_writes_ask_what_is_read() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("starter");
    for code in ["en", "de"] {
        let form = root.join(code).join("github/.github/ISSUE_TEMPLATE/page.yml");
        let form = std::fs::read_to_string(form).unwrap();
        let labels = form.lines().filter_map(|line| line.trim().strip_prefix("label: "));
        let text: String = labels.clone().map(|label| format!("### {label}\n\nx\n\n")).collect();
        assert_eq!(read(&text).answers.len(), labels.count(), "{code}: {text}");
    }
}

#[test]
fn a_page_that_is_sent_whole_is_taken_whole() {
    let page = "---\ntitle: Prepare a renewal call\nlayer: fluency\n---\n\n## Steps\n\n1. Call.\n";
    for text in [
        page.to_owned(),
        format!("From: a\nTo: b\nSubject: c\n\nHello, here it is:\n\n{page}\n-- \nAnn\n"),
        format!("{page}\n(end of the form)\nSent from my telephone\n").replace('\n', "\r\n"),
    ] {
        assert_eq!(read(&text).page.as_deref(), Some(page), "{text}");
    }
}
