//! The settlement periods as rows: the days themselves, for no engine has the settlement day of a month.

use crate::report::Date;
use crate::report::policy::{BEGINNING, Calendar, Rulebook};

use super::macros::day;

/// Months that are looked back on.
const MOST_MONTHS: i32 = 60 * 12;

/// The earliest first loan with which every settlement day up to a day is known; none where the last ones are not.
pub(super) fn known_from(rulebook: &Rulebook, as_of: Date) -> Option<Date> {
    // The year before a first loan is asked for as well.
    let earliest = BEGINNING.plus_months(12);
    let (year, month, _) = as_of.ymd();
    let count = year * 12 + i32::from(month) - 1;
    let firsts = (0..MOST_MONTHS).filter_map(|back| {
        let month = (count - back).rem_euclid(12) as u8 + 1;
        Date::from_ymd((count - back).div_euclid(12), month, 1)
    });
    let known = firsts
        .take_while(|first| *first >= earliest)
        .take_while(|first| Calendar::over(rulebook, *first, as_of).is_ok());
    known.last()
}

/// The periods that touch the days since then: first day, and the day after the last.
pub(super) fn rows(rulebook: &Rulebook, as_of: Date) -> String {
    let calendar = known_from(rulebook, as_of)
        .and_then(|first| Calendar::over(rulebook, first, as_of).ok())
        .filter(|calendar| !calendar.is_empty());
    let Some(calendar) = calendar else {
        return "(select cast(null as date) as starts, cast(null as date) as ends where false)"
            .to_owned();
    };
    let rows: Vec<String> = calendar
        .periods()
        .map(|days| format!("({}, {})", day(days.from), day(days.to)))
        .collect();
    format!("(values\n  {})", rows.join(",\n  "))
}
