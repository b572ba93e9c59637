//! Sentences of messages in other languages than English: one TOML file per
//! language, compiled in, each line the English sentence and its translation.
//! Deliberately absent: words of the site, which are those of `language`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The language that messages are shown in; English unless said otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Translation(Option<&'static BTreeMap<String, String>>);

type Sentences = BTreeMap<String, String>;

// A file that does not parse is empty, so that messages are English; a test reads it.
static GERMAN: LazyLock<Sentences> =
    LazyLock::new(|| toml::from_str(include_str!("translation/de.toml")).unwrap_or_default());

impl Translation {
    /// The one for a language tag: `de`, `de-CH`. English for one that messages
    /// are not translated to.
    pub fn for_language(tag: &str) -> Self {
        let code = tag.split(['-', '_']).next().unwrap_or(tag);
        Self(code.eq_ignore_ascii_case("de").then(|| &*GERMAN))
    }

    /// A sentence in this language; itself where nobody has translated it.
    pub(super) fn of(self, english: &'static str) -> &'static str {
        self.0.and_then(|sentences| sentences.get(english)).map_or(english, String::as_str)
    }
}
