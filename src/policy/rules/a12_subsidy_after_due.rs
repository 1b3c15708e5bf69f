//! A12 期外贴息、超额贴息: whether subsidy was paid for days after the loan was due, or on what is above the household's limit.
//!
//! An extension moves the day due. Whether the sum is otherwise right is left to A13.

use crate::domain::{Fen, FileKind};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::subsidy::against_paid::{above_limit, after_maturity, paid};
use crate::policy::verdict::{Figure, Unknown, Verdict};

use super::{Decide, Need, Rule, Severity, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A12",
    severity: Severity::Violation,
    source: "恩施州、温县贴息办法：逾期后不贴息，罚息不纳入；银保监发〔2021〕6号：5万元以上部分不贴息",
    needs: &[Need::Table(FileKind::Subsidies)],
    parameters: &[
        Parameter::SubsidisedLimit,
        Parameter::FirstDayBearsInterest,
        Parameter::LastDayBearsInterest,
        Parameter::SubsidyTolerance,
    ],
    asked_on: disbursement_day,
    branches: &["after_due", "above_limit"],
    amount: paid_amiss,
    decide: Decide::Loan(decide),
};

/// The payments for days after the loan was due; where there are none, what was paid on the part above the limit.
fn paid_amiss(case: &Case<'_>) -> Fen {
    let mut sum = Fen::ZERO;
    for payment in case.payments() {
        if matches!(after_maturity(case, payment), Ok(Some(_))) {
            sum += payment.amount;
        }
    }
    if sum == Fen::ZERO
        && let Ok(all) = paid(*case)
    {
        for above in all.filter_map(|paid| above_limit(case, &paid).ok().flatten()) {
            sum += above;
        }
    }
    sum
}

fn decide(case: &Case<'_>) -> Verdict {
    if case.payments().next().is_none() {
        return Verdict::NotApplicable;
    }
    let mut unknown: Option<Unknown> = None;
    for payment in case.payments() {
        match after_maturity(case, payment) {
            Err(lacks) => unknown = unknown.or(Some(lacks)),
            Ok(None) => {}
            Ok(Some(days)) => {
                let due = Figure::Day(case.loan.effective_maturity_date());
                let told = [Figure::Day(payment.period_end), due, Figure::Days(days)];
                return Verdict::caught(
                    "after_due",
                    [told[0], told[1], told[2], Figure::Money(payment.amount)],
                );
            }
        }
    }
    match of_limit(case) {
        Ok(Some(caught)) => caught,
        Ok(None) => unknown.map_or(Verdict::Clear, Verdict::Undetermined),
        Err(lacks) => Verdict::Undetermined(unknown.unwrap_or(lacks)),
    }
}

/// The first payment with something paid on the part above the limit.
fn of_limit(case: &Case<'_>) -> Result<Option<Verdict>, Unknown> {
    let mut unknown = None;
    for paid in paid(*case)? {
        match above_limit(case, &paid) {
            Err(lacks) => unknown = unknown.or(Some(lacks)),
            Ok(None) => {}
            Ok(Some(above)) => {
                let payment = paid.payment;
                let told = [
                    Figure::Day(payment.period_start),
                    Figure::Day(payment.period_end),
                    Figure::Money(payment.amount),
                    Figure::Money(above),
                ];
                return Ok(Some(Verdict::caught("above_limit", told)));
            }
        }
    }
    unknown.map_or(Ok(None), Err)
}
