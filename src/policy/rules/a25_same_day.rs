//! A25 同日重复放款: whether one household got two loans of different numbers on one day.
//!
//! A loan number that stands twice is set aside when the files are read. Persons that the files tell apart are apart here.

use crate::policy::book::Case;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Rule, Severity, disbursement_day, principal};

pub(super) const RULE: Rule = Rule {
    id: "A25",
    severity: Severity::Suspicion,
    source: "数据质量；重复登记",
    needs: &[],
    parameters: &[],
    asked_on: disbursement_day,
    branches: &["same_day"],
    amount: principal,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    let count = case.loans_of_that_day();
    if count < 2 {
        return Verdict::Clear;
    }
    let day = Figure::Day(case.loan.disbursement_date);
    Verdict::caught("same_day", [day, Figure::Count(u64::from(count))])
}
