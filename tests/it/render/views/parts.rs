//! Small values that the views are made of.

use playbook::page::view::*;

pub fn text(words: &str) -> String {
    POISON.with_borrow(|poison| format!("{words}{poison}"))
}

thread_local! {
    /// Stands at the end of every text.
    pub static POISON: std::cell::RefCell<String> = const { std::cell::RefCell::new(String::new()) };
}

pub fn texts(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| text(line)).collect()
}

pub fn link(words: &str, href: &str) -> LinkView {
    LinkView { text: text(words), href: text(href) }
}

pub fn name(words: &str, href: &str) -> NameView {
    NameView { text: text(words), href: Some(text(href)) }
}

pub fn date(iso: &str, words: &str) -> DateView {
    DateView { iso: text(iso), text: text(words) }
}

pub fn layer(id: &'static str) -> LayerView {
    let (name, subtitle) = match id {
        "fluency" => ("Fluency", "Use it"),
        "judgment" => ("Judgment", "Judge it"),
        _ => ("Redesign", "Rebuild it"),
    };
    LayerView {
        id,
        name: text(name),
        subtitle: text(subtitle),
        href: format!("../layers/{id}.html"),
    }
}

pub fn status(id: &'static str, sentence: &str) -> StatusView {
    StatusView { id, sentence: text(sentence), instead: None, also: Vec::new() }
}

pub fn tool_status(id: &'static str) -> ToolStatusView {
    let sentence = match id {
        "approved" => "Approved: use it",
        "pilot" => "Pilot: for those who take part",
        "not-approved" => "Not approved: do not use it for work",
        "retired" => "Retired",
        _ => "Nobody has said whether it may be used: ask first",
    };
    ToolStatusView { id, sentence: text(sentence) }
}

pub fn rung(name: &str, rung: u32) -> RungView {
    RungView::new(text(name), rung, 4)
}

pub fn entry(title: &str, id: &'static str, state: StatusView) -> EntryView {
    EntryView {
        href: text("../workflows/some.html"),
        title: text(title),
        summary: text(
            "One page of facts and three questions before the call, from the CRM and the last five tickets.",
        ),
        trigger: Some(text("A renewal is inside 60 days.")),
        layer: layer(id),
        status: state,
        roles: texts(&["Customer success", "Sales"]),
        tools: texts(&["Assistant"]),
        high_stakes: id == "judgment",
        minutes: (id != "judgment").then(|| text("50 → 15 min a run")),
        due: Some(date("2026-12-01", "1 December 2026")),
    }
}

pub fn minutes(before: u32, after: u32, per: &str, after_percent: u32) -> MinutesView {
    let time = |n: u32| text(&format!("{n} min"));
    let (before_text, after_text) = (time(before), time(after));
    MinutesView { before, after, before_text, after_text, per: text(per), after_percent }
}

pub fn person_ref(name: &str) -> PersonRefView {
    PersonRefView {
        name: text(name),
        href: Some(text("../people/m-osei.html")),
        ask: Some(text("#renewals")),
    }
}

/// A page as it stands beside the text of another.
pub fn rail(title: &str, layer: &'static str, warning: Option<&str>) -> RailEntryView {
    RailEntryView {
        href: text("../workflows/some.html"),
        title: text(title),
        layer,
        warning: warning.map(text),
    }
}

pub fn proven() -> StatusView {
    status("proven", "3 colleagues repeated it")
}

pub fn trial() -> StatusView {
    status("trial", "Nobody else has tried it yet: be the second")
}

pub fn html(html: &str) -> BlockView {
    BlockView::Html { html: html.to_owned() }
}

pub fn section(
    id: &str,
    title: &str,
    name: Option<&'static str>,
    blocks: Vec<BlockView>,
) -> SectionView {
    SectionView { id: text(id), title: text(title), title_html: title.to_owned(), name, blocks }
}
