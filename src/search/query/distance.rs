//! How far a typed word is from a known one: letters lost, added, changed or
//! swapped with their neighbour (optimal string alignment).

/// The distance of two words; none when it is more than `most`.
pub(super) fn distance(typed: &[char], known: &[char], most: usize) -> Option<usize> {
    if typed.len().abs_diff(known.len()) > most {
        return None;
    }
    let last = *rows(typed, known).last()?.last()?;
    (last <= most).then_some(last)
}

/// The distance of an unfinished word to the nearest beginning of a known one.
pub(super) fn distance_to_beginning(typed: &[char], known: &[char], most: usize) -> Option<usize> {
    let shown = known.get(..known.len().min(typed.len() + most))?;
    let rows = rows(typed, shown);
    let least = rows.last()?.iter().copied().min()?;
    (least <= most).then_some(least)
}

/// Row by row of the usual table: `typed` downwards, `known` to the right.
fn rows(typed: &[char], known: &[char]) -> Vec<Vec<usize>> {
    let width = known.len() + 1;
    let mut rows: Vec<Vec<usize>> = vec![(0..width).collect()];
    let at = |rows: &[Vec<usize>], row: usize, column: usize| {
        // Half of it, since costs are added.
        rows.get(row).and_then(|row| row.get(column)).copied().unwrap_or(usize::MAX / 2)
    };
    for (i, letter) in typed.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in known.iter().enumerate() {
            let changed = at(&rows, i, j) + usize::from(letter != other);
            let lost = at(&rows, i, j + 1) + 1;
            let added = row.last().copied().unwrap_or(0) + 1;
            let mut least = changed.min(lost).min(added);
            let is_swap = i > 0
                && j > 0
                && typed.get(i - 1) == Some(other)
                && known.get(j - 1) == Some(letter);
            if is_swap {
                least = least.min(at(&rows, i - 1, j - 1) + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows
}
