//! Lists of pages, cut into numbered pages of the site.

use std::sync::Arc;

use crate::domain::{Kind, Layer};

use super::folder::Folder;
use super::route::Route;

/// What a list is of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// All pages of a kind.
    Kind(Kind),
    /// All workflows of a role, `everyone` among them.
    Role(Arc<str>),
    /// All workflows of a layer.
    Layer(Layer),
    /// All workflows that use a tool.
    Tool(Arc<str>),
    /// All pages whose titles begin alike.
    Titles(Initial),
}

impl List {
    /// The address of one of its pages, from 1. The first page of a kind is
    /// `workflows.html`; everything else lies in `lists/`, where no page's id
    /// can collide with it.
    pub fn route(&self, number: u32) -> Route {
        let below = match self {
            Self::Kind(kind) if number == 1 => return Route::list(*kind),
            Self::Kind(kind) => kind.folder().to_owned(),
            Self::Role(id) => format!("roles/{id}"),
            Self::Layer(layer) => format!("layers/{}", layer.as_str()),
            Self::Tool(id) => format!("tools/{id}"),
            Self::Titles(initial) => format!("titles/{}", initial.as_str()),
        };
        Folder::Lists.route(format_args!("{below}/{number}.html"))
    }
}

/// The first letter of a title; `None` for everything but `a` to `z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Initial(pub Option<char>);

impl Initial {
    /// Its name in addresses.
    pub fn as_str(self) -> String {
        self.0.map_or_else(|| "other".to_owned(), String::from)
    }

    /// As a heading; `None` when it is no letter.
    pub fn letter(self) -> Option<char> {
        self.0.map(|letter| letter.to_ascii_uppercase())
    }
}

/// Letters come before everything else.
impl Ord for Initial {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.0.is_none(), self.0).cmp(&(other.0.is_none(), other.0))
    }
}

impl PartialOrd for Initial {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
