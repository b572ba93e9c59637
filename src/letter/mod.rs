//! What readers send: mails and the forms of a forge. The lines of each letter are
//! described once; the site fills them in for a mail, and the commands read them back
//! from what arrives. Text enters and answers leave, or the other way round.
//! Deliberately absent: addresses of mail programs and forges, and what becomes of it.

mod answers;
mod kind;
mod labels;
mod mail;
mod write;

pub use answers::{Letter, read};
pub use kind::{LetterKind, LetterLine};
pub use labels::{layer_in, result_of};
pub use mail::UnreadableMail;
pub use write::{body, subject};
