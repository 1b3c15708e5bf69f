//! The words of the pictures: captions, legends, notes and what a screen reader says.

use crate::report::{Fen, Month};

use super::number::{self, MoneyUnit};
use super::{Lang, Words, words};

/// Under every map: it shows where, it settles no border.
pub const MAP_NOTE: Words = words(
    "示意图，非行政界线依据",
    "A sketch; it settles no administrative boundary",
);
/// Under a map of squares: the places of the squares say nothing.
pub const TILES_NOTE: Words = words(
    "未放入乡镇边界，每个方格代表一个乡镇，位置不代表方位",
    "No boundaries were given: one square for each township, in no geographic order",
);
/// Above townships that the boundary file lacks.
pub const WITHOUT_SHAPE: Words = words(
    "边界文件中没有的乡镇",
    "Townships that the boundary file lacks",
);
/// Where there is nothing to draw.
pub const NOTHING: Words = words("没有可显示的数据", "There is nothing to show");
/// A shape or township without data.
pub const NO_DATA: Words = words("无数据", "No data");
/// A rate that rests on too few loans.
pub const TOO_FEW: Words = words("样本不足", "Few loans");
/// The whole county.
pub const COUNTY: Words = words("全县", "County");
/// 统计时点
pub const AS_OF: Words = words("统计时点", "As of");
/// Legend: dark is bad.
pub const DARK_IS_WORSE: Words = words("颜色越深越差", "Darker is worse");
/// Legend: dark is good.
pub const DARK_IS_BETTER: Words = words("颜色越深越好", "Darker is better");
/// Legend: dark is much.
pub const DARK_IS_MORE: Words = words("颜色越深越多", "Darker is more");
/// Title of the months.
pub const MONTHS: Words = words("各月到期贷款余额", "Balance falling due by month");
/// Title of the classes.
pub const CLASSES: Words = words("五级分类（按余额）", "Risk classes by balance");
/// The months before the first bar, summed.
pub const EARLIER: Words = words("更早", "Earlier");
/// The months after the last bar, summed.
pub const LATER: Words = words("更晚", "Later");
/// 还款高峰, at a bar.
pub const PEAK: Words = words("高峰", "Peak");
/// What is overdue already.
pub const OVERDUE: Words = words("已逾期", "Overdue");
/// What is still to come.
pub const COMING: Words = words("未到期", "Not due yet");
/// Loans, after a number.
pub const LOANS: Words = words("笔", "loans");
/// Households, after a number.
pub const HOUSEHOLDS: Words = words("户", "households");
/// No loan has a balance.
pub const NO_BALANCE: Words = words("没有贷款余额", "No loan has a balance");
/// Between two facts of one label.
pub const COMMA: Words = words("，", ", ");

/// A range of a legend: its lower and upper break, none at the open ends.
pub fn range(from: Option<&str>, to: Option<&str>, lang: Lang) -> String {
    match (from, to, lang) {
        (None, None, _) => String::new(),
        (None, Some(to), Lang::Zh) => format!("不足 {to}"),
        (None, Some(to), Lang::En) => format!("below {to}"),
        (Some(from), None, Lang::Zh) => format!("{from} 及以上"),
        (Some(from), None, Lang::En) => format!("{from} or more"),
        (Some(from), Some(to), _) => format!("{from} – {to}"),
    }
}

/// An amount with its unit.
pub fn money(amount: Fen, unit: MoneyUnit, lang: Lang) -> String {
    with_unit(&number::money(amount, unit), unit, lang)
}

/// A figure or a fraction in a unit of money, with the unit.
pub fn with_unit(figure: &str, unit: MoneyUnit, lang: Lang) -> String {
    match (unit, lang) {
        // A number beside a number needs a sign between.
        (MoneyUnit::TenThousandYuan, Lang::En) => format!("{figure} × 10,000 yuan"),
        (unit, lang) => format!("{figure} {}", unit.name(lang)),
    }
}

/// A remark in brackets after a figure.
pub fn bracket(inside: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("（{inside}）"),
        Lang::En => format!(" ({inside})"),
    }
}

/// What a map says of itself: measure, day and how many townships.
pub fn map_summary(measure: &str, as_of: &str, townships: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("各乡镇{measure}，统计时点 {as_of}，共 {townships} 个乡镇"),
        Lang::En => format!("{measure} by township as of {as_of}, {townships} townships"),
    }
}

/// What the months say of themselves.
pub fn months_summary(as_of: &str, overdue: &str, coming: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("各月到期贷款余额，统计时点 {as_of}，已逾期 {overdue}，未到期 {coming}")
        }
        Lang::En => format!(
            "Balance falling due by month as of {as_of}: {overdue} overdue, {coming} not due yet"
        ),
    }
}

/// A year under its months.
pub fn year(year: i32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{year} 年"),
        Lang::En => year.to_string(),
    }
}

/// A month in words.
pub fn month(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{} 年 {} 月", month.year, month.month),
        Lang::En => month.to_string(),
    }
}

/// The months before or after a month, summed.
pub fn months_before(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{} 以前", self::month(month, lang)),
        Lang::En => format!("Before {month}"),
    }
}

/// The months after a month, summed.
pub fn months_after(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{} 以后", self::month(month, lang)),
        Lang::En => format!("After {month}"),
    }
}

/// A name without the word for its sort of place, where a map has little room.
pub fn short_place(name: &str) -> &str {
    ["街道", "镇", "乡"]
        .iter()
        .find_map(|sort| name.strip_suffix(sort))
        .filter(|rest| rest.chars().count() >= 2)
        .unwrap_or(name)
}
