//! Repeated text held once: names of places and lenders, words of purpose, numbers of households and loans.

/// A text of one [`Symbols`], by the order in which it was first met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(pub u32);

/// A set of byte texts, each held once in one arena and found by open addressing.
///
/// Texts are bytes because a file is read in its own encoding; whoever fills a set decides what its bytes mean
/// (names are stored as UTF-8).
#[derive(Clone, Debug)]
pub struct Symbols {
    arena: Vec<u8>,
    /// Where each text ends; it starts where the one before ends.
    ends: Vec<u32>,
    /// Hash in the upper half, symbol + 1 in the lower; 0 is free.
    slots: Vec<u64>,
}

impl Default for Symbols {
    fn default() -> Symbols {
        Symbols {
            arena: Vec::new(),
            ends: Vec::new(),
            slots: vec![0; 64],
        }
    }
}

/// The eight bytes from `at` on, as one number.
#[inline(always)]
fn word(text: &[u8], at: usize) -> u64 {
    match text[at..].first_chunk::<8>() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => 0,
    }
}

/// A text of less than eight bytes, as one number.
#[inline(always)]
fn short_word(text: &[u8]) -> u64 {
    text.iter()
        .fold(0, |number, &byte| number << 8 | u64::from(byte))
}

/// Mixes a text eight bytes at a time; the last eight may overlap those before, for they are read at once and a rest of
/// seven is not. Not for untrusted keys on a server: one's own files cannot attack one's own page.
#[inline(always)]
pub fn hash(text: &[u8]) -> u32 {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let length = text.len();
    let mut state = (length as u64).wrapping_mul(MULTIPLIER);
    let mut mix = |number: u64| {
        state = (state ^ number).wrapping_mul(MULTIPLIER);
        state ^= state >> 29;
    };
    if length < 8 {
        mix(short_word(text));
    } else {
        let mut at = 0;
        while at + 8 < length {
            mix(word(text, at));
            at += 8;
        }
        mix(word(text, length - 8));
    }
    (state.wrapping_mul(MULTIPLIER) >> 32) as u32
}

/// Whether two texts are the same. The comparison that comes with the language goes byte by byte in a browser.
#[inline(always)]
fn same(a: &[u8], b: &[u8]) -> bool {
    let length = a.len();
    if length != b.len() {
        return false;
    }
    if length < 8 {
        return a.iter().zip(b).all(|(a, b)| a == b);
    }
    let mut at = 0;
    while at + 8 < length {
        if word(a, at) != word(b, at) {
            return false;
        }
        at += 8;
    }
    word(a, length - 8) == word(b, length - 8)
}

impl Symbols {
    /// Makes room for `count` texts of `bytes` bytes in all, so that nothing is moved while they come in.
    pub fn reserve(&mut self, count: usize, bytes: usize) {
        self.arena.reserve_exact(bytes);
        self.ends.reserve_exact(count);
        // Half full at the end: a search then hardly ever leaves the line of memory it begins in.
        let wanted = (self.ends.len() + count) * 2 + 64;
        if wanted > self.slots.len() {
            self.rehash(wanted);
        }
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no text has come in.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The bytes of a symbol.
    #[inline(always)]
    pub fn bytes(&self, symbol: Symbol) -> &[u8] {
        let at = symbol.0 as usize;
        let start = if at == 0 {
            0
        } else {
            self.ends[at - 1] as usize
        };
        &self.arena[start..self.ends[at] as usize]
    }

    /// The text of a symbol; what is not UTF-8 is shown with replacement characters.
    pub fn text(&self, symbol: Symbol) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(self.bytes(symbol))
    }

    /// The symbol of a text, if it is in the set.
    pub fn find(&self, text: &[u8]) -> Option<Symbol> {
        self.probe(text, hash(text)).ok()
    }

    /// The symbol of a text and whether it is new.
    #[inline(always)]
    pub fn intern(&mut self, text: &[u8]) -> (Symbol, bool) {
        self.intern_hashed(text, hash(text))
    }

    /// Like [`Symbols::intern`], with the [`hash`] worked out before.
    ///
    /// A block of texts is hashed first and probed afterwards: the look-ups of a block then do not wait for one
    /// another, which is most of the time they take once the table is larger than the cache.
    #[inline(always)]
    pub fn intern_hashed(&mut self, text: &[u8], hash: u32) -> (Symbol, bool) {
        match self.probe(text, hash) {
            Ok(symbol) => (symbol, false),
            Err(slot) => (self.insert(text, hash, slot), true),
        }
    }

    /// Reads what interning texts of these hashes will read: the reads of many hashes overlap, those of one text
    /// after another would each wait for memory. The sum returned means nothing; it keeps the reads from being left out.
    pub fn bring_near(&self, hashes: impl Iterator<Item = u32> + Clone) -> u64 {
        let slots = hashes.clone().fold(0_u64, |sum, hash| {
            sum.wrapping_add(self.slots[self.home(hash)])
        });
        let texts = hashes.fold(0_u64, |sum, hash| {
            let slot = self.slots[self.home(hash)];
            if (slot >> 32) as u32 != hash || slot == 0 {
                return sum;
            }
            let first = self.bytes(Symbol(slot as u32 - 1)).first();
            sum.wrapping_add(first.map_or(0, |byte| u64::from(*byte)))
        });
        slots.wrapping_add(texts)
    }

    #[inline(always)]
    fn probe(&self, text: &[u8], hash: u32) -> Result<Symbol, usize> {
        let mut at = self.home(hash);
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return Err(at);
            }
            if (slot >> 32) as u32 == hash {
                let symbol = Symbol(slot as u32 - 1);
                if same(self.bytes(symbol), text) {
                    return Ok(symbol);
                }
            }
            at += 1;
            if at == self.slots.len() {
                at = 0;
            }
        }
    }

    /// Where the search for a hash begins: the hash's share of the table, whatever its length.
    #[inline(always)]
    fn home(&self, hash: u32) -> usize {
        ((u64::from(hash) * self.slots.len() as u64) >> 32) as usize
    }

    fn insert(&mut self, text: &[u8], hash: u32, slot: usize) -> Symbol {
        let symbol = Symbol(self.ends.len() as u32);
        self.arena.extend_from_slice(text);
        self.ends.push(self.arena.len() as u32);
        self.slots[slot] = u64::from(hash) << 32 | u64::from(symbol.0 + 1);
        if self.ends.len() * 4 > self.slots.len() * 3 {
            self.rehash(self.slots.len() * 2);
        }
        symbol
    }

    fn rehash(&mut self, length: usize) {
        let old = std::mem::replace(&mut self.slots, vec![0_u64; length]);
        for slot in old.into_iter().filter(|&slot| slot != 0) {
            let mut at = self.home((slot >> 32) as u32);
            while self.slots[at] != 0 {
                at = (at + 1) % length;
            }
            self.slots[at] = slot;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_is_the_same_symbol_at_any_size() {
        let mut symbols = Symbols::default();
        let text = |i: u32| format!("户{i:07}");
        for i in 0..5_000 {
            assert_eq!(symbols.intern(text(i).as_bytes()), (Symbol(i), true));
        }
        for i in 0..5_000 {
            assert_eq!(symbols.intern(text(i).as_bytes()), (Symbol(i), false));
            assert_eq!(symbols.text(Symbol(i)), text(i));
        }
        assert_eq!(symbols.find("户".as_bytes()), None);
        assert_eq!(symbols.find(b""), None);
    }

    #[test]
    fn the_empty_text_is_a_text() {
        let mut symbols = Symbols::default();
        let (empty, new) = symbols.intern(b"");
        assert!(new);
        assert_eq!(symbols.find(b""), Some(empty));
        assert_eq!(symbols.bytes(empty), b"");
    }
}
