//! What is saved is seen at once: waits for a change, reloads, builds, and hands
//! the build to whoever shows it: a folder (`build --watch`) or a server
//! (`serve`). It knows sources, engine and sinks. Deliberately absent: kinds of
//! change; an edit is whatever makes the sources another value.

#![expect(
    clippy::disallowed_methods,
    reason = "this room waits for files and browsers, needs a clock for it, and looks for editors"
)]

mod live;
mod watch;

mod address_help;
mod editor;
mod generation;
mod http;
mod preview;
mod problem;
mod problems;
mod sent_pages;
mod waiting;

use pulldown_cmark_escape::escape_html;

pub use http::{Address, Server};
pub use live::{LiveState, Sink, run};
pub use preview::Preview;
pub use watch::{DiskHints, Hint, Hints, Settled, Watch};

/// Port of the preview, unless another is asked for.
pub const DEFAULT_PORT: u16 = 4400;

/// Text as it may stand in HTML and in a quoted attribute.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // Writing into memory cannot fail.
    let _ = escape_html(&mut escaped, text);
    escaped
}
