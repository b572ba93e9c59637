//! A write-up with its references resolved and its status derived.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::domain::{Front, Kind, Layer, WorkflowFront};

use super::playbook::{Page, Playbook};
use super::references::{FrontKey, Resolver};
use super::status::{self, Review, Status, StatusInputs};

/// A write-up.
#[derive(Clone, Debug)]
pub struct Workflow {
    /// What every page has.
    pub page: Page,
    /// Its front matter.
    pub front: Arc<WorkflowFront>,
    /// Role ids without `everyone`, in the order written.
    pub roles: Vec<Arc<str>>,
    /// It is for every colleague.
    pub everyone: bool,
    /// Its tools, in the order written.
    pub tools: Vec<Named>,
    /// Names among `tools` and `owner` whose page exists but is broken: that is
    /// told there.
    pub broken_names: BTreeSet<String>,
    /// Who answers for it.
    pub owner: Option<Named>,
    /// Place of `data` on the ladder, from 0.
    pub data: Option<usize>,
    /// Pages to know first.
    pub builds_on: Vec<Arc<str>>,
    /// Pages to read next.
    pub next: Vec<Arc<str>>,
    /// The page that replaces it.
    pub replaced_by: Option<Arc<str>>,
    /// Derived.
    pub status: Status,
    /// Every reason to check it first, told beside the status; its first one is the
    /// status of a page that has no weightier one.
    pub reviews: Vec<Review>,
    /// The newest of `verified` and a repeat that worked.
    pub last_run: Option<Date>,
    /// `last_run` and the interval.
    pub due: Option<Date>,
}

/// A name in front matter: something that has a page, or as it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// The id of a page.
    Known(Arc<str>),
    /// As written.
    Unknown(String),
}

impl Named {
    /// The id, if there is a page.
    pub fn id(&self) -> Option<&Arc<str>> {
        match self {
            Self::Known(id) => Some(id),
            Self::Unknown(_) => None,
        }
    }
}

impl Workflow {
    /// Its layer.
    pub fn layer(&self) -> Layer {
        self.front.layer
    }

    /// Whether it was retired by hand.
    pub fn is_retired(&self) -> bool {
        self.status == Status::Retired
    }

    /// Whether lists show it at all.
    pub fn is_listed(&self, hide_gaps: bool) -> bool {
        match self.status {
            Status::Retired => false,
            Status::FirstVersion => !hide_gaps,
            _ => true,
        }
    }

    /// Whether coverage counts it; first versions, rebuilding and stopped pages
    /// are counted apart.
    pub fn is_finished(&self) -> bool {
        matches!(
            self.status,
            Status::Trial | Status::Proven(_) | Status::TeamDefault | Status::NeedsReview(_)
        )
    }
}

/// Resolves a write-up. Tools and people must be in the playbook already.
pub(super) fn resolve(
    page: Page,
    playbook: &Playbook,
    resolver: &mut Resolver<'_>,
) -> Option<Workflow> {
    let Front::Workflow(front) = &page.card.front else { return None };
    let front = Arc::clone(front);
    let told = resolver.told.len();
    let mut made = with_references(page, front, playbook, resolver);
    if made.front.retired.is_some() {
        resolver.told.truncate(told);
    }
    let inputs = StatusInputs {
        front: &made.front,
        contract: &made.page.card.contract,
        data: made.data,
        page_tools: &made.tools,
        owner: made.owner.as_ref(),
        tools: &playbook.tools,
        people: &playbook.people,
    };
    let reviews = status::reviews(&inputs);
    made.status = status::derive(&inputs, &reviews);
    made.reviews = reviews;
    Some(made)
}

fn with_references(
    page: Page,
    front: Arc<WorkflowFront>,
    playbook: &Playbook,
    resolver: &mut Resolver<'_>,
) -> Workflow {
    let path = Arc::clone(&page.card.path);
    let (roles, everyone) = resolver.roles(&path, &front.roles);
    let mut broken_names = BTreeSet::new();
    let mut named = |resolver: &mut Resolver<'_>, key: FrontKey<'_>, kind: Kind, word: &str| {
        if resolver.references.is_broken(kind, word) {
            broken_names.insert(word.to_owned());
        }
        resolver.named(&path, key, kind, word)
    };
    let mut tools = Vec::new();
    let mut known = BTreeSet::new();
    for (at, word) in front.tools.iter().enumerate() {
        let tool = named(resolver, FrontKey::item("tools", at), Kind::Tool, word);
        if known.insert(tool.clone()) {
            tools.push(tool);
        }
    }
    let owner = front.owner.as_deref();
    let owner = owner.map(|word| named(resolver, FrontKey::of("owner"), Kind::Person, word));
    let replaced_by = front.retired.as_ref().and_then(|it| it.replaced_by.as_deref());
    Workflow {
        roles,
        everyone,
        tools,
        broken_names,
        owner,
        data: resolver.rung(playbook, &path, "data", front.data.as_deref()),
        builds_on: resolver.many(&path, "builds_on", Kind::Workflow, &front.builds_on),
        next: resolver.many(&path, "next", Kind::Workflow, &front.next),
        replaced_by: resolver.optional(&path, "retired.replaced_by", Kind::Workflow, replaced_by),
        status: Status::Trial,
        reviews: Vec::new(),
        last_run: status::last_run(&front),
        due: status::due(&front, playbook.config.review),
        page,
        front,
    }
}
