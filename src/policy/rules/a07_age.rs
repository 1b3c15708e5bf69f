//! A07 借款人年龄: whether the borrower was younger or older on the day of the loan than the notice names.
//!
//! Only the year of birth is read, so that on the day of the loan the age is one of two; both must be out of bounds.

use crate::domain::Field;
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::{Figure, Unknown, Verdict};

use super::{Decide, Need, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A07",
    severity: Severity::Suspicion,
    source: "银保监发〔2019〕24号；银保监发〔2021〕6号（原则上）",
    needs: &[Need::Column(&[Field::BirthYear])],
    parameters: &[Parameter::YoungestAge, Parameter::OldestAge],
    asked_on: disbursement_day,
    branches: &["too_young", "too_old"],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    let born = case.count(Field::BirthYear);
    let Some(born) = born.and_then(|year| i32::try_from(year).ok()) else {
        return Verdict::lacks(Field::BirthYear);
    };
    let day = case.loan.disbursement_date;
    // The birthday of the year of the loan has come, or has not.
    let most = i64::from(day.ymd().0 - born);
    let least = most - 1;
    let youngest = case.parameter(Parameter::YoungestAge);
    let oldest = case.parameter(Parameter::OldestAge);
    let told = |branch, age: i64, bound: i64| {
        let [age, bound] = [age, bound].map(|years| Figure::Count(years.max(0).unsigned_abs()));
        let born = Figure::Year(i64::from(born));
        Verdict::caught(branch, [born, Figure::Day(day), age, bound])
    };
    if let Some(youngest) = youngest.filter(|youngest| most < *youngest) {
        return told("too_young", most, youngest);
    }
    if let Some(oldest) = oldest.filter(|oldest| least > *oldest) {
        return told("too_old", least, oldest);
    }
    match (youngest, oldest) {
        (None, _) => Verdict::Undetermined(Unknown::Parameter(Parameter::YoungestAge)),
        (_, None) => Verdict::Undetermined(Unknown::Parameter(Parameter::OldestAge)),
        (Some(youngest), Some(oldest)) if least < youngest || most > oldest => {
            Verdict::lacks(Field::BirthYear)
        }
        _ => Verdict::Clear,
    }
}
