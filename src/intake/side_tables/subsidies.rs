//! 贴息明细: rows of interest subsidy paid.

use crate::domain::subsidy::SubsidyPayment;
use crate::domain::{County, Field, Placed, Symbol};
use crate::intake::cache::Cache;
use crate::intake::encoding::plain;
use crate::intake::faults::position;
use crate::intake::finding::{Problem, Unit};
use crate::intake::recognise::Recognised;
use crate::intake::row_cells::RowCells;

use super::{SideTable, unit};

#[derive(Debug)]
pub(super) struct SubsidyColumns {
    number: usize,
    start: usize,
    end: usize,
    amount: (usize, Unit),
    days: Option<usize>,
    source: Option<usize>,
    sources: Cache<Option<Symbol>>,
}

impl SubsidyColumns {
    pub(super) fn of(table: &Recognised) -> Option<SubsidyColumns> {
        let at = |field| position(table, field);
        Some(SubsidyColumns {
            number: at(Field::LoanNumber)?,
            start: at(Field::PeriodStart)?,
            end: at(Field::PeriodEnd)?,
            amount: unit(table, Field::SubsidyAmount)?,
            days: at(Field::SubsidyDays),
            source: at(Field::FundSource),
            sources: Cache::default(),
        })
    }

    fn source(&mut self, row: &RowCells<'_, '_>, county: &mut County) -> Option<Symbol> {
        let bytes = row.cells.bytes(self.source?);
        let sources = &mut county.subsidies.sources;
        *self.sources.get(&bytes, || {
            let text = plain(&bytes, row.table.encoding);
            (!text.is_empty()).then(|| sources.intern(text.as_bytes()).0)
        })
    }
}

impl SideTable for SubsidyColumns {
    fn enter(
        &mut self,
        row: &mut RowCells<'_, '_>,
        place: Placed<()>,
        county: &mut County,
    ) -> Option<()> {
        let (amount_at, amount_unit) = self.amount;
        let number = row.identifier(self.number, Field::LoanNumber);
        let start = row.day(self.start, Field::PeriodStart);
        let end = row.day(self.end, Field::PeriodEnd);
        let amount = row.money(amount_at, amount_unit, Field::SubsidyAmount);
        let days = self
            .days
            .and_then(|at| row.count_if_any(at, Field::SubsidyDays));
        let (number, start, end, amount) = (number?, start?, end?, amount?);
        if end < start {
            row.faults.cell(self.end, Problem::PeriodReversed);
            return None;
        }
        let source = self.source(row, county);
        let (loan_number, _) = county.subsidies.loan_numbers.intern(&number);
        county.subsidies.push(SubsidyPayment {
            loan_number,
            period_start: start,
            period_end: end,
            days: days.and_then(|days| u32::try_from(days).ok()),
            amount,
            source,
            file: place.file,
            line: place.line,
        });
        Some(())
    }
}
