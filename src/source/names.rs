//! Which names are left alone, which are refused, and what to rename the
//! latter to. A name enters; a verdict leaves. Deliberately absent: what a file
//! is, which its folder decides.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::diagnostic::{Text, text};

/// Longest name of a file or folder, in bytes: some systems take no more than
/// 255, and a name grows when it is percent-encoded or gets an extension.
const MAX_NAME_BYTES: usize = 200;

/// Characters that some system or address cannot hold.
const FORBIDDEN: [char; 10] = ['\\', ':', '<', '>', '"', '|', '?', '*', '%', '/'];

/// Names that Windows takes for a device, whatever the extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Hidden files and what editors leave behind: neither read nor mentioned.
pub(super) fn is_ignored(name: &str) -> bool {
    name.starts_with('.')
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".bck")
        // Vim makes and removes it to try whether it may write here.
        || name == "4913"
        // JetBrains' editors save into such a file and move it.
        || name.contains("___jb_")
        || matches!(name, "Thumbs.db" | "desktop.ini" | "lost+found")
}

/// A README tells people of its folder, in whatever case it is written; `index.md` is
/// the page.
pub(super) fn is_readme(name: &str) -> bool {
    name.eq_ignore_ascii_case("readme.md")
}

/// The file that a placeholder stands for, whose bytes a program that keeps
/// folders in step has not brought to this machine: `.NAME.icloud`,
/// `NAME.nextcloud`, `NAME.owncloud`.
pub(super) fn placeholder_of(name: &str) -> Option<&str> {
    let icloud = || name.strip_prefix('.')?.strip_suffix(".icloud");
    let others = || name.strip_suffix(".nextcloud").or_else(|| name.strip_suffix(".owncloud"));
    icloud().or_else(others).filter(|meant| !meant.is_empty() && !is_ignored(meant))
}

/// Why no file or folder may be called this, if so.
pub(super) fn fault(name: &str) -> Option<Text> {
    if name.is_empty() {
        return Some(text!("a name cannot be empty"));
    }
    if name.len() > MAX_NAME_BYTES {
        return Some(text!("{count} bytes are too long for a name", count = name.len()));
    }
    // Nearly all folders end here, and each part of each path is asked for at every reading.
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        return is_device(name).then(device);
    }
    // Before the signs that are seen: a name with both is better told of what nobody finds.
    if let Some(fault) = unseen(name) {
        return Some(fault);
    }
    if name.contains(char::REPLACEMENT_CHARACTER) {
        return Some(text!("its name is not UTF-8"));
    }
    if let Some(found) = name.chars().find(|found| FORBIDDEN.contains(found)) {
        return Some(text!(
            "`{found}` is in its name, which not every system or address can hold",
            found
        ));
    }
    if name.ends_with('.') {
        return Some(text!("it ends with a dot, which Windows drops"));
    }
    is_device(name).then(device)
}

fn device() -> Text {
    text!("Windows keeps this name for a device")
}

/// Why no page may have this id, if so: ids are addresses that people type.
pub fn page_fault(id: &str) -> Option<Text> {
    // In NFC, since macOS may hand out `e` and its accent as two signs.
    let plain = id.is_ascii() && id.chars().all(is_plain) || id.nfc().all(is_plain);
    (!plain).then(|| text!("a page's name has only letters, digits, `-` and `_`"))
}

/// A name that may be used instead.
pub(super) fn suggest(name: &str) -> String {
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension))
            if !stem.is_empty() && extension.chars().all(char::is_alphanumeric) =>
        {
            (stem, extension)
        }
        _ => (name, ""),
    };
    let mut plain = String::new();
    for found in stem.nfc() {
        // A name to type, not a title.
        if plain.len() >= 60 {
            break;
        }
        if is_plain(found) {
            plain.push(found);
        } else if !plain.ends_with('-') {
            plain.push('-');
        }
    }
    let plain = plain.trim_matches('-');
    let plain = match plain {
        "" => "page".to_owned(),
        device if is_device(device) => format!("{device}-page"),
        _ => plain.to_owned(),
    };
    if extension.is_empty() { plain } else { format!("{plain}.{extension}") }
}

fn is_plain(found: char) -> bool {
    found.is_alphanumeric() || matches!(found, '-' | '_') || is_combining_mark(found)
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    // No device has a longer name than `conout$`.
    if stem.len() > 8 {
        return false;
    }
    let stem = stem.to_lowercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|rest| {
            rest.chars().count() == 1
                && rest.chars().all(|n| n.is_ascii_digit() || "¹²³".contains(n))
        })
    };
    DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

/// What is in a name that nobody sees, called by what it is: who is told of a
/// "special character" looks for another one.
fn unseen(name: &str) -> Option<Text> {
    let with_code = |found: char| match found {
        ' ' => text!("a space"),
        _ => text!(
            "{name} ({code})",
            name = Text::from(called(found)),
            code = format!("U+{:04X}", u32::from(found))
        ),
    };
    if let Some(found) = name.chars().next().filter(|found| is_blank(*found)) {
        return Some(text!("it begins with {sign}, which nobody sees", sign = with_code(found)));
    }
    if let Some(found) = name.chars().next_back().filter(|found| is_blank(*found)) {
        return Some(match found {
            ' ' => text!("it ends with a space, which nobody sees and Windows drops"),
            _ => text!("it ends with {sign}, which nobody sees", sign = with_code(found)),
        });
    }
    let found = name.chars().find(|found| is_invisible(*found))?;
    Some(text!("{sign} is in it, which nobody sees", sign = with_code(found)))
}

fn is_blank(found: char) -> bool {
    found.is_whitespace() || is_invisible(found)
}

/// What people call a character that they do not see.
fn called(found: char) -> &'static str {
    match found {
        '\t' => "a tab",
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => "a line break",
        '\u{A0}' | '\u{2007}' | '\u{202F}' => "a no-break space",
        '\u{AD}' => "a soft hyphen",
        '\u{200B}' => "a zero-width space",
        '\u{200C}' => "a zero-width non-joiner",
        '\u{200D}' => "a zero-width joiner",
        '\u{2060}' => "a word joiner",
        '\u{FEFF}' => "a byte order mark",
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "a mark of the writing direction"
        }
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => "a Hangul filler",
        _ if found.is_control() => "a control character",
        _ if found.is_whitespace() => "a space of another width",
        _ => "an invisible character",
    }
}

/// Controls, and what changes how text around it is read without being seen.
fn is_invisible(found: char) -> bool {
    found.is_control()
        || matches!(
            found,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{115F}'
                | '\u{1160}'
                | '\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{3164}'
                | '\u{FEFF}'
                | '\u{FFA0}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn what_nobody_sees_is_called_by_its_name() {
        let cases = [
            (" a.png", "it begins with a space, which nobody sees"),
            ("a.png ", "it ends with a space, which nobody sees and Windows drops"),
            ("a.", "it ends with a dot, which Windows drops"),
            ("\u{A0}a.png", "it begins with a no-break space (U+00A0), which nobody sees"),
            ("a.png\t", "it ends with a tab (U+0009), which nobody sees"),
            ("a\u{200B}b.png", "a zero-width space (U+200B) is in it, which nobody sees"),
            (
                "a\u{202E}b.png",
                "a mark of the writing direction (U+202E) is in it, which nobody sees",
            ),
            ("a\u{3164}b.png", "a Hangul filler (U+3164) is in it, which nobody sees"),
            ("a\u{7}b.png", "a control character (U+0007) is in it, which nobody sees"),
            ("\u{3000}a", "it begins with a space of another width (U+3000), which nobody sees"),
        ];
        for (name, expected) in cases {
            assert_eq!(fault(name).map(|it| it.to_string()).as_deref(), Some(expected), "{name:?}");
        }
        assert_eq!(fault("a b.png"), None);
    }
}
