//! The preview's server: answers from the site in memory and nothing else.
//! Requests enter; bytes of the newest state leave, with the number of the
//! build that they came from. Deliberately absent: the disk (but for images and
//! downloads that the site names), and any way to change anything.

mod answer;
mod body;
mod connections;
mod context;
mod events;
mod guard;
mod internal;
mod script_tag;
mod server;
mod types;

pub use server::{Address, Server};
