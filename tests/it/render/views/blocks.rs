//! Blocks and bodies.

use playbook::page::view::*;

use super::parts::*;

pub fn prompt() -> BlockView {
    let words = |words: &str| PartView { text: Some(text(words)), blank: None };
    let blank = |name: &str| PartView { text: None, blank: Some(text(name)) };
    let field =
        |name: &str, label: &str, example: Option<&str>, input, choices: &[&str]| BlankView {
            name: text(name),
            label: text(label),
            example: example.map(text),
            input,
            choices: texts(choices),
        };
    BlockView::Prompt(PromptView {
        id: text("prompt-1"),
        name: text("Renewal brief"),
        tool: Some(name("Assistant", "../tools/assistant.html")),
        parts: vec![
            words("Write a one-page brief for my renewal call with "),
            blank("account_name"),
            words(", due in "),
            blank("days"),
            words(
                " days.\n\nUse only the notes below. For each claim, name the note it comes from.\nEnd with three questions in a ",
            ),
            blank("tone"),
            words(" tone that I can ask on the call.\n\nNotes:\n"),
            blank("notes"),
        ],
        blanks: vec![
            field("account_name", "the name in the CRM", Some("Acme Logistics"), "line", &[]),
            field("days", "days until the renewal", Some("45"), "line", &[]),
            field("tone", "tone", None, "choice", &["plain", "warm", "formal"]),
            field(
                "notes",
                "the last five tickets and the usage numbers, without names",
                None,
                "long",
                &[],
            ),
        ],
    })
}

pub fn caught() -> BlockView {
    BlockView::Caught(CaughtView {
        said: text("Low risk: engagement is stable."),
        fact: text("The EU segment was missing from the extract, 40 % of the seats."),
        noticed: Some(text("the seat total on the chart did not match the contract")),
        error: Some("omission"),
        reached: Some("colleague"),
        cost: Some(text("one wrong forecast line and half a day")),
        when: Some(text("March")),
        by: Some(text("a colleague in EMEA")),
    })
}

pub fn drill() -> BlockView {
    BlockView::Drill(DrillBlockView {
        id: text("drill-1"),
        context: Some(text(
            "You asked for a summary of a renewal account before the forecast call. The contract is for 480 seats.",
        )),
        text: text(
            "Acme Logistics renews on 30 June. Usage is stable at 288 active seats of 288.\nThe sponsor, Jana Weiss, changed roles in May; her successor has not answered.\nRisk: low.",
        ),
        errors: vec![
            DrillErrorView {
                quote: text("288 active seats of 288"),
                error: Some("omission"),
                why: Some(text("The contract says 480: a segment is missing from the extract.")),
                how_to_check: Some(text("the seat total in the order form")),
            },
            DrillErrorView {
                quote: text("Risk: low."),
                error: Some("false all-clear"),
                why: Some(text("A silent successor is the strongest sign there is.")),
                how_to_check: None,
            },
        ],
        verdict: Some("reject"),
    })
}

pub fn actions() -> ActionsView {
    ActionsView {
        edit: Some(text("https://github.com/example/playbook/edit/main/content/x.md")),
        repeated: Some(text("mailto:playbook@example.com?subject=I%20repeated%20this")),
        wrong: Some(text("mailto:playbook@example.com?subject=This%20is%20wrong")),
        want: None,
        unset: Some(text("Nobody can write from here yet.")),
        improve: Some(text("mailto:playbook@example.com?subject=Improve")),
        twin: Some(text("renewal-prep.md")),
        permanent: Some(text("renewal-prep.html")),
    }
}

pub fn checks() -> SectionView {
    section(
        "check",
        "Check before you use it",
        Some("check"),
        vec![html(
            "<ul class=\"checks\"><li class=\"check\">The seat total on the chart equals the contract.<small class=\"note\">Source: the order form, not the summary</small></li>\
         <li class=\"check\">Read the last five tickets.<small class=\"note\">Source: help desk</small></li>\
         <li class=\"check\">A second person agrees in writing.<small class=\"note\">By: the renewals manager</small></li></ul>",
        )],
    )
}

pub fn long_body() -> BodyView {
    BodyView {
        scripts: vec![],
        lead: vec![],
        sections: vec![
            section(
                "before",
                "Before you start",
                Some("before"),
                vec![html(
                    "<p>Open the account in the CRM and <a href=\"../tools/crm.html\">export the usage table</a>. The export takes <code>two minutes</code>.</p>\
                 <aside class=\"alert warning\" role=\"note\"><p class=\"alert-title\">Warning</p><p>The extract leaves out segments that were added this quarter.</p></aside>\
                 <aside class=\"alert tip\" role=\"note\"><p class=\"alert-title\">Tip</p><p>Run it on Monday, before the forecast.</p></aside>",
                )],
            ),
            section(
                "steps",
                "Steps",
                Some("steps"),
                vec![html(
                    "<ol><li>Copy the usage table and the ticket counts.</li><li>Fill in the prompt and run it.<ul><li>Keep the answer open beside the contract.</li></ul></li><li>Check every number against its source.</li></ol>\
                 <h3 id=\"numbers\">Numbers that matter <a class=\"anchor\" href=\"#numbers\" aria-label=\"Link to: Numbers that matter\">#</a></h3>\
                 <div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table><thead><tr><th>Signal</th><th>Where</th><th>How often it is wrong</th></tr></thead><tbody><tr><td>Active seats</td><td>CRM Insights</td><td>1 in 12</td></tr><tr><td>Open tickets</td><td>Help desk</td><td>rarely</td></tr></tbody></table></div>\
                 <pre tabindex=\"0\"><code class=\"language-sql\"><span class=\"c\">-- active seats</span>\n<span class=\"k\">select</span> account, <span class=\"f\">count</span>(*) <span class=\"k\">from</span> seats <span class=\"k\">where</span> state = <span class=\"s\">'active'</span> <span class=\"k\">and</span> days &lt; <span class=\"n\">30</span>;</code></pre>\
                 <blockquote><p>I keep the old list open for a week and compare.</p></blockquote>\
                 <p>Why three weeks?<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup></p>",
                )],
            ),
            checks(),
            section("wrong", "What went wrong", Some("wrong"), vec![caught()]),
            section("drill", "Drill", Some("drill"), vec![drill()]),
            section(
                "not-for",
                "Not for",
                Some("not-for"),
                vec![html(
                    "<p>Accounts in their first 60 days: there is no usage history to read.</p>",
                )],
            ),
            section(
                "notes",
                "Notes",
                None,
                vec![html(
                    "<section class=\"footnotes\"><ol><li id=\"fn-1\"><p>Two weeks of silence are a holiday. <a href=\"#fnref-1\">↩</a></p></li></ol></section>",
                )],
            ),
        ],
    }
}
