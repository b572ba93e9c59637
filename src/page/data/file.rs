//! Data as it is published: JSON, Atom, a site map, plain text.

use std::fmt::Write;
use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use super::super::body::escape;
use super::coverage::CoverageData;
use super::feed::FeedView;
use super::form::FormData;
use super::playbook::PlaybookData;
use super::prompts::PromptsData;
use super::sitemap::SitemapView;

/// Everything that one output which is no page may show.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DataView {
    /// A feed in Atom.
    Atom(FeedView),
    /// A feed as JSON.
    JsonFeed(FeedView),
    /// Addresses for search engines.
    Sitemap(SitemapView),
    /// A text as it is.
    Text(String),
    /// Every page, for `playbook.json`.
    Playbook(PlaybookData),
    /// Every prompt, for `prompts.json`.
    Prompts(PromptsData),
    /// What there is and what is wanted.
    Coverage(CoverageData),
    /// What the form for new pages is made of.
    Form(Box<FormData>),
}

impl DataView {
    /// The file as it is published.
    pub fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Atom(feed) => atom(feed).into_bytes(),
            Self::JsonFeed(feed) => json(feed),
            Self::Sitemap(map) => sitemap(map).into_bytes(),
            Self::Text(text) => text.clone().into_bytes(),
            Self::Playbook(data) => json(data),
            Self::Prompts(data) => json(data),
            Self::Coverage(data) => json(data),
            Self::Form(data) => script("playbookForm", &json(&**data)),
        }
    }
}

/// JSON that stays data also where a browser takes it for HTML.
fn json<T: Serialize>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Plain structs with text keys cannot fail.
    let _ = value.serialize(&mut Serializer::with_formatter(&mut bytes, EscapedJson));
    bytes.push(b'\n');
    bytes
}

/// A script that calls a function with the data: the only way to load it that works
/// over http, from a folder on a disk and under a strict policy.
fn script(function: &str, json: &[u8]) -> Vec<u8> {
    [function.as_bytes(), b"(", json.trim_ascii_end(), b");\n"].concat()
}

/// Writes no `<`: such a file can have the size of all pages, and is not gone
/// through again.
struct EscapedJson;

impl Formatter for EscapedJson {
    fn write_string_fragment<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut parts = fragment.split('<');
        writer.write_all(parts.next().unwrap_or_default().as_bytes())?;
        for part in parts {
            writer.write_all(b"\\u003c")?;
            writer.write_all(part.as_bytes())?;
        }
        Ok(())
    }
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// RFC 4287.
fn atom(feed: &FeedView) -> String {
    let mut text = format!(
        "{XML}<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n<author><name>{}</name></author>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n",
        xml(&feed.language),
        xml(&feed.id),
        xml(&feed.title),
        feed.updated,
        xml(&feed.site),
        xml(&feed.home_page_url),
        xml(&feed.atom_url),
    );
    for item in &feed.items {
        let _ = write!(
            text,
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
            xml(&item.id),
            xml(&item.title),
            item.date_published,
            xml(&item.url),
        );
        for tag in &item.tags {
            let _ = writeln!(text, "<category term=\"{}\"/>", xml(tag));
        }
        let _ = write!(text, "<summary>{}</summary>\n</entry>\n", xml(&item.content_text));
    }
    text.push_str("</feed>\n");
    text
}

/// <https://www.sitemaps.org/protocol.html>
fn sitemap(map: &SitemapView) -> String {
    let (root, part) = if map.is_index { ("sitemapindex", "sitemap") } else { ("urlset", "url") };
    let mut text = format!("{XML}<{root} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (address, date) in &map.addresses {
        let _ = write!(text, "<{part}><loc>{}</loc>", xml(address));
        if let Some(date) = date {
            let _ = write!(text, "<lastmod>{date}</lastmod>");
        }
        let _ = writeln!(text, "</{part}>");
    }
    let _ = writeln!(text, "</{root}>");
    text
}

/// Text in XML, which has no place for most control characters.
fn xml(text: &str) -> String {
    let is_allowed = |letter: &char| match letter {
        '\t' | '\n' | '\r' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        letter => *letter >= ' ',
    };
    escape(&text.chars().filter(is_allowed).collect::<String>())
}
