//! A01 贷款户不在册: whether the roster has the household that borrowed.
//!
//! Whether it was entitled on the day of the loan is left to A02.

use crate::domain::FileKind;
use crate::policy::book::Case;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Need, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A01",
    severity: Severity::Violation,
    source: "达川脱贫攻坚办〔2019〕90号 二(二)3；审计署2016年寻甸、宿豫区审计",
    needs: &[Need::Table(FileKind::Roster)],
    parameters: &[],
    asked_on: disbursement_day,
    branches: &["not_in_roster"],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    if case.household_facts().is_some() {
        return Verdict::Clear;
    }
    Verdict::caught(
        "not_in_roster",
        [
            Figure::Day(case.loan.disbursement_date),
            Figure::Money(case.loan.disbursed_principal),
        ],
    )
}
