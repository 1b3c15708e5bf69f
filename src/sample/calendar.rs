//! Days of the civil calendar as counts from 1970-01-01, and the few dates the sample county is built around.

/// The later snapshot: 2019-11-30.
pub const AS_OF: i32 = day(2019, 11, 30);
/// The snapshot a month earlier: 2019-10-31.
pub const MONTH_BEFORE: i32 = day(2019, 10, 31);
/// The quarter the subsidy table pays for, first day included, last day not (算头不算尾).
pub const QUARTER: (i32, i32) = (day(2019, 6, 21), day(2019, 9, 21));

/// Days from 1970-01-01 to a date of the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms").
pub const fn day(year: i32, month: i32, day_of_month: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year - era * 400;
    let shifted_month = (month + 9) % 12;
    let day_of_year = (153 * shifted_month + 2) / 5 + day_of_month - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month and day of month of a count of days.
pub const fn civil(days: i32) -> (i32, i32, i32) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted - era * 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
    (year, month, day_of_month)
}

/// The same day of the month, `months` later. Loans are paid out on days 1 to 28, so the day always exists.
pub const fn add_months(days: i32, months: i32) -> i32 {
    let (year, month, day_of_month) = civil(days);
    let count = year * 12 + month - 1 + months;
    day(
        count.div_euclid(12),
        count.rem_euclid(12) + 1,
        if day_of_month > 28 { 28 } else { day_of_month },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_the_years_in_question_comes_back_from_its_count() {
        for days in day(2012, 1, 1)..day(2025, 1, 1) {
            let (year, month, day_of_month) = civil(days);
            assert_eq!(day(year, month, day_of_month), days);
        }
        assert_eq!(civil(AS_OF), (2019, 11, 30));
        assert_eq!(day(1970, 1, 1), 0);
    }
}
