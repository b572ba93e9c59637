//! Runs of code as HTML: a class each, or none.

use super::super::escape::escape;

/// What a run of code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Plain,
    Attribute,
    Comment,
    Deleted,
    Function,
    Inserted,
    Keyword,
    Number,
    String,
    Type,
}

impl Class {
    fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Attribute => Some("hl-a"),
            Self::Comment => Some("hl-c"),
            Self::Deleted => Some("hl-d"),
            Self::Function => Some("hl-f"),
            Self::Inserted => Some("hl-i"),
            Self::Keyword => Some("hl-k"),
            Self::Number => Some("hl-n"),
            Self::String => Some("hl-s"),
            Self::Type => Some("hl-t"),
        }
    }
}

/// Runs of code as HTML; neighbours of one class share an element.
pub(super) struct Spans<'a> {
    html: &'a mut String,
    open: Option<Class>,
    /// White space that is not written yet: it goes inside an element only
    /// when that goes on after it.
    blank: String,
}

impl<'a> Spans<'a> {
    pub(super) fn new(html: &'a mut String) -> Self {
        Self { html, open: None, blank: String::new() }
    }

    /// Writes a run.
    pub(super) fn run(&mut self, text: &str, class: Class) {
        let code = text.trim_end();
        // White space has no colour, so it may lie in either
        // element, or in none: a page gets by with fewer of them.
        if code.is_empty() {
            self.blank.push_str(text);
            return;
        }
        if self.open != Some(class) {
            self.close();
            if let Some(name) = class.name() {
                self.html.push_str("<span class=\"");
                self.html.push_str(name);
                self.html.push_str("\">");
                self.open = Some(class);
            }
        }
        self.html.push_str(&self.blank);
        self.blank.clear();
        escape(code, self.html);
        self.blank.push_str(text.get(code.len()..).unwrap_or_default());
    }

    pub(super) fn close(&mut self) {
        if self.open.take().is_some() {
            self.html.push_str("</span>");
        }
        self.html.push_str(&self.blank);
        self.blank.clear();
    }
}
