//! The only room that writes sources. What to write enters; files lie on the disk, or
//! nothing has changed and an error says why. A change of a page is made of its bytes
//! and gives its bytes; writing them is a step of its own. Deliberately absent: who
//! asked for it, and what the files say.

#![expect(clippy::disallowed_methods, reason = "this room writes sources")]

mod add;
mod create;
mod file;
mod front_matter;
mod many;
mod page;
mod places;
mod words;

pub use add::add_all;
pub use create::{CreateError, create_all, find_obstacle};
pub use file::{FileError, create_file, replace_file};
pub use front_matter::Obstacle;
pub use many::{ChangedFile, Interrupted, SourceChanges};
pub use page::{ChangedLines, PageSource, add_repeat, changed_lines, entry_of, set_seen};
pub use places::PageEdit;
