//! Exports of note tools, and pages of another playbook: keys become fields, links lead
//! to where things lie now, and what is not taken is named.

use std::fs;

use super::{given, import, made, outside, words};
use crate::fixture::{self, Files, on_disk, put};

/// Imports an export; the list, and all pages behind each other.
fn imported(name: &str) -> (String, String) {
    let root = on_disk(&fixture::base());
    let ended = import(root.path(), &given(name), &[]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let made = made(root.path());
    let texts = made.iter().filter(|(path, _)| path.ends_with(".md"));
    let shown: String =
        texts.map(|(path, text)| format!("== {path}\n{}", String::from_utf8_lossy(text))).collect();
    lost_nothing(name, &format!("{shown}{}", ended.out));
    (ended.out, shown)
}

fn lost_nothing(name: &str, told: &str) {
    let told = words(told);
    for entry in walkdir::WalkDir::new(given(name)).into_iter().map(Result::unwrap) {
        let is_hidden = entry.path().to_str().unwrap().contains("/.");
        let is_text = entry.path().extension().is_some_and(|ending| ending == "md");
        if is_text && !is_hidden {
            let said = words(&fs::read_to_string(entry.path()).unwrap());
            let lost: Vec<&String> = said.difference(&told).collect();
            assert_eq!(lost, Vec::<&String>::new(), "{}", entry.path().display());
        }
    }
}

#[test]
fn an_export_of_notion() {
    let (list, pages) = imported("notion");
    insta::assert_snapshot!(list, @r#"
    content/workflows/everyone/triage-tickets/index.md
      from      Field guide 0123456789abcdef0123456789abcdef/Triage tickets fedcba9876543210fedcba9876543210.md
      with      Field guide 0123456789abcdef0123456789abcdef/Triage tickets fedcba9876543210fedcba9876543210/Untitled.png, beside it as untitled.png
      title     Triage tickets (its first heading)
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
      sections  Steps (known by their headings)
      not taken:
      key       Last edited time: March 3, 2026 10:12 AM (no field of a workflow means this)

    content/workflows/everyone/field-guide/index.md
      from      Field guide 0123456789abcdef0123456789abcdef.md
      with      Field guide 0123456789abcdef0123456789abcdef/Cases 00112233445566778899aabbccddeeff.csv, beside it as cases-00112233445566778899aabbccddeeff.csv
      key       Owner: Dana Fox (now owner: Dana Fox)
      key       Tags: onboarding, support (now keywords: onboarding, support)
      key       Created: 2026-02-03 (now written: 2026-02-03)
      title     Field guide (its first heading)
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
      not taken:
      key       Status: In review (no field of a workflow means this)
    "#);
    insta::assert_snapshot!(pages, @r#"
    == content/workflows/everyone/field-guide/index.md
    ---
    title: Field guide
    summary:
    roles:
    layer: fluency
    owner: Dana Fox
    data:
    verified:
    written: 2026-02-03
    keywords: [onboarding, support]
    draft: true
    ---

    # Field guide


    Start with [Triage tickets](../triage-tickets/index.md) and the [list](cases-00112233445566778899aabbccddeeff.csv).
    == content/workflows/everyone/triage-tickets/index.md
    ---
    title: Triage tickets
    summary:
    roles:
    layer: fluency
    owner:
    data:
    verified:
    draft: true
    ---

    # Triage tickets


    ## 🪜 Steps

    - [ ]  Paste the ticket without names
    - [ ]  Ask which team it is for

    ![screenshot](untitled.png)

    Back to [Field guide](../field-guide/index.md), or to [a page that was not exported](https://www.notion.so/x).
    "#);
}

#[test]
fn a_vault_of_obsidian() {
    let (list, pages) = imported("obsidian");
    insta::assert_snapshot!(list, @r#"
    content/workflows/everyone/call-notes/index.md
      from      Call notes.md
      with      attachments/whiteboard.png, beside it as whiteboard.png
      key       aliases: minutes, debrief (now keywords: minutes, debrief)
      key       tags: calls, crm (now keywords: calls, crm)
      title     Call notes (the name of the file: write a better one)
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
      picture   ![[whiteboard.png|300]] (now ![whiteboard.png](whiteboard.png))
      not taken:
      key       cssclasses: wide (no field of a workflow means this)
      line      22: `%% ask Noor about the old template %%` is a hidden remark of another tool (PB241)

    content/workflows/everyone/objections.md
      from      Objections.md
      title     Objections (the name of the file: write a better one)
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
      sections  Steps (known by their headings)
      not taken:
      link      A note that is not here (nothing that was imported lies there; it stands as it was written)
    "#);
    insta::assert_snapshot!(pages, @r#"
    == content/workflows/everyone/call-notes/index.md
    ---
    title: Call notes
    summary:
    roles:
    layer: fluency
    owner:
    data:
    verified:
    keywords: [minutes, debrief, calls, crm]
    draft: true
    ---

    Use [the list of objections](../objections.md) after each call, see [Objections > Steps](../objections.md#steps).

    ![whiteboard.png](whiteboard.png)

    > [!WARNING]
    > **Never paste**
    >
    > Phone numbers stay in the CRM.

    %% ask Noor about the old template %%

    #followup
    == content/workflows/everyone/objections.md
    ---
    title: Objections
    summary:
    roles:
    layer: fluency
    owner:
    data:
    verified:
    draft: true
    ---

    # Steps

    1. Group what was said.
    2. Link [[A note that is not here]].
    "#);
}

#[test]
fn posts_of_hugo() {
    let (list, pages) = imported("hugo");
    insta::assert_snapshot!(list, @r#"
    content/workflows/everyone/keep-an-archive.md
      from      content/posts/archive.md
      key       date: 2025-11-02 (now written: 2025-11-02)
      key       description: Where finished issues go (now summary: Where finished issues go)
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
      sections  Steps (known by their headings)
      not taken:
      key       slug: archive (no field of a workflow means this)

    content/workflows/everyone/write-the-weekly-digest/index.md
      from      content/posts/weekly-digest/index.md
      with      content/posts/weekly-digest/cover.png, beside it as cover.png
      with      static/images/logo.png, beside it as logo.png
      key       date: 2026-01-15T08:00:00+01:00 (now written: 2026-01-15)
      key       draft: false (every page is a draft until somebody has read it here)
      key       tags: digest, newsletter (now keywords: digest, newsletter)
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
      not taken:
      key       aliases: /2025/digest/ (an address of another site)
      key       cover: {image: cover.png} (no field of a workflow means this)
      line      16: `{{< figure src="cover.png" caption="Issue twelve" >}}` is a shortcode of another tool (PB241)
    "#);
    insta::assert_snapshot!(pages, @r#"
    == content/workflows/everyone/keep-an-archive.md
    ---
    title: Keep an archive
    summary: Where finished issues go
    roles:
    layer: fluency
    owner:
    data:
    verified:
    written: 2025-11-02
    draft: true
    ---

    ## How?

    Move them on Friday.
    == content/workflows/everyone/write-the-weekly-digest/index.md
    ---
    title: Write the weekly digest
    summary:
    roles:
    layer: fluency
    owner:
    data:
    verified:
    written: 2026-01-15
    keywords: [digest, newsletter]
    draft: true
    ---

    ![cover](cover.png) ![logo](logo.png)

    {{< figure src="cover.png" caption="Issue twelve" >}}

    See [the archive](../keep-an-archive.md).
    "#);
}

#[test]
fn a_skill_is_called_as_its_page_is() {
    let root = on_disk(&fixture::base());
    let text = "---\nname: renewal-brief\ndescription: Writes a brief\nlicense: MIT\n---\n# Renewal brief\n\nDo it.\n";
    let (folder, _) = outside("renewal/SKILL.md", text);
    let ended = import(root.path(), &folder.path().join("renewal"), &[]);
    insta::assert_snapshot!(ended.out, @r#"
    content/workflows/everyone/renewal-brief.md
      from      SKILL.md
      key       name: renewal-brief (now title: renewal-brief)
      key       description: Writes a brief (now summary: Writes a brief)
      layer     fluency (nothing says which: chosen by its sections, change it if it is another)
      not taken:
      key       license: MIT (no field of a workflow means this)
      title     renewal-brief (the page's own heading is its title: Renewal brief)
    "#);
}

/// Another playbook, with words of its own.
fn other() -> Files {
    let page = "---\ntitle: Check a quote for errors\nroles: [AE]\nlayer: judgment\nowner: pat\n\
        data: green\ntools: [helper]\nverified: 2026-05-01\nnext: [second-page, third-page]\n\
        repeated_by:\n  - {who: pat, date: 2026-06-01, result: worked}\n---\n\n## Not for\n\nTenders.\n";
    let second =
        "---\ntitle: A second page\nroles: [AE]\nlayer: fluency\n---\n\nSee [it](quote.md).\n";
    [
        ("playbook.toml", "[site]\ntitle = \"Other\"\n"),
        ("content/workflows/deep/quote.md", page),
        ("content/workflows/deep/second-page.md", second),
        ("content/roles/ae.md", "---\nname: AE\n---\n"),
        ("content/guides/house-rules.md", "---\ntitle: House rules\n---\n\nBe kind.\n"),
        ("content/index.md", "Welcome.\n"),
        ("public/old.md", "# What was built of it\n"),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
    .collect()
}

#[test]
fn another_playbook_with_a_map_of_its_words() {
    let root = on_disk(&fixture::base());
    let other = on_disk(&other());
    let map = "[roles]\nAE = \"sales\"\n[data]\ngreen = \"internal\"\n[people]\npat = \"m-osei\"\n\
               [tools]\nhelper = \"assistant\"\n";
    put(other.path(), "map.toml", map);
    let map = other.path().join("map.toml");
    let ended = import(root.path(), other.path(), &["--map", map.to_str().unwrap()]);
    insta::assert_snapshot!(ended.out, @r#"
    content/guides/house-rules.md
      from      content/guides/house-rules.md

    content/workflows/sales/quote.md
      from      content/workflows/deep/quote.md
      key       roles: AE (now roles: sales)
      key       owner: pat (now owner: m-osei)
      key       data: green (now data: internal)
      key       tools: helper (now tools: assistant)
      key       repeated_by: pat, 2026-06-01, worked (now repeated_by: m-osei, 2026-06-01, worked)
      sections  Not for (known by their headings)
      not taken:
      key       next: third-page (no page of this name was imported or is here)

    content/workflows/sales/second-page.md
      from      content/workflows/deep/second-page.md
      key       roles: AE (now roles: sales)
    "#);
    let made = made(root.path());
    let page = String::from_utf8(made["content/workflows/sales/quote.md"].clone()).unwrap();
    insta::assert_snapshot!(page, @r#"
    ---
    title: Check a quote for errors
    summary:
    roles: [sales]
    layer: judgment
    owner: m-osei
    data: internal
    verified: 2026-05-01
    tools: [assistant]
    repeated_by: [{who: m-osei, date: 2026-06-01, result: worked}]
    next: [second-page]
    draft: true
    ---

    ## Not for

    Tenders.
    "#);
    assert!(made.contains_key("content/guides/house-rules.md"));
    assert!(!made.contains_key("content/roles/ae.md"));
    assert_eq!(ended.code, 0);
    let said = "content/roles/ae.md is not needed: it is sales here, as --map says";
    assert!(ended.err.contains(said), "{}", ended.err);
}

#[test]
fn roles_that_are_imported_too_are_known_to_the_pages() {
    let root = on_disk(&fixture::base());
    let mut files = other();
    files.insert(
        "content/roles/presales.md".to_owned(),
        b"---\nname: Before a sale\n---\n".to_vec(),
    );
    let page = "---\ntitle: Prepare a demo\nroles: [Presales]\nlayer: fluency\n---\n\nText.\n";
    files.insert("content/workflows/demo.md".to_owned(), page.as_bytes().to_vec());
    let ended = import(root.path(), on_disk(&files).path(), &[]);
    assert!(!ended.out.contains("no role here"), "{}", ended.out);
    let made = made(root.path());
    let page = String::from_utf8(made["content/workflows/presales/demo.md"].clone()).unwrap();
    assert!(page.contains("roles: [presales]"), "{page}");
    assert!(made.contains_key("content/roles/presales.md"));
}

#[test]
fn one_page_of_another_playbook_knows_its_kind() {
    let root = on_disk(&fixture::base());
    let other = on_disk(&other());
    let ended = import(root.path(), &other.path().join("content/guides/house-rules.md"), &[]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let made: Vec<String> = made(root.path()).into_keys().collect();
    assert_eq!(made, ["content/guides/house-rules.md"]);
}
