//! What a page says stays text: no markup, script, address or template of a
//! contributor runs in a reader's browser or in the generator.

use crate::fixture::{self, Files};

const PATH: &str = "content/workflows/sales/hostile.md";

/// A finished fluency page with this in its body.
fn with_body(body: &str) -> Files {
    let text = format!(
        "---\ntitle: A hostile page\nsummary: It tries.\nroles: [sales]\nlayer: fluency\n---\n\n## When to use it\n\n{body}\n"
    );
    fixture::with(PATH, &text)
}

fn page(files: &Files) -> String {
    fixture::shown(files, "workflows/hostile.html")
}

/// Everything that is published, as one text.
fn site(files: &Files) -> String {
    let bytes = fixture::bytes(&fixture::build(files)).into_iter();
    let pages = bytes.filter(|(route, _)| route.ends_with(".html"));
    pages.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect()
}

/// What stands after `<script`, where it is not a file of the theme.
fn foreign_scripts(html: &str) -> Vec<&str> {
    let scripts = html.split("<script").skip(1).filter_map(|rest| rest.split("</script>").next());
    let is_ours = |script: &&str| {
        let src = script.strip_prefix(" src=\"").and_then(|rest| rest.split_once('"'));
        src.is_some_and(|(path, rest)| {
            path.trim_start_matches("../").trim_start_matches('/').starts_with("theme/")
                && [">", " defer>"].contains(&rest)
        })
    };
    scripts.filter(|script| !is_ours(script)).collect()
}

#[test]
fn an_expression_of_the_template_language_is_text() {
    let page = page(&with_body("{{ 7*7 }} and {{ page.title }}"));
    assert!(page.contains("{{ 7*7 }}"), "{page}");
    assert!(page.contains("{{ page.title }}"));
    assert!(!page.contains("49"));
}

#[test]
fn a_statement_of_the_template_language_is_text() {
    let page = page(&with_body("{% include \"base.html\" %} {# a comment #}"));
    assert!(page.contains("{% include &quot;base.html&quot; %}"), "{page}");
    assert!(page.contains("{# a comment #}"));
}

#[test]
fn a_script_is_text() {
    let page = page(&with_body(
        "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n<svg onload=alert(1)>",
    ));
    assert_eq!(foreign_scripts(&page), Vec::<&str>::new());
    assert!(!page.contains("<img src=x"));
    assert!(!page.contains("<svg onload"));
    assert!(page.contains("&lt;script&gt;"));
}

#[test]
fn a_script_is_text_also_when_some_markup_is_allowed() {
    let mut files =
        with_body("<script>alert(1)</script> <kbd onclick=\"alert(1)\">K</kbd> <kbd>K</kbd>");
    files.insert(
        "playbook.toml".to_owned(),
        b"[site]\ntitle = \"N\"\n[build]\nraw_html = \"allowlist\"\n".to_vec(),
    );
    let page = page(&files);
    assert_eq!(foreign_scripts(&page), Vec::<&str>::new());
    assert!(!page.contains("<kbd onclick"));
    assert!(page.contains("<kbd>K</kbd>"));
}

#[test]
fn an_address_that_runs_code_is_no_link_in_any_spelling() {
    let spellings = [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java&#115;cript:alert(1)",
        "javascript&colon;alert(1)",
        "&#x6A;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "&#1;javascript:alert(1)",
        "%6Aavascript:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:image/svg+xml;base64,PHN2Zz4=",
    ];
    for spelling in spellings {
        for markdown in [
            format!("[press me]({spelling})"),
            format!("[press me](<{spelling}>)"),
            format!("![press me]({spelling})"),
            format!("[press me][r]\n\n[r]: {spelling}"),
        ] {
            let page = page(&with_body(&markdown));
            let body = page.split("<main").nth(1).unwrap_or_default();
            let addresses = body.split("href=\"").skip(1).chain(body.split("src=\"").skip(1));
            for address in addresses {
                let address = address.split('"').next().unwrap_or_default().to_lowercase();
                for scheme in ["javascript", "vbscript", "data:"] {
                    assert!(!address.contains(scheme), "{markdown}: {address}");
                }
            }
        }
    }
}

/// A front matter in which every text field of a workflow is hostile.
const FIELDS: &str = r#"---
title: "HOSTILE"
summary: "HOSTILE"
roles: ["HOSTILE"]
layer: fluency
owner: "HOSTILE"
data: "HOSTILE"
tools: ["HOSTILE"]
job: "HOSTILE"
verified: 2026-09-30
verified_with: "HOSTILE"
byline: "HOSTILE"
repeated_by: [{who: "HOSTILE", date: 2026-10-01, result: worked, note: "HOSTILE"}]
minutes: {before: 20, after: 5, per: run}
stopped: ["HOSTILE"]
instead: ["HOSTILE"]
evidence: [{what: "HOSTILE", from: "HOSTILE", to: "HOSTILE", n: 9, period: "HOSTILE", source: self}]
keywords: ["HOSTILE"]
interview: ["HOSTILE"]
---

## HOSTILE

May paste: HOSTILE

```prompt name="HOSTILE" tool="HOSTILE"
HOSTILE {{HOSTILE}}
```

```caught
AI said: HOSTILE
In fact: HOSTILE
Noticed because: HOSTILE
```
"#;

#[test]
fn markup_in_any_field_stays_text_in_every_page() {
    for hostile in ["</title><script>alert(1)</script>", "'><script>alert(1)</script>"] {
        let mut files = fixture::with(PATH, &FIELDS.replace("HOSTILE", hostile));
        for (path, text) in [
            (
                "roles/h.md",
                "name: \"X\"\nsummary: \"X\"\naliases: [\"X\"]\npriorities: [{job: \"X\", when: \"X\"}]\nchannel: \"X\"",
            ),
            (
                "tools/h.md",
                "name: \"X\"\nsummary: \"X\"\naliases: [\"X\"]\nstatus: pilot\ngood_for: [\"X\"]\nnot_good_for: [\"X\"]\nlink: \"X\"\nask: \"X\"",
            ),
            ("people/h.md", "name: \"X\"\nroles: [sales]\nask: \"X\""),
            (
                "collections/h.md",
                "title: \"X\"\nsummary: \"X\"\nroles: [sales]\ncurator: \"X\"\ndays: 60\ntarget_behaviours: [\"X\"]\ncheckpoints: [{day: 60, goal: \"X\", do: [base-fluency], evidence: \"X\", coach_asks: \"X\", manager_asks: \"X\"}]\nbecause: \"X\"",
            ),
            ("drills/h.md", "title: \"X\"\nroles: [sales]\nmade_up: true"),
            (
                "wanted/h.md",
                "title: \"X\"\nroles: [sales]\nlayer: fluency\njob: \"X\"\nwhy: \"X\"\nseen: 2",
            ),
            ("guides/h.md", "title: \"X\"\nsummary: \"X\"\nnav: true"),
        ] {
            let text = format!("---\n{}\n---\n\nText.\n", text.replace('X', hostile));
            files.insert(format!("content/{path}"), text.into_bytes());
        }
        let settings = format!(
            "[site]\ntitle = \"{}\"\nlinks = [{{ text = \"{hostile}\", url = \"https://example.com/\" }}]\n",
            hostile.replace('"', "")
        );
        files.insert("playbook.toml".to_owned(), settings.into_bytes());
        let site = site(&files);
        assert!(site.contains("alert(1)"), "the fields are shown");
        assert_eq!(foreign_scripts(&site), Vec::<&str>::new(), "{hostile}");
    }
}

#[test]
fn the_address_of_a_tool_opens_the_web_or_a_mail_and_nothing_else() {
    let with_link = |link: &str| {
        let text = format!("---\nname: Helper\nstatus: approved\nlink: {link:?}\n---\n\nText.\n");
        fixture::with("content/tools/helper.md", &text)
    };
    for unsafe_link in [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "%6Aavascript:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,alert",
        "file:///etc/passwd",
        "//evil.example",
        "/evil",
        "https:evil.example",
    ] {
        let files = with_link(unsafe_link);
        let build = fixture::build(&files);
        let found: Vec<&str> = build.diagnostics().iter().map(|it| it.code).collect();
        assert_eq!(found, ["PB134"], "{unsafe_link}");
        let page = fixture::page(&build, "tools/helper.html");
        assert!(!page.contains("Where it is"), "{unsafe_link}: {page}");
    }
    for link in ["https://helper.example.com/?a=b", "http://helper.example", "mailto:h@example.com"]
    {
        let build = fixture::build(&with_link(link));
        assert!(build.diagnostics().is_empty(), "{link}");
        let page = fixture::page(&build, "tools/helper.html");
        assert!(page.contains(&format!("<a href=\"{link}\">Helper</a>")), "{link}: {page}");
    }
}

#[test]
fn settings_hold_addresses_of_the_web_or_a_mail_and_nothing_else() {
    for url in ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//evil.example"]
    {
        for settings in [
            format!("[contact]\nurl = \"{url}\"\n"),
            format!("[repository]\nurl = \"{url}\"\n"),
            format!("links = [{{ text = \"There\", url = \"{url}\" }}]\n"),
            format!("base_url = \"{url}\"\n"),
        ] {
            let (_, found) = playbook::config::parse(&format!("[site]\ntitle = \"N\"\n{settings}"));
            let codes: Vec<&str> = found.iter().map(|it| it.code).collect();
            assert_eq!(codes, ["PB907"], "{settings}");
        }
    }
}

#[test]
fn a_draft_is_in_no_byte_of_the_site() {
    let text = "---\ntitle: The canary sings\nsummary: canary\nroles: [sales]\nlayer: fluency\ndraft: true\n---\n\ncanary\n";
    let mut files = fixture::with("content/workflows/sales/canary.md", text);
    files.insert(
        "content/guides/links.md".to_owned(),
        b"---\ntitle: A guide\n---\n\n[there](../workflows/sales/canary.md)\n".to_vec(),
    );
    for (path, bytes) in with_pictures() {
        files.insert(path, bytes);
    }
    for (route, bytes) in fixture::bytes(&fixture::build(&files)) {
        assert!(!route.contains("canary"), "{route}");
        assert!(!String::from_utf8_lossy(&bytes).contains("canary"), "{route}");
    }
}

/// A draft in a folder of its own with files that it shows and files that it does
/// not, and one that refers to files elsewhere.
fn with_pictures() -> Files {
    let draft = "title: A secret deal\nroles: [sales]\nlayer: fluency\ndraft: true\n---\n\n";
    let folder = "content/workflows/sales/secret-deal";
    let mut files = Files::new();
    let mut add = |path: String, text: &str| files.insert(path, text.as_bytes().to_vec());
    add(format!("{folder}/index.md"), &format!("---\n{draft}![x](takeover-canary.png)\n"));
    add(format!("{folder}/takeover-canary.png"), "canary");
    add(format!("{folder}/parts/terms-canary.pdf"), "canary");
    add(
        "content/workflows/sales/other-draft.md".to_owned(),
        &format!("---\n{draft}![x](../pictures/canary%20one.png) [y](canary.csv)\n"),
    );
    add("content/workflows/pictures/canary one.png".to_owned(), "canary");
    add("content/workflows/sales/canary.csv".to_owned(), "canary");
    // Of a draft with a fault of its own they are kept back all the same.
    let faulty = "---\ntitle: Not yet\nlayer: both\ndraft: true\n---\n\n![x](canary.gif)\n";
    add("content/workflows/sales/faulty/index.md".to_owned(), faulty);
    add("content/workflows/sales/faulty/canary.gif".to_owned(), "canary");
    files
}

#[test]
fn a_draft_takes_only_what_is_its_own() {
    let mut files = fixture::base();
    files.extend(with_pictures());
    let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.into());
    let draft = "---\ntitle: A third one\nroles: [sales]\nlayer: fluency\ndraft: true\n---\n\n";
    // Used by a page too, in the folder of another page, in `static/`, used by nobody.
    let all = "[a](shared.csv) [b](open/more.csv) [c](../../../static/policy.pdf)";
    add("content/workflows/sales/third.md", &format!("{draft}{all}\n"));
    add(
        "content/guides/shows.md",
        "---\ntitle: Shows\n---\n\n[a](../workflows/sales/shared.csv)\n\n![b](../workflows/sales/secret-deal/shown.png)\n",
    );
    add(
        "content/workflows/sales/open/index.md",
        "---\ntitle: An open page\nroles: [sales]\nlayer: fluency\n---\n\nx\n",
    );
    add("content/workflows/sales/shared.csv", "1");
    add("content/workflows/sales/open/more.csv", "1");
    add("content/workflows/sales/unused.csv", "1");
    add("content/workflows/sales/secret-deal/shown.png", "1");
    add("static/policy.pdf", "1");
    // A page that does not stand by a fault takes nothing with it.
    add(
        "content/workflows/sales/broken/index.md",
        "---\ntitle: Broken\nlayer: both\n---\n\n![x](x.png)\n",
    );
    add("content/workflows/sales/broken/x.png", "1");
    let published = |build: &playbook::engine::Build| -> Vec<String> {
        let is_file =
            |route: &str| [".csv", ".pdf", ".png", ".gif"].iter().any(|end| route.ends_with(end));
        build
            .site
            .all()
            .map(|(route, _)| route)
            .map(ToString::to_string)
            .filter(|route| is_file(route))
            .collect()
    };
    assert_eq!(
        published(&fixture::build(&files)),
        [
            "policy.pdf",
            "workflows/sales/broken/x.png",
            "workflows/sales/open/more.csv",
            "workflows/sales/secret-deal/shown.png",
            "workflows/sales/shared.csv",
            "workflows/sales/unused.csv",
        ]
    );
    let preview = playbook::engine::Engine::with_drafts().build(&fixture::sources(&files));
    assert_eq!(published(&preview).len(), 6 + 5, "{:?}", published(&preview));
}

#[test]
fn a_mail_from_content_brings_nothing_but_its_mailbox() {
    let page = "---\ntitle: Who to ask\n---\n\n\
                [a](mailto:a@b.example?subject=x&cc=canary@c.example&bcc=canary@c.example&body=y)\n\
                [b](MAILTO:b@b.example?body=canary) <mailto:c@b.example?cc=canary@c.example>\n\
                <d?cc=canary@b.example> [e][e] [f](https://b.example/?subject=kept)\n\n\
                [e]: mailto:e@b.example?canary\n";
    let tool = "---\nname: Asked by mail\nlink: mailto:t@b.example?subject=canary\n---\n";
    let mut files = fixture::with("content/guides/ask.md", page);
    files.insert("content/tools/mail.md".to_owned(), tool.into());
    files.insert(
        "playbook.toml".to_owned(),
        "[site]\ntitle = \"N\"\n[contact]\nurl = \"mailto:desk@b.example?cc=boss@b.example\"\n"
            .into(),
    );
    let build = fixture::build(&files);
    let html = fixture::page(&build, "guides/ask.html");
    for mailbox in [
        "mailto:a@b.example",
        "MAILTO:b@b.example",
        "mailto:c@b.example",
        "mailto:d",
        "mailto:e@b.example",
    ] {
        assert!(html.contains(&format!("href=\"{mailbox}\"")), "{mailbox}: {html}");
    }
    assert!(html.contains("https://b.example/?subject=kept"), "{html}");
    assert!(!html.contains("href=\"mailto:c@b.example?"), "{html}");
    let twin = fixture::page(&build, "guides/ask.md");
    assert!(!twin.contains("bcc=") && twin.contains("(mailto:a@b.example)"), "{twin}");
    assert!(fixture::page(&build, "tools/mail.html").contains("href=\"mailto:t@b.example\""));
    // The site's own are no content.
    assert!(html.contains("mailto:desk@b.example?cc=boss@b.example&amp;subject="), "{html}");
    let codes: Vec<&str> = build.diagnostics().iter().map(|it| it.code).collect();
    assert_eq!(codes, ["PB308"; 6]);
}
