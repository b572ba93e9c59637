//! A reference of every field and every setting as markdown, for writers: made of
//! the descriptions.

use std::fmt::Write;

use super::field::{Field, FieldShape};
use super::front::fields_of;
use super::kind::Kind;
use super::settings::{DefaultOrExample, SETTINGS, SettingShape};

/// Every field of every kind: a heading and a list for each kind. `say` puts each sentence
/// into the language of the guide.
pub fn fields_reference(say: &dyn Fn(&str) -> String) -> String {
    let mut text = String::new();
    for kind in Kind::WITH_FOLDER.into_iter().chain([Kind::Home]) {
        let place = match kind {
            Kind::Home => "content/index.md".to_owned(),
            _ => format!("content/{}/", kind.folder()),
        };
        let heading = say("Fields of a {noun}").replace("{noun}", &say(kind.noun()));
        let lies_in = say("In `{place}`.").replace("{place}", &place);
        let _ = writeln!(text, "## {heading}\n\n{lies_in}\n");
        for field in fields_of(kind).into_iter().flatten() {
            field_item(&mut text, 0, field, say);
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
fn field_item(text: &mut String, depth: usize, field: &Field, say: &dyn Fn(&str) -> String) {
    let (name, doc, shape) = (field.name, say(field.doc.trim()), field_shape(field.shape, say));
    let value = if field.example.is_empty() { "" } else { " " };
    let required = say("Required.");
    let required = if field.is_required { format!(" **{required}**") } else { String::new() };
    let indent = "  ".repeat(depth);
    let _ = writeln!(
        text,
        "{indent}- `{name}:{value}{}`\\\n{indent}  {doc}{shape}{required}",
        field.example
    );
    for field in field.shape.fields() {
        field_item(text, depth + 1, field, say);
    }
}

/// What else may stand at a key, where its example does not say it all.
fn field_shape(shape: FieldShape, say: &dyn Fn(&str) -> String) -> String {
    let said = match shape {
        FieldShape::Text
        | FieldShape::Channel
        | FieldShape::Id
        | FieldShape::Date
        | FieldShape::Rung => return String::new(),
        FieldShape::Texts => say("A list of lines."),
        FieldShape::Ids => say("A list of names."),
        FieldShape::Choice(words) => say("One of {words}.").replace("{words}", &one_of(words)),
        FieldShape::Count | FieldShape::Number => say("A whole number."),
        FieldShape::Flag => say("`true` or `false`."),
        FieldShape::Days => say("A number of days."),
        FieldShape::Address => say("A whole address."),
        FieldShape::Paths => say("A list of paths."),
        FieldShape::Group(_) => say("With the fields below."),
        FieldShape::Groups(_, None) => say("A list, each with the fields below."),
        FieldShape::Groups(_, Some(short)) => {
            say("A list, each with the fields below or only its `{short}`.")
                .replace("{short}", short)
        }
    };
    format!(" {said}")
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
