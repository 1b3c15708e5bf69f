//! Short texts that are looked up a million times, compared as numbers and not byte by byte.

/// The longest text that is held as three numbers, in bytes: the last byte of the third is the length.
/// A longer one stands in an arena.
const INLINE: usize = 23;

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
const SECOND_MULTIPLIER: u64 = 0xc2b2_ae3d_27d4_eb4f;
const THIRD_MULTIPLIER: u64 = 0x1656_67b1_9e37_79f9;

/// A text made ready to be looked up: its bytes and length as three numbers, and their hash.
/// Of a long text the first number is a hash of all of it.
///
/// Not for untrusted keys on a server: one's own files cannot attack one's own page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Key {
    words: [u64; 3],
    hash: u32,
}

/// Where in the third word the length stands.
const LENGTH_AT: u32 = 56;
/// The length that every text in the arena has there.
const LONG: u64 = 0xff << LENGTH_AT;

/// The eight bytes from `at` on, as one number.
#[inline(always)]
fn word(text: &[u8], at: usize) -> u64 {
    match text[at..].first_chunk::<8>() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => 0,
    }
}

/// What is left of a text from `at` on, at most eight bytes, as one number.
#[inline(always)]
fn rest(text: &[u8], at: usize) -> u64 {
    let length = text.len();
    if length >= 8 {
        // The last eight bytes are read at once; those before `at` are shifted out.
        return word(text, length - 8) >> (8 * (at + 8 - length));
    }
    let (_, bytes) = text.split_at(at);
    bytes
        .iter()
        .rev()
        .fold(0, |number, &byte| number << 8 | u64::from(byte))
}

#[inline(always)]
fn mix(state: u64, word: u64) -> u64 {
    let mixed = (state ^ word).wrapping_mul(MULTIPLIER);
    mixed ^ (mixed >> 32)
}

impl Key {
    /// The key of a text.
    #[inline(always)]
    pub fn of(text: &[u8]) -> Key {
        let length = text.len();
        let [first, second, third] = match length {
            0..=8 => [rest(text, 0), 0, 0],
            9..=16 => [word(text, 0), rest(text, 8), 0],
            17..=INLINE => [word(text, 0), word(text, 8), rest(text, 16)],
            _ => return Key::of_long(text),
        };
        Key::of_words([first, second, third | (length as u64) << LENGTH_AT])
    }

    fn of_long(text: &[u8]) -> Key {
        let (words, tail) = text.as_chunks::<8>();
        let whole = words.iter().fold(text.len() as u64, |state, word| {
            mix(state, u64::from_le_bytes(*word))
        });
        Key::of_words([mix(whole, rest(tail, 0)), 0, LONG])
    }

    #[inline(always)]
    fn of_words(words: [u64; 3]) -> Key {
        // The three products do not wait for one another.
        let [first, second, third] = words;
        let sum = first.wrapping_mul(MULTIPLIER)
            ^ second.wrapping_mul(SECOND_MULTIPLIER).rotate_left(23)
            ^ third.wrapping_mul(THIRD_MULTIPLIER).rotate_left(41);
        let hash = (sum ^ (sum >> 32)).wrapping_mul(MULTIPLIER) >> 32;
        Key {
            words,
            hash: hash as u32,
        }
    }

    #[inline(always)]
    fn is_long(&self) -> bool {
        self.words[2] == LONG
    }
}

/// A set of texts, numbered in the order in which they were first met.
///
/// The table holds hashes and numbers only, eight to a line of memory, and is never more than half full: a search then
/// hardly ever leaves the line it begins in. The texts themselves stand in the order of their numbers, and entering a new one only adds to their end.
#[derive(Clone, Debug)]
pub struct Keys {
    /// Hash in the upper half, number + 1 in the lower; 0 is free.
    slots: Vec<u64>,
    /// By number: the words of the text's key; of a long text the second says where in the arena it begins.
    words: Vec<[u64; 3]>,
    /// The bytes of long texts, each behind its length.
    arena: Vec<u8>,
}

impl Default for Keys {
    fn default() -> Keys {
        Keys {
            slots: vec![0; 32],
            words: Vec::new(),
            arena: Vec::new(),
        }
    }
}

impl Keys {
    /// Makes room for `count` more texts, so that nothing is moved while they come in.
    pub fn reserve(&mut self, count: usize) {
        self.words.reserve_exact(count);
        let wanted = (self.words.len() + count) * 2 + 32;
        if wanted > self.slots.len() {
            self.rehash(wanted);
        }
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The number of a text and whether it is new; `key` is the text's own.
    #[inline(always)]
    pub fn enter(&mut self, key: &Key, text: &[u8]) -> (u32, bool) {
        // Most texts of a file are known, and found where the search begins.
        let slot = self.slots[self.home(key.hash)];
        if slot != 0 && (slot >> 32) as u32 == key.hash && !key.is_long() {
            let number = slot as u32 - 1;
            if self.words[number as usize] == key.words {
                return (number, false);
            }
        }
        self.enter_by_search(key, text)
    }

    fn enter_by_search(&mut self, key: &Key, text: &[u8]) -> (u32, bool) {
        match self.probe(key, text) {
            Ok(number) => (number, false),
            Err(slot) => (self.insert(key, text, slot), true),
        }
    }

    /// The number of a text, if it is there.
    pub fn find(&self, text: &[u8]) -> Option<u32> {
        self.probe(&Key::of(text), text).ok()
    }

    /// The bytes of a text.
    pub fn bytes(&self, number: u32) -> Vec<u8> {
        let at = number as usize;
        let words = &self.words[at];
        if words[2] == LONG {
            return self.long(at).to_vec();
        }
        let mut bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        bytes.truncate((words[2] >> LENGTH_AT) as usize);
        bytes
    }

    /// The text of a number; what is not UTF-8 is shown with replacement characters.
    pub fn text(&self, number: u32) -> String {
        String::from_utf8_lossy(&self.bytes(number)).into_owned()
    }

    /// Reads what entering these keys will read: the reads of many keys overlap, those of one key after another would
    /// each wait for memory. The sum returned means nothing; it keeps the reads from being left out.
    pub fn bring_near<'k>(&self, keys: impl Iterator<Item = &'k Key> + Clone) -> u64 {
        let slots = keys.clone().fold(0_u64, |sum, key| {
            sum.wrapping_add(self.slots[self.home(key.hash)])
        });
        keys.fold(slots, |sum, key| {
            match self.next_of(key.hash, self.home(key.hash)) {
                Ok((number, _)) => {
                    let words = &self.words[number as usize];
                    sum.wrapping_add(words[0]).wrapping_add(words[2])
                }
                Err(_) => sum,
            }
        })
    }

    /// The first text of the key's hash: in all likelihood the key's own, if it is there at all.
    #[inline(always)]
    pub fn likely(&self, key: &Key) -> Option<u32> {
        let found = self.next_of(key.hash, self.home(key.hash));
        found.ok().map(|(number, _)| number)
    }

    /// Where the search for a hash begins: the hash's share of the table, whatever its length.
    #[inline(always)]
    fn home(&self, hash: u32) -> usize {
        ((u64::from(hash) * self.slots.len() as u64) >> 32) as usize
    }

    /// The next text of that hash from a slot on, and its slot; else the free slot that ends the search.
    #[inline(always)]
    fn next_of(&self, hash: u32, from: usize) -> Result<(u32, usize), usize> {
        let mut at = from;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return Err(at);
            }
            if (slot >> 32) as u32 == hash {
                return Ok((slot as u32 - 1, at));
            }
            at = self.after(at);
        }
    }

    #[inline(always)]
    fn after(&self, slot: usize) -> usize {
        if slot + 1 == self.slots.len() {
            0
        } else {
            slot + 1
        }
    }

    #[inline(always)]
    fn probe(&self, key: &Key, text: &[u8]) -> Result<u32, usize> {
        let mut from = self.home(key.hash);
        loop {
            let (number, slot) = self.next_of(key.hash, from)?;
            if self.is_text(number as usize, key, text) {
                return Ok(number);
            }
            from = self.after(slot);
        }
    }

    #[inline(always)]
    fn is_text(&self, at: usize, key: &Key, text: &[u8]) -> bool {
        let words = &self.words[at];
        if key.is_long() {
            words[2] == LONG && words[0] == key.words[0] && self.long(at) == text
        } else {
            *words == key.words
        }
    }

    /// The bytes of a long text.
    fn long(&self, at: usize) -> &[u8] {
        let from = &self.arena[self.words[at][1] as usize..];
        let (length, text) = from.split_at(8);
        &text[..word(length, 0) as usize]
    }

    fn insert(&mut self, key: &Key, text: &[u8], slot: usize) -> u32 {
        let number = self.words.len() as u32;
        let mut words = key.words;
        if key.is_long() {
            words[1] = self.arena.len() as u64;
            let length = text.len() as u64;
            self.arena.extend_from_slice(&length.to_le_bytes());
            self.arena.extend_from_slice(text);
        }
        self.words.push(words);
        self.slots[slot] = u64::from(key.hash) << 32 | u64::from(number + 1);
        if self.words.len() * 2 > self.slots.len() {
            self.rehash(self.slots.len() * 2);
        }
        number
    }

    fn rehash(&mut self, length: usize) {
        let old = std::mem::replace(&mut self.slots, vec![0; length]);
        for slot in old.into_iter().filter(|&slot| slot != 0) {
            let mut at = self.home((slot >> 32) as u32);
            while self.slots[at] != 0 {
                at = self.after(at);
            }
            self.slots[at] = slot;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enter(keys: &mut Keys, text: &[u8]) -> (u32, bool) {
        keys.enter(&Key::of(text), text)
    }

    #[test]
    fn texts_of_every_length_are_told_apart_and_given_back() {
        let mut keys = Keys::default();
        let texts: Vec<Vec<u8>> = (0..3_000_usize)
            .map(|i| {
                (0..i % 40)
                    .map(|at| (i * 31 + at * 7) as u8)
                    .chain(i.to_le_bytes())
                    .collect()
            })
            .collect();
        for (number, text) in texts.iter().enumerate() {
            assert_eq!(enter(&mut keys, text), (number as u32, true));
        }
        for (number, text) in texts.iter().enumerate() {
            assert_eq!(enter(&mut keys, text), (number as u32, false));
            assert_eq!(keys.find(text), Some(number as u32));
            assert_eq!(&keys.bytes(number as u32), text);
        }
    }

    #[test]
    fn every_prefix_of_a_text_is_a_text_of_its_own() {
        let text: Vec<u8> = (1..=60).collect();
        let mut keys = Keys::default();
        for length in 0..=text.len() {
            assert_eq!(enter(&mut keys, &text[..length]), (length as u32, true));
        }
        for length in (0..=text.len()).rev() {
            assert_eq!(enter(&mut keys, &text[..length]), (length as u32, false));
            assert_eq!(keys.bytes(length as u32), &text[..length]);
        }
        // Zero bytes at the end are bytes, and no padding.
        assert_eq!(enter(&mut keys, &[0, 0]), (61, true));
        assert_eq!(enter(&mut keys, &[0]), (62, true));
    }
}
