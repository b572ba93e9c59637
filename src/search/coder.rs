//! Numbers in as few bits as they surprise: a binary range coder whose models
//! learn how likely a bit is, as in LZMA (Pavlov, "LZMA specification", 2015:
//! 11-bit probabilities, 32-bit range, carries held back). What reads and what
//! writes is one trait, so that a format is described once for both.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// Of what a probability is a part.
const PROBABILITY_ONE: u16 = 1 << 11;

/// A model learns by halves of what is missing at first, in the end by so many.
const LEARNING_SHIFT: u32 = 5;

/// Below this a byte is moved out of the range, or into the code.
const MIN_RANGE: u32 = 1 << 24;

/// Writes what it is given, or ignores that and gives what was written.
pub(super) trait Coder {
    /// What both sides know.
    fn state(&mut self) -> &mut State;

    /// A number up to `most`: of which part of the range, all but the last as large
    /// as `part`.
    fn part(&mut self, part: u32, most: u32, number: u32) -> u32;

    /// Moves a byte: eight bits of the range are certain.
    fn shift(&mut self);

    /// What is left of the range.
    fn shrink(&mut self, range: u32) {
        self.state().range = range;
        while self.state().range < MIN_RANGE {
            self.state().range <<= 8;
            self.shift();
        }
    }

    /// A bit whose likelihood is learnt by one model.
    fn bit(&mut self, model: usize, bit: u32) -> u32 {
        let State { range, models } = self.state();
        let range = *range;
        let cut = models.get(model).map_or(range / 2, |model| model.cut(range));
        let bit = self.part(cut, 1, bit);
        self.shrink(if bit == 0 { cut } else { range - cut });
        if let Some(model) = self.state().models.get_mut(model) {
            model.learn(bit);
        }
        bit
    }

    /// So many bits of a number, at most 24, that are all equally likely.
    fn plain(&mut self, bits: u32, value: u32) -> u32 {
        let part = self.state().range >> bits;
        let number = self.part(part, (1 << bits) - 1, value);
        self.shrink(part);
        number
    }

    /// A number of so many bits, the highest first, by `1 << bits` models.
    fn tree(&mut self, model: usize, bits: u32, value: u32) -> u32 {
        let mut node = 1;
        for at in (0..bits).rev() {
            node = node << 1 | self.bit(model + node as usize, value >> at & 1);
        }
        node - (1 << bits)
    }

    /// A number up to `most`, as so many ones, by `most` models.
    fn unary(&mut self, model: usize, most: u32, value: u32) -> u32 {
        let mut number = 0;
        while number < most && self.bit(model + number as usize, u32::from(value > number)) == 1 {
            number += 1;
        }
        number
    }

    /// A number below 2^24 - 1 of any size, by [`NUMBER`] models: how many bits
    /// it has, then these.
    fn number(&mut self, model: usize, value: u32) -> u32 {
        // One more, so that zero has a highest bit as well.
        let bits = self.unary(model, NUMBER as u32 - 1, (value + 1).ilog2());
        (1 << bits | self.plain(bits, (value + 1) & ((1 << bits) - 1))) - 1
    }
}

/// Models of a [`Coder::number`].
pub(super) const NUMBER: usize = 24;

/// The range that is left, and what was learnt.
pub(super) struct State {
    range: u32,
    models: Vec<BitModel>,
}

impl State {
    /// Even odds for so many models.
    fn new(many: usize) -> Self {
        Self {
            range: u32::MAX,
            models: vec![BitModel { zero: PROBABILITY_ONE / 2, seen: 1 }; many],
        }
    }
}

/// How likely a bit is 0, of [`PROBABILITY_ONE`], and how many bits say so.
#[derive(Clone, Copy)]
struct BitModel {
    zero: u16,
    seen: u16,
}

impl BitModel {
    /// Where a range is cut between 0 and 1.
    fn cut(self, range: u32) -> u32 {
        (range >> 11) * u32::from(self.zero)
    }

    fn learn(&mut self, bit: u32) {
        // In large steps at first: a file is short, and so is the time to learn.
        let step = self.seen.ilog2() + 1;
        // A shift never takes all that is left, so that either bit stays possible.
        if bit == 0 {
            self.zero += (PROBABILITY_ONE - self.zero) >> step;
        } else {
            self.zero -= self.zero >> step;
        }
        self.seen = (self.seen + 1).min(1 << (LEARNING_SHIFT - 1));
    }
}

/// Writes.
pub(super) struct Encoder {
    state: State,
    low: u64,
    /// The last byte and the bytes of ones after it, until no carry can reach them.
    held: u8,
    ones: usize,
    bytes: Vec<u8>,
}

impl Encoder {
    /// With so many models.
    pub(super) fn new(many: usize) -> Self {
        Self { state: State::new(many), low: 0, held: 0, ones: 0, bytes: Vec::new() }
    }

    /// What was written, in base 64. Zeros at its end say nothing.
    pub(super) fn finish(mut self) -> String {
        // Four bytes of `low` and the one that is held back.
        (0..5).for_each(|_| self.shift());
        let end = self.bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        // The first byte is what was held before anything was written.
        BASE64_STANDARD.encode(self.bytes.get(1..end).unwrap_or_default())
    }
}

impl Coder for Encoder {
    fn state(&mut self) -> &mut State {
        &mut self.state
    }

    fn part(&mut self, part: u32, _: u32, number: u32) -> u32 {
        self.low += u64::from(part) * u64::from(number);
        number
    }

    fn shift(&mut self) {
        let carry = (self.low >> 32) as u8;
        let top = (self.low >> 24) as u8;
        // A carry that is still to come would change all of these bytes.
        if carry == 0 && top == u8::MAX {
            self.ones += 1;
        } else {
            self.bytes.push(self.held.wrapping_add(carry));
            let ones = std::mem::take(&mut self.ones);
            self.bytes.extend(std::iter::repeat_n(u8::MAX.wrapping_add(carry), ones));
            self.held = top;
        }
        self.low = (self.low & 0x00FF_FFFF) << 8;
    }
}

/// Reads what an [`Encoder`] wrote; anything else gives numbers without a meaning.
pub(super) struct Decoder {
    state: State,
    code: u32,
    bytes: std::vec::IntoIter<u8>,
}

impl Decoder {
    /// With as many models as were written with.
    pub(super) fn new(many: usize, text: &str) -> Self {
        let bytes = BASE64_STANDARD.decode(text).unwrap_or_default().into_iter();
        let mut decoder = Self { state: State::new(many), code: 0, bytes };
        (0..4).for_each(|_| decoder.shift());
        decoder
    }
}

impl Coder for Decoder {
    fn state(&mut self) -> &mut State {
        &mut self.state
    }

    fn part(&mut self, part: u32, most: u32, _: u32) -> u32 {
        // The last part is larger than the others: it has what the division left over.
        let number = (self.code / part).min(most);
        self.code -= part * number;
        number
    }

    fn shift(&mut self) {
        // Zeros at the end were not written.
        self.code = self.code << 8 | u32::from(self.bytes.next().unwrap_or(0));
    }
}
