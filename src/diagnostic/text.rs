//! Words of a message: a sentence in English, which is also its key among the
//! translations, and what is filled in. Deliberately absent: sentences that are
//! put together elsewhere, which nobody could translate.

use std::fmt;

use super::translation::Translation;
use crate::fill_in::fill_in;

/// Words of a message. A sentence is translated when it is shown; what a writer
/// wrote, or what is to be pasted, never is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Words);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Words {
    /// The same in every language.
    Verbatim(String),
    /// A sentence whose `{name}` is filled in.
    Sentence(&'static str, Vec<(&'static str, Text)>),
    /// Several of them, with what stands between two.
    Joined(Vec<Text>, &'static str),
}

impl Text {
    /// A sentence with what is filled in; [`text!`](super::text!) names the values.
    pub(crate) fn sentence(english: &'static str, values: Vec<(&'static str, Self)>) -> Self {
        Self(Words::Sentence(english, values))
    }

    /// Words that no language changes: what a page says, or a line to paste.
    pub fn verbatim(words: impl Into<String>) -> Self {
        Self(Words::Verbatim(words.into()))
    }

    /// Whether no language changes it: then it is what a writer wrote, or to be pasted.
    pub fn is_verbatim(&self) -> bool {
        matches!(self.0, Words::Verbatim(_))
    }

    /// Several in a row, with `between` two of them.
    pub(crate) fn joined(texts: impl IntoIterator<Item = Self>, between: &'static str) -> Self {
        Self(Words::Joined(texts.into_iter().collect(), between))
    }

    /// As a person reads it. One that was not translated is shown in English.
    pub fn translated(&self, translation: Translation) -> String {
        let mut shown = String::new();
        self.push_to(&mut shown, translation);
        shown
    }

    fn push_to(&self, shown: &mut String, translation: Translation) {
        match &self.0 {
            Words::Verbatim(words) => shown.push_str(words),
            Words::Sentence(english, values) => {
                fill_in(translation.of(english), shown, |name, shown| {
                    let value = values.iter().find(|(known, _)| *known == name);
                    value.inspect(|(_, value)| value.push_to(shown, translation)).is_some()
                });
            }
            Words::Joined(texts, between) => {
                for (index, text) in texts.iter().enumerate() {
                    if index > 0 {
                        shown.push_str(between);
                    }
                    text.push_to(shown, translation);
                }
            }
        }
    }
}

/// In English.
impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.translated(Translation::default()))
    }
}

/// A sentence without blanks.
impl From<&'static str> for Text {
    fn from(english: &'static str) -> Self {
        Self::sentence(english, Vec::new())
    }
}

/// Words that were put together, which no translation knows.
impl From<String> for Text {
    fn from(words: String) -> Self {
        Self::verbatim(words)
    }
}

/// In English, as tests and programs compare it.
impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.translated(Translation::default()) == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.translated(Translation::default()) == *other
    }
}

/// What can be filled into a sentence. Borrowed words are a page's and never
/// translated; a phrase of ours is a [`Text`].
pub(crate) trait IntoValue {
    fn into_value(self) -> Text;
}

impl IntoValue for Text {
    fn into_value(self) -> Text {
        self
    }
}

macro_rules! verbatim_values {
    ($($type:ty),*) => {$(
        impl IntoValue for $type {
            fn into_value(self) -> Text {
                Text::verbatim(self.to_string())
            }
        }
    )*};
}

verbatim_values!(&str, String, &String, char, usize, u32, u64, i8, i16);

/// A sentence with blanks: `text!("\"{path}\" is not there", path = shortened(path))`.
/// A blank that has the name of a variable needs only the name.
macro_rules! text {
    ($english:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::diagnostic::Text::sentence(
            $english,
            vec![$((
                stringify!($name),
                $crate::diagnostic::IntoValue::into_value(
                    $crate::diagnostic::value!($name $(= $value)?)
                ),
            )),*],
        )
    };
}
pub(crate) use text;

macro_rules! value {
    ($name:ident) => {
        $name
    };
    ($name:ident = $value:expr) => {
        $value
    };
}
pub(crate) use value;
