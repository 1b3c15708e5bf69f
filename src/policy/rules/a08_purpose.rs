//! A08 禁止用途: whether the purpose that the file gives is one that loans must not be taken for.
//!
//! Words only are looked at. An old loan may be repaid with a new one only by a renewal without repayment.

use crate::domain::{Field, RenewalKind};
use crate::policy::book::Case;
use crate::policy::purposes::Ban;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Need, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A08",
    severity: Severity::Violation,
    source: "川扶贫发〔2019〕2号；银保监发〔2019〕24号",
    needs: &[Need::Column(&[Field::Purpose])],
    parameters: &[],
    asked_on: disbursement_day,
    branches: &[
        "building",
        "marriage",
        "illness",
        "saving",
        "household_goods",
        "consumption",
        "old_loan",
        "platform",
    ],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    let branch = match case.purpose_ban() {
        None => return Verdict::lacks(Field::Purpose),
        Some(None) => return Verdict::Clear,
        Some(Some(Ban::OldLoan)) => match is_renewal(case) {
            None => return Verdict::lacks(Field::RenewalKind),
            Some(true) => return Verdict::Clear,
            Some(false) => Ban::OldLoan.name(),
        },
        Some(Some(ban)) => ban.name(),
    };
    Verdict::caught(branch, [Figure::Money(case.loan.disbursed_principal)])
}

/// Whether the loan is a renewal without repayment. One that was extended may be a renewal as well: then the flag tells.
fn is_renewal(case: &Case<'_>) -> Option<bool> {
    match case.word::<RenewalKind>() {
        Some(RenewalKind::Renewal) => Some(true),
        Some(RenewalKind::None | RenewalKind::Refinancing) => Some(false),
        Some(RenewalKind::Extension) => Some(case.flag(Field::Renewed) == Some(true)),
        None => case.flag(Field::Renewed),
    }
}
