//! PB501: two files want one address.

use std::fmt::Display;

use crate::diagnostic::At;
use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB501", "address-collision", Error, "pb501_address_collision.md");

/// Two sources with one address. The first by path keeps it.
pub fn taken(place: Place, route: &dyn Display, other: Place) -> Diagnostic {
    let found = RULE.at(
        place,
        text!(
            "\"{route}\" is also the address of {path}",
            route = route.to_string(),
            path = &*other.path
        ),
    );
    let is_page = matches!(other.at, At::File);
    match (&found.place.at, is_page) {
        (At::File, _) => found.label("this file is left out").help(
            "rename one of the two: neither folders nor capital letters make addresses differ",
        ),
        (_, true) => old(found),
        (_, false) => found.label("not redirected").help("delete it here or there"),
    }
    .related(other, "keeps the address")
}

/// The address of a page that the generator makes.
pub fn reserved(place: Place, route: &dyn Display) -> Diagnostic {
    let route = route.to_string();
    let found = match route.get(..6).is_some_and(|it| it.eq_ignore_ascii_case("theme/")) {
        true => RULE.at(
            place,
            text!("\"{route}\" lies in the folder of the theme's own files", route = &route),
        ),
        false => {
            RULE.at(place, text!("\"{route}\" is a page that every playbook has", route = &route))
        }
    };
    match found.place.at {
        At::File => found.label("this file is left out").help("rename this file"),
        _ => old(found),
    }
}

fn old(found: Diagnostic) -> Diagnostic {
    found.label("not redirected").help("delete it: an address with a page of its own is not old")
}
