//! The title that a page gives itself in its text: its first heading of one `#`, or the line
//! that it begins with.
//! Deliberately absent: markdown; a heading is looked for only where none is in
//! the front matter.

use super::text_line::{code_fence, lines};

/// The line that a text without front matter begins with, where it stands alone and is as
/// short as a title and no sentence: what a word processor leaves of one.
pub(super) fn first_line(text: &str) -> Option<&str> {
    const CHARS: std::ops::RangeInclusive<usize> = 8..=80;
    let mut rest = lines(text, 0).skip_while(|line| line.is_blank());
    let line = rest.next()?.text.trim();
    let stands_alone = rest.next().is_none_or(|next| next.is_blank());
    let is_text = line.starts_with(char::is_alphanumeric)
        && !line.ends_with(['.', '!', ':', ';', ','])
        && !line.contains(['<', '|', '\t']);
    (stands_alone && is_text && CHARS.contains(&line.chars().count())).then_some(line)
}

/// The first heading of one `#` that stands in no code.
pub fn own_title(text: &str) -> Option<&str> {
    let mut code: Option<(char, usize)> = None;
    for line in lines(text, 0) {
        match (code_fence(line.text), code) {
            (Some((sign, count, info)), Some((of, least))) => {
                if sign == of && count >= least && info.is_empty() {
                    code = None;
                }
            }
            (Some((sign, count, _)), None) => code = Some((sign, count)),
            (None, Some(_)) => {}
            (None, None) => {
                let heading =
                    line.text.strip_prefix("# ").map(|it| it.trim().trim_end_matches('#'));
                if let Some(heading) = heading.map(str::trim).filter(|it| !it.is_empty()) {
                    return Some(heading);
                }
            }
        }
    }
    None
}
