//! A13 贴息金额与重算不符: whether a payment is what its own days come to, by 360 or by 365 days to the year.
//!
//! The days themselves are taken as the table has them: those after maturity are left to A12, those paid twice to A11.

use crate::domain::{Fen, FileKind};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::subsidy::against_paid::{Difference, on_its_own_days, paid};
use crate::policy::subsidy::interest::YearDays;
use crate::policy::verdict::{Figure, Unknown, Verdict};

use super::{Decide, Need, Rule, Severity, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A13",
    severity: Severity::Suspicion,
    source: "达川脱贫攻坚办〔2019〕90号 二(二)2；审计署2017年公告",
    needs: &[Need::Table(FileKind::Subsidies)],
    parameters: &[
        Parameter::SubsidyTolerance,
        Parameter::InterestYearDays,
        Parameter::SubsidyShare,
        Parameter::FirstDayBearsInterest,
        Parameter::LastDayBearsInterest,
    ],
    asked_on: disbursement_day,
    branches: &["over", "under"],
    amount: difference,
    decide: Decide::Loan(decide),
};

/// By how much the payments differ, each from what is nearest.
fn difference(case: &Case<'_>) -> Fen {
    let mut sum = Fen::ZERO;
    if let Ok(all) = paid(*case) {
        for paid in all {
            match on_its_own_days(case, &paid) {
                Ok(Difference::Over { by, .. } | Difference::Under { by, .. }) => sum += by,
                Ok(Difference::Agrees) | Err(_) => {}
            }
        }
    }
    sum
}

fn decide(case: &Case<'_>) -> Verdict {
    if case.payments().next().is_none() {
        return Verdict::NotApplicable;
    }
    let all = match paid(*case) {
        Ok(all) => all,
        Err(unknown) => return Verdict::Undetermined(unknown),
    };
    let mut unknown: Option<Unknown> = None;
    for paid in all {
        let (branch, should_be) = match on_its_own_days(case, &paid) {
            Err(lacks) => {
                unknown = unknown.or(Some(lacks));
                continue;
            }
            Ok(Difference::Agrees) => continue,
            Ok(Difference::Over { should_be, .. }) => ("over", should_be),
            Ok(Difference::Under { should_be, .. }) => ("under", should_be),
        };
        let year = case.parameter(Parameter::InterestYearDays);
        let year = year.and_then(YearDays::of).unwrap_or(YearDays::Banks);
        let told = [
            Figure::Day(paid.payment.period_start),
            Figure::Day(paid.payment.period_end),
            Figure::Money(paid.payment.amount),
            Figure::Money(should_be.by(year)),
        ];
        return Verdict::caught(branch, told);
    }
    unknown.map_or(Verdict::Clear, Verdict::Undetermined)
}
