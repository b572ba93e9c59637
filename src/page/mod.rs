//! Plans every output: a [`View`] is all that one file of the site may show,
//! as plain values with every link resolved. Deliberately absent: HTML around
//! the content, which is the theme's.

pub mod view;

pub use view::View;
