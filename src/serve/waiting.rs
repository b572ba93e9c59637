//! Pages that stand in for one that is not there: what is wrong with it, also
//! without scripts, or which one may have been meant. They go as soon as there is
//! something to show.

use crate::address::Route;
use crate::domain::Kind;
use crate::engine::Build;
use crate::language::Language;

use super::address_help::{self, NearPage};
use super::escape;
use super::problems::Problems;

/// A page for what cannot be shown yet. The preview's script lists what is wrong
/// within it; without scripts it is there as `check` prints it.
pub(super) fn page(problems: &Problems, language: &Language) -> String {
    let texts: Vec<_> = problems.errors.iter().map(|it| escape(&it.text)).collect();
    let why = paragraph(&language.preview("cannot-show-why", &[]));
    let body = format!("{why}<noscript><pre>{}</pre></noscript>", texts.join("\n"));
    whole(language, "cannot-show", &body)
}

/// A page that says why a file which nothing is wrong with has no page.
pub(super) fn left_out(route: &str, language: &Language) -> String {
    let folder = route.split('/').next().unwrap_or_default();
    let is_person = Kind::of_folder(folder) == Some(Kind::Person);
    let why = if is_person { "left-out-person" } else { "left-out-draft" };
    whole(language, "cannot-show", &paragraph(&language.preview(why, &[])))
}

/// A page that leads from a wrong address to those that are near it; none when none
/// is.
pub(super) fn near(build: &Build, asked: &str, language: &Language) -> Option<String> {
    let near = address_help::near(build, asked);
    if near.is_empty() {
        return None;
    }
    let links: String = near.iter().map(link).collect();
    let why = paragraph(&language.preview("no-page-near", &[]));
    Some(whole(language, "no-page", &format!("{why}<ul>{links}</ul>")))
}

fn link(page: &NearPage) -> String {
    let address = escape(&page.route.relative_to(&Route::new("")));
    let shown = escape(page.route.as_str());
    let title = page.title.as_deref().map(|title| format!("{}<br>", escape(title)));
    format!("<li><a href=\"/{address}\">{}{shown}</a></li>\n", title.unwrap_or_default())
}

fn paragraph(words: &str) -> String {
    format!("<p>{}</p>\n", escape(words))
}

fn whole(language: &Language, title: &str, body: &str) -> String {
    let title = escape(&language.preview(title, &[]));
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/__playbook/preview.css\">\n</head>\n\
         <body class=\"waiting\">\n<main data-preview>\n<h1>{title}</h1>\n{body}</main>\n\
         </body>\n</html>\n",
        escape(&language.code)
    )
}
