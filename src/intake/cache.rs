//! What a repeated cell means, worked out once per distinct text and not once per row.

use crate::domain::{Key, Keys};

/// The meanings of the texts of one column, or of several taken together.
#[derive(Debug)]
pub struct Cache<T> {
    texts: Keys,
    meanings: Vec<T>,
}

impl<T> Default for Cache<T> {
    fn default() -> Cache<T> {
        Cache {
            texts: Keys::default(),
            meanings: Vec::new(),
        }
    }
}

impl<T: Clone> Cache<T> {
    /// The meaning of a text; `find` works it out when the text is new.
    #[inline(always)]
    pub fn get(&mut self, text: &[u8], find: impl FnOnce() -> T) -> &T {
        let (number, new) = self.texts.enter(&Key::of(text), text);
        if new {
            self.meanings.push(find());
        }
        &self.meanings[number as usize]
    }
}
