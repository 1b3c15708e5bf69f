//! 村基本情况: what is known of each village.

use crate::domain::county::VillageFacts;
use crate::domain::{County, Field, Placed, VillageId};
use crate::intake::faults::position;
use crate::intake::finding::Problem;
use crate::intake::place::PlaceCache;
use crate::intake::recognise::Recognised;
use crate::intake::row_cells::RowCells;

use super::SideTable;

#[derive(Debug)]
pub(super) struct VillageColumns {
    township: usize,
    village: usize,
    all: Option<usize>,
    registered: Option<usize>,
    credit: Option<usize>,
    code: Option<usize>,
    places: PlaceCache,
}

impl VillageColumns {
    pub(super) fn of(table: &Recognised) -> Option<VillageColumns> {
        let at = |field| position(table, field);
        Some(VillageColumns {
            township: at(Field::Township)?,
            village: at(Field::Village)?,
            all: at(Field::AllHouseholds),
            registered: at(Field::RegisteredHouseholds),
            credit: at(Field::CreditHouseholds),
            code: at(Field::PlaceCode),
            places: PlaceCache::default(),
        })
    }

    fn place(&mut self, row: &mut RowCells<'_, '_>, county: &mut County) -> Option<VillageId> {
        let (township, village) = (
            row.cells.bytes(self.township),
            row.cells.bytes(self.village),
        );
        let encoding = row.table.encoding;
        let named = self
            .places
            .get(&township, &village, encoding, &mut county.places);
        match named {
            Ok(village) => Some(village),
            Err(unread) => {
                let at = if unread.field == Field::Township {
                    self.township
                } else {
                    self.village
                };
                row.faults.cell(at, unread.problem());
                None
            }
        }
    }
}

impl SideTable for VillageColumns {
    fn enter(
        &mut self,
        row: &mut RowCells<'_, '_>,
        _place: Placed<()>,
        county: &mut County,
    ) -> Option<()> {
        let village = self.place(row, county)?;
        if county.villages.contains_key(&village) {
            row.faults.cell(self.village, Problem::RepeatedVillage);
            return None;
        }
        let mut count =
            |at: Option<usize>, field: Field| at.and_then(|at| row.count_if_any(at, field));
        let facts = VillageFacts {
            all_households: count(self.all, Field::AllHouseholds),
            registered_households: count(self.registered, Field::RegisteredHouseholds),
            credit_households: count(self.credit, Field::CreditHouseholds),
        };
        county.villages.insert(village, facts);
        if let Some(code) = self.code.and_then(|at| row.code_if_any(at)) {
            county.village_codes.insert(village, code);
        }
        Some(())
    }
}
