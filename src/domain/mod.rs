//! What a playbook is about, as plain values: the kinds of page, the closed
//! vocabularies, the sections of each layer's contract. Uses nothing of the crate.

mod kind;
mod section;
mod vocabulary;

pub use kind::Kind;
pub use section::SectionName;
pub use vocabulary::{
    ErrorKind, EvidenceSource, KeptFor, Layer, Limit, Per, Reached, RepeatResult, Stakes,
    ToolStatus, Verdict,
};
