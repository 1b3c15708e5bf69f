//! A05 利率超限: whether a loan's rate is above the cap of its term on the day it was made.
//!
//! The cap is the benchmark or the prime rate, by programme. What was charged after maturity is left to others.

use crate::domain::Field;
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::rate_cap::cap_of;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Need, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A05",
    severity: Severity::Violation,
    source: "达川脱贫攻坚办〔2019〕90号 二(二)2；银保监发〔2021〕6号",
    needs: &[Need::Column(&[Field::AnnualInterestRate])],
    parameters: &[Parameter::RateCapKind],
    asked_on: disbursement_day,
    branches: &["above_cap"],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    let Some(rate) = case.loan.annual_interest_rate else {
        return Verdict::lacks(Field::AnnualInterestRate);
    };
    match cap_of(case) {
        Err(unknown) => Verdict::Undetermined(unknown),
        Ok(cap) if rate <= cap => Verdict::Clear,
        Ok(cap) => Verdict::caught("above_cap", [Figure::Rate(rate), Figure::Rate(cap)]),
    }
}
