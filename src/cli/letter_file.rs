//! A letter that a reader sent, from a file or from stdin.

use std::io::Read;
use std::path::Path;

use crate::letter::{self, Letter};

use super::exit::Exit;
use super::terminal::Terminal;

/// Bytes of a letter; a page has at most as many.
const MAX_BYTES: u64 = 2 * 1024 * 1024;

/// Reads the letter in a file; `-` is what comes in.
pub(super) fn read(file: &Path, terminal: &Terminal) -> Result<Letter, Exit> {
    let shown = file.display();
    let bytes = bytes(file).map_err(|error| {
        terminal.error(&format!("cannot read {shown}: {error}"), ["nothing was written"]);
        Exit::Code(4)
    })?;
    if bytes.len() as u64 > MAX_BYTES {
        let help = "give the text of one mail, without what is attached to it";
        terminal.error(&format!("{shown} is too large for a letter"), [help]);
        return Err(Exit::Usage);
    }
    letter::read(&bytes).map_err(|why| {
        let help =
            "copy its text out of the mail program into a file, and give that; nothing was written";
        terminal.error(&format!("{shown}: {why}"), [help]);
        Exit::Usage
    })
}

/// Says that a mail program may have cut a letter, if so.
pub(super) fn warn_if_cut(letter: &Letter, terminal: &Terminal) {
    if letter.is_cut {
        terminal.fault(
            "warning: the text does not end with the last line of the form, so a mail program \
             may have cut it: compare it with what was sent",
        );
    }
}

fn bytes(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One more than is allowed, which tells that there are more.
    if file.as_os_str() == "-" {
        std::io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    } else {
        std::fs::File::open(file)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
