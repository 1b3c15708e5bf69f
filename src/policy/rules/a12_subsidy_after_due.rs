//! A12 期外贴息: whether subsidy was paid for days after the loan was due, or on more than the subsidised amount.
//!
//! An extension moves the day due. Whether the amount is otherwise right is left to A13.

use crate::domain::{Fen, FileKind, subsidy::SubsidyPayment};
use crate::policy::book::Case;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Need, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "A12",
    severity: Severity::Violation,
    source: "恩施州、温县贴息办法：逾期后不贴息，罚息不纳入",
    needs: &[Need::Table(FileKind::Subsidies)],
    parameters: &[],
    branches: &["after_due"],
    amount: paid_after_due,
    decide: Decide::Loan(decide),
};

fn is_after_due(case: &Case<'_>, payment: &SubsidyPayment) -> bool {
    payment.period_end > case.loan.effective_maturity_date()
}

fn paid_after_due(case: &Case<'_>) -> Fen {
    let mut sum = Fen::ZERO;
    for payment in case
        .payments()
        .filter(|payment| is_after_due(case, payment))
    {
        sum += payment.amount;
    }
    sum
}

fn decide(case: &Case<'_>) -> Verdict {
    if case.payments().next().is_none() {
        return Verdict::NotApplicable;
    }
    let last = case
        .payments()
        .filter(|payment| is_after_due(case, payment))
        .max_by_key(|payment| payment.period_end);
    match last {
        None => Verdict::Clear,
        Some(payment) => Verdict::caught(
            "after_due",
            [
                Figure::Day(payment.period_start),
                Figure::Day(payment.period_end),
                Figure::Day(case.loan.effective_maturity_date()),
                Figure::Money(payment.amount),
            ],
        ),
    }
}
