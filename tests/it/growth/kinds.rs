//! Playbooks of many pages of one kind, with everything that such pages may have in
//! common: one role, one job, one tool, one owner, a chain, a wrong word each.

use crate::fixture::{Files, base};

/// A kind of page, or a relation of it: its name, and its page of this number.
pub type Kind = (&'static str, fn(usize) -> (String, String));

const FLUENCY: &str = "summary: s\nroles: [sales]\nlayer: fluency\nowner: m-osei\ndata: internal\n\
                       tools: [assistant]\nverified: 2026-09-30\n";

#[rustfmt::skip]
pub static ALL: [Kind; 14] = [
    ("workflows of one job", |n| (
        format!("workflows/any/p{n}"),
        format!("title: Page number {n:06}\n{FLUENCY}job: renewal\n"),
    )),
    ("workflows in a chain", |n| (
        format!("workflows/p{n:06}"),
        format!("title: Page number {n:06}\n{FLUENCY}builds_on: [p{:06}]\nnext: [p{:06}]\n", n + 1, n + 1),
    )),
    ("workflows with a wrong name", |n| (
        format!("workflows/p{n:06}"),
        format!("title: Page number {n:06}\n{FLUENCY}next: [q{n:06}]\n---\n\n[a](q{n:06}.md) ![b](q{n:06}.png)\n"),
    )),
    ("workflows that were retired", |n| (
        format!("workflows/p{n:06}"),
        format!("title: Page number {n:06}\n{FLUENCY}retired: {{date: 2026-10-01, replaced_by: p{:06}}}\n", n + 1),
    )),
    ("workflows that are first versions of a wanted job", |n| (
        format!("workflows/p{n:06}"),
        format!("title: Page number {n:06}\n{FLUENCY}job: handover\n"),
    )),
    ("roles", |n| (
        format!("roles/r{n:06}"),
        format!("name: Role {n:06}\nsummary: s\npriorities:\n  - {{job: renewal, when: w}}\n  - {{job: handover, when: w}}\n"),
    )),
    ("tools", |n| (
        format!("tools/t{n:06}"),
        format!("name: Tool {n:06}\nsummary: s\nstatus: approved\nreplaced_by: t{:06}\n", n + 1),
    )),
    ("people", |n| (
        format!("people/p{n:06}"),
        format!("name: Person {n:06}\nroles: [sales]\nshows: [base-fluency]\n"),
    )),
    ("collections", |n| (
        format!("collections/c{n:06}"),
        format!("title: Path {n:06}\nroles: [sales]\ndays: 60\ncheckpoints:\n  - {{day: 30, goal: g, do: [base-fluency, base-judgment]}}\n"),
    )),
    ("drills of one error", |n| (
        format!("drills/d{n:06}"),
        format!("title: Drill {n:06}\nroles: [sales]\nfrom: base-judgment\n"),
    )),
    ("drills for everyone", |n| (format!("drills/d{n:06}"), format!("title: Drill {n:06}\n"))),
    ("wanted pages of one job", |n| (
        format!("wanted/w{n:06}"),
        format!("title: Wanted {n:06}\nroles: [sales]\nlayer: redesign\njob: renewal\nseen: {n}\n"),
    )),
    ("guides", |n| (
        format!("guides/any/{}/g{n:06}", n % 7),
        format!("title: Guide {n:06}\nsummary: s\n"),
    )),
    ("guides in the navigation", |n| (
        format!("guides/g{n:06}"),
        format!("title: Guide {n:06}\nsummary: s\norder: 1\nnav: true\n"),
    )),
];

/// The base playbook with so many pages more.
pub fn playbook((_, page): &Kind, pages: usize) -> Files {
    let mut files = base();
    for (path, head) in (0..pages).map(page) {
        let text = match head.contains("\n---\n") {
            true => format!("---\n{head}"),
            false => format!("---\n{head}---\n\nText.\n"),
        };
        files.insert(format!("content/{path}.md"), text.into_bytes());
    }
    files
}

/// A path of so many items, each of which is a page.
pub fn path(items: usize) -> Files {
    let mut files = playbook(&ALL[0], items);
    let ids: Vec<String> = (0..items).map(|n| format!("p{n}")).collect();
    let text = format!(
        "---\ntitle: A long path\nroles: [sales]\ndays: 60\ncheckpoints:\n  - {{day: 30, goal: g, do: [{}]}}\n---\n",
        ids.join(", ")
    );
    files.insert("content/collections/long.md".to_owned(), text.into_bytes());
    files
}
