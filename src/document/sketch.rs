//! A short sketch of a text: min-hashes of its runs of five words. Two texts
//! that share most of their runs share most of their sketch. Deliberately
//! absent: the words themselves.

use super::words;

/// How many hashes a sketch has.
// 128 bytes a page. Near-duplicates share nearly all of them, so a coarse estimate will do.
const HASHES: usize = 32;
// Shorter runs recur in any two texts of one subject.
const RUN_WORDS: usize = 5;
// Any large odd number: an even one would lose the old words in a few steps.
const BASE: u64 = 0x9FB2_1C65_1E98_DF25;
// In a short text the template's own words would make all pages alike.
const MIN_WORDS: usize = 40;

/// The sketch of a text; empty for a short one.
pub(super) fn of(text: &str) -> Vec<u32> {
    let words = words::hashes(text);
    if words.len() < MIN_WORDS {
        return Vec::new();
    }
    let mut least: [Option<u32>; HASHES] = [None; HASHES];
    let mut rolling: u64 = 0;
    let before = std::iter::repeat_n(&0, RUN_WORDS).chain(&words);
    for (at, (word, gone)) in (1..).zip(words.iter().zip(before)) {
        // A polynomial of the run's words: the newest enters, the oldest leaves.
        let oldest = gone.wrapping_mul(BASE.wrapping_pow(RUN_WORDS as u32));
        rolling = rolling.wrapping_mul(BASE).wrapping_add(*word).wrapping_sub(oldest);
        if at < RUN_WORDS {
            continue;
        }
        let hash = mix(rolling);
        // One hash per run: its low bits choose the place, its high half is
        // the value.
        let high = u32::try_from(hash >> 32).unwrap_or(u32::MAX);
        let place = usize::try_from(hash % HASHES as u64).unwrap_or_default();
        if let Some(least) = least.get_mut(place) {
            *least = Some(least.map_or(high, |known| known.min(high)));
        }
    }
    filled(&least)
}

/// Places that no run fell into borrow from the next one that has a value,
/// changed by the distance (densification by rotation, Shrivastava and Li).
fn filled(least: &[Option<u32>]) -> Vec<u32> {
    const ROTATION_STEP: u32 = 0x9E37_79B1;
    let borrowed = |place: usize| {
        let following = (0u32..).zip(least.iter().cycle().skip(place)).take(HASHES);
        let mut known = following.filter_map(|(distance, value)| Some((distance, (*value)?)));
        known
            .next()
            .map_or(0, |(distance, value)| value.wrapping_add(ROTATION_STEP.wrapping_mul(distance)))
    };
    (0..least.len()).map(borrowed).collect()
}

/// The finalizer of SplitMix64.
fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::of;

    /// How many hashes of two sketches agree, of 32.
    fn agreement(a: &[u32], b: &[u32]) -> usize {
        a.iter().zip(b).filter(|(a, b)| a == b).count()
    }

    #[test]
    fn near_duplicates_share_most_of_their_sketch() {
        let text: String = (0..200).map(|n| format!("word{} ", n * 7 % 101)).collect();
        let edited = text.replacen("word7 ", "changed ", 1);
        let other: String = (0..200).map(|n| format!("other{} ", n * 11 % 103)).collect();
        assert_eq!(agreement(&of(&text), &of(&text)), 32);
        assert!(agreement(&of(&text), &of(&edited)) >= 24);
        assert!(agreement(&of(&text), &of(&other)) <= 4);
        assert!(of("too short to tell").is_empty());
    }
}
