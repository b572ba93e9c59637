//! `playbook check`: every problem, and nothing published.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::change;
use crate::check;
use crate::diagnostic::print::{self, Counts};
use crate::diagnostic::{Diagnostic, Text, grouped, nearest, text};
use crate::engine::{Build, Engine};
use crate::model::DocumentState;
use crate::upkeep;

use super::day::today;
use super::exit::Exit;
use super::forge_summary;
use super::history;
use super::root;
use super::terminal::Terminal;
use super::triage::{self, Pages, Whose};
use super::written::{refuse, write_plan};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Show only problems of these files and folders; the whole is looked at all the same
    paths: Vec<PathBuf>,
    #[command(flatten)]
    whose: Whose,
    /// Only count them, by rule, role and owner
    #[arg(long)]
    summary: bool,
    /// How to show them
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// Judge dates as of this day [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Show only what has changed since this revision, and what that broke elsewhere
    #[arg(long, value_name = "REV")]
    changed_since: Option<String>,
    /// Write down what was read: mend each line of a page that has one meaning alone
    #[arg(long)]
    fix: bool,
    /// Fail on gaps, or on gaps and warnings too
    #[arg(long, value_enum, value_name = "SEVERITY")]
    deny: Option<Deny>,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// For people
    #[default]
    Human,
    /// For programs
    Json,
    /// Notes at the lines of a pull request on GitHub
    Github,
    /// The Code Quality report of GitLab
    Gitlab,
    /// Notes in the log of Azure DevOps
    Azure,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Deny {
    /// Missing parts
    Gap,
    /// Missing parts and warnings
    Warn,
}

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let root = root::find(given, terminal)?;
    if args.fix {
        fix(args, &root, terminal)?;
    }
    let progress = terminal.progress("checking");
    let mut reader = root::reader(&root, terminal)?;
    let sources = reader.load().map_err(|error| root::tell(&error, terminal))?;
    let mut engine = Engine::new();
    let build = engine.build(&sources);
    let as_of = args.as_of.unwrap_or_else(today);
    let (mut new, mut older) = (Vec::new(), 0);
    if let Some(revision) = &args.changed_since {
        let earlier = history::build_at(&mut engine, &reader, &sources, revision, terminal)?;
        let change = change::compare(&earlier.build, &build, as_of);
        (new, older) = (change.told(&build), change.messages.older);
    } else {
        new.extend(check::dates(build.playbook(), as_of));
        new.extend(check::way_in(build.playbook()));
    }
    let mut diagnostics: Vec<&Diagnostic> = new.iter().collect();
    if args.changed_since.is_none() {
        diagnostics.extend(build.diagnostics());
    }
    let mut diagnostics = build.sorted(diagnostics);
    let wanted = relative(&args.paths, &root);
    diagnostics.retain(|it| wanted.is_empty() || wanted.iter().any(|path| is_in(it, path)));
    drop(progress);
    exist(&wanted, &build, &root, terminal)?;
    let pages = Pages::of(&build);
    args.whose.keep(build.playbook(), &pages, &mut diagnostics, terminal)?;
    let found = Found { build: &build, diagnostics, pages, older };
    found.show(args, terminal)?;
    // No site could be made, whatever the content is like.
    if build.theme_failed {
        return Err(Exit::Usage);
    }
    Ok(verdict(print::counts(found.diagnostics), args.deny))
}

/// What there is to tell, in order.
struct Found<'a> {
    build: &'a Build,
    diagnostics: Vec<&'a Diagnostic>,
    pages: Pages<'a>,
    /// Problems that were there before a change, and are not shown.
    older: usize,
}

impl Found<'_> {
    fn show(&self, args: &Args, terminal: &Terminal) -> Result<(), Exit> {
        let whole = grouped(&self.diagnostics);
        let shown: Vec<&Diagnostic> = whole.iter().collect();
        let lookup = |path: &str| self.build.source_map(path);
        let translation = self.build.translation();
        let prefix = prefix(self.build);
        let text = match args.format {
            Format::Human => {
                self.show_to_people(shown, args.summary, terminal);
                return Ok(());
            }
            Format::Json => {
                print::json(&shown, &lookup, &|path| self.pages.owner(path), translation)
            }
            Format::Gitlab => print::gitlab(&shown, &lookup, &prefix, translation),
            Format::Azure => print::azure(&shown, &lookup, &prefix, translation),
            Format::Github => {
                let (lines, rest) = print::github(&shown, &lookup, &prefix, translation);
                forge_summary::add(&rest, &lookup, translation, terminal)?;
                lines
            }
        };
        terminal.answer_bytes(text.as_bytes());
        Ok(())
    }

    fn show_to_people(&self, shown: Vec<&Diagnostic>, summary: bool, terminal: &Terminal) {
        let lookup = |path: &str| self.build.source_map(path);
        let translation = self.build.translation();
        let shown = shown.into_iter().filter(|_| !summary);
        let messages = terminal.messages(shown, &lookup, translation, &std::io::stdout());
        if !messages.is_empty() {
            terminal.answer(&messages);
        }
        if summary || self.diagnostics.len() > MANY {
            let tables = triage::tables(&self.diagnostics, &self.pages, translation);
            terminal.answer(&format!("{tables}\n"));
        }
        let counts = print::counts(self.diagnostics.iter().copied());
        terminal.answer(&print::summary(counts, translation));
        let older = (self.older > 0).then(|| older_problems(self.older));
        for text in drafts(self.build).into_iter().chain(older) {
            terminal.answer(&text.translated(translation));
        }
    }
}

/// Mends what has one meaning; what is left is told after that.
fn fix(args: &Args, root: &Path, terminal: &Terminal) -> Result<(), Exit> {
    let sources = root::load(root, terminal)?;
    let build = Engine::with_drafts().build(&sources);
    let paths = relative(&args.paths, root);
    let plan = upkeep::mend(&sources, &build, |path| {
        paths.is_empty() || paths.iter().any(|wanted| covers(wanted, path))
    });
    let plan = plan.map_err(|refusal| refuse(&refusal, terminal))?;
    write_plan(root, &plan, terminal)
}

/// Where the playbook lies in its repository.
fn prefix(build: &Build) -> String {
    match build.playbook().config.repository.as_ref().map(|it| it.root.trim_matches('/')) {
        None | Some("") => String::new(),
        Some(root) => format!("{root}/"),
    }
}

/// Messages from which on they are counted by rule, role and owner.
const MANY: usize = 20;

/// Drafts that are named.
const MAX_DRAFTS: usize = 5;

/// Pages that readers do not see yet: whoever looks for one should find why here.
fn drafts(build: &Build) -> Option<Text> {
    let is_draft = |state: &DocumentState| matches!(state, DocumentState::Draft);
    let drafts = build.playbook().documents.iter().filter(|(_, state)| is_draft(state));
    let paths: Vec<&str> = drafts.map(|(path, _)| &**path).collect();
    let named = paths.iter().take(MAX_DRAFTS).map(|path| Text::verbatim(*path));
    let mut names: Vec<Text> = named.collect();
    let rest = paths.len().saturating_sub(MAX_DRAFTS);
    if rest > 0 {
        names.push(text!("and {rest} more", rest));
    }
    let names = Text::joined(names, ", ");
    match paths.len() {
        0 => None,
        1 => Some(text!("1 draft is not published: {names}", names)),
        count => Some(text!("{count} drafts are not published: {names}", count, names)),
    }
}

/// That each path names a file or folder here: no messages about one that is not there
/// would be taken for good news.
fn exist(wanted: &[String], build: &Build, root: &Path, terminal: &Terminal) -> Result<(), Exit> {
    let documents = || build.playbook().documents.keys().map(AsRef::as_ref);
    for path in wanted {
        let is_there = documents().any(|it| covers(path, it)) || root.join(path).exists();
        if !is_there {
            let near = nearest(path, documents());
            let help = near.map(|near| format!("did you mean {near}?"));
            terminal.error(&format!("there is no {path} in this playbook"), help.as_deref());
            return Err(Exit::Usage);
        }
    }
    Ok(())
}

/// What was wrong before a change is not its matter, and said all the same.
fn older_problems(count: usize) -> Text {
    match count {
        1 => text!("1 older problem is not shown"),
        count => text!("{count} older problems are not shown", count),
    }
}

fn verdict(counts: Counts, deny: Option<Deny>) -> Exit {
    let gaps = deny.is_some() && counts.gap > 0;
    let warnings = deny == Some(Deny::Warn) && counts.warn > 0;
    if counts.error > 0 || gaps || warnings { Exit::Content } else { Exit::Done }
}

/// Paths as diagnostics have them: from the root, with `/`.
fn relative(paths: &[PathBuf], root: &Path) -> Vec<String> {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let root = absolute(root);
    let relative = |path: &PathBuf| {
        // A path from the root is understood from anywhere.
        let below = absolute(path).strip_prefix(&root).map(Path::to_owned);
        let below = below.unwrap_or_else(|_| path.clone());
        let names = below.components().map(|name| name.as_os_str().to_string_lossy());
        names.collect::<Vec<_>>().join("/")
    };
    paths.iter().map(relative).collect()
}

/// Whether a path is one file or folder, or lies in it.
fn covers(path: &str, file: &str) -> bool {
    path.is_empty()
        || path == "."
        || file == path
        || file.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
}

fn is_in(diagnostic: &Diagnostic, path: &str) -> bool {
    let of = |file: &str| covers(path, file);
    // A message about another file may have its cause in this one.
    of(&diagnostic.place.path) || diagnostic.related.iter().any(|(place, _)| of(&place.path))
}
