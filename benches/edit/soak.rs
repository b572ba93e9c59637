//! Random edits for minutes on end. Every minute all is mended, and every file of a clean build is
//! compared with what is served. Memory is printed each time.

#![expect(clippy::disallowed_methods, reason = "this file edits a playbook and reads clean builds")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use walkdir::WalkDir;

use crate::Outcome;
use crate::client::Client;
use crate::corpus::Corpus;
use crate::pages::{Edit, edited};
use crate::server::Server;

const MINUTE: Duration = Duration::from_secs(60);

/// About as fast as a few people save.
const PAUSE: Duration = Duration::from_millis(250);

const MANIFEST: &str = ".playbook-manifest.json";

/// Soaks a preview of `corpus` for so many minutes.
pub fn run(corpus: &Corpus, minutes: u32) -> Outcome<()> {
    let (server, _) = Server::new(corpus)?;
    let mut edits = Edits { server: &server, state: corpus.seed, number: 0, broken: Vec::new() };
    let mut fifth = None;
    for minute in 1..=minutes {
        let start = Instant::now();
        while start.elapsed() < MINUTE {
            edits.one()?;
            std::thread::sleep(PAUSE);
        }
        edits.mend()?;
        let files = compare(&server, minute)?;
        let (resident, most) = server.memory().unwrap_or_default();
        let first = *fifth.get_or_insert(resident);
        if minute == 5 {
            fifth = Some(resident);
        }
        println!(
            "minute {minute}: {} edits, {files} files equal a clean build, {:.1} MB resident ({:.2} x), {:.1} MB at most",
            edits.number,
            resident / 1e6,
            resident / first,
            most / 1e6
        );
    }
    Ok(())
}

struct Edits<'a> {
    server: &'a Server,
    state: u64,
    number: u32,
    /// Files that cannot stand, with what stood in them.
    broken: Vec<(PathBuf, String)>,
}

impl Edits<'_> {
    fn random(&mut self, below: usize) -> usize {
        // Linear congruential; the upper half is random enough to pick pages.
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap_or_default() % below.max(1)
    }

    fn one(&mut self) -> Outcome<()> {
        self.number += 1;
        let page = self.random(self.server.workflows.len());
        let page = self.server.workflows.get(page).cloned().ok_or("no page")?;
        let Ok(text) = self.server.read(&page) else { return Ok(()) };
        match self.random(10) {
            0..=4 => self.server.save(&page, &shortened(&edited(&text, Edit::Body, self.number).0)),
            5 | 6 => self.server.save(&page, &edited(&text, Edit::Title, self.number).0),
            7 => self.server.save(&page, &edited(&text, Edit::Role, self.number).0),
            8 => {
                self.broken.push((page.clone(), text.clone()));
                self.server.save(&page, &text.replacen("title:", "title: [", 1))
            }
            _ => {
                self.broken.push((page.clone(), text));
                Ok(fs::remove_file(self.server.root.join(page))?)
            }
        }
    }

    fn mend(&mut self) -> Outcome<()> {
        for (page, text) in self.broken.drain(..).rev() {
            self.server.save(&page, &text)?;
        }
        Ok(())
    }
}

/// Pages that are edited again and again must not grow for ever.
fn shortened(text: &str) -> String {
    let own = |line: &&str| line.starts_with("This is edit-");
    let too_many = text.lines().filter(own).count().saturating_sub(3);
    let mut left = too_many;
    let keep = |line: &&str| {
        let drop = own(line) && left > 0;
        left -= usize::from(drop);
        !drop
    };
    text.lines().filter(keep).flat_map(|line| [line, "\n"]).collect()
}

/// How many files are the same; an error names the first that is not.
fn compare(server: &Server, minute: u32) -> Outcome<usize> {
    let (output, _) = server.clean(&format!("clean-{minute}"))?;
    let mut client = Client::new(server.address)?;
    let mut files = 0;
    for entry in WalkDir::new(&output) {
        let entry = entry?;
        let route = entry.path().strip_prefix(&output)?;
        if !entry.file_type().is_file() || route == Path::new(MANIFEST) {
            continue;
        }
        let expected = fs::read(entry.path())?;
        let route = format!("/{}", route.display());
        // The build of the last edits may be on its way.
        let start = Instant::now();
        while client.get(&route)?.built != expected {
            if start.elapsed() > Duration::from_secs(10) {
                return Err(format!("{route} is not what a clean build gives").into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        files += 1;
    }
    fs::remove_dir_all(output)?;
    Ok(files)
}
