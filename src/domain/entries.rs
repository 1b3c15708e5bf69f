//! The rows of a small table, each under a key that no two rows may share, with the place it was read from.

use std::collections::HashMap;
use std::hash::Hash;

/// What a row says, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// What the row says.
    pub says: T,
    /// The file, by its place in the list of files.
    pub file: u32,
    /// The line the row begins on, from 1.
    pub line: u32,
}

impl Placed<()> {
    /// What a row at this place says.
    pub fn of<T>(self, says: T) -> Placed<T> {
        Placed {
            says,
            file: self.file,
            line: self.line,
        }
    }
}

/// The rows of a table by key, in the order in which they were read.
#[derive(Clone, Debug)]
pub struct Entries<K, T> {
    rows: Vec<Placed<T>>,
    by_key: HashMap<K, usize>,
}

impl<K, T> Default for Entries<K, T> {
    fn default() -> Entries<K, T> {
        Entries {
            rows: Vec::new(),
            by_key: HashMap::new(),
        }
    }
}

/// The row that has a key already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeated {
    /// Its file.
    pub file: u32,
    /// Its line.
    pub line: u32,
    /// Whether both rows say the same.
    pub same: bool,
}

impl<K: Eq + Hash, T: PartialEq> Entries<K, T> {
    /// Enters a row.
    ///
    /// # Errors
    /// Where a row has that key already nothing is entered.
    pub fn enter(&mut self, key: K, row: Placed<T>) -> Result<(), Repeated> {
        let next = self.rows.len();
        let at = *self.by_key.entry(key).or_insert(next);
        if let Some(first) = self.rows.get(at) {
            return Err(Repeated {
                file: first.file,
                line: first.line,
                same: first.says == row.says,
            });
        }
        self.rows.push(row);
        Ok(())
    }

    /// The row of a key.
    pub fn get(&self, key: &K) -> Option<&Placed<T>> {
        self.rows.get(*self.by_key.get(key)?)
    }

    /// The rows in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = &Placed<T>> {
        self.rows.iter()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_of_a_key_stays_and_says_where_it_stands() {
        let row = |says, line| Placed {
            says,
            file: 0,
            line,
        };
        let mut entries = Entries::default();
        assert_eq!(entries.enter("a", row(1, 2)), Ok(()));
        assert_eq!(entries.enter("b", row(2, 3)), Ok(()));
        for (says, same) in [(9, false), (1, true)] {
            let first = Repeated {
                file: 0,
                line: 2,
                same,
            };
            assert_eq!(entries.enter("a", row(says, 4)), Err(first));
        }
        assert_eq!(entries.len(), 2);
        assert_eq!(entries.get(&"a"), Some(&row(1, 2)));
        assert_eq!(entries.get(&"c"), None);
    }
}
