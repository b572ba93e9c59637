//! One integration binary: what the product promises, room by room.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice
)]

mod blocks;
mod commonmark;
mod config;
mod emit;
mod fixture;
mod front_matter;
mod law;
mod markdown;
mod pathological;
mod print;
mod render;
mod rules;
mod source;
mod tidy;
