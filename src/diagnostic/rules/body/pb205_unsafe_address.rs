//! Links open web pages, mail and pages of the playbook, nothing else.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule};

pub const RULE: Rule = rule!("PB205", "unsafe-address", Error, "pb205_unsafe_address.md");

/// A link or image whose address no page may open.
pub fn scheme(place: Place, href: &str, scheme: &str, is_image: bool) -> Diagnostic {
    let what = if is_image { "image" } else { "link" };
    let shown = clip(href).escape_debug().to_string();
    let found = RULE.at(place, format!("\"{shown}\": no page may open this address"));
    let found = found.label(format!("this {what} is shown as its text"));
    match scheme {
        "tel" | "sms" | "callto" | "facetime" => {
            found.help("a page opens no telephone: write the number as text, where everybody may see it")
        }
        _ if is_program(scheme) => found.help(format!(
            "`{scheme}:` opens a program that not every reader has: write the `https://` address \
             that the program offers to copy"
        )),
        "//" => found.help("write the whole address, starting with `https://`"),
        _ if is_image => {
            found.help(format!("`{scheme}:` is not allowed: put the image beside the page and write its name"))
        }
        _ => found
            .help(format!("`{scheme}:` is not allowed: use `https:`, `http:`, `mailto:` or a path in the playbook"))
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
