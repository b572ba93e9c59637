//! One view per template, once with everything in it and once with as little
//! as its type allows.

use playbook::config::SiteLink;
use playbook::document::Route;
use playbook::language;
use playbook::memo::Hashed;
use playbook::page::View;
use playbook::page::view::*;

/// Every kind of page with every field filled in.
pub fn rich() -> Vec<View> {
    views(
        rich_site(),
        vec![
            ("index.html", PageView::Home(Box::new(rich_home()))),
            ("workflows/renewal-prep.html", PageView::Workflow(Box::new(fluency()))),
            ("workflows/trust-a-churn-flag.html", PageView::Workflow(Box::new(judgment()))),
            ("workflows/weekly-report.html", PageView::Workflow(Box::new(redesign()))),
            ("workflows/stopped.html", PageView::Workflow(Box::new(stopped()))),
            ("roles/customer-success.html", PageView::Role(Box::new(rich_role()))),
            ("layers/judgment.html", PageView::Layer(Box::new(rich_layer()))),
            ("tools/free-chat.html", PageView::Tool(Box::new(rich_tool()))),
            ("people/m-osei.html", PageView::Person(Box::new(rich_person()))),
            ("collections/calm-renewals.html", PageView::Collection(Box::new(rich_collection()))),
            ("drills/seat-total.html", PageView::Drill(Box::new(rich_drill()))),
            ("wanted/handover.html", PageView::Wanted(Box::new(rich_wanted()))),
            ("guides/may-i-paste.html", PageView::Guide(Box::new(rich_guide()))),
            ("people.html", PageView::People(Box::new(rich_people()))),
            ("tools.html", PageView::Tools(Box::new(rich_tools()))),
            ("workflows-2.html", PageView::List(Box::new(rich_list()))),
            (
                "old/renewals.html",
                PageView::Redirect(RedirectView {
                    title: text("Prepare a renewal call"),
                    href: text("../workflows/renewal-prep.html"),
                }),
            ),
            (
                "404.html",
                PageView::NotFound(NotFoundView {
                    title: text("Not here"),
                    home: text("/playbook/"),
                }),
            ),
        ],
    )
}

/// Every kind of page with nothing but what its type demands.
pub fn poor() -> Vec<View> {
    let title = || text("T");
    let workflow = WorkflowView {
        title: title(),
        summary: String::new(),
        trigger: None,
        layer: layer("fluency"),
        roles: vec![],
        tools: vec![],
        high_stakes: false,
        status: status("first-version", "First version: help finish it"),
        last_run: None,
        due: None,
        verified_with: None,
        byline: None,
        owner: None,
        paste: PasteView { unknown: true, ..PasteView::default() },
        no_checks: true,
        heart: HeartView::default(),
        body: BodyView::default(),
        contents: vec![],
        show_me: vec![],
        same_job: vec![],
        builds_on: vec![],
        next: vec![],
        part_of: vec![],
        similar: vec![],
        linked_from: vec![],
        drills: vec![],
        evidence: vec![],
        repeats: vec![],
        stopped: vec![],
        instead: vec![],
        minutes: None,
        rebuilding: None,
        actions: ActionsView::default(),
        draft: false,
    };
    let body = BodyView::default;
    let actions = ActionsView::default;
    let site = SiteView {
        title: title(),
        language: text("en"),
        logo: None,
        favicon: None,
        noindex: false,
        base_url: None,
        nav: vec![],
        links: vec![],
        words: language::find("en").words.clone(),
    };
    let home = HomeView {
        title: title(),
        body: body(),
        roles: vec![],
        recent: vec![],
        paste_guide: None,
        new_by_role: vec![],
        coverage: vec![],
        layers: vec![],
        collections: vec![],
        wanted: vec![],
        actions: actions(),
    };
    let role = RoleView {
        title: title(),
        summary: None,
        aliases: vec![],
        channel: None,
        people: vec![],
        start_with: None,
        layers: vec![],
        jobs: vec![],
        others: vec![],
        everyone: vec![],
        more: None,
        caught: vec![],
        drills: vec![],
        tools: vec![],
        wanted: vec![],
        body: body(),
        actions: actions(),
    };
    let layer_page = LayerPageView {
        title: title(),
        layer: layer("redesign"),
        summary: None,
        body: body(),
        rows: vec![],
        caught: vec![],
        savings: vec![],
        limits: vec![],
        more: None,
        actions: actions(),
    };
    let tool = ToolView {
        title: title(),
        summary: None,
        aliases: vec![],
        status: tool_status("unknown"),
        data_max: None,
        good_for: vec![],
        not_good_for: vec![],
        replaced_by: None,
        link: None,
        ask: None,
        body: body(),
        entries: vec![],
        more: None,
        actions: actions(),
    };
    let person = PersonView {
        title: title(),
        desk: false,
        champion: false,
        coach: false,
        roles: vec![],
        ask: None,
        left: None,
        shows: vec![],
        owns: vec![],
        body: body(),
        actions: actions(),
    };
    let collection = CollectionView {
        title: title(),
        summary: None,
        roles: vec![],
        curator: None,
        days: None,
        behaviours: vec![],
        checkpoints: vec![],
        because: None,
        body: body(),
        actions: actions(),
    };
    let drill = DrillView {
        title: title(),
        roles: vec![],
        from: None,
        made_up: false,
        body: body(),
        actions: actions(),
    };
    let wanted = WantedView {
        title: title(),
        roles: vec![],
        layer: None,
        why: None,
        seen: None,
        closed_by: vec![],
        write: None,
        body: body(),
        actions: actions(),
    };
    let guide = GuideView {
        title: title(),
        summary: None,
        body: body(),
        others: vec![],
        actions: actions(),
    };
    let list = ListView {
        title: title(),
        of: "workflows",
        entries: vec![],
        summaries: vec![],
        pager: None,
        up: None,
        empty: text("Nothing yet."),
    };
    views(
        site,
        vec![
            ("index.html", PageView::Home(Box::new(home))),
            ("workflows/t.html", PageView::Workflow(Box::new(workflow))),
            ("roles/t.html", PageView::Role(Box::new(role))),
            ("layers/redesign.html", PageView::Layer(Box::new(layer_page))),
            ("tools/t.html", PageView::Tool(Box::new(tool))),
            ("people/t.html", PageView::Person(Box::new(person))),
            ("collections/t.html", PageView::Collection(Box::new(collection))),
            ("drills/t.html", PageView::Drill(Box::new(drill))),
            ("wanted/t.html", PageView::Wanted(Box::new(wanted))),
            ("guides/t.html", PageView::Guide(Box::new(guide))),
            (
                "people.html",
                PageView::People(Box::new(PeopleView {
                    title: title(),
                    groups: vec![],
                    desks: vec![],
                })),
            ),
            ("tools.html", PageView::Tools(Box::new(ToolsView { title: title(), groups: vec![] }))),
            ("workflows.html", PageView::List(Box::new(list))),
            (
                "old/t.html",
                PageView::Redirect(RedirectView { title: title(), href: text("../t.html") }),
            ),
            ("404.html", PageView::NotFound(NotFoundView { title: title(), home: text("/") })),
        ],
    )
}

fn views(site: SiteView, pages: Vec<(&str, PageView)>) -> Vec<View> {
    let site = Hashed::new(site);
    let view = |(route, page): (&str, PageView)| View {
        route: Route::new(route),
        site: site.clone(),
        page,
    };
    pages.into_iter().map(view).collect()
}

pub fn rich_site() -> SiteView {
    SiteView {
        title: text("Northgate AI playbook"),
        language: text("en"),
        logo: Some(text("logo.png")),
        favicon: Some(text("favicon.ico")),
        noindex: true,
        base_url: Some(text("https://playbook.example/playbook")),
        nav: vec![
            link("Roles", "roles.html"),
            link("Paths", "collections.html"),
            link("Tools", "tools.html"),
            link("People", "people.html"),
            link("May I paste?", "guides/may-i-paste.html"),
        ],
        links: vec![SiteLink {
            text: text("Works council"),
            url: text("https://intranet.example/wc"),
        }],
        words: language::find("en").words.clone(),
    }
}

fn text(words: &str) -> String {
    POISON.with_borrow(|poison| format!("{words}{poison}"))
}

thread_local! {
    static POISON: std::cell::RefCell<String> = const { std::cell::RefCell::new(String::new()) };
}

/// [`rich`] with `hostile` at the end of every text, but not in HTML that the
/// writer of bodies has made safe.
pub fn poison(hostile: &str) -> Vec<View> {
    POISON.with_borrow_mut(|poison| hostile.clone_into(poison));
    let views = rich();
    POISON.with_borrow_mut(String::clear);
    views
}

fn texts(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| text(line)).collect()
}

fn link(words: &str, href: &str) -> LinkView {
    LinkView { text: text(words), href: text(href) }
}

fn name(words: &str, href: &str) -> NameView {
    NameView { text: text(words), href: Some(text(href)) }
}

fn date(iso: &str, words: &str) -> DateView {
    DateView { iso: text(iso), text: text(words) }
}

fn layer(id: &'static str) -> LayerView {
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

fn status(id: &'static str, sentence: &str) -> StatusView {
    StatusView { id, sentence: text(sentence), instead: None }
}

fn tool_status(id: &'static str) -> ToolStatusView {
    let sentence = match id {
        "approved" => "Approved: use it",
        "pilot" => "Pilot: for those who take part",
        "not-approved" => "Not approved: do not use it for work",
        "retired" => "Retired",
        _ => "Nobody has said whether it may be used: ask first",
    };
    ToolStatusView { id, sentence: text(sentence) }
}

fn rung(name: &str, rung: u32) -> RungView {
    RungView { name: text(name), rung, of: 4 }
}

fn entry(title: &str, id: &'static str, state: StatusView) -> EntryView {
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
    }
}

fn proven() -> StatusView {
    status("proven", "3 colleagues repeated it")
}

fn trial() -> StatusView {
    status("trial", "Nobody else has tried it yet: be the second")
}

fn html(html: &str) -> BlockView {
    BlockView::Html { html: html.to_owned() }
}

fn section(
    id: &str,
    title: &str,
    name: Option<&'static str>,
    blocks: Vec<BlockView>,
) -> SectionView {
    SectionView { id: text(id), title: text(title), title_html: title.to_owned(), name, blocks }
}

fn prompt() -> BlockView {
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

fn caught() -> BlockView {
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

fn drill() -> BlockView {
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

fn actions() -> ActionsView {
    ActionsView {
        edit: Some(text("https://github.com/example/playbook/edit/main/content/x.md")),
        repeated: Some(text("mailto:playbook@example.com?subject=I%20repeated%20this")),
        improve: Some(text("mailto:playbook@example.com?subject=Improve")),
        twin: Some(text("renewal-prep.md")),
    }
}

fn workflow(id: &'static str, title: &str, summary: &str, trigger: &str) -> WorkflowView {
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
            data: Some(rung("internal", 2)),
            unknown: false,
        },
        no_checks: false,
        heart: HeartView::default(),
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
            entry("Read an account's signals", "fluency", proven()),
            entry(
                "Rebuild the renewal queue around reasons",
                "redesign",
                status("rebuilding", "Being rebuilt until September"),
            ),
        ],
        builds_on: vec![entry("Summarise a call in your own words", "fluency", proven())],
        next: vec![entry("Decide how far to trust a churn flag", "judgment", trial())],
        part_of: vec![link(
            "Sixty days to a calmer renewal season, day 30",
            "../collections/calm-renewals.html",
        )],
        similar: vec![
            entry("Draft an answer that you would sign", "fluency", proven()),
            entry("Is this call summary complete?", "judgment", trial()),
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

fn checks() -> SectionView {
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

fn long_body() -> BodyView {
    BodyView {
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

fn fluency() -> WorkflowView {
    let mut page = workflow(
        "fluency",
        "Prepare a renewal call",
        "One page of facts and three questions, from the CRM and the last five tickets.",
        "A renewal is inside 60 days and the call is on your calendar.",
    );
    page.heart.prompt = Some(section(
        "prompt",
        "Prompt",
        Some("prompt"),
        vec![html("<p>Paste the notes without names.</p>"), prompt()],
    ));
    page.instead = texts(&["Call the sponsor before the meeting rather than after it."]);
    page.minutes =
        Some(MinutesView { before: 50, after: 15, per: text("a run"), after_percent: 30 });
    page.body = long_body();
    page
}

fn judgment() -> WorkflowView {
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
    page.heart.rules = vec![
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
    page.heart.rules_short = true;
    let mut body = long_body();
    body.sections
        .insert(1, section("ask", "Ask for the reasons, not the score", None, vec![prompt()]));
    page.body = body;
    page
}

fn redesign() -> WorkflowView {
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
    page.heart.ways = vec![
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
    page.minutes =
        Some(MinutesView { before: 110, after: 22, per: text("a week"), after_percent: 20 });
    page.body = BodyView {
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

fn stopped() -> WorkflowView {
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
    };
    page.byline = None;
    page.no_checks = true;
    page.heart.prompt = Some(section(
        "prompt",
        "Prompt",
        Some("prompt"),
        vec![BlockView::Withheld { name: Some(text("Call summary")) }],
    ));
    page
}

fn caught_entry() -> CaughtEntryView {
    CaughtEntryView {
        said: text("Low risk: engagement is stable."),
        fact: text("The EU segment was missing from the extract, 40 % of the seats."),
        kind: Some(text("omission")),
        noticed: Some(text("the seat total on the chart did not match the contract")),
        page: link("Decide how far to trust a churn flag", "../workflows/trust-a-churn-flag.html"),
    }
}

fn rich_home() -> HomeView {
    let tile = |name: &str, aliases: &[&str]| RoleTileView {
        id: name.to_lowercase(),
        name: text(name),
        href: text("roles/customer-success.html"),
        aliases: texts(aliases),
    };
    let summary =
        |id, words: &str| LayerSummaryView { layer: layer(id), summary: Some(text(words)) };
    let role = |name: &str| link(name, "roles/customer-success.html");
    HomeView {
        title: text("How we work with AI at Northgate"),
        body: BodyView {
            lead: vec![html(
                "<p>Written by colleagues who did it, checked by colleagues who repeated it.</p>",
            )],
            sections: vec![section(
                "why",
                "Why this exists",
                None,
                vec![html(
                    "<p>Courses did not change how we prepare a renewal. Colleagues did.</p>",
                )],
            )],
        },
        roles: vec![
            tile("Customer success", &["CSM", "account manager"]),
            tile("Sales", &["AE", "SDR"]),
            tile("Operations", &["RevOps"]),
            tile("Finance", &[]),
            tile("People", &["HR"]),
            tile("Everyone", &[]),
        ],
        recent: vec![
            entry("Prepare a renewal call", "fluency", proven()),
            entry("Decide how far to trust a churn flag", "judgment", proven()),
            entry("Rebuild the weekly operations report from its sources", "redesign", proven()),
        ],
        paste_guide: Some(link("What may I paste?", "guides/may-i-paste.html")),
        new_by_role: vec![
            RoleEntriesView {
                role: role("Customer success"),
                entries: vec![
                    entry("Is this call summary complete?", "judgment", trial()),
                    entry("Draft an answer that you would sign", "fluency", trial()),
                ],
                more: Some(link("All 14 pages", "roles/customer-success.html")),
            },
            RoleEntriesView {
                role: role("Sales"),
                entries: vec![entry("Prepare a discovery call", "fluency", trial())],
                more: None,
            },
        ],
        coverage: vec![
            CoverageRowView { role: role("Customer success"), counts: vec![7, 4, 1] },
            CoverageRowView { role: role("Sales"), counts: vec![5, 0, 1] },
            CoverageRowView { role: role("Operations"), counts: vec![40, 2, 0] },
        ],
        layers: vec![
            summary("fluency", "You know what a tool is good for, and you reach for it."),
            summary(
                "judgment",
                "You know when to trust an answer, when to override it and when not to ask.",
            ),
            summary(
                "redesign",
                "You rebuild the work, rather than bolting a tool onto step three.",
            ),
        ],
        collections: vec![SummaryView {
            title: text("Sixty days to a calmer renewal season"),
            href: text("collections/calm-renewals.html"),
            summary: Some(text("Three habits, a checkpoint a fortnight.")),
            note: Some(text("60 days")),
        }],
        wanted: vec![
            wanted_entry("Hand an account over", Some(7)),
            wanted_entry("Answer a security questionnaire", Some(1)),
        ],
        actions: actions(),
    }
}

fn wanted_entry(title: &str, seen: Option<u32>) -> WantedEntryView {
    WantedEntryView {
        title: text(title),
        href: text("wanted/x.html"),
        seen,
        layer: Some(layer("judgment")),
    }
}

fn rich_role() -> RoleView {
    let cell = |id, entries: Vec<EntryView>, asked| JobCellView {
        layer: layer(id),
        entries,
        asked,
        write: Some(text("https://github.com/example/playbook/new/main?filename=x.md")),
    };
    let row = |when: &str, cells: Vec<JobCellView>| JobRowView {
        when: text(when),
        empty: cells.iter().all(|cell| cell.entries.is_empty()),
        tools: vec![link("CRM Insights", "../tools/crm.html")],
        cells,
    };
    RoleView {
        title: text("Customer success"),
        summary: Some(text("Keeps what was sold in use, and hears first when it is not.")),
        aliases: texts(&["CSM", "account manager"]),
        channel: Some(text("#cs-ai")),
        people: vec![
            PersonRefView {
                name: text("D. Patel"),
                href: Some(text("../people/d-patel.html")),
                ask: None,
            },
            PersonRefView {
                name: text("M. Osei"),
                href: Some(text("../people/m-osei.html")),
                ask: Some(text("#renewals")),
            },
        ],
        start_with: Some(SummaryView {
            title: text("Sixty days to a calmer renewal season"),
            href: text("../collections/calm-renewals.html"),
            summary: Some(text("Three habits, a checkpoint a fortnight.")),
            note: Some(text("60 days")),
        }),
        layers: vec![layer("fluency"), layer("judgment"), layer("redesign")],
        jobs: vec![
            row(
                "A renewal is inside 60 days",
                vec![
                    cell(
                        "fluency",
                        vec![entry(
                            "Prepare a renewal call",
                            "fluency",
                            status("team-default", "How customer success does it"),
                        )],
                        None,
                    ),
                    cell(
                        "judgment",
                        vec![entry("Decide how far to trust a churn flag", "judgment", proven())],
                        None,
                    ),
                    cell(
                        "redesign",
                        vec![entry(
                            "Rebuild the renewal queue around reasons",
                            "redesign",
                            status("rebuilding", "Being rebuilt until March"),
                        )],
                        None,
                    ),
                ],
            ),
            row(
                "A call just ended",
                vec![
                    cell(
                        "fluency",
                        vec![entry(
                            "Summarise a customer call in your own words",
                            "fluency",
                            status("proven", "5 colleagues repeated it"),
                        )],
                        None,
                    ),
                    cell(
                        "judgment",
                        vec![entry("Is this call summary complete?", "judgment", trial())],
                        None,
                    ),
                    cell("redesign", vec![], None),
                ],
            ),
            row(
                "A complaint is escalated",
                vec![
                    cell(
                        "fluency",
                        vec![entry("Draft an answer you would sign", "fluency", proven())],
                        None,
                    ),
                    cell("judgment", vec![], Some(1)),
                    cell("redesign", vec![], None),
                ],
            ),
            row(
                "An account changes hands",
                vec![
                    cell("fluency", vec![], Some(7)),
                    cell("judgment", vec![], None),
                    cell("redesign", vec![], None),
                ],
            ),
        ],
        others: vec![entry("Write a business review in an hour", "fluency", proven())],
        everyone: vec![
            entry("Write a prompt that a colleague could reuse", "fluency", proven()),
            entry("Three checks before anything leaves the house", "judgment", proven()),
        ],
        more: Some(link("All 73 pages", "../roles/customer-success-2.html")),
        caught: vec![caught_entry()],
        drills: vec![link("The seat total", "../drills/seat-total.html")],
        tools: vec![
            link("Assistant", "../tools/assistant.html"),
            link("CRM Insights", "../tools/crm.html"),
        ],
        wanted: vec![wanted_entry("Hand an account over", Some(7))],
        body: BodyView { lead: vec![html("<p>We meet on Thursdays.</p>")], sections: vec![] },
        actions: actions(),
    }
}

fn rich_layer() -> LayerPageView {
    LayerPageView {
        title: text("Judgment"),
        layer: layer("judgment"),
        summary: Some(text("Knowing when to trust, override or not use what the tool says.")),
        body: BodyView {
            lead: vec![],
            sections: vec![section(
                "how-to-tell",
                "How to tell that you have it",
                None,
                vec![html(
                    "<p>You can say which of your checks would have caught last month's error.</p>",
                )],
            )],
        },
        rows: vec![RoleEntriesView {
            role: link("Customer success", "../roles/customer-success.html"),
            entries: vec![
                entry("Decide how far to trust a churn flag", "judgment", proven()),
                entry("Is this call summary complete?", "judgment", trial()),
            ],
            more: Some(link("All 12 pages", "../roles/customer-success.html")),
        }],
        caught: vec![caught_entry()],
        savings: vec![SavingView {
            page: link("Rebuild the weekly operations report", "../workflows/weekly-report.html"),
            minutes: MinutesView { before: 110, after: 22, per: text("a week"), after_percent: 20 },
        }],
        limits: vec![LimitView {
            id: "memory",
            sentence: text("People forget"),
            steps: vec![RemovedStepView {
                text: text("Copy last week's comments"),
                page: link(
                    "Rebuild the weekly operations report",
                    "../workflows/weekly-report.html",
                ),
            }],
        }],
        more: Some(link("All 131 pages", "../layers/judgment-2.html")),
        actions: actions(),
    }
}

fn rich_tool() -> ToolView {
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
        body: BodyView {
            lead: vec![html("<p>What you type there is kept by its maker.</p>")],
            sections: vec![],
        },
        entries: vec![entry(
            "Summarise a customer call in the free chat",
            "fluency",
            status("stopped", "Stop: free chat may not be used for this"),
        )],
        more: Some(link("All 61 pages", "../tools/free-chat-2.html")),
        actions: actions(),
    }
}

fn rich_person() -> PersonView {
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
        body: BodyView { lead: vec![html("<p>Thursdays after two.</p>")], sections: vec![] },
        actions: actions(),
    }
}

fn rich_collection() -> CollectionView {
    let item = |entry| PathItemView { entry: Some(entry), drill: None };
    let point = |day, goal: &str, items| CheckpointView {
        day,
        goal: Some(text(goal)),
        items,
        evidence: Some(text("A brief from last week, with one number you corrected.")),
        coach_asks: Some(text("What did you not use, and why?")),
        manager_asks: Some(text("Which call went differently?")),
    };
    CollectionView {
        title: text("Sixty days to a calmer renewal season"),
        summary: Some(text("Three habits, a checkpoint a fortnight.")),
        roles: vec![link("Customer success", "../roles/customer-success.html")],
        curator: Some(name("L&D desk", "../people/ld-desk.html")),
        days: Some(60),
        behaviours: texts(&[
            "You go into every renewal call with three questions of your own.",
            "You name the source of every number.",
            "You say which step you stopped doing.",
        ]),
        checkpoints: vec![
            point(
                1,
                "Prepare one real call with it",
                vec![item(entry("Prepare a renewal call", "fluency", proven()))],
            ),
            point(
                30,
                "Catch one error before a colleague does",
                vec![
                    item(entry(
                        "Decide how far to trust a churn flag",
                        "judgment",
                        status("first-version", "First version: help finish it"),
                    )),
                    PathItemView {
                        entry: None,
                        drill: Some(link("The seat total", "../drills/seat-total.html")),
                    },
                ],
            ),
            point(
                60,
                "Stop one step for good",
                vec![item(entry("Rebuild the renewal queue around reasons", "redesign", trial()))],
            ),
        ],
        because: Some(text("No page for redesign yet: the queue is still being rebuilt.")),
        body: BodyView {
            lead: vec![html("<p>Thirty days are a checkpoint, not the end.</p>")],
            sections: vec![],
        },
        actions: actions(),
    }
}

fn rich_drill() -> DrillView {
    DrillView {
        title: text("The seat total"),
        roles: vec![link("Customer success", "../roles/customer-success.html")],
        from: Some(link(
            "Decide how far to trust a churn flag",
            "../workflows/trust-a-churn-flag.html",
        )),
        made_up: false,
        body: BodyView { lead: vec![drill()], sections: vec![] },
        actions: actions(),
    }
}

fn rich_wanted() -> WantedView {
    WantedView {
        title: text("Hand an account over"),
        roles: vec![link("Customer success", "../roles/customer-success.html")],
        layer: Some(layer("fluency")),
        why: Some(text("Every handover loses the history of the last escalation.")),
        seen: Some(7),
        closed_by: vec![],
        write: Some(text("https://github.com/example/playbook/new/main")),
        body: BodyView { lead: vec![html("<p>Asked again on Friday.</p>")], sections: vec![] },
        actions: actions(),
    }
}

fn rich_guide() -> GuideView {
    GuideView {
        title: text("What may I paste?"),
        summary: Some(text("Four words for data, and which tool takes which.")),
        body: long_body(),
        others: vec![link("How to write a page", "how-to-write.html")],
        actions: actions(),
    }
}

fn rich_people() -> PeopleView {
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

fn rich_tools() -> ToolsView {
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

fn rich_list() -> ListView {
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
