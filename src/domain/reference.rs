//! A reference of every field and every setting as markdown, for writers: made of
//! the descriptions.

use std::fmt::Write;

use super::field::{Field, FieldShape};
use super::front::fields_of;
use super::kind::Kind;
use super::settings::{DefaultOrExample, SETTINGS, SettingShape};

/// Every field of every kind: a heading and a table for each kind.
pub fn fields_reference() -> String {
    let mut text = String::new();
    for kind in Kind::WITH_FOLDER.into_iter().chain([Kind::Home]) {
        let place = match kind {
            Kind::Home => "content/index.md".to_owned(),
            _ => format!("content/{}/", kind.folder()),
        };
        let noun = kind.noun();
        let _ = writeln!(text, "## Fields of a {noun}\n\nIn `{place}`.\n");
        text.push_str(
            "| Field | What it is for | What may stand there | Example |\n|---|---|---|---|\n",
        );
        for field in fields_of(kind).into_iter().flatten() {
            field_row(&mut text, "", field);
        }
        text.push('\n');
    }
    text
}

/// Every setting of `playbook.toml`: a heading and a table for each of its tables.
pub fn settings_reference() -> String {
    let mut text = String::new();
    for table in SETTINGS {
        let _ = writeln!(text, "## `[{}]`\n\n{}\n", table.name, table.doc.trim());
        if table.settings.is_empty() {
            continue;
        }
        text.push_str(
            "| Setting | What it decides | What may stand there | Left out |\n|---|---|---|---|\n",
        );
        for setting in table.settings {
            let (left_out, example) = match setting.value {
                DefaultOrExample::Default(value) => (format!("`{value}`"), String::new()),
                DefaultOrExample::Example(value) => {
                    ("nothing".to_owned(), format!(", such as `{value}`"))
                }
            };
            let shape = setting_shape(setting.shape);
            let (name, doc) = (setting.name, setting.doc.trim());
            let _ = writeln!(text, "| `{name}` | {doc} | {shape}{example} | {left_out} |");
        }
        text.push('\n');
    }
    text
}

fn field_row(text: &mut String, above: &str, field: &Field) {
    let name = format!("{above}{}", field.name);
    let doc = field.doc.trim();
    let required = if field.is_required { " **Required.**" } else { "" };
    let example = match field.example {
        "" => String::new(),
        example => format!("`{}: {example}`", field.name),
    };
    let shape = field_shape(field.shape);
    let _ = writeln!(text, "| `{name}` | {doc}{required} | {shape} | {example} |");
    let inner = match field.shape {
        FieldShape::Groups(..) => format!("{name}[]."),
        _ => format!("{name}."),
    };
    for field in field.shape.fields() {
        field_row(text, &inner, field);
    }
}

fn field_shape(shape: FieldShape) -> String {
    match shape {
        FieldShape::Text => "one line".to_owned(),
        FieldShape::Texts => "a list of lines".to_owned(),
        FieldShape::Channel => "a channel or an address".to_owned(),
        FieldShape::Id => "the file name of a page".to_owned(),
        FieldShape::Ids => "a list of file names".to_owned(),
        FieldShape::Date => "a day".to_owned(),
        FieldShape::Choice(words) => one_of(words),
        FieldShape::Rung => "a rung of the data ladder".to_owned(),
        FieldShape::Count | FieldShape::Number => "a whole number".to_owned(),
        FieldShape::Flag => "`true` or `false`".to_owned(),
        FieldShape::Days => "days, such as `90d`".to_owned(),
        FieldShape::Address => "a whole address".to_owned(),
        FieldShape::Paths => "a list of paths".to_owned(),
        FieldShape::Group(_) => "the fields below".to_owned(),
        FieldShape::Groups(_, None) => "a list, each with the fields below".to_owned(),
        FieldShape::Groups(_, Some(short)) => {
            format!("a list, each with the fields below, or only its `{short}`")
        }
    }
}

fn setting_shape(shape: SettingShape) -> String {
    match shape {
        SettingShape::Text => "a text".to_owned(),
        SettingShape::WebAddress => "a web address".to_owned(),
        SettingShape::ContactAddress => "a web or mail address".to_owned(),
        SettingShape::Language => "the code of a language".to_owned(),
        SettingShape::Name => "the name of a folder".to_owned(),
        SettingShape::FilePath => "the path of a file".to_owned(),
        SettingShape::FolderPath => "the path of a folder".to_owned(),
        SettingShape::Flag => "`true` or `false`".to_owned(),
        SettingShape::Choice(words) => one_of(words),
        SettingShape::Days => "days, such as `\"90d\"`".to_owned(),
        SettingShape::Count => "a whole number from 1".to_owned(),
        SettingShape::Texts => "a list of texts".to_owned(),
        SettingShape::Extensions => "a list of file extensions".to_owned(),
        SettingShape::Ladder => "a list of words, none twice".to_owned(),
        SettingShape::Links => "a list of `{ text, url }`".to_owned(),
    }
}

fn one_of(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}
