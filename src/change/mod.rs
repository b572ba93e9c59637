//! What differs between two builds of a playbook: what a pull request does. Two builds
//! enter; a [`Change`] leaves, with the messages that are new by it, and a [`Report`] of
//! it. Deliberately absent: where the builds come from and where a report goes.

mod addresses;
mod compare;
mod coverage;
mod messages;
mod outputs;
mod pages;
mod report;
mod similar;
mod status;
mod told;
mod words;

pub use addresses::{LostAddress, LostOutput};
pub use compare::{Change, compare};
pub use coverage::CoverageChange;
pub use messages::Messages;
pub use outputs::{OtherOutputs, other_outputs};
pub use pages::{DeletedPage, Departure, PageChanges, Rename};
pub use report::{
    AddedPage, AlikePages, CoverageLine, DeletedLine, Links, PageLine, Problem, RenamedLine,
    Report, SearchChange, Since, StatusLine, Thanks, prose, report,
};
pub use status::{StatusCause, StatusChange};
pub use words::status as status_in_words;
