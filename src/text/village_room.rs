//! The words of the room 信用村. Each constant's words are its own explanation.

use super::{Lang, Words, words};

pub const RANKED: Words = words("排序", "In order");
pub const UNDETERMINED_WHY: Words = words(
    "这些村有结清贷款缺“结清日期”，无法判断是否按期归还，故不排序。请在贷款台账中补上“结清日期”列。",
    "Some settled loans of these villages lack 结清日期, so on-time repayment cannot be told. Fill the column 结清日期 of the loan file.",
);
pub const REPAYMENT: Words = words("归还率", "Repayment rate");
pub const REPAID_OF: Words = words("归还 / 到期笔数", "Repaid / matured loans");
pub const MINIMUM: Words = words("最少到期笔数", "Fewest matured loans");
pub const SET: Words = words("重新排序", "Order again");
pub const RULE: Words = words("排序规则", "The rule");
pub const RULE_ON_TIME: Words = words(
    "先比按期归还率（到期日当日或之前结清的笔数 ÷ 已到期笔数），高者在前；相同再比逾期率（金额），低者在前；两项都相同为并列。",
    "First by loans settled on or before maturity ÷ matured loans, higher first; then by overdue rate by amount, lower first; equal in both is a tie.",
);
pub const RULE_BY_AS_OF: Words = words(
    "贷款台账没有“结清日期”列，因此先比到期归还率（统计时点前已结清的笔数 ÷ 已到期笔数），高者在前；相同再比逾期率（金额），低者在前；两项都相同为并列。",
    "No loan file has 结清日期, so first by loans settled by the as-of date ÷ matured loans, higher first; then by overdue rate by amount, lower first; equal in both is a tie.",
);
pub const NONE_RANKED: Words = words(
    "没有村达到最少到期笔数；可调低上面的数，或放入含已结清贷款的完整台账。",
    "No village has enough matured loans: lower the number above, or give a full register with settled loans.",
);

/// `3` or `3（并列）`
pub fn rank(rank: u32, is_tied: bool, lang: Lang) -> String {
    match (is_tied, lang) {
        (false, _) => rank.to_string(),
        (true, Lang::Zh) => format!("{rank}（并列）"),
        (true, Lang::En) => format!("{rank} (tied)"),
    }
}

/// Which villages stand apart.
pub fn too_few_rule(minimum: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "到期贷款少于 {minimum} 笔的村不排序，单独列出。此门槛为本程序建议值，无文件依据，可修改。"
        ),
        Lang::En => format!(
            "Villages with fewer than {minimum} matured loans are listed apart. The number is this program’s proposal; no document fixes it; change it here."
        ),
    }
}
