//! Links that name a page instead of its file, `[[Start here]]`, as note tools
//! write them. Deliberately absent: which page bears a name.

/// What stands between two pairs of brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedLink {
    /// A title or a file's name, perhaps with `#` and a heading.
    pub target: String,
    /// What is shown of the link.
    pub text: String,
    /// `![[picture.png]]`: the file itself.
    pub is_image: bool,
}

/// More is a sentence in brackets.
const MAX_BYTES: usize = 400;

const PICTURES: [&str; 7] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"];

impl NamedLink {
    /// The link that begins with the brackets (or the `!`) at the start of a text,
    /// and how long it is.
    pub fn read(text: &str) -> Option<(Self, usize)> {
        let embeds = text.starts_with('!');
        let open = if embeds { "![[" } else { "[[" };
        let rest = text.strip_prefix(open)?;
        // No further than a name may reach: a row of brackets would be looked through for each.
        let reach = rest.get(..rest.floor_char_boundary(MAX_BYTES))?;
        let (inner, _) = reach.split_once("]]")?;
        let is_name = !inner.contains(['[', ']', '\n', '<', '`'])
            && inner == inner.trim()
            && !inner.is_empty();
        // The place of the contents, which every page has.
        let is_contents = matches!(inner.to_lowercase().as_str(), "toc" | "_toc_");
        if !is_name || is_contents {
            return None;
        }
        // In a table the bar is written with a backslash.
        let inner_text = inner.replace("\\|", "|");
        let (target, alias) = match inner_text.split_once('|') {
            Some((target, alias)) => (target.trim(), Some(alias.trim())),
            None => (inner_text.as_str(), None),
        };
        let file = target.split('#').next().unwrap_or(target).to_lowercase();
        let is_image = embeds && PICTURES.iter().any(|ending| file.ends_with(ending));
        // `![[shot.png|300]]` says how wide the picture is.
        let is_size =
            |alias: &&str| is_image && alias.chars().all(|c| c.is_ascii_digit() || c == 'x');
        let alias = alias.filter(|alias| !alias.is_empty() && !is_size(alias));
        let shown = || target.trim_start_matches('#').replace('#', " > ");
        let text = alias.map_or_else(shown, str::to_owned);
        let link = Self { target: target.to_owned(), text, is_image };
        Some((link, open.len() + inner.len() + "]]".len()))
    }
}

#[cfg(test)]
mod tests {
    use super::NamedLink;

    #[test]
    fn a_name_may_have_a_heading_a_text_or_a_size() {
        let read = |text: &str| {
            let (link, length) = NamedLink::read(text)?;
            Some((link.target, link.text, link.is_image, length))
        };
        let link = |target: &str, text: &str, is_image, length| {
            Some((target.to_owned(), text.to_owned(), is_image, length))
        };
        assert_eq!(read("[[Start here]] now"), link("Start here", "Start here", false, 14));
        assert_eq!(read("[[a|the start]]"), link("a", "the start", false, 15));
        assert_eq!(read("[[a\\|b]]"), link("a", "b", false, 8));
        assert_eq!(read("[[a#Who]]"), link("a#Who", "a > Who", false, 9));
        assert_eq!(read("[[#Who]]"), link("#Who", "Who", false, 8));
        assert_eq!(read("![[shot.png|300]]"), link("shot.png", "shot.png", true, 17));
        assert_eq!(read("![[Start here]]"), link("Start here", "Start here", false, 15));
        for text in ["[[ -f x ]]", "[[]]", "[[a]", "[[toc]]", "[[a[b]]"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
