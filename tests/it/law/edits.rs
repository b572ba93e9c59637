//! The kinds of edit that histories are made of. An edit is a few numbers, so
//! that a failing history shrinks to the shortest one that still fails.

use proptest::prelude::*;

use crate::fixture::{self, Files};

/// One edit: what, where (a number that picks a page), how (a number that picks
/// a variant).
#[derive(Clone, Copy, Debug)]
pub struct Edit {
    pub kind: EditKind,
    pub page: usize,
    pub variant: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditKind {
    Add,
    Delete,
    Rename,
    Retitle,
    Retag,
    Prose,
    Break,
    Mend,
    Theme,
    Config,
    Tool,
    Data,
    Image,
}

impl EditKind {
    pub const ALL: [Self; 13] = [
        Self::Add,
        Self::Delete,
        Self::Rename,
        Self::Retitle,
        Self::Retag,
        Self::Prose,
        Self::Break,
        Self::Mend,
        Self::Theme,
        Self::Config,
        Self::Tool,
        Self::Data,
        Self::Image,
    ];
}

pub fn edit() -> impl Strategy<Value = Edit> {
    let kind = prop::sample::select(EditKind::ALL.to_vec());
    (kind, 0..32usize, 0..8usize).prop_map(|(kind, page, variant)| Edit { kind, page, variant })
}

/// The playbook that every history starts from: over 15 pages.
pub fn start() -> Files {
    let mut files = fixture::base();
    for number in 0..5 {
        files.insert(workflow_path(number), workflow(number, 0).into_bytes());
    }
    files.insert("content/workflows/sales/usage.csv".to_owned(), b"week,seats\n1,40\n".to_vec());
    files.insert("content/workflows/sales/chart.png".to_owned(), png(4, 3));
    files
}

fn workflow_path(number: usize) -> String {
    format!("content/workflows/sales/page-{number}.md")
}

const ROLES: [&str; 4] = ["sales", "customer-success", "everyone", "nobody-knows"];
const LAYERS: [&str; 3] = ["fluency", "judgment", "redesign"];
const TOOLS: [&str; 3] = ["assistant", "free-chat", "unheard-of"];

fn workflow(number: usize, variant: usize) -> String {
    let role = ROLES[(number + variant) % ROLES.len()];
    let layer = LAYERS[(number + variant) % LAYERS.len()];
    let tool = TOOLS[variant % TOOLS.len()];
    let other = (number + 1) % 6;
    format!(
        "---\ntitle: Page number {number}, take {variant}\nsummary: A summary of {number}.\n\
         roles: [{role}]\nlayer: {layer}\njob: job-{}\nowner: m-osei\ndata: internal\n\
         tools: [{tool}]\nverified: 2026-09-1{}\ninterview: [Who asked for {number}?]\n{}---\n\n## When to use it\n\nOn day {number}.\n\n\
         See [the next](page-{other}.md) and [its steps](page-{other}.md#steps).\n\n\
         ![a chart](chart.png) and [numbers](usage.csv).\n{}",
        variant % 3,
        number % 10,
        if variant == 6 { "retired: {date: 2026-10-01}\n" } else { "" },
        told(number, variant),
    )
}

/// What logs, feeds and data show of a page.
fn told(number: usize, variant: usize) -> String {
    let limit = ["memory", "speed"][variant % 2];
    let kind = ["tone", "omission"][number % 2];
    format!(
        "\n## Old way\n\n1. Copy {number} (5 min, me) - removed: {limit}\n\n## Prompt\n\n\
         ```prompt\nWrite about {{{{subject}}}} {variant}\n```\n- subject: what it is\n\n\
         ## What went wrong\n\n```caught\nAI said: All of {variant}.\nIn fact: None.\n\
         Noticed because: I looked.\nKind: {kind}\n```\n"
    )
}

fn png(width: u8, height: u8) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0".to_vec();
    bytes.extend([width, 0, 0, 0, height, 8, 2, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

/// Applies an edit. Every edit applies to every playbook.
pub fn apply(edit: Edit, files: &mut Files) {
    let Edit { kind, page, variant } = edit;
    match kind {
        EditKind::Add => {
            files.insert(workflow_path(page), workflow(page, variant).into_bytes());
        }
        EditKind::Delete => {
            let path = pick(files, page);
            files.remove(&path);
        }
        EditKind::Rename => {
            let path = pick(files, page);
            if let Some(bytes) = files.remove(&path) {
                files.insert(path.replace(".md", &format!("-{variant}.md")), bytes);
            }
        }
        EditKind::Retitle => {
            change(files, page, |text| {
                text.replacen("title: ", &format!("title: Take {variant} of "), 1).replacen(
                    "name: ",
                    &format!("name: Take {variant} of "),
                    1,
                )
            });
        }
        EditKind::Retag => {
            change(files, page, |text| {
                let text =
                    replace_line(text, "roles:", &format!("roles: [{}]", ROLES[variant % 4]));
                let text =
                    replace_line(&text, "layer:", &format!("layer: {}", LAYERS[variant % 3]));
                replace_line(&text, "tools:", &format!("tools: [{}]", TOOLS[variant % 3]))
            });
        }
        EditKind::Prose => {
            change(files, page, |text| format!("{text}\nOne more sentence, number {variant}.\n"));
        }
        EditKind::Break => {
            change(files, page, |text| match variant % 3 {
                0 => text.replacen("---\n", "---\ntitle: [\n", 1),
                1 => replace_line(text, "layer:", "layer: both"),
                _ => text.replacen("---\n", "", 1),
            });
        }
        EditKind::Mend => {
            let path = pick(files, page);
            if let Some(good) = start().get(&path) {
                files.insert(path, good.clone());
            }
        }
        EditKind::Theme => theme(files, variant),
        EditKind::Config => config(files, variant),
        EditKind::Tool => {
            let status = ["approved", "pilot", "not-approved", "retired"][variant % 4];
            let text = format!("---\nname: Assistant\nstatus: {status}\ndata_max: internal\n---\n");
            files.insert("content/tools/assistant.md".to_owned(), text.into_bytes());
        }
        EditKind::Data => {
            let path = "content/workflows/sales/usage.csv".to_owned();
            files.insert(path, format!("week,seats\n1,{variant}\n").into_bytes());
        }
        EditKind::Image => {
            let path = "content/workflows/sales/chart.png".to_owned();
            if variant == 0 {
                files.remove(&path);
            } else {
                files.insert(path, png(u8::try_from(variant).unwrap(), 3));
            }
        }
    }
}

fn theme(files: &mut Files, variant: usize) {
    let path = "themes/northgate/static/tokens.css".to_owned();
    files.insert(path, format!(":root {{ --ink: #00000{variant}; }}\n").into_bytes());
    let page = "themes/northgate/404.html".to_owned();
    if variant.is_multiple_of(2) {
        let text = format!("<!doctype html><title>{variant}</title>{{{{ page.title }}}}");
        files.insert(page, text.into_bytes());
    } else {
        files.remove(&page);
    }
}

fn config(files: &mut Files, variant: usize) {
    let theme = if files.keys().any(|path| path.starts_with("themes/northgate/")) {
        "northgate"
    } else {
        "default"
    };
    let text = match variant % 5 {
        0 => "[site]\ntitle = \"Northgate AI playbook\"\n".to_owned(),
        1 => "[site]\ntitle = \"Another title\"\nbase_url = \"https://playbook.example\"\n"
            .to_owned(),
        2 => format!("[site]\ntitle = \"Northgate\"\ntheme = \"{theme}\"\n"),
        3 => {
            "[site]\ntitle = \"N\"\n[build]\ngaps = \"hide\"\nraw_html = \"allowlist\"\n".to_owned()
        }
        _ => "[site]\ntitle = \"N\"\n[review]\nmedium = \"30d\"\n[people]\ndesks_only = true\n"
            .to_owned(),
    };
    files.insert("playbook.toml".to_owned(), text.into_bytes());
}

/// A markdown file by number.
fn pick(files: &Files, number: usize) -> String {
    let pages: Vec<&String> = files.keys().filter(|path| path.ends_with(".md")).collect();
    pages.get(number % pages.len().max(1)).map_or_else(String::new, |path| (*path).clone())
}

fn change(files: &mut Files, page: usize, change: impl Fn(&str) -> String) {
    let path = pick(files, page);
    if let Some(bytes) = files.get_mut(&path) {
        *bytes = change(&String::from_utf8_lossy(bytes)).into_bytes();
    }
}

fn replace_line(text: &str, start: &str, line: &str) -> String {
    let replaced = text.lines().map(|old| if old.starts_with(start) { line } else { old });
    replaced.map(|line| format!("{line}\n")).collect()
}
