//! What a repeated cell means, worked out once per distinct text and not once per row.

use crate::domain::Symbols;

/// The meanings of the texts of one column, or of several taken together.
#[derive(Debug)]
pub struct Cache<T> {
    texts: Symbols,
    meanings: Vec<T>,
}

impl<T> Default for Cache<T> {
    fn default() -> Cache<T> {
        Cache {
            texts: Symbols::default(),
            meanings: Vec::new(),
        }
    }
}

impl<T: Clone> Cache<T> {
    /// The meaning of a text; `find` works it out when the text is new.
    #[inline]
    pub fn get(&mut self, text: &[u8], find: impl FnOnce() -> T) -> &T {
        let (symbol, new) = self.texts.intern(text);
        if new {
            self.meanings.push(find());
        }
        &self.meanings[symbol.0 as usize]
    }
}
