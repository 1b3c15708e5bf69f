//! The numbers of a workbook, days and times among them, as text.

use calamine::{ExcelDateTime, ExcelDateTimeType};

use super::number_format::NumberKind;

/// From this power of ten on a number has 16 digits before its point, one more than Excel keeps.
const DAMAGED_FROM: i32 = 15;

const SECONDS_IN_A_DAY: f64 = 86_400.0;

/// The day after Excel's last one, 9999-12-31, in days since 1899-12-30 and since 1904-01-01.
const AFTER_LAST_DAY: f64 = 2_958_466.0;
const AFTER_LAST_DAY_1904: f64 = 2_957_004.0;

/// The 29th of February 1900, which Excel has and the calendar has not.
const NO_SUCH_DAY: f64 = 60.0;

/// A cell's number, in the form that its format asks for. `is_1904` says from which day the workbook counts.
pub fn written(value: f64, kind: NumberKind, is_1904: bool) -> String {
    let special = match kind {
        NumberKind::Number => None,
        NumberKind::Day => day(value, is_1904),
        NumberKind::Length => length(value),
    };
    special.unwrap_or_else(|| decimal(value))
}

/// A number to 15 significant digits, without an exponent unless it has 16 digits before its point.
pub fn decimal(value: f64) -> String {
    if !value.is_finite() {
        return "#NUM!".to_owned();
    }
    let scientific = format!("{value:.14e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else {
        return scientific;
    };
    let Ok(exponent) = exponent.parse::<i32>() else {
        return scientific;
    };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{}", placed(digits, exponent))
}

/// The digits with the point behind the first one, moved by `exponent`.
fn placed(digits: &str, exponent: i32) -> String {
    let Ok(whole) = usize::try_from(exponent) else {
        let zeros = exponent.unsigned_abs() as usize - 1;
        return format!("0.{}{digits}", "0".repeat(zeros));
    };
    if exponent >= DAMAGED_FROM {
        let (first, rest) = digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        return format!("{first}{point}{rest}E+{exponent}");
    }
    match digits.split_at_checked(whole + 1) {
        Some((digits, "")) => digits.to_owned(),
        Some((integer, fraction)) => format!("{integer}.{fraction}"),
        None => format!("{digits:0<width$}", width = whole + 1),
    }
}

/// A day, a day with a time, or a time alone; none if the number is no day.
fn day(value: f64, is_1904: bool) -> Option<String> {
    let after_last = if is_1904 {
        AFTER_LAST_DAY_1904
    } else {
        AFTER_LAST_DAY
    };
    // Excel keeps times as fractions of a day, which are seldom exact: to the second they are.
    let seconds = (value * SECONDS_IN_A_DAY).round();
    let whole = (seconds / SECONDS_IN_A_DAY).floor();
    let has_time = seconds > whole * SECONDS_IN_A_DAY;
    let is_no_day = !is_1904 && (whole == NO_SUCH_DAY || (whole == 0.0 && !has_time));
    if !(0.0..after_last).contains(&whole) || is_no_day {
        return None;
    }
    let moment = ExcelDateTime::new(
        seconds / SECONDS_IN_A_DAY,
        ExcelDateTimeType::DateTime,
        is_1904,
    );
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    Some(match (whole == 0.0, has_time) {
        (_, false) => date,
        (true, true) => time,
        (false, true) => format!("{date} {time}"),
    })
}

/// A length of time as hours, minutes and seconds; none if it is below zero.
fn length(value: f64) -> Option<String> {
    let seconds = (value * SECONDS_IN_A_DAY).round();
    if !(0.0..AFTER_LAST_DAY * SECONDS_IN_A_DAY).contains(&seconds) {
        return None;
    }
    // In this range the conversion is exact.
    let seconds = seconds as u64;
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    Some(format!("{hours:02}:{minutes:02}:{:02}", seconds % 60))
}

/// A moment that the workbook holds as text (`2019-12-02T00:00:00`): a time of midnight is no time.
pub fn iso(moment: &str) -> String {
    let moment = moment.trim_end_matches('Z');
    let Some((date, time)) = moment.split_once('T') else {
        return moment.to_owned();
    };
    let time = time.split_once('.').map_or(time, |(time, _)| time);
    if time.chars().all(|c| matches!(c, '0' | ':')) {
        date.to_owned()
    } else {
        format!("{date} {time}")
    }
}
