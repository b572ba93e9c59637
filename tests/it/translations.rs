//! Messages in other languages: every sentence of a rule is translated, with the
//! same blanks; nothing is translated that no rule says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use playbook::diagnostic::print::{self, Style};
use playbook::diagnostic::{Diagnostic, Translation};
use playbook::domain::{Kind, fields_of};
use playbook::language;
use proc_macro2::{TokenStream, TokenTree};
use walkdir::WalkDir;

use crate::fixture;

/// Macros and functions whose words nobody translates: a rule's name and page,
/// text that is put together from what a writer wrote, lines to paste.
const UNTRANSLATED: &[&str] = &["rule", "format", "verbatim"];

/// What a phrase is handed to: there one word is one too.
const PHRASES: &[&str] = &["label", "help", "related", "text", "from"];

/// Files whose phrases rules fill in.
const FILES: &[&str] = &[
    "src/config/shape.rs",
    "src/document/front_matter/fields.rs",
    "src/document/front_matter/node.rs",
    "src/document/front_matter/paths.rs",
    "src/platform/files.rs",
    "src/source/names.rs",
];

/// Single words among them.
const WORDS: [&str; 4] = ["nothing", "owner", "text", "tool"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The code of each file of a folder, without its tests.
fn code(folder: &str) -> Vec<(String, TokenStream)> {
    let files = WalkDir::new(root().join(folder)).into_iter().map(Result::unwrap);
    let files = files.filter(|it| it.path().extension().is_some_and(|it| it == "rs"));
    let read = files.map(|it| {
        let text = fs::read_to_string(it.path()).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap().parse().unwrap();
        (it.path().strip_prefix(root()).unwrap().display().to_string(), code)
    });
    read.collect()
}

/// The English sentences that messages are made of.
fn sentences() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (path, code) in code("src") {
        let is_rule = path.contains("/rules/") && path.contains("/pb");
        collect(code, is_rule, &mut found);
    }
    // Words of other rooms that rules fill in: what is built elsewhere as data.
    for file in FILES {
        let text = fs::read_to_string(root().join(file)).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap().parse().unwrap();
        let mut phrases = BTreeSet::new();
        collect(code, true, &mut phrases);
        assert!(!phrases.is_empty(), "{file} has no phrases any more");
        found.extend(phrases);
    }
    let all = || Kind::WITH_FOLDER.into_iter().chain([Kind::Home]);
    let kinds = all().map(|kind| kind.noun().to_owned());
    let gaps = all().flat_map(|kind| fields_of(kind).into_iter().flatten());
    let gaps = gaps.filter_map(|field| field.gap).map(str::to_owned);
    let months = language::find("en").months.iter().cloned();
    found.extend(kinds.chain(gaps).chain(months).chain(WORDS.map(str::to_owned)));
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
                if before == "text" || all && PHRASES.contains(&&*before) {
                    let first = group.stream().into_iter().next().and_then(|it| literal(&it));
                    found.extend(first.filter(|it| it.contains(char::is_alphabetic)));
                }
                if !skipped {
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

/// Literals in a rule that no translation reaches: in `format!`, or made a `String`.
fn unreached(tokens: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let name = |at: Option<usize>| match at.and_then(|at| tokens.get(at)) {
            Some(TokenTree::Ident(name)) => name.to_string(),
            _ => String::new(),
        };
        match token {
            TokenTree::Group(group) if name(at.checked_sub(2)) == "format" => {
                let first = group.stream().into_iter().next().and_then(|it| literal(&it));
                found.extend(first.filter(|it| has_word(it)));
            }
            TokenTree::Group(group) => unreached(group.stream(), found),
            TokenTree::Literal(_) if name(Some(at + 2)) == "to_owned" => {
                found.extend(literal(token).filter(|it| has_word(it)));
            }
            _ => {}
        }
    }
}

/// A word of a sentence, and no key, path or blank.
fn has_word(text: &str) -> bool {
    text.split_whitespace().any(|it| it.len() > 1 && it.chars().all(char::is_alphabetic))
}

fn literal(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    syn::parse_str::<syn::LitStr>(&literal.to_string()).ok().map(|it| it.value())
}

/// Two words in a row: what is shorter is a key or a separator.
fn is_sentence(text: &str) -> bool {
    let words = text.split(' ').filter(|word| {
        !word.is_empty() && word.chars().all(|it| it.is_alphabetic() || ",.;:'".contains(it))
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
fn no_rule_puts_its_words_together_out_of_reach() {
    let mut found = Vec::new();
    for (_, code) in code("src/diagnostic/rules") {
        unreached(code, &mut found);
    }
    assert_eq!(found, [""; 0], "use `text!`");
    unreached(
        "fn a() { f(format!(\"no {a}\")); \"not so\".to_owned() }".parse().unwrap(),
        &mut found,
    );
    assert_eq!(found, ["no {a}", "not so"]);
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
