//! What the generator promises of any input: one function for each kind of
//! input, which panics when a promise is broken. The targets hand them what a
//! fuzzer makes up; the main suite what was found worth keeping. They use the
//! program's public verbs and nothing else.

mod base;
mod html;
mod messages;

mod blocks;
mod front_matter;
mod http;
mod manifest;
mod markdown;
mod names;
mod search;
mod settings;

pub use blocks::blocks;
pub use front_matter::front_matter;
pub use http::http;
pub use manifest::manifest;
pub use markdown::markdown;
pub use names::names;
pub use search::search;
pub use settings::settings;
