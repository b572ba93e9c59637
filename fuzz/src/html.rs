//! Reads HTML as a browser does, and finds in it what nobody let in: an element,
//! an attribute or an address that is on no list.

use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::{LocalName, QualName, local_name, ns, parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// What may be in a text of a contributor, each with its attributes.
const CONTENT: &[(&str, &[&str])] = &[
    ("a", &["href", "title", "class", "aria-label", "id"]),
    ("abbr", &["title"]),
    ("aside", &["class", "role"]),
    ("b", &["title"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &["class", "title"]),
    ("del", &["title"]),
    ("details", &["title", "open"]),
    ("div", &["class", "role", "tabindex", "aria-label"]),
    ("em", &["title"]),
    ("h1", &["id"]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("hr", &["class"]),
    ("i", &["title"]),
    ("img", &["src", "alt", "width", "height", "loading"]),
    ("input", &["type", "disabled", "checked", "aria-label"]),
    ("ins", &["title"]),
    ("kbd", &["title"]),
    ("li", &["class", "id", "value"]),
    ("mark", &["title"]),
    ("ol", &["start", "class"]),
    ("p", &["class", "id"]),
    ("pre", &["class", "tabindex"]),
    ("section", &["class", "role", "aria-label", "aria-labelledby"]),
    ("small", &["title", "class"]),
    ("span", &["class"]),
    ("strong", &["title"]),
    ("sub", &["title"]),
    ("summary", &[]),
    ("sup", &["title", "class", "id"]),
    ("table", &["class"]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["class", "scope"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &["class"]),
];

/// Checks a part of a page that is a contributor's text.
pub fn check_content(html: &str) {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom =
        parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), true).one(html);
    let errors = dom.errors.borrow();
    assert!(errors.is_empty(), "{errors:?} in {html:?}");
    each_element(&dom.document, &mut |name, attributes| {
        if &**name == "html" {
            return;
        }
        let allowed = CONTENT.iter().find(|(known, _)| *known == &**name);
        let Some((_, known)) = allowed else { panic!("<{name}> in {html:?}") };
        for (attribute, value) in attributes {
            if attribute == "dir" {
                assert_eq!(value, "auto", "in {html:?}");
                continue;
            }
            assert!(known.contains(&attribute.as_str()), "<{name} {attribute}> in {html:?}");
            check_address(attribute, value, html);
        }
    });
}

/// Elements that no page has, whoever wrote it.
const NEVER: [&str; 14] = [
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "base",
    "style",
    "template",
    "math",
    "noembed",
    "portal",
    "xmp",
    "plaintext",
];

/// Checks a whole page: the theme's own markup is there too, but only that.
pub fn check_page(html: &str) {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let errors = dom.errors.borrow();
    assert!(errors.is_empty(), "{errors:?} in {html}");
    each_element(&dom.document, &mut |name, attributes| {
        assert!(!NEVER.contains(&&**name), "<{name}> in {html}");
        for (attribute, value) in attributes {
            let is_handler = attribute.starts_with("on") || attribute == "style";
            assert!(!is_handler && attribute != "srcdoc", "<{name} {attribute}> in {html}");
            check_address(attribute, value, html);
        }
        if &**name == "script" {
            let src = attributes.iter().find(|(name, _)| name == "src").map(|(_, src)| src);
            let path = src.map(|src| src.trim_start_matches("../").trim_start_matches('/'));
            let is_data =
                attributes.iter().any(|(name, kind)| name == "type" && kind == "application/json");
            assert!(
                is_data
                    || path.is_some_and(
                        |path| path.starts_with("theme/") || path.starts_with("search/")
                    ),
                "{src:?} in {html}"
            );
        }
    });
}

/// An address opens the web, a mail, or something of the site: as a browser
/// reads it, so without the white space and controls that it skips.
fn check_address(attribute: &str, value: &str, html: &str) {
    if !["href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href"]
        .contains(&attribute)
    {
        return;
    }
    let skipped = |it: &char| !matches!(it, '\t' | '\n' | '\r');
    let read: String = value.trim_matches(|it: char| it <= ' ').chars().filter(skipped).collect();
    let before = read.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let scheme = before.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_scheme = |it: &String| {
        it.starts_with(|first: char| first.is_ascii_alphabetic())
            && it.chars().all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it))
    };
    if let Some(scheme) = scheme.filter(is_scheme) {
        let is_known = ["http", "https", "mailto"].contains(&scheme.as_str());
        assert!(is_known, "{attribute}={value:?} in {html}");
    }
    let slashes: String =
        read.chars().take(2).map(|it| if it == '\\' { '/' } else { it }).collect();
    assert!(slashes != "//", "{attribute}={value:?} in {html}");
}

fn each_element(node: &Handle, look: &mut impl FnMut(&LocalName, &[(String, String)])) {
    let mut waiting = vec![node.clone()];
    while let Some(node) = waiting.pop() {
        if let NodeData::Element { name, attrs, template_contents, .. } = &node.data {
            let attributes: Vec<(String, String)> = attrs
                .borrow()
                .iter()
                .map(|it| (it.name.local.to_string(), it.value.to_string()))
                .collect();
            assert!(template_contents.borrow().is_none(), "a template");
            look(&name.local, &attributes);
        }
        waiting.extend(node.children.borrow().iter().cloned());
    }
}
