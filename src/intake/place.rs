//! The village that two cells name.

use std::collections::HashMap;

use crate::domain::{Field, Key, Keys, Places, VillageId};

use super::cell::is_without_meaning;
use super::encoding::{decode_strictly, narrow};
use super::finding::{Encoding, Problem};
use super::header::is_total;

/// The villages that the cells of one file name, each worked out once.
#[derive(Debug, Default)]
pub struct PlaceCache {
    townships: Keys,
    villages: Keys,
    pairs: HashMap<(u32, u32), Named>,
    /// The pairs of the first townships and villages, found without hashing.
    near: Vec<Option<Named>>,
}

/// What two cells name: a village, or which of the two cannot be read and why.
type Named = Result<VillageId, Unread>;

/// A cell of a place that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Township or village.
    pub field: Field,
    /// Whether it says nothing; otherwise it is no text in the file's encoding.
    is_blank: bool,
}

impl Unread {
    /// What is wrong with the cell.
    pub fn problem(self) -> Problem {
        let field = self.field;
        if self.is_blank {
            Problem::Blank { field }
        } else {
            Problem::NotText { field }
        }
    }
}

/// Townships and villages whose pairs are kept in a plain table: more than a county has.
const NEAR: usize = 1 << 10;

impl PlaceCache {
    /// The village of a township's cell and a village's cell, entered if it is new.
    #[inline(always)]
    pub fn get(
        &mut self,
        township: &[u8],
        village: &[u8],
        encoding: Encoding,
        places: &mut Places,
    ) -> Named {
        let (a, _) = self.townships.enter(&Key::of(township), township);
        let (b, _) = self.villages.enter(&Key::of(village), village);
        let (first, second) = (a as usize, b as usize);
        if first < NEAR && second < NEAR {
            let at = first * NEAR + second;
            if let Some(Some(named)) = self.near.get(at) {
                return *named;
            }
            let named = enter(township, village, encoding, places);
            if self.near.len() <= at {
                self.near.resize(at + 1, None);
            }
            self.near[at] = Some(named);
            return named;
        }
        *self
            .pairs
            .entry((a, b))
            .or_insert_with(|| enter(township, village, encoding, places))
    }
}

fn enter(township: &[u8], village: &[u8], encoding: Encoding, places: &mut Places) -> Named {
    let unread = |field, is_blank| Unread { field, is_blank };
    let township = decode_strictly(township, encoding).ok_or(unread(Field::Township, false))?;
    let village = decode_strictly(village, encoding).ok_or(unread(Field::Village, false))?;
    let (township, village) = (narrow(&township), narrow(&village));
    // A total names no township; that it is one is seen when the row is closed.
    if is_without_meaning(&township) || is_total(&township) {
        return Err(unread(Field::Township, true));
    }
    if is_without_meaning(&village) {
        return Err(unread(Field::Village, true));
    }
    let township = places.township(&township);
    Ok(places.village(township, &village))
}
