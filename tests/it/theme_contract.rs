//! What a company may build on: `docs/theme.md` names every token, block and
//! variable of the built-in theme, as they are. `UPDATE_DOCS=1` writes its lists
//! anew. And a company's own look is a file of twenty lines.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use playbook::render;

use crate::fixture;

const DOC: &str = "docs/theme.md";

/// Where the lists begin; what stands above is written by hand.
const LISTS: &str = "<!-- From here on the lists are written by tests/it/theme_contract.rs. -->\n";

/// A struct or enum of the views with its docs.
struct Type {
    name: String,
    docs: String,
    /// Name, type and docs.
    fields: Vec<(String, String, String)>,
}

#[test]
fn the_document_names_every_token_block_and_variable() {
    let written = fs::read_to_string(DOC).unwrap();
    let (by_hand, _) = written.split_once(LISTS).unwrap();
    let expected = format!("{by_hand}{LISTS}{}", lists());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(DOC, &expected).unwrap();
    }
    let now = fs::read_to_string(DOC).unwrap();
    let differs = now.lines().zip(expected.lines()).find(|(now, expected)| now != expected);
    assert!(now == expected, "run with UPDATE_DOCS=1; first difference: {differs:?}");
}

#[test]
fn the_document_tells_of_each_template_which_view_it_sees() {
    let doc = fs::read_to_string(DOC).unwrap();
    for (template, view) in templates() {
        assert!(doc.contains(&format!("| `{template}` | [{view}]")), "{template}");
    }
}

#[test]
fn twenty_lines_make_a_companys_own_look() {
    let theme = [
        ("theme.toml", "extends = \"default\"\n"),
        (
            "static/tokens.css",
            ":root {\n  --paper: #fff;\n  --ink: #10243e;\n  --text: Palatino, serif;\n  --fluency: #00585a;\n}\n\
             @media (prefers-color-scheme: dark) {\n  :root { --paper: #0b1320; --ink: #e6edf5 }\n}\n",
        ),
        (
            "base.html",
            "{% extends \"default/base.html\" %}\n\
             {% block footer %}\n<footer class=\"foot\"><p>Harbour &amp; Sons, internal</p></footer>\n{% endblock footer %}\n",
        ),
    ];
    let lines: usize = theme.iter().map(|(_, text)| text.lines().count()).sum();
    assert!(lines <= 20, "{lines}");
    let mut files = fixture::with(
        "playbook.toml",
        "[site]\ntitle = \"Harbour playbook\"\ntheme = \"harbour\"\n",
    );
    for (path, text) in theme {
        files.insert(format!("themes/harbour/{path}"), text.as_bytes().to_vec());
    }
    let build = fixture::build(&files);
    assert!(!build.theme_failed);
    for route in ["index.html", "workflows/base-fluency.html", "roles/sales.html", "404.html"] {
        let page = fixture::page(&build, route);
        assert!(page.contains("Harbour &amp; Sons, internal"), "{route}");
        assert!(
            page.contains("class=\"masthead\""),
            "{route}: the rest follows the built-in theme"
        );
    }
    let tokens = fixture::page(&build, "theme/tokens.css");
    assert!(tokens.contains("--judgment") && tokens.contains("--ink: #10243e"));
}

fn lists() -> String {
    let mut text = String::new();
    text.push_str("\n## Tokens\n\n| token | value |\n|---|---|\n");
    for (name, value) in tokens() {
        let _ = writeln!(text, "| `{name}` | `{value}` |");
    }
    text.push_str("\n## Templates, their views and blocks\n\n| template | `page` is | blocks |\n|---|---|---|\n");
    let views = templates();
    for (path, source) in sources().into_iter().filter(|(path, _)| !path.starts_with("parts/")) {
        let view = views
            .get(&path)
            .map_or_else(|| "any".to_owned(), |it| format!("[{it}](#{})", it.to_lowercase()));
        let blocks: Vec<String> =
            names(&source, "{% block ", "{%- block ").iter().map(|it| format!("`{it}`")).collect();
        let _ = writeln!(text, "| `{path}` | {view} | {} |", blocks.join(", "));
    }
    text.push_str("\n## Components\n\n");
    for (path, source) in sources().into_iter().filter(|(path, _)| path.starts_with("parts/")) {
        let names: Vec<String> = names(&source, "{% component ", "{%- component ")
            .iter()
            .map(|it| format!("`{it}`"))
            .collect();
        let holds = match names.as_slice() {
            [] => "no component: included where it is shown".to_owned(),
            names => names.join(", "),
        };
        let _ = writeln!(text, "- `{path}`: {holds}");
    }
    text.push_str("\n## Variables\n");
    for one in types() {
        let _ =
            write!(text, "\n### {}\n\n{}\n\n| field | is | |\n|---|---|---|\n", one.name, one.docs);
        for (name, kind, docs) in one.fields {
            let _ = writeln!(text, "| `{name}` | {kind} | {} |", docs.replace('|', "\\|"));
        }
    }
    text
}

fn built_in(path: &str) -> String {
    let file = render::FILES.iter().find(|(name, _)| *name == path).unwrap();
    String::from_utf8(file.1.to_vec()).unwrap()
}

/// Those of the light scheme.
fn tokens() -> Vec<(String, String)> {
    let sheet = built_in("static/tokens.css");
    let light = sheet.split("@media").next().unwrap();
    let token = |line: &str| {
        let (name, value) = line.trim().strip_suffix(';')?.split_once(": ")?;
        name.starts_with("--").then(|| (name.to_owned(), value.to_owned()))
    };
    light.lines().filter_map(token).collect()
}

fn sources() -> Vec<(String, String)> {
    let templates = render::FILES.iter().filter(|(path, _)| path.ends_with(".html"));
    templates.map(|(path, _)| ((*path).to_owned(), built_in(path))).collect()
}

/// What follows either opening, in the order of the text, each once.
fn names(source: &str, opening: &str, other: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (at, _) in source.match_indices('{') {
        let rest = &source[at..];
        let Some(rest) = rest.strip_prefix(opening).or_else(|| rest.strip_prefix(other)) else {
            continue;
        };
        let name: String =
            rest.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

/// Template to view, read off the enumeration of pages: the doc of a variant is
/// its template.
fn templates() -> BTreeMap<String, String> {
    let text = fs::read_to_string("src/page/view/mod.rs").unwrap();
    let pages = text.split_once("pub enum PageView {").unwrap().1.split_once("\n}").unwrap().0;
    let mut found = BTreeMap::new();
    let mut template = String::new();
    for line in pages.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("/// `") {
            template = name.trim_end_matches('`').to_owned();
        } else if let Some((_, inner)) = line.split_once('(') {
            let view =
                inner.trim_end_matches("),").trim_start_matches("Box<").trim_end_matches('>');
            found.insert(template.clone(), view.to_owned());
        }
    }
    found
}

/// Every struct and enumeration of the views, by name.
fn types() -> Vec<Type> {
    let mut found = Vec::new();
    let mut paths: Vec<_> =
        fs::read_dir("src/page/view").unwrap().map(|it| it.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(path).unwrap();
        for (at, _) in text.match_indices("\npub struct ") {
            let (name, rest) = text[at + 12..].split_once(' ').unwrap();
            if name == "View" {
                continue;
            }
            let fields = rest.split_once("\n}").unwrap().0;
            found.push(Type {
                name: name.to_owned(),
                docs: docs_above(&text[..at]),
                fields: fields_of(fields),
            });
        }
        if let Some((above, blocks)) = text.split_once("\npub enum BlockView {") {
            let fields = variants_of(blocks.split_once("\n}").unwrap().0);
            found.push(Type { name: "BlockView".to_owned(), docs: docs_above(above), fields });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

fn docs_above(text: &str) -> String {
    let lines =
        text.lines().rev().take_while(|line| line.starts_with("///") || line.starts_with("#["));
    let docs: Vec<&str> = lines.filter_map(|line| line.strip_prefix("/// ")).collect();
    docs.into_iter().rev().collect::<Vec<_>>().join(" ")
}

fn fields_of(text: &str) -> Vec<(String, String, String)> {
    let mut fields = Vec::new();
    let mut docs = Vec::new();
    for line in text.lines().map(str::trim) {
        if let Some(doc) = line.strip_prefix("/// ") {
            docs.push(doc);
        } else if let Some((name, kind)) =
            line.strip_prefix("pub ").and_then(|it| it.split_once(": "))
        {
            fields.push((name.to_owned(), in_words(kind.trim_end_matches(',')), docs.join(" ")));
            docs.clear();
        }
    }
    fields
}

/// The value of `kind`, what else is there, and docs, of each variant.
fn variants_of(text: &str) -> Vec<(String, String, String)> {
    let mut variants = Vec::new();
    let mut docs = "";
    for line in text.lines().filter_map(|line| line.strip_prefix("    ")) {
        if let Some(doc) = line.strip_prefix("/// ") {
            docs = doc;
        } else if line.starts_with(char::is_uppercase) {
            let name: String = line.chars().take_while(|it| it.is_alphanumeric()).collect();
            let inner =
                line.split_once('(').map(|(_, inner)| in_words(inner.trim_end_matches("),")));
            let inner = inner.unwrap_or_else(|| "plain fields".to_owned());
            variants.push((format!("kind == \"{}\"", name.to_lowercase()), inner, docs.to_owned()));
        }
    }
    variants
}

/// A type as somebody who writes templates reads it.
fn in_words(kind: &str) -> String {
    let inner = |start: &str| kind.strip_prefix(start).and_then(|it| it.strip_suffix('>'));
    if let Some(kind) = inner("Option<") {
        return format!("{}, or none", in_words(kind));
    }
    if let Some(kind) = inner("Vec<") {
        return format!("list of {}", in_words(kind));
    }
    let name = kind.rsplit("::").next().unwrap();
    match name {
        "String" | "&'static str" => "text".to_owned(),
        "bool" => "true or false".to_owned(),
        "u32" => "number".to_owned(),
        _ if name.ends_with("View") => format!("[{name}](#{})", name.to_lowercase()),
        _ => name.to_owned(),
    }
}
