//! Pages of a change that are much like another one: they bear its title, do its job for
//! the same colleagues, or have most of its text. Pairs that were there before are left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::address::PageId;
use crate::diagnostic::rules::whole::pb511_near_duplicate;
use crate::domain::Kind;
use crate::engine::Build;
use crate::index::job_key;
use crate::model::{DocumentState, Page, Playbook, Workflow};

use super::super::compare::Change;
use super::value::{AlikePages, PageLine};

/// Every pair that is new, each once.
pub(super) fn find(change: &Change, (before, after): (&Build, &Build)) -> Vec<AlikePages> {
    let playbook = after.playbook();
    let pages = &change.pages;
    let mut pairs = Pairs::default();
    for id in &pages.added {
        let workflow = playbook.workflows.get(&*id.id).filter(|it| it.page.id == *id);
        for (page, other) in workflow.into_iter().flat_map(|it| same_job(it, after)) {
            pairs.add(&page.page, &other.page, "job");
        }
    }
    let titles = titles(playbook);
    let own = pages.added.iter().chain(&pages.edited);
    for id in own.chain(pages.renamed.iter().map(|it| &it.to)) {
        let Some(page) = playbook.page(id) else { continue };
        let earlier = before.playbook().page(pages.before(id));
        if earlier.is_some_and(|it| it.card.title == page.card.title) {
            continue;
        }
        for other in titles.get(&title(page)).into_iter().flatten() {
            pairs.add(page, other, "title");
        }
    }
    let page = |path: &str| match playbook.documents.get(path) {
        Some(DocumentState::Page(id)) => playbook.page(id),
        _ => None,
    };
    let new = change.messages.new.iter();
    for found in new.filter(|it| it.code == pb511_near_duplicate::RULE.code) {
        let other = found.related.first().and_then(|(place, _)| page(&place.path));
        if let (Some(page), Some(other)) = (page(&found.place.path), other) {
            pairs.add(page, other, "text");
        }
    }
    pairs.found
}

#[derive(Default)]
struct Pairs {
    found: Vec<AlikePages>,
    known: BTreeSet<(PageId, PageId)>,
}

impl Pairs {
    fn add(&mut self, page: &Page, other: &Page, same: &'static str) {
        let (one, two) = (page.id.clone(), other.id.clone());
        let pair = if one < two { (one, two) } else { (two, one) };
        if page.id != other.id && self.known.insert(pair) {
            let (page, other) = (PageLine::of(page), PageLine::of(other));
            self.found.push(AlikePages { page, other, same });
        }
    }
}

fn titles(playbook: &Playbook) -> BTreeMap<(Kind, String), Vec<&Page>> {
    let mut titles: BTreeMap<_, Vec<&Page>> = BTreeMap::new();
    for page in playbook.pages() {
        titles.entry(title(page)).or_default().push(page);
    }
    titles
}

fn title(page: &Page) -> (Kind, String) {
    (page.id.kind, page.card.title.to_lowercase())
}

/// Pages that do the same job in the same layer for a colleague of the same role.
fn same_job<'a>(
    page: &'a Workflow,
    after: &'a Build,
) -> impl Iterator<Item = (&'a Workflow, &'a Workflow)> {
    let job = page.front.job.as_deref().map(job_key);
    let same = job.and_then(|job| after.indexes().by_job.get(&job)).into_iter().flatten();
    let others = same.filter_map(|id| after.playbook().workflows.get(&**id));
    let others = others.filter(move |other| {
        let shares_role = other.roles.iter().any(|role| page.roles.contains(role));
        other.layer() == page.layer() && (shares_role || other.everyone || page.everyone)
    });
    others.map(move |other| (page, other))
}
