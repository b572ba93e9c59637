//! Markdown as a page shows it: from a file's text to pieces of HTML.

mod twin;

use std::sync::Arc;

use playbook::config::Limits;
use playbook::document::{
    Code, Cut, Document, DocumentKey, DocumentSettings, FileBytes, Highlighter, Link, Piece, parse,
};
use playbook::memo::Hashed;

/// Settings of a playbook that sets nothing.
pub(crate) fn settings() -> DocumentSettings {
    DocumentSettings {
        language: "en".to_owned(),
        allow_html: false,
        limits: Limits::default(),
        ladder: ["public", "internal"].map(str::to_owned).to_vec(),
        allowed_domains: Vec::new(),
    }
}

/// Parses bytes at a path.
pub(crate) fn parse_at(path: &str, bytes: &[u8], settings: DocumentSettings) -> Document {
    parse(&DocumentKey {
        path: Arc::from(path),
        bytes: Hashed::new(FileBytes::from(bytes)),
        settings: Hashed::new(settings),
    })
}

/// Parses the body of a workflow of a layer.
pub(crate) fn page(layer: &str, body: &str) -> Document {
    let text = format!("---\ntitle: Renewal prep\nlayer: {layer}\n---\n{body}");
    parse_at("content/workflows/renewal-prep.md", text.as_bytes(), settings())
}

/// Pieces as HTML, with slots that are easy to read.
pub(crate) fn shown(pieces: &[Piece]) -> String {
    let mut highlighter = Highlighter::new(Limits::default().highlight_bytes);
    let mut in_colour = |code: &Code| {
        let mut html = String::new();
        highlighter.write(code, &mut html);
        html
    };
    let show = |piece: &Piece| match piece {
        Piece::Html(html) => html.clone(),
        Piece::Code(code) => in_colour(code),
        Piece::LinkOpen(n) => format!("<a {n}>"),
        Piece::LinkClose(_) => "</a>".to_owned(),
        Piece::Image(n) => format!("<img {n}>"),
        Piece::Prompt(n) => format!("<prompt {n}>"),
        Piece::Caught(n) => format!("<caught {n}>"),
        Piece::Drill(n) => format!("<drill {n}>"),
    };
    pieces.iter().map(show).collect()
}

/// The whole body as HTML.
pub(crate) fn body(document: &Document) -> String {
    let mut html = shown(&document.body.lead);
    for section in &document.body.sections {
        let name = section.name.map_or("", |name| name.as_str());
        let heading = shown(&section.heading);
        html.push_str(&format!("<h2 id=\"{}\" {name}>{heading}</h2>", section.id));
        html.push_str(&shown(&section.pieces));
    }
    html
}

/// The messages, one a line, each with the text that it points at.
pub(crate) fn messages(document: &Document) -> String {
    let mut lines = String::new();
    for found in &document.diagnostics {
        let at = document.map.locate(&found.place.at);
        let pointed = &document.map.text[at.range.clone()];
        let visible = |c: char| match c.escape_debug().count() {
            1 | 2 => c.to_string(),
            _ => c.escape_unicode().to_string(),
        };
        let first: String =
            pointed.lines().next().unwrap_or_default().chars().map(visible).collect();
        lines.push_str(&format!(
            "{}[{}] {}:{} {} @ {first}\n",
            found.severity.as_str(),
            found.code,
            at.line,
            at.column,
            found.message
        ));
    }
    lines
}

/// The body of a guide, which has no contract.
pub(crate) fn guide(text: &str) -> String {
    body(&guide_page(text))
}

fn guide_page(text: &str) -> Document {
    let text = format!("---\ntitle: First week\nsummary: Where to start.\n---\n{text}");
    parse_at("content/guides/first-week.md", text.as_bytes(), settings())
}

fn with_html(text: &str) -> String {
    let text = format!("---\ntitle: First week\nsummary: Where to start.\n---\n{text}");
    let settings = DocumentSettings { allow_html: true, ..settings() };
    body(&parse_at("content/guides/first-week.md", text.as_bytes(), settings))
}

/// The markdown twin with every address as `<n>`.
fn twin(document: &Document) -> String {
    let markdown = &document.body.markdown;
    let mut twin = String::new();
    let mut at = markdown.start as usize;
    for (range, cut) in &markdown.cuts {
        twin.push_str(&markdown.text[at..range.start as usize]);
        match cut {
            Cut::Comment => {}
            Cut::Mark(_) => twin.push_str(&markdown.text[range.start as usize..range.end as usize]),
            Cut::Named(n) => twin.push_str(&format!("<named {n}>")),
            Cut::Address(n) => twin.push_str(&format!("<{n}>")),
            Cut::Prompt(n) => twin.push_str(&format!("<prompt {n}>\n")),
        }
        at = range.end as usize;
    }
    twin.push_str(&markdown.text[at..]);
    twin
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let unix =
        "---\ntitle: First week\nsummary: s\n---\n# One\n\ntext\nmore\n\n```rust\nfn a() {}\n```\n";
    let read = |text: &str| parse_at("content/guides/first-week.md", text.as_bytes(), settings());
    let plain = read(unix);
    for other in [
        unix.replace('\n', "\r\n"),
        unix.replace('\n', "\r"),
        format!("\u{FEFF}{unix}"),
        format!("\u{FEFF}{}", unix.replace('\n', "\r\n")),
    ] {
        let other = read(&other);
        assert_eq!(*other.body, *plain.body);
        assert_eq!(other.card, plain.card);
        assert_eq!(other.map, plain.map);
    }
}

#[test]
fn what_is_not_utf8_is_located_and_does_not_stand() {
    let broken = parse_at(
        "content/guides/first-week.md",
        b"---\r\ntitle: First week\r\n---\r\nna\xefve\r\n",
        settings(),
    );
    assert!(broken.card.is_none());
    insta::assert_snapshot!(messages(&broken), @"error[PB201] 4:3 byte 0xEF: the file is not UTF-8 @ �");
    for start in [b"\xff\xfea\0", b"\xfe\xff\0a"] {
        let utf16 = parse_at("content/guides/first-week.md", start, settings());
        assert!(utf16.card.is_none());
        assert_eq!(messages(&utf16), "error[PB201] 1:1 the file is UTF-16, not UTF-8 @ \n");
    }
}

#[test]
fn a_page_beyond_a_limit_does_not_stand() {
    let with = |limits: Limits, text: &str| {
        let text = format!("---\ntitle: First week\nsummary: s\n---\n{text}");
        let settings = DocumentSettings { limits, ..settings() };
        let page = parse_at("content/guides/first-week.md", text.as_bytes(), settings);
        assert!(page.card.is_none());
        messages(&page)
    };
    let limits = Limits::default();
    insta::assert_snapshot!(with(Limits { page_bytes: 100, ..limits }, &"word ".repeat(30)), @"error[PB202] 1:1 187 bytes: a page has at most 100 @");
    insta::assert_snapshot!(with(Limits { page_lines: 10, ..limits }, &"a\n".repeat(10)), @"error[PB202] 1:1 14 lines: a page has at most 10 @");
    insta::assert_snapshot!(with(Limits { nesting: 3, ..limits }, "- a\n  > b\n  > - c\n  >   - d\n"), @"error[PB203] 8:7 nested too deep: lists and quotes have at most 3 levels @ -");
    insta::assert_snapshot!(with(limits, &">".repeat(100_000)), @"error[PB203] 5:1 nested too deep: lists and quotes have at most 32 levels @ >");
    insta::assert_snapshot!(with(limits, &("- ".repeat(100_000) + "a")), @"error[PB203] 5:1 nested too deep: lists and quotes have at most 32 levels @ -");
    insta::assert_snapshot!(with(limits, &("*a ".repeat(300) + &"b* ".repeat(300))), @"error[PB203] 5:406 nested too deep: lists and quotes have at most 32 levels @ *");
}

#[test]
fn control_characters_are_replaced_or_reported_with_their_code_point() {
    let page = guide_page("a\0b c\u{200B}d \u{202E}evil\u{202C} \u{200B} x\u{7}y\n");
    assert!(page.card.is_some());
    insta::assert_snapshot!(messages(&page), @r#"
warn[PB204] 5:2 U+0000 (NUL): nobody can see this character @ �
warn[PB204] 5:6 U+200B (zero width space), 2 times: nobody can see this character @ \u{200b}
warn[PB204] 5:9 U+202E (changes the direction of the text): nobody can see this character @ \u{202e}
warn[PB204] 5:14 U+202C (changes the direction of the text): nobody can see this character @ \u{202c}
warn[PB204] 5:19 U+0007 (control character): nobody can see this character @ �
"#);
    assert!(body(&page).starts_with("<p>a\u{FFFD}b"));
    // Joiners inside emoji and scripts, flags, and soft hyphens are what they seem.
    let fine = guide_page(
        "\u{1F468}\u{200D}\u{1F4BB} \u{646}\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645} \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}\n",
    );
    assert_eq!(messages(&fine), "");
}

#[test]
fn headings_have_the_ids_that_github_gives_them() {
    let page = guide_page(
        "## Check before you use it\n\n### What's *new*, `v2`?\n\n### Über 90 %\n\n### a_b  c\n\n\
         ## Twice\n\n## Twice\n\n## Twice 1\n\n### body\n\n### `__proto__`\n\n### constructor\n\n\
         ### \u{1F680}\n\n### fn 1\n\n### Prompt 2\n",
    );
    let ids: Vec<&str> = page.card.as_ref().unwrap().anchors.names().collect();
    insta::assert_snapshot!(ids.join("\n"), @r#"
__proto__-section
a_b-c
body-section
check-before-you-use-it
constructor-section
fn-1-section
prompt-2-section
section
twice
twice-1
twice-1-1
whats-new-v2
über-90-
"#);
    // Each of them is in the page once.
    let html = body(&page);
    for id in ids {
        assert_eq!(html.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn a_heading_that_repeats_the_title_is_dropped_and_another_moves_down() {
    insta::assert_snapshot!(guide("# First *week*\n\nLead.\n\n## One\n\na\n"), @r#"
<p>Lead.</p>
<h2 id="one" >One</h2><p>a</p>
"#);
    insta::assert_snapshot!(guide("# Other\n\n## Under\n\n###### Deep\n\n> # Quoted\n"), @r##"
<h2 id="other" >Other</h2><h3 id="under">Under <a class="anchor" href="#under" aria-label="Link to: Under"></a></h3>
<h6 id="deep">Deep <a class="anchor" href="#deep" aria-label="Link to: Deep"></a></h6>
<blockquote>
<h3 id="quoted">Quoted <a class="anchor" href="#quoted" aria-label="Link to: Quoted"></a></h3>
</blockquote>
"##);
}

#[test]
fn links_and_images_are_slots_in_the_order_of_the_text() {
    let page = guide_page(
        "[a](../roles/sales.md \"T\") ![b *c*](i.png) <https://example.com> <a@example.com> [r][ref] [ref]\n\n\
         ## See [this](x.md) ![y](y.png)\n\n[![in](i.png)](out.md)\n\n[ref]: <some file.md> 'R'\n",
    );
    insta::assert_snapshot!(body(&page), @r#"
<p><a 0>a</a> <img 1> <a 2>https://example.com</a> <a 3>a@example.com</a> <a 4>r</a> <a 5>ref</a></p>
<h2 id="see-this-y" >See <a 6>this</a> <img 7></h2><p><a 8><img 9></a></p>
"#);
    let shown: Vec<String> = page
        .card
        .as_ref()
        .unwrap()
        .links
        .iter()
        .zip(&page.map.links)
        .map(|(link, range)| {
            let Link { href, is_image, text, title, .. } = link;
            let written = &page.map.text[range.clone()];
            format!("{href} {is_image} {text:?} {} @ {written}", title.as_deref().unwrap_or("-"))
        })
        .collect();
    insta::assert_snapshot!(shown.join("\n"), @r#"
../roles/sales.md false "a" T @ [a](../roles/sales.md "T")
i.png true "b c" - @ ![b *c*](i.png)
https://example.com false "https://example.com" - @ <https://example.com>
mailto:a@example.com false "a@example.com" - @ <a@example.com>
some file.md false "r" R @ [r][ref]
some file.md false "ref" R @ [ref]
x.md false "this" - @ [this](x.md)
y.png true "y" - @ ![y](y.png)
out.md false "in" - @ [![in](i.png)](out.md)
i.png true "in" - @ ![in](i.png)
"#);
}

#[test]
fn an_unsafe_address_is_no_link_in_any_spelling() {
    for spelling in [
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](java&Tab;script:alert(1))",
        "[x](java&#10;script:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](&#1;javascript:alert(1))",
        "[x](javascript%3Aalert(1))",
        "[x](java%0ascript:alert(1))",
        "[x](vbscript:msgbox(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](file:///etc/passwd)",
        "[x](//evil.example)",
        "[x](/\\\\evil.example)",
        "[x][r]\n\n[r]: javascript:alert(1)",
        "![x](javascript:alert(1))",
        "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
        "<javascript:alert(1)>",
    ] {
        let page = guide_page(spelling);
        let html = body(&page);
        assert!(page.card.as_ref().unwrap().links.is_empty(), "{spelling}: {html}");
        assert!(!html.contains("<a") && !html.contains("<img"), "{spelling}: {html}");
        assert_eq!(
            page.diagnostics.iter().filter(|it| it.code == "PB205").count(),
            1,
            "{spelling}"
        );
        assert!(!twin(&page).contains("](j"), "{spelling}: {}", twin(&page));
    }
    // What no browser takes for a scheme is a path that leads nowhere.
    let odd = guide_page("[x](&#x6A&#x61;vascript:alert(1)) [y](:javascript:alert(1))");
    let hrefs = odd.card.as_ref().unwrap().links.iter().map(|link| link.href.as_str());
    assert_eq!(hrefs.collect::<Vec<_>>(), ["&#x6Aavascript:alert(1)", ":javascript:alert(1)"]);
}

#[test]
fn raw_html_is_text_and_content_is_never_a_template() {
    let page = guide_page(
        "a <script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7*7 }} {% include \"x\" %}\n\n\
         <svg onload=alert(1)>\n\n</article></main><script>\n\nalert(1)\n\n</script>\n",
    );
    insta::assert_snapshot!(body(&page), @r#"
<p>a &lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt; {{ 7*7 }} {% include "x" %}</p>
<p>&lt;svg onload=alert(1)&gt;</p>
<p>&lt;/article&gt;&lt;/main&gt;&lt;script&gt;</p>
<p>alert(1)</p>
<p>&lt;/script&gt;</p>
"#);
    insta::assert_snapshot!(messages(&page), @r#"
warn[PB206] 5:3 <script> and 3 more tags: raw HTML is shown as text @ <script>
warn[PB241] 5:68 `{% include "x" %}` is a command of another tool @ {% include "x" %}
"#);
}

#[test]
fn comments_vanish_from_page_and_twin() {
    let page = guide_page(
        "a <!-- inline --> b\n\n<!-- block\n\nover lines --> after\n\n- item\n  <!-- in\n  a list -->\n\n\
         `<!-- code -->`\n\n> <!-- quoted\n> on -->\n> text\n\n<!-- open\n\nhidden\n",
    );
    insta::assert_snapshot!(body(&page), @r#"
<p>a  b</p>
<p>after</p>
<ul>
<li>item</li>
</ul>
<p><code>&lt;!-- code --&gt;</code></p>
<blockquote>
<p>text</p>
</blockquote>
"#);
    insta::assert_snapshot!(twin(&page), @r#"
a  b

 after

- item
  

`<!-- code -->`

> 
> text
"#);
    insta::assert_snapshot!(messages(&page), @r#"
warn[PB245] 7:1 nobody sees "block over lines": it stands inside <!-- --> @ <!--
warn[PB245] 12:3 nobody sees "in a list": it stands inside <!-- --> @ <!--
error[PB207] 21:1 this comment is never closed, so nobody sees what stands in it @ <!--
"#);
}

#[test]
fn with_the_allowlist_harmless_pairs_are_kept() {
    insta::assert_snapshot!(with_html("Press <kbd>K</kbd> <b onclick=x title='a\"b'>b</b><br/>H<sub>2</sub>O <b>open <i>x</b> y</i> *a <b>c* d</b> <script>x</script>"), @r#"<p>Press <kbd>K</kbd> <b title="a&quot;b">b</b><br>
H<sub>2</sub>O <b>open &lt;i&gt;x</b> y&lt;/i&gt; <em>a &lt;b&gt;c</em> d&lt;/b&gt; &lt;script&gt;x&lt;/script&gt;</p>"#);
    insta::assert_snapshot!(with_html("<details open>\n<summary>More <b>here</b></summary>\n\n- a\n\n</details>\n\n<details>no summary</details>\n\n</details>"), @r#"
<details open><summary>More <b>here</b></summary>
<ul>
<li>a</li>
</ul>
</details>
<p>&lt;details&gt;no summary&lt;/details&gt;</p>
<p>&lt;/details&gt;</p>
"#);
    // An element does not reach into the next section.
    insta::assert_snapshot!(with_html("<details><summary>x</summary>\n\n## Next\n\n</details>\n"), @r#"
<p>&lt;details&gt;&lt;summary&gt;x&lt;/summary&gt;</p>
<h2 id="next" >Next</h2><p>&lt;/details&gt;</p>
"#);
}

#[test]
fn tables_scroll_by_keyboard_and_have_a_name() {
    insta::assert_snapshot!(guide("| a | b |\n|--:|---|\n| 1 | `x\\|y` |\n\n|c|\n|-|\n"), @r#"
<div class="table" tabindex="0" role="region" aria-label="Table 1">
<table>
<thead>
<tr>
<th scope="col" class="align-right">a</th>
<th scope="col">b</th>
</tr>
</thead>
<tbody>
<tr>
<td class="align-right">1</td>
<td><code>x|y</code></td>
</tr>
</tbody></table>
</div>
<div class="table" tabindex="0" role="region" aria-label="Table 2">
<table>
<thead>
<tr>
<th scope="col">c</th>
</tr>
</thead>
</table>
</div>
"#);
}

#[test]
fn boxes_to_tick_and_alerts_have_names() {
    insta::assert_snapshot!(guide("- [ ] open\n- [x] done\n\n> [!WARNING]\n> Mind *this*.\n"), @r#"
<ul>
<li><input type="checkbox" disabled aria-label="To do"> open</li>
<li><input type="checkbox" disabled checked aria-label="Done"> done</li>
</ul>
<aside class="alert alert-warning" role="note">
<p class="alert-title">Warning</p>
<p>Mind <em>this</em>.</p>
</aside>
"#);
}

#[test]
fn footnotes_stand_at_the_end_of_the_part_that_uses_them_first() {
    insta::assert_snapshot!(guide("Lead[^a].\n\n## One\n\nText[^b] and again[^a] [link[^b]](x.md).\n\n[^a]: First.\n[^b]: Second, see[^c].\n\n    - more\n[^c]: Third.\n[^unused]: Never.\n"), @r##"
<p>Lead<sup class="footnote-ref"><a href="#fn-1" id="fnref-1">1</a></sup>.</p>
<div class="footnotes">
<ol>
<li id="fn-1" value="1">
<p>First. <a href="#fnref-1" aria-label="Back to the text">↩︎</a> <a href="#fnref-1-2" aria-label="Back to the text">↩︎</a></p>
</li>
</ol>
</div>
<h2 id="one" >One</h2><p>Text<sup class="footnote-ref"><a href="#fn-2" id="fnref-2">2</a></sup> and again<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2">1</a></sup> [link<sup class="footnote-ref"><a href="#fn-2" id="fnref-2-2">2</a></sup>](x.md).</p>
<div class="footnotes">
<ol>
<li id="fn-2" value="2">
<p>Second, see<sup class="footnote-ref"><a href="#fn-3" id="fnref-3">3</a></sup>.</p>
<ul>
<li>more</li>
</ul>
 <a href="#fnref-2" aria-label="Back to the text">↩︎</a> <a href="#fnref-2-2" aria-label="Back to the text">↩︎</a></li>
<li id="fn-3" value="3">
<p>Third. <a href="#fnref-3" aria-label="Back to the text">↩︎</a></p>
</li>
</ol>
</div>
"##);
}

#[test]
fn strikethrough_and_hard_breaks() {
    insta::assert_snapshot!(guide("~~gone~~ a  \nb\\\nc\n\n---\n\n3. x\n4. y\n"), @r#"
<p><del>gone</del> a<br>
b<br>
c</p>
<hr>
<ol start="3">
<li>x</li>
<li>y</li>
</ol>
"#);
}
