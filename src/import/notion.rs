//! What an export of Notion adds to a page: an id behind each name, and properties as
//! lines below the heading. Deliberately absent: its blocks, which are markdown.

/// Digits of the id.
const ID_DIGITS: usize = 32;

/// The name of a file or folder without the id behind it; None where there is none.
pub(super) fn without_id(name: &str) -> Option<&str> {
    let (name, id) = name.rsplit_once(' ')?;
    let is_id = id.len() == ID_DIGITS && id.chars().all(|digit| digit.is_ascii_hexdigit());
    is_id.then_some(name)
}

/// The lines `Key: value` right below the heading, and the text without them.
pub(super) fn properties(body: &str) -> Option<(Vec<(String, String)>, String)> {
    let mut lines = body.split_inclusive('\n').peekable();
    let mut rest = String::new();
    while let Some(blank) = lines.next_if(|line| line.trim().is_empty()) {
        rest.push_str(blank);
    }
    rest.push_str(lines.next().filter(|line| line.starts_with("# "))?);
    while let Some(blank) = lines.next_if(|line| line.trim().is_empty()) {
        rest.push_str(blank);
    }
    let mut pairs = Vec::new();
    while let Some(line) = lines.next_if(|line| !line.trim().is_empty()) {
        // One line that is no property, and it is a paragraph.
        pairs.push(property(line)?);
    }
    rest.extend(lines);
    (!pairs.is_empty()).then_some((pairs, rest))
}

fn property(line: &str) -> Option<(String, String)> {
    /// Longer is the beginning of a sentence.
    const MAX_KEY_CHARS: usize = 40;
    let (key, value) = line.split_once(": ")?;
    let is_name =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '/' | '?' | '(' | ')');
    let is_key = key.chars().count() <= MAX_KEY_CHARS && key.chars().all(is_name);
    (is_key && key.starts_with(char::is_alphanumeric))
        .then(|| (key.trim().to_owned(), value.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{properties, without_id};

    #[test]
    fn an_id_behind_a_name_is_no_part_of_it() {
        let id = "0123456789abcdef0123456789ABCDEF";
        assert_eq!(without_id(&format!("Call notes {id}")), Some("Call notes"));
        for name in ["Call notes", "Call 2026", id] {
            assert_eq!(without_id(name), None, "{name}");
        }
    }

    #[test]
    fn lines_below_the_heading_are_properties_where_all_of_them_are() {
        let (pairs, rest) = properties("# Call\n\nOwner: Jo Doe\nTags: a, b\n\nText: x\n").unwrap();
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        assert_eq!(pairs, [pair("Owner", "Jo Doe"), pair("Tags", "a, b")]);
        assert_eq!(rest, "# Call\n\n\nText: x\n");
        assert_eq!(properties("# Call\n\nOwner: Jo\nand more of it\n"), None);
        assert_eq!(properties("Owner: Jo\n"), None);
    }
}
