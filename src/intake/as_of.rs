//! Days that may be the day of the data: from the column 数据日期, from a line above the header, from a file's name. Never
//! from a clock.

use std::collections::BTreeMap;

use crate::domain::{Date, FileKind};

use super::encoding::narrow;
use super::file_read::FileRead;

/// Words before a day for which the data hold.
const AS_OF_WORDS: &[&str] = &[
    "统计",
    "数据日期",
    "数据时点",
    "数据时间",
    "基准日",
    "截止",
    "截至",
];

/// Words of a line whose days are of something else: when the table was filled in, printed, decided on.
const OTHER_DAYS: &[&str] = &[
    "日期", "时间", "填报", "填表", "制表", "报送", "上报", "打印", "印发", "导出", "下载", "更新",
    "号",
];

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
    Date::from_ymd(year, 12, 31)
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

/// The days that lines above the headers of loan files give, with the number of tables that give each.
pub fn days_of_titles(files: &[FileRead]) -> BTreeMap<Date, u64> {
    let mut days = BTreeMap::new();
    for file in files.iter().filter(|file| file.kind == FileKind::Loans) {
        if let Some(day) = file.title_day {
            *days.entry(day).or_insert(0) += 1;
        }
    }
    days
}

/// The day that a line above a header gives: behind 统计日期 or 截止, in its cell or the next; else one that stands in the
/// title itself (2019年11月台账), if the line tells of no other day. Of a time from one day to another the last.
pub fn of_title(cells: &[String]) -> Option<Date> {
    let plain = |cell: &String| -> String {
        let cell = narrow(cell);
        cell.chars().filter(|c| !c.is_whitespace()).collect()
    };
    let cells: Vec<String> = cells
        .iter()
        .map(plain)
        .filter(|cell| !cell.is_empty())
        .collect();
    let is_of_another = |cell: &String| OTHER_DAYS.iter().any(|word| cell.contains(word));
    let behind_a_word = cells.iter().enumerate().find_map(|(at, cell)| {
        let behind = AS_OF_WORDS
            .iter()
            .filter_map(|word| Some(cell.split_once(word)?.1))
            .min_by_key(|behind| behind.len())?;
        let next = || cells.get(at + 1).filter(|cell| !is_of_another(cell));
        last_of(until_another_word(behind)).or_else(|| last_of(next()?))
    });
    behind_a_word.or_else(|| {
        let titles = cells.iter().filter(|_| !cells.iter().any(is_of_another));
        titles.filter_map(|title| last_of(title)).max()
    })
}

/// A text as far as it tells of the day of the data: not beyond when the table was filled in.
fn until_another_word(text: &str) -> &str {
    let ends = OTHER_DAYS
        .iter()
        .filter(|word| !matches!(**word, "日期" | "时间" | "号"))
        .filter_map(|word| text.find(word));
    let end = ends.min();
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// The last of the days that a text gives.
fn last_of(text: &str) -> Option<Date> {
    let characters: Vec<char> = text.chars().collect();
    let begins_there = |at: &usize| *at == 0 || !characters[at - 1].is_ascii_digit();
    (0..characters.len())
        .filter(begins_there)
        .filter_map(|at| day_at(&characters[at..]))
        .max()
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
    if let Some(last) = last_month(text, rest) {
        return last_day(year, u8::try_from(last).ok()?);
    }
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

/// The last of several months, where the text behind the first goes on with it: 2019年1-11月.
fn last_month(text: &[char], behind: &[char]) -> Option<i32> {
    if text.get(4) != Some(&'年') {
        return None;
    }
    let rest = match behind {
        ['月', '-' | '—' | '–' | '~' | '至' | '到', rest @ ..] => rest,
        ['-' | '—' | '–' | '~' | '至' | '到', rest @ ..] => rest,
        _ => return None,
    };
    [2, 1].into_iter().find_map(|length| {
        let month = number(rest, length)?;
        (rest.get(length) == Some(&'月')).then_some(month)
    })
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
        assert_eq!(day("2019年1-11月台账.csv").as_deref(), Some("2019-11-30"));
        assert_eq!(day("2019年1月至2月台账.csv").as_deref(), Some("2019-02-28"));
    }

    #[test]
    fn a_line_above_the_header_gives_the_day_of_the_data_and_no_other() {
        let day = |cells: &[&str]| {
            let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
            of_title(&cells).map(|day| day.to_string())
        };
        let of_november = [
            &["统计日期：2019年11月30日"][..],
            &["统计日期：", "", "2019-11-30"],
            &["填报单位：某县农商银行", "统计时点：2019.11.30", "单位：元"],
            &["截止2019-11-30"],
            &["（截至 2019 年 11 月 30 日）"],
            &["某县扶贫小额信贷台账（截止２０１９１１３０）"],
            &["统计时间：2019年1月1日至2019年11月30日"],
            &["填报日期：2019年12月5日", "统计日期：2019年11月30日"],
            &["统计日期：2019年11月30日  填报日期：2019年12月5日"],
            &["某县2019年11月扶贫小额信贷台账"],
            &["某县2019年1-11月发放情况"],
        ];
        for cells in of_november {
            assert_eq!(day(cells).as_deref(), Some("2019-11-30"), "{cells:?}");
        }
        for cells in [
            &["填报日期：2019年12月5日"][..],
            &["打印时间：2019-12-05"],
            &["县政办发〔2019〕11号"],
            &["2019年度扶贫小额信贷台账"],
            &["统计人：", "电话"],
            &["回收情况统计台账", "填报日期：2019年12月5日"],
        ] {
            assert_eq!(day(cells), None, "{cells:?}");
        }
    }
}
