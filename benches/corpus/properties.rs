//! What a corpus holds, counted in the files as they were written and not taken from what the
//! generator meant to write. Deliberately absent: a second opinion on what is valid; that is
//! the generator's `check`.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::{Component, Path, PathBuf},
};

/// Counts over all files.
#[derive(Default)]
pub struct Properties {
    files: usize,
    bytes: usize,
    digest: u64,
    words_per_page: Vec<usize>,
    distinct_per_page: Vec<usize>,
    distinct_words: BTreeSet<String>,
    code_by_language: BTreeMap<String, usize>,
    code_lines: Vec<usize>,
    distinct_code: BTreeSet<String>,
    axes: BTreeMap<&'static str, BTreeSet<String>>,
    /// Pages that fulfil their layer's contract; of these with a prompt, a caught error, a drill.
    finished: [usize; 4],
    paths: BTreeSet<PathBuf>,
    links: Vec<PathBuf>,
}

impl Properties {
    /// Counts one file in.
    pub fn count(&mut self, path: &Path, text: &str) {
        self.files += 1;
        self.bytes += text.len();
        let seed = if self.digest == 0 { 0xcbf2_9ce4_8422_2325 } else { self.digest };
        let bytes = path.as_os_str().as_encoded_bytes().iter().chain(text.as_bytes());
        self.digest = bytes
            .fold(seed, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
        self.paths.insert(path.to_owned());
        if path.starts_with("content/workflows") {
            self.workflow(path, text);
        }
    }

    /// Name and value of each property, ready to be printed.
    pub fn rows(&self) -> Vec<(&'static str, String)> {
        let pages = self.words_per_page.len();
        let missing = self.links.iter().filter(|target| !self.paths.contains(*target)).count();
        let by_language: Vec<usize> = self.code_by_language.values().copied().collect();
        let axis = |name| self.axes.get(name).map_or(0, BTreeSet::len);
        let [finished, prompts, caught, drills] = self.finished;
        vec![
            ("workflow pages", grouped(pages)),
            ("files in all", grouped(self.files)),
            ("bytes in all", grouped(self.bytes)),
            ("words a page: least, median, most", spread(&self.words_per_page)),
            ("  mean", grouped(self.words_per_page.iter().sum::<usize>() / pages.max(1))),
            ("  of these different", spread(&self.distinct_per_page)),
            ("distinct words", grouped(self.distinct_words.len())),
            ("code blocks", grouped(self.code_lines.len())),
            ("  of these distinct", grouped(self.distinct_code.len())),
            ("  lines: least, median, most", spread(&self.code_lines)),
            ("  languages", grouped(self.code_by_language.len())),
            ("  of one language: least, median, most", spread(&by_language)),
            (
                "roles, layers, tools named",
                format!("{}, {}, {}", axis("roles"), axis("layer"), axis("tools")),
            ),
            ("finished by contract", grouped(finished)),
            (
                "  with prompt, caught, drill",
                format!("{}, {}, {}", grouped(prompts), grouped(caught), grouped(drills)),
            ),
            ("first versions", grouped(pages - finished)),
            ("relative links, without target", format!("{}, {missing}", grouped(self.links.len()))),
            ("digest of all paths and bytes", format!("{:016x}", self.digest)),
        ]
    }

    fn workflow(&mut self, path: &Path, text: &str) {
        let (front, body) = text
            .strip_prefix("---\n")
            .and_then(|rest| rest.split_once("\n---\n"))
            .unwrap_or(("", text));
        self.tags(front);
        let mut count = 0;
        let mut distinct = BTreeSet::new();
        words(body, |word| {
            count += 1;
            distinct.insert(word.to_lowercase());
        });
        self.words_per_page.push(count);
        self.distinct_per_page.push(distinct.len());
        self.distinct_words.extend(distinct);
        let blocks = fences(body);
        for (info, code) in &blocks {
            if !["prompt", "caught", "drill"].contains(info) {
                *self.code_by_language.entry((*info).to_owned()).or_default() += 1;
                self.code_lines.push(code.lines().count());
                self.distinct_code.insert(code.clone());
            }
        }
        if fulfils_contract(front, body, &blocks) {
            let has = |kind| usize::from(blocks.iter().any(|(info, _)| *info == kind));
            let found = [1, has("prompt"), has("caught"), has("drill")];
            self.finished.iter_mut().zip(found).for_each(|(sum, one)| *sum += one);
        }
        let folder = path.parent().unwrap_or(path);
        let targets = body
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split_once(')'))
            .map(|(target, _)| target);
        let files = targets
            .filter_map(|target| target.split('#').next())
            .filter(|target| target.ends_with(".md"));
        self.links.extend(files.map(|target| resolved(folder, target)));
    }

    fn tags(&mut self, front: &str) {
        for axis in ["roles", "layer", "tools"] {
            let value = field(front, axis).trim_matches(['[', ']']);
            let ids = value.split(", ").filter(|id| !id.is_empty() && *id != "everyone");
            self.axes.entry(axis).or_default().extend(ids.map(str::to_owned));
        }
    }
}

/// Calls `each` for every word that a reader reads as prose: outside code and link targets, but in
/// prompts, caught errors and drills too.
pub fn words<'t>(text: &'t str, mut each: impl FnMut(&'t str)) {
    let mut code = false;
    for line in text.lines() {
        if let Some(info) = line.strip_prefix("```") {
            let prose = ["prompt", "caught", "drill"].iter().any(|kind| info.starts_with(kind));
            code = !info.is_empty() && !prose;
        } else if !code {
            for (at, part) in line.split("](").enumerate() {
                let visible =
                    if at == 0 { part } else { part.split_once(')').map_or("", |(_, rest)| rest) };
                visible
                    .split(|letter: char| !letter.is_alphabetic())
                    .filter(|word| !word.is_empty())
                    .for_each(&mut each);
            }
        }
    }
}

/// The number with a comma after every third digit.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn spread(counts: &[usize]) -> String {
    let mut sorted = counts.to_vec();
    sorted.sort_unstable();
    let shown = [sorted.first(), sorted.get(sorted.len() / 2), sorted.last()]
        .map(|value| grouped(value.copied().unwrap_or(0)));
    shown.join(", ")
}

fn field<'t>(front: &'t str, name: &str) -> &'t str {
    front.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).unwrap_or("")
}

/// Every fenced block: first word of its info, text.
fn fences(body: &str) -> Vec<(&str, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, String)> = None;
    for line in body.lines() {
        match (line.strip_prefix("```"), open.as_mut()) {
            (Some(info), None) => {
                open = Some((info.split(' ').next().unwrap_or(""), String::new()))
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some((_, text))) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

/// Whether each section that the page's layer wants is there and has text.
fn fulfils_contract(front: &str, body: &str, blocks: &[(&str, String)]) -> bool {
    let sections: HashMap<&str, &str> =
        body.split("\n## ").skip(1).filter_map(|section| section.split_once('\n')).collect();
    let text = |title: &str| sections.get(title).map_or("", |text| text.trim());
    let all = |titles: &[&str]| titles.iter().all(|title| !text(title).is_empty());
    let common = all(&["When to use it", "Before you start", "Check before you use it"]);
    let own = match field(front, "layer") {
        "fluency" => {
            all(&["Not for", "Steps", "What good looks like"])
                && blocks.iter().any(|(info, _)| *info == "prompt")
        }
        "judgment" => {
            let trust = all(&[
                "Not for",
                "Trust it when",
                "Override when",
                "Do not rely on it when",
                "What went wrong",
            ]);
            trust && text("Check before you use it").contains("(source: ")
        }
        "redesign" => {
            all(&["Old way", "New way", "What stays human", "Who agreed, how to roll back"])
        }
        _ => false,
    };
    common && own
}

/// `target` seen from `folder`, without `..`.
fn resolved(folder: &Path, target: &str) -> PathBuf {
    let mut path = folder.to_owned();
    for part in Path::new(target).components() {
        match part {
            Component::ParentDir => {
                path.pop();
            }
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    path
}
