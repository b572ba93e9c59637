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
        layer: layer("fluency"),
        status: status("first-version", "First version: help finish it"),
        paste: PasteView { unknown: true, ..PasteView::default() },
        no_checks: true,
        ..WorkflowView::default()
    };
    let site = SiteView {
        title: title(),
        language: text("en"),
        words: language::find("en").words.clone(),
        ..SiteView::default()
    };
    let home = HomeView { title: title(), ..HomeView::default() };
    let role = RoleView { title: title(), feed: text("../feeds/t.xml"), ..RoleView::default() };
    let layer_page = LayerPageView {
        title: title(),
        layer: layer("redesign"),
        feed: text("../feeds/t.xml"),
        ..LayerPageView::default()
    };
    let tool = ToolView { title: title(), status: tool_status("unknown"), ..ToolView::default() };
    let person = PersonView { title: title(), ..PersonView::default() };
    let collection = CollectionView { title: title(), ..CollectionView::default() };
    let drill = DrillView { title: title(), ..DrillView::default() };
    let wanted = WantedView { title: title(), ..WantedView::default() };
    let guide = GuideView { title: title(), ..GuideView::default() };
    let list = ListView {
        title: title(),
        of: "workflows",
        empty: text("Nothing yet."),
        ..ListView::default()
    };
    let people = PeopleView { title: title(), ..PeopleView::default() };
    let tools = ToolsView { title: title(), ..ToolsView::default() };
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
        ("people.html", PageView::People(Box::new(people))),
        ("tools.html", PageView::Tools(Box::new(tools))),
        ("workflows.html", PageView::List(Box::new(list))),
        (
            "old/t.html",
            PageView::Redirect(RedirectView { title: title(), href: text("../t.html") }),
        ),
        ("404.html", PageView::NotFound(NotFoundView { title: title(), home: text("/") })),
    ];
    views(site, pages.into_iter().chain(super::reports::poor_reports()).collect())
}
