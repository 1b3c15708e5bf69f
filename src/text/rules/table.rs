//! The words of every check, in the order of the register.

use crate::text::words;

use super::RuleWords;

/// The words of every check.
pub const RULE_WORDS: &[RuleWords] = &[
    RuleWords {
        id: "A04",
        title: words("期限超限", "Term too long"),
        looks_for: words(
            "合同到期日晚于放款日起最长期限的贷款。",
            "Loans whose contract runs beyond the longest term from disbursement.",
        ),
        leaves: words(
            "展期和无还本续贷不重复计算期限，由 A17 检查。",
            "Extensions and renewals do not count again; A17 looks at them.",
        ),
        reasons: &[(
            "longer",
            words(
                "{0} 放款、{1} 到期，超过最长期限 {2}",
                "disbursed {0}, due {1}: longer than {2}",
            ),
        )],
    },
    RuleWords {
        id: "A05",
        title: words("利率超限", "Rate above the cap"),
        looks_for: words(
            "执行利率高于放款日同档次利率上限的贷款。",
            "Loans whose rate is above the cap of their term on the day of disbursement.",
        ),
        leaves: words(
            "到期后的罚息利率不在检查之列。",
            "Penalty rates after maturity are not looked at.",
        ),
        reasons: &[(
            "above_cap",
            words("执行利率 {0}，上限 {1}", "rate {0}, cap {1}"),
        )],
    },
];
