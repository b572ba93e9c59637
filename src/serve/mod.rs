//! What is saved is seen at once: waits for a change, reloads, builds, and hands
//! the build to whoever shows it: a folder (`build --watch`) or a server
//! (`serve`). It knows sources, engine and sinks. Deliberately absent: kinds of
//! change; an edit is whatever makes the sources another value.

#![expect(
    clippy::disallowed_methods,
    reason = "this room waits for files and browsers, and needs a clock for it"
)]

mod live;
mod watch;

mod editor;
mod generation;
mod http;
mod preview;
mod problems;
mod sent_pages;
mod waiting;

pub use http::{Address, Server};
pub use live::{LiveState, Sink, run};
pub use preview::Preview;
pub use watch::{DiskHints, Hint, Hints, Settled, Watch};

/// Text that is only text, in HTML and in its attributes.
fn print_safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for found in text.chars() {
        match found {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(found),
        }
    }
    safe
}
