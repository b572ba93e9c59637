//! What is put before what when the words say the same. Parts of 1,024, so that
//! the sums are whole numbers wherever they are made. They are written into the
//! index: the script has no table of its own.

use crate::domain::Kind;

/// The factor that changes nothing.
pub const ONE: u32 = 1024;

/// A write-up that can be relied on comes first, one that may not be used last.
pub const STATUSES: &[(&str, u32)] = &[
    ("team-default", 1100),
    ("proven", 1075),
    ("trial", 1024),
    ("needs-review", 940),
    ("rebuilding", 920),
    ("first-version", 900),
    ("example", 900),
    ("stopped", 700),
    ("retired", 450),
];

/// Somebody who looks for a task wants to read how it is done, before training
/// for it, a wish that somebody had, and people, who are found by their names.
pub const KINDS: &[(Kind, u32)] = &[
    (Kind::Workflow, 1024),
    (Kind::Role, 1024),
    (Kind::Layer, 1024),
    (Kind::Tool, 1024),
    (Kind::Person, 900),
    (Kind::Collection, 1000),
    (Kind::Drill, 800),
    (Kind::Wanted, 850),
    (Kind::Guide, 1024),
];

/// The factor of a status.
pub(super) fn of_status(status: &str) -> u32 {
    STATUSES.iter().find(|(id, _)| *id == status).map_or(ONE, |(_, factor)| *factor)
}

/// Place and factor of a kind.
pub(super) fn of_kind(kind: Kind) -> (u32, u32) {
    let found = (0..).zip(KINDS).find(|(_, (other, _))| *other == kind);
    found.map_or((0, ONE), |(place, (_, factor))| (place, *factor))
}

/// The name of a kind in the index.
pub(super) fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Workflow => "workflow",
        Kind::Role => "role",
        Kind::Layer => "layer",
        Kind::Tool => "tool",
        Kind::Person => "person",
        Kind::Collection => "path",
        Kind::Drill => "drill",
        Kind::Wanted => "wanted",
        Kind::Guide => "guide",
        Kind::Home => "home",
    }
}
