//! One file's bytes become a [`Document`]: typed front matter, HTML with
//! numbered slots, sections, blocks, and every message that the file alone can
//! cause. Deliberately absent: knowledge of any other file.

mod parse;

mod decode;
mod identity;

pub mod front_matter;

mod blocks;
mod hidden_words;
mod markdown;
mod mends;
mod merge;
mod minutes;
mod misplaced;
mod names;
mod nearest_section;
mod outline;
mod reading;
mod sensitive;
mod sentence;
mod sketch;
mod titles;
mod twin;
pub mod url;
mod words;

mod body;
mod card;
mod excerpts;
mod file_bytes;
pub mod scaffold;
mod unpublished;

use std::sync::Arc;

pub use body::{Body, Code, Cut, Markdown, Piece, Section};
pub use card::{Card, Contract, Link, MisplacedReason, MisplacedSection};
pub use decode::line_ends;
pub use excerpts::{
    Blank, BlankInput, Caught, Check, Drill, DrillError, Excerpts, Prompt, PromptPart, Step,
    StepTag,
};
pub use file_bytes::FileBytes;
pub use identity::identify;
pub use markdown::{Highlighter, NamedLink, anchor_of, commonmark};
pub use names::section as section_named;
pub use parse::parse;
pub use unpublished::Unpublished;

use crate::config::{Config, Limits};
use crate::diagnostic::{Diagnostic, SourceMap};
use crate::domain::Kind;
use crate::memo::{Fields, Hashed, Key};

/// Everything that a document is made from.
#[derive(Clone, Debug)]
pub struct DocumentKey {
    /// Path from the root, with `/`; it decides kind and id.
    pub path: Arc<str>,
    /// The bytes as they were read.
    pub bytes: Hashed<FileBytes>,
    /// The settings that a document may depend on.
    pub settings: Hashed<DocumentSettings>,
}

impl Key for DocumentKey {
    fn feed(&self, fields: &mut Fields<'_>) {
        fields.field("path", &self.path);
        fields.field("bytes", &self.bytes);
        fields.field("settings", &self.settings);
    }
}

/// The settings that a document may depend on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DocumentSettings {
    /// Language of the words that blocks are shown with.
    pub language: String,
    /// `raw_html = "allowlist"`: harmless elements are kept.
    pub allow_html: bool,
    /// What is refused as too much.
    pub limits: Limits,
    /// Rungs of the data ladder.
    pub ladder: Vec<String>,
    /// Domains whose mail addresses may stand on a page.
    pub allowed_domains: Vec<String>,
}

impl DocumentSettings {
    /// The part of the settings that documents may see.
    pub fn of(config: &Config) -> Self {
        Self {
            language: config.site.language.clone(),
            allow_html: config.build.allow_html,
            limits: config.limits,
            ladder: config.ladder.clone(),
            allowed_domains: config.allowed_domains.clone(),
        }
    }
}

/// One file that was parsed.
#[derive(Clone, Debug)]
pub struct Document {
    /// Path of the source.
    pub path: Arc<str>,
    /// Decided by the folder.
    pub kind: Kind,
    /// Decided by the file name; known even when nothing else can be read.
    pub id: Arc<str>,
    /// What other pages may know; absent when the page cannot stand.
    pub card: Option<Hashed<Card>>,
    /// What is left of it then, if the page could be read: it tells what else is
    /// wrong with it.
    pub invalid_card: Option<Hashed<Card>>,
    /// What other pages may quote.
    pub excerpts: Hashed<Excerpts>,
    /// For its own page.
    pub body: Hashed<Body>,
    /// Min-hashes of word sequences, for near-duplicates; empty for short
    /// texts. Beside the card, since an edit of prose changes it.
    pub sketch: Hashed<Vec<u32>>,
    /// For whoever prints messages.
    pub map: SourceMap,
    /// What the file alone can tell.
    pub diagnostics: Vec<Diagnostic>,
}
