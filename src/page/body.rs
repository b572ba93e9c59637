//! Fills the slots of a body: links get their published addresses, images their
//! size, blocks their values. What leads nowhere becomes its text.

use std::fmt::Write;

use pulldown_cmark_escape::escape_html;

use crate::address::Route;
use crate::document::url;
use crate::document::{
    Blank, BlankInput, Body, Caught, Drill, Highlighter, Piece, Prompt, PromptPart, Section,
};
use crate::domain::Kind;
use crate::model::{LinkTarget, Page};

use super::planner::Planner;
use super::view::{
    BlankView, BlockView, BodyView, CaughtView, DrillBlockView, DrillErrorView, NameView, PartView,
    PromptView, SectionView,
};

/// Fills the bodies of one page.
pub(super) struct Filler<'a> {
    planner: &'a Planner<'a>,
    page: &'a Page,
    /// Prompts are withheld on a stopped page.
    withheld: bool,
}

impl<'a> Filler<'a> {
    pub fn new(planner: &'a Planner<'a>, page: &'a Page, withheld: bool) -> Self {
        Self { planner, page, withheld }
    }

    pub fn body(&self, body: &Body) -> BodyView {
        let limit = self.planner.playbook().config.limits.highlight_bytes;
        // One for the whole body, since its limit is a page's.
        let mut highlighter = Highlighter::new(limit);
        let lead = self.blocks(&body.lead, &mut highlighter);
        let sections = body.sections.iter().map(|it| self.section(it, &mut highlighter));
        let sections: Vec<SectionView> = sections.collect();
        let scripts = scripts(&lead, &sections);
        BodyView { lead, sections, scripts }
    }

    fn section(&self, section: &Section, highlighter: &mut Highlighter) -> SectionView {
        SectionView {
            id: section.id.to_string(),
            title: section.title.to_string(),
            title_html: self.heading(&section.heading),
            name: section.name.map(|name| name.as_str()),
            blocks: self.blocks(&section.pieces, highlighter),
        }
    }

    /// A heading's content: text, links and images, and never a block.
    fn heading(&self, pieces: &[Piece]) -> String {
        let mut html = String::new();
        let mut links = Links { filler: self, open: Vec::new() };
        for piece in pieces {
            links.inline(piece, &mut html);
        }
        html
    }

    /// Neighbouring runs of HTML become one block.
    fn blocks(&self, pieces: &[Piece], highlighter: &mut Highlighter) -> Vec<BlockView> {
        let mut blocks = Vec::new();
        let mut html = String::new();
        let mut links = Links { filler: self, open: Vec::new() };
        for piece in pieces {
            match piece {
                Piece::Code(code) => highlighter.write(code, &mut html),
                Piece::Html(_) | Piece::LinkOpen(_) | Piece::LinkClose(_) | Piece::Image(_) => {
                    links.inline(piece, &mut html);
                }
                Piece::Prompt(_) | Piece::Caught(_) | Piece::Drill(_) => {
                    push_html(&mut blocks, &mut html);
                    blocks.extend(self.block(piece));
                }
            }
        }
        push_html(&mut blocks, &mut html);
        blocks
    }

    fn block(&self, piece: &Piece) -> Option<BlockView> {
        let excerpts = &self.page.excerpts;
        Some(match piece {
            Piece::Prompt(number) => {
                let prompt = excerpts.prompts.get(*number as usize)?;
                if self.withheld {
                    // Its name stays: a reader has to know what is withheld.
                    BlockView::Withheld { name: prompt.name.clone() }
                } else {
                    BlockView::Prompt(self.prompt(*number, prompt))
                }
            }
            Piece::Caught(number) => {
                BlockView::Caught(caught(self.planner, excerpts.caught.get(*number as usize)?))
            }
            Piece::Drill(number) => {
                BlockView::Drill(drill(*number, excerpts.drills.get(*number as usize)?))
            }
            _ => return None,
        })
    }

    fn prompt(&self, number: u32, prompt: &Prompt) -> PromptView {
        PromptView {
            id: format!("prompt-{}", number + 1),
            name: prompt.name.clone().unwrap_or_else(|| self.planner.word("prompt")),
            tool: prompt.tool.as_deref().map(|tool| self.tool(tool)),
            parts: prompt.parts.iter().map(part).collect(),
            blanks: prompt.blanks.iter().map(blank).collect(),
        }
    }

    fn tool(&self, tool: &str) -> NameView {
        match self.planner.link_to(Kind::Tool, tool) {
            Some(link) => NameView { text: link.text, href: Some(link.href) },
            None => NameView { text: tool.to_owned(), href: None },
        }
    }

    /// Where the page's links lead, by number.
    pub fn targets(&self) -> &'a [LinkTarget] {
        self.planner.playbook().targets.of_page(self.page)
    }

    /// The published address of a link that leads somewhere.
    pub fn address(&self, target: &LinkTarget) -> Option<String> {
        match target {
            LinkTarget::External(address) | LinkTarget::ExternalImage(address) => {
                Some(url::encode(address))
            }
            LinkTarget::Here(anchor) => Some(format!("#{anchor}")),
            // The page is there, only its heading is gone: better its top than no link.
            LinkTarget::Page(id, None) | LinkTarget::NoAnchor(id, _) => {
                Some(self.planner.href(&id.route()))
            }
            LinkTarget::Page(id, Some(anchor)) => {
                Some(format!("{}#{anchor}", self.planner.href(&id.route())))
            }
            LinkTarget::Asset(route, _) => Some(self.planner.href(route)),
            LinkTarget::List(kind) => Some(self.planner.href(&Route::list(*kind))),
            LinkTarget::NoAnchorHere(_) => Some("#".to_owned()),
            LinkTarget::Draft
            | LinkTarget::Withheld
            | LinkTarget::Broken
            | LinkTarget::Unpublished(..)
            | LinkTarget::Missing(_)
            | LinkTarget::NoName
            | LinkTarget::SharedName(_)
            | LinkTarget::Outside
            | LinkTarget::FromRoot => None,
        }
    }
}

/// The scripts that what is in a body needs, each once.
fn scripts(lead: &[BlockView], sections: &[SectionView]) -> Vec<&'static str> {
    let blocks = lead.iter().chain(sections.iter().flat_map(|section| &section.blocks));
    let script = |block: &BlockView| match block {
        BlockView::Prompt(_) => Some("prompt"),
        BlockView::Drill(_) => Some("drill"),
        BlockView::Html { html } if html.contains("<pre") => Some("code"),
        _ => None,
    };
    let needed: Vec<&str> = blocks.filter_map(script).collect();
    // In one order, whichever stands first: the head of a page must not follow its text.
    ["prompt", "drill", "code"].into_iter().filter(|it| needed.contains(it)).collect()
}

fn push_html(blocks: &mut Vec<BlockView>, html: &mut String) {
    if !html.trim().is_empty() {
        blocks.push(BlockView::Html { html: std::mem::take(html) });
    }
    html.clear();
}

/// The `a` elements that are open at a point of a body. HTML has no link inside
/// a link, markdown has images inside links.
struct Links<'a> {
    filler: &'a Filler<'a>,
    open: Vec<bool>,
}

impl Links<'_> {
    /// Writes what may stand in a line.
    fn inline(&mut self, piece: &Piece, html: &mut String) {
        match piece {
            Piece::Html(run) => html.push_str(run),
            Piece::LinkOpen(number) => self.open(*number, html),
            Piece::LinkClose(_) => self.close(html),
            Piece::Image(number) => self.image(*number, html),
            Piece::Code(_) | Piece::Prompt(_) | Piece::Caught(_) | Piece::Drill(_) => {}
        }
    }

    fn open(&mut self, number: u32, html: &mut String) {
        let link = self.filler.page.card.links.get(number as usize);
        let target = self.filler.targets().get(number as usize);
        let address = target.and_then(|target| self.filler.address(target));
        let inside = self.open.contains(&true);
        let opened = match (link, address) {
            (Some(link), Some(address)) if !inside => {
                let _ = write!(html, "<a href=\"{}\"", escape(&address));
                if let Some(title) = &link.title {
                    let _ = write!(html, " title=\"{}\"", escape(title));
                }
                html.push('>');
                true
            }
            _ => false,
        };
        self.open.push(opened);
    }

    fn close(&mut self, html: &mut String) {
        if self.open.pop() == Some(true) {
            html.push_str("</a>");
        }
    }

    fn image(&self, number: u32, html: &mut String) {
        let filler = self.filler;
        let Some(link) = filler.page.card.links.get(number as usize) else { return };
        let text = escape(&link.text);
        let title = link.title.as_deref();
        let title = title.map(|title| format!(" title=\"{}\"", escape(title)));
        let title = title.unwrap_or_default();
        let _ = match filler.targets().get(number as usize) {
            // With its size, so that nothing jumps when it comes.
            Some(LinkTarget::Asset(route, Some((width, height)))) => write!(
                html,
                "<img src=\"{}\" alt=\"{text}\"{title} width=\"{width}\" height=\"{height}\" loading=\"lazy\">",
                escape(&filler.planner.href(route)),
            ),
            Some(LinkTarget::Asset(route, None)) if !self.open.contains(&true) => {
                write!(
                    html,
                    "<a href=\"{}\"{title}>{text}</a>",
                    escape(&filler.planner.href(route))
                )
            }
            // The published policy loads pictures of the site alone.
            Some(LinkTarget::ExternalImage(address)) if !self.open.contains(&true) => {
                write!(
                    html,
                    "<a href=\"{}\"{title}>{}</a>",
                    escape(&url::encode(address)),
                    or_address(&text, address)
                )
            }
            _ => write!(html, "{text}"),
        };
    }
}

fn or_address(text: &str, address: &str) -> String {
    if text.trim().is_empty() { escape(address) } else { text.to_owned() }
}

/// Text as it may stand in HTML and in a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    // Writing into memory cannot fail.
    let _ = escape_html(&mut escaped, text);
    escaped
}

fn part(part: &PromptPart) -> PartView {
    match part {
        PromptPart::Text(text) => PartView { text: Some(text.clone()), blank: None },
        PromptPart::Blank(name) => PartView { text: None, blank: Some(name.clone()) },
    }
}

pub(super) fn blank(blank: &Blank) -> BlankView {
    let (input, choices) = match &blank.input {
        BlankInput::Line => ("line", Vec::new()),
        BlankInput::Long => ("long", Vec::new()),
        BlankInput::Choice(choices) => ("choice", choices.clone()),
    };
    BlankView {
        name: blank.name.clone(),
        label: blank.label.clone(),
        example: blank.example.clone(),
        input,
        choices,
    }
}

/// A caught error as pages and the log show it.
pub(super) fn caught(planner: &Planner<'_>, caught: &Caught) -> CaughtView {
    CaughtView {
        said: caught.said.clone(),
        fact: caught.fact.clone(),
        noticed: caught.noticed.clone(),
        error: caught.kind.map(|kind| kind.as_str()),
        reached: caught.reached.map(|reached| reached.as_str()),
        cost: caught.cost.clone(),
        when: caught.when.as_deref().map(|when| planner.date_in_words(when)),
        by: caught.by.clone(),
    }
}

fn drill(number: u32, drill: &Drill) -> DrillBlockView {
    let errors = drill.errors.iter().map(|error| DrillErrorView {
        quote: error.quote.clone(),
        error: error.kind.map(|kind| kind.as_str()),
        why: error.why.clone(),
        how_to_check: error.how_to_check.clone(),
    });
    DrillBlockView {
        id: format!("drill-{}", number + 1),
        context: drill.context.clone(),
        text: drill.text.clone(),
        errors: errors.collect(),
        verdict: drill.verdict.map(|verdict| verdict.as_str()),
    }
}
