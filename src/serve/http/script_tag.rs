//! What is added to a page on its way to a browser: the script that listens for
//! changes. The page itself is the one that a build would write.

use axum::body::Bytes;

use super::super::escape;

/// What the script is told of the page it is in.
#[derive(Clone, Copy, Debug)]
pub(super) struct ScriptAttributes<'a> {
    pub token: &'a str,
    pub route: &'a str,
    /// Of the answer that the page comes with.
    pub etag: &'a str,
}

/// The page with the script in its head, or at its end when it has none. The
/// page is shared: it stays where it is, in two parts.
pub(super) fn with_script(page: Bytes, tag: ScriptAttributes<'_>) -> [Bytes; 3] {
    const END: &[u8] = b"</head>";
    let script = script(tag);
    // In any case of letters: a company's theme may write `</HEAD>`.
    let at = page.windows(END.len()).position(|window| window.eq_ignore_ascii_case(END));
    let mut head = page;
    let rest = head.split_off(at.unwrap_or(head.len()));
    [head, Bytes::from(script), rest]
}

fn script(ScriptAttributes { token, route, etag }: ScriptAttributes<'_>) -> String {
    let (route, etag) = (escape(route), escape(etag));
    format!(
        "<script src=\"/__playbook/client.js\" data-playbook data-token=\"{token}\" \
         data-route=\"{route}\" data-etag=\"{etag}\" \
         defer></script>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAG: ScriptAttributes<'_> =
        ScriptAttributes { token: "t", route: "a\"><b>.html", etag: "\"k\"" };

    fn text(page: &'static [u8]) -> String {
        let parts = with_script(Bytes::from_static(page), TAG).concat();
        String::from_utf8(parts).unwrap()
    }

    #[test]
    fn the_script_goes_into_the_head_and_nothing_else_changes() {
        let text = text(b"<!doctype html><HEAD><title>x</title></HEAD><body></head></body>");
        assert!(text.starts_with("<!doctype html><HEAD><title>x</title><script src="));
        assert!(text.ends_with("defer></script></HEAD><body></head></body>"));
        assert!(text.contains("data-route=\"a&quot;&gt;&lt;b&gt;.html\""));
    }

    #[test]
    fn a_page_without_a_head_has_it_at_its_end() {
        let text = text(b"<p>x");
        assert!(text.starts_with("<p>x<script") && text.ends_with("</script>"));
    }
}
