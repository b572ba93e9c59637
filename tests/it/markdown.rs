//! Markdown as a page shows it: from a file's text to pieces of HTML.

use std::sync::Arc;

use playbook::config::Limits;
use playbook::document::{Document, DocumentKey, DocumentSettings, Piece, parse};
use playbook::memo::Hashed;

/// Settings of a playbook that sets nothing.
pub(crate) fn settings() -> DocumentSettings {
    DocumentSettings {
        language: "en".to_owned(),
        allow_html: false,
        limits: Limits::default(),
        ladder: ["public", "internal"].map(str::to_owned).to_vec(),
    }
}

/// Parses bytes at a path.
pub(crate) fn parse_at(path: &str, bytes: &[u8], settings: DocumentSettings) -> Document {
    let bytes: Arc<[u8]> = Arc::from(bytes);
    parse(&DocumentKey {
        path: Arc::from(path),
        bytes: Hashed::from(bytes),
        settings: Hashed::new(settings),
    })
}

/// Parses the body of a workflow of a layer.
pub(crate) fn page(layer: &str, body: &str) -> Document {
    let text = format!("---\ntitle: Renewal prep\nlayer: {layer}\n---\n{body}");
    parse_at("content/workflows/renewal-prep.md", text.as_bytes(), settings())
}

/// Pieces as HTML, with slots that are easy to read.
pub(crate) fn shown(pieces: &[Piece]) -> String {
    let show = |piece: &Piece| match piece {
        Piece::Html(html) => html.clone(),
        Piece::LinkOpen(n) => format!("<a {n}>"),
        Piece::LinkClose(_) => "</a>".to_owned(),
        Piece::Image(n) => format!("<img {n}>"),
        Piece::Prompt(n) => format!("<prompt {n}>"),
        Piece::Caught(n) => format!("<caught {n}>"),
        Piece::Drill(n) => format!("<drill {n}>"),
    };
    pieces.iter().map(show).collect()
}

/// The whole body as HTML.
pub(crate) fn body(document: &Document) -> String {
    let mut html = shown(&document.body.lead);
    for section in &document.body.sections {
        let name = section.name.map_or("", |name| name.key());
        html.push_str(&format!("<h2 id=\"{}\" {name}>{}</h2>", section.id, section.title_html));
        html.push_str(&shown(&section.pieces));
    }
    html
}

/// The messages, one a line, each with the text that it points at.
pub(crate) fn messages(document: &Document) -> String {
    let mut lines = String::new();
    for found in &document.diagnostics {
        let at = document.map.locate(&found.place.at);
        let pointed = &document.map.text[at.range.clone()];
        let first = pointed.lines().next().unwrap_or_default();
        lines.push_str(&format!(
            "{}[{}] {}:{} {} @ {first}\n",
            found.severity.as_str(),
            found.code,
            at.line,
            at.column,
            found.message
        ));
    }
    lines
}

#[test]
#[ignore]
fn smoke() {
    let d = page(
        "fluency",
        "# Renewal prep\n\nHello *world* & <b>x</b> [a](b.md \"t\") ![i](i.png).\n\n## When to use it\n\nA renewal. Then.\n\n## Before you start\n\n- **May paste:** account name\n- **Never paste:** contract terms\n\n## Steps\n\n1. Pull the\n   data (20 min,\n   me) - removed: memory\n2. Do [it](x.md) – kept: judgement\n\n## Prompt\n\n```prompt name=\"X y\" tool=assistant\nTell me about {{account_name}} in {{tone|plain, warm}} {{ 7*7 }} [Foo bar] {{contract_terms}}\n```\n\n- account_name: the name, e.g. Acme\n- tine: x\n\n## Check before you use it\n\n- [ ] It's **right** (source: order form) (by: me)\n\n```rust\nfn main() { let x = \"a\"; } // hi\n```\n\n| a | b |\n|:-:|---|\n| 1 | 2 |\n\n> [!NOTE]\n> hi[^1]\n\n[^1]: foot\n\n### Sub\n",
    );
    println!("{}\n{}\n{:#?}\n{:?}", body(&d), messages(&d), d.excerpts, d.card);
    panic!();
}
