//! The rules as data: who may use whom, who may see what, who may touch the
//! world. The table of ARCHITECTURE.md.

/// What each room may use of the crate.
pub(super) const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("address", &["domain"]),
    ("platform", &[]),
    ("by_name", &[]),
    ("fill_in", &[]),
    ("diagnostic", &["by_name", "fill_in"]),
    ("memo", &[]),
    ("language", &["fill_in"]),
    ("letter", &["domain", "language"]),
    ("config", &["domain", "diagnostic", "language"]),
    ("source", &["domain", "platform", "config", "document", "memo", "diagnostic"]),
    ("document", &["domain", "by_name", "config", "memo", "diagnostic", "language"]),
    ("model", &["domain", "address", "document", "config", "memo", "diagnostic"]),
    ("index", &["domain", "address", "model", "document"]),
    (
        "check",
        &["domain", "address", "by_name", "model", "index", "document", "language", "diagnostic"],
    ),
    (
        "page",
        &[
            "domain",
            "address",
            "document",
            "model",
            "index",
            "config",
            "memo",
            "language",
            "diagnostic",
            "letter",
        ],
    ),
    ("search", &["domain", "address", "document", "model", "config", "memo", "language"]),
    ("render", &["domain", "address", "page", "document", "memo", "diagnostic"]),
    (
        "engine",
        &[
            "address",
            "check",
            "config",
            "diagnostic",
            "document",
            "domain",
            "index",
            "memo",
            "model",
            "page",
            "render",
            "search",
            "source",
        ],
    ),
    (
        "change",
        &["domain", "address", "check", "diagnostic", "engine", "index", "language", "model"],
    ),
    ("emit", &["domain", "address", "platform", "engine", "source", "memo"]),
    ("starter", &["domain", "language"]),
    ("edit", &["domain", "document", "memo", "diagnostic"]),
    (
        "upkeep",
        &[
            "domain",
            "address",
            "document",
            "model",
            "engine",
            "source",
            "edit",
            "memo",
            "diagnostic",
        ],
    ),
    (
        "serve",
        &["domain", "address", "platform", "engine", "emit", "source", "diagnostic", "language"],
    ),
    ("import", &["domain", "document", "diagnostic", "language", "memo"]),
];

/// Files that put the rooms together and may use them all.
pub(super) const TOP: &[&str] = &["cli", "lib", "main"];

/// Types of other rooms that a room must not name, by the room that defines them.
pub(super) const UNSEEN: &[(&str, &[&str])] = &[
    // The model derives from cards and excerpts, never from bodies.
    ("model", &["document::Body", "document::Piece", "document::Markdown", "document::Section"]),
    ("index", &["document::Body", "document::Piece", "document::Markdown", "document::Section"]),
    ("check", &["document::Body", "document::Piece", "document::Markdown", "document::Section"]),
    // A theme sees views, never the playbook.
    ("render", &["model::Playbook", "model::Model", "index::Indexes", "page::World"]),
];

/// Rooms that may touch files, threads, sockets, the environment and the clock;
/// clippy.toml lists the calls.
pub(super) const MAY_TOUCH: &[&str] =
    &["platform", "source", "emit", "edit", "serve", "cli", "main"];

/// Lines of the longest file.
pub(super) const LONGEST_FILE: usize = 500;

/// Lines of the longest function.
pub(super) const LONGEST_FUNCTION: usize = 70;

/// How many of a hundred lines are comments, docs not counted: whys at the line,
/// but no retelling.
pub(super) const COMMENTS: std::ops::RangeInclusive<f64> = 2.0..=6.0;
