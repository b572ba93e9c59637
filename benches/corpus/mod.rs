//! The corpus of the benchmarks: a number of pages and a seed -> a folder that `playbook build
//! --root` takes. Same seed, same bytes, on every system; no network, no files read. Benches
//! and tests include it with `#[path]`. Deliberately absent: anything random at run time, and
//! content that `check` would call an error.

mod axes;
mod blocks;
mod code;
mod code_templates;
mod front_matter;
mod plan;
mod properties;
mod prose;
mod random;
mod shelves;
mod words;
mod workflow;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use self::{plan::Plan, prose::Prose, random::Random, words::Vocabulary};

pub use self::properties::{Properties, grouped};

/// Streams below this one belong to the vocabulary, the plan and the shelves; pages come after.
const FIRST_PAGE_STREAM: u64 = 16;

/// What to generate.
#[derive(Clone, Copy)]
pub struct Corpus {
    /// Workflow pages; everything else has a fixed size.
    pub pages: usize,
    /// Words that every workflow page has at least, code apart.
    pub words: usize,
    /// 18 blocks of code on 10 pages, not 21 on 100.
    pub code_heavy: bool,
    /// Another seed is another playbook of the same shape.
    pub seed: u64,
}

/// What was generated.
pub struct Written {
    /// The workflow pages by number, as paths below the root.
    pub workflows: Vec<PathBuf>,
    /// What was counted while writing.
    pub properties: Properties,
}

impl Corpus {
    /// Writes the playbook's files below `root`, which is made when it is missing.
    #[expect(clippy::disallowed_methods, reason = "a corpus is a folder of files")]
    pub fn write(&self, root: &Path) -> io::Result<Written> {
        let vocabulary = Vocabulary::new(self.seed);
        let plan = Plan::new(self, &vocabulary);
        let mut properties = Properties::default();
        let mut put = |path: &Path, text: &str| {
            properties.count(path, text);
            let target = root.join(path);
            fs::create_dir_all(target.parent().unwrap_or(root))?;
            fs::write(target, text)
        };
        let mut prose = Prose::new(&vocabulary, Random::new(self.seed, 2));
        for (path, text) in shelves::write(&plan, &mut prose) {
            put(&path, &text)?;
        }
        for page in &plan.pages {
            let mut prose = Prose::new(
                &vocabulary,
                Random::new(self.seed, FIRST_PAGE_STREAM + page.number as u64),
            );
            put(&page.path(), &workflow::write(page, &plan, &mut prose))?;
        }
        let workflows = plan.pages.iter().map(plan::Page::path).collect();
        Ok(Written { workflows, properties })
    }

    /// How many blocks of code all pages hold together.
    fn code_blocks(&self) -> usize {
        if self.code_heavy { self.pages * 18 / 10 } else { self.pages * 21 / 100 }
    }
}
