//! The built-in theme and what a company may change of it.

mod loops;
mod views;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use playbook::diagnostic::{At, Diagnostic, SourceMap};
use playbook::document::FileBytes;
use playbook::language;
use playbook::memo::Hashed;
use playbook::page::View;
use playbook::page::view::PageView;
use playbook::render::{self, Theme};

type Overrides = BTreeMap<Arc<str>, Hashed<FileBytes>>;

fn overrides(files: &[(&str, &str)]) -> Overrides {
    let file = |(path, text): &(&str, &str)| {
        (Arc::from(*path), Hashed::new(FileBytes::from(text.as_bytes())))
    };
    files.iter().map(file).collect()
}

fn built_in(views: &[View]) -> Theme {
    let (theme, diagnostics) = render::load(&Overrides::new(), "default", &views[0].site);
    assert_eq!(diagnostics, []);
    theme.unwrap()
}

fn own(files: &[(&str, &str)], views: &[View]) -> Theme {
    let (theme, diagnostics) = render::load(&overrides(files), "northgate", &views[0].site);
    assert_eq!(diagnostics, []);
    theme.unwrap()
}

fn html(view: &View, theme: &Theme) -> String {
    String::from_utf8(render::page(view, theme).unwrap()).unwrap()
}

/// The message, its place as a person counts, and its help.
fn shown(diagnostic: &Diagnostic, files: &[(&str, &str)]) -> String {
    let file = diagnostic.place.path.strip_prefix("themes/northgate/").unwrap_or_default();
    let text = files.iter().find(|(path, _)| *path == file).map_or("", |(_, text)| text);
    let at = SourceMap::of_text(Arc::from(text)).locate(&diagnostic.place.at);
    let words = text.get(at.range.clone()).unwrap_or_default();
    let help: Vec<String> = diagnostic.help.iter().map(ToString::to_string).collect();
    let help = help.join("; ");
    format!(
        "{}:{}:{} `{words}` {}\nhelp: {help}",
        diagnostic.place.path, at.line, at.column, diagnostic.message
    )
}

fn refused(files: &[(&str, &str)]) -> String {
    let views = views::poor();
    let (theme, diagnostics) = render::load(&overrides(files), "northgate", &views[0].site);
    assert!(theme.is_none());
    let shown: Vec<String> = diagnostics.iter().map(|one| shown(one, files)).collect();
    shown.join("\n")
}

fn fails_on_a_page(files: &[(&str, &str)]) -> String {
    let views = views::rich();
    let theme = own(files, &views);
    let view = views.iter().find(|view| matches!(view.page, PageView::NotFound(_))).unwrap();
    shown(&render::page(view, &theme).unwrap_err(), files)
}

#[test]
fn every_template_shows_the_richest_and_the_poorest_view() {
    for views in [views::rich(), views::poor()] {
        let theme = built_in(&views);
        let templates: BTreeSet<&str> = views.iter().map(|view| view.page.template()).collect();
        assert_eq!(templates.len(), 22, "{templates:?}");
        for view in &views {
            let html = html(view, &theme);
            assert_eq!(html.matches("<h1>").count(), 1, "{}", view.route);
            assert_eq!(html.matches("<main id=\"page:main\"").count(), 1, "{}", view.route);
            assert!(html.ends_with("</html>\n"), "{}", view.route);
        }
    }
}

#[test]
fn the_list_of_built_in_files_is_the_folder() {
    let root = std::path::Path::new("themes/default");
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, std::fs::read(path).unwrap());
            }
        }
    }
    let listed: BTreeMap<String, Vec<u8>> =
        render::FILES.iter().map(|(path, bytes)| (path.to_string(), bytes.to_vec())).collect();
    assert_eq!(listed, found);
}

#[test]
fn templates_use_only_words_that_the_language_has() {
    let words = &language::find("en").words;
    let mut used = 0;
    for (path, text) in templates() {
        for (_, rest) in
            text.match_indices("words[\"").map(|(at, found)| text.split_at(at + found.len()))
        {
            let key = rest.split('"').next().unwrap();
            let computed = rest[key.len() + 1..].trim_start().starts_with('~');
            let known = if computed {
                words.keys().any(|word| word.starts_with(key))
            } else {
                words.contains_key(key)
            };
            assert!(known, "{path}: {key}");
            used += 1;
        }
    }
    assert!(used > 100, "{used}");
}

#[test]
fn every_value_of_an_enumeration_has_its_word() {
    use playbook::domain::{ErrorKind, Reached, RepeatResult, Verdict};
    let words = &language::find("en").words;
    let keys = ErrorKind::ALL.iter().map(|kind| format!("error-{}", kind.as_str()));
    let keys = keys
        .chain(Reached::ALL.iter().map(|reached| format!("reached-{}", reached.as_str())))
        .chain(Verdict::ALL.iter().map(|verdict| format!("verdict-{}", verdict.as_str())))
        .chain(RepeatResult::ALL.iter().map(|result| format!("result-{}", result.as_str())));
    for key in keys {
        assert!(words.contains_key(&key), "{key}");
    }
}

#[test]
fn templates_hold_nothing_inline_and_quote_attributes_twice() {
    for (path, text) in templates() {
        assert!(!text.contains("='"), "{path}: quote attributes twice");
        assert!(!text.contains("<style") && !text.contains("style="), "{path}");
        assert!(!text.contains("onclick"), "{path}");
        for script in text.split("<script").skip(1) {
            assert!(script.starts_with(" src=\"{{ root }}theme/"), "{path}: a file of the theme");
            assert!(script.contains(".js\"></script>") || script.contains(" defer></script>"));
        }
    }
}

fn templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    let text = |(path, bytes): &(&'static str, &'static [u8])| {
        (*path, std::str::from_utf8(bytes).unwrap())
    };
    render::FILES.iter().filter(|(path, _)| path.ends_with(".html")).map(text)
}

#[test]
fn markup_in_any_field_is_text() {
    let hostile =
        "</title><script>alert(1)</script>\" onload=\"x' {{ 7*7 }} {% include \"base.html\" %}";
    for view in views::poison(hostile) {
        let theme = built_in(std::slice::from_ref(&view));
        let html = html(&view, &theme);
        assert!(!html.contains("<script>alert"), "{}", view.route);
        assert!(!html.contains("\" onload"), "{}", view.route);
        assert_eq!(html.matches("</title>").count(), 1, "{}", view.route);
        assert!(html.contains("{{ 7*7 }} {% include"), "{}", view.route);
    }
}

#[test]
fn the_policy_is_on_every_page_and_nothing_is_inline() {
    let views = views::rich();
    let theme = built_in(&views);
    for view in &views {
        let html = html(view, &theme);
        assert!(html.contains("content=\"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'\""));
        assert!(!html.contains("style=\"") && !html.contains("<style"), "{}", view.route);
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{}", view.route);
    }
}

#[test]
fn links_are_relative_but_on_the_page_that_is_served_at_any_depth() {
    let views = views::rich();
    let theme = built_in(&views);
    let of =
        |route: &str| html(views.iter().find(|view| view.route.as_str() == route).unwrap(), &theme);
    assert!(of("index.html").contains("href=\"theme/playbook.css\""));
    assert!(of("workflows/renewal-prep.html").contains("href=\"../theme/playbook.css\""));
    assert!(of("404.html").contains("href=\"/playbook/theme/playbook.css\""));
    assert!(of("people.html").contains("<a href=\"people.html\" aria-current=\"page\">"));
    let canonical = "<link rel=\"canonical\" href=\"https://playbook.example/playbook/";
    assert!(of("index.html").contains(&format!("{canonical}\">")));
    assert!(
        of("workflows/renewal-prep.html")
            .contains(&format!("{canonical}workflows/renewal-prep.html\">"))
    );
    assert!(of("old/renewals.html").contains("content=\"0; url=../workflows/renewal-prep.html\""));
    assert!(!of("404.html").contains("canonical"));
}

#[test]
fn a_page_costs_little_before_its_content() {
    let views = views::poor();
    let theme = built_in(&views);
    for view in &views {
        assert!(html(view, &theme).len() < 12_000, "{}", view.route);
    }
    let weight = |wanted: fn(&str) -> bool| -> usize {
        let assets = theme.assets().filter(|(route, _)| wanted(route.as_str()));
        assets.map(|(_, bytes)| bytes.len()).sum()
    };
    let sheets = weight(|file| file.ends_with(".css"));
    assert!(sheets < 35_000, "{sheets}");
    // No page has all of them; those of the search are loaded when it is used.
    let is_of_all = |file: &str| {
        file.ends_with(".js") && !["/search-", "/form"].iter().any(|it| file.contains(it))
    };
    let scripts = weight(is_of_all);
    assert!(scripts < 30_000, "{scripts}");
    // Loaded by the page about contributing, once somebody opens the form.
    let form = weight(|file| file.ends_with(".js") && file.contains("/form"));
    assert!(form < 80_000, "{form}");
    for other in ["/search-page", "/search-dialog"] {
        let search: usize = theme
            .assets()
            .filter(|(route, _)| route.as_str().contains("/search-"))
            .filter(|(route, _)| {
                ![other, "/search-marks"].iter().any(|it| route.as_str().contains(it))
            })
            .map(|(_, bytes)| bytes.len())
            .sum();
        assert!(search < 40_000, "without {other}: {search}");
    }
}

#[test]
fn a_stopped_page_shows_its_alternative_and_no_prompt() {
    let views = views::rich();
    let theme = built_in(&views);
    let view = views.iter().find(|view| view.route.as_str() == "workflows/stopped.html").unwrap();
    let html = html(view, &theme);
    assert!(html.contains("Stop: free chat may not be used for this."));
    assert!(html.contains("<a href=\"../tools/assistant.html\">Assistant</a>"));
    assert!(html.contains("This prompt is withheld"));
    assert!(!html.contains("class=\"may\""));
}

#[test]
fn an_override_changes_one_block_and_keeps_the_rest() {
    let views = views::rich();
    let files = [
        (
            "workflow.html",
            "{% extends \"default/workflow.html\" %}{% block instead %}<p>ours</p>{% endblock instead %}",
        ),
        ("static/tokens.css", ":root { --paper: white }"),
        ("static/fonts/own.woff2", "font"),
    ];
    let (plain, theme) = (built_in(&views), own(&files, &views));
    let changed = html(&views[1], &theme);
    assert!(changed.contains("<p>ours</p>") && changed.contains("class=\"prompt\""));
    assert!(!changed.contains("What we do instead"));
    assert_eq!(html(&views[0], &plain), html(&views[0], &theme));
    let assets: Vec<(&str, usize)> =
        theme.assets().map(|(route, bytes)| (route.as_str(), bytes.len())).collect();
    let routes: Vec<&str> = assets.iter().map(|(route, _)| *route).collect();
    assert!(routes.contains(&"theme/fonts/own.woff2") && routes.contains(&"theme/core.js"));
    let tokens = theme.assets().find(|(route, _)| route.as_str() == "theme/tokens.css").unwrap().1;
    let tokens = std::str::from_utf8(tokens).unwrap();
    assert!(tokens.contains("--redesign") && tokens.ends_with(":root { --paper: white }"));
}

#[test]
fn a_frame_that_is_overridden_stands_around_every_built_in_page() {
    let views = views::rich();
    let frame = "{% extends \"default/base.html\" %}{% block footer %}<footer>ours</footer>{% endblock footer %}";
    let theme = own(&[("base.html", frame)], &views);
    for view in &views {
        assert!(html(view, &theme).contains("<footer>ours</footer>"), "{}", view.route);
    }
}

#[test]
fn a_part_that_is_overridden_shows_in_every_list() {
    let views = views::rich();
    let part = "{% component more(link) %}<p>ours {{ link.text }}</p>{% endcomponent more %}";
    let theme = own(&[("parts/more.html", part)], &views);
    assert!(html(&views[0], &theme).contains("<p>ours All 14 pages</p>"));
}

#[test]
fn a_template_that_cannot_be_read_is_named_with_its_place() {
    let broken = "{% extends \"base.html\" %}\n{% block main %}\n  <p>{{ page.title | }}</p>\n{% endblock main %}\n";
    insta::assert_snapshot!(refused(&[("home.html", broken), ("list.html", "ä {% if %}")]), @r#"
themes/northgate/home.html:3:22 `}}` template: found `}}` but expected identifier.
help: 
themes/northgate/list.html:1:9 `%}` template: found `%}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`
help:
"#);
}

#[test]
fn a_name_that_nothing_stands_behind_is_named_with_its_place() {
    let files = [
        (
            "home.html",
            "{% extends \"base.html\" %}\n{% block main %}{{ page.title | shout }}{% endblock main %}",
        ),
        ("list.html", "{% include \"parts/none.html\" %}\n{{ <nothing/> }}"),
        ("tool.html", "{% extends \"base.html\" %}{% block elsewhere %}{% endblock elsewhere %}"),
    ];
    insta::assert_snapshot!(refused(&files), @r#"
themes/northgate/home.html:2:33 `shout` template: unknown filter `shout`
help: 
themes/northgate/list.html:1:12 `"parts/none.html"` template: unknown template `parts/none.html`
help: 
themes/northgate/list.html:2:4 `<nothing/>` template: unknown component `nothing`
help: 
themes/northgate/tool.html:1:35 `elsewhere` template: block `elsewhere` is not defined in any parent template
help:
"#);
    insta::assert_snapshot!(refused(&[("home.html", "{% extends \"frame.html\" %}")]), @r#"
themes/northgate/home.html:1:13 `frame.html` template: unknown template `frame.html`
help:
"#);
}

#[test]
fn templates_that_go_round_in_a_circle_are_refused() {
    insta::assert_snapshot!(refused(&[("home.html", "{% extends \"home.html\" %}")]), @r#"
themes/northgate/home.html:1:13 `home.html` template: goes round in a circle: home.html -> home.html
help: extend `default/home.html`, the built-in template of the same name
"#);
    insta::assert_snapshot!(refused(&[("home.html", "\n{% include \"home.html\" %}")]), @r#"
themes/northgate/home.html:2:13 `home.html` template: goes round in a circle: home.html -> home.html
help: extend `default/home.html`, the built-in template of the same name
"#);
    insta::assert_snapshot!(refused(&[
        ("home.html", "{% include \"a.html\" %}"),
        ("a.html", "<p>\n{% include 'b.html' %}"),
        ("b.html", "{% include \"a.html\" %}"),
    ]), @r#"
themes/northgate/b.html:1:13 `a.html` template: goes round in a circle: a.html -> b.html -> a.html
help:
"#);
}

#[test]
fn a_frame_without_a_block_that_pages_fill_is_blamed_itself() {
    insta::assert_snapshot!(refused(&[("base.html", "<title>ours</title>")]), @r#"
themes/northgate/base.html:1:1 `` template: block `canonical` is not defined in any parent template (default/404.html:3)
help: built-in templates fill this block: keep it, if only empty
themes/northgate/base.html:1:1 `` template: block `scripts` is not defined in any parent template (default/404.html:5)
help: built-in templates fill this block: keep it, if only empty
themes/northgate/base.html:1:1 `` template: block `main` is not defined in any parent template (default/404.html:9)
help: built-in templates fill this block: keep it, if only empty
themes/northgate/base.html:1:1 `` template: block `page` is not defined in any parent template (default/collection.html:7)
help: built-in templates fill this block: keep it, if only empty
themes/northgate/base.html:1:1 `` template: block `search` is not defined in any parent template (default/home.html:10)
help: built-in templates fill this block: keep it, if only empty
"#);
}

#[test]
fn components_that_call_one_another_in_a_circle_are_refused() {
    insta::assert_snapshot!(refused(&[(
        "404.html",
        "<p>\n{% component round(n) %}{{ <round n={n} /> }}{% endcomponent round %}\n{{ <round n={1} /> }}",
    )]), @r#"
themes/northgate/404.html:2:29 `round` template: goes round in a circle: <round/> -> <round/>
help:
"#);
    insta::assert_snapshot!(refused(&[
        (
            "parts/a.html",
            "{% component more(link) -%}\n {% include \"b.html\" %}{%- endcomponent more %}"
        ),
        ("b.html", "{# {{ <no/> }} #}{% if 1 < 2 %}{{ <more link={page} /> }}{% endif %}"),
    ]), @r#"
themes/northgate/b.html:1:36 `more` template: goes round in a circle: <more/> -> b.html -> <more/>
help:
"#);
}

#[test]
fn a_field_that_a_page_does_not_have_is_named_with_those_it_has() {
    let files = [("404.html", "<h1>\n  {{ page.titel }}</h1>")];
    insta::assert_snapshot!(fails_on_a_page(&files), @r#"
themes/northgate/404.html:2:11 `titel` template: field `titel` is not defined. Available fields: home, title
help:
"#);
    let files = [("404.html", "<h1>\n\n  {{ titel }}</h1>")];
    insta::assert_snapshot!(fails_on_a_page(&files), @r#"
themes/northgate/404.html:3:6 `titel` template: variable `titel` is not defined. Available variables: canonical, page, root, route, site
help:
"#);
    let files = [
        ("404.html", "{% include \"parts/ours.html\" %}"),
        ("parts/ours.html", "\n{{ page.a.b }}"),
    ];
    insta::assert_snapshot!(fails_on_a_page(&files), @r#"
themes/northgate/parts/ours.html:2:9 `a` template: field `a` is not defined. Available fields: home, title
help:
"#);
}

#[test]
fn a_built_in_page_that_an_override_breaks_is_blamed_on_the_override() {
    let files = [("parts/marks.html", "{% component actions(other) %}{% endcomponent actions %}")];
    let views = views::rich();
    let theme = own(&files, &views);
    insta::assert_snapshot!(shown(&render::page(&views[0], &theme).unwrap_err(), &files), @r#"
themes/northgate/parts/marks.html:1:1 `` template: unknown argument(s) `actions` in component call. Possible argument(s) are: `other` (default/home.html:137)
help:
"#);
}

#[test]
fn a_theme_that_is_not_text_is_refused() {
    let views = views::poor();
    let latin: Overrides =
        [(Arc::from("home.html"), Hashed::new(FileBytes::from(&b"<p>caf\xe9"[..])))].into();
    let (theme, found) = render::load(&latin, "northgate", &views[0].site);
    assert!(theme.is_none());
    assert_eq!(found[0].message, "template: byte 6 cannot be read, the file is not UTF-8");
}

#[test]
fn a_long_chain_of_templates_is_refused_before_it_costs_the_stack() {
    let chain: Vec<(String, String)> = (0..2999)
        .map(|n| (format!("{n}.html"), format!("{{% include \"{}.html\" %}}", n + 1)))
        .chain([("2999.html".to_owned(), "end".to_owned())])
        .collect();
    let chain: Vec<(&str, &str)> =
        chain.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    assert!(refused(&chain).contains("more than 32 templates"));
    let mut short = chain[2970..].to_vec();
    short.push(("404.html", "{% include \"2970.html\" %}"));
    let views = views::rich();
    let theme = own(&short, &views);
    let view = views.iter().find(|view| view.route.as_str() == "404.html").unwrap();
    assert_eq!(html(view, &theme), "end");
}

#[test]
fn line_ends_and_marks_of_an_editor_do_not_move_a_place() {
    let files = [("404.html", "\u{feff}<p>\r\n  {{ page.titel }}</p>\r\n")];
    let views = views::rich();
    let theme = own(&files, &views);
    let view = views.iter().find(|view| view.route.as_str() == "404.html").unwrap();
    let found = render::page(view, &theme).unwrap_err();
    // Of the text without the mark and with LF.
    assert_eq!(found.place.at, At::Bytes(14, 19));
}
