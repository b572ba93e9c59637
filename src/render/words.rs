//! The words of the language, put where they are shown: into the built-in
//! templates, and before the first script. Deliberately absent: words that a
//! company could change.

use std::collections::BTreeMap;

/// What the keys of words for scripts begin with.
const SCRIPT_KEY_PREFIX: &str = "js-";

/// A built-in template with the words of the language written into it, instead
/// of looked up dozens of times on each of thousands of pages; where a sentence is
/// filled, around what fills it. Lines stay as they are.
pub fn in_template(template: &[u8], words: &BTreeMap<String, String>) -> String {
    let template = String::from_utf8_lossy(template);
    let mut parts = template.split("{{ site.words[\"");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match in_place(part, words) {
            Some((word, rest)) => written.extend([&word, rest]),
            None => written.extend(["{{ site.words[\"", part]),
        }
    }
    written
}

/// What stands for the word whose key `part` starts with, and what comes after.
fn in_place<'a>(part: &'a str, words: &BTreeMap<String, String>) -> Option<(String, &'a str)> {
    let (key, after) = part.split_once("\"]")?;
    // What would be escaped there is left to the template.
    let word = words.get(key).filter(|word| !word.contains(['&', '<', '>', '"', '\n']))?;
    if let Some(rest) = after.strip_prefix(" }}") {
        return (!word.contains('{')).then(|| (word.clone(), rest));
    }
    let (values, rest) = after.strip_prefix(" | fill(")?.split_once(") }}")?;
    Some((filled(word, values)?, rest))
}

/// A sentence with outputs of `n=page.of` in place of its `{n}`. Only names and
/// what belongs to them: whatever else a value may be is left to the filter.
fn filled(sentence: &str, values: &str) -> Option<String> {
    let values = values.split(", ").map(|value| value.split_once('='));
    let values: BTreeMap<&str, &str> = values.collect::<Option<_>>()?;
    let mut filled = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (blank, after) = after.split_once('}')?;
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
        let value = values.get(blank).filter(|value| value.chars().all(is_name))?;
        filled.extend([before, "{{ ", value, " }}"]);
        rest = after;
    }
    filled.push_str(rest);
    Some(filled)
}

/// A script below the words that scripts say, and below the addresses of pages that were
/// renamed, each as one JSON object: an inline script is not allowed to bring them, and no
/// page has to.
pub fn before_script(
    script: &[u8],
    words: &BTreeMap<String, String>,
    moved: &BTreeMap<String, String>,
) -> Vec<u8> {
    let said: BTreeMap<&String, &String> =
        words.iter().filter(|(key, _)| key.starts_with(SCRIPT_KEY_PREFIX)).collect();
    let said = serde_json::to_string(&said).unwrap_or_else(|_| "{}".to_owned());
    let moved = serde_json::to_string(moved).unwrap_or_else(|_| "{}".to_owned());
    let head = format!("const playbookWords = {said};\nconst playbookMoved = {moved};\n");
    [head.as_bytes(), script].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(template: &str) -> String {
        let words = [
            ("by", "By"),
            ("cost", "Cost: {what}"),
            ("page-of", "Page {n} of {of}"),
            ("and", "This & that"),
        ];
        let words = words.map(|(key, word)| (key.to_owned(), word.to_owned()));
        in_template(template.as_bytes(), &BTreeMap::from(words))
    }

    #[test]
    fn words_and_sentences_stand_where_they_are_shown() {
        let cases = [
            (r#"<b>{{ site.words["by"] }}</b>"#, "<b>By</b>"),
            (r#"{{ site.words["cost"] | fill(what=error.cost) }}."#, "Cost: {{ error.cost }}."),
            (
                r#"{{ site.words["page-of"] | fill(n=pager.page, of=pager.of) }}"#,
                "Page {{ pager.page }} of {{ pager.of }}",
            ),
        ];
        for (template, expected) in cases {
            assert_eq!(written(template), expected);
        }
    }

    #[test]
    fn what_has_to_be_escaped_or_computed_is_looked_up_as_before() {
        for template in [
            r#"{{ site.words["and"] }}"#,
            r#"{{ site.words["none"] }}"#,
            r#"{{ site.words["cost"] }}"#,
            r#"{{ site.words["cost"] | fill(what=a | length) }}"#,
            r#"{{ site.words["page-of"] | fill(n=1 + 1, of=pager.of) }}"#,
            r#"{{ site.words["page-of"] | fill(n=page.n) }}"#,
        ] {
            assert_eq!(written(template), template);
        }
    }
}
