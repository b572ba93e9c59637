//! Front matter as it came from word processors, note tools, assistants and people
//! in a hurry: what each of them gets to read. The messages of all of them are in
//! `snapshots`: `INSTA_UPDATE=always` writes them anew.

use std::fmt::Write as _;

use playbook::diagnostic::Severity;

use crate::fixture;

pub const PATH: &str = "content/workflows/sales/tender.md";

/// The keys of a page of which nothing is missing in front matter.
const FRONT: &str = "\
title: Prepare a tender answer
summary: Two answers side by side, each with its date.
roles: [sales]
layer: fluency
owner: m-osei
data: internal
verified: 2026-11-03
tools: [assistant]
";

const BODY: &str = "
## When to use it

A tender question has arrived.
";

/// What a page is like that somebody handed in, and what it is.
pub struct FieldInput {
    pub name: &'static str,
    pub text: String,
    /// Whether its page is published all the same.
    pub stands: bool,
}

fn fenced(front: &str) -> String {
    format!("---\n{front}---\n{BODY}")
}

/// A page with one line of its front matter in another way.
fn with_line(line: &str, instead: &str) -> String {
    assert!(FRONT.contains(line), "{line}");
    fenced(&FRONT.replacen(line, instead, 1))
}

/// Every one of them.
pub fn inputs() -> Vec<FieldInput> {
    let mut all = Vec::new();
    let mut add = |name, text: String, stands| all.push(FieldInput { name, text, stands });
    // What stands in place of front matter, or around it.
    add("a comment above", format!("<!-- lint: off -->\n{}", fenced(FRONT)), true);
    add("a heading above", format!("# Prepare a tender answer\n\n{}", fenced(FRONT)), true);
    add("a greeting above", format!("Here is your page:\n\n{}", fenced(FRONT)), true);
    add("a page in a fence", format!("```markdown\n{}```\n", fenced(FRONT)), true);
    add(
        "a page in a fence with code of its own, and a farewell",
        format!(
            "Sure!\n\n```md\n{}\n```prompt\nAnswer it.\n```\n```\n\nTell me if I should change it.\n",
            fenced(FRONT)
        ),
        true,
    );
    add("front matter in a fence", format!("```yaml\n---\n{FRONT}---\n```\n{BODY}"), true);
    add("keys in a fence and no lines", format!("```yaml\n{FRONT}```\n{BODY}"), true);
    add("long dashes", format!("—\n{FRONT}—\n{BODY}"), true);
    add("five hyphens", format!("-----\n{FRONT}-----\n{BODY}"), true);
    add("underscores", format!("___\n{FRONT}___\n{BODY}"), true);
    add("escaped hyphens", format!("\\---\n{FRONT}\\---\n{BODY}"), true);
    add("no lines at all", format!("{FRONT}{BODY}"), true);
    add("no lines, below a heading", format!("# Prepare a tender answer\n\n{FRONT}{BODY}"), true);
    add(
        "two front matters",
        format!("---\n{FRONT}---\n---\nowner: revops-desk\n---\n{BODY}"),
        true,
    );
    add(
        "JSON",
        format!(
            "{{\n \"title\": \"Prepare a tender answer\",\n \"roles\": [\"sales\"],\n \"layer\": \"fluency\"\n}}\n{BODY}"
        ),
        true,
    );
    add(
        "TOML",
        format!(
            "+++\ntitle = \"Prepare a tender answer\"\nroles = [\"sales\"]\nlayer = \"fluency\"\nverified = 2026-11-03\n[minutes]\nbefore = 40\nafter = 15\n+++\n{BODY}"
        ),
        true,
    );
    add("TOML that is not whole", format!("+++\ntitle = \"Prepare\nlayer = 1\n+++\n{BODY}"), false);
    add("no front matter, but a heading", format!("# Prepare a tender answer\n{BODY}"), false);
    add("no front matter at all", BODY.to_owned(), false);
    // Signs of word processors.
    add("bold keys", fenced("**title:** Prepare a tender answer\n**layer**: fluency\n"), true);
    add("equals signs", fenced("title = Prepare a tender answer\nlayer=fluency\n"), true);
    add("a full-width colon", with_line("data: internal", "data： internal"), true);
    add("bullets", with_line("roles: [sales]", "roles: \n• sales\n• customer-success"), true);
    add("no blank after a dash", with_line("roles: [sales]", "roles:\n-sales"), true);
    add("dashes before keys", fenced("- title: Prepare a tender answer\n- layer: fluency\n"), true);
    add(
        "lines below | without an indent",
        with_line(
            "summary: Two answers side by side, each with its date.",
            "summary: |\nTwo answers side by side,\neach with its date.",
        ),
        true,
    );
    add("a summary that wraps", with_line("side, each", "side,\neach"), true);
    // Values.
    for (name, day) in [
        ("a German date", "3. November 2026"),
        ("a date with an ordinal", "3rd of November 2026"),
        ("an American date", "November 3, 2026"),
        ("a date with two readings", "3/4/2026"),
        ("a date and a name", "2026-11-03 (Ann)"),
        ("a month", "2026-11"),
        ("a day that never was", "not yet"),
    ] {
        add(name, with_line("2026-11-03", day), true);
    }
    for (name, roles) in [
        ("roles with a semicolon", "sales; customer-success"),
        ("roles with a slash", "Sales / Customer success"),
        ("roles with a word between", "Sales und CSM"),
        ("a list in a list", "[[sales, customer-success]]"),
        ("roles that are empty", ""),
    ] {
        add(name, with_line("[sales]", roles), true);
    }
    add("a layer by its number", with_line("fluency", "1"), false);
    add("a layer by what the site calls it", with_line("fluency", "Use it"), true);
    add("a layer in German", with_line("fluency", "Urteilsvermögen"), true);
    for (name, owner) in [
        ("an owner with an at sign", "@m-osei"),
        ("an owner in two brackets", "[[M. Osei]]"),
        ("an owner as a mail address", "m.osei@example.com"),
    ] {
        add(name, with_line("m-osei", owner), true);
    }
    add(
        "German keys",
        fenced(
            "Titel: Prepare a tender answer\nRollen: sales\nEbene: Können\nVerantwortlich: m-osei\nGeprüft am: 3. November 2026\n",
        ),
        true,
    );
    add(
        "a description",
        fenced("title: Prepare a tender answer\nlayer: fluency\ndescription: Two answers.\n"),
        true,
    );
    add(
        "no title, but a heading",
        format!("---\nlayer: fluency\n---\n\n# Prepare a tender answer\n{BODY}"),
        false,
    );
    add("nobody repeated it", fenced(&format!("{FRONT}repeated_by: nobody yet\n")), true);
    add(
        "a form that nobody filled in",
        fenced(&format!(
            "{FRONT}repeated_by:\n- {{who: ..., date: YYYY-MM-DD, result: worked / adapted / failed}}\n"
        )),
        true,
    );
    add(
        "hints of the template",
        fenced(
            "title: Prepare a tender answer  # what the reader gets done, such as: Prepare a renewal call\nsummary: Two answers: old and new.  # what a reader gets, in one sentence\nlayer: fluency\ndata: internal  # what may go in at most: public, internal\n",
        ),
        true,
    );
    add(
        "three faults on one line",
        with_line("roles: [sales]", "Rolle = “sales; customer-success”"),
        true,
    );
    all
}

#[test]
fn each_gets_messages_that_anybody_can_follow() {
    let mut all = String::new();
    for input in inputs() {
        let build = fixture::build(&fixture::with(PATH, &input.text));
        let mut mine = build.diagnostics();
        // What is missing in the body is not what these pages are about.
        mine.retain(|it| &*it.place.path == PATH && it.severity != Severity::Gap);
        let text = fixture::messages(&build, mine);
        writeln!(all, "==== {}\n{}", input.name, text.trim_end()).unwrap();
    }
    insta::assert_snapshot!("field", all);
}

#[test]
fn what_has_one_reading_is_published_with_all_that_it_says() {
    for input in inputs() {
        let build = fixture::build(&fixture::with(PATH, &input.text));
        let page = build.playbook().workflows.get("tender");
        assert_eq!(page.is_some(), input.stands, "{}", input.name);
        let Some(page) = page else { continue };
        assert_eq!(page.page.card.title, "Prepare a tender answer", "{}", input.name);
        // What is around the page is no part of it.
        let html = fixture::page(&build, "workflows/tender.html");
        for left in ["Here is your page", "lint: off", "Sure!", "Tell me if", "revops-desk"] {
            assert!(!html.contains(left), "{}: {left}", input.name);
        }
        assert!(html.contains("A tender question has arrived."), "{}", input.name);
    }
}

#[test]
fn a_text_with_a_rule_or_an_example_is_no_front_matter() {
    let texts = [
        "# A heading\n\nSome prose.\n\n---\n\ntitle of nothing\n\n---\n",
        "Write it so:\n\n## The form\n\n---\ntitle: An example\nlayer: fluency\n---\n",
        "Note: this is prose.\n\nAnd more of it.\n",
        "Summary: what we learned.\n\nA text.\n",
        "{ \"a\": 1 }\n\nA text.\n",
    ];
    for text in texts {
        let build = fixture::build(&fixture::with("content/guides/text.md", text));
        assert!(!build.playbook().guides.contains_key("text"), "{text}");
    }
}
