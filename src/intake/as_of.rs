//! Days that may be the day of the data: from the column 数据日期, else from a file's name. Never from a clock.

use std::collections::BTreeMap;

use crate::domain::{Date, FileKind};

use super::file_read::FileRead;

/// The day a file's name gives: `台账_2019-11-30.csv`, `20191130`, `2019年11月30日`; of a month alone its last day.
pub fn of_name(name: &str) -> Option<Date> {
    let characters: Vec<char> = name.chars().collect();
    (0..characters.len()).find_map(|at| {
        let before_is_digit = at > 0 && characters[at - 1].is_ascii_digit();
        if before_is_digit {
            None
        } else {
            day_at(&characters[at..])
        }
    })
}

/// The last day of the year that a file's name gives: `花名册2019年.csv`.
pub fn year_of_name(name: &str) -> Option<Date> {
    let characters: Vec<char> = name.chars().collect();
    let year = (0..characters.len()).find_map(|at| {
        let rest = characters.get(at + 4..)?;
        let before = at.checked_sub(1).and_then(|before| characters.get(before));
        let stands_alone = [before, rest.first()]
            .into_iter()
            .flatten()
            .all(|c| !c.is_ascii_digit());
        let year = number(&characters[at..], 4).filter(|year| (2000..2100).contains(year));
        year.filter(|_| stands_alone)
    })?;
    Date::from_ymd(i32::try_from(year).ok()?, 12, 31)
}

/// The days of the column 数据日期 over all files, with the rows that give each.
pub fn days(files: &[FileRead]) -> BTreeMap<Date, u64> {
    let mut days = BTreeMap::new();
    for (day, rows) in files.iter().flat_map(|file| &file.as_of_days) {
        *days.entry(*day).or_insert(0) += rows;
    }
    days
}

/// The days that the names of loan files give, with the number of files that give each.
pub fn days_of_names(files: &[FileRead]) -> BTreeMap<Date, u64> {
    let mut days = BTreeMap::new();
    for file in files.iter().filter(|file| file.kind == FileKind::Loans) {
        if let Some(day) = of_name(&file.name) {
            *days.entry(day).or_insert(0) += 1;
        }
    }
    days
}

fn day_at(text: &[char]) -> Option<Date> {
    let year = number(text, 4)?;
    if !(2000..2100).contains(&year) {
        return None;
    }
    let rest = &text[4..];
    let (rest, is_parted) = match rest.first() {
        Some('-' | '.' | '_' | '年') => (&rest[1..], true),
        _ => (rest, false),
    };
    let month_length = if number(rest, 2).is_some() { 2 } else { 1 };
    let month = number(rest, month_length)?;
    let rest = &rest[month_length..];
    let rest = match rest.first() {
        Some('-' | '.' | '_' | '月') if is_parted => &rest[1..],
        _ => rest,
    };
    let day = [2, 1].into_iter().find_map(|length| {
        number(rest, length)
            .filter(|_| is_parted || length == 2)
            .map(|day| (day, length))
    });
    let month = u8::try_from(month).ok()?;
    match day {
        Some((day, length)) if !rest.get(length).is_some_and(char::is_ascii_digit) => {
            Date::from_ymd(year, month, u8::try_from(day).ok()?)
        }
        Some(_) => None,
        None => last_day(year, month),
    }
}

fn last_day(year: i32, month: u8) -> Option<Date> {
    (28..=31)
        .rev()
        .find_map(|day| Date::from_ymd(year, month, day))
}

fn number(text: &[char], length: usize) -> Option<i32> {
    let digits = text.get(..length)?;
    digits.iter().try_fold(0, |sum, c| {
        Some(sum * 10 + i32::try_from(c.to_digit(10)?).ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_its_day_or_the_last_day_of_its_month() {
        let day = |name: &str| of_name(name).map(|day| day.to_string());
        assert_eq!(
            day("农商行台账_2019-11-30.csv").as_deref(),
            Some("2019-11-30")
        );
        assert_eq!(day("台账20191130.csv").as_deref(), Some("2019-11-30"));
        assert_eq!(day("2019年11月30日台账.csv").as_deref(), Some("2019-11-30"));
        assert_eq!(day("2019年2月台账.csv").as_deref(), Some("2019-02-28"));
        assert_eq!(day("台账_201911.csv").as_deref(), Some("2019-11-30"));
        assert_eq!(day("loans.csv"), None);
        assert_eq!(day("借据1234567890.csv"), None);
        assert_eq!(day("台账20191340.csv"), None);
    }
}
