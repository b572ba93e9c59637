//! `forget`: a colleague who left.

use std::path::Path;

use insta::assert_snapshot;
use playbook::engine::Engine;
use playbook::source;
use playbook::upkeep::{self, Forgotten, Refusal};

use super::{applied, page, shown, with};
use crate::fixture::{self, Files, base, build, bytes};

const OSEI: &str = "content/people/m-osei.md";

fn forgotten(files: &Files, path: &str, text: &str) -> Result<Forgotten, Refusal> {
    let sources = fixture::sources(files);
    let build = Engine::with_drafts().build(&sources);
    upkeep::forget(&sources, &build, page(&build, path), text)
}

fn lines(forgotten: &Forgotten) -> String {
    let lines = forgotten.mentions.iter();
    lines.map(|it| format!("{}:{}: {}\n", it.path, it.line, it.text)).collect()
}

/// The base with somebody in every field that may name a person.
fn with_osei() -> Files {
    let page = "---\ntitle: Ask before you send\nsummary: S.\nroles: [sales]\nlayer: fluency\nowner: m-osei # since May\nbyline: \"M. Osei, renewals, twice a week\"\nrepeated_by:\n  - {who: \"M. Osei\", date: 2026-10-02, result: worked, note: Osei says it works}\n  - who: revops-desk\n    date: 2026-10-03\n    result: worked\n---\n\n## Steps\n\nAsk [Mary](../people/m-osei.md#about \"Who\") or [[M. Osei|her]] or [o].\n\n[o]: ../people/m-osei.md\n\n## What went wrong\n\n```caught\nAI said: All is well.\nIn fact: It was not.\nNoticed because: M. Osei looked twice.\nReached: draft\nCaught by: M. Osei\n```\n";
    let mut files = with(base(), &[("content/workflows/ask.md", page)]);
    let person = String::from_utf8(files[OSEI].clone()).unwrap() + "\n![her](mary.png)\n";
    files.insert(OSEI.to_owned(), person.into_bytes());
    files.insert("content/people/mary.png".to_owned(), b"png".to_vec());
    files
}

#[test]
fn every_field_has_other_words_and_every_mention_is_told() {
    let files = with_osei();
    let found = forgotten(&files, OSEI, "a former colleague").unwrap();
    assert_snapshot!(shown(&found.plan), @r#"
    content/collections/sixty-days.md
    -curator: m-osei
    content/workflows/ask.md
    -owner: m-osei # since May
    -byline: "M. Osei, renewals, twice a week"
    +byline: "a former colleague, renewals, twice a week"
    -  - {who: "M. Osei", date: 2026-10-02, result: worked, note: Osei says it works}
    +  - {who: a former colleague, date: 2026-10-02, result: worked, note: Osei says it works}
    -Ask [Mary](../people/m-osei.md#about "Who") or [[M. Osei|her]] or [o].
    +Ask Mary or her or o.
    -[o]: ../people/m-osei.md
    +
    -Caught by: M. Osei
    +Caught by: a former colleague
    content/workflows/customer-success/base-judgment.md
    -owner: m-osei
    content/workflows/sales/base-fluency.md
    -  - {who: m-osei, date: 2026-10-02, result: worked}
    +  - {who: a former colleague, date: 2026-10-02, result: worked}
    content/people/m-osei.md goes
    content/people/mary.png goes
    note: nobody answers for these any more; give each an `owner`:
      content/collections/sixty-days.md
      content/workflows/ask.md
      content/workflows/customer-success/base-judgment.md
    note: `check` will say besides:
    gap[PB510]: 12 of 13 parts of a judgment page are here; missing: `owner`
     --> content/workflows/customer-success/base-judgment.md:5:8
      |
    5 | layer: judgment
      |        ^^^^^^^^ decides which parts a page has
      |
      = help: write `owner: ...`: the colleague or desk to ask, by file name
    "#);
    assert_snapshot!(lines(&found), @r"
    content/workflows/ask.md:8: - {who: a former colleague, date: 2026-10-02, result: worked, note: Osei says it works}
    content/workflows/ask.md:25: Noticed because: M. Osei looked twice.
    ");
    let after = applied(&files, &found.plan.changes);
    assert_eq!(build(&after).errors().count(), 0);
    for (route, bytes) in bytes(&build(&after)) {
        assert!(!String::from_utf8_lossy(&bytes).contains("m-osei"), "{route}");
    }
}

#[test]
fn a_desk_takes_their_place() {
    let files = with_osei();
    let found = forgotten(&files, OSEI, "revops-desk").unwrap();
    let after = applied(&files, &found.plan.changes);
    let text = String::from_utf8(after["content/workflows/ask.md"].clone()).unwrap();
    assert!(
        text.contains(
            "owner: revops-desk # since May\nbyline: \"RevOps desk, renewals, twice a week\"\n"
        ),
        "{text}"
    );
    assert!(text.contains("Caught by: RevOps desk\n"), "{text}");
}

#[test]
fn what_cannot_stand_for_them_is_refused() {
    let files = with_osei();
    for text in ["", "-", "M. Osei", "formerly Osei"] {
        let refusal = forgotten(&files, OSEI, text).unwrap_err();
        assert!(refusal.text.ends_with("cannot stand for them"), "{}", refusal.text);
    }
}

#[test]
fn somebody_of_the_sample_is_in_no_published_byte_by_their_id() {
    let sources = source::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let build = Engine::with_drafts().build(&sources);
    let person = page(&build, "content/people/sven-dekker.md");
    let found = upkeep::forget(&sources, &build, person, "a former colleague").unwrap();
    assert_snapshot!(lines(&found), @r#"
    content/collections/support-sixty-days.md:38: Shifts are built in: every checkpoint can be done between two and five in the morning, and the night desk did. Sven answers for that half. His handover page stands at day 10 although it is not finished: whoever starts at seven should do it once from the receiving end and write down what was missing.
    content/guides/writing-a-page.md:24: - **By mail.** Write it as you would explain it to whoever sits opposite and send it with *Improve this page*, which is at the foot of every page. The AI desk makes the file and sends it back for you to read. Sven's came in three messages at four in the morning.
    content/workflows/customer-success/gate-go-live.md:101: On the night of 26 October, at ten past two, the kiosk ran out of paper and there was no card for that. I was in the hotel. The clerk rang the night desk, and Sven talked him through it in English, the third language of both. Card 7 is about paper now. I had prepared for the network, the server and the password.
    content/workflows/people-team/interview-scorecard.md:34: Ask somebody who does the job for an hour, and take the rota with you. The person need not be good at talking about it. Sven answered in half-sentences, and was worth more than the two workshops we had held.
    content/workflows/people-team/interview-scorecard.md:53: Two out of eight shut people out for something that the job does not need. Sven noticed both. His own desk is the same one in Rotterdam. He has written to gatehouses in English for four years, says himself that it is not native and never will be, and is not flexible at all: he picks up his daughter on Sundays at seven.
    content/workflows/people-team/job-advert.md:33: Ask somebody in the job for five things they did last week, with day and clock. People say "nothing special"; wait. For the Saturday desk I had the rota of one week and the notes of a colleague of Sven's, with every name taken out by himself.
    content/workflows/people-team/job-advert.md:99: The first draft for the Saturday desk said "Sundays free", and the rota has one Sunday in five. I had left it out of my notes because it spoilt the line. Sven's colleague laughed when I read it to him, not kindly.
    content/workflows/support/ticket-reply-check.md:86: Cost: None there. Sven blocked the slots by hand and rang the gatehouse, which took nine minutes.
    "#);
    let mut after = sources.clone();
    for file in &found.plan.changes.files {
        let bytes = playbook::document::FileBytes::from(file.after.as_slice());
        after.documents.insert(file.path.as_str().into(), playbook::memo::Hashed::new(bytes));
    }
    for path in &found.plan.changes.removed {
        after.documents.remove(path.as_str());
    }
    for (route, bytes) in bytes(&Engine::new().build(&after)) {
        assert!(!route.contains("sven-dekker"), "{route}");
        assert!(!String::from_utf8_lossy(&bytes).contains("sven-dekker"), "{route}");
    }
}
