//! Syntax highlighting as a few classes of the project's own (`hl-k` keyword,
//! `hl-s` string, ...): syntect's scopes, one element each, would make a page
//! several times larger. What is capped is counted, never timed, so that the
//! same text always gives the same HTML.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use syntect::parsing::{BasicScopeStackOp, ParseState, Scope, ScopeStack, ScopeStackOp, SyntaxSet};
use syntect::util::LinesWithEndings;

use super::html::escape;

/// Longer lines stay plain: some grammars need time that grows with the square
/// of a line, or worse.
const LINE_BYTES: usize = 1000;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);
static TOKENS: LazyLock<BTreeMap<String, usize>> = LazyLock::new(tokens);
static CLASSES: LazyLock<Vec<(Scope, Class)>> = LazyLock::new(classes);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
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

/// A scope's class by its longest known prefix; a scope without one keeps what
/// is around it.
fn classes() -> Vec<(Scope, Class)> {
    let table = [
        ("comment", Class::Comment),
        ("constant", Class::Number),
        ("constant.character.escape", Class::Number),
        ("entity.name.function", Class::Function),
        ("entity.name.section", Class::Keyword),
        ("entity.name.tag", Class::Keyword),
        ("entity.name", Class::Type),
        ("entity.other.attribute-name", Class::Attribute),
        ("entity.other.inherited-class", Class::Type),
        ("keyword", Class::Keyword),
        ("keyword.operator", Class::Plain),
        ("markup.deleted", Class::Deleted),
        ("markup.heading", Class::Keyword),
        ("markup.inserted", Class::Inserted),
        ("meta.interpolation", Class::Plain),
        ("meta.template.expression", Class::Plain),
        ("source", Class::Plain),
        ("storage", Class::Keyword),
        ("string", Class::String),
        ("string.unquoted", Class::Plain),
        ("support.function", Class::Function),
        ("support.class", Class::Type),
        ("support.type", Class::Type),
        ("support.type.property-name", Class::Attribute),
        ("variable.function", Class::Function),
        ("variable.language", Class::Keyword),
        ("variable.parameter", Class::Plain),
    ];
    let mut known: Vec<(Scope, Class)> = table
        .into_iter()
        .filter_map(|(name, class)| Some((Scope::new(name).ok()?, class)))
        .collect();
    known.sort_by_key(|(scope, _)| std::cmp::Reverse(scope.len()));
    known
}

/// Writes `text` with classes. False, and nothing written, when the language
/// is not known. The first `limit` bytes are highlighted, the rest is plain.
pub(super) fn write(language: &str, text: &str, limit: u64, html: &mut String) -> bool {
    let Some(syntax) = find(language) else { return false };
    let mut state = ParseState::new(syntax);
    let mut spans = Spans::default();
    let mut spent = 0;
    for line in LinesWithEndings::from(text) {
        spent += line.len() as u64;
        let parsed = (line.len() <= LINE_BYTES && spent <= limit)
            .then(|| state.parse_line(line, &SYNTAXES).ok())
            .flatten();
        match parsed {
            Some(operations) => spans.line(line, &operations, html),
            None => spans.run(line, Class::Plain, html),
        }
    }
    spans.close(html);
    true
}

fn find(language: &str) -> Option<&'static syntect::parsing::SyntaxReference> {
    let token = match language {
        "" | "text" | "txt" | "plain" | "plaintext" | "markdown" | "md" => return None,
        "shell" | "console" | "shell-session" | "terminal" => "sh",
        "typescript" | "ts" | "jsx" | "tsx" | "mjs" => "js",
        "jsonc" | "json5" => "json",
        "c#" | "csharp" => "cs",
        "golang" => "go",
        other => other,
    };
    TOKENS.get(token).and_then(|number| SYNTAXES.syntaxes().get(*number))
}

/// Extensions and names in lower case, each with the number of its syntax: the
/// last one counts, as in syntect's own search, which looks at every one of
/// them for each block.
fn tokens() -> BTreeMap<String, usize> {
    let mut tokens = BTreeMap::new();
    for (number, syntax) in SYNTAXES.syntaxes().iter().enumerate() {
        tokens.insert(syntax.name.to_lowercase(), number);
    }
    for (number, syntax) in SYNTAXES.syntaxes().iter().enumerate() {
        let extensions = syntax.file_extensions.iter().map(|it| it.to_lowercase());
        tokens.extend(extensions.map(|extension| (extension, number)));
    }
    tokens
}

#[derive(Default)]
struct Spans {
    scopes: ScopeStack,
    /// Class of each scope on the stack; None keeps what is below.
    classes: Vec<Option<Class>>,
    open: Option<Class>,
}

impl Spans {
    fn line(&mut self, line: &str, operations: &[(usize, ScopeStackOp)], html: &mut String) {
        let mut from = 0;
        for (at, operation) in operations {
            self.run(line.get(from..*at).unwrap_or_default(), self.class(), html);
            from = (*at).max(from);
            let classes = &mut self.classes;
            let applied = self.scopes.apply_with_hook(operation, |basic, _| match basic {
                BasicScopeStackOp::Push(scope) => classes.push(class_of(scope)),
                BasicScopeStackOp::Pop => drop(classes.pop()),
            });
            if applied.is_err() {
                break;
            }
        }
        self.run(line.get(from..).unwrap_or_default(), self.class(), html);
    }

    fn class(&self) -> Class {
        self.classes.iter().rev().flatten().next().copied().unwrap_or(Class::Plain)
    }

    /// Writes a run; neighbours of one class share an element, and white space
    /// belongs to whatever is open.
    fn run(&mut self, text: &str, class: Class, html: &mut String) {
        if text.is_empty() {
            return;
        }
        let blank = text.chars().all(char::is_whitespace);
        if !blank && self.open != Some(class) {
            self.close(html);
            if let Some(name) = class.name() {
                html.push_str("<span class=\"");
                html.push_str(name);
                html.push_str("\">");
                self.open = Some(class);
            }
        }
        escape(text, html);
    }

    fn close(&mut self, html: &mut String) {
        if self.open.take().is_some() {
            html.push_str("</span>");
        }
    }
}

fn class_of(scope: Scope) -> Option<Class> {
    let known = CLASSES.iter().find(|(prefix, _)| prefix.is_prefix_of(scope));
    known.map(|(_, class)| *class)
}
