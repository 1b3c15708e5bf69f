//! Weeks as ISO 8601 has them: Monday first, numbered within the year that their Thursday lies in.

use super::Date;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// 星期一
    Monday,
    /// 星期二
    Tuesday,
    /// 星期三
    Wednesday,
    /// 星期四
    Thursday,
    /// 星期五
    Friday,
    /// 星期六
    Saturday,
    /// 星期日
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// Saturday or Sunday.
    pub fn is_weekend(self) -> bool {
        self >= Weekday::Saturday
    }
}

impl Date {
    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        Weekday::ALL[(self.0 + 3).rem_euclid(7) as usize]
    }

    /// The Monday of the day's week; the day itself if it is one.
    pub fn monday(self) -> Date {
        self.plus_days(-(self.weekday() as i32))
    }

    /// Year and number (1–53) of the day's week.
    pub fn iso_week(self) -> (i32, u8) {
        let (year, _, _) = self.monday().plus_days(3).ymd();
        let day_of_year = self.monday().plus_days(3).0 - super::days_to_year(year);
        (year, (day_of_year / 7 + 1) as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn a_day_has_the_weekday_that_the_calendar_gives_it() {
        assert_eq!(day("1900-01-01").weekday(), Weekday::Monday);
        assert_eq!(day("1970-01-01").weekday(), Weekday::Thursday);
        assert_eq!(day("2019-11-30").weekday(), Weekday::Saturday);
        assert_eq!(day("2020-02-29").weekday(), Weekday::Saturday);
        assert_eq!(day("2199-12-31").weekday(), Weekday::Tuesday);
        assert_eq!(day("2019-12-01").monday(), day("2019-11-25"));
        assert_eq!(day("2019-12-02").monday(), day("2019-12-02"));
    }

    #[test]
    fn weeks_are_numbered_as_the_standard_numbers_them() {
        // The examples of ISO 8601 and the years about them.
        for (text, week) in [
            ("1977-01-01", (1976, 53)),
            ("1977-01-03", (1977, 1)),
            ("1978-12-31", (1978, 52)),
            ("1979-12-31", (1980, 1)),
            ("1980-12-28", (1980, 52)),
            ("1982-01-03", (1981, 53)),
            ("2008-12-29", (2009, 1)),
            ("2010-01-03", (2009, 53)),
            ("2019-12-30", (2020, 1)),
            ("2020-12-31", (2020, 53)),
        ] {
            assert_eq!(day(text).iso_week(), week, "{text}");
        }
    }
}
