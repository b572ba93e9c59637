//! A change as a reviewer reads it: plain values, of which a comment in markdown and a
//! file for programs are written. A [`Change`](super::Change) with its builds enters.
//! Deliberately absent: where the comment goes.

mod alike;
mod escape;
mod markdown;
mod parts;
mod value;

pub use escape::prose;
pub use parts::report;
pub use value::{
    AddedPage, AlikePages, CoverageLine, DeletedLine, Links, PageLine, Problem, RenamedLine,
    Report, SearchChange, Since, StatusLine, Thanks,
};
