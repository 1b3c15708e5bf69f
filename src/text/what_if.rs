//! The words of the questions “what if”: all of them are assumptions, and say so.

use crate::report::what_if::{Least, NoAnswer, Question};

use super::maturities::line;
use super::{Lang, Words, words};

/// The drawer.
pub const WHAT_IF: Words = words("假如……", "What if …");
/// On everything that follows from an assumption.
pub const ASSUMED: Words = words("假设", "Assumed");
/// Beside the mark.
pub const NOT_A_FACT: Words = words(
    "以下为假设测算，不是统计结果，不得作为上报数据。",
    "What follows is worked out from an assumption; it is no reported figure.",
);
/// What the engine does.
pub const SAME_COUNT: Words = words(
    "测算与正式统计、处置判定用同一套程序，只换日期或把指定贷款视为已收回；文件中的余额不变。",
    "The same count and the same rules as the report’s, with another day or with some loans taken as collected; the balances are those of the files.",
);
/// Another day.
pub const AS_OF: Words = words("改用另一统计时点", "As of another day");
/// Nothing is paid.
pub const NOTHING_PAID: Words = words("到某日一笔也没有归还", "Nothing is paid until a day");
/// The largest are collected.
pub const LARGEST: Words = words(
    "收回金额最大的若干笔逾期贷款",
    "The largest overdue loans are collected",
);
/// Under a line.
pub const UNDER_LINE: Words = words(
    "逾期率降到某线以下最少收回多少",
    "How little brings the overdue rate under a line",
);
/// Ask.
pub const ASK: Words = words("测算", "Work it out");
/// Day.
pub const DAY: Words = words("日期", "Day");
/// How many loans.
pub const HOW_MANY: Words = words("笔数", "Loans");
/// Which place.
pub const PLACE: Words = words("范围", "Place");
/// Which line.
pub const LINE: Words = words("线", "Line");
/// Another line.
pub const OTHER_LINE: Words = words("其他（百分之）", "Other (percent)");
/// As reported.
pub const BEFORE: Words = words("统计结果", "As reported");
/// As assumed.
pub const AFTER: Words = words("假设之下", "As assumed");
/// A figure.
pub const FIGURE: Words = words("指标", "Figure");
/// Overdue by township, before.
pub const RATE_BEFORE: Words = words("逾期率（统计）", "Overdue rate (reported)");
/// Overdue by township, after.
pub const RATE_AFTER: Words = words("逾期率（假设）", "Overdue rate (assumed)");
/// Non-performing by township, before.
pub const NPL_BEFORE: Words = words("不良率（统计）", "Non-performing rate (reported)");
/// Non-performing by township, after.
pub const NPL_AFTER: Words = words("不良率（假设）", "Non-performing rate (assumed)");
/// The loans taken as collected.
pub const COLLECTED_LOANS: Words = words("视为收回的贷款", "Loans taken as collected");
/// The rates of the county and its townships.
pub const RATES: Words = words("比率", "Rates");
/// Which way the loans go, and what they are.
pub const WAYS: Words = words("处置建议和贷款状态", "What to do, and what the loans are");
/// The ways by township.
pub const WAYS_BY_TOWNSHIP: Words = words("各乡镇的处置建议", "What to do, by township");
/// Below the ways by township.
pub const WAYS_NOTE: Words = words(
    "笔数；有变化的写作“统计结果 → 假设之下”，指向格子可见余额（元）。全部笔数和余额在导出的表中。",
    "Loans; where they change, as reported → as assumed. Point at a cell for the balances in yuan; the exported table has all of them.",
);
/// Loans before.
pub const LOANS_BEFORE: Words = words("笔数（统计）", "Loans (reported)");
/// Loans after.
pub const LOANS_AFTER: Words = words("笔数（假设）", "Loans (assumed)");
/// Balance before.
pub const BALANCE_BEFORE: Words = words("余额（统计）", "Balance (reported)");
/// Balance after.
pub const BALANCE_AFTER: Words = words("余额（假设）", "Balance (assumed)");
/// Whether a row of the file is of a way or of a state.
pub const SORT: Words = words("类别", "Sort");
/// Which one.
pub const WAY_OR_STATE: Words = words("处置建议或状态", "What to do, or state");
/// How much of each.
pub const COLLECTED: Words = words("视为收回金额", "Taken as collected");
/// An assumption in a file.
pub const ASSUMPTION: Words = words("假设内容", "What is assumed");

/// The question in a sentence.
pub fn question(question: &Question, lang: Lang) -> String {
    let place = |township: &Option<String>| match (township, lang) {
        (Some(name), _) => name.clone(),
        (None, Lang::Zh) => "全县".to_owned(),
        (None, Lang::En) => "the county".to_owned(),
    };
    match (question, lang) {
        (Question::AsOf { day }, Lang::Zh) => {
            format!("假设以 {day} 为统计时点，贷款和余额仍按文件。")
        }
        (Question::AsOf { day }, Lang::En) => {
            format!("Assumed: as of {day}, loans and balances as in the files.")
        }
        (Question::NothingPaid { until }, Lang::Zh) => {
            format!("假设到 {until} 为止一笔也没有归还，也没有新发放贷款。")
        }
        (Question::NothingPaid { until }, Lang::En) => {
            format!("Assumed: until {until} nothing is paid and nothing newly lent.")
        }
        (Question::LargestCollected { township, loans }, Lang::Zh) => format!(
            "假设{}余额最大的 {loans} 笔逾期贷款在统计时点当日全额收回。",
            place(township)
        ),
        (Question::LargestCollected { township, loans }, Lang::En) => format!(
            "Assumed: the {loans} largest overdue loans of {} are collected in full on the as-of date.",
            place(township)
        ),
        (Question::UnderLine { township, line: at }, Lang::Zh) => format!(
            "假设用最少的金额、最少的笔数，使{}的逾期率（金额）低于 {}。",
            place(township),
            line(*at)
        ),
        (Question::UnderLine { township, line: at }, Lang::En) => format!(
            "Assumed: as little money and as few loans as possible bring the overdue rate of {} under {}.",
            place(township),
            line(*at)
        ),
    }
}

/// What it takes; `amount` and `loans` are written out where something must be collected.
pub fn least(least: Least, amount: &str, loans: &str, lang: Lang) -> String {
    match (least, lang) {
        (Least::AlreadyUnder, Lang::Zh) => "逾期率已低于该线，无需收回。".to_owned(),
        (Least::AlreadyUnder, Lang::En) => "The rate lies under the line already.".to_owned(),
        (Least::Collect { .. }, Lang::Zh) => format!(
            "最少须收回逾期本金 {amount}，最少涉及 {loans} 笔（从余额最大的逾期贷款收起，最后一笔只计尚差的部分）；少收一分钱都达不到。收回的本金同时从逾期余额和贷款余额中减去。"
        ),
        (Least::Collect { .. }, Lang::En) => format!(
            "At least {amount} of overdue principal must be collected, from no fewer than {loans} loans (the largest first; of the last only what is still needed). One fen less does not do. What is collected leaves both the overdue balance and the balance."
        ),
        (Least::NotReachable, Lang::Zh) => {
            "即使逾期贷款全部收回也达不到：没有其他余额，或该线本身不可能达到。".to_owned()
        }
        (Least::NotReachable, Lang::En) => {
            "Not even all that is overdue would do: nothing else is owed, or no rate lies under that line.".to_owned()
        }
        (Least::NoBalance, Lang::Zh) => "没有贷款余额，没有逾期率。".to_owned(),
        (Least::NoBalance, Lang::En) => "No loan has a balance, so there is no rate.".to_owned(),
    }
}

/// Why there is no answer.
pub fn no_answer(why: NoAnswer) -> Words {
    match why {
        NoAnswer::DayIsPast => words(
            "所选日期早于统计时点，请选统计时点当日或以后的日期。",
            "The day lies before the as-of date; choose that date or a later one.",
        ),
        NoAnswer::NoSuchTownship => words("文件中没有这个乡镇。", "No file names that township."),
        NoAnswer::NoLoans => words("没有贷款。", "There is no loan."),
    }
}

/// A change: `12 → 9`.
pub fn from_to(before: &str, after: &str) -> String {
    format!("{before} → {after}")
}

/// How many loans are listed of all that are taken as collected.
pub fn listed(listed: &str, all: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh if listed == all => format!("共 {all} 笔。"),
        Lang::Zh => format!("共 {all} 笔，此处列出前 {listed} 笔；导出的表为全部 {all} 笔。"),
        Lang::En if listed == all => format!("{all} loans."),
        Lang::En => {
            format!(
                "{all} loans, the first {listed} listed here; the exported table has all of them."
            )
        }
    }
}
