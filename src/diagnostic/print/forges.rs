//! The forms for forges: lines that GitHub and Azure DevOps read out of a log, and the
//! file that GitLab shows. What a page says cannot become a command of any of them.
//! Deliberately absent: the comment on a pull request, which is no list of messages.
//!
//! Sources of the formats: GitHub, *Workflow commands for GitHub Actions*; GitLab, *Code
//! Quality*, its report format; Azure DevOps, *Logging commands*, `task.logissue`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Lookup, excerpt::visible, locate};
use crate::diagnostic::{Diagnostic, Severity, Translation, text};

/// Messages of each kind that GitHub shows per step; the others it drops without a word.
const GITHUB_SHOWS: usize = 10;

/// Other places of a message that are named.
const MAX_PLACES: usize = 5;

/// Where the playbook lies in its repository: empty at its root, otherwise `folder/`.
type Prefix<'a> = &'a str;

/// Lines for GitHub, and the messages for which it has no room there.
pub fn github<'d>(
    diagnostics: &[&'d Diagnostic],
    lookup: &Lookup<'_>,
    prefix: Prefix<'_>,
    translation: Translation,
) -> (String, Vec<&'d Diagnostic>) {
    let (mut lines, mut rest) = (String::new(), Vec::new());
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        // A third kind has a room of its own: advice takes none from what is missing.
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Gap => "warning",
            Severity::Warn => "notice",
        };
        let count = shown.entry(command).or_default();
        *count += 1;
        if *count > GITHUB_SHOWS {
            rest.push(*diagnostic);
            continue;
        }
        let at = locate(&diagnostic.place, lookup);
        let file = github_property(&format!("{prefix}{}", diagnostic.place.path));
        let title = github_property(diagnostic.code);
        let text = github_text(&whole(diagnostic, lookup, translation));
        let place = format!("file={file},line={},col={},title={title}", at.line, at.column);
        lines.push_str(&format!("::{command} {place}::{text}\n"));
    }
    (lines, rest)
}

/// Lines for Azure DevOps.
pub fn azure(
    diagnostics: &[&Diagnostic],
    lookup: &Lookup<'_>,
    prefix: Prefix<'_>,
    translation: Translation,
) -> String {
    let line = |diagnostic: &&Diagnostic| {
        let kind = if diagnostic.severity == Severity::Error { "error" } else { "warning" };
        let at = locate(&diagnostic.place, lookup);
        let path = azure_property(&format!("{prefix}{}", diagnostic.place.path));
        let text = azure_text(&whole(diagnostic, lookup, translation));
        let place = format!("sourcepath={path};linenumber={};columnnumber={};", at.line, at.column);
        format!("##vso[task.logissue type={kind};{place}code={};]{text}\n", diagnostic.code)
    };
    diagnostics.iter().map(line).collect()
}

#[derive(Serialize)]
struct Finding {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: FindingPlace,
}

#[derive(Serialize)]
struct FindingPlace {
    path: String,
    lines: FindingLines,
}

#[derive(Serialize)]
struct FindingLines {
    begin: usize,
}

/// The Code Quality report of GitLab: a list, empty where there is nothing to say.
pub fn gitlab(
    diagnostics: &[&Diagnostic],
    lookup: &Lookup<'_>,
    prefix: Prefix<'_>,
    translation: Translation,
) -> String {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let findings: Vec<Finding> = diagnostics
        .iter()
        .map(|diagnostic| {
            let fingerprint = diagnostic.fingerprint(lookup(&diagnostic.place.path));
            let same = known.entry(fingerprint.clone()).or_default();
            *same += 1;
            // Of findings with one fingerprint GitLab keeps the last alone.
            let fingerprint =
                if *same == 1 { fingerprint } else { format!("{fingerprint}-{same}") };
            Finding {
                description: whole(diagnostic, lookup, translation),
                check_name: diagnostic.code,
                fingerprint,
                severity: match diagnostic.severity {
                    Severity::Error => "major",
                    Severity::Gap => "minor",
                    Severity::Warn => "info",
                },
                location: FindingPlace {
                    path: format!("{prefix}{}", diagnostic.place.path),
                    lines: FindingLines { begin: locate(&diagnostic.place, lookup).line },
                },
            }
        })
        .collect();
    // Strings and numbers only: nothing here that JSON cannot say.
    let mut text = serde_json::to_string_pretty(&findings).unwrap_or_default();
    text.push('\n');
    text
}

/// A message with all that a person has to know to end it.
fn whole(diagnostic: &Diagnostic, lookup: &Lookup<'_>, translation: Translation) -> String {
    let mut lines = vec![diagnostic.line(translation)];
    lines.extend(diagnostic.label.as_ref().map(|label| label.translated(translation)));
    for (place, label) in diagnostic.related.iter().take(MAX_PLACES) {
        let line = locate(place, lookup).line;
        lines.push(format!("{}:{line}: {}", place.path, label.translated(translation)));
    }
    let rest = diagnostic.related.len().saturating_sub(MAX_PLACES);
    if rest > 0 {
        lines.push(text!("and {rest} more places", rest).translated(translation));
    }
    lines.extend(diagnostic.help.iter().map(|help| help.translated(translation)));
    let lines = lines.iter().flat_map(|text| text.lines()).map(visible);
    lines.collect::<Vec<_>>().join("\n")
}

fn github_text(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn github_property(text: &str) -> String {
    github_text(&visible(text)).replace(':', "%3A").replace(',', "%2C")
}

fn azure_text(text: &str) -> String {
    text.replace('%', "%AZP25").replace('\r', "%0D").replace('\n', "%0A")
}

fn azure_property(text: &str) -> String {
    azure_text(&visible(text)).replace(']', "%5D").replace(';', "%3B")
}
