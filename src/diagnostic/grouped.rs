//! Messages about one thing that is missing, as one: a page that 30 others link to in vain
//! is one problem with 30 places. Messages enter in their order; as many or fewer leave.
//! Deliberately absent: how many of them are shown.

use std::collections::HashMap;

use super::{Diagnostic, Text, text};

/// Rules whose messages name what is not there, in the same words at each place.
const ABOUT_A_TARGET: &[&str] = &["PB301", "PB303", "PB502", "PB503", "PB505"];

/// One message for each target that is missing; the first place has it, the others stand
/// beside it. What can be mended by pasting a line stays where the line belongs.
pub fn grouped(diagnostics: &[&Diagnostic]) -> Vec<Diagnostic> {
    let mut groups: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    let mut known: HashMap<(&str, &Text), usize> = HashMap::new();
    for diagnostic in diagnostics {
        let is_alone = diagnostic.fix.is_some() || !ABOUT_A_TARGET.contains(&diagnostic.code);
        let at = if is_alone {
            groups.len()
        } else {
            *known.entry((diagnostic.code, &diagnostic.message)).or_insert(groups.len())
        };
        match groups.get_mut(at) {
            Some(first) => first.related.push((diagnostic.place.clone(), text!("here too"))),
            None => groups.push((*diagnostic).clone()),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::Place;
    use crate::diagnostic::rules::links::pb301_broken_link;

    #[test]
    fn one_target_that_is_missing_is_one_message_with_its_places() {
        let broken = |path: &str, target: &str| {
            pb301_broken_link::breach(Place::link(&Arc::from(path), 0), target, None, None)
        };
        let all = [broken("a.md", "x.md"), broken("b.md", "y.md"), broken("c.md", "x.md")];
        let groups = grouped(&all.iter().collect::<Vec<_>>());
        let places = |it: &Diagnostic| -> Vec<String> {
            let others = it.related.iter().map(|(place, _)| place);
            [&it.place].into_iter().chain(others).map(|place| place.path.to_string()).collect()
        };
        let places: Vec<_> = groups.iter().map(places).collect();
        assert_eq!(places, [vec!["a.md", "c.md"], vec!["b.md"]]);
    }
}
