//! Whoever writes a page that is not right yet: what is wrong stands where they
//! look, in their language, with the line to write; the rest is a count.

use serde_json::Value;

use super::browser::Served;
use super::{Folder, eventually};
use crate::fixture;

const PAGE: &str = "content/workflows/sales/base-fluency.md";
const ROUTE: &str = "workflows/base-fluency.html";
const NEW: &str = "content/workflows/sales/never-stood.md";
const NEW_ROUTE: &str = "workflows/never-stood.html";
const BROKEN: &str = "---\ntitle: A page that never stood\nlayer: flunecy\nroles: [sales]\n---\n";

/// The paths that messages are about, in order.
fn paths(problems: &Value, list: &str) -> Vec<String> {
    let path = |it: &Value| it["place"].as_str().unwrap().split(':').next().unwrap().to_owned();
    problems[list].as_array().unwrap().iter().map(path).collect()
}

#[test]
fn a_page_that_never_stood_shows_what_is_wrong_with_it() {
    let folder = Folder::new(&fixture::base());
    folder.write(NEW, BROKEN);
    let served = Served::new(&folder);
    let answer = served.get(&format!("/{NEW_ROUTE}"));
    assert_eq!(answer.status, 503);
    let page = answer.text();
    assert!(page.contains("<h1>This page cannot be shown yet</h1>"), "{page}");
    assert!(page.contains("never-stood.md:3:8") && page.contains("client.js"), "{page}");
    let problems = served.problems(NEW_ROUTE);
    assert_eq!(paths(&problems, "errors"), [NEW]);
    assert_eq!(problems["elsewhere"], serde_json::json!([]));
    folder.write(NEW, BROKEN.replace("flunecy", "fluency"));
    let mended = eventually(|| served.get(&format!("/{NEW_ROUTE}")), |it| it.status == 200);
    assert!(mended.text().contains("A page that never stood"));
}

#[test]
fn a_message_is_a_sentence_and_a_line_to_write() {
    let folder = Folder::new(&fixture::base());
    folder.write(NEW, BROKEN);
    let served = Served::new(&folder);
    let problem = served.problems(NEW_ROUTE)["errors"][0].clone();
    assert_eq!(problem["message"], "\"flunecy\" is no layer");
    assert_eq!(problem["kind"], "error");
    assert_eq!(problem["stands"], format!("{NEW}, line 3"));
    let mend = serde_json::json!([
        { "says": "Write this instead:", "lines": "layer: fluency", "copied": true }
    ]);
    assert_eq!(problem["mends"], mend);
    assert_eq!(problem["help"], serde_json::json!([]), "the line is not said twice");
    assert!(problem["text"].as_str().unwrap().contains("^^^^^^^"), "as `check` prints it");
}

#[test]
fn a_line_that_is_to_go_is_shown_and_not_to_be_copied() {
    let folder = Folder::new(&fixture::base());
    folder.write(
        NEW,
        "---\ntitle: A page\nlayer: fluency\nroles: [sales]\nrepeated_by: nobody yet\n---\n",
    );
    let served = Served::new(&folder);
    let problems = served.problems(NEW_ROUTE);
    let all = ["errors", "page"].into_iter().flat_map(|list| problems[list].as_array().unwrap());
    let mends = all.flat_map(|it| it["mends"].as_array().unwrap()).collect::<Vec<_>>();
    let gone = serde_json::json!(
        { "says": "Delete this:", "lines": "repeated_by: nobody yet", "copied": false }
    );
    assert!(mends.contains(&&gone), "{mends:?}");
}

#[test]
fn the_panel_is_of_the_page_in_view_and_of_the_last_save() {
    let folder = Folder::new(&fixture::base());
    folder.write(NEW, BROKEN);
    let served = Served::new(&folder);
    // Nobody has saved anything since it was started.
    let home = served.problems("index.html");
    assert_eq!((paths(&home, "errors"), paths(&home, "elsewhere")), (vec![], vec![NEW.to_owned()]));
    assert_eq!(
        (&home["others"], &home["summary"]),
        (&"1 error elsewhere".into(), &"1 error".into())
    );
    // The last save counts wherever one looks.
    folder.write(PAGE, folder.read(PAGE).replace("layer: fluency", "layer: both"));
    let home = eventually(
        || served.problems("index.html"),
        |it| !it["errors"].as_array().unwrap().is_empty(),
    );
    assert_eq!(
        (paths(&home, "errors"), paths(&home, "elsewhere")),
        (vec![PAGE.to_owned()], vec![NEW.to_owned()])
    );
    let page = served.problems(NEW_ROUTE);
    assert_eq!(paths(&page, "errors"), [NEW, PAGE], "the page in view comes first");
    // Until the next one.
    folder.write("content/guides/another.md", "---\ntitle: Another guide\n---\n");
    let home = eventually(
        || served.problems("index.html"),
        |it| it["errors"].as_array().unwrap().is_empty(),
    );
    assert_eq!(home["others"], "2 errors elsewhere");
    assert_eq!(paths(&served.problems(ROUTE), "errors"), [PAGE]);
}

#[test]
fn what_a_save_breaks_elsewhere_belongs_to_it() {
    let mut files = fixture::base();
    let linking = "---\ntitle: A guide that links\n---\n\nSee [the other](may-i-paste.md).\n";
    files.insert("content/guides/links.md".to_owned(), linking.as_bytes().to_vec());
    let folder = Folder::new(&files);
    let served = Served::new(&folder);
    std::fs::remove_file(folder.path("content/guides/may-i-paste.md")).unwrap();
    let problems = eventually(
        || served.problems("index.html"),
        |it| !it["errors"].as_array().unwrap().is_empty(),
    );
    assert_eq!(paths(&problems, "errors"), ["content/guides/links.md"]);
}

#[test]
fn a_wrong_address_leads_to_the_nearest() {
    let folder = Folder::new(&fixture::base());
    folder.write(NEW, BROKEN);
    let served = Served::new(&folder);
    for (asked, leads_to) in [
        ("workflows/base-fluency", ROUTE),
        ("workflows/base-fluency.md/", ROUTE),
        ("content/workflows/sales/base-fluency.md", ROUTE),
        ("workflows/sales/base-fluency.html", ROUTE),
        ("guides/base-fluency.html", ROUTE),
        ("workflows/base-fluecny.html", ROUTE),
        ("workflows/Base%20Fluency", ROUTE),
        ("workflows/", "workflows.html"),
        ("workflows/never-stod.html", NEW_ROUTE),
    ] {
        let answer = served.get(&format!("/{asked}"));
        let page = answer.text();
        assert_eq!(answer.status, 404, "{asked}");
        assert!(page.contains(&format!("<li><a href=\"/{leads_to}\">")), "{asked}: {page}");
    }
    let other = served.get("/workflows/no-such-thing.html").text();
    assert!(other.contains("data-search-results"), "the site's own page: {other}");
    let hostile = served.get("/workflows/%3Cimg%20src=x%3Ebase-fluency").text();
    assert!(!hostile.contains("<img src=x"), "{hostile}");
}

#[test]
fn a_file_that_no_page_is_made_of_is_told_at_its_address() {
    let folder = Folder::new(&fixture::base());
    let lost = "content/workflow/sales/in-no-folder.md";
    folder.write(lost, BROKEN.replace("flunecy", "fluency"));
    let badly_named = "content/workflows/My page!.md";
    folder.write(badly_named, BROKEN.replace("flunecy", "fluency"));
    let served = Served::new(&folder);
    for (route, file) in [("workflows/in-no-folder.html", lost), ("workflows/my-page", badly_named)]
    {
        let problems = served.problems(route);
        let mut told = paths(&problems, "errors");
        told.extend(paths(&problems, "page"));
        assert_eq!(told, [file], "{problems}");
        let answer = served.get(&format!("/{route}"));
        assert_eq!(answer.status, 404);
        assert!(answer.text().contains("<main data-preview>"), "{}", answer.text());
    }
}

#[test]
fn the_preview_speaks_the_language_of_the_site() {
    let mut files = fixture::base();
    let settings = "[site]\ntitle = \"Spielbuch\"\nlanguage = \"de\"\n";
    files.insert("playbook.toml".to_owned(), settings.as_bytes().to_vec());
    files.insert(NEW.to_owned(), BROKEN.as_bytes().to_vec());
    let folder = Folder::new(&files);
    let served = Served::new(&folder);
    let page = served.get(&format!("/{NEW_ROUTE}")).text();
    assert!(page.contains("<html lang=\"de\">"), "{page}");
    assert!(page.contains("<h1>Diese Seite lässt sich noch nicht zeigen</h1>"), "{page}");
    assert!(page.contains("Fehler[PB102]"), "{page}");
    let near = served.get("/workflows/base-fluency").text();
    assert!(near.contains("<h1>Unter dieser Adresse gibt es keine Seite</h1>"), "{near}");
    let problems = served.problems(NEW_ROUTE);
    let problem = &problems["errors"][0];
    assert_eq!(problem["message"], "\"flunecy\" ist keine Ebene");
    assert_eq!(problem["mends"][0]["says"], "Schreib stattdessen:");
    assert_eq!(problem["stands"], format!("{NEW}, Zeile 3"));
    assert_eq!((&problems["language"], &problems["here"]), (&"de".into(), &"1 Fehler".into()));
    assert_eq!(problems["words"]["hide"], "Ausblenden");
    // Settings that cannot be read any more are told in the language of the last.
    folder.write("playbook.toml", "[site\n");
    let problems =
        eventually(|| served.problems(""), |it| it["errors"][0]["place"] == "playbook.toml:1:6");
    assert_eq!(problems["errors"][0]["kind"], "Fehler");
}
