//! A small seeded generator of random numbers, in integers only, so that every machine draws the same county.

/// SplitMix64 (Steele, Lea, Flood 2014): one 64-bit word of state, one mixed word out.
#[derive(Clone)]
pub struct Random {
    state: u64,
}

impl Random {
    /// A stream of its own for each purpose and place, so that a change in one leaves the others as they were.
    pub fn new(seed: u64, purpose: u64, place: u64) -> Self {
        let mut random = Self { state: seed };
        for word in [purpose, place] {
            random.state = random
                .next()
                .wrapping_add(word.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.state;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^ (word >> 31)
    }

    /// A number from 0 to `count - 1`; 0 where `count` is 0.
    pub fn below(&mut self, count: u64) -> u64 {
        // Multiply and shift: the bias is below one in 2^64 / count, and no draw is ever thrown away.
        ((u128::from(self.next()) * u128::from(count)) >> 64) as u64
    }

    /// An index into a list of `length` things.
    pub fn index(&mut self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).max(1) as u64) as i64
    }

    /// True `parts` times in a thousand.
    pub fn permille(&mut self, parts: u64) -> bool {
        self.below(1000) < parts
    }

    /// The index drawn from a list of weights.
    pub fn weighted(&mut self, weights: &[u64]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (index, weight) in weights.iter().enumerate() {
            if left < *weight {
                return index;
            }
            left -= weight;
        }
        weights.len().saturating_sub(1)
    }

    /// Puts a list in random order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.index(last + 1));
        }
    }
}
