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

pub use live::{News, Sink, run};
pub use watch::{DiskHints, Hint, Hints, Settled, Watch};
