//! Changes that concern many sources at once: a page gets another name, two become one,
//! a colleague leaves. The sources and what they built enter; the files to change leave,
//! byte by byte, once a build of them has shown that nothing breaks. Deliberately
//! absent: the disk.

mod destination;
mod forget;
mod links;
mod mend;
mod mentions;
mod merge;
mod plan;
mod references;
mod rename;

pub use forget::{Forgotten, forget};
pub use mend::{MENDED_RULES, mend};
pub use mentions::Mention;
pub use merge::merge;
pub use plan::{Plan, Refusal};
pub use rename::rename;
