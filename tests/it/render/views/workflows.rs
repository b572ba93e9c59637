//! A workflow of each layer, and one that is stopped.

use playbook::page::view::*;

use super::blocks::*;
use super::parts::*;

pub fn workflow(id: &'static str, title: &str, summary: &str, trigger: &str) -> WorkflowView {
    WorkflowView {
        title: text(title),
        summary: text(summary),
        trigger: Some(text(trigger)),
        layer: layer(id),
        roles: vec![
            link("Customer success", "../roles/customer-success.html"),
            link("Sales", "../roles/sales.html"),
        ],
        tools: vec![
            name("CRM Insights", "../tools/crm.html"),
            NameView { text: text("Notetaker"), href: None },
        ],
        high_stakes: false,
        status: proven(),
        last_run: Some(date("2026-06-04", "4 June 2026")),
        due: Some(date("2026-09-02", "2 September 2026")),
        verified_with: Some(text("Assistant 4.2")),
        byline: Some(text("M. Osei, renewals, runs it twice a week")),
        owner: Some(name("Revenue operations desk", "../people/revops-desk.html")),
        paste: PasteView {
            may: texts(&["Account name, usage numbers, ticket counts."]),
            never: texts(&["Customer e-mails, contract terms, names of their people."]),
            never_in_brief: text("Customer e-mails, contract terms, names of their people."),
            data: Some(rung("internal", 2)),
            unknown: false,
        },
        no_checks: false,
        key_sections: KeySectionsView::default(),
        body: BodyView::default(),
        contents: vec![
            link("Check before you use it", "#check"),
            link("What went wrong", "#wrong"),
            link("Not for", "#not-for"),
        ],
        show_me: vec![PersonRefView {
            name: text("M. Osei"),
            href: Some(text("../people/m-osei.html")),
            ask: Some(text("#renewals")),
        }],
        same_job: vec![
            rail("Read an account's signals", "fluency", None),
            rail(
                "Rebuild the renewal queue around reasons",
                "redesign",
                Some("Being rebuilt until September"),
            ),
        ],
        builds_on: vec![rail("Summarise a call in your own words", "fluency", None)],
        replaces: vec![link("An older way", "older.html")],
        next: vec![entry("Decide how far to trust a churn flag", "judgment", trial())],
        part_of: vec![PathStepView {
            text: text("Sixty days to a calmer renewal season, day 30"),
            href: text("../collections/calm-renewals.html"),
            previous: Some(text("../drills/seat-total.html")),
            next: Some(text("weekly-report.html")),
        }],
        similar: vec![
            rail("Draft an answer that you would sign", "fluency", None),
            rail("Is this call summary complete?", "judgment", None),
        ],
        linked_from: vec![link("What may I paste?", "../guides/may-i-paste.html")],
        drills: vec![link("The seat total", "../drills/seat-total.html")],
        evidence: vec![EvidenceView {
            what: text("Minutes of preparation"),
            from: text("50"),
            to: text("15"),
            n: text("n=14"),
            period: Some(text("May 2026")),
            source: Some(text("people's own count")),
        }],
        repeats: vec![
            RepeatView {
                who: Some(name("D. Patel", "../people/d-patel.html")),
                date: date("2026-06-04", "4 June 2026"),
                result: "worked",
                note: Some(text("Took the three questions into the call as they were.")),
            },
            RepeatView {
                who: None,
                date: date("2026-05-11", "11 May 2026"),
                result: "failed",
                note: Some(text("The tickets were in German.")),
            },
        ],
        stopped: vec![],
        instead: vec![],
        minutes: None,
        rebuilding: None,
        actions: actions(),
        draft: false,
    }
}

pub fn fluency() -> WorkflowView {
    let mut page = workflow(
        "fluency",
        "Prepare a renewal call",
        "One page of facts and three questions, from the CRM and the last five tickets.",
        "A renewal is inside 60 days and the call is on your calendar.",
    );
    page.key_sections.prompt = Some(section(
        "prompt",
        "Prompt",
        Some("prompt"),
        vec![html("<p>Paste the notes without names.</p>"), prompt()],
    ));
    page.instead = texts(&["Call the sponsor before the meeting rather than after it."]);
    page.minutes = Some(minutes(50, 15, "a run", 30));
    page.body = long_body();
    page
}

pub fn judgment() -> WorkflowView {
    let mut page = workflow(
        "judgment",
        "Decide how far to trust a churn flag",
        "When the flag is worth a call, when it is noise, and who signs.",
        "A renewal inside 120 days turns red in CRM Insights.",
    );
    page.high_stakes = true;
    let rule = |id: &str, title: &str, name, words: &str| {
        section(id, title, Some(name), vec![html(&format!("<ul><li>{words}</li></ul>"))])
    };
    page.key_sections.rules = vec![
        rule(
            "trust",
            "Trust it when",
            "trust",
            "Usage fell for three weeks <em>and</em> the sponsor is still active.",
        ),
        rule(
            "override",
            "Override when",
            "override",
            "A planned shutdown or season explains the dip.",
        ),
        rule(
            "do-not-rely",
            "Do not rely on it when",
            "do-not-rely",
            "A discount or an escalation hangs on it. Read the account yourself.",
        ),
    ];
    page.key_sections.rules_short = true;
    let mut body = long_body();
    body.sections
        .insert(1, section("ask", "Ask for the reasons, not the score", None, vec![prompt()]));
    page.body = body;
    page
}

pub fn redesign() -> WorkflowView {
    let mut page = workflow(
        "redesign",
        "Rebuild the weekly operations report from its sources",
        "Three of the four steps were there only because people cannot be everywhere and remember everything.",
        "Every Monday, when the VP wants the week on one page.",
    );
    page.status = status("rebuilding", "Being rebuilt until September");
    page.rebuilding = Some(RebuildingView {
        since: Some(date("2026-05-01", "1 May 2026")),
        until: Some(date("2026-09-30", "30 September 2026")),
        room_from: Some(text("VP Operations")),
    });
    page.key_sections.ways = vec![
        section(
            "old-way",
            "Old way",
            Some("old-way"),
            vec![html(
                "<ol><li><del>Export four reports</del><small class=\"step-note\">45 min · needed only because people are slow at it</small></li>\
             <li><del>Copy last week's comments</del><small class=\"step-note\">20 min · needed only because people forget</small></li>\
             <li><del>Chase two teams for numbers</del><small class=\"step-note\">30 min · needed only because people are not always there</small></li>\
             <li>Decide what the VP must see<small class=\"step-note\">15 min · stays: judgment</small></li></ol>",
            )],
        ),
        section(
            "new-way",
            "New way",
            Some("new-way"),
            vec![html(
                "<ol><li>Draft from the four sources<small class=\"step-note\">2 min · AI</small></li>\
             <li>Check totals against finance<small class=\"step-note\">5 min · stays: accountability</small></li>\
             <li>Decide what the VP must see<small class=\"step-note\">15 min · stays: judgment</small></li></ol>",
            )],
        ),
    ];
    page.instead =
        texts(&["Call the two accounts that moved most, before the meeting rather than after it."]);
    page.stopped = texts(&["The Monday export", "The chase mail"]);
    page.minutes = Some(minutes(110, 22, "a week", 20));
    page.body = BodyView {
        scripts: vec![],
        lead: vec![],
        sections: vec![
            section(
                "stays-human",
                "What stays human",
                Some("stays-human"),
                vec![html(
                    "<p>Deciding what the VP must see: nobody wants to read a machine's idea of what matters on the morning after a missed quarter. And one person signs the totals.</p>",
                )],
            ),
            section(
                "agreed",
                "Who agreed, how to roll back",
                Some("agreed"),
                vec![html(
                    "<p>The VP Operations. The old sheet is kept until March; ask in #revops.</p>",
                )],
            ),
        ],
    };
    page.draft = false;
    page
}

pub fn stopped() -> WorkflowView {
    let mut page = workflow(
        "fluency",
        "Summarise a customer call in the free chat with a very long title that nobody shortened Donaudampfschifffahrtsgesellschaftskapitän",
        "Kept because people still look for it.",
        "A call just ended.",
    );
    page.status = StatusView {
        id: "stopped",
        sentence: text("Stop: free chat may not be used for this."),
        instead: Some(link("Assistant", "../tools/assistant.html")),
        also: vec![ReasonView { sentence: text("Check first: the owner has left"), instead: None }],
    };
    page.byline = None;
    page.no_checks = true;
    page.key_sections.prompt = Some(section(
        "prompt",
        "Prompt",
        Some("prompt"),
        vec![BlockView::Withheld { name: Some(text("Call summary")) }],
    ));
    page
}
