//! Highlighting by the grammars that come with syntect. Its scopes, one element
//! each, would make a page several times larger: they become the few classes.
//! A line costs some 330 microseconds, so the common languages go elsewhere.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use syntect::parsing::{
    BasicScopeStackOp, ParseState, Scope, ScopeStack, ScopeStackOp, SyntaxReference, SyntaxSet,
};
use syntect::util::LinesWithEndings;

use super::spans::{Class, Spans};

/// Longer lines stay plain: some grammars need time that grows with the square
/// of a line, or worse.
const LINE_BYTES: usize = 1000;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);
static TOKENS: LazyLock<BTreeMap<String, usize>> = LazyLock::new(tokens);
static CLASSES: LazyLock<Vec<(Scope, Class)>> = LazyLock::new(classes);

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
    // The longest first: `find` takes the first that fits.
    known.sort_by_key(|(scope, _)| std::cmp::Reverse(scope.len()));
    known
}

/// Reads `text` by the grammar of its language. False when there is none.
pub(super) fn read(language: &str, text: &str, spans: &mut Spans<'_>) -> bool {
    let Some(syntax) = find(language) else { return false };
    let mut state = ParseState::new(syntax);
    let mut scopes = Scopes::default();
    for line in LinesWithEndings::from(text) {
        let short = line.len() <= LINE_BYTES;
        match short.then(|| state.parse_line(line, &SYNTAXES).ok()).flatten() {
            Some(operations) => scopes.line(line, &operations, spans),
            None => spans.run(line, Class::Plain),
        }
    }
    true
}

fn find(language: &str) -> Option<&'static SyntaxReference> {
    let token = match language {
        // Names that people write and syntect does not know.
        "objective-c" => "objc",
        "tex" => "latex",
        "clojurescript" => "clj",
        other => other,
    };
    TOKENS.get(token).and_then(|number| SYNTAXES.syntaxes().get(*number))
}

/// Extensions and names in lower case, each with the number of its syntax: the
/// last one counts, as in syntect's own search, which looks at every one of
/// them for each block.
fn tokens() -> BTreeMap<String, usize> {
    let mut tokens = BTreeMap::new();
    // Names first, so that extensions go over them.
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
struct Scopes {
    stack: ScopeStack,
    /// Class of each scope on the stack; None keeps what is below.
    classes: Vec<Option<Class>>,
}

impl Scopes {
    fn line(&mut self, line: &str, operations: &[(usize, ScopeStackOp)], spans: &mut Spans<'_>) {
        let mut from = 0;
        for (at, operation) in operations {
            spans.run(line.get(from..*at).unwrap_or_default(), self.class());
            from = (*at).max(from);
            let classes = &mut self.classes;
            let applied = self.stack.apply_with_hook(operation, |basic, _| match basic {
                BasicScopeStackOp::Push(scope) => classes.push(class_of(scope)),
                BasicScopeStackOp::Pop => drop(classes.pop()),
            });
            // A grammar that pops more than it pushed: the rest of the line goes as it is.
            if applied.is_err() {
                break;
            }
        }
        spans.run(line.get(from..).unwrap_or_default(), self.class());
    }

    fn class(&self) -> Class {
        self.classes.iter().rev().flatten().next().copied().unwrap_or(Class::Plain)
    }
}

fn class_of(scope: Scope) -> Option<Class> {
    let known = CLASSES.iter().find(|(prefix, _)| prefix.is_prefix_of(scope));
    known.map(|(_, class)| *class)
}
