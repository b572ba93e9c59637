//! What is broken costs no page: the last good version stays, with the message,
//! and goes when it is mended.

use super::browser::Served;
use super::{Folder, clean, eventually};
use crate::fixture;

const PAGE: &str = "content/workflows/sales/base-fluency.md";
const ROUTE: &str = "/workflows/base-fluency.html";

#[test]
fn a_broken_page_stays_until_it_is_mended() {
    let folder = Folder::new(&fixture::base());
    let served = Served::new(&folder);
    let (good, text) = (served.get(ROUTE), folder.read(PAGE));
    folder.replace(PAGE, &text.replace("layer: fluency", "layer: both"));
    let problems = eventually(
        || served.problems("workflows/base-fluency.html"),
        |it| !it["errors"].as_array().unwrap().is_empty(),
    );
    assert_eq!(problems["kept"], true);
    assert!(problems["errors"][0]["place"].as_str().unwrap().starts_with(PAGE));
    assert!(problems["errors"][0]["text"].as_str().unwrap().contains("layer: both"));
    let kept = served.get(ROUTE);
    assert_eq!((kept.status, kept.built()), (200, good.built()));
    assert_eq!(kept.generation(), good.generation(), "it comes from the build that had it");
    assert!(served.get("/").generation() > good.generation());
    folder.replace(PAGE, &text.replace("Prepare", "Arrange"));
    eventually(|| served.get(ROUTE).text(), |page| page.contains("Arrange a renewal call"));
    let problems = served.problems("workflows/base-fluency.html");
    assert_eq!((&problems["kept"], &problems["errors"]), (&false.into(), &serde_json::json!([])));
}

#[test]
fn a_page_that_is_deleted_goes() {
    let folder = Folder::new(&fixture::base());
    let served = Served::new(&folder);
    std::fs::remove_file(folder.path("content/guides/may-i-paste.md")).unwrap();
    let gone = eventually(|| served.get("/guides/may-i-paste.html"), |it| it.status == 404);
    assert!(gone.text().contains("client.js"), "the page for wrong addresses follows too");
    folder.write("content/guides/may-i-paste.md", "---\ntitle: Back\n---\n");
    eventually(|| served.get("/guides/may-i-paste.html").status, |status| *status == 200);
}

#[test]
fn broken_settings_leave_the_whole_site() {
    let folder = Folder::new(&fixture::base());
    let served = Served::new(&folder);
    let before = served.get(ROUTE).built();
    folder.write("playbook.toml", "[site\n");
    let problems =
        eventually(|| served.problems(""), |it| it["errors"].as_array().unwrap().len() == 1);
    assert!(problems["errors"][0]["place"].as_str().unwrap().starts_with("playbook.toml:1:"));
    assert_eq!(served.get(ROUTE).built(), before);
    std::fs::remove_file(folder.path("playbook.toml")).unwrap();
    eventually(
        || served.problems(""),
        |it| it["errors"][0]["text"].as_str().unwrap().contains("there is no playbook.toml"),
    );
    assert_eq!(served.get(ROUTE).built(), before);
    folder.write("playbook.toml", "[site]\ntitle = \"Mended\"\n");
    eventually(|| served.get("/").text(), |page| page.contains("Mended"));
    assert_eq!(served.problems("")["errors"], serde_json::json!([]));
}

#[test]
fn a_broken_template_leaves_the_whole_site() {
    let mut files = fixture::base();
    files.insert("playbook.toml".to_owned(), b"[site]\ntitle = \"N\"\ntheme = \"ours\"\n".to_vec());
    files.insert("themes/ours/static/tokens.css".to_owned(), b":root {}".to_vec());
    let folder = Folder::new(&files);
    let served = Served::new(&folder);
    let (first, before) = (served.get(ROUTE), served.get(ROUTE).built());
    // Cannot be loaded: no page of any kind can be made.
    folder.write("themes/ours/workflow.html", "{{ page.title");
    let error = || served.problems("workflows/base-fluency.html")["errors"][0]["text"].to_string();
    let unloaded = eventually(error, |text| text.contains("themes/ours/workflow.html:1:"));
    assert_eq!(served.get(ROUTE).built(), before);
    // Cannot show this page: the others are new.
    let template = "{% for x in page.title %}{{ x.nothing.at.all }}{% endfor %}\n";
    folder.write("themes/ours/workflow.html", template);
    let shown = || (served.get(ROUTE), error()).1;
    let is_of_page = |it: &String| it.contains("themes/ours/workflow.html:1:") && *it != unloaded;
    eventually(shown, is_of_page);
    let kept = served.get(ROUTE);
    assert_eq!((kept.status, kept.built()), (200, before));
    assert_eq!(kept.header("etag"), first.header("etag"), "it is what it was");
    assert_eq!(served.problems("workflows/base-fluency.html")["kept"], true);
    std::fs::remove_file(folder.path("themes/ours/workflow.html")).unwrap();
    eventually(error, |text| text == "null");
    assert_eq!(served.get(ROUTE).built(), clean(folder.root())["workflows/base-fluency.html"]);
}

#[test]
fn a_preview_starts_with_whatever_is_there() {
    let folder = Folder::new(&fixture::base());
    folder.write("playbook.toml", "[site]\n<b>\n");
    let served = Served::new(&folder);
    let answer = served.get(ROUTE);
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains("playbook.toml:2:"), "{}", answer.text());
    assert!(answer.text().contains("&lt;b&gt;") && !answer.text().contains("<b>"));
    folder.write("playbook.toml", "[site]\ntitle = \"T\"\n");
    eventually(|| served.get(ROUTE).status, |status| *status == 200);
}

#[test]
fn an_image_is_the_one_that_was_built() {
    let mut files = fixture::base();
    files.insert("static/notes.txt".to_owned(), b"first".to_vec());
    let folder = Folder::new(&files);
    let served = Served::new(&folder);
    let first = served.get("/notes.txt");
    assert_eq!((first.status, first.body.as_slice()), (200, &b"first"[..]));
    for number in 0..20 {
        let text = format!("take {number}");
        folder.write("static/notes.txt", &text);
        // Never the new bytes under the number of the old build.
        let answer = served.get("/notes.txt");
        let is_old = answer.generation() == first.generation() && answer.body == first.body;
        assert!(answer.generation() > first.generation() || is_old, "{answer:?}");
        assert_eq!(answer.status, 200);
    }
    eventually(|| served.get("/notes.txt").text(), |text| text == "take 19");
}

#[test]
fn a_large_file_is_never_half_of_one_and_half_of_another() {
    let mut files = fixture::base();
    let take = |number: u8| vec![number; 1 << 20];
    files.insert("static/big.pdf".to_owned(), take(0));
    let folder = Folder::new(&files);
    let served = Served::new(&folder);
    assert_eq!(served.get("/big.pdf").body, take(0));
    for number in 1..=20 {
        std::thread::scope(|scope| {
            scope.spawn(|| folder.write("static/big.pdf", take(number)));
            let answer = served.get("/big.pdf");
            let promised = answer.header("content-length").parse().unwrap_or(usize::MAX);
            let is_whole = answer.body.len() == promised;
            let is_one = [number - 1, number].iter().any(|of| answer.body == take(*of));
            assert!(!is_whole || is_one, "take {number}: {} bytes", answer.body.len());
        });
        eventually(|| served.get("/big.pdf").body == take(number), |it| *it);
    }
}
