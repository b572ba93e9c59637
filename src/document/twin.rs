//! Where the markdown twin differs from the source: comments, addresses,
//! prompts that may have to be withheld.

use std::ops::Range;

use super::body::Cut;

/// Puts cuts in order. Of two that overlap the first one counts, and of two at
/// one place the longer one.
pub(super) fn ordered(mut cuts: Vec<(Range<usize>, Cut)>) -> Vec<(Range<u32>, Cut)> {
    cuts.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut ordered: Vec<(Range<u32>, Cut)> = Vec::with_capacity(cuts.len());
    let mut free_from = 0;
    for (range, cut) in cuts {
        let ends = (u32::try_from(range.start), u32::try_from(range.end));
        let (Ok(start), Ok(end)) = ends else { continue };
        if start >= free_from && start < end {
            free_from = end;
            ordered.push((start..end, cut));
        }
    }
    ordered
}
