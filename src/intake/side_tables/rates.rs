//! 利率表: benchmark rates and prime rates by the day they come into force.

use crate::domain::side_table::RateChange;
use crate::domain::{County, Field, Placed};
use crate::intake::faults::position;
use crate::intake::recognise::Recognised;
use crate::intake::row_cells::RowCells;

use super::{SideTable, enter_once};
use crate::intake::words::rate_kind;

#[derive(Debug)]
pub(super) struct RateColumns {
    effective_from: usize,
    one_year: usize,
    five_years: Option<usize>,
    kind: Option<usize>,
}

impl RateColumns {
    pub(super) fn of(table: &Recognised) -> Option<RateColumns> {
        Some(RateColumns {
            effective_from: position(table, Field::EffectiveFrom)?,
            one_year: position(table, Field::RateOneYear)?,
            five_years: position(table, Field::RateFiveYears),
            kind: position(table, Field::RateKind),
        })
    }
}

impl SideTable for RateColumns {
    fn enter(
        &mut self,
        row: &mut RowCells<'_, '_>,
        place: Placed<()>,
        county: &mut County,
    ) -> Option<()> {
        let effective_from = row.day(self.effective_from, Field::EffectiveFrom);
        let one_year = row.rate(self.one_year, Field::RateOneYear);
        let five_years = self
            .five_years
            .and_then(|at| row.rate_if_any(at, Field::RateFiveYears));
        let kind = self
            .kind
            .and_then(|at| row.word_if_any(at, Field::RateKind, rate_kind));
        let (effective_from, one_year) = (effective_from?, one_year?);
        let change = RateChange {
            effective_from,
            one_year,
            five_years,
            kind,
        };
        enter_once(
            &mut county.rates,
            (effective_from, kind),
            place.of(change),
            self.effective_from,
            row.faults,
        )
    }
}
