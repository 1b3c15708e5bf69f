//! The maturity ladder: what falls due month by month, and its peaks.

use crate::domain::{Date, Fen, Loan, Month};

use super::figures::MonthRow;
use super::peaks::peaks;
use super::tally::PastDue;

/// The months from 1900 to 2199, numbered; the calendar's days looked up and not worked out for every loan.
pub struct Months {
    first_day: i32,
    by_day: Vec<u16>,
    months: Vec<Month>,
}

impl Default for Months {
    fn default() -> Months {
        Months::new()
    }
}

impl Months {
    /// The table of all months that a date can lie in.
    pub fn new() -> Months {
        let first = Month {
            year: 1900,
            month: 1,
        };
        let mut months = Vec::new();
        let mut by_day = Vec::new();
        let mut month = first;
        while month.year < 2200 {
            let days = (28..=31)
                .rev()
                .find(|day| Date::from_ymd(month.year, month.month, *day).is_some());
            by_day.extend(std::iter::repeat_n(
                months.len() as u16,
                usize::from(days.unwrap_or(28)),
            ));
            months.push(month);
            month = month.next();
        }
        let first_day = Date::from_ymd(first.year, first.month, 1).map_or(0, Date::days);
        Months {
            first_day,
            by_day,
            months,
        }
    }

    /// How many months there are.
    pub fn count(&self) -> usize {
        self.months.len()
    }

    /// The number of the month of a day.
    #[inline(always)]
    pub fn of(&self, day: Date) -> u16 {
        self.by_day[(day.days() - self.first_day) as usize]
    }
}

/// What falls due, by number of the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    loans: Vec<u64>,
    outstanding: Vec<Fen>,
    overdue: Vec<Fen>,
}

impl Ladder {
    /// A ladder of nothing.
    pub fn new(months: &Months) -> Ladder {
        let count = months.count();
        Ladder {
            loans: vec![0; count],
            outstanding: vec![Fen::ZERO; count],
            overdue: vec![Fen::ZERO; count],
        }
    }

    /// Counts one loan in.
    #[inline(always)]
    pub fn add(&mut self, loan: &Loan, past_due: PastDue, months: &Months) {
        let Some((days, _)) = past_due.past_due else {
            return;
        };
        let at = usize::from(months.of(loan.effective_maturity_date()));
        self.loans[at] += 1;
        self.outstanding[at] += loan.outstanding_principal;
        if days > 0 {
            self.overdue[at] += loan.outstanding_principal;
        }
    }

    /// The months in which something falls due, in order of time. A peak lies above so many hundredths of a percent of the
    /// mean of the twelve months from the as-of date's; without such a rule it cannot be told which of them are peaks.
    pub fn rows(
        &self,
        months: &Months,
        households: &[u64],
        as_of: Date,
        peak_percent: Option<i64>,
    ) -> Vec<MonthRow> {
        let first = usize::from(months.of(as_of));
        let coming = self.coming(first);
        let marks = peak_percent.map(|percent| peaks(&coming, percent));
        let is_peak = |at: usize| match at.checked_sub(first).filter(|at| *at < coming.len()) {
            Some(at) => marks.as_ref().and_then(|marks| marks.get(at).copied()),
            None => Some(false),
        };
        (0..months.count())
            .filter(|&at| self.loans[at] > 0)
            .map(|at| MonthRow {
                month: months.months[at],
                loans: self.loans[at],
                households: households[at],
                outstanding_principal: self.outstanding[at],
                overdue_principal: self.overdue[at],
                is_peak: is_peak(at),
            })
            .collect()
    }

    /// What is still to come in each of the twelve months from `first` on; fewer where the calendar ends.
    fn coming(&self, first: usize) -> Vec<i128> {
        const MONTHS: usize = 12;
        let last = (first + MONTHS).min(self.loans.len());
        let coming = |at: usize| i128::from((self.outstanding[at] - self.overdue[at]).0);
        (first..last).map(coming).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::County;
    use crate::policy::classification::Classifier;
    use crate::policy::days_past_due::tests::{day, loan};
    use crate::policy::parameters::Rulebook;

    #[test]
    fn a_month_above_one_and_a_half_times_the_mean_of_twelve_is_a_peak() {
        let months = Months::new();
        let as_of = day("2019-08-01");
        let county = County::default();
        let classifier = Classifier::new(&county, as_of, &Rulebook::default());
        let mut ladder = Ladder::new(&months);
        let mut due = |month: u8, fen: i64| {
            let loan = Loan {
                maturity_date: Date::from_ymd(2019, month, 15).expect("a day"),
                ..loan(fen)
            };
            ladder.add(&loan, PastDue::of(&classifier, 0, &loan), &months);
        };
        // Of 120 over twelve months the mean is 10: 15 is no peak, 16 is one.
        due(9, 15);
        due(10, 16);
        due(11, 89);
        due(7, 1_000);
        let rows = ladder.rows(&months, &vec![1; months.count()], as_of, Some(15_000));
        let marks: Vec<(String, Option<bool>)> = rows
            .iter()
            .map(|row| (row.month.to_string(), row.is_peak))
            .collect();
        let expected = [
            ("2019-07", false),
            ("2019-09", false),
            ("2019-10", true),
            ("2019-11", true),
        ];
        assert_eq!(
            marks,
            expected.map(|(month, is_peak)| (month.to_owned(), Some(is_peak)))
        );
        assert_eq!(rows[0].overdue_principal, Fen(1_000));
        let without_a_rule = ladder.rows(&months, &vec![1; months.count()], as_of, None);
        let marks: Vec<Option<bool>> = without_a_rule.iter().map(|row| row.is_peak).collect();
        assert_eq!(marks, [Some(false), None, None, None]);
    }

    #[test]
    fn every_day_is_in_its_month() {
        let months = Months::new();
        for text in ["1900-01-01", "2019-11-30", "2020-02-29", "2199-12-31"] {
            assert_eq!(
                months.months[usize::from(months.of(day(text)))],
                day(text).month()
            );
        }
    }
}
