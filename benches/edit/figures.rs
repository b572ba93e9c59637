//! A corpus -> how long edits of each kind take to be served, and what the preview costs. Edits
//! come one after the other, each to another page, with a client that follows the news and asks
//! for the page as a browser does.

#![expect(clippy::disallowed_methods, reason = "this file measures")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::client::{Client, LiveState};
use crate::corpus::{Corpus, Properties, grouped};
use crate::hammer::Hammer;
use crate::pages::{Edit, edited, route};
use crate::server::Server;
use crate::table::{Spread, Table, Unit};

/// As long as somebody needs at least to save again.
const PAUSE: Duration = Duration::from_millis(400);

const IDLE: Duration = Duration::from_secs(30);

/// What was measured on one corpus.
pub struct Figures {
    pages: usize,
    properties: Properties,
    rows: Vec<(&'static str, Unit, Spread)>,
}

impl Figures {
    /// Generates `corpus`, serves it and edits it so many times in each way.
    pub fn measure(corpus: &Corpus, edits: u32) -> Outcome<Self> {
        let say = |what: &str| eprintln!("{} pages: {what}", grouped(corpus.pages));
        say("generating, starting");
        let (server, properties) = Server::new(corpus)?;
        let mut figures = Self { pages: corpus.pages, properties, rows: Vec::new() };
        say("clean build");
        let (_, clean) = server.clean("first")?;
        figures.row(
            "first answer of the preview",
            Unit::Seconds,
            &[server.first_answer.as_secs_f64()],
        );
        figures.row("  clean build, new process", Unit::Seconds, &[clean.as_secs_f64()]);
        let mut visitor = Visitor::new(&server)?;
        let kinds = [("body", Edit::Body), ("title", Edit::Title), ("role", Edit::Role)];
        for (name, edit) in kinds {
            say(&format!("{edits} edits: {name}"));
            let times = visitor.edits(edit, edits)?;
            figures.row(label(edit), Unit::Seconds, &times);
        }
        say("the same with a second client");
        let page = server.workflows.get(corpus.pages / 3).ok_or("no page")?.clone();
        let twin = route(&page).replace(".html", ".md");
        let hammer =
            Hammer::start(server.address, vec![route(&page), twin, "/index.html".to_owned()]);
        let times = visitor.same(&page, edits)?;
        let seen = hammer.stop()?;
        figures.row("edit of a body while another client asks", Unit::Seconds, &times);
        figures.row("  its answers, all checked", Unit::Count, &[seen.answers as f64]);
        figures.row("  builds that it saw", Unit::Count, &[seen.builds() as f64]);
        let answer = visitor.client.get(&route(&page))?;
        figures.row("  size of that page", Unit::Kilobytes, &[answer.built.len() as f64]);
        if let Some((resident, most)) = server.memory() {
            figures.row("resident memory", Unit::Megabytes, &[resident]);
            figures.row("  at most", Unit::Megabytes, &[most]);
        }
        if let Some(share) = server.idle(IDLE) {
            figures.row("idle, per mille of a processor", Unit::Count, &[share * 1000.0]);
        }
        Ok(figures)
    }

    fn row(&mut self, name: &'static str, unit: Unit, values: &[f64]) {
        self.rows.push((name, unit, Spread::of(values)));
    }
}

fn label(edit: Edit) -> &'static str {
    match edit {
        Edit::Body => "edit of a body, saved to served",
        Edit::Title => "edit of a title",
        Edit::Role => "edit of a role",
    }
}

/// Both as one table.
pub fn compare(figures: &[Figures; 2]) -> Table {
    let mut heading = vec![String::from("median, min, max")];
    for figures in figures {
        heading.extend([
            format!("{} pages", grouped(figures.pages)),
            "min".to_owned(),
            "max".to_owned(),
        ]);
    }
    heading.push(String::from("growth"));
    let mut table = Table::new(heading);
    let [few, many] = figures;
    for ((name, unit, few), (_, _, many)) in few.rows.iter().zip(&many.rows) {
        let mut row = vec![(*name).to_owned()];
        row.extend(few.cells(*unit));
        row.extend(many.cells(*unit));
        row.push(many.growth_from(few));
        table.add_row(row);
    }
    table
}

/// What the corpora hold, one column each.
pub fn properties(figures: &[Figures; 2]) -> Table {
    let mut table = Table::new(vec![String::from("corpus")]);
    let [few, many] = figures;
    for ((name, few), (_, many)) in few.properties.rows().into_iter().zip(many.properties.rows()) {
        table.add_row(vec![name.to_owned(), few, many]);
    }
    table
}

/// Somebody who edits and looks.
struct Visitor<'a> {
    server: &'a Server,
    client: Client,
    news: LiveState,
    next_page: usize,
    next_edit: u32,
}

impl<'a> Visitor<'a> {
    fn new(server: &'a Server) -> Outcome<Self> {
        let client = Client::new(server.address)?;
        let news = Client::new(server.address)?.follow(&server.token)?;
        Ok(Self { server, client, news, next_page: 0, next_edit: 0 })
    }

    /// Edits one page after the other.
    fn edits(&mut self, edit: Edit, count: u32) -> Outcome<Vec<f64>> {
        let all = self.server.workflows.len();
        let pages = (0..count).map(|_| {
            // Steps over the whole playbook, with no page next to the one before.
            self.next_page = (self.next_page + all / 7 + 1) % all;
            self.server.workflows.get(self.next_page).cloned().ok_or("no page")
        });
        let pages = pages.collect::<Result<Vec<PathBuf>, _>>()?;
        pages.iter().map(|page| self.edit(page, edit)).collect()
    }

    /// Edits one page again and again.
    fn same(&mut self, page: &Path, count: u32) -> Outcome<Vec<f64>> {
        (0..count).map(|_| self.edit(page, Edit::Body)).collect()
    }

    /// From the moment at which the file is in its place to the last byte of its page.
    fn edit(&mut self, page: &Path, edit: Edit) -> Outcome<f64> {
        std::thread::sleep(PAUSE);
        self.next_edit += 1;
        let (text, marker) = edited(&self.server.read(page)?, edit, self.next_edit);
        let route = route(page);
        // What the stream of news said meanwhile is old. A browser keeps its connection.
        self.client = Client::new(self.server.address)?;
        let before = self.client.get(&route)?.generation;
        self.server.save(page, &text)?;
        let saved = Instant::now();
        loop {
            if self.news.next()? <= before {
                continue;
            }
            let answer = self.client.get(&route)?;
            if answer.status == 200 && String::from_utf8_lossy(&answer.built).contains(&marker) {
                return Ok(saved.elapsed().as_secs_f64());
            }
        }
    }
}
