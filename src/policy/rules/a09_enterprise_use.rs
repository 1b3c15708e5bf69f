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

/// Whether an enterprise uses the loan: flagged so, or an enterprise named; none where the file does not say.
pub(super) fn used_by_enterprise(case: &Case<'_>) -> Option<bool> {
    let flag = case.flag(Field::EnterpriseUse);
    let is_named = names_enterprise(case);
    match flag {
        Some(true) => Some(true),
        _ if is_named => Some(true),
        other => other,
    }
}

fn names_enterprise(case: &Case<'_>) -> bool {
    let name = case.text(Field::EnterpriseCode);
    name.is_some_and(|name| !name.is_empty())
}

fn decide(case: &Case<'_>) -> Verdict {
    let day = Figure::Day(case.loan.disbursement_date);
    let amount = Figure::Money(case.loan.disbursed_principal);
    if case.flag(Field::EnterpriseUse) == Some(true) {
        return Verdict::caught("flagged", [day, amount]);
    }
    if names_enterprise(case) {
        return Verdict::caught("enterprise", [day, amount]);
    }
    let least = case.parameter(Parameter::ClusterLoans);
    let size = case.cluster_size();
    if least.is_some_and(|least| size > 1 && i64::from(size) >= least) {
        return Verdict::caught("cluster", [day, Figure::Count(u64::from(size)), amount]);
    }
    match used_by_enterprise(case) {
        None => Verdict::lacks(Field::EnterpriseUse),
        Some(_) => Verdict::Clear,
    }
}
