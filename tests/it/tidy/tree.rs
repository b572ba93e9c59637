//! All sources together: which file a path leads to, through `use`, `super`,
//! renamings and re-exports to where the item is defined.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit_mut::VisitMut;
use walkdir::WalkDir;

use super::measure::{Exceptions, Measures};
use super::syntax::{How, Names, WithoutTests, Written, child};

/// One file of `src`.
pub(super) struct File {
    /// Below `src`.
    pub path: String,
    pub room: String,
    pub text: String,
    pub names: Names,
    pub measures: Measures,
    pub exceptions: Exceptions,
}

/// Every file, and what each module knows by which name.
#[derive(Default)]
pub(super) struct Tree {
    pub files: Vec<File>,
    /// The file of each module.
    modules: BTreeMap<String, usize>,
    items: BTreeSet<(String, String)>,
    imports: BTreeMap<(String, String), Vec<String>>,
    globs: BTreeMap<String, Vec<Vec<String>>>,
}

/// Where a path leads: a module, or an item in the module that defines it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Definition {
    pub module: String,
    pub item: Option<String>,
}

impl Tree {
    /// The sources of this crate.
    pub(super) fn of_src() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let entries = WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
        let sources = entries.filter(|it| it.path().extension().is_some_and(|end| end == "rs"));
        Self::new(sources.map(|entry| {
            let path = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            (path, fs::read_to_string(entry.path()).unwrap())
        }))
    }

    /// Files by their paths below `src`.
    pub(super) fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut tree = Self::default();
        for (path, text) in files {
            tree.add(path, text);
        }
        tree
    }

    fn add(&mut self, path: String, text: String) {
        let mut syntax = syn::parse_file(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let exceptions = Exceptions::of(&syntax);
        WithoutTests.visit_file_mut(&mut syntax);
        let bare = path.trim_end_matches(".rs").trim_end_matches("/mod");
        let module = if bare == "lib" { String::new() } else { bare.replace('/', "::") };
        let names = Names::of(&syntax, &module);
        for module in &names.modules {
            self.modules.insert(module.clone(), self.files.len());
        }
        self.items.extend(names.items.iter().cloned());
        for path in &names.written {
            let module = path.module.clone();
            match &path.how {
                How::Path => {}
                How::Glob => self.globs.entry(module).or_default().push(path.segments.clone()),
                How::Import { name, .. } => {
                    self.imports.insert((module, name.clone()), path.segments.clone());
                }
            }
        }
        let room = path.split(['/', '.']).next().unwrap_or_default().to_owned();
        let measures = Measures::of(&syntax);
        self.files.push(File { path, room, text, names, measures, exceptions });
    }

    /// The file that a module's code stands in.
    pub(super) fn file_of(&self, module: &str) -> Option<&File> {
        self.modules.get(module).map(|file| &self.files[*file])
    }

    /// Where a path of this crate leads; nothing for one of another crate.
    pub(super) fn resolve(&self, path: &Written) -> Option<Definition> {
        self.follow(&path.module, &path.segments, &mut BTreeSet::new())
    }

    fn follow(&self, from: &str, path: &[String], seen: &mut Seen) -> Option<Definition> {
        let (first, mut rest) = path.split_first()?;
        let mut found = match first.as_str() {
            "crate" => Definition { module: String::new(), item: None },
            "playbook" if from == "main" => Definition { module: String::new(), item: None },
            "self" => Definition { module: from.to_owned(), item: None },
            "super" => Definition { module: parent(from).to_owned(), item: None },
            name => self.look_up(from, name, rest.is_empty(), seen)?,
        };
        while let Some((name, after)) = rest.split_first()
            && found.item.is_none()
        {
            rest = after;
            found = match name.as_str() {
                "self" => found,
                "super" => Definition { module: parent(&found.module).to_owned(), item: None },
                name => {
                    self.look_up(&found.module, name, rest.is_empty(), seen).unwrap_or_else(|| {
                        // Made by a macro, in this module.
                        Definition { module: found.module, item: Some(name.to_owned()) }
                    })
                }
            };
        }
        Some(found)
    }

    /// What a module knows by this name. A module comes first where a path goes on
    /// (`parse::X`), an item where it ends (`parse()`).
    fn look_up(&self, module: &str, name: &str, ends: bool, seen: &mut Seen) -> Option<Definition> {
        if !seen.insert((module.to_owned(), name.to_owned(), ends)) {
            return None;
        }
        let key = (module.to_owned(), name.to_owned());
        let inside = || {
            let module = child(module, name);
            self.modules.contains_key(&module).then_some(Definition { module, item: None })
        };
        if let Some(found) = (!ends).then(inside).flatten() {
            return Some(found);
        }
        if self.items.contains(&key) {
            return Some(Definition { module: key.0, item: Some(key.1) });
        }
        if let Some(path) = self.imports.get(&key)
            && let Some(found) = self.follow(module, path, seen)
        {
            return Some(found);
        }
        if let Some(found) = inside() {
            return Some(found);
        }
        self.globs.get(module).into_iter().flatten().find_map(|path| {
            let all = self.follow(module, path, seen).filter(|it| it.item.is_none())?;
            self.look_up(&all.module, name, ends, seen)
        })
    }
}

/// Lookups under way: globs may go in a circle.
type Seen = BTreeSet<(String, String, bool)>;

fn parent(module: &str) -> &str {
    module.rsplit_once("::").map_or("", |(parent, _)| parent)
}
