//! Keys of caught errors and drills: those that a block does not have, has twice or
//! lacks, and lines that stand below none.

use crate::markdown::{messages, page};

#[test]
fn keys_and_words_that_a_block_does_not_have_are_reported() {
    let page = page(
        "judgment",
        "```caught\nAI sayed: x\nAI said: y\nAI said: z\nIn fact: b\nnot a key but text\nKind: wrong fct\nMood: bad\n  worse\nReached: nobody\n```\n\n```caught\nAI said: only this\n```\n",
    );
    insta::assert_snapshot!(messages(&page), @r#"
gap[PB222] 5:1 this caught error does not say `Noticed because` @ ```caught
warn[PB220] 6:1 "AI sayed": a `caught` block has no such key @ AI sayed
warn[PB220] 8:1 "AI said" is there twice: the first one counts @ AI said
error[PB221] 11:7 "wrong fct" is none of the words for this key @ wrong fct
warn[PB220] 12:1 "Mood": a `caught` block has no such key @ Mood
error[PB221] 14:10 "nobody" is none of the words for this key @ nobody
error[PB223] 14:10 nobody can tell whether this error reached a customer @ nobody
gap[PB222] 17:1 this caught error does not say `In fact`, `Noticed because` @ ```caught
"#);
    assert!(page.excerpts.caught.is_empty());
}

#[test]
fn no_line_of_a_block_is_left_out_without_a_message() {
    let page = page(
        "judgment",
        "```caught\nIt was in May.\n\nAI said: x\n```\n\n```drill\nText: one\nText: two\nError: one\n  Why: first\n  Why: second\nError: one\n  Why: its own\nVerdict: fix\nVerdict: use\n```\n",
    );
    insta::assert_snapshot!(messages(&page), @r#"
gap[PB222] 5:1 this caught error does not say `In fact`, `Noticed because` @ ```caught
warn[PB220] 6:1 this line of a `caught` block stands below no key @ It was in May.
warn[PB220] 13:1 "Text" is there twice: the first one counts @ Text
warn[PB220] 16:3 "Why" is there twice: the first one counts @ Why
warn[PB220] 20:1 "Verdict" is there twice: the first one counts @ Verdict
"#);
    assert_eq!(page.excerpts.drills[0].errors[0].why.as_deref(), Some("first"));
}

#[test]
fn a_block_that_ends_with_its_fence_is_reported_with_all_of_it() {
    let page = page("judgment", "```caught \u{e9}");
    insta::assert_snapshot!(messages(&page), @r#"
gap[PB222] 5:1 this caught error does not say `AI said`, `In fact`, `Noticed because` @ ```caught é
error[PB242] 5:1 this line opens a block, and nothing stands in it @ ```caught é
"#);
}
