//! What every page shows alike.

use crate::address::{LogFacet, LogKind, OverviewPage, Route};
use crate::config::Config;
use crate::domain::Kind;
use crate::index::Indexes;
use crate::language::{self, Language};
use crate::model::Playbook;

use super::propose;
use super::view::{LinkView, SiteView};

/// The chrome: titles, navigation, words. Addresses are from the root.
pub fn site_view(playbook: &Playbook, indexes: &Indexes) -> SiteView {
    let config: &Config = &playbook.config;
    let language = language::find(&config.site.language);
    let in_static = |file: &Option<String>| {
        let path = format!("static/{}", file.as_deref()?);
        // Only if it is there: it would be broken on every page.
        playbook.assets.get(path.as_str()).map(|(route, _)| route.to_string())
    };
    SiteView {
        title: config.site.title.clone(),
        language: config.site.language_tag.clone(),
        logo: in_static(&config.site.logo),
        favicon: in_static(&config.site.favicon),
        noindex: config.site.noindex,
        base_url: config.site.base_url.clone(),
        nav: navigation(playbook, indexes),
        more: more(language),
        links: config.site.links.clone(),
        contact: propose::contact(config),
        words: language.words.clone(),
        moved: playbook.moved(),
    }
}

/// Guides in the navigation, which stands on every page; all are in their list.
const MAX_GUIDES: usize = 12;

fn navigation(playbook: &Playbook, indexes: &Indexes) -> Vec<LinkView> {
    let language = language::find(&playbook.config.site.language);
    let lists = [Kind::Role, Kind::Collection, Kind::Tool, Kind::Person].map(|kind| LinkView {
        text: language.word(&format!("nav-{}", kind.folder())).to_owned(),
        href: Route::list(kind).to_string(),
    });
    let guides = indexes.guides.iter().filter_map(|id| playbook.guides.get(id));
    let guides = guides.filter(|guide| guide.front.nav).take(MAX_GUIDES).map(|guide| LinkView {
        text: guide.page.card.title.clone(),
        href: guide.page.route.to_string(),
    });
    // In the navigation, since nobody looked for them in the foot.
    let practice = [list_of(language, Kind::Drill), log_of(language, LogKind::Caught)];
    lists.into_iter().chain(practice).chain(guides).collect()
}

/// The lists, logs and reports that are not in the navigation, also while they
/// are empty.
fn more(language: &Language) -> Vec<LinkView> {
    let lists = [Kind::Workflow, Kind::Layer, Kind::Wanted, Kind::Guide];
    let lists = lists.map(|kind| list_of(language, kind));
    let logs = LogKind::ALL.into_iter().filter(|log| *log != LogKind::Caught);
    let logs = logs.map(|log| log_of(language, log));
    let reports = [("coverage", OverviewPage::Coverage), ("contribute", OverviewPage::Contribute)];
    let reports = reports.map(|(word, report)| named(language, word, &report.route()));
    let search = named(language, "search", &OverviewPage::Search.route());
    lists.into_iter().chain(logs).chain(reports).chain([search]).collect()
}

fn list_of(language: &Language, kind: Kind) -> LinkView {
    named(language, kind.folder(), &Route::list(kind))
}

fn log_of(language: &Language, log: LogKind) -> LinkView {
    named(language, log.as_str(), &log.route(&LogFacet::All, 1))
}

fn named(language: &Language, word: &str, route: &Route) -> LinkView {
    LinkView { text: language.word(&format!("list-{word}")).to_owned(), href: route.to_string() }
}
