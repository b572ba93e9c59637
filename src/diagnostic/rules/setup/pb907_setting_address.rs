//! PB907 setting-address: an address is whole, and of a kind that a browser opens.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB907", "setting-address", Error, "pb907_setting_address.md");

/// No web address.
pub fn no_web(place: Place, key: &str, found: &str) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    RULE.at(place, format!("\"{found}\" is no web address"))
        .label("http:// or https://, without ? and #")
        .help(format!("{name} = \"https://playbook.example\""))
}

/// An address of a page, where that of a folder belongs.
pub fn file(place: Place, key: &str, found: &str, folder: &str) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    RULE.at(place, format!("\"{found}\" is the address of a page, and not of a folder"))
        .label("addresses of pages are put behind it")
        .help(format!("{name} = \"{folder}\""))
}

/// Neither a web address nor a mail address.
pub fn no_contact(place: Place, key: &str, found: &str) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    let help = match name {
        "links" => "links = [{ text = \"Works council\", url = \"https://intranet.example/wc\" }]",
        _ => "url = \"mailto:playbook@example.com\"",
    };
    RULE.at(place, format!("\"{found}\" is no address that a browser opens"))
        .label("https:// or mailto:")
        .help(help)
}
