//! A09 户贷企用: whether an enterprise uses the loan, or many loans of one amount were made in one village on one day.
//!
//! A loan of before the ban is a stock to be worked off and no offence by itself; A10 looks at those made after it.

use crate::domain::Field;
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A09",
    severity: Severity::Suspicion,
    source: "达川脱贫攻坚办〔2019〕90号 二(二)6；国务院扶贫办2018年约谈",
    needs: &[],
    parameters: &[Parameter::ClusterLoans],
    asked_on: disbursement_day,
    branches: &["flagged", "enterprise", "cluster"],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    let day = Figure::Day(case.loan.disbursement_date);
    let amount = Figure::Money(case.loan.disbursed_principal);
    if case.flag(Field::EnterpriseUse) == Some(true) {
        return Verdict::caught("flagged", [day, amount]);
    }
    if case.names_enterprise() {
        return Verdict::caught("enterprise", [day, amount]);
    }
    let least = case.parameter(Parameter::ClusterLoans);
    let size = case.cluster_size();
    if least.is_some_and(|least| size > 1 && i64::from(size) >= least) {
        return Verdict::caught("cluster", [day, Figure::Count(u64::from(size)), amount]);
    }
    match case.is_used_by_enterprise() {
        None => Verdict::lacks(Field::EnterpriseUse),
        Some(_) => Verdict::Clear,
    }
}
