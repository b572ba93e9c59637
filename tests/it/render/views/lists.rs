//! Tools, people and lists.

use playbook::page::view::*;

use super::blocks::actions;
use super::parts::*;

pub fn rich_tool() -> ToolView {
    ToolView {
        title: text("Free chat"),
        summary: Some(text("The public chat page without a company account.")),
        aliases: texts(&["the free one"]),
        status: tool_status("not-approved"),
        data_max: Some(rung("public", 1)),
        good_for: texts(&["Trying out wording on made-up text"]),
        not_good_for: texts(&["Anything a customer wrote", "Numbers"]),
        replaced_by: Some(link("Assistant", "assistant.html")),
        link: Some(text("https://chat.example/")),
        ask: Some(text("#it-tools")),
        show_me: vec![person_ref("M. Osei"), person_ref("T. Lund")],
        body: BodyView {
            scripts: vec![],
            lead: vec![html("<p>What you type there is kept by its maker.</p>")],
            sections: vec![],
        },
        changes: vec![ToolChangeView {
            date: date("2026-11-02", "2 November 2026"),
            what: text("A new model answers"),
            status: Some(text("Approved: for everybody")),
        }],
        to_check: Some(text("161 pages to check first")),
        entries: vec![entry(
            "Summarise a customer call in the free chat",
            "fluency",
            status("stopped", "Stop: free chat may not be used for this"),
        )],
        more: Some(link("All 61 pages", "../tools/free-chat-2.html")),
        actions: actions(),
    }
}

pub fn rich_person() -> PersonView {
    PersonView {
        title: text("M. Osei"),
        desk: true,
        champion: true,
        coach: true,
        roles: vec![link("Customer success", "../roles/customer-success.html")],
        ask: Some(text("#renewals")),
        left: None,
        shows: vec![entry("Decide how far to trust a churn flag", "judgment", proven())],
        owns: vec![entry("Prepare a renewal call", "fluency", proven())],
        orphans: vec![entry("Trust nothing yet", "judgment", trial())],
        body: BodyView {
            lead: vec![html("<p>Thursdays after two.</p>")],
            sections: vec![],
            scripts: vec![],
        },
        actions: actions(),
    }
}

pub fn rich_people() -> PeopleView {
    let person = |name: &str| PersonEntryView {
        person: PersonRefView {
            name: text(name),
            href: Some(text("people/m-osei.html")),
            ask: Some(text("#renewals")),
        },
        champion: true,
        coach: name.starts_with('D'),
        shows: vec![link(
            "Decide how far to trust a churn flag",
            "workflows/trust-a-churn-flag.html",
        )],
    };
    PeopleView {
        title: text("People"),
        groups: vec![PeopleGroupView {
            role: link("Customer success", "roles/customer-success.html"),
            people: vec![person("D. Patel"), person("M. Osei")],
        }],
        desks: vec![person("Revenue operations desk")],
    }
}

pub fn rich_tools() -> ToolsView {
    let tool = |name: &str| ToolEntryView {
        name: text(name),
        href: text("tools/free-chat.html"),
        summary: Some(text("The company's own chat, with our contract behind it.")),
        aliases: texts(&["the chat"]),
        good_for: texts(&["Summaries", "First drafts"]),
        data_max: Some(rung("confidential", 3)),
        replaced_by: (name == "Free chat").then(|| link("Assistant", "tools/assistant.html")),
    };
    let group = |id, tools| ToolGroupView { status: tool_status(id), tools };
    ToolsView {
        title: text("Tools"),
        groups: vec![
            group("approved", vec![tool("Assistant"), tool("CRM Insights")]),
            group("pilot", vec![tool("Notetaker")]),
            group("not-approved", vec![tool("Free chat")]),
            group("retired", vec![tool("Old bot")]),
        ],
    }
}

pub fn rich_list() -> ListView {
    ListView {
        title: text("All workflows"),
        of: "workflows",
        entries: vec![
            entry("Prepare a renewal call", "fluency", proven()),
            entry("Decide how far to trust a churn flag", "judgment", trial()),
            entry(
                "Rebuild the weekly operations report from its sources",
                "redesign",
                status("first-version", "First version: help finish it"),
            ),
        ],
        summaries: vec![SummaryView {
            title: text("Customer success"),
            href: text("roles/customer-success.html"),
            summary: Some(text("Keeps what was sold in use.")),
            note: Some(text("14 pages")),
            roles: texts(&["roles/sales.html"]),
        }],
        pager: Some(PagerView {
            number: 2,
            of: 3,
            previous: Some(text("workflows.html")),
            next: Some(text("workflows-3.html")),
        }),
        up: Some(link("Home", "index.html")),
        empty: text("Nothing yet."),
    }
}
