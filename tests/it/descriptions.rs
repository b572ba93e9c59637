//! Every field of front matter and every setting is described once, and what is
//! described is what is read: references and schemas have the same keys as the
//! reader, and an example says nothing wrong. `UPDATE_DOCS=1` writes the
//! references anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use playbook::config;
use playbook::diagnostic::Severity;
use playbook::domain::{
    DefaultOrExample, Field, FieldShape, Kind, SETTINGS, fields_of, fields_reference, schema_of,
    settings_reference, settings_schema,
};
use serde_json::Value;

use crate::fixture::{self, Files, build};

const EVERY_KIND: [Kind; 10] = [
    Kind::Workflow,
    Kind::Role,
    Kind::Layer,
    Kind::Tool,
    Kind::Person,
    Kind::Collection,
    Kind::Drill,
    Kind::Wanted,
    Kind::Guide,
    Kind::Home,
];

fn fields(kind: Kind) -> impl Iterator<Item = &'static Field> {
    fields_of(kind).into_iter().flatten()
}

#[test]
fn the_references_are_made_of_the_descriptions() {
    let intro = "What may stand between the two lines of `---` at the top of a page, and in\n\
                 `playbook.toml`. `playbook schema` prints the same as JSON Schemas.\n";
    let text = format!(
        "# Fields and settings\n\n{intro}\n{}# Settings\n\nAll of `playbook.toml`; only the title has to be \
         there.\n\n{}",
        fields_reference(&str::to_owned),
        settings_reference()
    );
    same("docs/fields.md", text.trim_end());
    let guide = assert_cmd::Command::cargo_bin("playbook")
        .unwrap()
        .args(["schema", "--guide"])
        .output()
        .unwrap();
    same("content/guides/all-fields.md", String::from_utf8(guide.stdout).unwrap().trim_end());
}

/// Holds a file against what it should be.
fn same(path: &str, text: &str) {
    let expected = format!("{text}\n");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path, &expected).unwrap();
    }
    let now = fs::read_to_string(path).unwrap();
    assert!(now == expected, "{path} lags: run with UPDATE_DOCS=1");
}

#[test]
fn an_example_of_each_field_has_no_message() {
    let playbook = with_what_examples_name();
    let mut told = String::new();
    for kind in EVERY_KIND {
        for field in fields(kind) {
            let mut files = playbook.clone();
            let (path, text) = page_with(kind, field, &example(field));
            files.insert(path.clone(), text.into_bytes());
            for found in build(&files).diagnostics() {
                let about = &*found.place.path == path.as_str();
                // An example page has no sections: that is said of every page. One on hold says so.
                let is_meant = found.severity == Severity::Gap || found.code == "PB512";
                if about && !is_meant {
                    let _ = writeln!(told, "{kind:?} {}: {}", field.name, found.message);
                }
            }
        }
    }
    assert_eq!(told, "");
}

#[test]
fn each_described_field_is_read() {
    for kind in EVERY_KIND {
        for field in fields(kind) {
            let wrong = match field.shape {
                FieldShape::Group(_) => " [1, 2]".to_owned(),
                FieldShape::Groups(..) => " [[1, 2]]".to_owned(),
                _ => "\n  a: 1\n  b: 2".to_owned(),
            };
            assert_told(kind, field, field.name, &format!("{}:{wrong}\n", field.name));
            for inner in field.shape.fields() {
                let name = format!("{}.{}", field.name, inner.name);
                let text = format!("{}:\n  {}:\n    a: 1\n    b: 2\n", field.name, inner.name);
                assert_told(kind, field, &name, &text);
            }
        }
    }
}

fn assert_told(kind: Kind, field: &Field, name: &str, lines: &str) {
    let mut files = with_what_examples_name();
    let (path, text) = page_with(kind, field, lines);
    files.insert(path.clone(), text.into_bytes());
    let built = build(&files);
    let found = built.diagnostics();
    let mut about = found.iter().filter(|it| &*it.place.path == path.as_str());
    let key = name.rsplit('.').next().unwrap();
    assert!(
        about.any(|it| it.message.to_string().contains(key) && it.code != "PB109"),
        "nobody reads {kind:?} {name}"
    );
}

#[test]
fn the_schemas_have_the_keys_of_the_descriptions() {
    for kind in EVERY_KIND {
        let described = fields(kind).flat_map(paths).collect();
        assert_eq!(keys(&schema_of(kind)), described, "{kind:?}");
    }
    let described: BTreeSet<String> = SETTINGS
        .iter()
        .flat_map(|table| {
            let inner = table.settings.iter().map(|it| format!("{}.{}", table.name, it.name));
            inner.chain([table.name.to_owned()])
        })
        .chain(["site.links.text".to_owned(), "site.links.url".to_owned()])
        .collect();
    assert_eq!(keys(&settings_schema(&["en", "de"])), described);
}

fn paths(field: &Field) -> Vec<String> {
    let inner = field.shape.fields().iter().map(|inner| format!("{}.{}", field.name, inner.name));
    inner.chain([field.name.to_owned()]).collect()
}

/// Every path of properties, those of each choice and each entry of a list too.
fn keys(schema: &Value) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        keys.insert(name.clone());
        keys.extend(self::keys(property).iter().map(|inner| format!("{name}.{inner}")));
    }
    for inner in schema["anyOf"].as_array().into_iter().flatten().chain(schema.get("items")) {
        keys.extend(self::keys(inner));
    }
    keys
}

#[test]
fn each_setting_is_read_and_its_value_has_no_message() {
    for table in SETTINGS {
        for setting in table.settings {
            let (DefaultOrExample::Default(value) | DefaultOrExample::Example(value)) =
                setting.value;
            let told = |value: &str| {
                let title = if table.name == "site" { "" } else { "[site]\ntitle = \"P\"\n" };
                let site = if table.name == "site" && setting.name != "title" {
                    "title = \"P\"\n"
                } else {
                    ""
                };
                // A repository needs its address.
                let url = if table.name == "repository" && setting.name != "url" {
                    "url = \"https://git.example/x\"\n"
                } else {
                    ""
                };
                let text =
                    format!("{title}[{}]\n{site}{url}{} = {value}\n", table.name, setting.name);
                config::parse(&text).1
            };
            assert!(told(value).is_empty(), "{}.{}: {:?}", table.name, setting.name, told(value));
            assert!(!told("2026-01-01").is_empty(), "nobody reads {}.{}", table.name, setting.name);
        }
    }
}

/// A page of a kind that lacks nothing, with some lines in place of a field.
fn page_with(kind: Kind, field: &Field, lines: &str) -> (String, String) {
    let base: &[(&str, &str)] = match kind {
        Kind::Workflow => &[
            ("title", "Answer a ticket"),
            ("summary", "An answer with its source."),
            ("roles", "[sales]"),
            ("layer", "redesign"),
            ("owner", "m-osei"),
            ("data", "internal"),
            ("verified", "2026-09-30"),
        ],
        Kind::Collection => {
            &[("title", "First quarter"), ("because", "Nobody has rebuilt anything")]
        }
        Kind::Drill => &[("title", "Find the swap"), ("made_up", "true")],
        Kind::Wanted | Kind::Guide => &[("title", "Hand over an account")],
        Kind::Home => &[],
        Kind::Role | Kind::Layer | Kind::Tool | Kind::Person => &[("name", "Something")],
    };
    let id = if kind == Kind::Layer { "fluency" } else { "example" };
    let path = match kind {
        Kind::Home => "content/index.md".to_owned(),
        _ => format!("content/{}/{id}.md", kind.folder()),
    };
    let rest = base.iter().filter(|(key, _)| *key != field.name);
    let rest: String = rest.map(|(key, value)| format!("{key}: {value}\n")).collect();
    let body = if kind == Kind::Drill {
        "\n```drill\nText: Two and two are five.\nError: five\n  Kind: wrong fact\nVerdict: fix\n```\n"
    } else {
        ""
    };
    (path, format!("---\n{lines}{rest}---\n{body}"))
}

/// A field with its example, as a writer would put it.
fn example(field: &Field) -> String {
    match field.shape {
        FieldShape::Group(inner) => {
            let lines: String =
                inner.iter().map(|it| format!("  {}: {}\n", it.name, it.example)).collect();
            format!("{}:\n{lines}", field.name)
        }
        FieldShape::Groups(inner, _) => {
            let lines: String =
                inner.iter().map(|it| format!("    {}: {}\n", it.name, it.example)).collect();
            format!("{}:\n  -{}", field.name, lines.strip_prefix("   ").unwrap())
        }
        _ => format!("{}: {}\n", field.name, field.example),
    }
}

/// A playbook that has whatever an example refers to.
fn with_what_examples_name() -> Files {
    let mut files = fixture::base();
    let pages: BTreeMap<&str, &str> = [
        ("people/enablement-desk", "name: Enablement\ndesk: true\n"),
        ("people/t-brandt", "name: T. Brandt\n"),
        ("drills/renewal-brief", "title: A brief with an error\nmade_up: true\n"),
        ("collections/first-quarter", "title: The first quarter\nbecause: new\n"),
    ]
    .into();
    for (name, front) in pages {
        files.insert(format!("content/{name}.md"), format!("---\n{front}---\n").into_bytes());
    }
    for (name, job) in [
        ("renewal-prep", "renewal-prep"),
        ("call-notes", "call-notes"),
        ("renewal-forecast", "forecast"),
    ] {
        let text = format!(
            "---\ntitle: {name} of an account\nsummary: S\nroles: [sales]\nlayer: redesign\njob: {job}\n---\n"
        );
        files.insert(format!("content/workflows/{name}.md"), text.into_bytes());
    }
    files
}

#[test]
fn the_german_guide_of_all_fields_has_no_english_sentence() {
    fn docs(fields: &[Field], found: &mut Vec<&'static str>) {
        for field in fields {
            found.push(field.doc.trim());
            docs(field.shape.fields(), found);
        }
    }
    let mut english = vec!["Fields of a", "A list of", "**Required.**", "One of", "A whole"];
    for kind in EVERY_KIND {
        fields_of(kind).into_iter().for_each(|fields| docs(fields, &mut english));
    }
    let guide = playbook::starter::fields_guide("de");
    let left: Vec<_> = english.into_iter().filter(|it| guide.contains(it)).collect();
    assert!(left.is_empty(), "not in src/starter/fields/de.toml: {left:#?}");
}
