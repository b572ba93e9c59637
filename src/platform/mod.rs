//! What differs between operating systems, and nothing else: who a file is, when
//! it changed, locks, how one folder takes another's place. The only room that asks
//! which system this is. Deliberately absent: what any of it is for.

#![expect(clippy::disallowed_methods, reason = "this room asks the system")]

mod files;
mod folders;

pub use files::{
    FileIdentity, FileTimes, create_for_lock, identity, is_link_error, open_without_waiting,
    special, times, try_lock,
};
pub use folders::{device, exchange, is_mount_root};
