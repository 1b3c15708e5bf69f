//! The words of the room 台账 and of one loan in full. Each constant's words are its own explanation.

use super::rules::rule_words;
use super::{Lang, Words, words};
use crate::report::Date;

pub const ALL: Words = words("全部", "All");
pub const CLASS: Words = words("分类（按逾期天数）", "Class by days past due");
pub const NON_PERFORMING: Words = words(
    "不良（次级、可疑、损失）",
    "Non-performing (the worst three)",
);
pub const DUE: Words = words("到期", "Due");
pub const DUE_30: Words = words("30 天内到期", "Within 30 days");
pub const DUE_60: Words = words("60 天内到期", "Within 60 days");
pub const DUE_90: Words = words("90 天内到期", "Within 90 days");
pub const MATURED: Words = words("已过到期日", "Past maturity");
pub const OVERDUE: Words = words("逾期", "Overdue");
pub const ONLY_OVERDUE: Words = words("仅逾期", "Only overdue");
pub const NOT_OVERDUE: Words = words("仅未逾期", "Only not overdue");
pub const OUTSTANDING_ONLY: Words = words("仅有余额", "With a balance only");
pub const NOT_IN_ROSTER: Words = words("仅名册外", "Outside the roster only");
pub const MATURITY_MONTH: Words = words("到期月份", "Month due");

/// That only loans are shown that fall due on one day, between two days, from a day on, or up to a day.
pub fn due_between(from: Option<Date>, to: Option<Date>, lang: Lang) -> String {
    let (zh, en) = match (from, to) {
        (Some(from), Some(to)) if from == to => (format!("{from}"), format!("on {from}")),
        (Some(from), Some(to)) => (format!("{from} 至 {to}"), format!("{from} to {to}")),
        (Some(from), None) => (format!("{from} 起"), format!("from {from}")),
        (None, Some(to)) => (format!("{to} 止"), format!("up to {to}")),
        (None, None) => return ALL.of(lang).to_owned(),
    };
    match lang {
        Lang::Zh => format!("到期日：{zh}"),
        Lang::En => format!("Due {en}"),
    }
}

/// That only the loans are shown that a check caught.
pub fn caught_by(id: &str, lang: Lang) -> String {
    let title = rule_words(id).map_or(id, |own| own.title.of(lang));
    match lang {
        Lang::Zh => format!("检查查出：{title}"),
        Lang::En => format!("Caught by: {title}"),
    }
}

pub const TEXT: Words = words("借据号或户编号", "Loan or household number");
pub const CLEAR: Words = words("清除条件", "Clear filters");
pub const FOUND_LOANS: Words = words("笔数", "Loans");
pub const DAYS_PAST_DUE: Words = words("逾期天数", "Days past due");
pub const IN_ROSTER: Words = words("在册", "In the roster");
pub const YES: Words = words("是", "yes");
pub const NO: Words = words("否", "no");
pub const SETTLED: Words = words("已结清", "settled");
pub const OPEN_HINT: Words = words(
    "回车或单击可看这笔贷款的详情",
    "Enter or click opens the loan in full",
);
pub const PRINT_NOTE: Words = words(
    "纸上只有当前可见的行；全部行请导出 CSV。",
    "Paper has only the rows in view; save the CSV for all of them.",
);

pub const LOAN: Words = words("贷款详情", "The loan in full");
pub const EXTENDED: Words = words("展期到期日", "Due on after extension");
pub const REPORTED_CLASS: Words = words("银行上报分类", "Class reported by the lender");
pub const COMPUTED_CLASS: Words = words("按逾期天数分类", "Class by days past due");
pub const STATUS: Words = words("银行上报状态", "Status reported by the lender");
pub const RAW_ROW: Words = words("文件中的原始内容", "The row as the file has it");
pub const OTHER_LOANS: Words = words("该户其他贷款", "The household’s other loans");
pub const NO_OTHER_LOANS: Words = words("没有其他贷款", "No other loan");

/// Where the row stands.
pub fn source(file: &str, line: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{file} 第 {line} 行"),
        Lang::En => format!("{file}, line {line}"),
    }
}

/// A yearly rate in percent.
pub fn yearly(rate: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("年利率 {rate}%"),
        Lang::En => format!("{rate}% a year"),
    }
}
