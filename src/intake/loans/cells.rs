//! Single cells of a loan's row: amounts and days, and the problem where a cell holds none.

use crate::domain::{Date, Fen, Field};
use crate::intake::cell::{self, DateFault, MoneyFault};
use crate::intake::faults::Faults;
use crate::intake::finding::{Problem, Unit};
use crate::intake::recognise::Recognised;
use crate::intake::row::Cells;

/// An amount that must be there.
pub(super) fn money(
    cells: &Cells<'_>,
    at: usize,
    unit: Unit,
    field: Field,
    table: &Recognised,
    faults: &mut Faults,
) -> Option<Fen> {
    match cell::money(&cells.bytes(at), unit, table.encoding) {
        Ok(amount) => Some(amount),
        Err(fault) => {
            faults.cell(at, money_problem(fault, field));
            None
        }
    }
}

/// A day that must be there.
#[inline(always)]
pub(super) fn day(
    cells: &Cells<'_>,
    at: usize,
    field: Field,
    table: &Recognised,
    faults: &mut Faults,
) -> Option<Date> {
    match cell::date(&cells.bytes(at), table.encoding) {
        Ok(day) => Some(day),
        Err(fault) => {
            faults.cell(at, date_problem(fault, field));
            None
        }
    }
}

/// A day that may be left out; one that cannot be read counts as unknown.
#[inline(always)]
pub(super) fn day_if_any(
    cells: &Cells<'_>,
    at: usize,
    field: Field,
    table: &Recognised,
    faults: &mut Faults,
) -> Option<Date> {
    match cell::date(&cells.bytes(at), table.encoding) {
        Ok(day) => Some(day),
        Err(DateFault::Blank) => None,
        Err(fault) => {
            faults.unknown(at, date_problem(fault, field));
            None
        }
    }
}

/// The problem of a cell that is no amount.
pub(super) fn money_problem(fault: MoneyFault, field: Field) -> Problem {
    match fault {
        MoneyFault::Blank => Problem::Blank { field },
        MoneyFault::NotMoney => Problem::NotMoney { field },
        MoneyFault::FinerThanFen => Problem::FinerThanFen { field },
        MoneyFault::Negative => Problem::NegativeMoney { field },
        MoneyFault::TooLarge => Problem::MoneyTooLarge { field },
    }
}

/// The problem of a cell that is no day.
pub(super) fn date_problem(fault: DateFault, field: Field) -> Problem {
    match fault {
        DateFault::Blank => Problem::Blank { field },
        DateFault::NotADate => Problem::NotADate { field },
        DateFault::NoSuchDate => Problem::NoSuchDate { field },
    }
}
