//! A small playbook that one fuzzed file is laid over. An engine stays for all
//! inputs of a thread, so that only what differs is made again.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use playbook::config::Limits;
use playbook::document::{Document, DocumentKey, DocumentSettings, FileBytes, parse};
use playbook::engine::{Build, Engine, Output};
use playbook::memo::Hashed;
use playbook::source::Sources;

/// Pages that have a name for everything that a page can name.
const PAGES: [(&str, &str); 11] = [
    ("roles/sales.md", "---\nname: Sales\nsummary: Finds customers.\naliases: [AE]\n---\n"),
    ("layers/fluency.md", "---\nname: Fluency\nsummary: Reaching for it.\n---\n"),
    ("layers/judgment.md", "---\nname: Judgment\nsummary: Knowing when to trust it.\n---\n"),
    ("layers/redesign.md", "---\nname: Redesign\nsummary: Rebuilding the process.\n---\n"),
    ("tools/assistant.md", "---\nname: Assistant\nstatus: approved\ndata_max: internal\n---\n"),
    ("people/m-osei.md", "---\nname: M. Osei\nroles: [sales]\nask: \"#help\"\n---\n"),
    (
        "workflows/prepare.md",
        "---\ntitle: Prepare a call\nsummary: One page.\nroles: [sales]\nlayer: fluency\nowner: m-osei\n---\n\n## When to use it\n\nA renewal is near.\n\n## Steps\n\n1. Export the usage.\n",
    ),
    (
        "drills/spot.md",
        "---\ntitle: Spot it\nroles: [sales]\n---\n\n```drill\nText: The total is wrong.\nError: total\n  Why: It is.\n```\n",
    ),
    ("wanted/hand-over.md", "---\ntitle: Hand over\nroles: [sales]\nlayer: fluency\n---\n"),
    (
        "collections/sixty.md",
        "---\ntitle: Sixty days\nsummary: Habits.\nroles: [sales]\ncurator: m-osei\ndays: 60\ntarget_behaviours: [Reads]\n---\n",
    ),
    (
        "guides/paste.md",
        "---\ntitle: May I paste this?\nsummary: Redlines.\n---\n\n## Ask\n\nFirst.\n",
    ),
];

/// The settings of a playbook that sets nothing.
pub const SETTINGS: &str = "[site]\ntitle = \"Northgate\"\n";

/// One that lets some raw HTML through.
pub const WITH_HTML: &str = "[site]\ntitle = \"Northgate\"\n[build]\nraw_html = \"allowlist\"\n";

/// Files by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The playbook with these settings.
pub fn files(settings: &str) -> Files {
    let page = |(path, text): &(&str, &str)| (format!("content/{path}"), text.as_bytes().to_vec());
    let settings = ("playbook.toml".to_owned(), settings.as_bytes().to_vec());
    PAGES.iter().map(page).chain([settings]).collect()
}

/// Whether a path is of the base.
pub fn is_page(path: &str) -> bool {
    path.strip_prefix("content/").is_some_and(|path| PAGES.iter().any(|(page, _)| *page == path))
}

thread_local! {
    static ENGINE: RefCell<Engine> = RefCell::new(Engine::new());
}

/// Builds files; None when there is nothing that could be built.
pub fn build(files: &Files) -> Option<Build> {
    let files = files.iter().map(|(path, bytes)| (path.clone(), bytes.clone()));
    let sources = Sources::in_memory(files).ok()?;
    Some(ENGINE.with_borrow_mut(|engine| engine.build(&sources)))
}

/// Bytes of the output at a route, when there is one that is not copied.
pub fn output(build: &Build, route: &str) -> Option<String> {
    let bytes = match build.site.find(route)? {
        Output::Rendered(page) => page.render().expect("a shipped template shows any view"),
        Output::Bytes(bytes) => bytes.to_vec(),
        Output::Asset(_) => return None,
    };
    Some(String::from_utf8(bytes).expect("a site is UTF-8"))
}

/// Makes every output.
pub fn all_outputs(build: &Build) -> Vec<(String, String)> {
    let routes: Vec<String> = build.site.all().map(|(route, _)| route.to_string()).collect();
    routes.into_iter().filter_map(|route| output(build, &route).map(|text| (route, text))).collect()
}

/// Parses bytes at a path.
pub fn document(path: &str, bytes: &[u8], allow_html: bool) -> Document {
    parse(&DocumentKey {
        path: Arc::from(path),
        bytes: Hashed::new(FileBytes::from(bytes)),
        settings: Hashed::new(DocumentSettings {
            language: "en".to_owned(),
            allow_html,
            limits: Limits::default(),
            ladder: ["public", "internal"].map(str::to_owned).to_vec(),
            allowed_domains: Vec::new(),
        }),
    })
}
