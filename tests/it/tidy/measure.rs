//! What is counted in a file: long functions, short docs, and attributes that
//! let code touch the world.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, Lit, Meta, Visibility};

use super::syntax::head;

/// What one file's syntax shows.
#[derive(Default)]
pub(super) struct Measures {
    /// Line and name of each function, and how many lines it has.
    pub functions: Vec<(String, usize)>,
    /// Line and name of what is public and has a doc of fewer than four words.
    pub short_docs: Vec<String>,
    is_in_public_trait: bool,
}

impl Measures {
    pub(super) fn of(file: &syn::File) -> Self {
        let mut measures = Self::default();
        measures.visit_file(file);
        measures
    }

    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let first = signature.span().start().line;
        let lines = block.brace_token.span.close().end().line - first + 1;
        self.functions.push((format!("{first}: {}", signature.ident), lines));
    }

    fn doc(&mut self, attributes: &[Attribute], name: &syn::Ident) {
        let doc: Vec<String> = attributes.iter().filter_map(doc_line).collect();
        if !doc.is_empty() && doc.join(" ").split_whitespace().count() < 4 {
            self.short_docs.push(format!("{}: {name}", name.span().start().line));
        }
    }
}

/// One line of an item's doc.
fn doc_line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else { return None };
    match &meta.value {
        Expr::Lit(value) if meta.path.is_ident("doc") => match &value.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

impl<'ast> Visit<'ast> for Measures {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if let (attributes, Some(name), true) = head(item) {
            self.doc(attributes, name);
        }
        visit::visit_item(self, item);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
        if matches!(item.vis, Visibility::Public(_)) {
            self.doc(&item.attrs, &item.sig.ident);
        }
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_impl_item_const(&mut self, item: &'ast syn::ImplItemConst) {
        if matches!(item.vis, Visibility::Public(_)) {
            self.doc(&item.attrs, &item.ident);
        }
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.is_in_public_trait = matches!(item.vis, Visibility::Public(_));
        visit::visit_item_trait(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig, block);
        }
        if self.is_in_public_trait {
            self.doc(&item.attrs, &item.sig.ident);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        if matches!(item.vis, Visibility::Public(_)) {
            for variant in &item.variants {
                self.doc(&variant.attrs, &variant.ident);
                for field in &variant.fields {
                    let name = field.ident.as_ref().unwrap_or(&variant.ident);
                    self.doc(&field.attrs, name);
                }
            }
        }
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        if let (Visibility::Public(_), Some(name)) = (&field.vis, &field.ident) {
            self.doc(&field.attrs, name);
        }
    }
}

/// Attributes that loosen what clippy.toml forbids, by line, tests included.
#[derive(Default)]
pub(super) struct Exceptions {
    /// `#[expect(.., reason = "..")]`: they can be found, and fail when not needed.
    pub expected: Vec<usize>,
    /// Everything else.
    pub evasions: Vec<usize>,
}

impl Exceptions {
    pub(super) fn of(file: &syn::File) -> Self {
        let mut exceptions = Self::default();
        exceptions.visit_file(file);
        exceptions
    }
}

impl Visit<'_> for Exceptions {
    fn visit_attribute(&mut self, attribute: &Attribute) {
        let Meta::List(list) = &attribute.meta else { return };
        let lints = list.tokens.to_string().replace(' ', "");
        let all = ["disallowed_methods", "disallowed_types", "clippy::all", "clippy::style"];
        if !all.iter().any(|lint| lints.contains(lint)) {
            return;
        }
        let line = attribute.span().start().line;
        if list.path.is_ident("expect") && lints.contains("reason=") {
            self.expected.push(line);
        } else if !list.path.is_ident("deny") && !list.path.is_ident("forbid") {
            self.evasions.push(line);
        }
    }
}
