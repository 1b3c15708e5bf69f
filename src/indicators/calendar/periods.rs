//! A calendar cut into days, weeks or months, with what has fallen due by the end of each.

use super::{Calendar, Due};
use crate::domain::{Date, Month};

/// How long a part of the calendar is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Step {
    /// A day.
    Day,
    /// A week, Monday to Sunday.
    Week,
    /// A month.
    #[default]
    Month,
}

/// One part of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// What is still to come in it.
    pub coming: Due,
    /// What is past due of it.
    pub overdue: Due,
    /// What is still to come up to its end, from the as-of date on.
    pub cumulative: Due,
    /// Whether it is a peak; none where no rule says so, or where it is no month.
    pub is_peak: Option<bool>,
}

impl Calendar {
    /// The calendar in days, weeks or months, in order of time; of days only those on which something falls due.
    /// The first and the last week reach beyond the twelve months.
    pub fn periods(&self, step: Step, as_of: Date) -> Vec<Period> {
        let mut periods: Vec<Period> = match step {
            Step::Day => self.of_days(as_of),
            Step::Week => self
                .weeks
                .iter()
                .map(|week| {
                    period(
                        week.monday,
                        week.monday.plus_days(6),
                        week.coming,
                        week.overdue,
                        None,
                    )
                })
                .collect(),
            Step::Month => self
                .months
                .iter()
                .filter_map(|month| {
                    let first = Date::from_ymd(month.month.year, month.month.month, 1)?;
                    let last = first.plus_months(1).plus_days(-1);
                    Some(period(
                        first,
                        last,
                        month.coming,
                        month.overdue,
                        month.is_peak,
                    ))
                })
                .collect(),
        };
        let mut sum = Due::default();
        for period in &mut periods {
            sum += period.coming;
            period.cumulative = sum;
        }
        periods
    }

    fn of_days(&self, as_of: Date) -> Vec<Period> {
        let with_dues = self.days.iter().filter(|day| day.due.loans > 0);
        with_dues
            .map(|day| {
                let (coming, overdue) = if day.day < as_of {
                    (Due::default(), day.due)
                } else {
                    (day.due, Due::default())
                };
                period(day.day, day.day, coming, overdue, None)
            })
            .collect()
    }

    /// The day's entry; none outside the days listed.
    pub fn day(&self, day: Date) -> Option<&super::DueDay> {
        let first = self.days.first()?.day;
        let at = usize::try_from(day.days_since(first)).ok()?;
        self.days.get(at)
    }

    /// The days of a month, in weeks from Monday to Sunday; the days of other months are left out.
    pub fn sheet(&self, month: Month) -> Vec<[Option<&super::DueDay>; 7]> {
        let is_of_month = |day: &super::DueDay| day.day.month() == month;
        let weeks = self
            .days
            .chunks(7)
            .filter(|week| week.iter().any(is_of_month));
        weeks
            .map(|week| {
                let mut days = [None; 7];
                for (place, day) in days.iter_mut().zip(week) {
                    *place = is_of_month(day).then_some(day);
                }
                days
            })
            .collect()
    }
}

fn period(first: Date, last: Date, coming: Due, overdue: Due, is_peak: Option<bool>) -> Period {
    Period {
        first,
        last,
        coming,
        overdue,
        cumulative: Due::default(),
        is_peak,
    }
}
