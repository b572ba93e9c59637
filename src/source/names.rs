//! Which names are left alone, which are refused, and what to rename the
//! latter to. A name enters; a verdict leaves. Deliberately absent: what a file
//! is, which its folder decides.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest name of a file or folder, in bytes: some systems take no more than
/// 255, and a name grows when it is percent-encoded or gets an extension.
const LONGEST: usize = 200;

/// Characters that some system or address cannot hold.
const FORBIDDEN: [char; 10] = ['\\', ':', '<', '>', '"', '|', '?', '*', '%', '/'];

/// Names that Windows takes for a device, whatever the extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Hidden files, what editors leave behind, and a folder's own README: neither
/// read nor mentioned.
pub(super) fn is_ignored(name: &str) -> bool {
    name.starts_with('.')
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".bck")
        || name == "4913"
        || name.contains("___jb_")
        || matches!(name, "README.md" | "Thumbs.db" | "desktop.ini" | "lost+found")
}

/// The file that a placeholder stands for, whose bytes a program that keeps
/// folders in step has not brought to this machine: `.NAME.icloud`,
/// `NAME.nextcloud`, `NAME.owncloud`.
pub(super) fn stands_for(name: &str) -> Option<&str> {
    let icloud = || name.strip_prefix('.')?.strip_suffix(".icloud");
    let others = || name.strip_suffix(".nextcloud").or_else(|| name.strip_suffix(".owncloud"));
    icloud().or_else(others).filter(|meant| !meant.is_empty() && !is_ignored(meant))
}

/// Why no file or folder may be called this, if so.
pub(super) fn fault(name: &str) -> Option<String> {
    if name.is_empty() {
        return Some("a name cannot be empty".to_owned());
    }
    if name.len() > LONGEST {
        return Some(format!("{} bytes are too long for a name", name.len()));
    }
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        return is_device(name).then(device);
    }
    if let Some(found) = name.chars().find(|found| is_invisible(*found)) {
        return Some(format!("the invisible character U+{:04X} is in its name", u32::from(found)));
    }
    if name.contains(char::REPLACEMENT_CHARACTER) {
        return Some("its name is not UTF-8".to_owned());
    }
    if let Some(found) = name.chars().find(|found| FORBIDDEN.contains(found)) {
        return Some(format!(
            "`{found}` is in its name, which not every system or address can hold"
        ));
    }
    if name.ends_with(['.', ' ']) || name.starts_with(' ') {
        return Some("Windows drops a dot or space at the end of a name".to_owned());
    }
    is_device(name).then(device)
}

fn device() -> String {
    "Windows keeps this name for a device".to_owned()
}

/// Why no page may have this id, if so: ids are addresses that people type.
pub(super) fn page_fault(id: &str) -> Option<String> {
    let plain = id.is_ascii() && id.chars().all(is_plain) || id.nfc().all(is_plain);
    (!plain).then(|| "a page's name has only letters, digits, `-` and `_`".to_owned())
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

/// Controls, and what changes how text around it is read without being seen.
fn is_invisible(found: char) -> bool {
    found.is_control()
        || matches!(found, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{00AD}')
}
