//! Every shipped language says everything that English says, with the same
//! blanks, and pages follow the language of the playbook.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use playbook::language::{self, Language};

use crate::fixture;

/// The blanks of a sentence: `{n}`, `{title}`.
fn blanks(sentence: &str) -> BTreeSet<&str> {
    let parts = sentence.split('{').skip(1).filter_map(|part| part.split_once('}'));
    parts.map(|(name, _)| name).filter(|name| !name.is_empty()).collect()
}

fn keys<T>(table: &BTreeMap<String, T>) -> Vec<&str> {
    table.keys().map(String::as_str).collect()
}

fn others() -> impl Iterator<Item = &'static Language> {
    language::shipped().iter().skip(1)
}

#[test]
fn every_shipped_language_can_be_read() {
    let shipped = language::shipped();
    assert_eq!(shipped[0].code, "en");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|end| end == "toml")).count();
    assert_eq!(shipped.len(), files, "a language file does not parse or is not listed");
    for language in shipped {
        assert_eq!(language.months.len(), 12, "{}", language.code);
        for (key, names) in &shipped[0].sections {
            assert!(!names.is_empty() && language.sections.contains_key(key), "{key}");
        }
    }
}

#[test]
fn english_and_german_are_shipped() {
    let codes: Vec<&str> = language::shipped().iter().map(|one| one.code.as_str()).collect();
    assert_eq!(codes, ["en", "de"]);
}

#[test]
fn every_language_has_the_keys_of_english() {
    let english = language::find("en");
    for one in others() {
        assert_eq!(keys(&one.words), keys(&english.words), "{}: words", one.code);
        assert_eq!(keys(&one.sections), keys(&english.sections), "{}: sections", one.code);
        assert_eq!(keys(&one.keys), keys(&english.keys), "{}: keys", one.code);
        assert_eq!(keys(&one.preview), keys(&english.preview), "{}: preview", one.code);
        assert_eq!(one.months.len(), 12, "{}", one.code);
    }
}

#[test]
fn a_translated_sentence_has_the_same_blanks() {
    let english = language::find("en");
    for one in others() {
        let words = one.words.iter().map(|it| (it, &english.words));
        for ((key, sentence), english) in
            words.chain(one.preview.iter().map(|it| (it, &english.preview)))
        {
            assert_eq!(blanks(sentence), blanks(&english[key]), "{}: {key}", one.code);
            assert!(!sentence.trim().is_empty(), "{}: {key}", one.code);
        }
    }
}

#[test]
fn a_name_of_a_section_means_the_same_in_every_language() {
    let mut known: BTreeMap<String, (&str, &str)> = BTreeMap::new();
    for one in language::shipped() {
        for (section, names) in &one.sections {
            for name in names {
                let before = known.insert(name.to_lowercase(), (section, &one.code));
                let same = before.is_none_or(|(other, _)| other == section);
                assert!(same, "{name}: {section} in {}, and {before:?}", one.code);
            }
        }
    }
}

#[test]
fn pages_follow_the_language_of_the_playbook() {
    let mut files = fixture::base();
    let settings = "[site]\ntitle = \"Handbuch\"\nlanguage = \"de\"\n";
    files.insert("playbook.toml".to_owned(), settings.as_bytes().to_vec());
    let build = fixture::build(&files);
    let page = fixture::page(&build, "workflows/base-fluency.html");
    assert!(page.contains("<html lang=\"de\">"));
    assert!(page.contains(">Zuletzt gelaufen</dt>") && page.contains(">Prompt kopieren</button>"));
    let date = page.split("class=\"ran\" datetime=\"").nth(1).unwrap();
    let text = date.split_once('>').unwrap().1.split_once('<').unwrap().0;
    let (day, rest) = text.split_once(". ").unwrap();
    assert!(day.parse::<u8>().is_ok(), "{text}");
    let (month, year) = rest.split_once(' ').unwrap();
    assert!(language::find("de").months.iter().any(|it| it == month), "{text}");
    assert_eq!(year.len(), 4, "{text}");
    let core = fixture::page(&build, "theme/core.js");
    assert!(core.starts_with("const playbookWords = {\"js-account\":\"eine Kontonummer\""));
}
