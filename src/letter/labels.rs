//! The names of lines and of what may stand in them, in every shipped language.

use super::kind::LetterLine;
use crate::domain::{Layer, RepeatResult};
use crate::language;

/// The line of this name, however it is decorated: `**Who** (your team will do)`.
pub(super) fn line_of(label: &str) -> Option<LetterLine> {
    let label = plain(label);
    let is_its = |line: &LetterLine| {
        language::shipped().iter().any(|language| {
            let names = language.letter.get(line.as_str()).into_iter().flatten();
            names.into_iter().any(|name| plain(name) == label)
        })
    };
    LetterLine::ALL.into_iter().find(is_its)
}

/// The result that these words tell, if they tell one.
pub fn result_of(answer: &str) -> Option<RepeatResult> {
    let answer = plain(answer);
    RepeatResult::ALL.iter().copied().find(|result| {
        answer == result.as_str()
            || language::shipped().iter().any(|language| {
                let words = language.answers.get(result.as_str()).into_iter().flatten();
                words.into_iter().any(|word| plain(word) == answer)
            })
    })
}

/// The one layer that is named in an answer.
pub fn layer_in(answer: &str) -> Option<Layer> {
    let lower = answer.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let is_named = |layer: Layer, word: &str| {
        word == layer.as_str()
            || language::shipped().iter().any(|it| it.word(layer.as_str()).to_lowercase() == word)
    };
    let named: Vec<Layer> = words
        .by_ref()
        .filter_map(|word| Layer::ALL.iter().copied().find(|it| is_named(*it, word)))
        .collect();
    match named.as_slice() {
        [one] => Some(*one),
        [first, others @ ..] if others.iter().all(|it| it == first) => Some(*first),
        _ => None,
    }
}

/// Whether this line is the last one of a letter, in any language.
pub(super) fn is_end(line: &str) -> bool {
    let line = line.trim();
    language::shipped().iter().any(|language| language.word("letter-end") == line)
}

/// Words as they are compared: without decoration, hint, case and signs at the end.
fn plain(label: &str) -> String {
    let label = label.split('(').next().unwrap_or_default();
    let is_sign = |c: char| c.is_whitespace() || "#*_>-•:?!.".contains(c);
    let words = label.trim_matches(is_sign).split_whitespace();
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}
