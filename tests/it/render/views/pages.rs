//! Every other kind of page.

use playbook::config::SiteLink;
use playbook::language;
use playbook::page::view::*;

use super::blocks::*;
use super::parts::*;

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
        more: vec![link("Drills", "drills.html")],
        links: vec![SiteLink {
            text: text("Works council"),
            url: text("https://intranet.example/wc"),
        }],
        contact: Some(text("mailto:playbook@example.com?subject={title}&body={text}")),
        words: language::find("en").words.clone(),
        moved: [(text("roles/cs.html"), text("roles/customer-success.html"))].into(),
    }
}

pub fn caught_entry() -> CaughtEntryView {
    CaughtEntryView {
        said: text("Low risk: engagement is stable."),
        fact: text("The EU segment was missing from the extract, 40 % of the seats."),
        kind: Some(text("omission")),
        noticed: Some(text("the seat total on the chart did not match the contract")),
        page: link("Decide how far to trust a churn flag", "../workflows/trust-a-churn-flag.html"),
    }
}

pub fn rich_home() -> HomeView {
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
        lede_html: Some("Written by colleagues who <em>did</em> it.".to_owned()),
        body: BodyView {
            scripts: vec![],
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
        recalls: vec![RecallView {
            page: link("Prepare a renewal call", "workflows/renewal-prep.html"),
            path: text("workflows/renewal-prep.html"),
            since: Some(text("2026-11-02")),
            until: Some(text("2026-11-24")),
            sentence: text("Corrected on 24 November 2026: The prompt left out the discount"),
            remedy: Some(text("Check the offers you sent in November")),
        }],
        tools_to_check: vec![link("Copilot classic: 161 pages to check first", "tools/x.html")],
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
            NewOfRoleView {
                role: role("Customer success"),
                entries: vec![
                    rail("Is this call summary complete?", "judgment", None),
                    rail("Draft an answer that you would sign", "fluency", None),
                ],
                more: Some(link("All 14 pages", "roles/customer-success.html")),
            },
            NewOfRoleView {
                role: role("Sales"),
                entries: vec![rail("Prepare a discovery call", "fluency", None)],
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
            roles: vec![],
        }],
        wanted: vec![
            wanted_entry("Hand an account over", Some(7)),
            wanted_entry("Answer a security questionnaire", Some(1)),
        ],
        actions: actions(),
    }
}

pub fn wanted_entry(title: &str, seen: Option<u32>) -> WantedEntryView {
    WantedEntryView {
        title: text(title),
        href: text("wanted/x.html"),
        seen,
        is_taken: true,
        layer: Some(layer("judgment")),
    }
}

pub fn rich_role() -> RoleView {
    let cell = |id, entries: Vec<EntryView>, asked| JobCellView {
        layer: layer(id),
        entries,
        asked,
        write: Some(text("../contribute.html?role=sales&job=renewal&name=renewal-sales#fluency")),
        elsewhere: Some(text("https://github.com/example/playbook/new/main?filename=x.md")),
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
            roles: vec![],
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
        caught_more: Some(link("All 12 caught errors", "../caught.html")),
        drills: vec![link("The seat total", "../drills/seat-total.html")],
        tools: vec![
            link("Assistant", "../tools/assistant.html"),
            link("CRM Insights", "../tools/crm.html"),
        ],
        wanted: vec![wanted_entry("Hand an account over", Some(7))],
        feed: text("../feeds/roles/customer-success.xml"),
        body: BodyView {
            lead: vec![html("<p>We meet on Thursdays.</p>")],
            sections: vec![],
            scripts: vec![],
        },
        actions: actions(),
    }
}

pub fn rich_layer() -> LayerPageView {
    LayerPageView {
        title: text("Judgment"),
        layer: layer("judgment"),
        summary: Some(text("Knowing when to trust, override or not use what the tool says.")),
        body: BodyView {
            scripts: vec![],
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
        rules: Some(TrustRulesView {
            headings: texts(&["Trust it when", "Override when", "Do not rely on it when"]),
            pages: vec![PageRulesView {
                page: link("Decide how far to trust a churn flag", "../workflows/churn-flag.html"),
                rules: texts(&["Two sources agree.", "", "The customer is new."]),
            }],
        }),
        caught: vec![caught_entry()],
        caught_more: Some(link("All 12 caught errors", "../caught.html")),
        limits_more: Some(link("All 20 steps", "../removed.html")),
        savings: vec![SavingView {
            page: link("Rebuild the weekly operations report", "../workflows/weekly-report.html"),
            minutes: minutes(110, 22, "a week", 20),
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
        feed: text("../feeds/layers/judgment.xml"),
        actions: actions(),
    }
}

pub fn rich_collection() -> CollectionView {
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
            scripts: vec![],
        },
        actions: actions(),
    }
}

pub fn rich_drill() -> DrillView {
    DrillView {
        title: text("The seat total"),
        roles: vec![link("Customer success", "../roles/customer-success.html")],
        from: Some(link(
            "Decide how far to trust a churn flag",
            "../workflows/trust-a-churn-flag.html",
        )),
        made_up: false,
        body: BodyView { lead: vec![drill()], sections: vec![], scripts: vec!["drill"] },
        actions: actions(),
    }
}

pub fn rich_wanted() -> WantedView {
    WantedView {
        title: text("Hand an account over"),
        roles: vec![link("Customer success", "../roles/customer-success.html")],
        layer: Some(layer("fluency")),
        why: Some(text("Every handover loses the history of the last escalation.")),
        seen: Some(7),
        asked: Some(date("2026-10-05", "5 October 2026")),
        taken: Some(text("M. Osei is writing it, since 12 November 2026")),
        answered: None,
        closed_by: vec![],
        write: text("../contribute.html?job=renewal&name=renewal#fluency"),
        elsewhere: Some(text("https://github.com/example/playbook/new/main")),
        body: BodyView {
            lead: vec![html("<p>Asked again on Friday.</p>")],
            sections: vec![],
            scripts: vec![],
        },
        actions: actions(),
    }
}

pub fn rich_guide() -> GuideView {
    GuideView {
        title: text("What may I paste?"),
        summary: Some(text("Four words for data, and which tool takes which.")),
        body: long_body(),
        others: vec![link("How to write a page", "how-to-write.html")],
        actions: actions(),
    }
}
