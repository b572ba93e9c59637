//! Cuts raw HTML into tags and the text between them. Whatever does not look
//! exactly like a tag is text.

/// A run of raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Not a tag.
    Text(&'a str),
    /// `<name ...>` or `</name>`
    Tag(Tag<'a>),
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// In lower case.
    pub(super) name: String,
    /// `</name>`
    pub(super) closing: bool,
    /// Names in lower case; values as written, without quotes.
    pub(super) attributes: Vec<(String, &'a str)>,
    /// As written.
    pub(super) raw: &'a str,
}

/// The tags of a text and what is between them.
pub(super) fn scan(html: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut text_from = 0;
    let mut at = 0;
    while let Some(open) = html.get(at..).and_then(|rest| rest.find('<')).map(|found| at + found) {
        match html.get(open..).and_then(tag) {
            Some(tag) => {
                push_text(&mut tokens, html.get(text_from..open));
                at = open + tag.raw.len();
                text_from = at;
                tokens.push(Token::Tag(tag));
            }
            // A `<` that begins no tag is text, and the next one may begin a tag.
            None => at = open + 1,
        }
    }
    push_text(&mut tokens, html.get(text_from..));
    tokens
}

fn push_text<'a>(tokens: &mut Vec<Token<'a>>, text: Option<&'a str>) {
    tokens.extend(text.filter(|text| !text.is_empty()).map(Token::Text));
}

/// The tag at the start of `html`, which starts with `<`.
fn tag(html: &str) -> Option<Tag<'_>> {
    let inner = html.strip_prefix('<')?;
    let (closing, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let name_end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
    let (name, mut rest) = inner.split_at_checked(name_end)?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut attributes = Vec::new();
    loop {
        let trimmed = rest.trim_start();
        let spaced = trimmed.len() < rest.len();
        rest = trimmed;
        let end = rest.strip_prefix('>').or_else(|| rest.strip_prefix("/>"));
        if let Some(after) = end {
            let raw = html.get(..html.len() - after.len())?;
            return Some(Tag { name: name.to_ascii_lowercase(), closing, attributes, raw });
        }
        // `<b"x">`: browsers repair it, each in its own way, so it is no tag here.
        if !spaced {
            return None;
        }
        let (attribute, after) = attribute(rest)?;
        attributes.push(attribute);
        rest = after;
    }
}

fn attribute(rest: &str) -> Option<((String, &str), &str)> {
    let name_end = rest.find(|c: char| {
        c.is_whitespace() || matches!(c, '=' | '>' | '/' | '"' | '\'' | '<' | '`')
    })?;
    let (name, after) = rest.split_at_checked(name_end)?;
    if name.is_empty() {
        return None;
    }
    let name = name.to_ascii_lowercase();
    let Some(value) = after.trim_start().strip_prefix('=').map(str::trim_start) else {
        return Some(((name, ""), after));
    };
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(quote) = quote {
        let (value, after) = value.get(1..)?.split_once(quote)?;
        return Some(((name, value), after));
    }
    let bad = |c: char| c.is_whitespace() || matches!(c, '>' | '"' | '\'' | '=' | '<' | '`');
    let end = value.find(bad)?;
    let (value, after) = value.split_at_checked(end)?;
    (!value.is_empty()).then_some(((name, value), after))
}

#[cfg(test)]
mod tests {
    use super::{Token, scan};

    #[test]
    fn only_whole_tags_are_tags() {
        let shape = |html: &str| -> String {
            let show = |token: Token<'_>| match token {
                Token::Text(text) => format!("[{text}]"),
                Token::Tag(tag) => {
                    format!(
                        "<{}{} {:?}>",
                        if tag.closing { "/" } else { "" },
                        tag.name,
                        tag.attributes
                    )
                }
            };
            scan(html).into_iter().map(show).collect()
        };
        assert_eq!(shape("a <B>b</b>"), "[a ]<b []>[b]</b []>");
        assert_eq!(
            shape("<abbr title='x > y' open>"),
            r#"<abbr [("title", "x > y"), ("open", "")]>"#
        );
        assert_eq!(shape("1 < 2 > 0 <b"), "[1 < 2 > 0 <b]");
        assert_eq!(shape("<b\"x\">"), "[<b\"x\">]");
        assert_eq!(shape("<br/>"), "<br []>");
        assert_eq!(shape("<é>"), "[<é>]");
    }
}
