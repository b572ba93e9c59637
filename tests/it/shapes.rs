//! The shapes in which links and images of real write-ups are broken, and how
//! each is reported: a page converted from elsewhere still stands.

use std::collections::BTreeMap;

use crate::fixture;

const CONVERTED: &str = "---
title: \"🚀 Create a detailed agenda 📅\"
summary: \"Prompt 💡\"
roles: [everyone]
layer: fluency
owner: revops-desk
tools: [assistant]
data: internal
verified: 2026-03-17
---

![Demo to create an agenda, specifying the topics](./assets/demo.png)

> If you see unfamiliar placeholders, see [CONNECTORS.md](../../CONNECTORS.md).

## Summary

## Prompt 💡

Create a detailed agenda for our upcoming team meeting. [Its owner](https://example.com/owner)

See [the reference](references/agenda.md), [scripts](scripts/) and [a heading](#no-such-heading).
[The reference again][again], and ![a chart](../images/chart.png \"A chart\").

Version|Date|Comments
-------|----|--------
1.0|September 09, 2024|Initial release

![](https://telemetry.example.com/pixel.png)
[![badge](https://badges.example.com/build.png)](https://example.com/builds)

[again]: references/agenda.md
";

#[test]
fn each_shape_is_reported_at_its_place_and_counted() {
    let files = fixture::with("content/workflows/everyone/agenda.md", CONVERTED);
    let build = fixture::build(&files);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in build.diagnostics() {
        *counts.entry(diagnostic.code).or_default() += 1;
    }
    let expected = [
        ("PB252", 1), // the prompt in no block
        ("PB301", 4), // CONNECTORS.md, references/agenda.md twice, scripts/
        ("PB302", 1), // #no-such-heading
        ("PB303", 2), // assets/demo.png, ../images/chart.png
        ("PB304", 2), // the pixel, the badge
        ("PB510", 1), // a first version
    ];
    assert_eq!(counts, BTreeMap::from(expected), "{}", fixture::check(&files));
}

#[test]
fn every_message_points_at_the_link_itself() {
    let files = fixture::with("content/workflows/everyone/agenda.md", CONVERTED);
    let build = fixture::build(&files);
    let map = build.source_map("content/workflows/everyone/agenda.md").unwrap();
    let found: Vec<String> = build
        .diagnostics()
        .iter()
        .filter(|it| it.code.starts_with("PB3"))
        .map(|it| {
            let location = map.locate(&it.place.at);
            format!("{}:{} {}", location.line, location.column, &map.text[location.range])
        })
        .collect();
    insta::assert_snapshot!(found.join("\n"), @r#"
    12:1 ![Demo to create an agenda, specifying the topics](./assets/demo.png)
    14:43 [CONNECTORS.md](../../CONNECTORS.md)
    22:5 [the reference](references/agenda.md)
    22:44 [scripts](scripts/)
    22:68 [a heading](#no-such-heading)
    23:1 [The reference again][again]
    23:35 ![a chart](../images/chart.png "A chart")
    29:1 ![](https://telemetry.example.com/pixel.png)
    30:2 ![badge](https://badges.example.com/build.png)
    "#);
}

#[test]
fn the_page_stands_and_asks_no_other_site_for_anything() {
    let files = fixture::with("content/workflows/everyone/agenda.md", CONVERTED);
    let page = fixture::shown(&files, "workflows/agenda.html");
    assert!(page.contains("Create a detailed agenda for our upcoming team meeting"));
    assert!(!page.contains("<img"), "{page}");
    assert!(page.contains("First version"));
    assert!(page.contains("Demo to create an agenda, specifying the topics"));
}
