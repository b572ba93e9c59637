//! A body as plain text, cut where a result may lead: at headings and prompts.
//! The HTML is what `document` writes, so that its tags end where they seem to.
//! Deliberately absent: what a page may not show, such as withheld prompts.

use crate::document::{Body, Caught, Drill, Excerpts, Piece, Prompt, PromptPart};

/// A run of text with an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Its id on the page; empty for what comes before the first heading.
    pub anchor: String,
    /// The heading above it, or the name of the prompt.
    pub heading: String,
    /// The heading is one that every page of a layer has.
    pub is_usual: bool,
    /// The passage as one line.
    pub text: String,
}

/// The text of a page.
pub(super) fn of(body: &Body, excerpts: &Excerpts, withheld: bool) -> Vec<Passage> {
    let mut reader =
        PassageReader { excerpts, withheld, passages: vec![Passage::default()], open: 0 };
    reader.pieces(&body.lead);
    for section in &body.sections {
        reader.start(section.id.to_string());
        reader.heading(&section.title);
        reader.is_usual(section.name.is_some());
        reader.pieces(&section.pieces);
    }
    let mut passages = reader.passages;
    for passage in &mut passages {
        passage.text.truncate(passage.text.trim_end().len());
    }
    passages.retain(|passage| !passage.heading.is_empty() || !passage.text.is_empty());
    passages
}

struct PassageReader<'a> {
    excerpts: &'a Excerpts,
    withheld: bool,
    passages: Vec<Passage>,
    /// The passage that text is added to.
    open: usize,
}

impl PassageReader<'_> {
    fn start(&mut self, anchor: String) {
        self.open = self.passages.len();
        self.passages.push(Passage { anchor, ..Passage::default() });
    }

    fn heading(&mut self, text: &str) {
        if let Some(passage) = self.passages.get_mut(self.open) {
            add(&mut passage.heading, text);
            passage.heading.truncate(passage.heading.trim_end().len());
        }
    }

    fn is_usual(&mut self, is_usual: bool) {
        if let Some(passage) = self.passages.get_mut(self.open) {
            passage.is_usual = is_usual;
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(passage) = self.passages.get_mut(self.open) {
            add(&mut passage.text, text);
        }
    }

    fn blank(&mut self) {
        self.text(" ");
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Html(html) => self.html(html),
                Piece::Code(code) => self.lines(&[&code.text]),
                Piece::Prompt(number) => {
                    if let Some(prompt) = self.excerpts.prompts.get(*number as usize) {
                        self.prompt(*number, prompt);
                    }
                }
                Piece::Caught(number) => {
                    if let Some(caught) = self.excerpts.caught.get(*number as usize) {
                        self.lines(&in_words(caught));
                    }
                }
                Piece::Drill(number) => {
                    if let Some(drill) = self.excerpts.drills.get(*number as usize) {
                        self.lines(&in_full(drill));
                    }
                }
                Piece::LinkOpen(_) | Piece::LinkClose(_) | Piece::Image(_) => {}
            }
        }
    }

    fn lines(&mut self, lines: &[&str]) {
        for line in lines {
            self.blank();
            self.text(line);
        }
        self.blank();
    }

    /// A prompt is a place of its own; the text around it stays together.
    fn prompt(&mut self, number: u32, prompt: &Prompt) {
        self.blank();
        // From the index it could be read as well as from the page.
        if self.withheld {
            return;
        }
        let mut passage =
            Passage { anchor: format!("prompt-{}", number + 1), ..Passage::default() };
        add(&mut passage.heading, prompt.name.as_deref().unwrap_or_default());
        for part in &prompt.parts {
            match part {
                PromptPart::Text(text) => add(&mut passage.text, text),
                PromptPart::Blank(name) => {
                    let blank = prompt.blanks.iter().find(|blank| blank.name == *name);
                    add(&mut passage.text, blank.map_or(name, |blank| &blank.label));
                }
            }
        }
        self.passages.push(passage);
    }

    fn html(&mut self, html: &str) {
        if let Some(passage) = self.passages.get_mut(self.open) {
            passage.text.reserve(html.len());
        }
        let mut rest = html;
        while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
            let (before, from) = rest.split_at(at);
            self.text(before);
            let is_entity = from.bytes().next() == Some(b'&');
            rest = if is_entity { self.entity(from) } else { self.tag(from) };
        }
        self.text(rest);
    }

    fn entity<'t>(&mut self, from: &'t str) -> &'t str {
        const ENTITIES: [(&str, &str); 5] =
            [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")];
        for (entity, text) in ENTITIES {
            if let Some(rest) = from.strip_prefix(entity) {
                self.text(text);
                return rest;
            }
        }
        self.text("&");
        from.get(1..).unwrap_or_default()
    }

    fn tag<'t>(&mut self, from: &'t str) -> &'t str {
        let end = memchr::memchr(b'>', from.as_bytes());
        let cut = |end: usize| Some((from.get(..end)?, from.get(end + 1..)?));
        // `document` writes no such tag; the rest would be taken for text.
        let Some((tag, rest)) = end.and_then(cut) else { return "" };
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.split([' ', '\n', '/']).next().unwrap_or_default();
        if is_below_section(name) && !tag.starts_with("</") {
            let Some((heading, after)) = rest.split_once("</h") else { return "" };
            self.start(id(tag).to_owned());
            let mut title = Passage::default();
            strip(heading, &mut title.text);
            self.heading(&title.text);
            return after.split_once('>').map_or("", |(_, rest)| rest);
        }
        // Cells and items of lists would run together into one word.
        if !is_inline(name) {
            self.blank();
        }
        rest
    }
}

/// A heading's content without its tags.
fn strip(html: &str, text: &mut String) {
    let none = Excerpts::default();
    let passages = vec![Passage::default()];
    let mut reader = PassageReader { excerpts: &none, withheld: true, passages, open: 0 };
    reader.html(html);
    text.push_str(reader.passages.first().map_or("", |passage| passage.text.trim()));
}

/// Adds a text with its white space as single blanks.
fn add(to: &mut String, text: &str) {
    let mut rest = text;
    loop {
        if is_open(to) {
            let blanks = rest.bytes().take_while(|byte| *byte == b' ').count();
            rest = rest.get(blanks..).unwrap_or_default();
        }
        let Some((spaced, from)) = rest.split_at_checked(spaced(rest.as_bytes())) else { return };
        to.push_str(spaced);
        let mut letters = from.chars();
        match letters.next() {
            None => return,
            Some(letter) if !letter.is_whitespace() => to.push(letter),
            Some(_) if !is_open(to) => to.push(' '),
            Some(_) => {}
        }
        rest = letters.as_str();
    }
}

/// Whether a word may start at the end of a text.
fn is_open(text: &str) -> bool {
    text.bytes().next_back().is_none_or(|last| last == b' ')
}

/// How many bytes are printable ASCII in which no blank follows another: nearly
/// all of a text, passed over many at a time.
fn spaced(bytes: &[u8]) -> usize {
    const AT_ONCE: usize = 16;
    let is_spaced = |before: &u8, byte: &u8| {
        (byte.wrapping_sub(b' ') < 95) & ((*before != b' ') | (*byte != b' '))
    };
    let all = |befores: &[u8; AT_ONCE], chunk: &[u8; AT_ONCE]| {
        let pairs = befores.iter().zip(chunk);
        pairs.fold(true, |all, (before, byte)| all & is_spaced(before, byte))
    };
    let Some((_, rest)) = bytes.split_first().filter(|(first, _)| is_spaced(&b'.', first)) else {
        return 0;
    };
    let before_rest = bytes.get(..rest.len()).unwrap_or_default();
    let ((befores, _), (chunks, _)) = (before_rest.as_chunks(), rest.as_chunks());
    let whole = befores.iter().zip(chunks).take_while(|(befores, chunk)| all(befores, chunk));
    let passed = AT_ONCE * whole.count();
    // What is left is seldom as long as a chunk: one that ends with the text tells.
    if passed + AT_ONCE > rest.len()
        && let (Some(befores), Some(chunk)) = (before_rest.last_chunk(), rest.last_chunk())
        && all(befores, chunk)
    {
        return bytes.len();
    }
    let pairs = bytes.iter().zip(rest).skip(passed);
    1 + passed + pairs.take_while(|(before, byte)| is_spaced(before, byte)).count()
}

fn is_below_section(name: &str) -> bool {
    matches!(name, "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "b"
            | "code"
            | "del"
            | "em"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "s"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "u"
    )
}

fn id(tag: &str) -> &str {
    let after = tag.split_once("id=\"").map_or("", |(_, after)| after);
    after.split('"').next().unwrap_or_default()
}

fn in_words(caught: &Caught) -> Vec<&str> {
    let more = [&caught.noticed, &caught.cost, &caught.when, &caught.by];
    let more = more.into_iter().filter_map(Option::as_deref);
    [caught.said.as_str(), caught.fact.as_str()].into_iter().chain(more).collect()
}

fn in_full(drill: &Drill) -> Vec<&str> {
    // What is wrong with it would give the answer away in a result.
    drill.context.as_deref().into_iter().chain([drill.text.as_str()]).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::add;

    /// Letter by letter.
    fn add_slowly(to: &mut String, text: &str) {
        for letter in text.chars() {
            if !letter.is_whitespace() {
                to.push(letter);
            } else if !to.is_empty() && !to.ends_with(' ') {
                to.push(' ');
            }
        }
    }

    proptest! {
        #[test]
        fn white_space_becomes_single_blanks(
            texts in prop::collection::vec("[a-c \\n\u{a0}\u{e9}]{0,5}|[a-z ]{0,90}|\\PC{0,9}", 0..5),
        ) {
            let (mut fast, mut slow) = (String::new(), String::new());
            for text in &texts {
                add(&mut fast, text);
                add_slowly(&mut slow, text);
            }
            prop_assert_eq!(fast, slow);
        }
    }
}
