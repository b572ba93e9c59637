//! Messages in other languages: every sentence of a rule is translated, with the
//! same blanks; nothing is translated that no rule says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use playbook::diagnostic::print::{self, Style};
use playbook::diagnostic::{Diagnostic, Translation};
use proc_macro2::{TokenStream, TokenTree};
use walkdir::WalkDir;

use crate::fixture;

/// Sentences that are data of the product, by where they come from.
const DATA: &[&str] = &["src/domain/kind.rs"];

/// Macros and functions whose words nobody translates: a rule's name and page,
/// text that is put together from what a writer wrote, lines to paste.
const UNTRANSLATED: &[&str] = &["rule", "format", "verbatim", "stringify", "vec"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The English sentences that messages are made of.
fn sentences() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in WalkDir::new(root().join("src")) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(root()).unwrap().display().to_string();
        if entry.path().extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(entry.path()).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            let is_rule = path.starts_with("src/diagnostic/rules/") && !path.ends_with("clip.rs");
            collect(code.parse().unwrap(), is_rule || DATA.contains(&path.as_str()), &mut found);
        }
    }
    found
}

/// Of a rule every sentence, elsewhere those of `text!`.
fn collect(tokens: TokenStream, all: bool, found: &mut BTreeSet<String>) {
    let mut before = String::new();
    let mut attribute = false;
    for token in tokens {
        match token {
            TokenTree::Ident(name) => before = name.to_string(),
            TokenTree::Punct(sign) if sign.as_char() == '#' => attribute = true,
            TokenTree::Punct(sign) if sign.as_char() == '!' => {}
            TokenTree::Punct(_) => before.clear(),
            TokenTree::Group(group) => {
                let skipped = std::mem::take(&mut attribute) || UNTRANSLATED.contains(&&*before);
                if before == "text" {
                    found.extend(group.stream().into_iter().next().and_then(|it| literal(&it)));
                    // The first one whatever it says; values are phrases at most.
                    collect(group.stream().into_iter().skip(1).collect(), all, found);
                } else if !skipped {
                    collect(group.stream(), all, found);
                }
                before.clear();
            }
            literal_token @ TokenTree::Literal(_) => {
                if all {
                    found.extend(literal(&literal_token).filter(|it| is_sentence(it)));
                }
            }
        }
    }
}

fn literal(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    syn::parse_str::<syn::LitStr>(&literal.to_string()).ok().map(|it| it.value())
}

/// Two words in a row: what is shorter is a key or a separator.
fn is_sentence(text: &str) -> bool {
    let words = text.split(' ').filter(|word| {
        word.len() > 1 && word.chars().all(|it| it.is_alphabetic() || ",.;:'".contains(it))
    });
    words.count() > 1
}

fn catalog(code: &str) -> BTreeMap<String, String> {
    let path = root().join(format!("src/diagnostic/translation/{code}.toml"));
    toml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// `{name}`, in order of the alphabet.
fn blanks(sentence: &str) -> Vec<&str> {
    let parts = sentence.split('{').skip(1);
    let mut names: Vec<&str> = parts
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name)
        .filter(|name| !name.is_empty() && name.chars().all(|it| it.is_alphanumeric() || it == '_'))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[test]
fn every_sentence_of_a_message_is_in_german() {
    let (sentences, german) = (sentences(), catalog("de"));
    let missing: Vec<_> = sentences.iter().filter(|it| !german.contains_key(*it)).collect();
    assert!(missing.is_empty(), "{} are not translated: {missing:#?}", missing.len());
    let stale: Vec<_> = german.keys().filter(|it| !sentences.contains(*it)).collect();
    assert!(stale.is_empty(), "no message says these: {stale:#?}");
    for (english, translated) in &german {
        assert_eq!(blanks(english), blanks(translated), "{english}");
    }
}

#[test]
fn a_german_playbook_speaks_german() {
    let mut files = fixture::base();
    let settings = "[site]\ntitle = \"Spielbuch\"\nlanguage = \"de\"\n";
    files.insert("playbook.toml".to_owned(), settings.as_bytes().to_vec());
    let page = "---\ntitle: Ein Angebot beantworten\nlayer: flunecy\nroles: [sales]\n---\n\n\
                Siehe [die Seite](nirgends.md).\n";
    files.insert("content/workflows/angebot.md".to_owned(), page.as_bytes().to_vec());
    let build = fixture::build(&files);
    let mut messages: Vec<&Diagnostic> = build.diagnostics();
    messages.retain(|it| it.place.path.ends_with("angebot.md"));
    let style = Style { translation: build.translation(), ..Style::default() };
    let counts = print::summary(print::counts(messages.iter().copied()), build.translation());
    let shown = print::human(messages, &|path| build.source_map(path), style);
    assert_snapshot!(format!("{shown}\n{counts}"), @r#"
    Fehler[PB102]: "flunecy" ist keine Ebene
     --> content/workflows/angebot.md:3:8
      |
    3 | layer: flunecy
      |        ^^^^^^^ meintest du `fluency`?
      |
      = Hilfe: layer: fluency

    Fehler[PB301]: "content/workflows/nirgends.md": diese Seite oder Datei gibt es nicht
     --> content/workflows/angebot.md:7:7
      |
    7 | Siehe [die Seite](nirgends.md).
      |       ^^^^^^^^^^^^^^^^^^^^^^^^ wird als einfacher Text gezeigt, bis der Link irgendwohin führt
      |
      = Hilfe: schreib den Weg von dieser Datei zur anderen, so wie `sales/base-fluency.md` zu einer Seite führt

    2 Fehler
    "#);
}

#[test]
fn a_region_is_no_other_language() {
    assert_eq!(Translation::for_language("de-CH"), Translation::for_language("de"));
    assert_eq!(Translation::for_language("fr"), Translation::default());
}
