//! A reference of every field and every setting as markdown, for writers: made of
//! the descriptions.

use std::fmt::Write;

use super::field::{Field, FieldShape};
use super::front::fields_of;
use super::kind::Kind;
use super::settings::{DefaultOrExample, SETTINGS, SettingShape};

/// Every field of every kind: a heading and a list for each kind.
pub fn fields_reference() -> String {
    let mut text = String::new();
    for kind in Kind::WITH_FOLDER.into_iter().chain([Kind::Home]) {
        let place = match kind {
            Kind::Home => "content/index.md".to_owned(),
            _ => format!("content/{}/", kind.folder()),
        };
        let noun = kind.noun();
        let _ = writeln!(text, "## Fields of a {noun}\n\nIn `{place}`.\n");
        for field in fields_of(kind).into_iter().flatten() {
            field_item(&mut text, 0, field);
        }
        text.push('\n');
    }
    text
}

/// Every setting of `playbook.toml`: a heading and a list for each of its tables.
pub fn settings_reference() -> String {
    let mut text = String::new();
    for table in SETTINGS {
        let _ = writeln!(text, "## `[{}]`\n\n{}\n", table.name, table.doc.trim());
        if table.settings.is_empty() {
            continue;
        }
        for setting in table.settings {
            let (name, doc) = (setting.name, setting.doc.trim());
            let shape = setting_shape(setting.shape);
            let (value, left_out) = match setting.value {
                DefaultOrExample::Default(value) => (value, " So it is when left out."),
                DefaultOrExample::Example(value) => (value, ""),
            };
            let _ = writeln!(text, "- `{name} = {value}`\\\n  {doc} {shape}.{left_out}");
        }
        text.push('\n');
    }
    text
}

/// A line as it could stand in a page, and what it is for; the fields of a group
/// come below it. A list and no table: a long table moves while a page arrives,
/// and does not fit a telephone.
fn field_item(text: &mut String, depth: usize, field: &Field) {
    let (name, doc, shape) = (field.name, field.doc.trim(), field_shape(field.shape));
    let value = if field.example.is_empty() { "" } else { " " };
    let required = if field.is_required { " **Required.**" } else { "" };
    let indent = "  ".repeat(depth);
    let _ = writeln!(
        text,
        "{indent}- `{name}:{value}{}`\\\n{indent}  {doc}{shape}{required}",
        field.example
    );
    for field in field.shape.fields() {
        field_item(text, depth + 1, field);
    }
}

/// What else may stand at a key, where its example does not say it all.
fn field_shape(shape: FieldShape) -> String {
    match shape {
        FieldShape::Text
        | FieldShape::Channel
        | FieldShape::Id
        | FieldShape::Date
        | FieldShape::Rung => String::new(),
        FieldShape::Texts => " A list of lines.".to_owned(),
        FieldShape::Ids => " A list of names.".to_owned(),
        FieldShape::Choice(words) => format!(" One of {}.", one_of(words)),
        FieldShape::Count | FieldShape::Number => " A whole number.".to_owned(),
        FieldShape::Flag => " `true` or `false`.".to_owned(),
        FieldShape::Days => " A number of days.".to_owned(),
        FieldShape::Address => " A whole address.".to_owned(),
        FieldShape::Paths => " A list of paths.".to_owned(),
        FieldShape::Group(_) => " With the fields below.".to_owned(),
        FieldShape::Groups(_, None) => " A list, each with the fields below.".to_owned(),
        FieldShape::Groups(_, Some(short)) => {
            format!(" A list, each with the fields below or only its `{short}`.")
        }
    }
}

fn setting_shape(shape: SettingShape) -> String {
    match shape {
        SettingShape::Text => "A text".to_owned(),
        SettingShape::WebAddress => "A web address".to_owned(),
        SettingShape::ContactAddress => "A web or mail address".to_owned(),
        SettingShape::Language => "The code of a language".to_owned(),
        SettingShape::Name => "The name of a folder".to_owned(),
        SettingShape::FilePath => "The path of a file".to_owned(),
        SettingShape::FolderPath => "The path of a folder".to_owned(),
        SettingShape::Flag => "`true` or `false`".to_owned(),
        SettingShape::Choice(words) => format!("One of {}", one_of(words)),
        SettingShape::Days => "A number of days".to_owned(),
        SettingShape::Count => "A whole number from 1".to_owned(),
        SettingShape::Texts => "A list of texts".to_owned(),
        SettingShape::Extensions => "A list of file extensions".to_owned(),
        SettingShape::Ladder => "A list of words, none twice".to_owned(),
        SettingShape::Links => "A list of `{ text, url }`".to_owned(),
    }
}

fn one_of(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}
