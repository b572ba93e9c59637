//! The words of the language, put where they are shown: into the built-in
//! templates, and before the first script. Deliberately absent: words that a
//! company could change.

use std::collections::BTreeMap;

/// What the keys of words for scripts begin with.
const OF_SCRIPTS: &str = "js-";

/// A built-in template with the words of the language written into it, instead
/// of looked up dozens of times on each of thousands of pages. Lines stay as
/// they are.
pub fn in_template(template: &[u8], words: &BTreeMap<String, String>) -> String {
    let template = String::from_utf8_lossy(template);
    let mut parts = template.split("{{ site.words[\"");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let plain = part
            .split_once("\"] }}")
            .and_then(|(key, rest)| Some((words.get(key)?, rest)))
            .filter(|(word, _)| !word.contains(['{', '&', '<', '>', '"', '\n']));
        match plain {
            Some((word, rest)) => written.extend([word, rest]),
            None => written.extend(["{{ site.words[\"", part]),
        }
    }
    written
}

/// A script below the words that scripts say, as one JSON object: an inline
/// script is not allowed to bring them, and no page has to.
pub fn before_script(script: &[u8], words: &BTreeMap<String, String>) -> Vec<u8> {
    let said: BTreeMap<&String, &String> =
        words.iter().filter(|(key, _)| key.starts_with(OF_SCRIPTS)).collect();
    let json = serde_json::to_string(&said).unwrap_or_else(|_| "{}".to_owned());
    [b"const playbookWords = ", json.as_bytes(), b";\n", script].concat()
}
