//! The composition of all rooms, and what it makes.

mod site;

pub use site::{Output, OutputContent, Render, Route, Site};
