//! JSON Schemas of front matter and of `playbook.toml`, for editors and for programs
//! that write pages: made of the descriptions. What a schema refuses may still be
//! read, with a message that says what was assumed.

use serde_json::{Map, Value, json};

use super::field::{Field, FieldShape};
use super::front::fields_of;
use super::kind::Kind;
use super::settings::{DefaultOrExample, SETTINGS, Setting, SettingShape, SettingsTable};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of a kind's front matter.
pub fn schema_of(kind: Kind) -> Value {
    let mut schema = object(fields_of(kind).into_iter().flatten());
    head(&mut schema, &format!("Front matter of a {}", kind.noun()));
    schema
}

/// The schema of `playbook.toml`. `languages`: the codes of those that are shipped.
pub fn settings_schema(languages: &[&str]) -> Value {
    let mut top = Map::new();
    for table in SETTINGS {
        let schema = settings_table(table, languages);
        match table.name.split_once('.') {
            None => drop(top.insert(table.name.to_owned(), schema)),
            // A table within another stands behind it in the list.
            Some((above, name)) => {
                if let Some(above) = top.get_mut(above).and_then(|it| it.get_mut("properties")) {
                    set(above, name, schema);
                }
            }
        }
    }
    let mut schema = closed(top, vec![json!("site")]);
    head(&mut schema, "Settings of a playbook");
    schema
}

fn head(schema: &mut Value, title: &str) {
    set(schema, "$schema", json!(DRAFT));
    set(schema, "title", json!(title));
}

/// Adds a key to an object.
fn set(schema: &mut Value, key: &str, value: Value) {
    if let Some(schema) = schema.as_object_mut() {
        schema.insert(key.to_owned(), value);
    }
}

fn object<'f>(fields: impl Iterator<Item = &'f Field> + Clone) -> Value {
    let required = fields.clone().filter(|field| field.is_required);
    let required = required.map(|field| json!(field.name)).collect();
    let property =
        |field: &Field| (field.name.to_owned(), described(value(field.shape), field.doc));
    closed(fields.map(property).collect(), required)
}

/// An object with these keys and no others.
fn closed(properties: Map<String, Value>, required: Vec<Value>) -> Value {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn described(mut schema: Value, doc: &str) -> Value {
    set(&mut schema, "description", json!(doc.trim()));
    schema
}

/// A list; one entry may stand for a list of one.
fn list(entry: &Value) -> Value {
    json!({ "anyOf": [entry, { "type": "array", "items": entry }] })
}

fn value(shape: FieldShape) -> Value {
    let text = json!({ "type": "string" });
    match shape {
        FieldShape::Text | FieldShape::Channel | FieldShape::Id | FieldShape::Rung => text,
        FieldShape::Texts | FieldShape::Ids | FieldShape::Paths => list(&text),
        FieldShape::Date => json!({ "type": "string", "format": "date" }),
        FieldShape::Choice(words) => json!({ "enum": words }),
        FieldShape::Count => json!({ "type": "integer", "minimum": 0 }),
        FieldShape::Number => json!({ "type": "integer" }),
        FieldShape::Flag => json!({ "type": "boolean" }),
        FieldShape::Days => json!({ "type": "string", "pattern": "^[0-9]+d$" }),
        FieldShape::Address => json!({ "type": "string", "format": "uri" }),
        FieldShape::Group(fields) => object(fields.iter()),
        FieldShape::Groups(fields, None) => list(&object(fields.iter())),
        FieldShape::Groups(fields, Some(_)) => {
            list(&json!({ "anyOf": [text, object(fields.iter())] }))
        }
    }
}

fn settings_table(table: &SettingsTable, languages: &[&str]) -> Value {
    let is_words = table.takes_words();
    let schema = if is_words {
        json!({ "type": "object", "additionalProperties": texts() })
    } else {
        let property =
            |setting: &Setting| (setting.name.to_owned(), settings_value(setting, languages));
        // The one setting without a default that a site cannot do without.
        let required = table.settings.iter().filter(|setting| setting.name == "title");
        let required = required.map(|setting| json!(setting.name)).collect();
        closed(table.settings.iter().map(property).collect(), required)
    };
    described(schema, table.doc)
}

fn settings_value(setting: &Setting, languages: &[&str]) -> Value {
    let schema = match setting.shape {
        SettingShape::WebAddress | SettingShape::ContactAddress => {
            // Contacts have `{title}` and `{text}` in them, which no plain address may.
            json!({ "type": "string", "format": "uri-template" })
        }
        SettingShape::Text
        | SettingShape::Name
        | SettingShape::FilePath
        | SettingShape::FolderPath => json!({ "type": "string" }),
        SettingShape::Language => json!({ "enum": languages }),
        SettingShape::Flag => json!({ "type": "boolean" }),
        SettingShape::Choice(words) => json!({ "enum": words }),
        SettingShape::Days => json!({ "type": "string", "pattern": "^[0-9]+d$" }),
        SettingShape::Count => json!({ "type": "integer", "minimum": 1 }),
        SettingShape::Texts | SettingShape::Extensions | SettingShape::Ladder => texts(),
        SettingShape::Links => {
            let link = json!({ "text": { "type": "string" }, "url": { "type": "string" } });
            let link = link.as_object().cloned().unwrap_or_default();
            json!({ "type": "array", "items": closed(link, vec![json!("text"), json!("url")]) })
        }
    };
    let mut schema = described(schema, setting.doc);
    if let DefaultOrExample::Default(value) = setting.value {
        // A TOML value of these shapes is one of JSON too.
        set(&mut schema, "default", serde_json::from_str(value).unwrap_or_default());
    }
    schema
}

fn texts() -> Value {
    json!({ "type": "array", "items": { "type": "string" } })
}
