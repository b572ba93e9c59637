//! The kinds of page: one folder each, which decides the kind of every file in it.

use serde::Serialize;

/// What a file is, decided by its folder alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A write-up of an AI workflow.
    Workflow,
    /// A group of colleagues with the same jobs.
    Role,
    /// Fluency, judgment or redesign.
    Layer,
    /// A tool that may, or may not, be used.
    Tool,
    /// A colleague or a desk.
    Person,
    /// A path of pages with checkpoints.
    Collection,
    /// An exercise with seeded errors.
    Drill,
    /// A page that somebody asked for.
    Wanted,
    /// A page about the playbook itself.
    Guide,
    /// The home page, `content/index.md`.
    Home,
}

impl Kind {
    /// Every kind that has a folder, in the order of the navigation.
    pub const WITH_FOLDER: [Self; 9] = [
        Self::Workflow,
        Self::Role,
        Self::Layer,
        Self::Tool,
        Self::Person,
        Self::Collection,
        Self::Drill,
        Self::Wanted,
        Self::Guide,
    ];

    /// The folder below `content/`, which is also the folder in addresses;
    /// empty for the home page.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Workflow => "workflows",
            Self::Role => "roles",
            Self::Layer => "layers",
            Self::Tool => "tools",
            Self::Person => "people",
            Self::Collection => "collections",
            Self::Drill => "drills",
            Self::Wanted => "wanted",
            Self::Guide => "guides",
            Self::Home => "",
        }
    }

    /// The kind whose folder this is.
    pub fn of_folder(folder: &str) -> Option<Self> {
        Self::WITH_FOLDER.into_iter().find(|kind| kind.folder() == folder)
    }

    /// The word that a person reads in a message.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Workflow => "workflow",
            Self::Role => "role",
            Self::Layer => "layer",
            Self::Tool => "tool",
            Self::Person => "person",
            Self::Collection => "collection",
            Self::Drill => "drill",
            Self::Wanted => "wanted page",
            Self::Guide => "guide",
            Self::Home => "home page",
        }
    }

    /// The word for it on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Wanted => "wanted",
            Self::Home => "home",
            _ => self.noun(),
        }
    }

    /// The kind of this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::WITH_FOLDER.into_iter().chain([Self::Home]).find(|kind| kind.word() == word)
    }

    /// Whether files of this kind may lie in subfolders.
    pub fn nests(self) -> bool {
        // Of these a company has hundreds. A folder among the others is mostly a mistake.
        matches!(self, Self::Workflow | Self::Guide)
    }
}
