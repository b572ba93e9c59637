//! Resolves the references of one write-up and derives its status. Write-ups do
//! not depend on each other here, so that many may be resolved at a time.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::{Front, Kind, WorkflowFront};

use super::kinds::Named;
use super::page::Page;
use super::playbook::Playbook;
use super::references::{FrontKey, Resolver};
use super::status::{self, Status, StatusInputs};
use super::workflow::Workflow;

/// Resolves a write-up. Tools and people must be in the playbook already.
pub(super) fn workflow(
    page: Page,
    playbook: &Playbook,
    resolver: &mut Resolver<'_>,
) -> Option<Workflow> {
    let Front::Workflow(front) = &page.card.front else { return None };
    let front = Arc::clone(front);
    let findings = resolver.findings.len();
    let mut made = with_references(page, front, playbook, resolver);
    // Nobody has to mend what nobody is to use.
    if made.front.retired.is_some() {
        resolver.findings.truncate(findings);
    }
    let has_left = |id: &&Arc<str>| playbook.anybody(id).is_some_and(|it| it.front.left.is_some());
    let identity = |who: &str| resolver.references.identity(Kind::Person, who);
    made.repeaters =
        status::repeaters(&made.front.repeated_by, made.front.owner.as_deref(), identity);
    let inputs = StatusInputs {
        front: &made.front,
        contract: &made.page.card.contract,
        data: made.data,
        page_tools: &made.tools,
        tools: &playbook.tools,
        repeaters: made.repeaters,
        owner_left: made.owner.as_ref().and_then(Named::id).filter(has_left),
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
    for (at, word) in resolver.apart(&path, "tools", Kind::Tool, &front.tools) {
        let tool = named(resolver, FrontKey::item("tools", at), Kind::Tool, word);
        if known.insert(tool.clone()) {
            tools.push(tool);
        }
    }
    let owner = front.owner.as_deref();
    let owner = owner.map(|word| named(resolver, FrontKey::of("owner"), Kind::Person, word));
    let replaced_by = front.retired.as_ref().and_then(|it| it.replaced_by.as_deref());
    let meanwhile = front.hold.as_ref().and_then(|it| it.instead.as_deref());
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
        meanwhile: resolver.optional(&path, "hold.instead", Kind::Workflow, meanwhile),
        status: Status::Trial,
        reviews: Vec::new(),
        repeaters: 0,
        last_run: status::last_run(&front),
        due: status::due(&front, playbook.config.review, 1),
        long_due: status::due(&front, playbook.config.review, 2),
        page,
        front,
    }
}
