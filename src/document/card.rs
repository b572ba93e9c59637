//! What the rest of the playbook may know of a page: its card. It carries no
//! byte offset and no body, so that an edit of prose leaves it equal and
//! nothing else is derived again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::by_name::ByName;
use crate::domain::{Front, Kind, SectionName};

/// The summary of one document that crosses page boundaries.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Card {
    /// Path of the source, from the playbook's root, with `/`.
    pub path: Arc<str>,
    /// Decided by the folder.
    pub kind: Kind,
    /// File name without extension, unique within its kind.
    pub id: Arc<str>,
    /// `title`, or `name` for roles, layers, tools and people.
    pub title: String,
    /// The `summary`, as it was written.
    pub summary: Option<String>,
    /// First sentence of the body, when there is no summary: stands in for it.
    pub first_sentence: Option<String>,
    /// Old addresses of the page, each as the path of a file of the site.
    pub redirect_from: Vec<String>,
    /// Ids that the page had.
    pub former: Vec<String>,
    /// Its front matter as typed values.
    pub front: Front,
    /// What the body has of its layer's contract.
    pub contract: Contract,
    /// Links and images out, by their slot number.
    pub links: Vec<Link>,
    /// Ids that a link may point at.
    pub anchors: ByName<()>,
    /// Hashes of the stems in title, summary and keywords: what makes pages
    /// similar. Each once, in order.
    pub stems: Vec<u64>,
}

/// What a body has of its layer's contract.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Contract {
    /// Sections with text in them.
    pub present: BTreeSet<SectionName>,
    /// Sections whose heading is there, without text.
    pub thin: BTreeSet<SectionName>,
    /// Thin sections whose words stand in a comment: they are told there.
    pub commented: BTreeSet<SectionName>,
    /// Sections that the layer demands and that were meant by a heading which
    /// is none of a section.
    pub misplaced: BTreeMap<SectionName, MisplacedSection>,
    /// First sentence of *When to use it*.
    pub trigger: Option<String>,
    /// A prompt block anywhere.
    pub prompt: bool,
    /// A text under *Prompt* that is no such block: it is told there.
    pub unmarked_prompt: bool,
    /// A `caught` block that may be published.
    pub caught: bool,
    /// Whether it has a `drill` block.
    pub drill: bool,
    /// *Before you start* says what may be pasted.
    pub may_paste: bool,
    /// It says what may never be.
    pub never_paste: bool,
    /// A check that names its source.
    pub sourced_check: bool,
    /// A check that names a second person or role.
    pub second_person: bool,
}

/// A heading that was meant as one of a section.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MisplacedSection {
    /// As written, without marks.
    pub title: String,
    /// The anchor of the heading.
    pub anchor: String,
    /// Why it is none.
    pub why: MisplacedReason,
}

/// Why a heading is not one of a section.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MisplacedReason {
    /// A `#` heading with this text stands above it and pushes it down.
    Below(String),
    /// It was written with so many `#`: more than two.
    Depth(u8),
    /// Its words are nearly those of the section.
    Name,
}

/// A link or image in a body, in the order of the slots.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// Where it points, as written and percent-decoded by nobody.
    pub href: String,
    /// Whether it is an image, and no link.
    pub is_image: bool,
    /// Whether it names a page, as `[[Start here]]` does: then `href` is the name.
    pub by_name: bool,
    /// Text of the link, or alternative text of the image.
    pub text: String,
    /// The title after the address.
    pub title: Option<String>,
}
