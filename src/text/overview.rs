//! The words of the rooms 总览 and 到期. Each constant's words are its own explanation.

use super::{Lang, Words, words};

pub const HEADLINES: Words = words("主要指标", "Main figures");
pub const CLASSES: Words = words(
    "五级分类（按逾期天数）",
    "The five classes by days past due",
);
pub const BY_TOWNSHIP: Words = words("分乡镇", "By township");
pub const BY_VILLAGE: Words = words("分行政村", "By village");
pub const BY_LENDER: Words = words("分承贷银行", "By lender");
pub const HOUSEHOLD_TOTAL: Words = words(
    "一户可在多家银行贷款，故各银行户数之和可大于合计。",
    "A household may owe several lenders, so lenders’ households may add up to more than the total.",
);

pub const MATURITIES: Words = words("逐月到期", "Falling due by month");
pub const MONTH_HOUSEHOLDS: Words = words(
    "同一户的贷款可在不同月份到期，户数不加总，合计为有余额的户数。",
    "One household’s loans may fall due in several months: households are not added up; the total is households with a balance.",
);
pub const MONTHS_NONE: Words = words(
    "没有仍有余额的贷款，因此没有到期安排。到期月份取自贷款台账的“到期日期”和“展期到期日”两列。",
    "No loan has a balance, so nothing falls due. Months come from the columns 到期日期 and 展期到期日 of the loan file.",
);

/// What the bar of classes shows, for those who do not see it.
pub fn class_summary(parts: &[(String, String)], lang: Lang) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|(name, share)| format!("{name} {share}"))
        .collect();
    match lang {
        Lang::Zh => format!("余额占比：{}。", parts.join("，")),
        Lang::En => format!("Shares of the balance: {}.", parts.join(", ")),
    }
}

/// What the bars of months show, for those who do not see them.
pub fn month_summary(months: &str, peaks: &[String], lang: Lang) -> String {
    match (lang, peaks.is_empty()) {
        (Lang::Zh, true) => format!("共 {months} 个月有贷款到期，没有高峰月份。"),
        (Lang::Zh, false) => format!(
            "共 {months} 个月有贷款到期，高峰月份：{}。",
            peaks.join("、")
        ),
        (Lang::En, true) => format!("Loans fall due in {months} months; none is a peak."),
        (Lang::En, false) => format!(
            "Loans fall due in {months} months; peaks: {}.",
            peaks.join(", ")
        ),
    }
}
