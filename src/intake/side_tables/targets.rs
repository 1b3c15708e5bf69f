//! 投放目标: what each township is to lend in a year.

use crate::domain::side_table::Target;
use crate::domain::{County, Field, Placed};
use crate::intake::faults::position;
use crate::intake::finding::Unit;
use crate::intake::recognise::Recognised;
use crate::intake::row_cells::RowCells;

use super::{SideTable, enter_once, unit};

#[derive(Debug)]
pub(super) struct TargetColumns {
    township: usize,
    year: usize,
    amount: (usize, Unit),
}

impl TargetColumns {
    pub(super) fn of(table: &Recognised) -> Option<TargetColumns> {
        Some(TargetColumns {
            township: position(table, Field::Township)?,
            year: position(table, Field::Year)?,
            amount: unit(table, Field::TargetAmount)?,
        })
    }
}

impl SideTable for TargetColumns {
    fn enter(
        &mut self,
        row: &mut RowCells<'_, '_>,
        place: Placed<()>,
        county: &mut County,
    ) -> Option<()> {
        let (amount_at, amount_unit) = self.amount;
        let township = row.name(self.township, Field::Township);
        let year = row.year(self.year, Field::Year);
        let amount = row.money(amount_at, amount_unit, Field::TargetAmount);
        let (township, year, amount) = (township?, year?, amount?);
        let township = county.places.township(&township);
        let target = Target {
            township,
            year,
            amount,
        };
        enter_once(
            &mut county.targets,
            (township, year),
            place.of(target),
            self.township,
            row.faults,
        )
    }
}
