//! The examples of the CommonMark and GitHub specifications. A deviation is
//! listed, with its reason; one that is listed and agrees fails as well.

use std::collections::BTreeMap;

use playbook::document::{Link, Piece, commonmark, url};
use serde::Deserialize;

#[derive(Deserialize)]
struct Example {
    example: u32,
    section: String,
    markdown: String,
    html: String,
}

const COMMONMARK: &str = include_str!("../fixtures/spec/commonmark-0.31.2.json");
const GITHUB: &str = include_str!("../fixtures/spec/gfm-0.29.json");

/// Why an example may differ: nothing else is a reason.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Because {
    /// The expected HTML holds raw HTML, which is text here.
    RawHtml,
    /// The expected HTML holds an address that no page may open.
    UnsafeAddress,
}

use Because::{RawHtml, UnsafeAddress};

/// Examples of CommonMark that differ: the first and the last of a run.
const DEVIATIONS: &[(u32, u32, Because)] = &[
    (21, 21, RawHtml),
    (31, 31, RawHtml),
    (148, 191, RawHtml),
    (201, 201, RawHtml),
    (308, 309, RawHtml),
    (344, 344, RawHtml),
    (475, 477, RawHtml),
    (491, 491, RawHtml),
    (494, 494, RawHtml),
    (524, 524, RawHtml),
    (536, 536, RawHtml),
    (613, 617, RawHtml),
    (623, 623, RawHtml),
    (625, 631, RawHtml),
    (642, 643, RawHtml),
    (596, 596, UnsafeAddress),
    (598, 599, UnsafeAddress),
    (601, 601, UnsafeAddress),
];

#[test]
fn every_commonmark_example_agrees_or_is_a_listed_deviation() {
    compare(COMMONMARK, DEVIATIONS);
}

#[test]
fn every_example_of_githubs_tables_tasks_and_strikethrough_agrees() {
    compare(GITHUB, &[]);
}

fn compare(examples: &str, deviations: &[(u32, u32, Because)]) {
    let deviations: BTreeMap<u32, Because> = deviations
        .iter()
        .flat_map(|(first, last, because)| (*first..=*last).map(|example| (example, *because)))
        .collect();
    let examples: Vec<Example> = serde_json::from_str(examples).unwrap();
    assert!(examples.len() >= 12, "the examples are there");
    let mut wrong = String::new();
    for Example { example, section, markdown, html } in examples {
        let html_found = rendered(&markdown);
        let found = normal(&html_found);
        let expected = normal(&html);
        let agrees = found == expected;
        match deviations.get(&example) {
            None if !agrees => wrong.push_str(&format!(
                "\n{example} ({section})\n  from     {markdown:?}\n  found    {found}\n  expected {expected}\n"
            )),
            Some(because) if agrees => {
                wrong.push_str(&format!("\n{example} ({section}) agrees, listed as {because:?}\n"));
            }
            Some(because) if !explains(*because, &html_found, &html, &markdown) => {
                wrong.push_str(&format!(
                    "\n{example} ({section}) differs by more than {because:?}\n  from     {markdown:?}\n  found    {found}\n  expected {expected}\n"
                ));
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Whether nothing but the reason makes the difference: the expected HTML with
/// raw HTML as text, or without unsafe links, is what is found.
fn explains(because: Because, found: &str, expected: &str, markdown: &str) -> bool {
    let mended = match because {
        RawHtml => raw_as_text(expected, markdown),
        UnsafeAddress => without_unsafe_links(expected),
    };
    let bare = |html: &str| -> String {
        let words = normal(html).replace("<p>", "").replace("</p>", "");
        words.split_whitespace().collect()
    };
    mended != expected && bare(found) == bare(&mended)
}

/// Tags that were in the input already are escaped, comments are gone.
fn raw_as_text(expected: &str, markdown: &str) -> String {
    let mut text = String::new();
    let mut rest = expected;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let comment = ["<!-->", "<!--->"].into_iter().find(|short| rest.starts_with(short));
        let end = match comment {
            Some(short) => short.len(),
            None if rest.starts_with("<!--") => rest.find("-->").unwrap() + 3,
            None if rest.starts_with("<![") => rest.find("]]>").unwrap() + 3,
            None if rest.starts_with("<?") => rest.find("?>").unwrap() + 2,
            None => raw_end(rest).unwrap_or(rest.len()),
        };
        let tag = &rest[..end];
        match tag {
            _ if !markdown.contains(tag.trim_end()) => text.push_str(tag),
            _ if tag.starts_with("<!--") => {}
            // What follows the first line is the text of a tag without an end.
            _ => {
                text.push_str(&tag.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
            }
        }
        rest = &rest[end..];
    }
    text + rest
}

/// The end of a tag; a `>` in quotation marks is none.
fn raw_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    tag.char_indices().find_map(|(at, c)| {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '"' || c == '\'' => quote = Some(c),
            _ => {}
        }
        (c == '>' && quote.is_none()).then_some(at + 1)
    })
}

fn without_unsafe_links(expected: &str) -> String {
    let mut text = expected.to_owned();
    while let Some((before, (href, after))) = text
        .split_once("<a href=\"")
        .and_then(|(before, rest)| Some((before, rest.split_once("\">")?)))
    {
        assert!(matches!(url::classify(&unescape(href)), url::UrlKind::Unsafe(_)), "{href}");
        text = format!("{before}{}", after.replacen("</a>", "", 1));
    }
    text
}

fn rendered(markdown: &str) -> String {
    let (pieces, links) = commonmark(markdown, 32).unwrap();
    pieces.iter().map(|piece| slot(piece, &links)).collect()
}

/// A piece with its slot filled in as it was written.
fn slot(piece: &Piece, links: &[Link]) -> String {
    let link = |n: u32| &links[n as usize];
    let attributes = |link: &Link| {
        let title = link.title.as_ref();
        title.map_or(String::new(), |title| format!(" title=\"{}\"", escape(title)))
    };
    match piece {
        Piece::Html(html) => html.clone(),
        Piece::LinkOpen(n) => {
            let href = escape(&url::encode(&link(*n).href));
            format!("<a href=\"{href}\"{}>", attributes(link(*n)))
        }
        Piece::LinkClose(_) => "</a>".to_owned(),
        Piece::Image(n) => {
            let (src, alt) = (escape(&url::encode(&link(*n).href)), escape(&link(*n).text));
            format!("<img src=\"{src}\" alt=\"{alt}\"{}>", attributes(link(*n)))
        }
        Piece::Code(_) | Piece::Prompt(_) | Piece::Caught(_) | Piece::Drill(_) => {
            panic!("no blocks here")
        }
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn unescape(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// HTML in one form, whoever wrote it: white space, quotation marks, the form
/// of empty elements, and what a page adds for those who use a keyboard.
fn normal(html: &str) -> String {
    let mut normal = String::new();
    let mut in_pre = false;
    for token in tokens(html) {
        match token {
            Token::Open(name, mut attributes) => {
                in_pre |= name == "pre";
                if is_block(&name) {
                    trim_end(&mut normal);
                }
                for added in ["tabindex", "scope", "disabled", "checked"] {
                    if added != "checked" || name != "input" {
                        attributes.remove(added);
                    }
                }
                if let Some(align) = attributes.remove("align") {
                    attributes.insert("class".to_owned(), format!("align-{align}"));
                }
                if let Some(class) = attributes.get_mut("class") {
                    let kept = |c: &char| c.is_ascii_alphanumeric() || "+#-".contains(*c);
                    *class = class.to_lowercase().chars().filter(kept).collect();
                    if class == "language-" {
                        attributes.remove("class");
                    }
                }
                normal.push_str(&format!("<{name}"));
                for (key, value) in attributes {
                    normal.push_str(&format!(" {key}={value:?}"));
                }
                normal.push('>');
            }
            Token::Close(name) => {
                in_pre &= name != "pre";
                if is_block(&name) {
                    trim_end(&mut normal);
                }
                normal.push_str(&format!("</{name}>"));
            }
            Token::Text(text) if in_pre => normal.push_str(&text.replace("&quot;", "\"")),
            Token::Text(text) => {
                let after_block = normal.rsplit_once('<').is_none_or(|(_, tag)| {
                    tag.ends_with('>')
                        && is_block(tag.trim_matches(['/', '>']).split(' ').next().unwrap())
                });
                let text = text.replace("&quot;", "\"");
                let text = if after_block { text.trim_start() } else { &text };
                let mut space = false;
                for c in text.chars() {
                    if !c.is_ascii_whitespace() {
                        if space {
                            normal.push(' ');
                        }
                        normal.push(c);
                    }
                    space = c.is_ascii_whitespace() && !normal.ends_with(' ');
                }
                if space {
                    normal.push(' ');
                }
            }
            Token::Other(text) => normal.push_str(&text),
        }
    }
    trim_end(&mut normal);
    normal
}

fn trim_end(html: &mut String) {
    html.truncate(html.trim_end().len());
}

fn is_block(name: &str) -> bool {
    const BLOCKS: &str =
        "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre hr br table thead tbody tr th td input";
    BLOCKS.split_whitespace().any(|block| block == name)
}

#[derive(Debug)]
enum Token {
    Open(String, BTreeMap<String, String>),
    Close(String),
    Text(String),
    Other(String),
}

fn tokens(html: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let (token, after) = token(rest);
        rest = after;
        match (tokens.last_mut(), token) {
            (Some(Token::Text(last)), Token::Text(next)) => last.push_str(&next),
            (_, token) => tokens.push(token),
        }
    }
    tokens
}

fn token(html: &str) -> (Token, &str) {
    let Some(inner) = html.strip_prefix('<') else {
        let end = html.find('<').unwrap_or(html.len());
        return (Token::Text(html[..end].to_owned()), &html[end..]);
    };
    if inner.starts_with(['!', '?']) {
        let end = html.find('>').map_or(html.len(), |end| end + 1);
        return (Token::Other(html[..end].to_owned()), &html[end..]);
    }
    let Some(end) = tag_end(inner) else { return (Token::Text("<".to_owned()), inner) };
    let (tag, after) = (inner[..end].trim_end_matches('/'), &inner[end + 1..]);
    if let Some(name) = tag.strip_prefix('/') {
        return (Token::Close(name.trim().to_owned()), after);
    }
    let name_end = tag.find(char::is_whitespace).unwrap_or(tag.len());
    (Token::Open(tag[..name_end].to_owned(), attributes(&tag[name_end..])), after)
}

fn tag_end(inner: &str) -> Option<usize> {
    let mut quoted = false;
    inner.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == '>' && !quoted).then_some(at)
    })
}

fn attributes(mut rest: &str) -> BTreeMap<String, String> {
    let mut attributes = BTreeMap::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        if name.is_empty() {
            return attributes;
        }
        let value = after.strip_prefix("=\"").and_then(|value| value.split_once('"'));
        let (value, after) = value.unwrap_or(("", after.trim_start_matches('=')));
        attributes.insert(name.to_owned(), value.to_owned());
        rest = after;
    }
}
