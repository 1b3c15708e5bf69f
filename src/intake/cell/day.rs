//! A cell that holds a day.

use crate::domain::Date;
use crate::intake::encoding::plain;
use crate::intake::finding::Encoding;

use super::word::is_without_meaning;

/// Why a cell is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing in it.
    Blank,
    /// No day.
    NotADate,
    /// Written as a day that the calendar lacks.
    NoSuchDate,
}

/// A day.
#[inline(always)]
pub fn date(bytes: &[u8], encoding: Encoding) -> Result<Date, DateFault> {
    if let Some(bytes) = bytes.as_array::<10>()
        && matches!(bytes[4], b'-' | b'/' | b'.')
        && bytes[4] == bytes[7]
    {
        let digit = |at: usize| u32::from(bytes[at].wrapping_sub(b'0'));
        let all = [0, 1, 2, 3, 5, 6, 8, 9];
        if all.iter().all(|&at| digit(at) < 10) {
            let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
            let (month, day) = (digit(5) * 10 + digit(6), digit(8) * 10 + digit(9));
            let fault = match (year, month, day) {
                (0, 0, 0) | (1900, 1, 0) => DateFault::Blank,
                _ => DateFault::NoSuchDate,
            };
            return Date::from_ymd(year as i32, month as u8, day as u8).ok_or(fault);
        }
    }
    if bytes.is_empty() {
        return Err(DateFault::Blank);
    }
    date_by_hand(&plain(bytes, encoding))
}

fn date_by_hand(text: &str) -> Result<Date, DateFault> {
    // A workbook that was empty there shows 0, or the day before its first: 1900-01-00.
    if is_without_meaning(text) || is_no_day(text) {
        return Err(DateFault::Blank);
    }
    let joined = text.contains('年').then(|| text.replace(' ', ""));
    let text = joined.as_deref().map_or(text, without_time);
    let text = text.split([' ', 'T']).next().unwrap_or(text);
    // The part of a day behind the number of a day.
    let text = match text.split_once('.') {
        Some((day, rest)) if day.len() == 5 && is_digits(day) && is_digits(rest) => day,
        _ => text,
    };
    if is_digits(text) {
        return date_of_digits(text);
    }
    let text = text
        .strip_suffix('日')
        .or(text.strip_suffix('号'))
        .unwrap_or(text);
    let parts: Vec<&str> = text.split(['-', '/', '.', '年', '月']).collect();
    let [year, month, day] = parts.as_slice() else {
        return Err(DateFault::NotADate);
    };
    let number = |text: &str, longest: usize| -> Option<u32> {
        let is_number = text.len() <= longest && is_digits(text);
        if is_number { text.parse().ok() } else { None }
    };
    let is_year = year.len() == 4;
    match (number(year, 4), number(month, 2), number(day, 2)) {
        (Some(year), Some(month), Some(day)) if is_year => {
            Date::from_ymd(year as i32, month as u8, day as u8).ok_or(DateFault::NoSuchDate)
        }
        _ => Err(DateFault::NotADate),
    }
}

/// `2019年12月2日8时30分` without what stands behind the day, if that is a time of day.
fn without_time(text: &str) -> &str {
    let Some(end) = text.find(['日', '号']) else {
        return text;
    };
    let (day, rest) = text.split_at(end);
    let is_of_time = |c: char| c.is_ascii_digit() || "日号:.时点分秒上下午".contains(c);
    if rest.chars().all(is_of_time) {
        day
    } else {
        text
    }
}

/// `20191202`, or the number of a day as Excel keeps it.
fn date_of_digits(text: &str) -> Result<Date, DateFault> {
    let number: i32 = text.parse().map_err(|_| DateFault::NotADate)?;
    match text.len() {
        8 => Date::from_ymd(
            number / 10_000,
            (number / 100 % 100) as u8,
            (number % 100) as u8,
        )
        .ok_or(DateFault::NoSuchDate),
        // Excel's day 25569 is 1970-01-01. Five digits reach from 1927 to 2173.
        5 if (10_000..100_000).contains(&number) => Ok(Date::from_days(number - 25_569)),
        _ => Err(DateFault::NotADate),
    }
}

/// What stands where an empty cell of a workbook or an empty date of a database was written out as a day.
fn is_no_day(text: &str) -> bool {
    let day = text
        .split(' ')
        .next()
        .unwrap_or(text)
        .replace(['/', '.'], "-");
    matches!(
        day.as_str(),
        "0" | "00000000" | "0000-00-00" | "0000-0-0" | "1900-01-00" | "1900-1-0" | "19000100"
    )
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Result<String, DateFault> {
        date(text.as_bytes(), Encoding::Utf8).map(|date| date.to_string())
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for text in [
            "2019-12-02",
            "2019/12/2",
            "2019.12.2",
            "20191202",
            "2019年12月2日",
            "2019年12月2日 8:30",
            "2019 年 12 月 2 日 上午 8 时 30 分",
            "43801",
            "2019-12-02 10:30:00",
            "2019-12-02 00:00:00.0",
            "2019-12-02T00:00:00",
            "2019/12/2 0:00",
            "43801.0",
            "43801.4375",
            "2019 年 12 月 2 日",
            "20191202 00:00",
            " 2019/12/02 ",
            "２０１９-12-02",
        ] {
            assert_eq!(day(text), Ok("2019-12-02".to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_says_why() {
        assert_eq!(day(""), Err(DateFault::Blank));
        for text in [
            "无",
            "-",
            "/",
            "null",
            "0",
            "00000000",
            "0000-00-00",
            "0000-00-00 00:00:00",
            "1900-01-00",
            "1900/1/0",
            "1900/1/0 0:00",
            "#N/A",
        ] {
            assert_eq!(day(text), Err(DateFault::Blank), "{text}");
        }
        assert_eq!(day("1900-01-01"), Ok("1900-01-01".to_owned()));
        assert_eq!(day("43801."), Err(DateFault::NotADate));
        assert_eq!(day("2019年12月"), Err(DateFault::NotADate));
        assert_eq!(day("2019"), Err(DateFault::NotADate));
        assert_eq!(day("2019-02-30"), Err(DateFault::NoSuchDate));
        assert_eq!(day("2019/13/1"), Err(DateFault::NoSuchDate));
        assert_eq!(day("20190230"), Err(DateFault::NoSuchDate));
        assert_eq!(day("0019-11-30"), Err(DateFault::NoSuchDate));
        assert_eq!(day(" 0019-11-30 "), Err(DateFault::NoSuchDate));
        assert_eq!(day("12/2/2019"), Err(DateFault::NotADate));
        assert_eq!(day("长期"), Err(DateFault::NotADate));
        assert_eq!(day("2019-12"), Err(DateFault::NotADate));
    }

    #[test]
    fn the_number_of_a_day_is_one_of_five_digits() {
        assert_eq!(day("10000"), Ok("1927-05-18".to_owned()));
        assert_eq!(day("99999"), Ok("2173-10-13".to_owned()));
        assert_eq!(day("9999"), Err(DateFault::NotADate));
        assert_eq!(day("100000"), Err(DateFault::NotADate));
    }
}
