//! Settings come with whatever branch is looked at: what they may not say.

use super::browser::Served;
use super::{Folder, eventually};
use crate::fixture;

const PAGE: &str = "content/workflows/sales/base-fluency.md";

fn settings(serve: &str) -> String {
    format!("[site]\ntitle = \"T\"\n[serve]\n{serve}\n")
}

#[test]
fn they_let_no_host_in() {
    let folder = Folder::new(&fixture::base());
    let served = Served::new(&folder);
    folder.write("playbook.toml", settings("allow_hosts = [\"evil.example\"]"));
    let problems = eventually(|| served.problems(""), |it| it["errors"][0]["text"].is_string());
    let text = problems["errors"][0]["text"].as_str().unwrap();
    assert!(text.contains("`playbook serve --allow-host NAME`"), "{text}");
    assert_eq!(served.ask("GET", "/", &[("Host", "evil.example")]).status, 403);
    // Typed when it was started.
    assert_eq!(served.ask("GET", "/", &[("Host", "docs.example")]).status, 200);
}

#[test]
fn no_editor_is_opened_that_nobody_has_chosen() {
    let folder = Folder::new(&fixture::base());
    folder.write(PAGE, "---\ntitle: [\n---\n");
    let served = Served::new(&folder);
    let link = |editor: Option<&str>| {
        let problems = served.problems_for("workflows/base-fluency.html", editor);
        let place = problems["errors"][0]["place"].as_str().unwrap();
        assert!(place.starts_with(PAGE), "{problems}");
        problems["errors"][0]["editor"].as_str().map(str::to_owned)
    };
    let offered = || {
        let problems = served.problems("workflows/base-fluency.html");
        let editors = problems["editors"].as_array().unwrap().clone();
        let ids = editors.into_iter().map(|it| it["id"].as_str().unwrap().to_owned());
        ids.collect::<Vec<_>>()
    };
    let known: Vec<_> = playbook::domain::EDITORS.iter().filter(|it| **it != "none").collect();
    let mut all = offered();
    all.sort_unstable();
    let mut sorted = known.clone();
    sorted.sort_unstable();
    assert!(all.iter().eq(sorted), "{all:?}");
    let scheme = |link: Option<String>| link.map(|it| it.split(':').next().unwrap().to_owned());
    let schemes = known.iter().map(|it| scheme(link(Some(it))).unwrap()).collect::<Vec<_>>();
    let expected = ["vscode", "vscodium", "cursor", "windsurf", "zed", "idea", "subl", "txmt"];
    assert_eq!(schemes, expected);
    assert_eq!(link(None), None);
    for own in ["none", "ms-msdt:/id", "javascript:alert(1)", "vscode://evil.extension/"] {
        assert_eq!(link(Some(own)), None, "{own}");
    }
    // The settings only say which one is offered first, and whether any is.
    folder.write("playbook.toml", settings("editor = \"zed\""));
    eventually(offered, |it| it.first().is_some_and(|it| it == "zed"));
    assert_eq!(link(None), None);
    folder.write("playbook.toml", settings("editor = \"none\""));
    eventually(offered, Vec::is_empty);
    assert_eq!(link(Some("vscode")), None);
}

#[test]
fn they_name_no_editor_of_their_own() {
    let folder = Folder::new(&fixture::base());
    let served = Served::new(&folder);
    for own in ["ms-msdt:/id {path}", "vscode://evil.extension/{path}", "javascript:alert(1)"] {
        folder.write("playbook.toml", settings(&format!("editor = \"{own}\"")));
        let refused = |it: &serde_json::Value| {
            it.to_string().contains("is nothing that `serve.editor` takes")
        };
        let ask = || served.problems_for("", Some("vscode"));
        let problems = eventually(ask, refused);
        let links: Vec<_> =
            problems["errors"].as_array().unwrap().iter().map(|it| it["editor"].clone()).collect();
        let is_own = |it: &serde_json::Value| it.as_str().unwrap().starts_with("vscode://file/");
        assert!(!links.is_empty() && links.iter().all(is_own), "{problems}");
    }
}
