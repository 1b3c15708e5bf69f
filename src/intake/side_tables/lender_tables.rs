//! Tables with one row per lender: 风险补偿金余额, and the totals that lenders report of their loans.

use crate::domain::side_table::{FundBalance, ReportedTotal};
use crate::domain::{County, Field, Placed};
use crate::intake::faults::position;
use crate::intake::finding::Unit;
use crate::intake::recognise::Recognised;
use crate::intake::row_cells::RowCells;

use super::{SideTable, enter_once, unit};

#[derive(Debug)]
pub(super) struct FundColumns {
    lender: usize,
    amount: (usize, Unit),
    as_of: Option<usize>,
}

impl FundColumns {
    pub(super) fn of(table: &Recognised) -> Option<FundColumns> {
        Some(FundColumns {
            lender: position(table, Field::Lender)?,
            amount: unit(table, Field::FundBalance)?,
            as_of: position(table, Field::AsOf),
        })
    }
}

impl SideTable for FundColumns {
    fn enter(
        &mut self,
        row: &mut RowCells<'_, '_>,
        place: Placed<()>,
        county: &mut County,
    ) -> Option<()> {
        let (amount_at, amount_unit) = self.amount;
        let lender = row.name(self.lender, Field::Lender);
        let amount = row.money(amount_at, amount_unit, Field::FundBalance);
        let as_of = self.as_of.and_then(|at| row.day_if_any(at, Field::AsOf));
        let (lender, amount) = (lender?, amount?);
        let (lender, _) = county.loans.lenders.intern(lender.as_bytes());
        let fund = FundBalance {
            lender,
            as_of,
            amount,
        };
        enter_once(
            &mut county.funds,
            (lender, as_of),
            place.of(fund),
            self.lender,
            row.faults,
        )
    }
}

#[derive(Debug)]
pub(super) struct TotalColumns {
    lender: usize,
    outstanding: (usize, Unit),
    as_of: Option<usize>,
    loans: Option<usize>,
    overdue: Option<(usize, Unit)>,
}

impl TotalColumns {
    pub(super) fn of(table: &Recognised) -> Option<TotalColumns> {
        Some(TotalColumns {
            lender: position(table, Field::Lender)?,
            outstanding: unit(table, Field::OutstandingPrincipal)?,
            as_of: position(table, Field::AsOf),
            loans: position(table, Field::LoanCount),
            overdue: unit(table, Field::OverduePrincipal),
        })
    }
}

impl SideTable for TotalColumns {
    fn enter(
        &mut self,
        row: &mut RowCells<'_, '_>,
        place: Placed<()>,
        county: &mut County,
    ) -> Option<()> {
        let (outstanding_at, outstanding_unit) = self.outstanding;
        let lender = row.name(self.lender, Field::Lender);
        let outstanding = row.money(
            outstanding_at,
            outstanding_unit,
            Field::OutstandingPrincipal,
        );
        let as_of = self.as_of.and_then(|at| row.day_if_any(at, Field::AsOf));
        let loans = self
            .loans
            .and_then(|at| row.count_if_any(at, Field::LoanCount));
        let overdue = self
            .overdue
            .and_then(|(at, unit)| row.money_if_any(at, unit, Field::OverduePrincipal));
        let (lender, outstanding) = (lender?, outstanding?);
        let (lender, _) = county.loans.lenders.intern(lender.as_bytes());
        let total = ReportedTotal {
            lender,
            as_of,
            loans,
            outstanding,
            overdue,
        };
        enter_once(
            &mut county.reported_totals,
            (lender, as_of),
            place.of(total),
            self.lender,
            row.faults,
        )
    }
}
