//! A10 禁令后新增户贷企用: whether a loan that an enterprise uses was made on or after the day of the ban.
//!
//! The day stands in no document at hand, and the county gives it.

use crate::domain::{Date, Field};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::{Figure, Unknown, Verdict};

use super::{Decide, Need, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A10",
    severity: Severity::Violation,
    source: "银保监发〔2019〕24号；国务院扶贫办关于严禁户贷企用的要求（文号未见）",
    needs: &[Need::Column(&[Field::EnterpriseUse, Field::EnterpriseCode])],
    parameters: &[Parameter::EnterpriseUseBannedFrom],
    asked_on: disbursement_day,
    branches: &["after_ban"],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    let used = case.is_used_by_enterprise();
    if used == Some(false) {
        return Verdict::NotApplicable;
    }
    let days = case
        .parameter(Parameter::EnterpriseUseBannedFrom)
        .and_then(|days| i32::try_from(days).ok());
    let Some(ban) = days.map(Date::from_days) else {
        return Verdict::Undetermined(match used {
            None => Unknown::Fact(Field::EnterpriseUse),
            Some(_) => Unknown::Parameter(Parameter::EnterpriseUseBannedFrom),
        });
    };
    let day = case.loan.disbursement_date;
    match used {
        _ if day < ban => Verdict::Clear,
        None => Verdict::lacks(Field::EnterpriseUse),
        Some(_) => Verdict::caught("after_ban", [Figure::Day(day), Figure::Day(ban)]),
    }
}
