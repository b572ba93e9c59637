//! What is added to a page on its way to a browser: the script that listens for
//! changes. The page itself is the one that a build would write.

use super::super::print_safe;

/// What the script is told of the page it is in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    pub token: &'a str,
    pub route: &'a str,
    pub generation: u64,
    /// The page's own entity tag; empty when it has none.
    pub etag: &'a str,
}

/// The page with the script in its head, or at its end when it has none.
pub(super) fn with_script(page: &[u8], tag: Tag<'_>) -> Vec<u8> {
    const END: &[u8] = b"</head>";
    let script = script(tag);
    let at = page.windows(END.len()).position(|window| window.eq_ignore_ascii_case(END));
    let (head, rest) = page.split_at(at.unwrap_or(page.len()));
    [head, script.as_bytes(), rest].concat()
}

fn script(Tag { token, route, generation, etag }: Tag<'_>) -> String {
    let (route, etag) = (print_safe(route), print_safe(etag));
    format!(
        "<script src=\"/__playbook/client.js\" data-playbook data-token=\"{token}\" \
         data-route=\"{route}\" data-generation=\"{generation}\" data-etag=\"{etag}\" \
         defer></script>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAG: Tag<'_> = Tag { token: "t", route: "a\"><b>.html", generation: 3, etag: "\"k\"" };

    #[test]
    fn the_script_goes_into_the_head_and_nothing_else_changes() {
        let page = b"<!doctype html><HEAD><title>x</title></HEAD><body></head></body>";
        let text = String::from_utf8(with_script(page, TAG)).unwrap();
        assert!(text.starts_with("<!doctype html><HEAD><title>x</title><script src="));
        assert!(text.ends_with("defer></script></HEAD><body></head></body>"));
        assert!(text.contains("data-route=\"a&quot;&gt;&lt;b&gt;.html\""));
    }

    #[test]
    fn a_page_without_a_head_has_it_at_its_end() {
        let text = String::from_utf8(with_script(b"<p>x", TAG)).unwrap();
        assert!(text.starts_with("<p>x<script") && text.ends_with("</script>"));
    }
}
