//! Calendar days. There is no clock here: the day of a report is an argument.

mod week;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use week::Weekday;

/// A day of the Gregorian calendar, stored as days since 1970-01-01. Written `2019-11-30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

/// A month of a year. Written `2019-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Gregorian year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
}

const DAYS_IN: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const fn is_leap(year: i32) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

const fn days_in_month(year: i32, month: u8) -> u8 {
    if month == 2 && is_leap(year) {
        29
    } else {
        DAYS_IN[month as usize - 1]
    }
}

/// Days from 1970-01-01 to the first of January of `year`.
const fn days_to_year(year: i32) -> i32 {
    (year - 1970) * 365 + leap_years_before(year) - leap_years_before(1970)
}

const fn leap_years_before(year: i32) -> i32 {
    let last = year - 1;
    last / 4 - last / 100 + last / 400
}

/// The years that are taken.
const FIRST_YEAR: i32 = 1900;
const LAST_YEAR: i32 = 2199;
/// Their months, and one more for the end of the last.
const MONTHS: usize = (LAST_YEAR - FIRST_YEAR + 1) as usize * 12 + 1;

/// The first day of every month, looked up and not worked out for every date of every row.
static MONTH_STARTS: [i32; MONTHS] = month_starts();

const fn month_starts() -> [i32; MONTHS] {
    let mut starts = [0; MONTHS];
    let mut day = days_to_year(FIRST_YEAR);
    let mut at = 0;
    while at < MONTHS {
        starts[at] = day;
        let (year, month) = (FIRST_YEAR + (at / 12) as i32, (at % 12) as u8 + 1);
        day += days_in_month(year, month) as i32;
        at += 1;
    }
    starts
}

impl Date {
    /// The day of that year, month and day; `None` where the calendar has no such day.
    /// Years 1900 to 2199 are taken: a register of small loans holds no other, and a typing error is then seen.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Date> {
        if !(FIRST_YEAR..=LAST_YEAR).contains(&year) || !(1..=12).contains(&month) || day == 0 {
            return None;
        }
        let at = (year - FIRST_YEAR) as usize * 12 + usize::from(month) - 1;
        let date = MONTH_STARTS[at] + i32::from(day) - 1;
        (date < MONTH_STARTS[at + 1]).then_some(Date(date))
    }

    /// The day so many days after 1970-01-01, as stored in columns.
    pub const fn from_days(days: i32) -> Date {
        Date(days)
    }

    /// Days since 1970-01-01.
    pub fn days(self) -> i32 {
        self.0
    }

    /// Year, month (1–12) and day (1–31).
    pub fn ymd(self) -> (i32, u8, u8) {
        if let Some(at) = self.month_at() {
            let (years, month) = (at / 12, at % 12);
            let day = self.0 - MONTH_STARTS[at] + 1;
            return (FIRST_YEAR + years as i32, month as u8 + 1, day as u8);
        }
        // A year never too late, whichever side of 1970 the day lies on; the loop then takes a step or none.
        let longest_step = if self.0 < 0 { 365 } else { 366 };
        let mut year = 1970 + self.0.div_euclid(longest_step);
        while days_to_year(year + 1) <= self.0 {
            year += 1;
        }
        let mut rest = self.0 - days_to_year(year);
        let mut month = 1;
        while rest >= i32::from(days_in_month(year, month)) {
            rest -= i32::from(days_in_month(year, month));
            month += 1;
        }
        (year, month, u8::try_from(rest + 1).unwrap_or(u8::MAX))
    }

    /// The place of its month in the table; none for a day outside the years that are taken, to which only reckoning leads.
    fn month_at(self) -> Option<usize> {
        let offset = self.0.checked_sub(MONTH_STARTS[0])?;
        let offset = u32::try_from(offset).ok()?;
        if self.0 >= MONTH_STARTS[MONTHS - 1] {
            return None;
        }
        // Four centuries have 4,800 months and 146,097 days: the month by the mean, or a neighbour of it.
        let mut at = (offset * 4_800 / 146_097) as usize;
        while MONTH_STARTS[at] > self.0 {
            at -= 1;
        }
        while MONTH_STARTS[at + 1] <= self.0 {
            at += 1;
        }
        Some(at)
    }

    /// The month the day lies in.
    pub fn month(self) -> Month {
        let (year, month, _) = self.ymd();
        Month { year, month }
    }

    /// Calendar days from `earlier` to this day; negative when this day comes first.
    pub fn days_since(self, earlier: Date) -> i32 {
        self.0 - earlier.0
    }

    /// The day `days` later.
    pub fn plus_days(self, days: i32) -> Date {
        Date(self.0 + days)
    }

    /// The same day of the month so many months later, or the last of that month where it has no such day.
    pub fn plus_months(self, months: u32) -> Date {
        if let Some(at) = self.month_at()
            && let Some(to) = at.checked_add(months as usize)
            && let (Some(first), Some(next)) = (MONTH_STARTS.get(to), MONTH_STARTS.get(to + 1))
        {
            let days = self.0 - MONTH_STARTS[at];
            return Date(first + days.min(next - first - 1));
        }
        let (year, month, day) = self.ymd();
        let at = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
        let (year, month) = (at.div_euclid(12) as i32, at.rem_euclid(12) as u8 + 1);
        let first = days_to_year(year)
            + (1..month)
                .map(|m| i32::from(days_in_month(year, m)))
                .sum::<i32>();
        Date(first + i32::from(day.min(days_in_month(year, month))) - 1)
    }

    /// The first day of the day's month.
    pub fn month_start(self) -> Date {
        let (_, _, day) = self.ymd();
        self.plus_days(1 - i32::from(day))
    }

    /// Whether the next day begins another month.
    pub fn is_month_end(self) -> bool {
        self.plus_days(1).ymd().2 == 1
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// A text that is no day in the form `2019-11-30`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day in the form 2019-11-30")
    }
}

impl FromStr for Date {
    type Err = NotADate;

    /// Reads `2019-11-30` and nothing else.
    fn from_str(text: &str) -> Result<Date, NotADate> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(NotADate);
        }
        let number = |range: std::ops::Range<usize>| -> Result<i32, NotADate> {
            bytes[range].iter().try_fold(0, |sum, &b| {
                if b.is_ascii_digit() {
                    Ok(sum * 10 + i32::from(b - b'0'))
                } else {
                    Err(NotADate)
                }
            })
        };
        let month = u8::try_from(number(5..7)?).map_err(|_| NotADate)?;
        let day = u8::try_from(number(8..10)?).map_err(|_| NotADate)?;
        Date::from_ymd(number(0..4)?, month, day).ok_or(NotADate)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl Month {
    /// The month after this one.
    pub fn next(self) -> Month {
        if self.month == 12 {
            Month {
                year: self.year + 1,
                month: 1,
            }
        } else {
            Month {
                year: self.year,
                month: self.month + 1,
            }
        }
    }

    /// The month `count` months after this one.
    pub fn plus(self, count: u32) -> Month {
        (0..count).fold(self, |month, _| month.next())
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Month, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        let first: Date = format!("{text}-01")
            .parse()
            .map_err(serde::de::Error::custom)?;
        Ok(first.month())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_has_them() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        assert_eq!(day("1970-01-01").days(), 0);
        assert_eq!(day("2000-03-01").days(), 11_017);
        assert_eq!(day("2019-11-30").days_since(day("2019-08-31")), 91);
        assert_eq!(day("2020-03-01").days_since(day("2020-02-28")), 2);
        assert_eq!(day("2100-03-01").days_since(day("2100-02-28")), 1);
    }

    #[test]
    fn every_day_from_1900_to_2199_is_written_and_read_back() {
        let first = Date::from_ymd(1900, 1, 1).expect("a day").days();
        let last = Date::from_ymd(2199, 12, 31).expect("a day").days();
        assert_eq!(last - first + 1, 300 * 365 + 73);
        for days in first..=last {
            let date = Date::from_days(days);
            assert_eq!(date.to_string().parse(), Ok(date));
        }
    }

    #[test]
    fn months_later_is_the_same_day_or_the_last_of_a_shorter_month() {
        let later = |text: &str, months| {
            let date: Date = text.parse().expect("a day");
            date.plus_months(months).to_string()
        };
        assert_eq!(later("2017-02-28", 36), "2020-02-28");
        assert_eq!(later("2016-02-29", 36), "2019-02-28");
        assert_eq!(later("2016-02-29", 48), "2020-02-29");
        assert_eq!(later("2019-10-31", 1), "2019-11-30");
        assert_eq!(later("2019-12-31", 2), "2020-02-29");
        assert_eq!(later("2019-11-30", 0), "2019-11-30");
        let end = |text: &str| text.parse::<Date>().expect("a day").is_month_end();
        assert!(end("2020-02-29") && !end("2020-02-28") && end("2019-12-31"));
    }

    #[test]
    fn a_day_the_calendar_lacks_is_none() {
        for (y, m, d) in [
            (2019, 2, 29),
            (2019, 2, 30),
            (2019, 13, 1),
            (2019, 4, 31),
            (2019, 0, 1),
            (2019, 1, 0),
            (1899, 1, 1),
            (2100, 2, 29),
        ] {
            assert_eq!(Date::from_ymd(y, m, d), None, "{y}-{m}-{d}");
        }
        assert!(Date::from_ymd(2020, 2, 29).is_some());
    }
}
