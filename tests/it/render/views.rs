//! One view per template, once with everything in it and once with as little
//! as its type allows.

mod blocks;
mod lists;
mod pages;
mod parts;
mod poor;
mod reports;
mod workflows;

use playbook::address::Route;
use playbook::memo::Hashed;
use playbook::page::View;
use playbook::page::view::*;

use lists::*;
use pages::*;
use parts::*;
pub use poor::poor;
use reports::*;
use workflows::*;

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
            ("coverage.html", PageView::Coverage(Box::new(rich_coverage()))),
            ("caught.html", PageView::Caught(Box::new(rich_caught()))),
            ("removed.html", PageView::Removed(Box::new(rich_removed()))),
            ("questions.html", PageView::Questions(Box::new(rich_questions()))),
            ("changed.html", PageView::Changed(Box::new(rich_changed()))),
            ("contribute.html", PageView::Contribute(Box::new(rich_contribute()))),
            ("search.html", PageView::Search(Box::new(rich_search()))),
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

/// [`rich`] with `hostile` at the end of every text, but not in HTML that the
/// writer of bodies has made safe.
pub fn poison(hostile: &str) -> Vec<View> {
    POISON.with_borrow_mut(|poison| hostile.clone_into(poison));
    let views = rich();
    POISON.with_borrow_mut(String::clear);
    views
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
