//! The cells of the row at hand as values: what must be there, what may be there, and the problem where it is not.

use std::borrow::Cow;

use crate::domain::{AnnualRate, Date, Fen, Field};

use super::cell::{self, DateFault, MoneyFault};
use super::encoding::{decode_strictly, is_text, narrow, plain};
use super::faults::Faults;
use super::finding::{Problem, Unit};
use super::header::is_total;
use super::recognise::Recognised;
use super::row::Cells;
use super::words;

/// The cells of the row at hand, with the place their problems go to.
pub struct RowCells<'r, 'b> {
    /// The cells.
    pub cells: &'r Cells<'b>,
    /// What is known of the table.
    pub table: &'r Recognised,
    /// Where problems go.
    pub faults: &'r mut Faults,
}

impl<'b> RowCells<'_, 'b> {
    /// Whether a cell says nothing.
    pub fn says_nothing(&self, at: usize) -> bool {
        cell::says_nothing(&self.cells.bytes(at), self.table.encoding)
    }

    /// Gives the value; where there is none, the cell counts as unknown unless it says nothing.
    fn known<T>(&mut self, at: usize, value: Option<T>, problem: Problem) -> Option<T> {
        if value.is_none() && !self.says_nothing(at) {
            self.faults.unknown(at, problem);
        }
        value
    }

    /// Gives the value; where there is none, the row is set aside.
    fn needed<T>(
        &mut self,
        at: usize,
        field: Field,
        value: Option<T>,
        other: Problem,
    ) -> Option<T> {
        if value.is_none() {
            let problem = if self.says_nothing(at) {
                Problem::Blank { field }
            } else {
                other
            };
            self.faults.cell(at, problem);
        }
        value
    }

    /// A name that must be there, without spaces about it. A total's name is none: the row is a total.
    pub fn name(&mut self, at: usize, field: Field) -> Option<String> {
        let bytes = self.cells.bytes(at);
        let text = decode_strictly(&bytes, self.table.encoding);
        let name = text.map(|text| narrow(&text).into_owned());
        let name = name.filter(|name| !cell::is_without_meaning(name));
        if name.as_deref().is_some_and(is_total) {
            self.faults.whole_row(Problem::TotalRow);
            return None;
        }
        self.needed(at, field, name, Problem::NotText { field })
    }

    /// A text that may be left out.
    pub fn text_if_any(&mut self, at: usize, field: Field) -> Option<String> {
        let bytes = self.cells.bytes(at);
        let text = decode_strictly(&bytes, self.table.encoding);
        let text = text.map(|text| narrow(&text).into_owned());
        let text = text.filter(|text| !cell::is_without_meaning(text));
        self.known(at, text, Problem::NotText { field })
    }

    /// A number or code that must be there, as UTF-8.
    pub fn identifier(&mut self, at: usize, field: Field) -> Option<Cow<'b, [u8]>> {
        let number = self.cells.number(at);
        // What is taken as it stands is ASCII.
        if let Cow::Owned(text) = &number
            && is_total(&String::from_utf8_lossy(text))
        {
            self.faults.whole_row(Problem::TotalRow);
            return None;
        }
        if let Some(problem) = number_problem(&number, field) {
            self.faults.cell(at, problem);
            return None;
        }
        Some(number)
    }

    /// A code that may be left out.
    pub fn code_if_any(&mut self, at: usize) -> Option<String> {
        let code = self.cells.number(at);
        (!cell::is_number_without_meaning(&code))
            .then(|| String::from_utf8_lossy(&code).into_owned())
    }

    /// An amount that must be there.
    pub fn money(&mut self, at: usize, unit: Unit, field: Field) -> Option<Fen> {
        let amount = cell::money(&self.cells.bytes(at), unit, self.table.encoding);
        match amount {
            Ok(amount) => Some(amount),
            Err(fault) => {
                self.faults.cell(at, money_problem(fault, field));
                None
            }
        }
    }

    /// An amount that may be left out.
    pub fn money_if_any(&mut self, at: usize, unit: Unit, field: Field) -> Option<Fen> {
        let amount = cell::money(&self.cells.bytes(at), unit, self.table.encoding);
        match amount {
            Ok(amount) => Some(amount),
            Err(MoneyFault::Blank) => None,
            Err(fault) => {
                self.faults.unknown(at, money_problem(fault, field));
                None
            }
        }
    }

    /// A day that must be there.
    pub fn day(&mut self, at: usize, field: Field) -> Option<Date> {
        match cell::date(&self.cells.bytes(at), self.table.encoding) {
            Ok(day) => Some(day),
            Err(fault) => {
                self.faults.cell(at, day_problem(fault, field));
                None
            }
        }
    }

    /// A day that may be left out.
    #[inline(always)]
    pub fn day_if_any(&mut self, at: usize, field: Field) -> Option<Date> {
        match cell::date(&self.cells.bytes(at), self.table.encoding) {
            Ok(day) => Some(day),
            Err(DateFault::Blank) => None,
            Err(fault) => {
                self.faults.unknown(at, day_problem(fault, field));
                None
            }
        }
    }

    /// A calendar year that must be there.
    pub fn year(&mut self, at: usize, field: Field) -> Option<u16> {
        let year = words::year(&plain(&self.cells.bytes(at), self.table.encoding));
        self.needed(at, field, year, Problem::NotANumber { field })
    }

    /// A calendar year that may be left out.
    pub fn year_if_any(&mut self, at: usize, field: Field) -> Option<u16> {
        let year = words::year(&plain(&self.cells.bytes(at), self.table.encoding));
        self.known(at, year, Problem::NotANumber { field })
    }

    /// A whole number that may be left out.
    pub fn count_if_any(&mut self, at: usize, field: Field) -> Option<u64> {
        let count = cell::count(&self.cells.bytes(at), self.table.encoding);
        self.known(at, count, Problem::NotANumber { field })
    }

    /// A yearly rate that must be there.
    pub fn rate(&mut self, at: usize, field: Field) -> Option<AnnualRate> {
        let rate = cell::rate(&self.cells.bytes(at), false, self.table.encoding);
        self.needed(at, field, rate, Problem::NotANumber { field })
    }

    /// A yearly rate that may be left out.
    pub fn rate_if_any(&mut self, at: usize, field: Field) -> Option<AnnualRate> {
        let rate = cell::rate(&self.cells.bytes(at), false, self.table.encoding);
        self.known(at, rate, Problem::NotANumber { field })
    }

    /// A word or code that may be left out.
    pub fn word_if_any<T>(
        &mut self,
        at: usize,
        field: Field,
        meaning: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let bytes = self.cells.bytes(at);
        let word = meaning(&plain(&bytes, self.table.encoding));
        self.known(at, word, Problem::UnknownWord { field })
    }
}

/// The problem of a number of a loan, household, person or place, if it has one.
#[inline(always)]
pub fn number_problem(number: &[u8], field: Field) -> Option<Problem> {
    if cell::is_number_without_meaning(number) {
        return Some(Problem::Blank { field });
    }
    if cell::is_in_e_notation(number) {
        return Some(Problem::DamagedNumber { field });
    }
    (!is_text(number)).then_some(Problem::NotText { field })
}

/// The problem of a cell that is no amount.
pub fn money_problem(fault: MoneyFault, field: Field) -> Problem {
    match fault {
        MoneyFault::Blank => Problem::Blank { field },
        MoneyFault::NotMoney => Problem::NotMoney { field },
        MoneyFault::FinerThanFen => Problem::FinerThanFen { field },
        MoneyFault::Negative => Problem::NegativeMoney { field },
        MoneyFault::TooLarge => Problem::MoneyTooLarge { field },
    }
}

/// The problem of a cell that is no day.
pub fn day_problem(fault: DateFault, field: Field) -> Problem {
    match fault {
        DateFault::Blank => Problem::Blank { field },
        DateFault::NotADate => Problem::NotADate { field },
        DateFault::NoSuchDate => Problem::NoSuchDate { field },
    }
}
