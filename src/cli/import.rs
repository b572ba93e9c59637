//! `playbook import`: makes unfinished pages of documents, notes and other playbooks, and
//! lists what found no place in them. Nothing that is there is touched.

mod converter;
mod gather;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::diagnostic::Severity;
use crate::document::{DocumentSettings, identify};
use crate::domain::Kind;
use crate::edit;
use crate::engine::{Build, Engine};
use crate::import::{Here, Import, ImportMap, Refusal, RefusalReason, import};
use crate::source::{self, Sources};

use super::exit::Exit;
use super::root;
use super::terminal::Terminal;
use gather::{Bounds, Gathered, TooManyFiles, advice, gather, no_page};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A document (.docx, .odt, .html), a text (.txt), markdown (.md), or a folder of them: an
    /// export of a note tool, or another playbook
    #[arg(value_name = "FILE|DIR")]
    from: PathBuf,
    /// What things of the source are called here: a TOML file with tables named fields, roles,
    /// tools, people, layers and data, and lines such as `closer = "sales"`
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// How to show what was taken and what not
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// How long a document may take to be converted
    #[arg(long, default_value_t = 60, value_name = "SECONDS")]
    wait: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    #[default]
    Human,
    /// For programs
    Json,
}

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let root = root::find(given, terminal)?;
    let sources = root::load(&root, terminal)?;
    let build = Engine::new().build(&sources);
    let settings = DocumentSettings::of(&sources.config);
    let here = here(&sources, &build, &settings);
    let map = read_map(args.map.as_deref(), &here, terminal)?;
    let (start, is_playbook) = start(&args.from, &root, terminal)?;
    let bounds = Bounds {
        page_bytes: settings.limits.page_bytes,
        conversion: Duration::from_secs(args.wait),
    };
    let progress = terminal.progress("reading");
    let gathered = gather(&args.from, &start, is_playbook, &bounds);
    drop(progress);
    let mut gathered = gathered.map_err(|TooManyFiles| {
        let help = "nothing was written; import its folders one by one";
        terminal.error(&format!("{} holds too many files", args.from.display()), [help]);
        Exit::Code(3)
    })?;
    let mut result = import(&gathered.material, &here, &map);
    sort_rest(&mut result, &mut gathered, args.from.is_dir());
    write(&root, &result, &gathered.attachments, terminal)?;
    tell(args, &root, &result, terminal);
    Ok(exit(&result))
}

/// What the playbook has already.
fn here<'a>(sources: &'a Sources, build: &Build, settings: &'a DocumentSettings) -> Here<'a> {
    let known = |path: &std::sync::Arc<str>| Some((identify(path)?, path.to_string()));
    let playbook = build.playbook();
    let mut names: BTreeMap<Kind, BTreeMap<String, String>> = BTreeMap::new();
    let mut add = |kind: Kind, id: &str, name: &str| {
        names.entry(kind).or_default().insert(name.to_lowercase(), id.to_owned());
    };
    for (id, role) in &playbook.roles {
        let others = role.front.aliases.iter().map(String::as_str);
        [&**id, &role.page.card.title].into_iter().chain(others).for_each(|name| {
            add(Kind::Role, id, name);
        });
    }
    for (id, tool) in &playbook.tools {
        let others = tool.front.aliases.iter().map(String::as_str);
        [&**id, &tool.page.card.title].into_iter().chain(others).for_each(|name| {
            add(Kind::Tool, id, name);
        });
    }
    for (id, person) in playbook.people.iter().chain(playbook.hidden_people.iter()) {
        [&**id, &person.page.card.title].into_iter().for_each(|name| add(Kind::Person, id, name));
    }
    let asset_endings = &sources.config.build.assets;
    let pages = sources.documents.keys().filter_map(known).collect();
    Here { settings, asset_endings, pages, names }
}

fn read_map(path: Option<&Path>, here: &Here<'_>, terminal: &Terminal) -> Result<ImportMap, Exit> {
    let Some(path) = path else { return Ok(ImportMap::default()) };
    let shown = path.display();
    let help = "nothing was written; see `playbook import --help` for what may stand in it";
    let text = std::fs::read_to_string(path).map_err(|error| {
        terminal.error(&format!("cannot read {shown}: {error}"), ["nothing was written"]);
        Exit::Code(4)
    })?;
    let map = ImportMap::parse(&text).map_err(|error| {
        terminal.error(&format!("{shown} cannot be used: {}", error.trim_end()), [help]);
        Exit::Usage
    })?;
    let faults = map.faults(here);
    if faults.is_empty() {
        return Ok(map);
    }
    for fault in &faults {
        terminal.error(&format!("{shown}: {fault}"), []);
    }
    terminal.fault(&format!("  help: {help}"));
    Err(Exit::Usage)
}

/// Where paths count from: the folder, the folder of the file, or the playbook that it is
/// a part of.
fn start(from: &Path, root: &Path, terminal: &Terminal) -> Result<(PathBuf, bool), Exit> {
    if let Err(error) = std::fs::metadata(from) {
        let help = "nothing was written; name a file or a folder that is there";
        terminal.error(&format!("cannot read {}: {error}", from.display()), [help]);
        return Err(Exit::Code(4));
    }
    let folder = if from.is_dir() { from } else { from.parent().unwrap_or(from) };
    let folder = if folder == Path::new("") { Path::new(".") } else { folder };
    let plain = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (real, here) = (plain(folder), plain(root));
    // A file may lie beside playbook.toml; a folder that holds the playbook holds its pages.
    if real.starts_with(here.join("content")) || from.is_dir() && here.starts_with(&real) {
        let help = "nothing was written; name a file or folder that holds no page of it";
        terminal.error(&format!("{} has pages of this playbook", from.display()), [help]);
        return Err(Exit::Code(3));
    }
    match source::find_root(&real) {
        Ok(other) if plain(&other) != here && is_page_of(&real, &plain(&other)) => {
            // Spelt as it was typed, so that paths below it are found in it.
            let above = real.strip_prefix(plain(&other)).map_or(0, |rest| rest.iter().count());
            let other = folder.ancestors().nth(above).map_or(other, Path::to_owned);
            Ok((other, true))
        }
        _ => Ok((folder.to_owned(), false)),
    }
}

/// Whether a folder is a playbook, or lies among its pages.
fn is_page_of(folder: &Path, playbook: &Path) -> bool {
    folder == playbook || folder.starts_with(playbook.join("content"))
}

/// What was given and became no page, told as it is: something that could have been one,
/// or a file that no page shows.
fn sort_rest(result: &mut Import, gathered: &mut Gathered, is_folder: bool) {
    result.refused.append(&mut gathered.refused);
    let unused = std::mem::take(&mut result.unused);
    if is_folder {
        let (documents, rest): (Vec<String>, Vec<String>) =
            unused.into_iter().partition(|path| advice(path).is_some());
        result.refused.extend(documents.iter().map(|path| no_page(path)));
        result.unused = rest;
    }
    result.refused.sort_by(|a, b| a.from.cmp(&b.from));
}

/// All pages with their pictures, or nothing.
fn write(
    root: &Path,
    result: &Import,
    attachments: &BTreeMap<String, PathBuf>,
    terminal: &Terminal,
) -> Result<(), Exit> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for page in &result.pages {
        files.insert(page.path.clone(), page.text.clone().into_bytes());
        for (path, attachment) in &page.files {
            let Some(lies_at) = attachments.get(attachment) else { continue };
            let bytes = std::fs::read(lies_at).map_err(|error| {
                let help = "nothing was written; look at its permissions";
                terminal.error(&format!("cannot read {}: {error}", lies_at.display()), [help]);
                Exit::Code(4)
            })?;
            files.insert(path.clone(), bytes);
        }
    }
    if files.is_empty() {
        return Ok(());
    }
    edit::add_all(root, &files).map_err(|error| {
        let text = match error {
            edit::CreateError::Io { doing, path, error } => {
                format!("cannot {doing} {}: {error}", path.display())
            }
            edit::CreateError::NoFolder(path) => format!("{} is a file", path.display()),
            edit::CreateError::Occupied(names) => format!("{} is in the way", names.join(", ")),
        };
        terminal.error(&text, ["nothing was written, and nothing was left behind"]);
        Exit::Code(4)
    })
}

fn tell(args: &Args, root: &Path, result: &Import, terminal: &Terminal) {
    if args.format == Format::Json {
        return terminal.answer(&result.json());
    }
    let list = result.list();
    if !list.is_empty() {
        terminal.answer(&list);
    }
    // One help for a hundred documents that need the same program.
    let mut helped: BTreeSet<&str> = BTreeSet::new();
    let (known, refused): (Vec<&Refusal>, Vec<&Refusal>) =
        result.refused.iter().partition(|refusal| refusal.reason == RefusalReason::Known);
    for Refusal { from, why, .. } in known {
        terminal.note(&format!("{from} is not needed: {why}"));
    }
    for Refusal { from, why, help, .. } in &refused {
        let help = helped.insert(help).then_some(help.as_str());
        terminal.error(&format!("{from} was not imported: {why}"), help);
    }
    let (pages, refused) = (result.pages.len(), refused.len());
    let were = |count: usize| if count == 1 { "file was" } else { "files were" };
    if refused > 0 {
        terminal.note(&format!("{refused} {} not imported", were(refused)));
    }
    if pages > 0 {
        terminal.note(&format!(
            "{pages} {} imported{}\n\
             write down who owns each page, what may go in and when it was last run; the line \
             `draft: true` keeps it unpublished until you take it out\n  playbook serve --open",
            were(pages),
            said_by_check(root, result)
        ));
    }
}

/// How many errors and warnings `check` has about the pages that were made.
fn said_by_check(root: &Path, result: &Import) -> String {
    let paths: BTreeSet<&str> = result.pages.iter().map(|page| page.path.as_str()).collect();
    let Ok(sources) = source::load(root) else { return String::new() };
    let build = Engine::new().build(&sources);
    let messages = build.diagnostics();
    let count = |severity: Severity| {
        let of_them = messages.iter().filter(|it| paths.contains(&*it.place.path));
        of_them.filter(|it| it.severity == severity).count()
    };
    let counts = [("errors", count(Severity::Error)), ("warnings", count(Severity::Warn))];
    let counts = counts.iter().filter(|(_, count)| *count > 0);
    let counts: Vec<String> = counts.map(|(what, count)| format!("{what}: {count}")).collect();
    if counts.is_empty() {
        return String::new();
    }
    format!("; `playbook check` tells what to mend in them ({})", counts.join(", "))
}

fn exit(result: &Import) -> Exit {
    match result.refused.iter().map(|refusal| refusal.reason).max() {
        None | Some(RefusalReason::Known) => Exit::Done,
        Some(RefusalReason::Content) => Exit::Content,
        Some(RefusalReason::Taken) => Exit::Code(3),
        Some(RefusalReason::Environment) => Exit::Code(4),
    }
}
