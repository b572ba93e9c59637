//! The filters that the theme adds to the engine's own. What they return is
//! escaped like any other text. Deliberately absent: anything that reads the
//! world.

use tera::{Kwargs, State, Value};

/// `{{ site.words["page-of"] | fill(n=2, of=7) }}`
pub fn fill(sentence: &str, values: Kwargs, _: &State) -> String {
    // One pass over the sentence, so that a value is never read for blanks.
    let mut filled = String::with_capacity(sentence.len() + 32);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            let value: Value = values.get(name).ok().flatten()?;
            Some((value, after))
        });
        match value {
            Some((value, after)) => {
                filled.push_str(&value.to_string());
                rest = after;
            }
            // A blank that nobody fills stays as it is: a reader sees what is missing.
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// What stands before a place to ask: `mail` where it is a mail address, else `other`.
pub fn ask_word(place: &str, words: Kwargs, _: &State) -> String {
    let is_mail = place.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty() && domain.contains('.') && !place.contains(char::is_whitespace)
    });
    let word = words.get(if is_mail { "mail" } else { "other" });
    word.ok().flatten().unwrap_or_default()
}

/// A prompt's blank as a person reads it: `account_name`, `account name`.
pub fn spaced(name: &str, _: Kwargs, _: &State) -> String {
    name.replace('_', " ")
}
