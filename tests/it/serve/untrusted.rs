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
fn they_open_nothing_but_editors_that_are_known() {
    let folder = Folder::new(&fixture::base());
    let served = Served::new(&folder);
    folder.write(PAGE, "---\ntitle: [\n---\n");
    let link = || {
        let problems = served.problems("workflows/base-fluency.html");
        problems["errors"].as_array().unwrap().iter().find_map(|it| {
            let is_pages = it["place"].as_str().unwrap().starts_with(PAGE);
            is_pages.then(|| it["editor"].as_str().map(str::to_owned))
        })
    };
    let scheme = |link: &Option<Option<String>>| {
        link.clone().flatten().map(|link| link.split(':').next().unwrap().to_owned())
    };
    eventually(link, |it| scheme(it).as_deref() == Some("vscode"));
    let mut schemes = Vec::new();
    let mut known = scheme(&link());
    for name in playbook::domain::EDITORS.iter().skip(1) {
        folder.write("playbook.toml", settings(&format!("editor = \"{name}\"")));
        let now = eventually(link, |it| it.is_some() && scheme(it) != known);
        known = scheme(&now);
        schemes.push(known.clone());
    }
    let schemes: Vec<_> = schemes.iter().map(|it| it.as_deref().unwrap_or("-")).collect();
    assert_eq!(schemes, ["vscodium", "cursor", "windsurf", "zed", "idea", "subl", "txmt", "-"]);
    for own in ["ms-msdt:/id {path}", "vscode://evil.extension/{path}", "javascript:alert(1)"] {
        folder.write("playbook.toml", settings(&format!("editor = \"{own}\"")));
        let refused = |it: &serde_json::Value| {
            it.to_string().contains("is nothing that `serve.editor` takes")
        };
        let problems = eventually(|| served.problems(""), refused);
        assert!(!problems["errors"].to_string().contains("\"editor\":\"ms"), "{problems}");
        let links =
            problems["errors"].as_array().unwrap().iter().filter_map(|it| it["editor"].as_str());
        assert!(links.clone().all(|link| link.starts_with("vscode://file/")), "{problems}");
    }
}
