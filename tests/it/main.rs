//! One integration binary: what the product promises, room by room.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice
)]

mod addresses;
mod blocks;
mod broken_heads;
mod cases;
mod champion;
mod cli;
mod commonmark;
mod config;
mod conservation;
mod dependencies;
mod descriptions;
mod desks_only;
mod edit;
mod emit;
mod faults;
mod fixture;
mod forge_formats;
mod former;
mod front_matter;
mod fuzz_corpora;
mod growth;
mod headers;
mod help_lines;
mod highlight;
mod hold;
mod hubs;
mod import;
mod inert;
mod init;
mod interrupted;
mod languages;
mod law;
mod letters;
mod logs;
mod machines;
mod markdown;
mod outputs;
mod pasted;
mod pathological;
mod print;
mod published;
mod pull_requests;
mod reach;
mod render;
mod rules;
mod safety;
mod sample;
mod search;
mod serve;
mod shapes;
mod source;
mod standing;
mod status;
mod theme_contract;
mod theme_tidy;
mod tidy;
mod titles;
mod tool_changes;
mod translations;
mod upkeep;
mod ways_in;
mod writing;
