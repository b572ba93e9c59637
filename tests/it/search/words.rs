//! A text is read in words in one way, also where that is done without a copy.

use proptest::prelude::*;

use playbook::search::{Compound, Written, compounds, each_word};

proptest! {
    #[test]
    fn every_word_is_a_part_or_the_whole_of_a_compound(
        text in "([a-z]{1,9}|[A-Z][a-z]{0,6}|colours|Judgement|prioritise|[0-9]{1,3}|[a-z]{41}\
                 |[ .,;_'’-]|é|ß|客户|e\u{301}|\\PC){0,30}",
    ) {
        let mut words = Vec::new();
        each_word(&text, |word, _| words.push(word.to_owned()));
        let compounds = compounds(&text).into_iter();
        let expected = compounds.flat_map(|Compound { whole, parts }| parts.into_iter().chain(whole));
        prop_assert_eq!(words, expected.collect::<Vec<_>>());
    }
}

#[test]
fn names_that_programs_give_are_told_from_what_people_write() {
    let mut names = Vec::new();
    each_word("a closed_won deal, an e-mail and getUserName", |word, written| {
        if written == Written::Name {
            names.push(word.to_owned());
        }
    });
    assert_eq!(names, ["closedwon", "getusername"]);
}
