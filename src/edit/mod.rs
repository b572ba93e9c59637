//! The only room that writes sources. What to write enters; files lie on the disk, or
//! nothing has changed and an error says why. Deliberately absent: what the files say.

#![expect(clippy::disallowed_methods, reason = "this room writes sources")]

mod add;
mod create;

pub use add::add_all;
pub use create::{CreateError, create_all, find_obstacle};
