//! The village that two cells name.

use crate::domain::{Field, Places, VillageId};

use super::encoding::{decode_strictly, narrow};
use super::finding::Encoding;
use super::header::is_total;

/// The village of a township's cell and a village's cell, entered if it is new.
/// Otherwise which of the two cannot be read, and whether it is blank; a total names no township.
pub fn enter(
    township: &[u8],
    village: &[u8],
    encoding: Encoding,
    places: &mut Places,
) -> Result<VillageId, (Field, bool)> {
    let township = decode_strictly(township, encoding).ok_or((Field::Township, false))?;
    let village = decode_strictly(village, encoding).ok_or((Field::Village, false))?;
    let (township, village) = (narrow(&township), narrow(&village));
    if township.is_empty() || is_total(&township) {
        return Err((Field::Township, true));
    }
    if village.is_empty() {
        return Err((Field::Village, true));
    }
    let township = places.township(&township);
    Ok(places.village(township, &village))
}
