//! A corpus -> the figures of its builds: cold, copied, unchanged, one page changed, each in a
//! new process. Two corpora -> one table with the growth from the smaller to the larger.
//! All lies in the system's temporary folder (`TMPDIR` chooses the disk), and nothing is deleted
//! before the last step: ext4 without a journal makes files up to twenty times slower for minutes
//! after some ten thousand were deleted. Deliberately absent: warm-up runs; the corpus was just
//! written, so that every run finds it in the system's file cache.

use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use crate::{
    Outcome,
    child::{self, Run},
    corpus::{Corpus, Properties, grouped},
    searchless,
    table::{Spread, Table, Unit},
    tree::Tree,
};

/// What was measured on one corpus.
pub struct Figures {
    /// What was generated.
    pub corpus: Corpus,
    /// What it holds.
    pub properties: Properties,
    rows: Vec<Row>,
    notes: Vec<String>,
    place: Place,
}

struct Row {
    name: &'static str,
    unit: Unit,
    spread: Spread,
}

impl Figures {
    /// Generates `corpus` in a temporary folder and measures every step `runs` times.
    pub fn measure(corpus: &Corpus, runs: u32) -> Outcome<Self> {
        let place = Place::new()?;
        eprintln!("{} pages: generating", grouped(corpus.pages));
        let written = corpus.write(&place.root)?;
        let edited =
            written.workflows.get(corpus.pages / 4 * 2).ok_or("there is no page to edit")?;
        let edited = place.root.join(edited);
        let (properties, rows, notes) = (written.properties, Vec::new(), Vec::new());
        let mut figures = Self { corpus: *corpus, properties, rows, notes, place };
        let built = figures.cold(runs)?;
        figures.copy(runs)?;
        let built = figures.unchanged(runs, built)?;
        figures.edited(runs, built, &edited)?;
        figures.searchless(runs)?;
        Ok(figures)
    }

    /// Builds to output folders that do not exist yet; returns what is in the last one.
    fn cold(&mut self, runs: u32) -> Outcome<Tree> {
        let (mut times, mut peaks) = (Vec::new(), Vec::new());
        for run in 1..=runs {
            self.say("cold build", run, runs);
            self.place.output = self.place.fresh("public", run)?;
            let Run { time, peak } = self.place.build()?;
            times.push(time.as_secs_f64());
            peaks.extend(peak.map(|bytes| bytes as f64));
        }
        let tree = Tree::read(&self.place.output)?;
        self.row("cold build", Unit::Seconds, &times);
        self.row("  peak memory", Unit::Megabytes, &peaks);
        self.row("  files in the output", Unit::Count, &[tree.len() as f64]);
        self.row("  bytes in the output", Unit::Megabytes, &[tree.bytes() as f64]);
        if let Some((path, size)) = tree.largest("html") {
            self.row("  largest HTML file", Unit::Kilobytes, &[size as f64]);
            self.note("largest HTML file", &path.display().to_string());
        }
        self.note("cold build said", &child::said(&self.place.log));
        Ok(tree)
    }

    #[expect(clippy::disallowed_methods, reason = "a program copies the folder")]
    fn copy(&mut self, runs: u32) -> Outcome<()> {
        let mut times = Vec::new();
        for run in 1..=runs {
            self.say("cp -r", run, runs);
            let mut command = Command::new("cp");
            command.arg("-r").arg(&self.place.output).arg(self.place.fresh("copy", run)?);
            times.push(child::run(&mut command, &self.place.log)?.time.as_secs_f64());
        }
        self.row("cp -r of the output", Unit::Seconds, &times);
        Ok(())
    }

    fn unchanged(&mut self, runs: u32, mut before: Tree) -> Outcome<Tree> {
        let (mut times, mut written) = (Vec::new(), Vec::new());
        for run in 1..=runs {
            self.say("nothing changed", run, runs);
            times.push(self.place.build()?.time.as_secs_f64());
            let after = Tree::read(&self.place.output)?;
            let difference = after.since(&before);
            written.push((difference.written.len() + difference.removed) as f64);
            before = after;
        }
        self.row("nothing changed, new process", Unit::Seconds, &times);
        self.row("  files written", Unit::Count, &written);
        Ok(before)
    }

    #[expect(clippy::disallowed_methods, reason = "an edit is a write to a page")]
    fn edited(&mut self, runs: u32, mut before: Tree, page: &Path) -> Outcome<()> {
        let (mut times, mut written, mut changed, mut names) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for run in 1..=runs {
            self.say("one page changed", run, runs);
            let mut file = File::options().append(true).open(page)?;
            writeln!(
                file,
                "\nSomebody ran this again, for the {run}. time, and added a sentence."
            )?;
            times.push(self.place.build()?.time.as_secs_f64());
            let after = Tree::read(&self.place.output)?;
            let difference = after.since(&before);
            written.push((difference.written.len() + difference.removed) as f64);
            changed.push((difference.changed + difference.removed) as f64);
            names = difference.written;
            before = after;
        }
        self.row("one page's body changed, new process", Unit::Seconds, &times);
        self.row("  files written", Unit::Count, &written);
        self.row("  files with other bytes", Unit::Count, &changed);
        let names: Vec<String> =
            names.iter().take(8).map(|path| path.display().to_string()).collect();
        self.note("written after the last change (at most 8)", &names.join(", "));
        Ok(())
    }

    /// Builds without and with a search index by turns: a slow moment of the machine is one for
    /// both.
    fn searchless(&mut self, runs: u32) -> Outcome<()> {
        let (mut without, mut added) = (Vec::new(), Vec::new());
        for run in 1..=runs {
            self.say("cold build without and with search", run, runs);
            let alone = self.place.build_once(run, true)?.time.as_secs_f64();
            let searched = self.place.build_once(run, false)?.time.as_secs_f64();
            without.push(alone);
            added.push(searched - alone);
        }
        self.row("without search, cold build", Unit::Seconds, &without);
        self.row("  what search adds", Unit::Seconds, &added);
        Ok(())
    }

    fn row(&mut self, name: &'static str, unit: Unit, values: &[f64]) {
        self.rows.push(Row { name, unit, spread: Spread::of(values) });
    }

    fn note(&mut self, about: &str, text: &str) {
        self.notes.push(format!("{} pages, {about}: {text}", grouped(self.corpus.pages)));
    }

    fn say(&self, step: &str, run: u32, runs: u32) {
        eprintln!("{} pages: {step}, {run} of {runs}", grouped(self.corpus.pages));
    }
}

/// Both as one table, and what they have to say besides.
pub fn compare(small: &Figures, large: &Figures) -> (Table, Vec<String>) {
    let mut heading = vec![String::from("median, min, max")];
    for figures in [small, large] {
        heading.extend([
            format!("{} pages", grouped(figures.corpus.pages)),
            String::from("min"),
            String::from("max"),
        ]);
    }
    heading.push(String::from("growth"));
    let mut table = Table::new(heading);
    for (few, many) in small.rows.iter().zip(&large.rows) {
        let mut row = vec![many.name.to_owned()];
        row.extend(few.spread.cells(few.unit));
        row.extend(many.spread.cells(many.unit));
        row.push(many.spread.growth_from(&few.spread));
        table.add_row(row);
    }
    (table, small.notes.iter().chain(&large.notes).cloned().collect())
}

/// Where a corpus and its outputs are until everything is measured.
struct Place {
    root: PathBuf,
    /// The output of the last cold build.
    output: PathBuf,
    log: PathBuf,
    /// Removes everything when dropped.
    folder: TempDir,
}

impl Place {
    fn new() -> Outcome<Self> {
        let folder = tempfile::Builder::new().prefix("playbook-scale-").tempdir()?;
        let path = |name: &str| folder.path().join(name);
        Ok(Self { root: path("playbook"), output: path("public"), log: path("log"), folder })
    }

    /// A path in a new folder of its own.
    #[expect(clippy::disallowed_methods, reason = "measured builds write into new folders")]
    fn fresh(&self, name: &str, run: u32) -> Outcome<PathBuf> {
        let parent = self.folder.path().join(format!("{name}-{run}"));
        fs::create_dir(&parent)?;
        Ok(parent.join(name))
    }

    #[expect(clippy::disallowed_methods, reason = "another process is measured")]
    fn build(&self) -> Outcome<Run> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_playbook"));
        command.arg("build").arg("--root").arg(&self.root).arg("--output").arg(&self.output);
        child::run(&mut command, &self.log)
    }

    /// Through the library, to a folder that is gone afterwards: the next build finds the disk as
    /// this one did.
    #[expect(clippy::disallowed_methods, reason = "what was measured is removed")]
    fn build_once(&self, run: u32, is_searchless: bool) -> Outcome<Run> {
        let name = if is_searchless { "searchless" } else { "searched" };
        let output = self.fresh(name, run)?;
        let mut command = searchless::command(&self.root, &output, is_searchless)?;
        let measured = child::run(&mut command, &self.log)?;
        if output.join("search/core.js").exists() == is_searchless {
            return Err(format!("{}: not the build that was asked for", output.display()).into());
        }
        fs::remove_dir_all(&output)?;
        Ok(measured)
    }
}
