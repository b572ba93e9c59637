//! Reads a letter back: the answers by their lines, or a whole page that was sent. The
//! bytes of a mail or of a forge's form enter. Quotes of a reply, signatures and blanks
//! that nobody sees are passed over. Deliberately absent: whether an answer will do.

use std::collections::BTreeMap;

use super::kind::{LetterKind, LetterLine};
use super::labels::{is_end, line_of};
use super::mail::{self, UnreadableMail};

/// What a letter says.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// What was filled in, by its lines.
    pub answers: BTreeMap<LetterLine, String>,
    /// Lines that are there, filled in or not.
    pub lines: Vec<LetterLine>,
    /// A whole page that was sent, with its front matter.
    pub page: Option<String>,
    /// Who sent the mail, as its headers have it.
    pub sender: Option<String>,
    /// It does not end as a letter of the site ends: a mail program may have cut it.
    pub is_cut: bool,
}

/// Reads a letter as it arrives.
pub fn read(bytes: &[u8]) -> Result<Letter, UnreadableMail> {
    let mail = mail::read(bytes)?;
    let lines = unquoted(&mail.text);
    let end = lines.iter().position(|line| is_end(line));
    let is_signature = |line: &&str| line.trim_end() == "--";
    // Behind the last line only a mail program has something to say.
    let lines: Vec<&str> = match end {
        Some(end) => lines.into_iter().take(end).collect(),
        None => lines.into_iter().take_while(|line| !is_signature(line)).collect(),
    };
    let page = page_in(&lines);
    let mut letter = Letter { sender: mail.sender, page, ..Letter::default() };
    let is_form = fill(&mut letter, &lines);
    letter.is_cut = end.is_none() && !is_form;
    Ok(letter)
}

impl Letter {
    /// What was filled in on a line.
    pub fn answer(&self, line: LetterLine) -> Option<&str> {
        self.answers.get(&line).map(String::as_str)
    }

    /// Which letter it is, by a line that no other has.
    pub fn kind(&self) -> Option<LetterKind> {
        let has = |line: LetterLine| self.lines.contains(&line);
        if self.page.is_some() || has(LetterLine::How) {
            Some(LetterKind::Write)
        } else if has(LetterLine::Result) {
            Some(LetterKind::Repeated)
        } else if has(LetterLine::Mistake) {
            Some(LetterKind::Wrong)
        } else if has(LetterLine::Change) {
            Some(LetterKind::Improve)
        } else if has(LetterLine::Title) {
            Some(LetterKind::Ask)
        } else if has(LetterLine::Page) && has(LetterLine::Why) {
            Some(LetterKind::Want)
        } else {
            None
        }
    }
}

/// The lines of a text; those that a reply has quoted without the signs of it.
fn unquoted(text: &str) -> Vec<&str> {
    let form = text.lines().find(|line| labelled(unquote(line, usize::MAX)).is_some());
    let depth = form.map_or(0, |line| {
        line.chars().take_while(|c| "> ".contains(*c)).filter(|c| *c == '>').count()
    });
    text.lines().map(|line| unquote(line, depth)).collect()
}

fn unquote(line: &str, depth: usize) -> &str {
    let mut rest = line;
    for _ in 0..depth {
        match rest.trim_start_matches(' ').strip_prefix('>') {
            Some(inner) => rest = inner.strip_prefix(' ').unwrap_or(inner),
            None => break,
        }
    }
    rest
}

/// A page with its front matter, from its first fence on.
fn page_in(lines: &[&str]) -> Option<String> {
    let is_key = |line: &str| {
        let key = line.split(':').next().unwrap_or_default();
        line.contains(':')
            && !key.is_empty()
            && key.bytes().all(|it| it.is_ascii_lowercase() || it == b'_')
    };
    let start = lines.windows(3).position(|lines| match lines {
        [fence, first, second] => {
            fence.trim_end() == "---" && (is_key(first) || first.starts_with('#') && is_key(second))
        }
        _ => false,
    })?;
    let page = lines.get(start..)?;
    let is_closed = page.iter().skip(1).any(|line| line.trim_end() == "---");
    let text = page.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n");
    is_closed.then(|| format!("{}\n", text.trim_end()))
}

/// Fills in the answers; whether they come from a form of a forge.
fn fill(letter: &mut Letter, lines: &[&str]) -> bool {
    let mut is_form = false;
    let mut current: Option<LetterLine> = None;
    for line in lines {
        match labelled(line).filter(|it| !letter.lines.contains(&it.line)) {
            Some(found) => {
                is_form |= found.is_heading;
                letter.lines.push(found.line);
                current = Some(found.line);
                add(letter, found.line, found.value);
            }
            None => {
                if let Some(line_of_it) = current {
                    add(letter, line_of_it, line);
                }
            }
        }
    }
    for answer in letter.answers.values_mut() {
        *answer = chosen(answer);
    }
    letter.answers.retain(|_, answer| !answer.is_empty());
    // Below the address a letter says what to do with it.
    if let Some(page) = letter.answers.get_mut(&LetterLine::Page) {
        *page = page.split_whitespace().next().unwrap_or_default().to_owned();
    }
    is_form
}

fn add(letter: &mut Letter, line: LetterLine, text: &str) {
    let answer = letter.answers.entry(line).or_default();
    answer.push_str(text.trim_end());
    answer.push('\n');
}

/// A line that begins an answer.
struct Labelled<'a> {
    line: LetterLine,
    value: &'a str,
    is_heading: bool,
}

fn labelled(text: &str) -> Option<Labelled<'_>> {
    let trimmed = text.trim();
    let is_bold = trimmed.starts_with("**") && trimmed.ends_with("**") && trimmed.len() > 4;
    if trimmed.starts_with('#') || is_bold {
        return line_of(trimmed).map(|line| Labelled { line, value: "", is_heading: true });
    }
    let mut depth = 0_u32;
    let colon = trimmed.char_indices().find(|(_, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && *c == ':'
    });
    let (at, _) = colon?;
    let (label, value) = (trimmed.get(..at)?, trimmed.get(at + 1..)?);
    let value = value.trim_start_matches(['*', '_']).trim();
    line_of(label).map(|line| Labelled { line, value, is_heading: false })
}

/// An answer without what says that there is none; of boxes, those that are ticked.
fn chosen(answer: &str) -> String {
    let answer = answer.trim();
    let ticked: Vec<&str> = answer
        .lines()
        .filter_map(|line| {
            let line = line.trim();
            line.strip_prefix("- [x]").or_else(|| line.strip_prefix("- [X]"))
        })
        .map(str::trim)
        .collect();
    if !ticked.is_empty() {
        return ticked.join(", ");
    }
    let is_none = answer.starts_with('_') && answer.ends_with('_') && answer.len() < 40;
    if is_none { String::new() } else { answer.to_owned() }
}
