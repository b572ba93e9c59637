//! PB910 setting-path: a name or path stays where it belongs.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB910", "setting-path", Error, "pb910_setting_path.md");

/// A path that leaves its folder.
pub fn outside(place: Place, key: &str, found: &str) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    let example = match name {
        "root" => "docs/playbook",
        "output" => "public",
        _ => "logo.svg",
    };
    RULE.at(place, text!("\"{found}\" is no path inside the playbook", found))
        .label("no leading /, no .., no backslash")
        .help(Text::verbatim(format!("{name} = \"{example}\"")))
}

/// A path where a name belongs.
pub fn no_name(place: Place, key: &str, found: &str) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    RULE.at(place, text!("\"{found}\" is not the name of a folder", found))
        .label("a folder in themes/")
        .help(Text::verbatim(format!("{name} = \"default\"")))
}

/// Something else than a file extension.
pub fn no_extension(place: Place, key: &str, found: &str) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    RULE.at(place, text!("\"{found}\" is no file extension", found))
        .label("letters and digits")
        .help(Text::verbatim(format!("{name} = [\"png\", \"pdf\"]")))
}
