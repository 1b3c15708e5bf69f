//! The five classes and the states of a loan.

use crate::report::{LoanStatus, RiskClass};

use super::{Words, words};

/// 五级分类: the name of a class.
pub fn name(class: RiskClass) -> Words {
    match class {
        RiskClass::Pass => words("正常", "Pass"),
        RiskClass::SpecialMention => words("关注", "Special mention"),
        RiskClass::Substandard => words("次级", "Substandard"),
        RiskClass::Doubtful => words("可疑", "Doubtful"),
        RiskClass::Loss => words("损失", "Loss"),
    }
}

/// The days past due a class stands for (2023 measures).
pub fn days(class: RiskClass) -> Words {
    match class {
        RiskClass::Pass => words("未逾期", "not overdue"),
        RiskClass::SpecialMention => words("逾期 1–90 天", "1–90 days overdue"),
        RiskClass::Substandard => words("逾期 91–270 天", "91–270 days overdue"),
        RiskClass::Doubtful => words("逾期 271–360 天", "271–360 days overdue"),
        RiskClass::Loss => words("逾期 361 天以上", "361 days overdue or more"),
    }
}

/// 贷款状态 as the lender reports it.
pub fn status(status: LoanStatus) -> Words {
    match status {
        LoanStatus::NotDue => words("未到期", "Not due"),
        LoanStatus::Overdue => words("逾期", "Overdue"),
        LoanStatus::Settled => words("已结清", "Settled"),
        LoanStatus::PaidOut => words("已代偿", "Paid out by the fund"),
        LoanStatus::WrittenOff => words("已核销", "Written off"),
    }
}
