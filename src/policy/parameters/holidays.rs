//! Days on which banks may be closed: weekends, and the public holidays that the law names, year by year.
//!
//! Which weekends are worked instead is settled anew each year by a notice and is not known here: a weekend that is
//! worked is marked all the same, and the days that a notice adds to a holiday are not.

use serde::{Deserialize, Serialize};

use super::Certainty;
use crate::domain::{Date, Weekday};

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// 元旦
    NewYear,
    /// 春节, from 2025 on with 除夕
    SpringFestival,
    /// 清明节
    Qingming,
    /// 劳动节
    Labour,
    /// 端午节
    DragonBoat,
    /// 中秋节
    MidAutumn,
    /// 国庆节
    National,
}

/// Why a day is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOff {
    /// Saturday or Sunday.
    Weekend,
    /// A public holiday, whatever day of the week it is.
    Holiday(Holiday),
}

/// The holidays of the moon and the sun in one year, each as month and day.
#[derive(Clone, Copy, Debug)]
struct Year {
    year: i32,
    /// 正月初一
    spring: (u8, u8),
    qingming: (u8, u8),
    dragon_boat: (u8, u8),
    mid_autumn: (u8, u8),
}

/// The table of holidays, and how sure it is.
#[derive(Clone, Copy, Debug)]
pub struct Holidays {
    /// The first and the last year whose holidays are all known; in others only those of a fixed day are.
    pub years: (i32, i32),
    /// The documents.
    pub source: &'static str,
    /// How sure.
    pub certainty: Certainty,
}

/// What is known of holidays.
pub const HOLIDAYS: Holidays = Holidays {
    years: (2014, 2030),
    source: "《全国年节及纪念日放假办法》（国务院令第644号，2014年起；第795号，2025年起）；农历节日和清明按逐年日期表",
    certainty: Certainty::ToBeConfirmed,
};

/// From this year on 除夕 and 5月2日 are holidays too.
const LONGER_FROM: i32 = 2025;

const fn year(
    year: i32,
    spring: (u8, u8),
    qingming: u8,
    dragon_boat: (u8, u8),
    mid_autumn: (u8, u8),
) -> Year {
    Year {
        year,
        spring,
        qingming: (4, qingming),
        dragon_boat,
        mid_autumn,
    }
}

const YEARS: [Year; 17] = [
    year(2014, (1, 31), 5, (6, 2), (9, 8)),
    year(2015, (2, 19), 5, (6, 20), (9, 27)),
    year(2016, (2, 8), 4, (6, 9), (9, 15)),
    year(2017, (1, 28), 4, (5, 30), (10, 4)),
    year(2018, (2, 16), 5, (6, 18), (9, 24)),
    year(2019, (2, 5), 5, (6, 7), (9, 13)),
    year(2020, (1, 25), 4, (6, 25), (10, 1)),
    year(2021, (2, 12), 4, (6, 14), (9, 21)),
    year(2022, (2, 1), 5, (6, 3), (9, 10)),
    year(2023, (1, 22), 5, (6, 22), (9, 29)),
    year(2024, (2, 10), 4, (6, 10), (9, 17)),
    year(2025, (1, 29), 4, (5, 31), (10, 6)),
    year(2026, (2, 17), 5, (6, 19), (9, 25)),
    year(2027, (2, 6), 5, (6, 9), (9, 15)),
    year(2028, (1, 26), 4, (5, 28), (10, 3)),
    year(2029, (2, 13), 4, (6, 16), (9, 22)),
    year(2030, (2, 3), 5, (6, 5), (9, 12)),
];

/// Why a day is marked; none for a day that is neither a weekend's nor, as far as known, a holiday.
pub fn day_off(day: Date) -> Option<DayOff> {
    let weekend = || {
        let weekday: Weekday = day.weekday();
        weekday.is_weekend().then_some(DayOff::Weekend)
    };
    holiday(day).map(DayOff::Holiday).or_else(weekend)
}

/// The holiday of a day. A day that is two of them (1 October 2020) is the one of a fixed day.
fn holiday(day: Date) -> Option<Holiday> {
    let (year, month, of_month) = day.ymd();
    match (month, of_month) {
        (1, 1) => return Some(Holiday::NewYear),
        (5, 1) => return Some(Holiday::Labour),
        (5, 2) if year >= LONGER_FROM => return Some(Holiday::Labour),
        (10, 1..=3) => return Some(Holiday::National),
        _ => {}
    }
    let table = YEARS.iter().find(|table| table.year == year)?;
    let from = |(month, of_month): (u8, u8)| {
        Date::from_ymd(year, month, of_month).map(|holiday| day.days_since(holiday))
    };
    let eve = if year >= LONGER_FROM { -1 } else { 0 };
    if (eve..=2).contains(&from(table.spring)?) {
        return Some(Holiday::SpringFestival);
    }
    let of_one_day = [
        (table.qingming, Holiday::Qingming),
        (table.dragon_boat, Holiday::DragonBoat),
        (table.mid_autumn, Holiday::MidAutumn),
    ];
    let found = of_one_day.into_iter().find(|(at, _)| from(*at) == Some(0));
    found.map(|(_, holiday)| holiday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn holidays_and_weekends_are_marked_and_working_days_are_not() {
        let holiday = |holiday| Some(DayOff::Holiday(holiday));
        for (text, mark) in [
            ("2019-02-04", None),
            ("2019-02-05", holiday(Holiday::SpringFestival)),
            ("2019-02-07", holiday(Holiday::SpringFestival)),
            ("2019-02-08", None),
            ("2025-01-28", holiday(Holiday::SpringFestival)),
            ("2025-01-27", None),
            ("2025-05-02", holiday(Holiday::Labour)),
            ("2024-05-02", None),
            ("2019-10-03", holiday(Holiday::National)),
            ("2019-10-04", None),
            ("2020-10-01", holiday(Holiday::National)),
            ("2019-09-13", holiday(Holiday::MidAutumn)),
            ("2019-11-30", Some(DayOff::Weekend)),
            ("2019-12-02", None),
            // Beyond the table only the fixed days are known.
            ("2031-10-01", holiday(Holiday::National)),
        ] {
            assert_eq!(day_off(day(text)), mark, "{text}");
        }
    }

    #[test]
    fn qingming_stands_where_the_rule_of_the_sun_puts_it() {
        // The rule of thumb of almanacs for this century: [Y × 0.2422 + 4.81] − [Y ÷ 4].
        for table in YEARS {
            let of_century = table.year % 100;
            let expected = (of_century * 2_422 + 48_100) / 10_000 - of_century / 4;
            assert_eq!(i32::from(table.qingming.1), expected, "{}", table.year);
        }
    }

    #[test]
    fn holidays_of_the_moon_stand_at_their_day_of_its_month() {
        // A mean month is 29.530589 days; 2000-01-06 18:14 was a new moon. True and mean moon differ by less than a day.
        let first = day("2000-01-06").days();
        for table in YEARS {
            for ((month, of_month), day_of_moon) in [
                (table.spring, 1),
                (table.dragon_boat, 5),
                (table.mid_autumn, 15),
            ] {
                let at = Date::from_ymd(table.year, month, of_month).expect("a day");
                let since = i64::from(at.days() - first - (day_of_moon - 1)) * 1_000_000;
                let age = since.rem_euclid(29_530_589);
                let off = age.min(29_530_589 - age);
                assert!(off <= 1_500_000, "{at}: {off}");
            }
        }
    }

    #[test]
    fn the_table_has_every_year_that_it_says_it_has() {
        let years: Vec<i32> = YEARS.iter().map(|table| table.year).collect();
        let (first, last) = HOLIDAYS.years;
        assert_eq!(years, (first..=last).collect::<Vec<_>>());
    }
}
