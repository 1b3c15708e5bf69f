//! The repayment calendar: what falls due by day, week and month over the twelve months from the as-of date's, with what is
//! past due apart, and by township, lender or enterprise.
//!
//! Only loans with a balance are counted, by their effective maturity date. The twelve months begin with the month of the
//! as-of date; what fell due in it before that date is past due and not still to come.

mod grouped;
mod periods;

use serde::{Deserialize, Serialize};

use crate::domain::{Date, Fen, Loan, Month};
use crate::policy::parameters::{DayOff, day_off};

use super::peaks::{peaks, smallest_half};
use super::rate::{Quantity, Rate};

pub use grouped::{GroupDues, Grouped, Slots};
pub use periods::{Period, Step};

/// How many months the calendar looks ahead.
pub const MONTHS: usize = 12;

/// Loans with a balance, and the balance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// Loans.
    pub loans: u64,
    /// Their balance.
    pub outstanding_principal: Fen,
}

impl Due {
    #[inline(always)]
    fn add(&mut self, balance: Fen) {
        self.loans += 1;
        self.outstanding_principal += balance;
    }
}

impl std::ops::AddAssign for Due {
    fn add_assign(&mut self, other: Due) {
        self.loans += other.loans;
        self.outstanding_principal += other.outstanding_principal;
    }
}

impl std::iter::Sum for Due {
    fn sum<I: Iterator<Item = Due>>(dues: I) -> Due {
        dues.fold(Due::default(), |mut sum, due| {
            sum += due;
            sum
        })
    }
}

/// One day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueDay {
    /// The day.
    pub day: Date,
    /// What falls due on it; past due where the day lies before the as-of date.
    #[serde(flatten)]
    pub due: Due,
    /// Whether it is a weekend's day or a public holiday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off: Option<DayOff>,
}

/// One week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueWeek {
    /// Its Monday.
    pub monday: Date,
    /// The year it is counted in (ISO 8601).
    pub year: i32,
    /// Its number in that year, from 1.
    pub week: u8,
    /// What is still to come.
    pub coming: Due,
    /// What is past due.
    pub overdue: Due,
}

/// One of the twelve months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueMonth {
    /// The month.
    pub month: Month,
    /// What is still to come.
    pub coming: Due,
    /// What is past due; only the as-of date's month can have any.
    pub overdue: Due,
    /// Whether what is still to come is a peak; none without a rule that says so.
    pub is_peak: Option<bool>,
}

/// The fewest of the twelve months that hold at least half of what is still to come in them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SmallestHalf<N> {
    /// The months, in order of time; none where nothing is to come.
    pub months: Vec<Month>,
    /// What they hold ÷ what the twelve hold.
    pub share: Rate<N>,
}

/// The calendar of some loans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// What is past due since before the first day listed.
    pub before: Due,
    /// Every day from the Monday of the week in which the as-of date's month begins, to the Sunday of that in which the
    /// twelfth month ends.
    pub days: Vec<DueDay>,
    /// The weeks of these days.
    pub weeks: Vec<DueWeek>,
    /// The twelve months.
    pub months: Vec<DueMonth>,
    /// All that is past due.
    pub overdue: Due,
    /// All that is still to come in the twelve months.
    pub coming: Due,
    /// What falls due after the twelve months.
    pub later: Due,
    /// Of what is still to come in the twelve months, what falls due on weekends.
    pub on_weekends: Due,
    /// Likewise on public holidays, as far as they are known.
    pub on_holidays: Due,
    /// The fewest months that hold half, by balance.
    pub half_by_amount: SmallestHalf<Fen>,
    /// The fewest months that hold half, by loans.
    pub half_by_loans: SmallestHalf<u64>,
}

/// The days and months that a calendar covers.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    as_of: Date,
    /// Monday of the first week.
    first: Date,
    /// The day after the last Sunday.
    end: Date,
    /// The day after the twelfth month.
    months_end: Date,
}

impl Span {
    /// The twelve months from that of the as-of date.
    pub fn of(as_of: Date) -> Span {
        let months_end = as_of.month_start().plus_months(MONTHS as u32);
        Span {
            as_of,
            first: as_of.month_start().monday(),
            end: months_end.plus_days(-1).monday().plus_days(7),
            months_end,
        }
    }

    /// Whether a day is still to come in the twelve months.
    #[inline(always)]
    pub fn is_coming(&self, day: Date) -> bool {
        (self.as_of..self.months_end).contains(&day)
    }

    /// The last day of the twelve months.
    pub fn last_day(&self) -> Date {
        self.months_end.plus_days(-1)
    }

    /// The twelve months.
    pub fn months(&self) -> Vec<Month> {
        let first = self.as_of.month();
        (0..MONTHS as u32).map(|at| first.plus(at)).collect()
    }
}

/// What falls due, being counted loan by loan.
pub struct Counting {
    span: Span,
    before: Due,
    days: Vec<Due>,
    after: Due,
}

impl Counting {
    /// Nothing counted yet.
    pub fn new(span: Span) -> Counting {
        let days = span.end.days_since(span.first).unsigned_abs() as usize;
        Counting {
            span,
            before: Due::default(),
            days: vec![Due::default(); days],
            after: Due::default(),
        }
    }

    /// Counts one loan in; one without a balance falls due no more.
    #[inline(always)]
    pub fn add(&mut self, loan: &Loan) {
        if !loan.is_outstanding() {
            return;
        }
        let place = loan.effective_maturity_date().days_since(self.span.first);
        let due = match usize::try_from(place) {
            Ok(at) => self.days.get_mut(at).map_or(&mut self.after, |due| due),
            Err(_) => &mut self.before,
        };
        due.add(loan.outstanding_principal);
    }

    /// The calendar; `peak_percent` in hundredths of a percent of the mean of twelve months.
    pub fn calendar(self, peak_percent: Option<i64>) -> Calendar {
        let (span, before, after) = (self.span, self.before, self.after);
        let dated = (span.first.days()..).map(Date::from_days).zip(self.days);
        let days: Vec<DueDay> = dated
            .map(|(day, due)| DueDay {
                day,
                due,
                off: day_off(day),
            })
            .collect();
        let sum = |fits: &dyn Fn(&DueDay) -> bool| -> Due {
            let fitting = days.iter().filter(|day| fits(day));
            fitting.map(|day| day.due).sum()
        };
        let coming = |day: &DueDay| span.is_coming(day.day);
        let months = months(&days, span, peak_percent);
        Calendar {
            before,
            overdue: [before, sum(&|day| day.day < span.as_of)].into_iter().sum(),
            later: [after, sum(&|day| day.day >= span.months_end)]
                .into_iter()
                .sum(),
            coming: sum(&coming),
            on_weekends: sum(&|day| coming(day) && day.off == Some(DayOff::Weekend)),
            on_holidays: sum(&|day| coming(day) && matches!(day.off, Some(DayOff::Holiday(_)))),
            weeks: days
                .chunks(7)
                .filter_map(|days| week(days, span.as_of))
                .collect(),
            half_by_amount: half(&months, |due| due.outstanding_principal),
            half_by_loans: half(&months, |due| due.loans),
            months,
            days,
        }
    }
}

/// The week of seven days that begin with a Monday.
fn week(days: &[DueDay], as_of: Date) -> Option<DueWeek> {
    let monday = days.first()?.day;
    let (year, week) = monday.iso_week();
    let sum = |is_overdue: bool| {
        let fitting = days.iter().filter(|day| (day.day < as_of) == is_overdue);
        fitting.map(|day| day.due).sum()
    };
    Some(DueWeek {
        monday,
        year,
        week,
        coming: sum(false),
        overdue: sum(true),
    })
}

fn months(days: &[DueDay], span: Span, peak_percent: Option<i64>) -> Vec<DueMonth> {
    let month = |month: Month| {
        let sum = |is_overdue: bool| {
            let fits =
                |day: &&DueDay| day.day.month() == month && (day.day < span.as_of) == is_overdue;
            days.iter().filter(fits).map(|day| day.due).sum()
        };
        DueMonth {
            month,
            coming: sum(false),
            overdue: sum(true),
            is_peak: None,
        }
    };
    let mut months: Vec<DueMonth> = span.months().into_iter().map(month).collect();
    if let Some(percent) = peak_percent {
        let coming: Vec<i128> = months.iter().map(|month| whole(&month.coming)).collect();
        for (month, is_peak) in months.iter_mut().zip(peaks(&coming, percent)) {
            month.is_peak = Some(is_peak);
        }
    }
    months
}

fn whole(due: &Due) -> i128 {
    i128::from(due.outstanding_principal.0)
}

fn half<N: Quantity + std::iter::Sum>(
    months: &[DueMonth],
    value: fn(&Due) -> N,
) -> SmallestHalf<N> {
    let amounts: Vec<i128> = months
        .iter()
        .map(|month| i128::from(value(&month.coming).whole()))
        .collect();
    let needed: Vec<&DueMonth> = smallest_half(&amounts)
        .into_iter()
        .filter_map(|at| months.get(at))
        .collect();
    let held: N = needed.iter().map(|month| value(&month.coming)).sum();
    let all: N = months.iter().map(|month| value(&month.coming)).sum();
    SmallestHalf {
        months: needed.iter().map(|month| month.month).collect(),
        share: Rate::of(held, all),
    }
}

#[cfg(test)]
mod tests;
