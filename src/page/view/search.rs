//! What the search page shows without a script: what pages can be narrowed down
//! by, as links, and titles from A to Z.

use serde::Serialize;

use super::parts::LinkView;

/// `search.html`
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SearchView {
    pub title: String,
    /// Roles, layers, tools and lists.
    pub groups: Vec<LinksView>,
    /// Titles from A to Z.
    pub letters: Vec<LetterView>,
}

/// Links below a heading.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LinksView {
    pub title: String,
    pub links: Vec<LinkView>,
    /// All of them, when there are more.
    pub more: Option<LinkView>,
}

/// Pages whose titles begin alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LetterView {
    /// `a`, or `other`: a part of its anchor.
    pub id: String,
    pub letter: String,
    pub titles: Vec<LinkView>,
    /// All of them, when there are more.
    pub more: Option<LinkView>,
}
