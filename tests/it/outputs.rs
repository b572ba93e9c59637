//! Outputs that are no pages, and the rules that each of them keeps.

use serde_json::{Value, json};

use crate::fixture::{self, Files, base, build, bytes, check, page, with};

const URL: &str = "[site]\ntitle = \"Northgate\"\nbase_url = \"https://playbook.example/ai\"\n";

fn parsed(files: &Files, route: &str) -> Value {
    serde_json::from_str(&page(&build(files), route)).unwrap()
}

#[test]
fn a_feed_has_ids_without_an_address_that_stay() {
    let ids = |files: &Files| -> Vec<String> {
        let feed = parsed(files, "feeds/all.json");
        let items = feed["items"].as_array().unwrap().iter();
        items.map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    let plain = ids(&base());
    assert_eq!(plain.len(), 4, "two verified, two repeats on two days");
    assert!(plain.iter().all(|id| id.starts_with("urn:uuid:") && id.len() == 45), "{plain:?}");
    let path = "content/workflows/sales/base-fluency.md";
    let text = String::from_utf8(base()[path].clone()).unwrap();
    let renamed = text.replace("Prepare a renewal call", "Prepare any call");
    assert_eq!(ids(&with(path, &renamed)), plain);
    let absolute = ids(&with("playbook.toml", URL));
    assert_eq!(
        absolute[0],
        "https://playbook.example/ai/workflows/base-fluency.html#repeated-2026-10-09"
    );
}

#[test]
fn a_feed_holds_50_entries_and_has_no_date_but_those_of_its_pages() {
    let mut files = base();
    for number in 0..70 {
        let text = format!(
            "---\ntitle: Page number {number:03}\nlayer: fluency\nroles: [sales]\nverified: 2026-08-{:02}\n---\n",
            number % 28 + 1
        );
        files.insert(format!("content/workflows/p{number}.md"), text.into_bytes());
    }
    let build = build(&files);
    let feed = page(&build, "feeds/roles/sales.xml");
    assert_eq!(feed.matches("<entry>").count(), 50);
    assert!(feed.contains("<updated>2026-10-09T00:00:00Z</updated>\n<author>"), "{feed}");
    assert_eq!(page(&build, "feeds/layers/judgment.xml").matches("<entry>").count(), 1);
    assert!(page(&build, "feeds/layers/redesign.xml").contains("<updated>1970-01-01T00:00:00Z"));
    assert!(page(&build, "roles/sales.html").contains("href=\"../feeds/roles/sales.xml\""));
    assert!(page(&build, "layers/fluency.html").contains("href=\"../feeds/layers/fluency.xml\""));
    assert!(page(&build, "tools.html").contains("href=\"feeds/all.xml\""));
}

#[test]
fn a_site_map_needs_an_address_and_is_announced_only_to_those_who_are_let_in() {
    let without = bytes(&build(&base()));
    assert!(!without.contains_key("sitemap.xml"));
    assert_eq!(without["robots.txt"], b"User-agent: *\nDisallow: /\n");
    let open = bytes(&build(&with("playbook.toml", &format!("{URL}noindex = false\n"))));
    let robots = String::from_utf8(open["robots.txt"].clone()).unwrap();
    assert_eq!(
        robots,
        "User-agent: *\nDisallow:\nSitemap: https://playbook.example/ai/sitemap.xml\n"
    );
    let map = String::from_utf8(open["sitemap.xml"].clone()).unwrap();
    assert!(map.contains("<loc>https://playbook.example/ai/</loc>"), "{map}");
    assert!(map.contains("base-fluency.html</loc><lastmod>2026-10-09</lastmod>"), "{map}");
}

#[test]
fn a_company_may_bring_its_own_robots_txt_and_nothing_takes_the_place_of_a_report() {
    let files = with("static/robots.txt", "User-agent: ours\n");
    assert_eq!(bytes(&build(&files))["robots.txt"], b"User-agent: ours\n");
    let text = "---\ntitle: Prepare it all\nlayer: fluency\nredirect_from: [coverage.html, Feeds/x, lists/caught/2]\n---\n";
    let messages = check(&with("content/workflows/x.md", text));
    assert_eq!(messages.matches("is a page that every playbook has").count(), 3, "{messages}");
}

#[test]
fn an_address_outlives_moves_and_renames() {
    let text = "---\ntitle: Prepare it all\nlayer: fluency\nredirect_from: [workflows/old-name.html]\n---\n";
    let build = build(&with("content/workflows/deep/new-name.md", text));
    // The folder below `workflows/` is in no address, and an old name leads on.
    let here = page(&build, "workflows/new-name.html");
    assert!(here.contains("href=\"new-name.html\""), "{here}");
    let old = page(&build, "workflows/old-name.html");
    assert!(old.contains("content=\"0; url=new-name.html\""), "{old}");
}

#[test]
fn llms_txt_is_split_so_that_it_can_be_read() {
    let mut files = base();
    for number in 0..700 {
        let text = format!(
            "---\ntitle: Page number {number:03}\nlayer: fluency\nroles: [sales]\nverified: 2026-08-01\n---\n"
        );
        files.insert(format!("content/workflows/p{number}.md"), text.into_bytes());
    }
    let build = build(&files);
    let llms = page(&build, "llms.txt");
    assert_eq!(llms.matches("(first-version: ").count(), 99);
    assert!(llms.contains("- [Fluency 2](llms/fluency/2.txt)\n"), "{llms}");
    assert!(llms.contains("- [Prepare a renewal call](workflows/base-fluency.md): One page on an account before you call. (proven: 2 colleagues repeated it; check again by 2027-01-07)\n"));
    let parts = page(&build, "llms/fluency/1.txt") + &page(&build, "llms/fluency/2.txt");
    assert_eq!(parts.matches("\n- [").count(), 701);
    assert!(!bytes(&build).contains_key("llms/judgment/1.txt"));
}

#[test]
fn markup_in_data_cannot_become_html_or_xml() {
    let hostile = "</script><b>&amp; \u{1}";
    let text = format!(
        "---\ntitle: {}\nsummary: {0}\nlayer: fluency\nverified: 2026-08-01\n---\n",
        serde_json::json!(hostile)
    );
    let build = build(&with("content/workflows/x.md", &text));
    for (route, bytes) in bytes(&build) {
        let text = String::from_utf8_lossy(&bytes);
        if route.ends_with(".json") {
            assert!(!text.contains('<'), "{route}");
            serde_json::from_str::<Value>(&text).unwrap();
        }
        if route.ends_with(".xml") {
            assert!(!text.contains("<b>") && !text.contains('\u{1}'), "{route}: {text}");
        }
    }
}

/// What is wrong with a value by a schema, for as much of JSON Schema as the
/// published one uses; an unknown word of it is wrong too.
fn breaches(value: &Value, schema: &Value, root: &Value, at: &str, found: &mut Vec<String>) {
    for (word, wanted) in schema.as_object().unwrap() {
        match word.as_str() {
            "$schema" | "title" | "description" | "$defs" => {}
            "$ref" => {
                let name = wanted.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                breaches(value, &root["$defs"][name], root, at, found);
            }
            "type" => {
                let is = |kind: &Value| match kind.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "integer" => value.is_u64(),
                    "null" => value.is_null(),
                    other => panic!("{other}"),
                };
                let fits =
                    wanted.as_array().map_or_else(|| is(wanted), |kinds| kinds.iter().any(is));
                if !fits {
                    found.push(format!("{at} is no {wanted}"));
                }
            }
            "const" if value != wanted => found.push(format!("{at} is not {wanted}")),
            "enum" if !wanted.as_array().unwrap().contains(value) => {
                found.push(format!("{at}: {value}"))
            }
            "const" | "enum" => {}
            "required" if value.is_object() => {
                for key in wanted.as_array().unwrap() {
                    if value.get(key.as_str().unwrap()).is_none() {
                        found.push(format!("{at} has no {key}"));
                    }
                }
            }
            "properties" if value.is_object() => {
                for (key, value) in value.as_object().unwrap() {
                    match wanted.get(key) {
                        Some(schema) => {
                            breaches(value, schema, root, &format!("{at}.{key}"), found)
                        }
                        None => found.push(format!("{at}.{key} is not described")),
                    }
                }
            }
            "items" if value.is_array() => {
                for (n, value) in value.as_array().unwrap().iter().enumerate() {
                    breaches(value, wanted, root, &format!("{at}[{n}]"), found);
                }
            }
            "required" | "properties" | "items" => {}
            "additionalProperties" => assert_eq!(wanted, &Value::Bool(false)),
            other => panic!("{other} is not understood"),
        }
    }
}

#[test]
fn playbook_json_keeps_its_published_schema() {
    let sample = playbook::source::load(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let sample = playbook::engine::Engine::new().build(&sample);
    for build in [
        build(&base()),
        build(&Files::from([("playbook.toml".to_owned(), b"[site]\ntitle = \"T\"\n".to_vec())])),
        sample,
    ] {
        let schema: Value = serde_json::from_str(&page(&build, "playbook.schema.json")).unwrap();
        let data: Value = serde_json::from_str(&page(&build, "playbook.json")).unwrap();
        let mut found = Vec::new();
        breaches(&data, &schema, &schema, "$", &mut found);
        assert_eq!(found, [""; 0]);
        let described = &schema["$defs"]["page"]["properties"];
        assert!(described.as_object().unwrap().len() > 20);
    }
    let mut wrong = parsed(&base(), "playbook.json");
    let schema = parsed(&base(), "playbook.schema.json");
    wrong["pages"][0]["surprise"] = Value::Null;
    let mut found = Vec::new();
    breaches(&wrong, &schema, &schema, "$", &mut found);
    assert_eq!(found, ["$.pages[0].surprise is not described"]);
}

#[test]
fn coverage_json_has_all_of_which_the_page_shows_the_first_hundred() {
    let mut files = base();
    for number in 0..130 {
        let text = format!(
            "---\ntitle: Page number {number:03}\nlayer: fluency\nroles: [sales]\nowner: gone\n---\n"
        );
        files.insert(format!("content/workflows/p{number}.md"), text.into_bytes());
    }
    files.insert(
        "content/people/gone.md".to_owned(),
        b"---\nname: Gone\nleft: 2026-01-31\n---\n".to_vec(),
    );
    let data = parsed(&files, "coverage.json");
    let count = |key: &str| data[key].as_array().unwrap().len();
    assert_eq!((count("unfinished"), count("needs_owner")), (130, 130));
    let sales = &data["roles"][3];
    assert_eq!((&sales["role"], &sales["layer"]), (&json!("sales"), &json!("fluency")));
    assert_eq!(
        (&sales["finished"], &sales["repeated"], &sales["unfinished"]),
        (&json!(1), &json!(1), &json!(130))
    );
    assert!(data.get("managers").is_none(), "no role is that of managers");
    let html = fixture::shown(&files, "coverage.html");
    assert!(html.contains("The first 100 of 130"), "{html}");
    assert!(html.contains("<b>1</b> <small>1 repeated,</small> <small>130 unfinished</small>"));
}
