//! What a write-up says in a form that other pages may quote: prompts, caught
//! errors, drills, steps, checks and the lines about pasting. Each file reads
//! one of them from the events, says how it is shown, and raises its messages.
//! Deliberately absent: HTML of prompts, caught errors and drills, which is
//! the theme's.

pub(super) mod blank_list;
pub(super) mod caught;
pub(super) mod checks;
pub(super) mod drill;
pub(super) mod fences;
pub(super) mod forbidden;
pub(super) mod items;
pub(super) mod keyed;
mod other_blanks;
pub(super) mod paste;
pub(super) mod pasting;
pub(super) mod prompt;
mod quoted;
mod step_time;
pub(super) mod steps;
pub(super) mod unfenced_caught;
pub(super) mod unmarked_prompt;
