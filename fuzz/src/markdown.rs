//! Markdown to HTML. The first byte lets raw HTML through or not, the rest is the
//! body of a guide.

use playbook::config::Limits;
use playbook::document::{Document, Highlighter, Piece};

use super::{base, html, messages};

const PATH: &str = "content/guides/fuzzed.md";

/// Nothing outside the allow-list parses as markup: neither in the text itself
/// nor in the page that shows it.
pub fn markdown(data: &[u8]) {
    let Some((choice, body)) = data.split_first() else { return };
    let allow_html = choice & 1 == 1;
    let text = [b"---\ntitle: Fuzzed\nsummary: It is.\n---\n", body].concat();
    let document = base::document(PATH, &text, allow_html);
    messages::of_document(&document);
    html::check_content(&shown(&document));
    if let Ok(text) = std::str::from_utf8(&text)
        && !text.contains('\r')
    {
        let twin = base::document(PATH, text.replace('\n', "\r\n").as_bytes(), allow_html);
        assert_eq!(*twin.body, *document.body);
    }
    if choice & 2 == 2 {
        let mut files = base::files(if allow_html { base::WITH_HTML } else { base::SETTINGS });
        files.insert(PATH.to_owned(), text);
        let build = base::build(&files).expect("a page is never all that there is");
        messages::of_build(&build);
        base::output(&build, "guides/fuzzed.html").iter().for_each(|page| html::check_page(page));
        base::output(&build, "guides/fuzzed.md");
    }
}

/// The body with an empty address in every slot.
fn shown(document: &Document) -> String {
    let mut highlighter = Highlighter::new(Limits::default().highlight_bytes);
    let mut html = String::new();
    let mut show = |piece: &Piece| match piece {
        Piece::Html(run) => html.push_str(run),
        Piece::Code(code) => highlighter.write(code, &mut html),
        Piece::Image(_) => html.push_str("<img src=\"\">"),
        // Links in links are taken apart when their addresses are known.
        Piece::LinkOpen(_) | Piece::LinkClose(_) => {}
        Piece::Prompt(_) | Piece::Caught(_) | Piece::Drill(_) => {}
    };
    document.body.lead.iter().for_each(&mut show);
    for section in &document.body.sections {
        section.heading.iter().for_each(&mut show);
        section.pieces.iter().for_each(&mut show);
    }
    html
}
