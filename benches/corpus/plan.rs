//! What every page is, before any page is written: number -> id, title, role, layer, whether it
//! is finished, code blocks; and the people. Pages may refer to each other because this exists
//! first. Deliberately absent: text beyond titles.

use std::{collections::BTreeSet, path::PathBuf};

use super::{
    Corpus,
    axes::{Layer, ROLES, Role},
    prose::Prose,
    random::Random,
    words::Vocabulary,
};

/// People besides the desk of each role.
const COLLEAGUES: usize = 3;

/// A workflow page to be written.
pub struct Page {
    /// Its place among all pages, from 0; also its stream of random numbers.
    pub number: usize,
    /// The file name without extension.
    pub id: String,
    /// The title.
    pub title: String,
    /// The role it is filed under.
    pub role: &'static Role,
    /// Its layer.
    pub layer: Layer,
    /// Whether it fulfils its layer's contract; the others are first versions.
    pub finished: bool,
    /// Whether it holds a drill; only finished pages do.
    pub drill: bool,
    /// How many blocks of code it holds.
    pub code_blocks: usize,
}

impl Page {
    /// The file below the playbook's root.
    pub fn path(&self) -> PathBuf {
        PathBuf::from(format!("content/workflows/{}/{}.md", self.role.id, self.id))
    }

    /// The relative link to this page from another workflow page.
    pub fn link_from(&self, from: &Self) -> String {
        if self.role.id == from.role.id {
            format!("{}.md", self.id)
        } else {
            format!("../{}/{}.md", self.role.id, self.id)
        }
    }
}

/// Somebody with a page.
pub struct Person {
    /// The file name without extension.
    pub id: String,
    /// First and last name, or the desk's.
    pub name: String,
    /// The role they work in.
    pub role: &'static Role,
    /// Whether this is a desk and not a person.
    pub desk: bool,
}

/// All pages and people.
pub struct Plan {
    /// Words that every page has at least, code apart.
    pub least_words: usize,
    /// The pages by number.
    pub pages: Vec<Page>,
    /// Everybody, by role.
    pub people: Vec<Person>,
}

impl Plan {
    /// The plan of `corpus`: every second page is finished, layers take turns.
    pub fn new(corpus: &Corpus, vocabulary: &Vocabulary) -> Self {
        let mut prose = Prose::new(vocabulary, Random::new(corpus.seed, 1));
        let mut ids = BTreeSet::new();
        let blocks = corpus.code_blocks();
        let pages = (0..corpus.pages).filter_map(|number| {
            let role = ROLES.get(prose.random.skewed(ROLES.len()))?;
            let (title, id) = unused(&mut ids, || prose.title());
            let pair = number / 2;
            let finished = number % 2 == 0;
            Some(Page {
                number,
                id,
                title,
                role,
                layer: Layer::ALL.get(pair % Layer::ALL.len()).copied()?,
                finished,
                drill: finished && pair % 10 == 0,
                code_blocks: (number + 1) * blocks / corpus.pages - number * blocks / corpus.pages,
            })
        });
        let pages = pages.collect();
        Self { least_words: corpus.words, pages, people: people(&mut prose) }
    }

    /// Some page.
    pub fn any(&self, random: &mut Random) -> Option<&Page> {
        self.pages.get(random.below(self.pages.len()))
    }

    /// Somebody who works in `role`.
    pub fn colleague(&self, role: &Role, random: &mut Random) -> Option<&Person> {
        let nth = random.below(COLLEAGUES + 1);
        self.people.iter().filter(|person| person.role.id == role.id).nth(nth)
    }

    /// Finished pages of a layer, those of `role` first.
    pub fn finished<'a>(&'a self, layer: Layer, role: &'a Role) -> impl Iterator<Item = &'a Page> {
        let fits = move |page: &&Page| page.finished && page.layer == layer;
        let own = self.pages.iter().filter(fits).filter(|page| page.role.id == role.id);
        own.chain(self.pages.iter().filter(fits).filter(|page| page.role.id != role.id))
    }
}

/// The first proposal whose id nobody has yet, with that id.
fn unused(ids: &mut BTreeSet<String>, mut propose: impl FnMut() -> String) -> (String, String) {
    loop {
        let name = propose();
        let id = name.to_lowercase().replace(' ', "-");
        if ids.insert(id.clone()) {
            return (name, id);
        }
    }
}

fn people(prose: &mut Prose) -> Vec<Person> {
    let mut ids = BTreeSet::new();
    let mut people = Vec::new();
    for role in &ROLES {
        people.push(Person {
            id: format!("{}-desk", role.id),
            name: format!("{} desk", role.name),
            role,
            desk: true,
        });
        for _ in 0..COLLEAGUES {
            let (name, id) = unused(&mut ids, || prose.name());
            people.push(Person { id, name, role, desk: false });
        }
    }
    people
}
