//! The addresses of links after something was moved. A document enters, with where its
//! own file and those that it links to are now; addresses to write leave, each with its
//! place. Anchors, brackets and what is before the part that differs stay as they are.
//! Deliberately absent: whether anything is at an address.

use std::ops::Range;

use crate::document::{Cut, Document, url};

/// Addresses that have to be written in another way: places in the text as its reader
/// sees it, and what belongs there. `now` says where a path is, if it has moved.
pub(super) fn rewritten(
    document: &Document,
    now: impl Fn(&str) -> Option<String>,
) -> Vec<(Range<usize>, String)> {
    let Some(card) = document.card.as_ref().or(document.invalid_card.as_ref()) else {
        return Vec::new();
    };
    let from = &*document.path;
    let from_now = now(from);
    let markdown = &document.body.markdown;
    let address = |(range, cut): &(Range<u32>, Cut)| {
        let Cut::Address(number) = cut else { return None };
        let link = card.links.get(*number as usize)?;
        let href = link.href.trim();
        let path = url::split(href).path;
        if url::classify(href) != url::UrlKind::Relative || path.is_empty() || path.starts_with('/')
        {
            return None;
        }
        let target = url::resolve(from, &url::decode(path)?)?;
        let target_now = now(&target);
        if from_now.is_none() && target_now.is_none() {
            return None;
        }
        let range = range.start as usize..range.end as usize;
        let written = markdown.text.get(range.clone())?;
        let offset = usize::from(written.starts_with('<'));
        let written = written.get(offset..)?;
        let end = written.find(['#', '?', '>']).unwrap_or(written.len());
        let old = written.get(..end)?;
        let new = relative(
            from_now.as_deref().unwrap_or(from),
            target_now.as_deref().unwrap_or(&target),
            old,
        );
        (new != old).then(|| {
            let start = range.start + offset;
            (start..start + end, new)
        })
    };
    markdown.cuts.iter().filter_map(address).collect()
}

/// Links that name a page instead of leading to it, `[[customer-success]]`, with another
/// name in place of these.
pub(super) fn renamed(
    document: &Document,
    names: &[String],
    new: &str,
) -> Vec<(Range<usize>, String)> {
    let Some(card) = document.card.as_ref().or(document.invalid_card.as_ref()) else {
        return Vec::new();
    };
    let markdown = &document.body.markdown;
    let name = |(range, cut): &(Range<u32>, Cut)| {
        let Cut::Named(number) = cut else { return None };
        let link = card.links.get(*number as usize)?;
        let name = link.href.split('#').next().unwrap_or_default().trim();
        let name = name.strip_suffix(".md").unwrap_or(name);
        let name = name.rsplit('/').next().unwrap_or(name);
        if !names.contains(&in_words(name)) {
            return None;
        }
        let start = range.start as usize;
        let at = start + markdown.text.get(start..range.end as usize)?.find(name)?;
        Some((at..at + name.len(), new.to_owned()))
    };
    markdown.cuts.iter().filter_map(name).collect()
}

/// A name as links are understood that name a page.
pub(super) fn in_words(name: &str) -> String {
    let words = name.split([' ', '-', '_']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The address of a file in another one, with as much as can be of how it was written.
fn relative(from: &str, to: &str, written: &str) -> String {
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    let target: Vec<&str> = to.split('/').collect();
    let shared = folders.iter().zip(&target).take_while(|(one, other)| one == other).count();
    // The file itself is named, also where a folder of this name is above the page.
    let shared = shared.min(target.len() - 1);
    let ups = std::iter::repeat_n("..", folders.len() - shared);
    let parts: Vec<&str> = ups.chain(target.iter().skip(shared).copied()).collect();
    let old: Vec<&str> = written.split('/').collect();
    let dot = old.first() == Some(&".") && parts.first() != Some(&"..");
    let old = if old.first() == Some(&".") { old.get(1..).unwrap_or_default() } else { &old };
    let alike = |(part, old): (&&str, &&str)| url::decode(old).as_deref() == Some(*part);
    let kept = parts.iter().zip(old).take_while(|pair| alike(*pair)).count();
    let encoded = parts.iter().skip(kept).map(|part| encode(part));
    let all: Vec<String> =
        old.iter().take(kept).map(|part| (*part).to_owned()).chain(encoded).collect();
    let slash = if written.ends_with('/') { "/" } else { "" };
    format!("{}{}{slash}", if dot { "./" } else { "" }, all.join("/"))
}

/// A name of a file as markdown takes it: letters beyond ASCII may stand as they are.
fn encode(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len());
    for sign in name.chars() {
        if sign.is_ascii_control() || " \"#%()<>?[\\]^`{|}".contains(sign) {
            encoded.push_str(&format!("%{:02X}", u32::from(sign)));
        } else {
            encoded.push(sign);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn only_what_differs_is_written_anew() {
        let from = "content/workflows/cs/page.md";
        for (to, written, expected) in [
            ("content/roles/new.md", "../../roles/old.md", "../../roles/new.md"),
            ("content/workflows/cs/new.md", "old.md", "new.md"),
            ("content/workflows/cs/new.md", "./old.md", "./new.md"),
            ("content/workflows/sales/p.md", "p.md", "../sales/p.md"),
            ("content/workflows/cs/a (1).png", "a.png", "a%20%281%29.png"),
            ("content/rollen/v\u{e4}ter.md", "../../rollen/x.md", "../../rollen/v\u{e4}ter.md"),
            ("content/workflows/cs/b%20c/new/", "b%20c/old/", "b%20c/new/"),
        ] {
            let to = to.trim_end_matches('/').replace("%20", " ");
            assert_eq!(relative(from, &to, written), expected);
        }
    }
}
