//! The title that a page gives itself in its text: its first heading of one `#`.
//! Deliberately absent: markdown; a heading is looked for only where none is in
//! the front matter.

use super::text_line::{code_fence, lines};

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
