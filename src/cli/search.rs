//! `playbook search`: the site's own search in a terminal, and its figures for
//! a list of queries.

mod eval;

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::engine::{Build, Engine};
use crate::search::eval::Judged;
use crate::search::{self, Facet, Filters, Index, PageRecord, Query, Results};

use super::counted::counted;
use super::exit::Exit;
use super::root;
use super::terminal::Terminal;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Words to look for; in quotes, a phrase
    #[arg(required_unless_present_any = ["eval", "known_items", "role", "layer", "tool", "data", "status"])]
    query: Vec<String>,
    /// Only pages for this role; again for any of several, like all that follow
    #[arg(long, value_name = "ROLE")]
    role: Vec<String>,
    /// Only pages of this layer
    #[arg(long, value_name = "LAYER")]
    layer: Vec<String>,
    /// Only pages with this tool
    #[arg(long, value_name = "TOOL")]
    tool: Vec<String>,
    /// Only pages with this data
    #[arg(long, value_name = "RUNG")]
    data: Vec<String>,
    /// Only pages with this status
    #[arg(long, value_name = "STATUS")]
    status: Vec<String>,
    /// How many results to show
    #[arg(long, default_value_t = 10, value_name = "N")]
    limit: usize,
    /// For programs
    #[arg(long)]
    json: bool,
    /// Run a table of queries and pages that they should find; fails when one does not
    #[arg(long, value_name = "FILE", conflicts_with_all = ["query", "known_items"])]
    eval: Option<PathBuf>,
    /// Fail only when fewer than this share of the queries find their page
    #[arg(long, default_value_t = 1.0, value_name = "SHARE", requires = "eval")]
    least: f64,
    /// Print such a table, made from the titles and texts of N pages
    #[arg(long, value_name = "N", conflicts_with = "query")]
    known_items: Option<usize>,
}

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let root = root::find(given, terminal)?;
    let sources = root::load(&root, terminal)?;
    let build = Engine::new().build(&sources);
    let Some(index) = build.site.search.index() else {
        terminal.error("the theme cannot be read", ["`playbook check` says why"]);
        return Err(Exit::Usage);
    };
    if let Some(file) = &args.eval {
        let judged = judged(file, terminal)?;
        return Ok(eval::run(&build, index, &judged, args.least, args.json, terminal));
    }
    if let Some(pages) = args.known_items {
        let record = |page| record(&build, index, page);
        terminal.answer(search::eval::known_items(index, pages, record).trim_end());
        return Ok(Exit::Done);
    }
    let filters = filters(args, index).map_err(|unknown| unknown.tell(terminal))?;
    Ok(show(args, filters, &build, index, terminal))
}

/// A table of queries and the pages that they should find.
pub(super) fn judged(file: &Path, terminal: &Terminal) -> Result<Vec<Judged>, Exit> {
    eval::read(file).map_err(|message| {
        terminal.error(&message, ["see `playbook search --help`"]);
        Exit::Usage
    })
}

fn record(build: &Build, index: &Index, page: u32) -> Option<PageRecord> {
    build.site.search.record(index.addresses.get(page as usize)?)
}

/// A value that no page has.
struct UnknownFilterValue {
    facet: Facet,
    word: String,
    known: Vec<String>,
}

impl UnknownFilterValue {
    fn tell(&self, terminal: &Terminal) -> Exit {
        let near = crate::diagnostic::nearest(&self.word, self.known.iter().map(String::as_str));
        let facet = self.facet.as_str();
        let help = match near {
            Some(near) => format!("did you mean `--{facet} {near}`?"),
            None => format!("write one of these: {}", self.known.join(", ")),
        };
        let message = format!("no page has the {facet} \"{}\"", self.word);
        terminal.error(&message, [help.as_str()]);
        Exit::Usage
    }
}

/// Ids of what was chosen, by id or by name.
fn filters(args: &Args, index: &Index) -> Result<Filters, UnknownFilterValue> {
    let mut filters = Filters::default();
    let given = [&args.role, &args.layer, &args.tool, &args.data, &args.status];
    let facets = Facet::ALL.into_iter().zip(given).zip(&index.header.facets).zip(&mut filters);
    for (((facet, words), data), ids) in facets {
        for word in words {
            let is = |(id, name): &&(String, String)| {
                id.eq_ignore_ascii_case(word) || name.eq_ignore_ascii_case(word)
            };
            let Some((id, _)) = data.values.iter().find(is) else {
                let known = data.values.iter().map(|(id, _)| id.clone()).collect();
                return Err(UnknownFilterValue { facet, word: word.clone(), known });
            };
            ids.push(id.clone());
        }
    }
    Ok(filters)
}

/// One result for programs.
#[derive(Serialize)]
struct ResultLine<'r> {
    url: &'r str,
    title: &'r str,
    summary: &'r str,
    score: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'r str>,
}

fn show(args: &Args, filters: Filters, build: &Build, index: &Index, terminal: &Terminal) -> Exit {
    let text = args.query.join(" ");
    // Whoever has pressed Enter has finished the word.
    let query = Query { text: &text, filters, unfinished: false };
    let results = search::search(index, &query, |page| record(build, index, page));
    let found = results.pages.iter().zip(&results.scores).take(args.limit);
    let records: Vec<(PageRecord, u64)> =
        found.filter_map(|(page, score)| Some((record(build, index, *page)?, *score))).collect();
    if args.json {
        let shown: Vec<_> = records.iter().map(shown).collect();
        terminal.answer(&serde_json::to_string_pretty(&shown).unwrap_or_default());
    } else {
        for line in lines_for_terminal(&results) {
            terminal.note(&line);
        }
        for (record, _) in &records {
            terminal.answer(&format!("{}\n  {}\n  {}", record.title, record.url, record.summary));
        }
        terminal.note(&counted(results.pages.len(), "page"));
    }
    Exit::Done
}

fn shown((record, score): &(PageRecord, u64)) -> ResultLine<'_> {
    let PageRecord { url, title, summary, status, .. } = record;
    ResultLine { url, title, summary, score: *score, status: status.as_deref() }
}

/// What was looked for instead of what was typed.
fn lines_for_terminal(results: &Results) -> Vec<String> {
    let guessed = results.words.iter().filter(|word| {
        matches!(
            word.how,
            search::FoundBy::Typo | search::FoundBy::Split | search::FoundBy::Beginning
        )
    });
    let guessed =
        guessed.map(|word| format!("\"{}\": looked for {}", word.typed, word.found.join(", ")));
    let missing = results.words.iter().filter(|word| word.how == search::FoundBy::None);
    let missing = missing.map(|word| format!("\"{}\" is on no page", word.typed));
    let near =
        (!results.near.is_empty()).then(|| format!("near to it: {}", results.near.join(", ")));
    guessed.chain(missing).chain(near).collect()
}
