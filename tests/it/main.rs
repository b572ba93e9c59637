//! One integration binary: what the product promises, room by room.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice
)]

mod blocks;
mod champion;
mod cli;
mod commonmark;
mod config;
mod emit;
mod fixture;
mod front_matter;
mod growth;
mod highlight;
mod inert;
mod law;
mod markdown;
mod pathological;
mod print;
mod reach;
mod render;
mod rules;
mod sample;
mod serve;
mod shapes;
mod source;
mod standing;
mod status;
mod tidy;
