//! Ways in for readers: letters that no mail program cuts, names of files that never
//! collide, the web pages of five forges, and a word to whoever has set none.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;
use playbook::document::identify;
use playbook::engine::Build;
use playbook::letter::{self, LetterKind, LetterLine};
use playbook::source;

use crate::fixture::{self, Files};

const MAIL: &str = "[contact]\nurl = \"mailto:playbook@example.com\"\n";

fn settings(more: &str) -> String {
    format!("[site]\ntitle = \"P\"\nbase_url = \"https://playbook.example/team\"\n{more}")
}

fn base_with(more: &str) -> Files {
    fixture::with("playbook.toml", &settings(more))
}

/// Every link of every page, as it is followed.
fn links(build: &Build) -> BTreeSet<String> {
    let pages = fixture::bytes(build).into_iter().filter(|(route, _)| route.ends_with(".html"));
    let links = |page: &str| -> Vec<String> {
        let rest = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        rest.map(|link| link.replace("&amp;", "&").replace("&#x27;", "'")).collect()
    };
    pages.flat_map(|(_, page)| links(&String::from_utf8(page).unwrap())).collect()
}

fn of_sample(more: &str) -> Build {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Files::new();
    for entry in walkdir::WalkDir::new(root.join("content")) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            files.insert(path, std::fs::read(entry.path()).unwrap());
        }
    }
    files.insert("playbook.toml".to_owned(), settings(more).into());
    fixture::build(&files)
}

fn parameter(link: &str, name: &str) -> String {
    let (_, query) = link.split_once('?').unwrap_or_default();
    let mut fields = query.split('&').filter_map(|field| field.split_once('='));
    let value = fields.find(|(field, _)| *field == name).map_or("", |(_, value)| value);
    percent_decode_str(value).decode_utf8().unwrap().into_owned()
}

/// How many letters of each kind a build has, each of them held to what a letter is.
fn letters(build: &Build) -> BTreeMap<&'static str, usize> {
    let mut kinds = BTreeMap::new();
    for link in
        links(build).iter().filter(|link| link.starts_with("mailto:") && link.contains("subject="))
    {
        let body = parameter(link, "body");
        let letter = letter::read(body.as_bytes()).unwrap();
        assert!(link.len() < 1800, "{} characters: {link}", link.len());
        let Some(kind) = letter.kind().filter(|_| letter.page.is_none()) else { continue };
        let page = letter.answer(LetterLine::Page).unwrap_or_else(|| panic!("no address: {body}"));
        assert!(page.starts_with("https://playbook.example/team/"), "{page}");
        assert!(!letter.is_cut, "{body}");
        assert!(!parameter(link, "subject").is_empty());
        *kinds.entry(kind.as_str()).or_default() += 1;
    }
    kinds
}

#[test]
fn every_letter_of_the_sample_fits_into_a_mail_and_is_read_back() {
    for language in ["", "language = \"de\"\n"] {
        let kinds = letters(&of_sample(&format!("{language}{MAIL}")));
        let all: Vec<&str> = kinds.keys().copied().collect();
        assert_eq!(all, ["improve", "repeated", "want", "write", "wrong"], "{kinds:?}");
        assert!(kinds.values().all(|many| *many > 5), "{kinds:?}");
    }
}

#[test]
fn no_title_or_job_however_long_costs_a_letter_its_address() {
    let mut files = base_with(&format!("language = \"de\"\n{MAIL}"));
    let title = "\u{1F980}ä & „ü“ ".repeat(24);
    let page = |front: &str| format!("---\n{front}---\n\nText.\n");
    files.insert(
        "content/workflows/sales/long.md".to_owned(),
        page(&format!("title: \"{title}\"\nlayer: fluency\nroles: [sales]\n")).into(),
    );
    files.insert(
        "content/wanted/long.md".to_owned(),
        page(&format!("title: \"{title}\"\nlayer: fluency\njob: \"{title}\"\n")).into(),
    );
    files.insert(
        "content/roles/long.md".to_owned(),
        page(&format!("name: Long\npriorities:\n  - {{job: \"{title}\", when: x}}\n")).into(),
    );
    let kinds = letters(&fixture::build(&files));
    assert_eq!(kinds.len(), 5, "{kinds:?}");
}

#[test]
fn what_is_looked_for_in_vain_is_asked_for_in_a_letter_that_is_read_back() {
    for language in playbook::language::shipped() {
        let text = language.word("js-search-ask-text").replace("{query}", "Sum up: a visit");
        let text = text.replace("{page}", "https://playbook.example/search.html");
        let letter = letter::read(text.as_bytes()).unwrap();
        assert_eq!(letter.kind(), Some(LetterKind::Ask), "{text}");
        assert_eq!(letter.answer(LetterLine::Title), Some("Sum up: a visit"));
        assert_eq!(letter.lines, LetterKind::Ask.lines(), "{text}");
        assert_eq!(letter.answers.len(), 2, "{text}");
        assert!(!letter.is_cut);
        assert!(fixture_length(&text) < 1400, "{text}");
    }
}

/// Encoded as a browser does it.
fn fixture_length(text: &str) -> usize {
    let set = percent_encoding::NON_ALPHANUMERIC;
    percent_encoding::utf8_percent_encode(&text.replace('\n', "\r\n"), set).to_string().len()
}

#[test]
fn a_contact_that_is_a_form_gets_the_letter_where_it_has_room_for_it() {
    let repeated = |contact: &str| {
        let files = base_with(&format!("[contact]\nurl = \"{contact}\"\n"));
        let page = fixture::shown(&files, "workflows/base-fluency.html").replace("&amp;", "&");
        let at = page.find(">I repeated this<").unwrap();
        page[..at].rsplit("href=\"").next().unwrap().trim_end_matches('"').to_owned()
    };
    let form = repeated("https://forms.example/new?t={title}&x={text}");
    assert!(
        parameter(&form, "x")
            .starts_with("Page: https://playbook.example/team/workflows/base-fluency.html"),
        "{form}"
    );
    assert_eq!(repeated("https://chat.example/room"), "https://chat.example/room");
    let own = repeated("mailto:p@example.com?subject={title}");
    assert!(parameter(&own, "body").starts_with("Page: "), "{own}");
    let cc = repeated("mailto:p@example.com?cc=q@example.com");
    assert!(cc.contains("&subject=") && cc.contains("&body="), "{cc}");
}

/// The path of each file that a link starts.
fn proposed(build: &Build) -> Vec<String> {
    let links = links(build);
    let new = links.iter().filter(|link| link.contains("/new/main?filename="));
    new.map(|link| parameter(link, "filename")).collect()
}

#[test]
fn all_links_of_the_sample_saved_at_once_make_as_many_pages() {
    let build = of_sample("[repository]\nurl = \"https://github.com/example/playbook\"\n");
    let paths = proposed(&build);
    assert!(paths.len() > 100, "{}", paths.len());
    let ids: BTreeSet<String> =
        paths.iter().map(|path| identify(path).unwrap().1.to_lowercase()).collect();
    assert_eq!(ids.len(), paths.len());
    let playbook = build.playbook();
    for id in &ids {
        assert!(!playbook.workflows.contains_key(id.as_str()), "{id}");
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = source::load(root).unwrap();
    let before = fixture_pages(&playbook::engine::Engine::new().build(&sources));
    for path in &paths {
        let text: &[u8] = b"---\ntitle: A page of its own\nlayer: fluency\n---\n";
        let bytes = playbook::memo::Hashed::new(playbook::document::FileBytes::from(text));
        assert!(sources.documents.insert(path.as_str().into(), bytes).is_none(), "{path}");
    }
    let after = fixture_pages(&playbook::engine::Engine::new().build(&sources));
    assert_eq!(after, before + paths.len());
}

fn fixture_pages(build: &Build) -> usize {
    build.playbook().workflows.len()
}

#[test]
fn a_proposed_name_has_job_role_and_layer_and_gives_way_to_a_page() {
    let mut files = base_with("[repository]\nurl = \"https://github.com/example/playbook\"\n");
    let names = |files: &Files| -> BTreeSet<String> {
        proposed(&fixture::build(files)).into_iter().collect()
    };
    let path = "content/workflows/sales/prospect-sales-fluency";
    assert!(names(&files).contains(&format!("{path}.md")), "{:?}", names(&files));
    let page = "---\ntitle: Another page of that name\nlayer: fluency\n---\n";
    files.insert("content/workflows/everyone/Prospect-Sales-fluency.md".to_owned(), page.into());
    assert!(names(&files).contains(&format!("{path}-2.md")), "{:?}", names(&files));
    // Two jobs whose names are alike but for signs, and a role that begins as a job ends.
    let role = "---\nname: Ops\npriorities:\n  - {job: C, when: x}\n  - {job: C++, when: y}\n  - {job: c-sales, when: z}\n---\n";
    files.insert("content/roles/ops.md".to_owned(), role.into());
    files.insert("content/roles/sales-ops.md".to_owned(), role.into());
    let build = fixture::build(&files);
    let paths = proposed(&build);
    let ids: BTreeSet<String> = paths.iter().map(|path| identify(path).unwrap().1).collect();
    assert_eq!(ids.len(), paths.len(), "{paths:?}");
}

#[test]
fn every_forge_has_its_links() {
    let edit = |url: &str, more: &str| {
        let files = base_with(&format!("[repository]\nurl = \"{url}\"\nroot = \"docs\"\n{more}"));
        let page = fixture::shown(&files, "workflows/base-fluency.html").replace("&amp;", "&");
        let link = |words: &str| {
            let before =
                page.split(&format!(">{words}<")).next().filter(|it| it.len() < page.len())?;
            Some(before.rsplit("href=\"").next()?.trim_end_matches('"').to_owned())
        };
        let issue = link("Improve this page").map(|it| it.split('?').next().unwrap().to_owned());
        let contribute = fixture::shown(&files, "contribute.html").replace("&amp;", "&");
        let new = contribute.split("href=\"https://").find(|it| it.contains("workflows"));
        let new = new.map(|it| {
            format!("https://{}", it.split('"').next().unwrap().split("&value").next().unwrap())
        });
        (link("Edit this page").unwrap(), new.unwrap(), issue)
    };
    let path = "docs/content/workflows/sales/base-fluency.md";
    let file = "docs%2Fcontent%2Fworkflows%2Feveryone%2Fnew-page-everyone-fluency.md";
    let some = |text: &str| Some(text.to_owned());
    let g = "https://github.com/a/b";
    assert_eq!(
        edit(g, ""),
        (
            format!("{g}/edit/main/{path}"),
            format!("{g}/new/main?filename={file}"),
            some("https://github.com/a/b/issues/new")
        )
    );
    let g = "https://gitlab.example/a/b";
    assert_eq!(
        edit(g, ""),
        (
            format!("{g}/-/edit/main/{path}"),
            format!("{g}/-/new/main?file_name={file}"),
            some("https://gitlab.example/a/b/-/issues/new")
        )
    );
    for (g, more) in
        [("https://codeberg.org/a/b", ""), ("https://git.example/a/b", "forge = \"gitea\"\n")]
    {
        let issue = format!("{g}/issues/new");
        assert_eq!(
            edit(g, more),
            (
                format!("{g}/_edit/main/{path}"),
                format!("{g}/_new/main?filename={file}"),
                some(&issue)
            )
        );
    }
    let g = "https://dev.azure.com/o/p/_git/r";
    let at = |path: &str| format!("{g}?path=%2F{}&version=GBmain", path.replace('/', "%2F"));
    assert_eq!(edit(g, ""), (at(path), at("docs/content/workflows"), None));
    let g = "https://bitbucket.org/a/b";
    assert_eq!(
        edit(g, ""),
        (
            format!("{g}/src/main/{path}?mode=edit"),
            format!("{g}/src/main/docs/content/workflows"),
            None
        )
    );
}

#[test]
fn without_any_way_in_the_pages_and_check_say_what_to_set() {
    let says = "sets `url` below `[contact]` or `[repository]` in playbook.toml";
    let shown = |more: &str| fixture::shown(&base_with(more), "workflows/base-fluency.html");
    assert!(shown("").contains(says));
    assert!(!shown(MAIL).contains(says));
    assert!(!shown("[repository]\nurl = \"https://github.com/a/b\"\n").contains(says));
    let told = |files: &Files| playbook::check::way_in(fixture::build(files).playbook()).is_some();
    assert!(told(&base_with("")) && !told(&base_with(MAIL)));
}
