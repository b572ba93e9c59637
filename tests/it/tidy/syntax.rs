//! One source file as syntax: every path that its code names, and what it
//! defines. What is compiled for tests alone is taken out before.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, ImplItem, Item, Meta, TraitItem, UseTree, Visibility};

/// A path as it is written; a `use` with groups is one for each of its names.
pub(super) struct Written {
    /// The module it is written in; the crate's root is empty.
    pub module: String,
    pub segments: Vec<String>,
    pub line: usize,
    pub how: How,
}

pub(super) enum How {
    /// In an expression, a type, an attribute or a macro's tokens.
    Path,
    /// By a `use`, which gives it this name.
    Import { name: String, public: bool },
    /// By a `use` of everything inside.
    Glob,
}

/// What the code of one file names and defines.
#[derive(Default)]
pub(super) struct Names {
    pub written: Vec<Written>,
    /// Module and name of each item.
    pub items: Vec<(String, String)>,
    /// Modules whose code is in this file.
    pub modules: Vec<String>,
    module: String,
}

impl Names {
    pub(super) fn of(file: &syn::File, module: &str) -> Self {
        let modules = vec![module.to_owned()];
        let mut names = Self { module: module.to_owned(), modules, ..Self::default() };
        names.visit_file(file);
        names
    }

    fn write(&mut self, segments: &[String], line: usize, how: How) {
        let module = self.module.clone();
        self.written.push(Written { module, segments: segments.to_vec(), line, how });
    }

    fn import(&mut self, tree: &UseTree, before: &[String], public: bool) {
        let line = tree.span().start().line;
        let with = |name: &syn::Ident| match name.to_string() {
            // `a::{self}` is `a`.
            own if own == "self" && !before.is_empty() => before.to_vec(),
            name => [before, &[name]].concat(),
        };
        match tree {
            UseTree::Path(path) => self.import(&path.tree, &with(&path.ident), public),
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.import(tree, before, public));
            }
            UseTree::Glob(_) => self.write(before, line, How::Glob),
            UseTree::Name(name) => {
                let path = with(&name.ident);
                let name = path.last().cloned().unwrap_or_default();
                self.write(&path, line, How::Import { name, public });
            }
            UseTree::Rename(it) => {
                let name = it.rename.to_string();
                self.write(&with(&it.ident), line, How::Import { name, public });
            }
        }
    }

    /// Finds each `a::b` and `a::{b}` in tokens that only a macro can parse.
    fn scan(&mut self, tokens: TokenStream, before: &[String]) {
        let mut path = before.to_vec();
        let mut colons = 0;
        for token in tokens {
            if matches!(&token, TokenTree::Punct(it) if it.as_char() == ':') {
                colons += 1;
                continue;
            }
            let line = token.span().start().line;
            if colons != 2 {
                path = before.to_vec();
            }
            match token {
                TokenTree::Ident(name) => {
                    path.push(name.to_string());
                    if path.len() > 1 {
                        self.write(&path, line, How::Path);
                    }
                }
                TokenTree::Group(group) if colons == 2 && group.delimiter() == Delimiter::Brace => {
                    self.scan(group.stream(), &path);
                }
                TokenTree::Group(group) => self.scan(group.stream(), &[]),
                // `#[serde(with = "crate::a::b")]`
                TokenTree::Literal(text) => {
                    let path = text.to_string().trim_matches('"').to_owned();
                    if let Ok(path) = syn::parse_str::<syn::Path>(&path) {
                        self.visit_path(&path);
                    }
                }
                TokenTree::Punct(_) => {}
            }
            colons = 0;
        }
    }
}

impl<'ast> Visit<'ast> for Names {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() {
            let names: Vec<String> = path.segments.iter().map(|it| it.ident.to_string()).collect();
            self.write(&names, path.span().start().line, How::Path);
        }
        visit::visit_path(self, path);
    }

    fn visit_item(&mut self, item: &'ast Item) {
        if let Some(name) = head(item).1 {
            self.items.push((self.module.clone(), name.to_string()));
        }
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if item.leading_colon.is_none() {
            self.import(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
        }
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        if item.ident == "self" {
            let how = How::Import { name: "self".to_owned(), public: false };
            self.write(&["crate".to_owned()], item.span().start().line, how);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let Some((_, items)) = &item.content else { return };
        let inside = child(&self.module, &item.ident.to_string());
        self.modules.push(inside.clone());
        let outside = std::mem::replace(&mut self.module, inside);
        items.iter().for_each(|item| self.visit_item(item));
        self.module = outside;
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.scan(call.tokens.clone(), &[]);
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        match &attribute.meta {
            Meta::List(list) => self.scan(list.tokens.clone(), &[]),
            Meta::NameValue(_) | Meta::Path(_) => {}
        }
    }

    // `pub(super)` uses nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}

/// The module of that name inside another.
pub(super) fn child(module: &str, name: &str) -> String {
    if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") }
}

/// An item's attributes, its name if others can use it by that, and whether it is
/// public.
pub(super) fn head(item: &Item) -> (&[Attribute], Option<&syn::Ident>, bool) {
    let (attributes, name, seen) = match item {
        Item::Const(it) => (&it.attrs, Some(&it.ident), Some(&it.vis)),
        Item::Enum(it) => (&it.attrs, Some(&it.ident), Some(&it.vis)),
        Item::ExternCrate(it) => (&it.attrs, None, None),
        Item::Fn(it) => (&it.attrs, Some(&it.sig.ident), Some(&it.vis)),
        Item::ForeignMod(it) => (&it.attrs, None, None),
        Item::Impl(it) => (&it.attrs, None, None),
        Item::Macro(it) => (&it.attrs, it.ident.as_ref(), None),
        Item::Mod(it) => (&it.attrs, None, None),
        Item::Static(it) => (&it.attrs, Some(&it.ident), Some(&it.vis)),
        Item::Struct(it) => (&it.attrs, Some(&it.ident), Some(&it.vis)),
        Item::Trait(it) => (&it.attrs, Some(&it.ident), Some(&it.vis)),
        Item::Type(it) => (&it.attrs, Some(&it.ident), Some(&it.vis)),
        Item::Union(it) => (&it.attrs, Some(&it.ident), Some(&it.vis)),
        Item::Use(it) => (&it.attrs, None, None),
        _ => return (&[], None, false),
    };
    (attributes, name, matches!(seen, Some(Visibility::Public(_))))
}

/// Takes out what is compiled for tests alone, wherever it stands.
pub(super) struct WithoutTests;

impl VisitMut for WithoutTests {
    fn visit_item_mut(&mut self, item: &mut Item) {
        if head(item).0.iter().any(is_for_tests) {
            *item = Item::Verbatim(TokenStream::new());
        }
        visit_mut::visit_item_mut(self, item);
    }

    fn visit_impl_item_mut(&mut self, item: &mut ImplItem) {
        let attributes = match item {
            ImplItem::Const(it) => &it.attrs,
            ImplItem::Fn(it) => &it.attrs,
            ImplItem::Type(it) => &it.attrs,
            _ => return,
        };
        if attributes.iter().any(is_for_tests) {
            *item = ImplItem::Verbatim(TokenStream::new());
        }
        visit_mut::visit_impl_item_mut(self, item);
    }

    fn visit_trait_item_mut(&mut self, item: &mut TraitItem) {
        if matches!(item, TraitItem::Fn(it) if it.attrs.iter().any(is_for_tests)) {
            *item = TraitItem::Verbatim(TokenStream::new());
        }
        visit_mut::visit_trait_item_mut(self, item);
    }
}

/// Whether it is `#[cfg(test)]`.
fn is_for_tests(attribute: &Attribute) -> bool {
    let only =
        |list: &syn::MetaList| list.path.is_ident("cfg") && list.tokens.to_string() == "test";
    matches!(&attribute.meta, Meta::List(list) if only(list))
}
