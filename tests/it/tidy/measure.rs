//! What is counted in a file: lengths of functions, short docs, and attributes
//! that let a file touch the world.

/// What one file's syntax shows.
#[derive(Default)]
pub(super) struct Measures {}

impl Measures {
    pub(super) fn evasions(_: &syn::File) -> Vec<String> {
        Vec::new()
    }
    pub(super) fn of(_: &syn::File, _: Vec<String>) -> Self {
        Self::default()
    }
}
