//! Who calls whom among templates and components, read from their text before
//! the engine compiles them: rendering costs stack per level, so circles and
//! deep chains are refused. Deliberately absent: any other check of syntax.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// Levels of templates and components; the built-in theme needs a dozen.
pub const MAX_LEVELS: usize = 32;

/// A call that may not be.
pub struct NestingFault {
    /// Template of the company with the call in it.
    pub path: Arc<str>,
    /// The name that is called.
    pub range: Range<usize>,
    /// Names from the first to the one that comes again; `None` when the
    /// chain is merely too deep.
    pub circle: Option<Vec<String>>,
}

/// A template, or a component with `<` before its name.
type TemplateName = String;

struct Call {
    to: TemplateName,
    /// In which file, if it is one of the company's, and where.
    at: Option<(Arc<str>, Range<usize>)>,
}

/// The first circle or too deep chain. `built_in` names carry `prefix`.
pub fn check<'a>(
    built_in: impl Iterator<Item = (&'a str, &'a str)>,
    prefix: &str,
    own: &'a BTreeMap<Arc<str>, String>,
) -> Option<NestingFault> {
    let mut calls: BTreeMap<TemplateName, Vec<Call>> = BTreeMap::new();
    for (path, text) in built_in {
        calls.extend(callers(&format!("{prefix}{path}"), text, None));
    }
    // A component of the company takes the place of a built-in one.
    for (path, text) in own {
        calls.extend(callers(path, text, Some(path)));
    }
    let mut walk = Walk { calls: &calls, prefix, heights: BTreeMap::new(), above: Vec::new() };
    calls.keys().find_map(|name| walk.height(name).err())
}

struct Walk<'a> {
    calls: &'a BTreeMap<TemplateName, Vec<Call>>,
    prefix: &'a str,
    /// Levels below those that were walked already.
    heights: BTreeMap<&'a str, usize>,
    above: Vec<(&'a str, Option<&'a Call>)>,
}

impl<'a> Walk<'a> {
    fn height(&mut self, name: &'a str) -> Result<usize, NestingFault> {
        // Once each: parts that share parts would double the walk at every level.
        if let Some(height) = self.heights.get(name) {
            return Ok(*height);
        }
        self.above.push((name, None));
        let mut height = 0;
        for call in self.calls.get(name).into_iter().flatten() {
            let Some(to) = self.resolve(&call.to) else { continue };
            if let Some(last) = self.above.last_mut() {
                last.1 = Some(call);
            }
            if let Some(first) = self.above.iter().position(|(name, _)| *name == to) {
                return Err(self.fault(first, true));
            }
            if self.above.len() > MAX_LEVELS {
                return Err(self.fault(0, false));
            }
            height = height.max(1 + self.height(to)?);
            // What was walked before may be deep, and stands below more here than it did there.
            if self.above.len() + height > MAX_LEVELS {
                return Err(self.fault(0, false));
            }
        }
        self.above.pop();
        self.heights.insert(name, height);
        Ok(height)
    }

    /// The company's template of this name, or the built-in one.
    fn resolve(&self, name: &str) -> Option<&'a str> {
        let found = self.calls.get_key_value(name);
        let found =
            found.or_else(|| self.calls.get_key_value(format!("{}{name}", self.prefix).as_str()));
        found.map(|(name, _)| name.as_str())
    }

    fn fault(&self, first: usize, circle: bool) -> NestingFault {
        let chain = self.above.get(first..).unwrap_or_default();
        // The built-in theme alone has neither, so one call is the company's.
        let own = chain.iter().rev().find_map(|(_, call)| call.and_then(|call| call.at.clone()));
        let (path, range) = own.unwrap_or_else(|| (Arc::from("base.html"), 0..0));
        let names = chain.iter().chain(chain.first()).map(|(name, _)| shown(name));
        NestingFault { path, range, circle: circle.then(|| names.collect()) }
    }
}

fn shown(name: &str) -> String {
    if name.starts_with('<') { format!("{name}/>") } else { name.to_owned() }
}

/// The template and the components that its text defines, with their calls.
fn callers(name: &str, text: &str, own: Option<&Arc<str>>) -> BTreeMap<TemplateName, Vec<Call>> {
    let mut callers: BTreeMap<TemplateName, Vec<Call>> = BTreeMap::new();
    let mut caller = name.to_owned();
    callers.entry(caller.clone()).or_default();
    for (start, tag) in tags(text) {
        let mut words = tag.split(|c: char| c.is_whitespace() || c == '(' || c == '-');
        let mut words = words.by_ref().filter(|word| !word.is_empty());
        match words.next() {
            Some("component") => caller = format!("<{}", words.next().unwrap_or_default()),
            Some("endcomponent") => name.clone_into(&mut caller),
            Some("include" | "extends") => {
                let found = quoted(tag).map(|(at, to)| call(to.to_owned(), to, start + at, own));
                callers.entry(caller.clone()).or_default().extend(found);
            }
            _ => {
                let found =
                    components(tag).map(|(at, to)| call(format!("<{to}"), to, start + at, own));
                callers.entry(caller.clone()).or_default().extend(found);
            }
        }
    }
    callers
}

fn call(to: TemplateName, written: &str, at: usize, own: Option<&Arc<str>>) -> Call {
    Call { to, at: own.map(|path| (Arc::clone(path), at..at + written.len())) }
}

/// What stands between `{%` and `%}` or `{{` and `}}`, with its place.
fn tags(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let open = rest.find('{')?;
            let start = at + open + 2;
            let close = match rest.get(open + 1..)?.chars().next()? {
                '%' => "%}",
                '{' => "}}",
                '#' => "#}",
                _ => {
                    at += open + 1;
                    continue;
                }
            };
            let length = text.get(start..)?.find(close)?;
            at = start + length + close.len();
            if close != "#}" {
                return Some((start, text.get(start..start + length)?));
            }
        }
    })
}

fn quoted(tag: &str) -> Option<(usize, &str)> {
    let open = tag.find(['"', '\'', '`'])?;
    let quote = tag.get(open..)?.chars().next()?;
    let name = tag.get(open + 1..)?.split(quote).next()?;
    Some((open + 1, name))
}

/// `<name` in an expression.
fn components(tag: &str) -> impl Iterator<Item = (usize, &str)> {
    tag.match_indices('<').filter_map(|(at, _)| {
        let rest = tag.get(at + 1..)?;
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '.');
        let name = rest.get(..end.unwrap_or(rest.len()))?;
        (!name.is_empty()).then_some((at + 1, name))
    })
}
