//! A04 期限超限: whether a loan's term is longer than its programme allows.
//!
//! The term is that of the contract; 展期 and 无还本续贷 do not count a second time and are left to A17. A term from the
//! last day of a month to the last of another is whole months.

use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::{Figure, Unknown, Verdict};

use super::{Decide, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A04",
    severity: Severity::Violation,
    source: "川扶贫发〔2019〕2号；银保监发〔2021〕6号",
    needs: &[],
    parameters: &[Parameter::LongestTermMonths],
    asked_on: disbursement_day,
    branches: &["longer"],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    let Some(longest) = case.parameter(Parameter::LongestTermMonths) else {
        return Verdict::Undetermined(Unknown::Parameter(Parameter::LongestTermMonths));
    };
    let (from, to) = (case.loan.disbursement_date, case.loan.maturity_date);
    let last = from.plus_months(u32::try_from(longest).unwrap_or(u32::MAX));
    let both_end = from.is_month_end() && to.is_month_end() && to.month() == last.month();
    if to <= last || both_end {
        return Verdict::Clear;
    }
    Verdict::caught(
        "longer",
        [Figure::Day(from), Figure::Day(to), Figure::Months(longest)],
    )
}
