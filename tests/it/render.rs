//! The built-in theme and what a company may change of it.

mod views;
