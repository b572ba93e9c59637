//! What `playbook.toml` means, and every problem in it in one run.

mod meaning;

use std::sync::Arc;

use insta::assert_snapshot;
use playbook::config::{Config, Forge, parse};
use playbook::diagnostic::{SourceMap, Text, Translation};

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
            found.line(Translation::default()),
            text[at.range].replace('\n', "\\n"),
            found.label.as_ref().map(Text::to_string).unwrap_or_default()
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
    assert_snapshot!(format!("{:#?}", good("[site]\ntitle = \"Northgate AI playbook\"\n")), @r##"
    Config {
        site: SiteSettings {
            title: "Northgate AI playbook",
            base_url: None,
            language: "en",
            language_tag: "en",
            theme: "default",
            logo: None,
            favicon: None,
            noindex: true,
            links: [],
        },
        repository: None,
        contact: None,
        build: BuildSettings {
            output: "public",
            hide_gaps: false,
            allow_html: false,
            assets: [
                "png",
                "jpg",
                "jpeg",
                "gif",
                "webp",
                "avif",
                "pdf",
                "csv",
                "docx",
                "xlsx",
                "pptx",
                "txt",
            ],
        },
        ladder: [
            "public",
            "internal",
            "confidential",
            "restricted",
        ],
        allowed_domains: [],
        review: ReviewDays {
            high: 60,
            medium: 90,
            low: 180,
        },
        desks_only: false,
        limits: Limits {
            page_bytes: 2097152,
            front_matter_bytes: 65536,
            page_lines: 50000,
            nesting: 32,
            highlight_bytes: 65536,
            files: 200000,
            folder_depth: 32,
            image_pixels: 100000000,
            asset_bytes: 67108864,
        },
        synonyms: {},
        serve: Serve {
            editor: None,
        },
    }
    "##);
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

[data]
ladder = ["open", "closed"]
allowed_domains = ["example.com"]

[review]
high = "30d"
medium = "60d"
low = "365d"

[people]
desks_only = true

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
editor = "zed"
"##;
    assert_snapshot!(format!("{:#?}", good(text)), @r##"
    Config {
        site: SiteSettings {
            title: "Northgate AI playbook",
            base_url: Some(
                "https://playbook.example",
            ),
            language: "en",
            language_tag: "en",
            theme: "plain",
            logo: Some(
                "logo.svg",
            ),
            favicon: Some(
                "icons/favicon.ico",
            ),
            noindex: false,
            links: [
                SiteLink {
                    text: "Works council",
                    url: "https://intranet.example/wc?x=1#y",
                },
            ],
        },
        repository: Some(
            Repository {
                url: "https://gitlab.example/ai/playbook",
                forge: Gitlab,
                branch: "trunk",
                root: "docs",
            },
        ),
        contact: Some(
            "mailto:playbook@example.com?subject={title}",
        ),
        build: BuildSettings {
            output: "site",
            hide_gaps: true,
            allow_html: true,
            assets: [
                "png",
                "pdf",
            ],
        },
        ladder: [
            "open",
            "closed",
        ],
        allowed_domains: [
            "example.com",
        ],
        review: ReviewDays {
            high: 30,
            medium: 60,
            low: 365,
        },
        desks_only: true,
        limits: Limits {
            page_bytes: 1000,
            front_matter_bytes: 1001,
            page_lines: 1002,
            nesting: 10,
            highlight_bytes: 1003,
            files: 1004,
            folder_depth: 11,
            image_pixels: 1005,
            asset_bytes: 1006,
        },
        synonyms: {
            "churn": [
                "attrition",
            ],
        },
        serve: Serve {
            editor: Some(
                "zed",
            ),
        },
    }
    "##);
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
forge = "sourcehut"

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

[search.synonyms]
churn = "attrition"

[search]
fuzzy = true

[limits]
files = -1
page_lines = 0
page_bites = 3

[serve]
editor = "vscode://file/{path}:{line}"
allow_hosts = ["evil.example"]

[sight]
title = "P"
"##;
    // `[search]` after `[search.synonyms]` is TOML; the title is no text, so there are no settings.
    assert!(parse(text).0.is_none());
    assert_snapshot!(said(text), @r##"
    1:1 error[PB902] `colour` stands above the first table
      ^ colour ^ unknown
      = delete it: no table has such a setting
    2:1 error[PB902] `title` stands above the first table
      ^ title ^ in no table
      = move it below a line `[site]`
    5:1 error[PB902] `titel` is no setting of `[site]`
      ^ titel ^ did you mean `title`?
      = write `title = ...`
    6:9 error[PB903] `site.title` takes text in quotes, and this is an integer
      ^ 12 ^ text in quotes belongs here
      = title = "..."
    7:12 error[PB907] "ftp://x" is no web address
      ^ "ftp://x" ^ http:// or https://, without ? and #
      = base_url = "https://..."
    8:12 error[PB905] "tlh" is no language that is shipped
      ^ "tlh" ^ shipped: en, de
      = write one of these, perhaps with a region, as in "de-CH"; the language of a single page is its `lang`
    9:9 error[PB910] "../mine" is not the name of a folder
      ^ "../mine" ^ a folder in themes/
      = theme = "default"
    10:8 error[PB910] "../../etc/passwd" is no path inside the playbook
      ^ "../../etc/passwd" ^ no leading /, no .., no backslash
      = logo = "logo.svg"
    11:11 error[PB903] `site.noindex` takes true or false, and this is text
      ^ "yes" ^ true or false belongs here
      = noindex = true
    12:10 error[PB903] `site.links` takes `text` and `url` in each link, and this is text
      ^ "x" ^ `text` and `url` in each link belongs here
      = links = [{ text = "...", url = "https://..." }]
    12:15 error[PB907] "javascript:alert(1)" is no address that a browser opens
      ^ { text = "a", url = "javascript:alert(1)" } ^ https:// or mailto:
      = links = [{ text = "...", url = "https://..." }]
    13:1 error[PB902] `branch` is no setting of `[site]`
      ^ branch ^ another table
      = move it below `[repository]`
    15:1 error[PB912] the repository has no address, so no page can be edited from the site
      ^ [repository] ^ add `url`
      = write where it lies: `url = "https://..."`
    16:9 error[PB906] "sourcehut" is nothing that `repository.forge` takes
      ^ "sourcehut" ^ "github", "gitlab", "gitea", "azure" or "bitbucket"
      = write one of them: `forge = ...`
    19:7 error[PB907] "call me" is no address that a browser opens
      ^ "call me" ^ https:// or mailto:
      = url = "mailto:..."
    22:8 error[PB906] "hidden" is nothing that `build.gaps` takes
      ^ "hidden" ^ "show" or "hide"
      = gaps = "hide"
    23:12 error[PB903] `build.raw_html` takes text in quotes, and this is true or false
      ^ true ^ text in quotes belongs here
      = raw_html = "text"
    24:18 error[PB910] "tar/gz" is no file extension
      ^ "tar/gz" ^ letters and digits
      = assets = ["png", "pdf"]
    27:21 error[PB911] the rung "Public" is there twice
      ^ "Public" ^ delete it, or name it
      = ladder = ["public", "internal", "confidential", "restricted"]
    28:19 error[PB903] `data.allowed_domains` takes a list of texts, and this is text
      ^ "example.com" ^ a list of texts belongs here
      = allowed_domains = ["...", "..."]
    31:8 error[PB908] "2 months" is no number of days
      ^ "2 months" ^ days, from 1d to 3650d
      = high = "60d"
    34:9 error[PB903] `search.synonyms.churn` takes a list of texts, and this is text
      ^ "attrition" ^ a list of texts belongs here
      = churn = ["...", "..."]
    37:1 error[PB902] `fuzzy` is no setting of `[search]`
      ^ fuzzy ^ unknown
      = `[search]` takes synonyms
    40:9 error[PB909] `limits.files` cannot be -1
      ^ -1 ^ a whole number from 1
      = delete the line `files = ...`: without it, the usual limit holds
    41:14 error[PB909] `limits.page_lines` cannot be 0
      ^ 0 ^ a whole number from 1
      = delete the line `page_lines = ...`: without it, the usual limit holds
    42:1 error[PB902] `page_bites` is no setting of `[limits]`
      ^ page_bites ^ did you mean `page_bytes`?
      = write `page_bytes = ...`
    45:10 error[PB906] "vscode://file/{path}:{line}" is nothing that `serve.editor` takes
      ^ "vscode://file/{path}:{line}" ^ "vscode", "vscodium", "cursor", "windsurf", "zed", "idea", "sublime", "textmate" or "none"
      = write one of them: `editor = ...`
    46:1 error[PB902] `serve.allow_hosts` does nothing any more
      ^ allow_hosts ^ not for settings to say
      = delete the line and name the host where the preview is started: `playbook serve --allow-host NAME`
    48:2 error[PB902] there is no `[sight]`
      ^ sight ^ unknown
      = the tables are site, repository, contact, build, data, review, people, search, limits, serve
    "##);
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
    assert_snapshot!(said(""), @r##"
    1:1 error[PB904] the playbook has no title
      ^  ^ add `title` below `[site]`
      = write the playbook's name in quotes: `title = "..."`
    "##);
    assert_snapshot!(said("[site]\nlanguage = \"en\"\n"), @r##"
    1:1 error[PB904] the playbook has no title
      ^ [site] ^ add `title` below `[site]`
      = write the playbook's name in quotes: `title = "..."`
    "##);
    assert_snapshot!(said("[site]\ntitle = \"P\nlanguage = = 3\n"), @r##"
    2:11 error[PB901] the settings cannot be read: invalid basic string, expected `"`
      ^  ^ here
      = write `key = "text"`, one on each line, below a line such as `[site]`
    3:12 error[PB901] the settings cannot be read: extra `=`, expected nothing
      ^ = ^ here
      = write `key = "text"`, one on each line, below a line such as `[site]`
    3:14 error[PB901] the settings cannot be read: unexpected key or value, expected newline, `#`
      ^  ^ here
      = write `key = "text"`, one on each line, below a line such as `[site]`
    "##);
    assert_snapshot!(said("[site]\ntitle = \"P\"\ntitle = \"Q\"\n"), @r##"
    3:1 error[PB901] the settings cannot be read: duplicate key
      ^ title ^ here
      = delete one of the two lines
    "##);
    assert_snapshot!(said("site = \"P\"\n"), @r##"
    1:1 error[PB903] `site` is a table, and this is text
      ^ site ^ a table belongs here
      = write a line `[site]` and its settings below it
    1:8 error[PB904] the playbook has no title
      ^ "P" ^ add `title` below `[site]`
      = write the playbook's name in quotes: `title = "..."`
    "##);
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
