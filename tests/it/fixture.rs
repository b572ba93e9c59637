//! A small playbook in memory, with at least two of everything that joins, and
//! ways to change it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use playbook::diagnostic::Diagnostic;
use playbook::diagnostic::print::{self, Style};
use playbook::engine::{Build, Engine, Output, Render, RenderError};
use playbook::memo::Digest;
use playbook::source::{LoadError, Origin, Sources};
use tempfile::TempDir;

/// Files by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The playbook that rule examples are laid over.
pub fn base() -> Files {
    let mut files = Files::new();
    let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.as_bytes().to_vec());
    add("playbook.toml", "[site]\ntitle = \"Northgate AI playbook\"\n");
    add(
        "content/roles/sales.md",
        "---\nname: Sales\nsummary: Finds and keeps customers.\naliases: [AE]\npriorities:\n  - {job: renewal, when: A renewal is inside 60 days}\n  - {job: prospect, when: A new name is on the list}\nchannel: \"#sales-ai\"\n---\n\nWho this is.\n",
    );
    add(
        "content/roles/customer-success.md",
        "---\nname: Customer success\nsummary: Keeps promises.\naliases: [CSM]\npriorities:\n  - {job: renewal, when: A renewal is inside 60 days}\nstart_with: sixty-days\n---\n",
    );
    add(
        "content/layers/fluency.md",
        "---\nname: Fluency\nsummary: Reaching for it.\nsubtitle: Use it\n---\n\nYou have it when you reach for it.\n",
    );
    add(
        "content/layers/judgment.md",
        "---\nname: Judgment\nsummary: Knowing when to trust it.\n---\n",
    );
    add(
        "content/layers/redesign.md",
        "---\nname: Redesign\nsummary: Rebuilding the process.\n---\n",
    );
    add(
        "content/tools/assistant.md",
        "---\nname: Assistant\nsummary: The company's chat.\naliases: [copilot]\nstatus: approved\ndata_max: internal\ngood_for: [drafts]\n---\n",
    );
    add(
        "content/tools/free-chat.md",
        "---\nname: Free chat\nsummary: Any chat on the open web.\nstatus: not-approved\nreplaced_by: assistant\n---\n",
    );
    add(
        "content/people/m-osei.md",
        "---\nname: M. Osei\nroles: [customer-success]\nchampion: true\nshows: [base-judgment]\nask: \"#renewals\"\n---\n",
    );
    add(
        "content/people/revops-desk.md",
        "---\nname: RevOps desk\ndesk: true\nroles: [sales]\nask: \"#revops\"\n---\n",
    );
    add("content/workflows/sales/base-fluency.md", FLUENCY);
    add("content/workflows/customer-success/base-judgment.md", JUDGMENT);
    add(
        "content/collections/sixty-days.md",
        "---\ntitle: Sixty days to calmer renewals\nsummary: Three habits.\nroles: [customer-success]\ncurator: m-osei\ndays: 60\ntarget_behaviours: [Reads the score last, Names the source, Asks a colleague]\ncheckpoints:\n  - {day: 30, goal: Prepares one call, do: [base-fluency]}\n  - {day: 60, goal: Overrules one score, do: [base-judgment, 'drill:spot-the-swap']}\nbecause: nobody has rebuilt a process yet\n---\n",
    );
    add("content/drills/spot-the-swap.md", DRILL);
    add(
        "content/wanted/account-change.md",
        "---\ntitle: Hand over an account\nroles: [sales]\nlayer: fluency\njob: handover\nwhy: It takes two days each time.\nseen: 7\n---\n",
    );
    add(
        "content/guides/may-i-paste.md",
        "---\ntitle: May I paste this?\nsummary: The redlines.\norder: 1\nnav: true\n---\n\n## The short answer\n\nAsk first.\n",
    );
    files
}

const FLUENCY: &str = "---
title: Prepare a renewal call
summary: One page on an account before you call.
roles: [sales, customer-success]
layer: fluency
job: renewal
owner: revops-desk
data: internal
tools: [assistant]
verified: 2026-09-30
repeated_by:
  - {who: m-osei, date: 2026-10-02, result: worked}
  - {who: two people in EMEA, date: 2026-10-09, result: adapted, note: Shorter.}
next: [base-judgment]
---

## When to use it

A renewal is inside 60 days. It saves the morning.

## Not for

Accounts in their first month: there is nothing to read. See [the other page](../customer-success/base-judgment.md#check-before-you-use-it).

## Before you start

May paste: account name, usage numbers.

Never paste: contract terms.

## Steps

1. Export the usage.
2. Fill in the prompt.

## Prompt

```prompt name=\"Renewal brief\" tool=assistant
Write one page on {{account}} in a {{tone|plain, warm}} tone.
```
- account: the customer, e.g. Acme
- tone: how it sounds

## Check before you use it

- [ ] The seat total is right (source: order form)
";

const JUDGMENT: &str = "---
title: Decide how far to trust a churn flag
summary: When a red score means something.
roles: [customer-success]
layer: judgment
job: renewal
owner: m-osei
data: internal
tools: [assistant]
verified: 2026-10-01
stakes: high
builds_on: [base-fluency]
---

## When to use it

A renewal turns red.

## Not for

New accounts.

## Before you start

May paste: ticket counts.

Never paste: names of their people.

## Trust it when

Usage fell for three weeks.

## Override when

A shutdown explains the dip.

## Do not rely on it when

A discount hangs on it.

## Check before you use it

- [ ] The seat total equals the contract (source: order form)
- [ ] A second person agrees (by: renewals manager)

## What went wrong

```caught
AI said: Low risk, engagement is stable.
In fact: The EU segment was missing from the extract.
Noticed because: the seat total did not match.
Kind: omission
Reached: colleague
```
";

const DRILL: &str = "---
title: Spot the swapped months
roles: [customer-success]
from: base-judgment
---

```drill
Context: A summary before a renewal call.
Text: Usage rose from 40 in May to 60 in April, and nobody has complained since.
Error: from 40 in May to 60 in April
  Kind: swapped values
  Why: The months are the wrong way round.
  How to check: Read the export.
Verdict: fix
```
";

/// Reads files as a playbook; the settings must be good.
pub fn sources(files: &Files) -> Sources {
    load(files).unwrap_or_else(|error| panic!("{error:?}"))
}

/// Reads files as a playbook.
pub fn load(files: &Files) -> Result<Sources, LoadError> {
    Sources::in_memory(files.iter().map(|(path, bytes)| (path.clone(), bytes.clone())))
}

/// A clean build of what lies on a disk.
pub fn build_folder(root: &Path) -> Build {
    Engine::new().build(&playbook::source::load(root).unwrap())
}

/// A clean build.
pub fn build(files: &Files) -> Build {
    Engine::new().build(&sources(files))
}

/// The base playbook with one file more, or another text in one.
pub fn with(path: &str, text: &str) -> Files {
    let mut files = base();
    files.insert(path.to_owned(), text.as_bytes().to_vec());
    files
}

/// Every file of a site, as text where it is text.
pub fn bytes(build: &Build) -> BTreeMap<String, Vec<u8>> {
    let render = |output: &Output| match output {
        Output::Rendered(page) => page.render().unwrap(),
        Output::Bytes(bytes) => bytes.to_vec(),
        Output::Asset(asset) => match &asset.origin {
            Origin::Memory(bytes) => bytes.to_vec(),
            Origin::File(path, _) => std::fs::read(path).unwrap(),
            Origin::Revision => unreachable!("nobody has the bytes of an earlier file"),
        },
    };
    let outputs = build.site.all();
    outputs.map(|(route, output)| (route.to_string(), render(output))).collect()
}

/// An output that is made by `make`.
pub fn rendered(make: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> Output {
    struct Made<F>(F);
    impl<F: Fn() -> Vec<u8> + Send + Sync> Render for Made<F> {
        fn key(&self) -> Digest {
            Digest::of_bytes(&self.0())
        }
        fn render(&self) -> Result<Vec<u8>, RenderError> {
            Ok(self.0())
        }
    }
    Output::Rendered(Arc::new(Made(make)))
}

/// Puts a file into a folder, with the folders above it.
pub fn put(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// A playbook on a disk.
pub fn on_disk(files: &Files) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    files.iter().for_each(|(path, bytes)| put(root.path(), path, bytes));
    root
}

/// One page of a clean build as text.
pub fn shown(files: &Files, route: &str) -> String {
    page(&build(files), route)
}

/// What is known of something, a line for each thing that is: for snapshots.
pub fn lines(value: &impl serde::Serialize) -> String {
    fn add(at: &str, value: &serde_json::Value, text: &mut String) {
        match value {
            serde_json::Value::Null => {}
            serde_json::Value::Object(fields) => {
                fields.iter().for_each(|(key, value)| add(&format!("{at} {key}"), value, text));
            }
            serde_json::Value::Array(all) => {
                (1..).zip(all).for_each(|(n, one)| add(&format!("{at} {n}"), one, text));
            }
            one => text.push_str(&format!("{}: {one}\n", at.trim_start())),
        }
    }
    let mut text = String::new();
    add("", &serde_json::to_value(value).unwrap(), &mut text);
    text
}

/// One output of a site as text, if there is such a one.
pub fn output(build: &Build, route: &str) -> Option<String> {
    match build.site.find(route)? {
        Output::Rendered(page) => String::from_utf8(page.render().ok()?).ok(),
        _ => None,
    }
}

/// One page of a site as text.
pub fn page(build: &Build, route: &str) -> String {
    let bytes = bytes(build).remove(route).unwrap_or_else(|| panic!("no page {route}"));
    String::from_utf8(bytes).unwrap()
}

/// Messages as a person reads them.
pub fn messages<'a>(
    build: &Build,
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
) -> String {
    print::human(diagnostics, &|path| build.source_map(path), Style::default())
}

/// All messages of a playbook.
pub fn check(files: &Files) -> String {
    let build = build(files);
    messages(&build, build.diagnostics())
}
