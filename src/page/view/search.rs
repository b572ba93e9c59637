//! What the search page shows without a script: what pages can be narrowed down
//! by, as links, and titles from A to Z.

use serde::Serialize;

use super::parts::LinkView;

/// `search.html`
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SearchView {
    /// Heading.
    pub title: String,
    /// Roles, layers, tools and lists.
    pub groups: Vec<LinksView>,
    /// Titles from A to Z.
    pub letters: Vec<LetterView>,
}

/// Links below a heading.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LinksView {
    /// Heading.
    pub title: String,
    /// Up to 60.
    pub links: Vec<LinkView>,
    /// All of them, when there are more.
    pub more: Option<LinkView>,
}

/// Pages whose titles begin alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LetterView {
    /// `a`, or `other`: a part of its anchor.
    pub id: String,
    /// Heading.
    pub letter: String,
    /// The first twelve.
    pub titles: Vec<LinkView>,
    /// All of them, when there are more.
    pub more: Option<LinkView>,
}
