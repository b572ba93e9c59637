//! Pages about the whole playbook.

use playbook::page::view::*;

use super::pages::wanted_entry;
use super::parts::*;

fn log(title: &str) -> LogView {
    let part = FacetView { link: link("Sales", "lists/caught/roles/sales/1.html"), count: 3 };
    LogView {
        title: text(title),
        lede: Some(text("What it is for.")),
        facets: vec![FacetsView { title: text("By role"), parts: vec![part] }],
        pager: Some(PagerView {
            number: 2,
            of: 3,
            previous: Some(text("caught.html")),
            next: Some(text("lists/caught/3.html")),
        }),
        up: Some(link("All of it", "caught.html")),
        empty: text("Nothing yet."),
    }
}

fn page() -> LinkView {
    link("Prepare a renewal call", "workflows/renewal-prep.html")
}

fn cells() -> Vec<CoverageCellView> {
    let cell = |layer, finished, repeated, unfinished, write: Option<&str>| CoverageCellView {
        layer,
        finished,
        repeated,
        unfinished,
        write: write.map(text),
    };
    vec![
        cell("fluency", 4, 2, 1, None),
        cell("judgment", 0, 0, 0, Some("https://forge.example/new")),
        cell("redesign", 0, 0, 0, None),
    ]
}

pub fn rich_search() -> SearchView {
    SearchView {
        title: text("Search"),
        groups: vec![LinksView {
            title: text("Roles"),
            links: vec![link("Sales", "roles/sales.html")],
            more: Some(link("All 70 pages", "roles.html")),
        }],
        letters: vec![LetterView {
            id: text("p"),
            letter: text("P"),
            titles: vec![page()],
            more: Some(link("All 13 under P", "lists/titles/p/1.html")),
        }],
    }
}

pub fn rich_coverage() -> CoverageView {
    CoverageView {
        title: text("What we have"),
        layers: vec![layer("fluency"), layer("judgment"), layer("redesign")],
        roles: vec![RoleCoverageView {
            role: link("Sales", "roles/sales.html"),
            cells: cells(),
            managers: 3,
        }],
        managers: true,
        jobs: vec![RoleJobsView {
            role: link("Sales", "roles/sales.html"),
            jobs: vec![JobCoverageView { when: text("A renewal is near"), cells: cells() }],
        }],
        needs: vec![NeedsView {
            id: "unfinished",
            title: text("Something missing"),
            count: 101,
            pages: vec![NeedView { page: page(), what: texts(&["Steps", "owner"]) }],
        }],
        data: text("coverage.json"),
    }
}

pub fn rich_caught() -> CaughtLogView {
    let error = CaughtErrorView {
        caught: CaughtView {
            said: text("Low risk."),
            fact: text("A segment was missing."),
            noticed: Some(text("the total did not match")),
            error: Some("omission"),
            reached: Some("colleague"),
            cost: Some(text("a morning")),
            when: Some(text("in May")),
            by: Some(text("M. Osei")),
        },
        page: page(),
        tools: texts(&["Assistant"]),
    };
    CaughtLogView { log: log("What went wrong"), errors: vec![error] }
}

pub fn rich_removed() -> RemovedView {
    let steps = |id: &str| StepsView {
        id: id.to_owned(),
        sentence: text("Because people forget"),
        steps: vec![LoggedStepView { text: text("Copy"), minutes: Some(20), page: page() }],
        more: Some(link("All 20 steps", "lists/removed/removed/memory/1.html")),
    };
    RemovedView {
        log: log("Steps we removed"),
        removed: vec![steps("removed-memory")],
        kept: vec![steps("kept-judgment")],
    }
}

pub fn rich_questions() -> QuestionsView {
    let questions = vec![
        QuestionView { question: text("What changed?"), answer: Some(text("No longer: copying")) },
        QuestionView { question: text("Who says so?"), answer: None },
    ];
    let entry = PageQuestionsView { page: page(), layer: layer("judgment"), questions };
    QuestionsView { log: log("Questions"), pages: vec![entry] }
}

pub fn rich_changed() -> ChangedView {
    let change = ChangeView {
        page: page(),
        roles: texts(&["Sales", "Support"]),
        stopped: texts(&["Copying"]),
        instead: texts(&["Calling"]),
        agreed: Some(text("The head of sales.")),
    };
    let answer = QuestionView { question: text("What?"), answer: Some(text("3 things")) };
    ChangedView {
        log: log("What changed"),
        answers: vec![answer],
        unchanged: vec![link("Legal", "roles/legal.html")],
        changes: vec![change],
    }
}

pub fn rich_contribute() -> ContributeView {
    ContributeView {
        title: text("Contribute"),
        choices: vec![ChoiceView {
            layer: layer("fluency"),
            question: text("Did you?"),
            write: Some(text("https://forge.example/new")),
            send: Some(text("mailto:a@example.com")),
            path: text("content/workflows/everyone/new-page.md"),
            template: text("---\ntitle:\n---\n"),
        }],
        wanted: vec![wanted_entry("Hand over an account", Some(7))],
    }
}

/// The same with nothing but what their types demand.
pub fn poor_reports() -> Vec<(&'static str, PageView)> {
    let log = || LogView {
        title: text("T"),
        lede: None,
        facets: vec![],
        pager: None,
        up: None,
        empty: text("Nothing yet."),
    };
    let coverage = CoverageView {
        title: text("T"),
        layers: vec![],
        roles: vec![],
        managers: false,
        jobs: vec![],
        needs: vec![],
        data: text("coverage.json"),
    };
    let changed = ChangedView { log: log(), answers: vec![], unchanged: vec![], changes: vec![] };
    let contribute = ContributeView { title: text("T"), choices: vec![], wanted: vec![] };
    let search = SearchView { title: text("T"), groups: vec![], letters: vec![] };
    vec![
        ("coverage.html", PageView::Coverage(Box::new(coverage))),
        ("caught.html", PageView::Caught(Box::new(CaughtLogView { log: log(), errors: vec![] }))),
        (
            "removed.html",
            PageView::Removed(Box::new(RemovedView { log: log(), removed: vec![], kept: vec![] })),
        ),
        (
            "questions.html",
            PageView::Questions(Box::new(QuestionsView { log: log(), pages: vec![] })),
        ),
        ("changed.html", PageView::Changed(Box::new(changed))),
        ("contribute.html", PageView::Contribute(Box::new(contribute))),
        ("search.html", PageView::Search(Box::new(search))),
    ]
}
