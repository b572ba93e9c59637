//! PB907 setting-address: an address is whole, and of a kind that a browser opens.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB907", "setting-address", Error, "pb907_setting_address.md");

/// No web address; `likely` is one if it lacks no more than how it begins.
pub fn no_web(place: Place, key: &str, found: &str, likely: Option<&str>) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    let address = likely.unwrap_or("https://...");
    RULE.at(place, text!("\"{found}\" is no web address", found))
        .label("http:// or https://, without ? and #")
        .help(Text::verbatim(format!("{name} = \"{address}\"")))
}

/// An address of a page, where that of a folder belongs.
pub fn file(place: Place, key: &str, found: &str, folder: &str) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    RULE.at(place, text!("\"{found}\" is the address of a page, and not of a folder", found))
        .label("addresses of pages are put behind it")
        .help(Text::verbatim(format!("{name} = \"{folder}\"")))
}

/// Neither a web address nor a mail address; `likely` is one if it lacks no more than how
/// it begins.
pub fn no_contact(place: Place, key: &str, found: &str, likely: Option<&str>) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    let (form, blank) = match name {
        "links" => (LINKS, "https://..."),
        _ => (URL, "mailto:..."),
    };
    let help = likely.map_or_else(|| form.to_owned(), |likely| form.replace(blank, likely));
    RULE.at(place, text!("\"{found}\" is no address that a browser opens", found))
        .label("https:// or mailto:")
        .help(Text::verbatim(help))
}

const LINKS: &str = "links = [{ text = \"...\", url = \"https://...\" }]";
const URL: &str = "url = \"mailto:...\"";
