//! What a page should not give away or lead to: keys and addresses, blanks that nobody
//! fills in, what may be pasted, and links to files that are not published. Each case is
//! a page as people write it, with the messages that they read.

use insta::assert_snapshot;

use crate::fixture::{self, Files};

const HEAD: &str = "---\ntitle: Prepare a tender answer\nsummary: Two answers side by side.\nroles: [sales]\nlayer: fluency\nowner: m-osei\ndata: internal\nverified: 2026-11-20\ntools: [assistant]\n---\n\n";

const WHEN: &str =
    "## When to use it\n\nA tender question has arrived.\n\n## Not for\n\nPrices.\n\n";
const BEFORE: &str = "## Before you start\n\nMay paste: the question.\n\nNever paste: prices.\n\n";
const STEPS: &str = "## Steps\n\n1. Paste the question.\n\n";
const PROMPT: &str = "## Prompt\n\n```prompt name=\"Tender\" tool=assistant\nAnswer {{question...}}\n```\n\n- question: as they wrote it, e.g. Describe your backups\n\n";
const CHECK: &str =
    "## Check before you use it\n\n- [ ] Every date is right (source: answer bank)\n";

const PATH: &str = "content/workflows/sales/tender.md";

/// The whole page, with one of its sections written otherwise.
fn page(section: &str, instead: &str) -> Files {
    let sections = [WHEN, BEFORE, STEPS, PROMPT, CHECK];
    let body = sections.map(|it| if it == section { instead } else { it }).concat();
    fixture::with(PATH, &format!("{HEAD}{body}"))
}

fn shown(files: &Files) -> String {
    fixture::page(&fixture::build(files), "workflows/tender.html")
}

#[test]
fn a_page_with_all_its_parts_has_no_message() {
    assert_eq!(fixture::check(&page("", "")), "");
}

#[test]
fn a_key_an_address_and_a_number_are_told_where_they_stand() {
    let prompt = "## Prompt\n\n```prompt name=\"Tender\" tool=assistant\nUse key sk-proj-9fK2mQ7xR4vT1zB8nC5dW0pL3yH6 for jane.doe@acme-customer.com +44 7700 900123 {{question...}}\n```\n\n- question: as they wrote it\n\n";
    assert_snapshot!(fixture::check(&page(PROMPT, prompt)));
    let mut allowed =
        page(PROMPT, &prompt.replace("sk-proj-9fK2mQ7xR4vT1zB8nC5dW0pL3yH6 for ", ""));
    let settings = "[site]\ntitle = \"P\"\n[data]\nallowed_domains = [\"acme-customer.com\"]\n";
    allowed.insert("playbook.toml".to_owned(), settings.into());
    let said = fixture::check(&allowed);
    assert!(said.contains("PB262") && !said.contains("PB261"), "{said}");
}

#[test]
fn blanks_of_other_tools_are_named_with_their_spelling_here() {
    let prompt = |text: &str| {
        format!("## Prompt\n\n```prompt name=\"Tender\" tool=assistant\n{text}\n```\n\n")
    };
    let single =
        prompt("Answer {customer_name} and {question}") + "- question: as they wrote it\n\n";
    let others = prompt(
        "Write about {{ account.name }} for {{1}} in {{#if vip}}warm{{/if}} words: $ARGUMENTS",
    );
    let without = prompt("Answer the question") + "- question: as they wrote it, e.g. Describe\n\n";
    let said = [single, others, without].map(|it| fixture::check(&page(PROMPT, &it)));
    assert_snapshot!(said.join("\n------\n"));
}

#[test]
fn checks_of_a_word_processor_are_checks() {
    for written in [
        "\u{2610} Every *date* is right (source: answer bank)\n\u{2610} The price is out (by: desk)\n",
        "-[] Every *date* is right (source: answer bank)\n-[ ] The price is out (by: desk)\n",
        "- [] Every *date* is right (source: answer bank)\n- [] The price is out (by: desk)\n",
        "\u{2022} Every *date* is right (source: answer bank)\n\u{2022} The price is out (by: desk)\n",
        "- \u{2610} Every *date* is right (source: answer bank)\n- \u{2611}\u{FE0F} The price is out (by: desk)\n",
    ] {
        let files = page(CHECK, &format!("## Check before you use it\n\n{written}"));
        assert_eq!(fixture::check(&files), "", "{written}");
        let shown = shown(&files);
        let (_, list) = shown.split_once("<li class=\"check\">").expect(written);
        let (list, _) = list.split_once("</ul>").expect(written);
        assert_eq!(list.matches("<li class=\"check\">").count(), 1, "{list}");
        assert!(list.trim_start().starts_with("Every <em>date</em> is right"), "{list}");
        assert!(list.contains("The price is out") && !list.contains("(by:"), "{list}");
    }
}

#[test]
fn what_never_may_be_pasted_is_never_shown_as_allowed() {
    let never = |shown: &str| {
        let (_, never) = shown.split_once("class=\"never\"").expect(shown);
        never.split("</div>").next().unwrap_or_default().contains("names")
    };
    for written in [
        "May paste: transcript. Never paste: names",
        "You may paste the transcript.\n\nDo not paste names.",
        "- **May paste:** the transcript\n- **Never paste:** names",
        "May paste:\n\n- the transcript\n\nNever paste:\n\n- names",
        "### May paste\n\nThe transcript.\n\n### Never paste\n\nTheir names.",
        "| May paste | Never paste |\n|---|---|\n| transcript | names |",
        "The transcript may be pasted, but never paste names.",
    ] {
        let files = page(BEFORE, &format!("## Before you start\n\n{written}\n\n"));
        assert_eq!(fixture::check(&files), "", "{written}");
        let build = fixture::build(&files);
        let playbook = build.playbook();
        let excerpts = &playbook.workflows.get("tender").expect(written).page.excerpts;
        assert!(excerpts.may_paste.concat().contains("ranscript"), "{written}: {excerpts:?}");
        assert!(!excerpts.may_paste.concat().contains("names"), "{written}: {excerpts:?}");
        assert!(excerpts.never_paste.concat().contains("names"), "{written}: {excerpts:?}");
    }
    let _ = never;
    let one = page(BEFORE, "## Before you start\n\nThe answer bank. May paste: the question.\n\n");
    assert_snapshot!(fixture::check(&one));
}

const GUIDE: &str = "---\ntitle: Where to start\nsummary: The first day.\n---\n\n";

/// A guide beside other files, with what is said of all of them.
fn said_of_guide(body: &str, others: &[(&str, &str)]) -> String {
    let mut files = fixture::with("content/guides/start.md", &format!("{GUIDE}{body}\n"));
    for (path, text) in others {
        files.insert((*path).to_owned(), text.as_bytes().to_vec());
    }
    fixture::check(&files)
}

#[test]
fn a_file_that_is_there_is_told_once() {
    let team = GUIDE.replace("Where to start", "The team page");
    assert_snapshot!(said_of_guide(
        "[the team](<the team.md>), [a plan](plan.svg), ![it](plan.svg), [read](team/README.md), [x](notes.key)",
        &[
            ("content/guides/the team.md", team.as_str()),
            ("content/guides/plan.svg", "<svg/>"),
            ("content/guides/team/README.md", team.replace("The team", "Another").as_str()),
            ("content/guides/quiet/readme.md", "What lies here."),
            ("content/guides/notes.key", "x"),
            ("content/guides/.env", "x"),
        ],
    ));
}

#[test]
fn the_nearest_file_exists_and_lies_beside_the_page_first() {
    let shot = "not a picture";
    assert_snapshot!(said_of_guide(
        "[up](SHOT.PDF), [win](images\\shot.pdf), [old](../workflows/old-name.md), [tools](../tools/), [none](../tools/zzzzzz.md), [web](www.example.com), [sub](../workflows/sales)",
        &[
            ("content/guides/shot.pdf", shot),
            ("content/guides/images/shot.pdf", shot),
            (
                PATH,
                format!(
                    "{}{WHEN}",
                    HEAD.replace("tools:", "redirect_from: [workflows/old-name.html]\ntools:")
                )
                .as_str()
            ),
        ],
    ));
}

#[test]
fn names_with_accents_are_one_however_they_are_typed() {
    let said =
        said_of_guide("[a](Pru\u{308}fung.md)", &[("content/guides/Pr\u{FC}fung.md", GUIDE)]);
    assert_eq!(said, "");
    let said =
        said_of_guide("[a](Pr\u{FC}fung.md)", &[("content/guides/Pru\u{308}fung.md", GUIDE)]);
    assert_eq!(said, "");
}

#[test]
fn an_address_that_opens_a_program_is_refused_with_the_reason() {
    assert_snapshot!(said_of_guide("[call](tel:+441632960000) [chat](slack://channel?id=C1)", &[]));
}

#[test]
fn a_language_may_have_a_region() {
    let mut files = fixture::base();
    files.insert(
        "playbook.toml".to_owned(),
        b"[site]\ntitle = \"Leitfaden\"\nlanguage = \"de_CH\"\n".to_vec(),
    );
    let home = fixture::page(&fixture::build(&files), "index.html");
    assert!(home.contains("<html lang=\"de-CH\">") && home.contains("Werkzeuge"), "{home}");
}
