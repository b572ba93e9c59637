//! Pages as they come out of word processors, note tools, other generators and
//! assistants: what a page understands of them, and what is said of the rest, in
//! the words that its writer reads.

mod headings;
mod leftovers;
mod merges;
mod unclosed;
mod write_ups;

use crate::fixture;

const WORKFLOW: &str = "content/workflows/pasted.md";

/// The messages about one page of the base playbook.
fn told(path: &str, text: &str) -> String {
    let build = fixture::build(&fixture::with(path, text));
    let all = build.diagnostics();
    let about = all.iter().filter(|it| &*it.place.path == path).copied();
    fixture::messages(&build, about)
}

/// The messages about a guide, whose text begins in line 5.
fn guide(text: &str) -> String {
    told("content/guides/pasted.md", &front(text))
}

fn front(text: &str) -> String {
    format!("---\ntitle: How to start here\nsummary: A guide.\n---\n{text}")
}

/// A guide as it is published: its page, and its twin.
fn published(text: &str) -> (String, String) {
    let build = fixture::build(&fixture::with("content/guides/pasted.md", &front(text)));
    let page = fixture::page(&build, "guides/pasted.html");
    let (_, main) = page.split_once("</h1>").unwrap();
    let (main, _) = main.split_once("</main>").unwrap();
    (main.to_owned(), fixture::page(&build, "guides/pasted.md"))
}

/// The messages about a workflow, whose text begins in line 11.
fn workflow(text: &str) -> String {
    let front = "---\ntitle: Write the renewal brief\nsummary: A short summary of the page.\n\
                 roles: [sales]\nlayer: fluency\nowner: revops-desk\ndata: internal\n\
                 verified: 2026-09-30\ntools: [assistant]\n---\n";
    told(WORKFLOW, &format!("{front}{text}"))
}

#[test]
fn bare_addresses_are_links_as_on_github() {
    let (page, twin) = published(
        "See https://crm.example.com/renewals before a call, or www.example.com, or mail \
         help@example.com. `https://not.example.com` [https://a.example](https://b.example)\n",
    );
    assert!(page.contains(
        "<a href=\"https://crm.example.com/renewals\">https://crm.example.com/renewals</a> before"
    ));
    assert!(page.contains("<a href=\"https://www.example.com\">www.example.com</a>, or"));
    assert!(page.contains("<a href=\"mailto:help@example.com\">help@example.com</a>. "));
    assert!(page.contains("<code>https://not.example.com</code>"));
    assert!(page.contains("<a href=\"https://b.example\">https://a.example</a>"));
    assert!(twin.contains("See https://crm.example.com/renewals before a call"));
}

#[test]
fn a_break_in_a_table_is_one() {
    let (page, _) = published("| Part | What |\n|---|---|\n| A | first<br>second |\n");
    assert!(page.contains("<td>first<br>\nsecond</td>"), "{page}");
}

#[test]
fn a_name_leads_to_the_page_that_bears_it() {
    let (page, twin) = published(
        "See [[may-i-paste]], [[Sales|the role]], [[May I paste this?#The short answer]].\n",
    );
    assert!(page.contains("<a href=\"may-i-paste.html\">may-i-paste</a>"), "{page}");
    assert!(page.contains("<a href=\"../roles/sales.html\">the role</a>"), "{page}");
    assert!(page.contains("<a href=\"may-i-paste.html#the-short-answer\">"), "{page}");
    assert!(twin.contains("[the role](../roles/sales.html)"), "{twin}");
}

#[test]
fn the_id_at_a_headings_end_is_its_id() {
    let (page, _) =
        published("# **How to start here** {#top}\n\n## **First** {#one}\n\n[x](#one)\n");
    assert!(page.contains("<h2 id=\"one\"><strong>First</strong> "), "{page}");
    assert!(page.contains("<a href=\"#one\">x</a>"), "{page}");
}

#[test]
fn a_heading_that_is_nearly_the_title_sinks_nothing() {
    let (page, _) =
        published("# G.1 \u{2014} How to start here\n\nIntro.\n\n## One\n\na\n\n## Two\n\nb\n");
    assert!(page.contains("<li><a href=\"#one\">One</a></li><li><a href=\"#two\">Two</a></li>"));
    assert!(!page.contains("G.1"), "{page}");
}

#[test]
fn links_and_pictures_stay_in_headings() {
    let (page, _) = published(
        "# How to [start](may-i-paste.md) here\n\n\
         ## [1.2.0](https://example.com/compare) - 2026-11-01\n\ntext\n",
    );
    assert!(page.contains("<p><a href=\"may-i-paste.html\">start</a></p>"), "{page}");
    assert!(page.contains("<a href=\"https://example.com/compare\">1.2.0</a> - 2026-11-01"));
}

#[test]
fn what_leads_nowhere_is_its_text_in_the_twin() {
    let (_, twin) = published(
        "[one](gone.md \"T\"), ![two](gone.png), [three][r], [four](javascript:x) \
         [five](may-i-paste.md \"T\").\n\n[r]: gone.md 'T'\n",
    );
    assert!(twin.contains("one, two, three, four [five](may-i-paste.html \"T\").\n"), "{twin}");
    assert!(!twin.contains("gone"), "{twin}");
}

#[test]
fn a_box_with_a_title_of_its_own_is_a_box() {
    let (page, twin) = published("> [!faq]- Who may use it\n> Everybody.\n");
    assert!(page.contains("alert-note"), "{page}");
    assert!(page.contains("<strong>Who may use it</strong>"), "{page}");
    assert!(twin.contains("> [!NOTE]\n> **Who may use it**\n>\n> Everybody."), "{twin}");
}

#[test]
fn text_from_right_to_left_says_so() {
    let (page, _) = published("\u{5E9}\u{5DC}\u{5D5}\u{5DD}\n\n- \u{5D0}\n\nplain\n");
    assert!(page.contains("<p dir=\"auto\">\u{5E9}"), "{page}");
    assert!(page.contains("<ul dir=\"auto\">") && page.contains("<p>plain</p>"), "{page}");
}
