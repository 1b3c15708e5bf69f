//! The repayment calendar of the county or of one group, by group, and the concentration of its loans: one pass.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::domain::{County, Date, Field, Loan, Symbol, TownshipId, facts::Values};
use crate::indicators::calendar::{Counting, Grouped, Slots, Span};
use crate::indicators::concentration::Holdings;
use crate::policy::book::Book;
use crate::policy::parameters::{HOLIDAYS, Parameter, Rulebook};

use super::super::Settings;

pub use crate::indicators::calendar::{
    Calendar, Due, DueDay, DueMonth, DueWeek, GroupDues, Period, SmallestHalf, Step,
};
pub use crate::indicators::concentration::{
    Alike, Concentration, Herfindahl, Largest, Shares, Top,
};
pub use crate::policy::parameters::{DayOff, Holiday, day_off};

/// What falls due, and who owes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DuesReport {
    /// The whole county's calendar.
    pub calendar: Calendar,
    /// The last day of the twelve months.
    pub last_day: Date,
    /// A month is a peak above so many hundredths of a percent of the mean of twelve; none if no rule was given.
    pub peak_percent: Option<i64>,
    /// Lines of the overdue rate that the table of parameters gives, in hundredths of a percent, the highest first.
    pub overdue_lines: Vec<u32>,
    /// The first and the last year whose holidays are all known.
    pub holiday_years: (i32, i32),
    /// By township, in the order of their names.
    pub townships: Vec<GroupDues>,
    /// By lender.
    pub lenders: Vec<GroupDues>,
    /// By enterprise that uses the loans; none where no file has the column.
    pub enterprises: Option<Vec<GroupDues>>,
    /// How much the largest households hold.
    pub households: Concentration,
    /// How much the largest enterprises hold of what enterprises use; none where no file has the column.
    pub by_enterprise: Option<Concentration>,
}

/// Whose calendar it is; a group that the files do not name has nothing due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", content = "name", rename_all = "snake_case")]
pub enum DuesOf {
    /// The whole county's.
    County,
    /// A township's.
    Township(String),
    /// A lender's.
    Lender(String),
    /// An enterprise's, by its code.
    Enterprise(String),
}

/// The enterprises that use loans, numbered as they are met.
struct Enterprises<'c> {
    codes: Values<'c>,
    by_text: HashMap<i64, usize>,
    /// The row in which each was met first.
    rows: Vec<usize>,
}

impl<'c> Enterprises<'c> {
    fn new(county: &'c County) -> Enterprises<'c> {
        Enterprises {
            codes: county.loans.facts.values(Field::EnterpriseCode),
            by_text: HashMap::new(),
            rows: Vec::new(),
        }
    }

    #[inline(always)]
    fn of(&mut self, row: usize) -> Option<usize> {
        let text = self.codes.get(row)?;
        let next = self.rows.len();
        let at = *self.by_text.entry(text).or_insert(next);
        if at == next {
            self.rows.push(row);
        }
        Some(at)
    }

    fn name(&self, county: &County, at: usize) -> String {
        let row = self.rows.get(at).copied();
        let text = row.and_then(|row| county.loans.facts.text(Field::EnterpriseCode, row));
        text.unwrap_or("").to_owned()
    }
}

/// What falls due in the county of a book.
pub fn dues(book: &Book<'_>) -> DuesReport {
    let county = book.county();
    let span = Span::of(book.as_of());
    let (slots, mut counting) = (Slots::new(span), Counting::new(span));
    let mut townships = Grouped::new(county.places.township_count());
    let mut lenders = Grouped::new(county.loans.lenders.len());
    let (mut enterprises, mut by_enterprise) = (Enterprises::new(county), Grouped::default());
    let mut of_households = Holdings::new(county.households.len());
    let mut of_enterprises = Holdings::default();
    book.each(|case| {
        let loan = case.loan;
        let Some(slot) = slots.of(&loan) else {
            return;
        };
        let balance = loan.outstanding_principal;
        counting.add(&loan);
        townships.add(
            county.places.township_of(loan.village).0 as usize,
            slot,
            &loan,
        );
        lenders.add(loan.lender.0 as usize, slot, &loan);
        of_households.add(loan.household.0 as usize, balance, slot.is_coming());
        if let Some(enterprise) = enterprises.of(case.row()) {
            by_enterprise.add(enterprise, slot, &loan);
            of_enterprises.add(enterprise, balance, slot.is_coming());
        }
    });
    let peak_percent = book.parameter(Parameter::PeakPercentOfMean);
    let has_enterprises = book.has_column(Field::EnterpriseCode);
    let enterprise = |at: usize| enterprises.name(county, at);
    let household = |at: usize| {
        county
            .households
            .number(crate::domain::HouseholdId(at as u32))
    };
    DuesReport {
        calendar: counting.calendar(peak_percent),
        last_day: span.last_day(),
        peak_percent,
        overdue_lines: overdue_lines(book),
        holiday_years: HOLIDAYS.years,
        townships: townships.named(|at| county.places.township_name(TownshipId(at as u32))),
        lenders: lenders.named(|at| lender_name(county, at)),
        enterprises: has_enterprises.then(|| by_enterprise.named(enterprise)),
        households: of_households.concentration(household),
        by_enterprise: has_enterprises.then(|| of_enterprises.concentration(enterprise)),
    }
}

fn overdue_lines(book: &Book<'_>) -> Vec<u32> {
    let lines = [Parameter::OverdueTalkLine, Parameter::OverdueWarningLine];
    let given = lines.into_iter().filter_map(|line| book.parameter(line));
    let mut lines: Vec<u32> = given.filter_map(|line| u32::try_from(line).ok()).collect();
    lines.sort_unstable_by(|a, b| b.cmp(a));
    lines.dedup();
    lines
}

fn lender_name(county: &County, at: usize) -> String {
    county.loans.lenders.text(Symbol(at as u32)).into_owned()
}

/// The calendar of one group.
pub fn calendar_of(county: &County, as_of: Date, of: &DuesOf, settings: &Settings) -> Calendar {
    let rulebook = Rulebook::of(&settings.parameters);
    let mut counting = Counting::new(Span::of(as_of));
    let mut count = |fits: &mut dyn FnMut(usize, &Loan) -> bool| {
        for (row, loan) in county.loans.iter().enumerate() {
            if fits(row, &loan) {
                counting.add(&loan);
            }
        }
    };
    match of {
        DuesOf::County => count(&mut |_, _| true),
        DuesOf::Township(name) => {
            let township = county.places.find_township(name);
            count(&mut |_, loan| Some(county.places.township_of(loan.village)) == township);
        }
        DuesOf::Lender(name) => {
            let lender = county.loans.lenders.find(name.as_bytes());
            count(&mut |_, loan| Some(loan.lender) == lender);
        }
        DuesOf::Enterprise(code) => {
            let mut enterprises = Enterprises::new(county);
            let mut known: Vec<bool> = Vec::new();
            count(&mut |row, _| {
                let Some(at) = enterprises.of(row) else {
                    return false;
                };
                if at == known.len() {
                    known.push(enterprises.name(county, at) == *code);
                }
                known.get(at) == Some(&true)
            });
        }
    }
    counting.calendar(rulebook.value(Parameter::PeakPercentOfMean, as_of))
}

#[cfg(test)]
mod tests;
