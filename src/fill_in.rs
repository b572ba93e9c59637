//! Sentences with blanks, `{name}`: those of the site's words and of messages. A
//! sentence and its values enter, text leaves. Deliberately absent: which sentence
//! it is, and in what language.

/// Writes a sentence, in one pass: a value is never read for blanks, since a page
/// may say `{name}` too. `value` writes the one of a name, and says whether there is
/// one; what has none stays as it is written.
pub(crate) fn fill_in(
    sentence: &str,
    shown: &mut String,
    mut value: impl FnMut(&str, &mut String) -> bool,
) {
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        shown.push_str(before);
        rest = match after.split_once('}') {
            Some((name, behind)) if value(name, shown) => behind,
            _ => {
                shown.push('{');
                after
            }
        };
    }
    shown.push_str(rest);
}
