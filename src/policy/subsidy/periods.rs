//! Settlement periods: from one settlement day to the next, and the days that bear interest.

use std::ops::Range;

use crate::domain::Date;
use crate::policy::book::Book;
use crate::policy::parameters::{Parameter, Rulebook};
use crate::policy::verdict::Unknown;

/// Days from one to another, the first among them and the last not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// The first day.
    pub from: Date,
    /// The day after the last.
    pub to: Date,
}

impl Days {
    /// How many there are; none where the end comes first.
    pub fn count(self) -> i64 {
        i64::from(self.to.days_since(self.from).max(0))
    }

    /// The last of them.
    pub fn last(self) -> Date {
        self.to.plus_days(-1)
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.to <= self.from
    }

    /// The days that are in both.
    pub fn and(self, other: Days) -> Days {
        Days {
            from: self.from.max(other.from),
            to: self.to.min(other.to),
        }
    }

    /// The days that bear interest of those between two days of a contract or a payment: whether the first and the last
    /// of them do is a convention.
    pub fn bearing(first: Date, last: Date, convention: Convention) -> Days {
        Days {
            from: first.plus_days(i32::from(!convention.first_day_bears)),
            to: last.plus_days(i32::from(convention.last_day_bears)),
        }
    }
}

/// 算头不算尾, or another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Convention {
    /// 起息日计息
    pub first_day_bears: bool,
    /// 止息日计息
    pub last_day_bears: bool,
}

/// Most periods that are looked back on; the programmes are younger than twenty years of monthly settlement.
const MOST_PERIODS: usize = 240;

/// The settlement days in order; each period runs from one to the day before the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    settlements: Vec<Date>,
}

impl Calendar {
    /// The periods from the first loan to the day of the book, the running one among them. Days before the last
    /// [`MOST_PERIODS`] are in none.
    ///
    /// # Errors
    /// The parameter without which no period can be told.
    pub fn of(book: &Book<'_>) -> Result<Calendar, Unknown> {
        let days = book.county().loans.disbursement_dates().iter();
        let first = days.copied().filter(|day| *day <= book.as_of()).min();
        let first = first.map_or(book.as_of(), |day| day);
        Calendar::over(book.rulebook(), first, book.as_of())
    }

    /// The periods that touch the days from one to another.
    ///
    /// # Errors
    /// The parameter without which no period can be told.
    pub fn over(rulebook: &Rulebook, first: Date, last: Date) -> Result<Calendar, Unknown> {
        // A year before and after hold a settlement day, however rare these are.
        let mut month = Month::of(first).before(12);
        let end = Month::of(last).after(12);
        let mut settlements = Vec::new();
        while month <= end {
            settlements.extend(month.settlement(rulebook)?);
            month = month.after(1);
        }
        let begin = settlements.partition_point(|day| *day <= first);
        let close = settlements.partition_point(|day| *day <= last);
        let begin = begin.saturating_sub(1);
        let settlements = settlements.get(begin..=close).unwrap_or(&[]);
        let left_out = settlements.len().saturating_sub(MOST_PERIODS + 1);
        Ok(Calendar {
            settlements: settlements[left_out..].to_vec(),
        })
    }

    /// How many periods there are.
    pub fn len(&self) -> usize {
        self.settlements.len().saturating_sub(1)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A period by its place.
    pub fn period(&self, at: usize) -> Option<Days> {
        match self.settlements.get(at..at + 2) {
            Some(&[from, to]) => Some(Days { from, to }),
            _ => None,
        }
    }

    /// All periods, in order.
    pub fn periods(&self) -> impl Iterator<Item = Days> + '_ {
        self.settlements.windows(2).map(|pair| Days {
            from: pair[0],
            to: pair[1],
        })
    }

    /// The places of the periods that some of the days are in.
    pub fn touching(&self, days: Days) -> Range<usize> {
        if days.is_empty() {
            return 0..0;
        }
        let first = self.settlements.partition_point(|day| *day <= days.from);
        let end = self.settlements.partition_point(|day| *day < days.to);
        first.saturating_sub(1)..end.min(self.len())
    }
}

/// A month as a count from the year 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Month(i32);

impl Month {
    fn of(day: Date) -> Month {
        let (year, month, _) = day.ymd();
        Month(year * 12 + i32::from(month) - 1)
    }

    fn before(self, months: i32) -> Month {
        Month(self.0 - months)
    }

    fn after(self, months: i32) -> Month {
        Month(self.0 + months)
    }

    /// The month's settlement day, by the parameters in force when it begins; none where it has none, or lies outside
    /// the years that a register can name.
    fn settlement(self, rulebook: &Rulebook) -> Result<Option<Date>, Unknown> {
        let month = self.0.rem_euclid(12) as u8 + 1;
        let Some(first) = Date::from_ymd(self.0.div_euclid(12), month, 1) else {
            return Ok(None);
        };
        let in_force = |parameter, most| {
            let value = rulebook.value(parameter, first);
            let value = value.filter(|value| (1..=most).contains(value));
            value.ok_or(Unknown::Parameter(parameter))
        };
        let per_year = in_force(Parameter::SettlementsPerYear, 12)?;
        if 12 % per_year != 0 {
            return Err(Unknown::Parameter(Parameter::SettlementsPerYear));
        }
        let day = in_force(Parameter::SettlementDayOfMonth, 31)?;
        if i64::from(month) % (12 / per_year) != 0 {
            return Ok(None);
        }
        let last = first.plus_months(1).plus_days(-1);
        Ok(Some(first.plus_days(day as i32 - 1).min(last)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::parameters::{BEGINNING, ParameterChoices};

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    fn over(first: &str, last: &str, changes: &[(Parameter, i64)]) -> Result<Vec<String>, Unknown> {
        let mut choices = ParameterChoices::default();
        for (parameter, value) in changes {
            choices.change(*parameter, BEGINNING, Some(*value));
        }
        let calendar = Calendar::over(&Rulebook::of(&choices), day(first), day(last))?;
        let written = |period: Days| format!("{}/{}", period.from, period.to);
        Ok(calendar.periods().map(written).collect())
    }

    #[test]
    fn quarters_run_from_the_21st_to_the_20th_of_the_third_month_after() {
        let quarters = over("2020-03-21", "2020-09-20", &[]).expect("periods");
        assert_eq!(quarters, ["2020-03-21/2020-06-21", "2020-06-21/2020-09-21"]);
        let one_day_more = over("2020-03-20", "2020-09-21", &[]).expect("periods");
        assert_eq!(one_day_more[0], "2019-12-21/2020-03-21");
        assert_eq!(one_day_more[3], "2020-09-21/2020-12-21");
    }

    #[test]
    fn a_county_that_settles_yearly_on_the_20th_of_december_has_its_own_periods() {
        let yearly = [
            (Parameter::SettlementsPerYear, 1),
            (Parameter::SettlementDayOfMonth, 20),
        ];
        let periods = over("2018-01-05", "2019-01-05", &yearly).expect("periods");
        assert_eq!(periods, ["2017-12-20/2018-12-20", "2018-12-20/2019-12-20"]);
    }

    #[test]
    fn monthly_settlement_on_the_31st_is_on_the_last_day_of_a_shorter_month() {
        let monthly = [
            (Parameter::SettlementsPerYear, 12),
            (Parameter::SettlementDayOfMonth, 31),
        ];
        let periods = over("2020-02-29", "2020-04-01", &monthly).expect("periods");
        assert_eq!(periods[0], "2020-02-29/2020-03-31");
        assert_eq!(periods[1], "2020-03-31/2020-04-30");
    }

    #[test]
    fn settlements_that_do_not_divide_a_year_are_no_periods() {
        let odd = over(
            "2020-01-01",
            "2020-12-31",
            &[(Parameter::SettlementsPerYear, 5)],
        );
        assert_eq!(odd, Err(Unknown::Parameter(Parameter::SettlementsPerYear)));
    }

    #[test]
    fn days_touch_the_periods_they_lie_in_and_no_others() {
        let book = Rulebook::default();
        let calendar = Calendar::over(&book, day("2019-01-01"), day("2019-12-31")).expect("it");
        let touching = |from, to| {
            calendar.touching(Days {
                from: day(from),
                to: day(to),
            })
        };
        assert_eq!(touching("2019-03-20", "2019-03-21"), 0..1);
        assert_eq!(touching("2019-03-20", "2019-03-22"), 0..2);
        assert_eq!(touching("2019-03-21", "2019-06-21"), 1..2);
        assert_eq!(touching("2019-03-21", "2019-03-21"), 0..0);
        assert_eq!(calendar.len(), 5);
    }

    #[test]
    fn head_counts_and_tail_does_not_unless_the_county_says_otherwise() {
        let bearing = |first_day_bears, last_day_bears| {
            let convention = Convention {
                first_day_bears,
                last_day_bears,
            };
            Days::bearing(day("2019-06-21"), day("2019-09-21"), convention).count()
        };
        assert_eq!(bearing(true, false), 92);
        assert_eq!(bearing(false, true), 92);
        assert_eq!(bearing(true, true), 93);
        assert_eq!(bearing(false, false), 91);
    }
}
