//! Which section a heading was meant to name that names none: the nearest by
//! words, else by letters. Every section's names are taken apart once, not for
//! each heading. Deliberately absent: names that are right.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::names::fold;
use crate::domain::SectionName;
use crate::language::{self, Language};

/// The one of some sections that a heading nearly names, if it is close enough
/// to be meant.
pub(super) fn nearest_section(
    heading: &str,
    among: &BTreeSet<SectionName>,
    language: &Language,
) -> Option<SectionName> {
    let names = NAMES.get(language.code.as_str())?;
    let heading = FoldedName::of(heading);
    let likeness = |section: &SectionName| {
        let names = names.get(section).into_iter().flatten();
        names.map(|name| heading.likeness(name)).max().unwrap_or(0)
    };
    let (likeness, section) = among.iter().map(|it| (likeness(it), *it)).max()?;
    (likeness > 0).then_some(section)
}

/// The names of every section, by language.
static NAMES: LazyLock<HashMap<&str, HashMap<SectionName, Vec<FoldedName>>>> =
    LazyLock::new(|| {
        let of_section = |language: &'static Language, section: SectionName| {
            let names = language.sections.get(section.as_str()).into_iter().flatten();
            (section, names.map(|name| FoldedName::of(name)).collect())
        };
        let of = |language: &'static Language| {
            let sections = SectionName::ALL.iter().map(|section| of_section(language, *section));
            (language.code.as_str(), sections.collect())
        };
        language::shipped().iter().map(of).collect()
    });

/// Letters are counted by the low bits of their code: letters that share them
/// can only make two names look nearer than they are.
const COUNTED: usize = 32;

/// A folded name, taken apart for comparison.
struct FoldedName {
    text: String,
    /// In letters.
    length: usize,
    /// Each once and in order.
    words: Vec<String>,
    letters: [u16; COUNTED],
}

impl FoldedName {
    fn of(name: &str) -> Self {
        let text = fold(name);
        let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        words.sort_unstable();
        words.dedup();
        let mut letters = [0_u16; COUNTED];
        for letter in text.chars() {
            if let Some(count) = letters.get_mut(letter as usize % COUNTED) {
                *count = count.saturating_add(1);
            }
        }
        Self { length: text.chars().count(), words, letters, text }
    }

    /// How much two names have in common: half of their words or more counts
    /// before any number of letters; 0 where it is too little to be meant.
    fn likeness(&self, other: &Self) -> usize {
        let longest = self.length.max(other.length).max(1);
        // Most headings are not compared further.
        let least_edits = self.least_edits(other);
        let edits = || strsim::damerau_levenshtein(&self.text, &other.text);
        if other.words.len() == 1 {
            // One short word is near to many.
            let near = longest >= 4 && least_edits <= 1;
            let edits = if near { edits() } else { longest };
            return if edits <= 1 { 100 - 100 * edits / longest } else { 0 };
        }
        let shared = self.words.iter().filter(|word| other.words.contains(word)).count();
        let all = self.words.len() + other.words.len() - shared;
        let shared = 100 * shared / all.max(1);
        if shared >= 50 {
            return 100 + shared;
        }
        let letters = |edits: usize| 100 - (100 * edits / longest).min(100);
        let likeness = if letters(least_edits) >= 65 { letters(edits()) } else { 0 };
        if likeness >= 65 { likeness } else { 0 }
    }

    /// Each letter that one has and the other has not is an edit, and so is each
    /// one too many.
    fn least_edits(&self, other: &Self) -> usize {
        let mut more: usize = 0;
        let mut less: usize = 0;
        for (ours, theirs) in self.letters.iter().zip(&other.letters) {
            more += usize::from(ours.saturating_sub(*theirs));
            less += usize::from(theirs.saturating_sub(*ours));
        }
        more.max(less)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::nearest_section;
    use crate::domain::SectionName;
    use crate::language;

    #[test]
    fn a_heading_that_is_nearly_a_section_is_taken_for_the_nearest() {
        let all: BTreeSet<SectionName> = SectionName::ALL.iter().copied().collect();
        let near = |heading: &str| nearest_section(heading, &all, language::find("en"));
        for (heading, meant) in [
            ("Trust it if", SectionName::Trust),
            ("When to trust it", SectionName::Trust),
            ("Don't rely on it when", SectionName::DoNotRely),
            ("What can go wrong", SectionName::Wrong),
            ("Before you begin", SectionName::Before),
            ("Checks before you use it", SectionName::Check),
            ("When should I use it?", SectionName::When),
            ("Override it if", SectionName::Override),
            ("What remains human", SectionName::StaysHuman),
            ("Promt", SectionName::Prompt),
            ("The old way", SectionName::OldWay),
            ("Who agreed and how to go back", SectionName::Agreed),
        ] {
            assert_eq!(near(heading), Some(meant), "{heading}");
        }
        for heading in ["", "Thanks", "A story", "Sources", "Costs", "What it is", "Now"] {
            assert_eq!(near(heading), None, "{heading}");
        }
    }
}
