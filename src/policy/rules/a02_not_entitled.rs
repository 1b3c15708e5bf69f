//! A02 放款时不符合对象条件: whether the roster says that the household was not entitled on the day of the loan.
//!
//! A household in no roster is left to A01. A status without its day cannot tell of the day of the loan.

use crate::domain::Field;
use crate::domain::household::PovertyStatus;
use crate::domain::{Date, FileKind, HouseholdFacts};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::{Figure, Unknown, Verdict};

use super::{Decide, Need, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A02",
    severity: Severity::Violation,
    source: "达川脱贫攻坚办〔2019〕90号 二(二)5；通许县2025年贴息审核口径",
    needs: &[Need::Table(FileKind::Roster)],
    parameters: &[Parameter::UnregisteredMayBorrow],
    asked_on: disbursement_day,
    branches: &[
        "removed",
        "identified_later",
        "without_support",
        "never_registered",
    ],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    let Some(facts) = case.household_facts() else {
        return Verdict::NotApplicable;
    };
    let day = case.loan.disbursement_date;
    match caught(&facts, day) {
        Some(verdict) => verdict,
        None => of_status(case, &facts),
    }
}

/// What the days and the year of the roster show without any doubt.
fn caught(facts: &HouseholdFacts, day: Date) -> Option<Verdict> {
    let told = |branch, of: Date| Verdict::caught(branch, [Figure::Day(of), Figure::Day(day)]);
    if let Some(removed) = facts.removed_on.filter(|removed| *removed <= day) {
        return Some(told("removed", removed));
    }
    if let Some(identified) = facts.identified_on.filter(|identified| *identified > day) {
        return Some(told("identified_later", identified));
    }
    let exit = facts
        .exit_year
        .map(i32::from)
        .filter(|_| without_support(facts))?;
    let is_before = exit < day.ymd().0;
    is_before.then(|| {
        let year = Figure::Year(i64::from(exit));
        Verdict::caught("without_support", [year, Figure::Day(day)])
    })
}

fn without_support(facts: &HouseholdFacts) -> bool {
    facts.poverty_status == Some(PovertyStatus::LiftedWithoutSupport)
}

/// What the status leaves open where no day has caught the loan.
fn of_status(case: &Case<'_>, facts: &HouseholdFacts) -> Verdict {
    let day = case.loan.disbursement_date;
    match facts.poverty_status {
        Some(PovertyStatus::NotRegistered) => {
            return match case.parameter(Parameter::UnregisteredMayBorrow) {
                None => Verdict::Undetermined(Unknown::Parameter(Parameter::UnregisteredMayBorrow)),
                Some(0) => Verdict::caught("never_registered", [Figure::Day(day)]),
                Some(_) => Verdict::Clear,
            };
        }
        Some(PovertyStatus::Removed) if facts.removed_on.is_none() => {
            return Verdict::lacks(Field::RemovedOn);
        }
        Some(PovertyStatus::LiftedWithoutSupport) => {
            // In the year it was lifted out, only the day could tell which came first.
            let exit = facts.exit_year.map(i32::from);
            if exit.is_none_or(|year| year <= day.ymd().0) {
                return Verdict::lacks(Field::ExitYear);
            }
        }
        None => return Verdict::lacks(Field::PovertyStatus),
        Some(_) => {}
    }
    if facts.identified_on.is_none() {
        return Verdict::lacks(Field::IdentifiedOn);
    }
    Verdict::Clear
}
