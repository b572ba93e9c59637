//! Plans the pages about people: what to ask whom, and nothing that counts or
//! blames anybody.

use crate::document::Body;
use crate::domain::Kind;
use crate::model::Person;

use super::body::Filler;
use super::fragments::MAX_HUB_PAGES;
use super::planner::Planner;
use super::propose;
use super::view::{PeopleGroupView, PeopleView, PersonEntryView, PersonView};

/// Pages that somebody will show, in the list.
const MAX_PAGES_SHOWN: usize = 5;

pub(super) fn plan(planner: &Planner<'_>, id: &str, body: &Body) -> Option<PersonView> {
    let person = planner.playbook().people.get(id)?;
    let front = &person.front;
    let owned = planner.indexes().by_owner.get(id).into_iter().flatten().take(MAX_HUB_PAGES);
    Some(PersonView {
        title: person.page.card.title.clone(),
        desk: front.desk,
        champion: front.champion,
        coach: front.coach,
        roles: planner.roles(&person.roles, false),
        ask: front.ask.clone(),
        left: front.left.map(|date| planner.date(date)),
        shows: if front.left.is_some() { Vec::new() } else { planner.entries(&person.shows) },
        owns: if front.left.is_some() { Vec::new() } else { planner.entries(owned.clone()) },
        // What somebody owned who has left waits here for another owner.
        orphans: if front.left.is_some() { planner.entries(owned) } else { Vec::new() },
        body: Filler::new(planner, &person.page, false).body(body),
        actions: propose::actions(planner, &person.page),
    })
}

/// `people.html`
pub(super) fn list(planner: &Planner<'_>) -> PeopleView {
    let here = |person: &&Person| person.front.left.is_none();
    let people = || planner.playbook().people.values().filter(here);
    let by_role = &planner.indexes().people_by_role;
    let groups = planner.playbook().roles.iter().filter_map(|(id, role)| {
        let of_role = by_role.get(id).into_iter().flatten();
        let of_role = of_role.filter_map(|id| planner.playbook().people.get(id));
        let people: Vec<PersonEntryView> = of_role
            .filter(|person| !person.front.desk)
            .filter_map(|person| entry(planner, person))
            .collect();
        (!people.is_empty()).then(|| PeopleGroupView { role: planner.link(&role.page), people })
    });
    // Nobody is left out: whoever has no role with a page stands at the end.
    let others = people().filter(|it| {
        !it.front.desk && !it.roles.iter().any(|id| planner.playbook().roles.contains_key(id))
    });
    let others: Vec<PersonEntryView> =
        sorted(others.collect()).into_iter().filter_map(|it| entry(planner, it)).collect();
    let others =
        (!others.is_empty()).then(|| PeopleGroupView { role: planner.everyone(), people: others });
    let desks = people().filter(|it| it.front.desk).filter_map(|it| entry(planner, it));
    PeopleView {
        title: planner.word("list-people"),
        groups: groups.chain(others).collect(),
        desks: desks.collect(),
    }
}

fn sorted(mut people: Vec<&Person>) -> Vec<&Person> {
    people.sort_by_key(|it| (!it.front.champion, it.page.card.title.to_lowercase()));
    people
}

fn entry(planner: &Planner<'_>, person: &Person) -> Option<PersonEntryView> {
    let shows = person.shows.iter().take(MAX_PAGES_SHOWN);
    Some(PersonEntryView {
        person: planner.person(&person.page.id.id)?,
        champion: person.front.champion,
        coach: person.front.coach,
        shows: shows.filter_map(|id| planner.link_to(Kind::Workflow, id)).collect(),
    })
}
