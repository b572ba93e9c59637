//! What `playbook.toml` means, and every problem in it in one run.

use std::sync::Arc;

use insta::assert_snapshot;
use playbook::config::{Config, Forge, parse};
use playbook::diagnostic::SourceMap;

fn said(text: &str) -> String {
    let map = SourceMap::of_text(Arc::from(text));
    let line = |found: &playbook::diagnostic::Diagnostic| {
        assert_eq!(&*found.place.path, "playbook.toml");
        let at = map.locate(&found.place.at);
        let mut lines = format!(
            "{}:{} {}[{}] {}\n  ^ {} ^ {}",
            at.line,
            at.column,
            found.severity.as_str(),
            found.code,
            found.message,
            text[at.range].replace('\n', "\\n"),
            found.label.as_deref().unwrap_or_default()
        );
        for help in &found.help {
            lines += &format!("\n  = {help}");
        }
        lines
    };
    parse(text).1.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn good(text: &str) -> Config {
    let (config, found) = parse(text);
    assert!(found.is_empty(), "{}", said(text));
    config.unwrap()
}

#[test]
fn only_the_title_is_required() {
    assert_snapshot!(format!("{:#?}", good("[site]\ntitle = \"Northgate AI playbook\"\n")), @"");
}

#[test]
fn every_setting_is_read() {
    let text = r##"
[site]
title = "Northgate AI playbook"
base_url = "https://playbook.example/"
language = "en"
theme = "plain"
logo = "logo.svg"
favicon = "icons/favicon.ico"
noindex = false
links = [{ text = "Works council", url = "https://intranet.example/wc?x=1#y" }]

[repository]
url = "https://gitlab.example/ai/playbook/"
branch = "trunk"
root = "docs/"

[contact]
url = "mailto:playbook@example.com?subject={title}"

[build]
output = "site"
gaps = "hide"
raw_html = "allowlist"
assets = [".PNG", "pdf"]
broken_pages = "refuse"

[data]
ladder = ["open", "closed"]
allowed_domains = ["example.com"]

[review]
high = "30d"
medium = "60d"
low = "365d"

[people]
desks_only = true

[adoption]
checkins = "../checkins"
k = 10

[search.synonyms]
churn = ["attrition"]

[limits]
page_bytes = 1000
front_matter_bytes = 1001
page_lines = 1002
nesting = 10
highlight_bytes = 1003
files = 1004
folder_depth = 11
image_pixels = 1_005
asset_bytes = 0x3EE

[serve]
editor = "vscode://file/{path}:{line}"
allow_hosts = []
"##;
    assert_snapshot!(format!("{:#?}", good(text)), @"");
}

#[test]
fn the_forge_is_guessed_from_the_address() {
    let forge = |url: &str, more: &str| {
        let text = format!("[site]\ntitle = \"P\"\n[repository]\nurl = \"{url}\"\n{more}");
        good(&text).repository.unwrap().forge
    };
    assert_eq!(forge("https://github.com/example/playbook", ""), Forge::Github);
    assert_eq!(forge("https://gitlab.com/example/playbook", ""), Forge::Gitlab);
    assert_eq!(forge("https://git.example/x", "forge = \"gitlab\""), Forge::Gitlab);
    assert_eq!(forge("https://github.com/gitlab/x", ""), Forge::Github);
}

#[test]
fn every_problem_is_said_in_one_run() {
    let text = r##"colour = "red"
title = "P"

[site]
titel = "P"
title = 12
base_url = "ftp://x"
language = "tlh"
theme = "../mine"
logo = "../../etc/passwd"
noindex = "yes"
links = ["x", { text = "a", url = "javascript:alert(1)" }]
branch = "main"

[repository]
forge = "gitea"

[contact]
url = "call me"

[build]
gaps = "hidden"
raw_html = true
assets = ["png", "tar/gz"]

[data]
ladder = ["public", "Public"]
allowed_domains = "example.com"

[review]
high = "2 months"

[adoption]
k = 0

[search.synonyms]
churn = "attrition"

[search]
fuzzy = true

[limits]
files = -1
page_bites = 3

[sight]
title = "P"
"##;
    // `[search]` after `[search.synonyms]` is TOML; the title is no text, so there are no settings.
    assert!(parse(text).0.is_none());
    assert_snapshot!(said(text), @"");
}

#[test]
fn a_faulty_setting_has_its_default_and_the_rest_stands() {
    let (config, found) = parse(
        "[site]\ntitle = \"P\"\nlanguage = \"xx\"\n[review]\nhigh = \"soon\"\nlow = \"200d\"\n",
    );
    let config = config.unwrap();
    assert_eq!(
        (config.site.language.as_str(), config.review.high, config.review.low),
        ("en", 60, 200)
    );
    assert_eq!(found.len(), 2);
}

#[test]
fn a_missing_title_and_what_is_no_toml_are_located() {
    assert!(parse("").0.is_none());
    assert_snapshot!(said(""), @"");
    assert_snapshot!(said("[site]\nlanguage = \"en\"\n"), @"");
    assert_snapshot!(said("[site]\ntitle = \"P\nlanguage = = 3\n"), @"");
    assert_snapshot!(said("[site]\ntitle = \"P\"\ntitle = \"Q\"\n"), @"");
    assert_snapshot!(said("site = \"P\"\n"), @"");
}

#[test]
fn a_playbook_that_refuses_broken_pages_says_so() {
    assert!(
        good("[site]\ntitle = \"P\"\n[build]\nbroken_pages = \"refuse\"\n").build.refuse_broken
    );
    assert!(
        !good("[site]\ntitle = \"P\"\n[build]\nbroken_pages = \"leave-out\"\n").build.refuse_broken
    );
}

#[test]
fn nothing_in_it_ends_the_program() {
    let hostile = [
        "[".repeat(10_000),
        format!("a = {}", "[".repeat(10_000)),
        format!("a = {}", "{a = ".repeat(10_000)),
        "\u{feff}[site]\ntitle = \"\\u0000\"\n".to_owned(),
        "[site]\r\ntitle = \"P\"\r\n".to_owned(),
        "a.".repeat(10_000) + "b = 1",
        "\0".to_owned(),
    ];
    let run = move || {
        for text in hostile {
            let _ = said(&text);
        }
    };
    std::thread::Builder::new().stack_size(2 << 20).spawn(run).unwrap().join().unwrap();
}

#[test]
fn every_rule_shows_settings_that_break_it_and_some_that_do_not() {
    let config_rules = playbook::diagnostic::rules::setup::RULES.iter();
    for rule in config_rules.filter(|rule| rule.code < "PB950") {
        let (bad, good) = rule.docs.split_once("\n## Good\n").expect(rule.code);
        let (_, bad) = bad.split_once("\n## Bad\n").expect(rule.code);
        let found = |part: &str| {
            let (_, file) = part.split_once("````toml\n").unwrap();
            let (file, _) = file.split_once("````").unwrap();
            parse(file).1.into_iter().map(|found| found.code).collect::<Vec<_>>()
        };
        assert!(found(bad).contains(&rule.code), "{}: {:?}", rule.code, found(bad));
        assert_eq!(found(good), Vec::<&str>::new(), "{}", rule.code);
    }
}
