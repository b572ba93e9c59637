//! Circles among things that lead to each other, by their numbers. Each thing and
//! each way between two is passed a fixed number of times, so that a chain of ten
//! thousand pages costs ten thousand steps.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// One circle for each group of things that all lead to each other: the shortest
/// one through the first of the group that `may_start`, which is named again at
/// the end.
pub(super) fn find(leads_to: &[Vec<usize>], may_start: impl Fn(usize) -> bool) -> Vec<Vec<usize>> {
    let groups = groups(leads_to);
    let mut reported = BTreeSet::new();
    let starts = (0..leads_to.len()).filter(|start| may_start(*start));
    let firsts = starts.filter(|start| reported.insert(groups.get(*start).copied()));
    firsts.filter_map(|start| shortest(leads_to, &groups, start)).collect()
}

/// The shortest way from `start` back to it.
fn shortest(leads_to: &[Vec<usize>], groups: &[usize], start: usize) -> Option<Vec<usize>> {
    let group = groups.get(start)?;
    let mut came_from: BTreeMap<usize, usize> = BTreeMap::new();
    let mut next = VecDeque::from([start]);
    while let Some(at) = next.pop_front() {
        // A way out of the group never leads back.
        for to in leads_to.get(at)?.iter().filter(|to| groups.get(**to) == Some(group)) {
            if *to == start {
                let back = std::iter::successors(Some(at), |at| came_from.get(at).copied());
                let mut circle: Vec<usize> = std::iter::once(start).chain(back).collect();
                circle.reverse();
                return Some(circle);
            }
            came_from.entry(*to).or_insert_with(|| {
                next.push_back(*to);
                at
            });
        }
    }
    None
}

/// A number for each thing, the same for those that lead to each other (Kosaraju
/// and Sharir). Without recursion: content decides how deep it goes.
fn groups(leads_to: &[Vec<usize>]) -> Vec<usize> {
    let mut led_to_by = vec![Vec::new(); leads_to.len()];
    for (from, to) in
        leads_to.iter().enumerate().flat_map(|(from, all)| all.iter().map(move |to| (from, *to)))
    {
        if let Some(by) = led_to_by.get_mut(to) {
            by.push(from);
        }
    }
    let mut groups: Vec<Option<usize>> = vec![None; leads_to.len()];
    for first in by_end(leads_to).into_iter().rev() {
        let mut next = vec![first];
        while let Some(at) = next.pop() {
            if let Some(group @ None) = groups.get_mut(at) {
                *group = Some(first);
                next.extend(led_to_by.get(at).into_iter().flatten());
            }
        }
    }
    groups.into_iter().map(Option::unwrap_or_default).collect()
}

/// All things, each after everything that it leads to and that was not passed
/// before it.
fn by_end(leads_to: &[Vec<usize>]) -> Vec<usize> {
    let mut passed = vec![false; leads_to.len()];
    let mut first_time =
        |at: usize| passed.get_mut(at).is_some_and(|passed| !std::mem::replace(passed, true));
    let mut ended = Vec::with_capacity(leads_to.len());
    for start in 0..leads_to.len() {
        let mut trail = Vec::new();
        trail.extend(first_time(start).then_some((start, 0)));
        while let Some((at, next)) = trail.last_mut() {
            let to = leads_to.get(*at).and_then(|all| all.get(*next)).copied();
            *next += 1;
            match to {
                Some(to) => trail.extend(first_time(to).then_some((to, 0))),
                None => ended.extend(trail.pop().map(|(at, _)| at)),
            }
        }
    }
    ended
}

#[cfg(test)]
mod tests {
    use super::find;

    fn circles(leads_to: &[&[usize]]) -> Vec<Vec<usize>> {
        let leads_to: Vec<Vec<usize>> = leads_to.iter().map(|all| all.to_vec()).collect();
        find(&leads_to, |start| start != 9)
    }

    #[test]
    fn each_group_has_one_circle_from_its_first_thing() {
        assert_eq!(circles(&[&[1], &[2], &[]]), [[0; 0]; 0]);
        assert_eq!(circles(&[&[0]]), [[0, 0]]);
        assert_eq!(circles(&[&[1], &[2], &[1]]), [[1, 2, 1]]);
        // The way over 3 is longer, and 4 leads into the circle only.
        assert_eq!(circles(&[&[1, 3], &[2], &[0], &[1], &[0]]), [[0, 1, 2, 0]]);
        assert_eq!(circles(&[&[1], &[0], &[3], &[2]]), [[0, 1, 0], [2, 3, 2]]);
    }
}
