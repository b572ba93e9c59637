//! `[people] desks_only`: nothing of a person is published, in no output.

use std::collections::BTreeMap;

use super::fixture::{Files, base, build, bytes, check, shown};

/// Somebody with all that a person's page may have, whom other pages name
/// wherever they may name anybody.
struct Somebody {
    id: &'static str,
    name: &'static str,
    /// Stands for everything else that is theirs alone.
    word: &'static str,
}

const OSWIN: Somebody = Somebody { id: "oswin", name: "Oswin Quillfeather", word: "lighthouse" };
const ZORA: Somebody = Somebody { id: "z-adler", name: "Adler, Zora", word: "beekeeping" };

fn with(somebody: &Somebody, desks_only: bool) -> Files {
    let Somebody { id, name, word } = somebody;
    let mut files = base();
    let mut write = |path: &str, text: &str| files.insert(path.to_owned(), text.into());
    write(
        "playbook.toml",
        &format!(
            "[site]\ntitle = \"N\"\nbase_url = \"https://p.example\"\n[people]\ndesks_only = {desks_only}\n"
        ),
    );
    let front = format!(
        "name: {name}\nroles: [sales, customer-success]\nchampion: true\ncoach: true\nshows: [base-fluency]\nask: \"#{word}\"\nkeywords: [{word}]"
    );
    let body = format!("## About {word}\n\n![{name}]({id}.png) likes {word}.");
    write(&format!("content/people/{id}.md"), &format!("---\n{front}\n---\n\n{body}\n"));
    write(&format!("content/people/{id}.png"), word);
    let judgment = "content/workflows/customer-success/base-judgment.md";
    let path = "content/collections/sixty-days.md";
    let text = |path: &str| String::from_utf8(base()[path].clone()).unwrap();
    let linked =
        format!("Ask [a colleague](../../people/{id}.md#about-{word}).\n\n## Trust it when\n");
    let named = format!(
        "owner: {id}\nbyline: {name}, twice a week\nrepeated_by:\n  - {{who: {id}, date: 2026-10-02, result: worked}}\n  - {{who: \"{name}\", date: 2026-10-03, result: adapted}}\n"
    );
    let written = text(judgment).replace("owner: m-osei\n", &named);
    write(judgment, &written.replace("## Trust it when\n", &linked));
    write(path, &text(path).replace("curator: m-osei", &format!("curator: {id}")));
    // By a name that has no page.
    let other = text(judgment).replace("title: ", "title: Another way to ");
    let other = other.replace("owner: m-osei", &format!("owner: {name} junior"));
    write("content/workflows/sales/another.md", &other);
    files
}

/// Bytes of every output, by address.
fn site(somebody: &Somebody, desks_only: bool) -> BTreeMap<String, Vec<u8>> {
    bytes(&build(&with(somebody, desks_only)))
}

#[test]
fn who_somebody_is_changes_no_byte() {
    let (one, other) = (site(&OSWIN, true), site(&ZORA, true));
    assert!(one.keys().eq(other.keys()));
    let differing: Vec<&String> = one.keys().filter(|route| one[*route] != other[*route]).collect();
    assert!(differing.is_empty(), "{differing:?}");
}

/// The pages would differ if people were shown: so the test above can fail.
#[test]
fn where_people_are_shown_they_stand_in_every_kind_of_output() {
    let (one, other) = (site(&OSWIN, false), site(&ZORA, false));
    let differs = |route: &str| one.get(route) != other.get(route);
    for route in [
        "people/oswin.html",
        "people/oswin.md",
        "people/oswin.png",
        "people.html",
        "workflows/base-judgment.html",
        "workflows/base-judgment.md",
        "workflows/another.html",
        "collections/sixty-days.html",
        "roles/sales.html",
        "tools/assistant.html",
        "search.html",
        "search/core.js",
        "playbook.json",
        "sitemap.xml",
    ] {
        assert!(differs(route), "{route}");
    }
}

#[test]
fn a_desk_of_the_role_answers_for_somebodys_pages_or_else_the_role() {
    let mut files = with(&OSWIN, true);
    let desk = "<a href=\"../people/revops-desk.html\">RevOps desk</a>";
    assert!(shown(&files, "workflows/base-judgment.html").contains(desk));
    assert!(shown(&files, "collections/sixty-days.html").contains(desk));
    assert!(shown(&files, "playbook.json").contains("\"owner\":\"revops-desk\""));
    files.remove("content/people/revops-desk.md");
    let role = "<a href=\"../roles/sales.html\">Sales</a>";
    assert!(shown(&files, "collections/sixty-days.html").contains(role));
    assert!(!shown(&files, "playbook.json").contains("\"owner\":\"sales\""));
}

#[test]
fn what_somebody_owns_and_links_to_is_checked_as_before() {
    let path = "content/people/oswin.md";
    let told = |desks_only: bool| {
        let mut files = with(&OSWIN, desks_only);
        let text = String::from_utf8(files[path].clone()).unwrap();
        let text = text.replace("coach: true", "left: 2026-06-30") + "\n[Nothing](nowhere.md)\n";
        files.insert(path.to_owned(), text.into_bytes());
        check(&files)
    };
    let messages = told(true);
    assert_eq!(messages, told(false));
    assert!(messages.contains("nowhere.md"), "{messages}");
    assert!(messages.contains("content/workflows/customer-success/base-judgment.md"), "{messages}");
}
