//! 行政区划表: places by code, what they lie in and what became of them.

use crate::domain::gazetteer::GazetteerPlace;
use crate::domain::{County, Field, Placed};
use crate::intake::faults::position;
use crate::intake::recognise::Recognised;
use crate::intake::row_cells::RowCells;

use super::{SideTable, enter_once};
use crate::intake::words::place_level;

#[derive(Debug)]
pub(super) struct GazetteerColumns {
    code: usize,
    name: usize,
    parent: Option<usize>,
    level: Option<usize>,
    year: Option<usize>,
    successor: Option<usize>,
}

impl GazetteerColumns {
    pub(super) fn of(table: &Recognised) -> Option<GazetteerColumns> {
        let at = |field| position(table, field);
        Some(GazetteerColumns {
            code: at(Field::PlaceCode)?,
            name: at(Field::PlaceName)?,
            parent: at(Field::ParentCode),
            level: at(Field::PlaceLevel),
            year: at(Field::Year),
            successor: at(Field::Successor),
        })
    }
}

impl SideTable for GazetteerColumns {
    fn enter(
        &mut self,
        row: &mut RowCells<'_, '_>,
        place: Placed<()>,
        county: &mut County,
    ) -> Option<()> {
        let code = row.identifier(self.code, Field::PlaceCode);
        let name = row.name(self.name, Field::PlaceName);
        let level = self
            .level
            .and_then(|at| row.word_if_any(at, Field::PlaceLevel, place_level));
        let year = self.year.and_then(|at| row.year_if_any(at, Field::Year));
        let parent = self.parent.and_then(|at| row.code_if_any(at));
        let successor = self.successor.and_then(|at| row.code_if_any(at));
        let code = String::from_utf8(code?.into_owned()).ok()?;
        let listed = GazetteerPlace {
            code: code.clone(),
            name: name?,
            parent,
            level,
            year,
            successor,
        };
        enter_once(
            &mut county.gazetteer,
            (code, year),
            place.of(listed),
            self.code,
            row.faults,
        )
    }
}
