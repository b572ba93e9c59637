//! Markup of other tools that is shown as it is written.

use super::super::clip::clip;
use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB241", "leftover-markup", Warn, "pb241_leftover_markup.md");

/// A shape that means something in another tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// `%% x %%`
    Percent,
    /// `:::note`
    Container,
    /// `!!! note "Title"`
    Admonition,
    /// `{{< x >}}`
    Shortcode,
    /// `{% x %}`
    Template,
    /// `{width=300}`
    Attributes,
    /// `[x](a b.md)`
    SpacedAddress,
    /// `[x] (a.md)`
    PartedAddress,
    /// `[x][undefined]`
    UndefinedLabel,
    /// `:smile:`
    Emoji,
    /// `$$ x $$`
    Formula,
    /// A block for a program that draws.
    Diagram,
    /// `import x from "y"`
    Import,
    /// `##Name`
    TightHeading,
    /// `==x==`
    Highlight,
    /// `[TOC]`
    Contents,
    /// `<!--` within a line, without its end.
    OpenComment,
}

impl Shape {
    /// What it is, in the words of whoever wrote it.
    fn what(self) -> &'static str {
        match self {
            Self::Percent => "a hidden remark of another tool",
            Self::Container | Self::Admonition => "a box of another tool",
            Self::Shortcode => "a shortcode of another tool",
            Self::Template => "a command of another tool",
            Self::Attributes => "a size or style for another tool",
            Self::SpacedAddress => "no link, because its address has a blank in it",
            Self::PartedAddress => "no link, because of the blank before `(`",
            Self::UndefinedLabel => "no link, because nothing says where it leads",
            Self::Emoji => "the name of an emoji",
            Self::Formula => "a formula",
            Self::Diagram => "a drawing in words",
            Self::Import => "a line of program code",
            Self::TightHeading => "no heading, because it lacks a blank",
            Self::Highlight => "a highlight of another tool",
            Self::Contents => "a table of contents of another tool",
            Self::OpenComment => "a comment without its end",
        }
    }

    /// What to write where nothing can be written for the writer.
    fn help(self) -> &'static str {
        match self {
            Self::Percent => "write `<!-- ... -->` to hide it, or delete the signs to show it",
            Self::Container | Self::Admonition => {
                "write a box as a quotation, with `>` before each line, the first of which is `> [!NOTE]`"
            }
            Self::Shortcode | Self::Template => "delete it, and write what it stood for",
            Self::Attributes => "delete it: pictures and text get their size from the site",
            Self::SpacedAddress => "put the address between `<` and `>`",
            Self::PartedAddress => "delete the blank",
            Self::UndefinedLabel => "write where it leads: `[text](page.md)`",
            Self::Emoji => "write the emoji itself, or delete its name",
            Self::Formula => "write it in words, or as code between backticks",
            Self::Diagram => "put a picture of it beside the page: `![what it shows](picture.png)`",
            Self::Import => "delete it: a page holds text, and no program",
            Self::TightHeading => "write a blank after the `#`",
            Self::Highlight => "write `**` on both sides for bold",
            Self::Contents => "delete it: every page gets its own",
            Self::OpenComment => "write `-->` where the comment is over, or delete `<!--`",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Diagram => "shown as code",
            _ => "shown as it is written",
        }
    }
}

/// Text of a shape; `instead` is what to write in its place, where that can be told.
pub fn found(place: Place, shape: Shape, written: &str, instead: Option<String>) -> Diagnostic {
    let first = written.lines().next().unwrap_or_default().trim();
    let (written, what) = (clip(first), Text::from(shape.what()));
    // Backticks around backticks cannot be told apart.
    let message = match first.contains('`') {
        true => text!("\"{written}\" is {what}", written, what),
        false => text!("`{written}` is {what}", written, what),
    };
    let found = RULE.at(place, message).label(shape.label());
    match (shape, instead) {
        (Shape::Container, Some(its_box)) => found.help(text!("write a box as a quotation, with `>` before each line and no closing `:::`:\n{its_box}", its_box)),
        (Shape::Admonition | Shape::Shortcode, Some(its_box)) => {
            found.help(text!("write a box as a quotation, with `>` before each line:\n{its_box}", its_box))
        }
        (Shape::Emoji, Some(sign)) => found.help(text!("write the emoji itself: {sign}", sign)),
        (Shape::UndefinedLabel, Some(link)) => {
            found.help(text!("write where it leads: `{link}`", link))
        }
        (_, Some(line)) => found.help(line),
        (_, None) => found.help(shape.help()),
    }
}
