//! Renders one [`View`] with a [`Theme`]: plain values enter, the bytes of one
//! HTML file leave. Content is escaped, and is never a template. Deliberately
//! absent: the model, and any template function that reads the world.

mod builtin;
mod fault;
mod filters;
mod manifest;
mod minify;
mod nesting;
mod overrides;
mod steps;
mod theme;
mod words;

use std::io::{self, Write};

use tera::Context;

use crate::diagnostic::Diagnostic;
use crate::page::View;
use crate::page::view::PageView;

pub use builtin::FILES;
pub use theme::{Theme, load};

/// The bytes of one page. The page decides which template shows it.
#[expect(clippy::result_large_err, reason = "made at most once a build")]
pub fn page(view: &View, theme: &Theme) -> Result<Vec<u8>, Diagnostic> {
    let template = view.page.template();
    let context = context(view);
    // More than most pages have: a page that grows is copied.
    let mut html = Bounded { bytes: Vec::with_capacity(32 << 10), is_full: false };
    // A page is rendered on one thread, so the count of the thread is the page's own.
    steps::begin();
    match theme.templates().render_to(template, &context, &mut html) {
        Ok(()) => Ok(html.bytes),
        // The engine would only tell of a write that failed.
        Err(_) if html.is_full => Err(theme.too_large(template, MAX_BYTES)),
        Err(error) => Err(theme.page_failed(template, &error)),
    }
}

/// Bytes of one page: a source may have 2 MB and grows by its elements.
const MAX_BYTES: usize = 64 << 20;

/// A page in the making, which no loop of a template fills without end.
struct Bounded {
    bytes: Vec<u8>,
    is_full: bool,
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.is_full |= self.bytes.len() + bytes.len() > MAX_BYTES;
        if self.is_full {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What the templates see beside `site`, which is the same for every page.
fn context(view: &View) -> Context {
    let mut context = Context::new();
    context.insert("page", &view.page);
    context.insert("route", &view.route);
    context.insert("root", &root(view));
    context.insert("canonical", &canonical(view));
    context
}

/// What leads to the site's root: relative, but on the page that is served at
/// any depth.
fn root(view: &View) -> String {
    match &view.page {
        PageView::NotFound(page) => page.home.clone(),
        _ => view.route.to_root(),
    }
}

fn canonical(view: &View) -> Option<String> {
    let base = view.site.base_url.as_ref()?;
    let path = view.route.encoded();
    Some(format!("{base}/{}", path.strip_suffix("index.html").unwrap_or(&path)))
}
