//! Links open web pages, mail and pages of the playbook, nothing else.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB205", "unsafe-address", Error, "pb205_unsafe_address.md");

/// A link or image whose address no page may open.
pub fn scheme(place: Place, href: &str, scheme: &str, is_image: bool) -> Diagnostic {
    let shown = clip(href).escape_debug().to_string();
    let found = RULE.at(place, text!("\"{shown}\": no page may open this address", shown));
    let found = found.label(match is_image {
        true => "this image is shown as its text",
        false => "this link is shown as its text",
    });
    match scheme {
        "tel" | "sms" | "callto" | "facetime" => {
            found.help("a page opens no telephone: write the number as text, where everybody may see it")
        }
        _ if is_program(scheme) => found.help(text!("`{scheme}:` opens a program that not every reader has: write the `https://` address \
             that the program offers to copy", scheme)),
        "//" => found.help("write the whole address, starting with `https://`"),
        _ if is_image => {
            found.help(text!("`{scheme}:` is not allowed: put the image beside the page and write its name", scheme))
        }
        _ => found
            .help(text!("`{scheme}:` is not allowed: use `https:`, `http:`, `mailto:` or a path in the playbook", scheme))
            .help("a file name with a colon is written `./name`"),
    }
}

/// Whether a scheme is one by which chats, calls and office programs are opened.
fn is_program(scheme: &str) -> bool {
    const PROGRAMS: [&str; 12] = [
        "slack", "msteams", "zoommtg", "zoomus", "skype", "sip", "whatsapp", "tg", "discord",
        "notion", "obsidian", "vscode",
    ];
    PROGRAMS.contains(&scheme) || scheme.starts_with("ms-") || scheme.starts_with("onenote")
}
