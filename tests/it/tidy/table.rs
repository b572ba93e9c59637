//! The rules as data: who may use whom, who may see what, who may touch the
//! world. The table of ARCHITECTURE.md.

/// What each room may use of the crate.
pub(super) const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("address", &["domain"]),
    ("diagnostic", &[]),
    ("memo", &[]),
    ("language", &[]),
    ("config", &["diagnostic", "language"]),
    ("source", &["domain", "config", "document", "memo", "diagnostic"]),
    ("document", &["domain", "address", "config", "memo", "diagnostic", "language"]),
    ("model", &["domain", "address", "document", "config", "memo", "diagnostic"]),
    ("index", &["domain", "address", "model", "document"]),
    (
        "check",
        &["domain", "address", "model", "index", "document", "language", "memo", "diagnostic"],
    ),
    ("page", &["domain", "address", "document", "model", "index", "config", "memo", "language"]),
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
    ("emit", &["domain", "address", "engine", "source", "memo"]),
    ("serve", &["domain", "address", "engine", "emit", "source", "diagnostic"]),
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
pub(super) const MAY_TOUCH: &[&str] = &["source", "emit", "serve", "cli", "main"];
