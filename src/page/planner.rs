//! What planning one page needs to hand: the world, the page's own address and
//! the language. Every `href` is made here.

use std::sync::Arc;

use jiff::civil::Date;

use crate::address::{List, Route};
use crate::domain::{Kind, Layer};
use crate::index::Indexes;
use crate::language::{self, Language};
use crate::model::{EVERYONE, Guide, Named, Page, Playbook};

use super::view::{DateView, LayerView, LinkView, NameView, PersonRefView, RungView};
use super::world::World;

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
        route.relative_to(self.route)
    }

    /// The address of a route as others see it: absolute where the site's own is
    /// known, otherwise relative to the output.
    pub fn address(&self, route: &Route) -> String {
        match &self.playbook().config.site.base_url {
            Some(base) => route.absolute(base),
            None => self.href(route),
        }
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
        let page = self.playbook().page_of(kind, id);
        // A prompt names its tool, which may be called otherwise by now.
        page.or_else(|| self.playbook().formerly(kind, id)).map(|page| self.link(page))
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

    /// Who answers for a page, with the kind of their own. Where only desks are shown
    /// a person gives way to a desk that has one of their roles, or else to the role.
    pub fn contact(&self, named: &Named) -> Option<(Kind, Named)> {
        let person = named.id().and_then(|id| self.playbook().hidden_people.get(id));
        let Some(person) = person else {
            // A name without a page may be anybody's.
            let is_shown = named.id().is_some() || !self.playbook().config.desks_only;
            return is_shown.then(|| (Kind::Person, named.clone()));
        };
        let people = person.roles.iter().filter_map(|id| self.indexes().people_by_role.get(id));
        let desk = people.flatten().next().map(|desk| (Kind::Person, desk));
        let (kind, id) = desk.or_else(|| Some((Kind::Role, person.roles.first()?)))?;
        Some((kind, Named::Known(Arc::clone(id))))
    }

    /// The name of who answers for a page.
    pub fn contact_name(&self, named: &Named) -> Option<NameView> {
        self.contact(named).map(|(kind, named)| self.name(kind, &named))
    }

    /// The title of a page, if there is one.
    pub fn text_of(&self, kind: Kind, id: &str) -> Option<String> {
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
            href: self.href(&List::Role(Arc::from(EVERYONE)).route(1)),
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
                None => self.href(&List::Layer(layer).route(1)),
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

    /// Somebody to ask, with where to ask them.
    pub fn person(&self, id: &str) -> Option<PersonRefView> {
        let person = self.playbook().people.get(id)?;
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
}

/// What stands for a page in a list: its summary, or its first sentence.
pub(super) fn summary(page: &Page) -> String {
    let card = &page.card;
    let written = card.summary.as_ref().or(card.first_sentence.as_ref());
    written.cloned().unwrap_or_default()
}
