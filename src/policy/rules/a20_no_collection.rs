//! A20 代偿无催收记录: whether a payout was applied for although nobody is recorded as having asked for the money.
//!
//! What is paid out was applied for, also where no day of it is given. What is dated after the day of the report has not
//! happened, neither the application nor the collection.

use crate::domain::{Fen, Field, LoanStatus};
use crate::policy::book::Case;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Need, Rule, Severity, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A20",
    severity: Severity::Suspicion,
    source: "黄平县特惠贷风险补偿办法：催收通知书为申请代偿的材料",
    needs: &[
        Need::Column(&[Field::PayoutAppliedDate, Field::PayoutDate]),
        Need::Column(&[Field::CollectionCount, Field::LastCollectionDate]),
    ],
    parameters: &[],
    asked_on: disbursement_day,
    branches: &["no_collection", "paid_without_collection"],
    amount: claimed,
    decide: Decide::Loan(decide),
};

/// What is claimed: the balance, or what was paid out where it is already.
fn claimed(case: &Case<'_>) -> Fen {
    let paid = [Field::PayoutByGovernment, Field::PayoutByBank];
    let mut claim = case.loan.outstanding_principal;
    for amount in paid.into_iter().filter_map(|field| case.money(field)) {
        claim += amount;
    }
    claim
}

fn decide(case: &Case<'_>) -> Verdict {
    let happened = |field| case.day(field).filter(|day| *day <= case.as_of());
    let applied = happened(Field::PayoutAppliedDate).or_else(|| happened(Field::PayoutDate));
    let is_paid = case.loan.status == Some(LoanStatus::PaidOut);
    if applied.is_none() && !is_paid {
        return Verdict::NotApplicable;
    }
    let count = case.count(Field::CollectionCount);
    let last = happened(Field::LastCollectionDate);
    if count.is_some_and(|count| count > 0) || last.is_some() {
        return Verdict::Clear;
    }
    let gives = [Field::CollectionCount, Field::LastCollectionDate];
    if count.is_none() && !gives.iter().any(|field| case.file_gives(*field)) {
        return Verdict::lacks(Field::CollectionCount);
    }
    match applied {
        Some(applied) => Verdict::caught("no_collection", [Figure::Day(applied)]),
        None => Verdict::caught("paid_without_collection", []),
    }
}
