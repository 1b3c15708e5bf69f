//! A03 单户超限额: whether the loans that a household owes come to more than one household may have.
//!
//! 贷款金额 of all its loans that are still owed count together, whoever of the household took them; a loan that another
//! has renewed does not count a second time. Loans that are repaid are left out.

use crate::domain::Date;
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Rule, Severity, principal};

pub(super) const RULE: Rule = Rule {
    id: "A03",
    severity: Severity::Violation,
    source: "川扶贫发〔2019〕2号；银保监发〔2021〕6号",
    needs: &[],
    parameters: &[Parameter::HouseholdLimit],
    asked_on: excess_day,
    branches: &["above_limit"],
    amount: principal,
    decide: Decide::Loan(decide),
};

/// The day of the loan with which the household came to too much; of a loan that is in order its own.
fn excess_day(case: &Case<'_>, _: Parameter) -> Date {
    match case.household_excess() {
        Ok(Some(excess)) => excess.day,
        _ => case.loan.disbursement_date,
    }
}

fn decide(case: &Case<'_>) -> Verdict {
    if !case.loan.is_outstanding() {
        return Verdict::NotApplicable;
    }
    match case.household_excess() {
        Err(unknown) => Verdict::Undetermined(unknown),
        Ok(None) => Verdict::Clear,
        Ok(Some(excess)) => Verdict::caught(
            "above_limit",
            [
                Figure::Day(excess.day),
                Figure::Count(u64::from(excess.loans)),
                Figure::Money(excess.total),
                Figure::Money(excess.limit),
            ],
        ),
    }
}
