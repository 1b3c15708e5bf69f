//! A06 担保方式不符: whether a loan asked for more than credit.
//!
//! Insurance or goods sold along with the loan stand in no column and are left to inquiry.

use crate::domain::{Field, Guarantee};
use crate::policy::book::Case;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Need, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A06",
    severity: Severity::Violation,
    source: "达川脱贫攻坚办〔2019〕90号 三(二)；银监发〔2017〕42号",
    needs: &[Need::Column(&[Field::Guarantee])],
    parameters: &[],
    asked_on: disbursement_day,
    branches: &["guaranteed", "mortgage", "pledge"],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    let branch = match case.word::<Guarantee>() {
        None => return Verdict::lacks(Field::Guarantee),
        Some(Guarantee::Credit) => return Verdict::Clear,
        Some(Guarantee::Guaranteed) => "guaranteed",
        Some(Guarantee::Mortgage) => "mortgage",
        Some(Guarantee::Pledge) => "pledge",
    };
    Verdict::caught(branch, [Figure::Money(case.loan.disbursed_principal)])
}
