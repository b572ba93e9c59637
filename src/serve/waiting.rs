//! The page that stands in for one that cannot be shown yet: what is wrong, also
//! without scripts. It goes as soon as there is something to show.

use super::escape;
use super::problems::Problems;

/// The page as HTML.
pub(super) fn page(problems: &Problems) -> String {
    let texts: Vec<_> = problems.errors.iter().map(|it| escape(&it.text)).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>This page cannot be shown yet</title>\n\
         <link rel=\"stylesheet\" href=\"/__playbook/preview.css\">\n</head>\n\
         <body class=\"waiting\">\n<main>\n<h1>This page cannot be shown yet</h1>\n\
         <p>It comes by itself when this is mended:</p>\n<pre>{}</pre>\n</main>\n</body>\n</html>\n",
        texts.join("\n")
    )
}
