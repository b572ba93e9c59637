//! How words are found, and in which order pages are shown.

use playbook::search::{FoundBy, Query};

use super::Searched;
use crate::fixture::{base, with};

const BRIEF: &str = "workflows/base-fluency.html";
const FLAG: &str = "workflows/base-judgment.html";

fn first(query: &str) -> String {
    Searched::of(&base()).find(query).into_iter().next().unwrap_or_default()
}

fn how(query: &str) -> Vec<(FoundBy, Vec<String>)> {
    let results = Searched::of(&base()).results(&Query { text: query, ..Query::default() });
    results.words.into_iter().map(|word| (word.how, word.found)).collect()
}

#[test]
fn a_word_is_found_in_any_of_its_forms() {
    for query in ["renewal call", "renewals calls", "RENEWAL, call!", "preparing the call"] {
        assert_eq!(first(query), BRIEF, "{query}");
    }
}

#[test]
fn a_typo_is_mended_when_nothing_else_is_found() {
    let typos = [
        ("swapped letters", "prepaer", "prepare"),
        ("a lost letter", "renwal", "renewal"),
        ("a doubled letter", "reneewal", "renewal"),
        ("a wrong letter", "renexal", "renewal"),
        ("a wrong first letter", "denewal", "renewal"),
        ("a lost first letter", "enewal", "renewal"),
        ("swapped first letters", "ernewal", "renewal"),
        ("two typos in a long word", "engagemnet", "engagement"),
    ];
    for (what, typed, meant) in typos {
        let found = how(typed);
        assert_eq!(found[0].0, FoundBy::Typo, "{what}");
        assert!(found[0].1.contains(&meant.to_owned()), "{what}: {found:?}");
    }
    assert_eq!(how("renewal")[0], (FoundBy::Exact, vec!["renewal".to_owned()]));
    assert_eq!(how("cal")[0].0, FoundBy::Prefix, "three letters are too few for a typo");
}

#[test]
fn words_are_joined_and_cut() {
    assert_eq!(how("accountname").iter().map(|it| it.0).collect::<Vec<_>>(), [FoundBy::Split; 2]);
    let files = with("content/guides/forecast.md", "---\ntitle: The forecast\n---\n\nWords.\n");
    let results = Searched::of(&files).find("fore cast");
    assert_eq!(results[0], "guides/forecast.html");
}

#[test]
fn the_last_word_may_be_unfinished() {
    let searched = Searched::of(&base());
    let typing = Query { text: "churn fl", unfinished: true, ..Query::default() };
    assert_eq!(searched.shown(&typing)[0], FLAG);
}

#[test]
fn a_question_is_never_empty_and_pages_with_all_words_come_first() {
    let searched = Searched::of(&base());
    let results =
        searched.results(&Query { text: "trust customers flag renewals", ..Query::default() });
    assert!(results.whole > 0 && results.whole < results.pages.len());
    assert!(!searched.find("how far should i trust this zzzzqqqq score").is_empty());
    assert_eq!(searched.find("zzzzqqqq"), [""; 0]);
}

#[test]
fn a_name_comes_first_also_by_another_of_its_names() {
    for (query, page) in [
        ("copilot", "tools/assistant.html"),
        ("CSM", "roles/customer-success.html"),
        ("osei", "people/m-osei.html"),
        ("Free chat", "tools/free-chat.html"),
        ("judgement", "layers/judgment.html"),
    ] {
        assert_eq!(first(query), page, "{query}");
    }
}

#[test]
fn synonyms_lead_both_ways() {
    let mut files = with(
        "playbook.toml",
        "[site]\ntitle = \"N\"\n[search.synonyms]\nchurn = [\"attrition\", \"contract end\"]\n",
    );
    files.insert(
        "content/guides/leave.md".to_owned(),
        b"---\ntitle: On attrition\n---\n\nWords.\n".to_vec(),
    );
    let searched = Searched::of(&files);
    assert!(searched.find("attrition").contains(&FLAG.to_owned()));
    assert!(searched.find("contract end").contains(&FLAG.to_owned()));
    assert!(searched.find("churn").contains(&"guides/leave.html".to_owned()));
}

#[test]
fn a_phrase_is_found_as_it_is_said() {
    let searched = Searched::of(&base());
    let results = searched.results(&Query { text: "\"fell for three weeks\"", ..Query::default() });
    assert_eq!(results.whole, 1);
    assert_eq!(searched.find("\"fell for three weeks\"")[0], FLAG);
    let turned = searched.results(&Query { text: "\"weeks three for fell\"", ..Query::default() });
    assert_eq!(turned.whole, 0, "the words are there, the phrase is not");
}

#[test]
fn facets_narrow_within_and_across() {
    let searched = Searched::of(&base());
    assert_eq!(searched.find("renewal").first().map(String::as_str), Some(BRIEF));
    assert!(searched.find_for("sales", "renewal").contains(&BRIEF.to_owned()));
    assert!(!searched.find_for("sales", "renewal").contains(&FLAG.to_owned()));
    let everything = searched.find_for("sales", "");
    assert!(everything.contains(&"people/revops-desk.html".to_owned()), "{everything:?}");
    assert_eq!(searched.find_for("nobody", "renewal"), [""; 0]);
}

#[test]
fn a_retired_page_never_stands_above_its_replacement() {
    let mut files = base();
    let page = String::from_utf8(files["content/workflows/sales/base-fluency.md"].clone()).unwrap();
    let retired = page.replace(
        "title: Prepare a renewal call",
        "title: The old renewal dossier\nretired: {date: 2026-10-10, reason: Too long., replaced_by: base-fluency}",
    );
    files.insert("content/workflows/sales/dossier.md".to_owned(), retired.into_bytes());
    let found = Searched::of(&files).find("old renewal dossier");
    assert_eq!(found[..2], [BRIEF.to_owned(), "workflows/dossier.html".to_owned()]);
}

#[test]
fn drafts_and_withheld_prompts_are_not_found() {
    let mut files = base();
    let page = String::from_utf8(files["content/workflows/sales/base-fluency.md"].clone()).unwrap();
    let draft = page.replace("title: Prepare", "draft: true\ntitle: Xylophone");
    files.insert("content/workflows/sales/draft.md".to_owned(), draft.into_bytes());
    let stopped = page
        .replace("tools: [assistant]", "tools: [free-chat]")
        .replace("Write one page", "Compose a zeppelin page");
    files.insert("content/workflows/sales/stopped.md".to_owned(), stopped.into_bytes());
    let searched = Searched::of(&files);
    assert_eq!(searched.find("zeppelin"), [""; 0]);
    assert_eq!(searched.find("xylophone"), [""; 0]);
}

#[test]
fn what_is_pasted_by_mistake_does_no_harm() {
    let searched = Searched::of(&base());
    let long = "renewal <b>call</b> ".repeat(1000);
    for query in [long.as_str(), "", " ", "\"", "\"\" \"", "the of and", "__proto__", "a\u{0}b"] {
        searched.find(query);
    }
    // Only words that say nothing: they are looked for in titles after all.
    assert!(searched.find("how far to").contains(&FLAG.to_owned()));
    assert_eq!(searched.find("__proto__"), [""; 0]);
}
