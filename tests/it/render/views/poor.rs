//! Every kind of page with nothing but what its type demands.

use playbook::language;
use playbook::page::View;
use playbook::page::view::*;

use super::parts::*;
use super::views;

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
        key_sections: KeySectionsView::default(),
        body: BodyView::default(),
        contents: vec![],
        show_me: vec![],
        same_job: vec![],
        builds_on: vec![],
        replaces: vec![],
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
        more: vec![],
        links: vec![],
        contact: None,
        words: language::find("en").words.clone(),
    };
    let home = HomeView {
        title: title(),
        lede_html: None,
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
        caught_more: None,
        drills: vec![],
        tools: vec![],
        wanted: vec![],
        body: body(),
        feed: text("../feeds/t.xml"),
        actions: actions(),
    };
    let layer_page = LayerPageView {
        title: title(),
        layer: layer("redesign"),
        summary: None,
        body: body(),
        rows: vec![],
        rules: None,
        caught: vec![],
        caught_more: None,
        savings: vec![],
        limits: vec![],
        limits_more: None,
        more: None,
        feed: text("../feeds/t.xml"),
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
        show_me: vec![],
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
        orphans: vec![],
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
    let pages = vec![
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
    ];
    views(site, pages.into_iter().chain(super::reports::poor_reports()).collect())
}
