//! PB301: a link leads to a file that is not there.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB301",
    name: "broken-link",
    severity: Severity::Error,
    docs: include_str!("pb301_broken_link.md"),
};

/// A link to a file that is not there. `path` is what was looked for, from the
/// root; `near` a page of a similar name, as a relative address.
pub fn broken_link(place: Place, path: &str, near: Option<&str>) -> Diagnostic {
    let diagnostic = RULE
        .at(place, format!("no page or file at \"{path}\""))
        .label("shown as plain text until it leads somewhere");
    match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help("link to a page by its file, for example `../tools/assistant.md`"),
    }
}
