//! A stream of numbers from a seed (SplitMix64): the same seed and stream give the same numbers
//! on every system. Every page draws from a stream of its own, so one page's text does not
//! depend on how long the one before is. Deliberately absent: the clock, floating point, and
//! anything that differs between runs.

/// One stream of numbers.
pub struct Random {
    state: u64,
}

impl Random {
    /// The stream numbered `stream` under `seed`.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut random = Self { state: seed ^ 0x5851_f42d_4c95_7f2d };
        let mixed = random.next() ^ stream.wrapping_mul(0xd6e8_feb8_6659_fd93);
        Self { state: mixed }
    }

    /// A number from 0 up to and without `bound`; 0 when `bound` is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.below_u64(bound as u64)).unwrap_or(0)
    }

    /// The same for weights, which are wider than a `usize` may be.
    pub fn below_u64(&mut self, bound: u64) -> u64 {
        let wide = u128::from(self.next()) * u128::from(bound);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number from `least` to `most`, both included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// True once in `n` times.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// A number below `bound` in which small ones are more frequent: the smaller of two draws.
    pub fn skewed(&mut self, bound: usize) -> usize {
        self.below(bound).min(self.below(bound))
    }

    /// One of `from`; nothing only when there is nothing to choose from.
    pub fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from.get(self.below(from.len())).copied().unwrap_or_default()
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}
