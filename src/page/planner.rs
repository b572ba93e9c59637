//! What planning one page needs to hand: the world, the page's own address and
//! the language. Every `href` is made here.

use std::sync::Arc;

use jiff::civil::Date;

use crate::address::Route;
use crate::domain::{Kind, Layer, Minutes};
use crate::index::Indexes;
use crate::language::{self, Language};
use crate::model::{EVERYONE, Guide, Named, Page, Playbook, Status, Workflow};

use super::World;
use super::status;
use super::view::{
    DateView, EntryView, LayerView, LinkView, MinutesView, NameView, PersonRefView, RailEntryView,
    RungView,
};

/// The world, seen from one page.
pub(super) struct Planner<'a> {
    pub world: &'a World,
    pub route: &'a Route,
    pub language: &'static Language,
}

impl<'a> Planner<'a> {
    pub fn new(world: &'a World, route: &'a Route) -> Self {
        let language = language::find(&world.playbook.config.site.language);
        Self { world, route, language }
    }

    pub fn playbook(&self) -> &'a Playbook {
        &self.world.playbook
    }

    pub fn indexes(&self) -> &'a Indexes {
        &self.world.indexes
    }

    pub fn word(&self, key: &str) -> String {
        self.language.word(key).to_owned()
    }

    /// The relative address of a route.
    pub fn href(&self, route: &Route) -> String {
        route.seen_from(self.route)
    }

    /// A page's title; the home page may have that of the site.
    pub fn title(&self, page: &'a Page) -> &'a str {
        match page.card.title.as_str() {
            "" => &self.playbook().config.site.title,
            title => title,
        }
    }

    /// A link to a page by its title.
    pub fn link(&self, page: &Page) -> LinkView {
        LinkView { text: self.title(page).to_owned(), href: self.href(&page.route) }
    }

    /// A link to a page that may not be there.
    pub fn link_to(&self, kind: Kind, id: &str) -> Option<LinkView> {
        self.playbook().page_of(kind, id).map(|page| self.link(page))
    }

    /// A name with a link, if there is a page.
    pub fn name(&self, kind: Kind, named: &Named) -> NameView {
        match named {
            Named::Unknown(text) => NameView { text: text.clone(), href: None },
            Named::Known(id) => match self.link_to(kind, id) {
                Some(LinkView { text, href }) => NameView { text, href: Some(href) },
                None => NameView { text: id.to_string(), href: None },
            },
        }
    }

    /// The title of a page, if there is one.
    fn text_of(&self, kind: Kind, id: &str) -> Option<String> {
        self.playbook().page_of(kind, id).map(|page| self.title(page).to_owned())
    }

    /// Roles as links; `everyone` leads to its list.
    pub fn roles(&self, roles: &[Arc<str>], everyone: bool) -> Vec<LinkView> {
        let known = roles.iter().filter_map(|id| self.link_to(Kind::Role, id));
        known.chain(everyone.then(|| self.everyone())).collect()
    }

    /// The built-in role, which may have a page of its own.
    pub fn everyone(&self) -> LinkView {
        self.link_to(Kind::Role, EVERYONE).unwrap_or_else(|| LinkView {
            text: self.word("everyone"),
            href: self.href(&super::List::Role(Arc::from(EVERYONE)).route(1)),
        })
    }

    pub fn layer(&self, layer: Layer) -> LayerView {
        let page = self.playbook().layers.get(&layer);
        let id = layer.as_str();
        let subtitle = page.and_then(|page| page.front.subtitle.clone());
        LayerView {
            id,
            name: page.map_or_else(|| self.word(id), |page| page.page.card.title.clone()),
            subtitle: subtitle.unwrap_or_else(|| self.word(&format!("{id}-subtitle"))),
            href: match page {
                Some(page) => self.href(&page.page.route),
                None => self.href(&super::List::Layer(layer).route(1)),
            },
        }
    }

    pub fn date(&self, date: Date) -> DateView {
        DateView { iso: date.to_string(), text: self.language.date(date) }
    }

    /// A date that somebody wrote as they liked: in words where it is one.
    pub fn date_in_words(&self, written: &str) -> String {
        written.parse().map_or_else(|_| written.to_owned(), |date| self.date(date).text)
    }

    pub fn rung(&self, rung: usize) -> Option<RungView> {
        let ladder = &self.playbook().config.ladder;
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Some(RungView::new(ladder.get(rung)?.clone(), count(rung + 1), count(ladder.len())))
    }

    /// Somebody to ask: people may be shown as desks only.
    pub fn person(&self, id: &str) -> Option<PersonRefView> {
        let person = self.playbook().people.get(id)?;
        if self.playbook().config.desks_only && !person.front.desk {
            return None;
        }
        Some(PersonRefView {
            name: person.page.card.title.clone(),
            href: Some(self.href(&person.page.route)),
            ask: person.front.ask.clone(),
        })
    }

    /// Every guide, in the order of lists.
    pub fn guides(&self) -> impl Iterator<Item = &'a Guide> {
        let playbook = self.playbook();
        self.indexes().guides.iter().filter_map(|id| playbook.guides.get(id))
    }

    /// A workflow by its id, as lists show it.
    pub fn entry_of(&self, id: &str) -> Option<EntryView> {
        self.playbook().workflows.get(id).map(|workflow| self.entry(workflow))
    }

    /// Workflows by their ids, as lists show them.
    pub fn entries<'b>(&self, ids: impl IntoIterator<Item = &'b Arc<str>>) -> Vec<EntryView> {
        ids.into_iter().filter_map(|id| self.entry_of(id)).collect()
    }

    /// Workflows by their ids, as they stand beside a text.
    pub fn rail<'b>(&self, ids: impl IntoIterator<Item = &'b Arc<str>>) -> Vec<RailEntryView> {
        let workflows = ids.into_iter().filter_map(|id| self.playbook().workflows.get(id));
        let entry = |workflow: &Workflow| RailEntryView {
            href: self.href(&workflow.page.route),
            title: workflow.page.card.title.clone(),
            layer: workflow.layer().as_str(),
            warning: (!matches!(
                workflow.status,
                Status::Trial | Status::Proven(_) | Status::TeamDefault
            ))
            .then(|| status::in_short(self, workflow)),
        };
        workflows.map(entry).collect()
    }

    /// A workflow, as lists show it.
    pub fn entry(&self, workflow: &Workflow) -> EntryView {
        let card = &workflow.page.card;
        let tools = workflow.tools.iter().map(|tool| match tool {
            Named::Unknown(text) => text.clone(),
            Named::Known(id) => self.text_of(Kind::Tool, id).unwrap_or_else(|| id.to_string()),
        });
        let is_for_use = !matches!(workflow.status, Status::Stopped(_) | Status::Retired);
        let roles = workflow.roles.iter().filter_map(|id| self.text_of(Kind::Role, id));
        let everyone = workflow.everyone.then(|| self.everyone().text);
        EntryView {
            href: self.href(&workflow.page.route),
            title: card.title.clone(),
            summary: summary(&workflow.page),
            trigger: card.contract.trigger.clone(),
            layer: self.layer(workflow.layer()),
            status: status::view(self, workflow),
            roles: roles.chain(everyone).collect(),
            tools: tools.collect(),
            high_stakes: workflow.front.stakes == crate::domain::Stakes::High,
            minutes: self.minutes(workflow).map(|it| self.minutes_line(&it)),
            due: workflow.due.filter(|_| is_for_use).map(|date| self.date(date)),
        }
    }

    /// Time before and after, only beside what people do instead: alone it
    /// reads as a cut.
    pub fn minutes(&self, workflow: &Workflow) -> Option<MinutesView> {
        let minutes: &Minutes = workflow.front.minutes.as_ref()?;
        if workflow.front.instead.is_empty() {
            return None;
        }
        let longest = minutes.before.max(minutes.after);
        let percent = u64::from(minutes.after) * 100 / u64::from(minutes.before.max(1));
        Some(MinutesView {
            before: minutes.before,
            after: minutes.after,
            before_text: self.language.duration(minutes.before, longest),
            after_text: self.language.duration(minutes.after, longest),
            per: self.word(&format!("per-{}", minutes.per.as_str())),
            after_percent: u32::try_from(percent.min(100)).unwrap_or(100),
        })
    }

    fn minutes_line(&self, minutes: &MinutesView) -> String {
        let (number, after) = (minutes.before.to_string(), &*minutes.after_text);
        // "95 → 25 min": a unit that both have is said once.
        let in_minutes = *after == self.language.duration(minutes.after, minutes.after)
            && minutes.before_text == self.language.duration(minutes.before, 0);
        let before = if in_minutes { &*number } else { &*minutes.before_text };
        let values = [("before", before), ("after", after), ("per", &*minutes.per)];
        self.language.fill("minutes-line", &values)
    }
}

/// What stands for a page in a list: its summary, or its first sentence.
pub(super) fn summary(page: &Page) -> String {
    let card = &page.card;
    let written = card.summary.as_ref().or(card.first_sentence.as_ref());
    written.cloned().unwrap_or_default()
}
