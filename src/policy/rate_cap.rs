//! The highest rate that a loan may bear: the benchmark or the prime rate of its term on the day it was made.
//! Whether a loan keeps to it is left to the rule; a rate table that was dropped in goes before the shipped one.

use crate::domain::{AnnualRate, Date, FileKind, side_table::RateKind};

use super::book::Case;
use super::parameters::{Parameter, RATE_SERIES};
use super::verdict::Unknown;

/// Months up to which a loan is of the short grade.
const SHORT_TERM_MONTHS: u32 = 12;

/// The cap of a loan.
///
/// # Errors
/// What would have to be known: which sort of rate caps, or a rate for that day.
pub fn cap_of(case: &Case<'_>) -> Result<AnnualRate, Unknown> {
    let kind = match case.parameter(Parameter::RateCapKind) {
        Some(0) => RateKind::Benchmark,
        Some(_) => RateKind::LoanPrimeRate,
        None => return Err(Unknown::Parameter(Parameter::RateCapKind)),
    };
    let loan = &case.loan;
    let is_short = loan.maturity_date <= loan.disbursement_date.plus_months(SHORT_TERM_MONTHS);
    let rate =
        of_county(case, kind, is_short).or_else(|| shipped(kind, loan.disbursement_date, is_short));
    rate.ok_or(Unknown::Table(FileKind::Rates))
}

/// The rate by the county's own table, if one was read and reaches back so far.
fn of_county(case: &Case<'_>, kind: RateKind, is_short: bool) -> Option<AnnualRate> {
    let rows = case.book().county().rates.iter().map(|row| row.says);
    let holding = rows
        .filter(|row| row.effective_from <= case.loan.disbursement_date)
        .filter(|row| row.kind.is_none_or(|own| own == kind))
        .max_by_key(|row| row.effective_from)?;
    if is_short {
        Some(holding.one_year)
    } else {
        holding.five_years
    }
}

fn shipped(kind: RateKind, on: Date, is_short: bool) -> Option<AnnualRate> {
    let series = RATE_SERIES.iter().find(|series| series.kind == kind)?;
    let holding = series.points.iter().rev().find(|point| {
        let (year, month, day) = point.from;
        Date::from_ymd(year, month, day).is_some_and(|from| from <= on)
    })?;
    Some(AnnualRate(if is_short {
        holding.one_year
    } else {
        holding.longer
    }))
}
