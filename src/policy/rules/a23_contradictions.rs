//! A23 数据自相矛盾: whether a loan's amounts and days can all be true.
//!
//! A negative amount or a day that is none keeps a row from being read at all; the room 文件 lists those.

use crate::domain::LoanStatus;
use crate::policy::book::Case;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A23",
    severity: Severity::Data,
    source: "数据质量",
    needs: &[],
    parameters: &[],
    asked_on: disbursement_day,
    branches: &[
        "above_principal",
        "settled_with_balance",
        "due_before_disbursed",
        "extended_back",
        "disbursed_after_day",
    ],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    let loan = &case.loan;
    let days = |branch, one, other| Verdict::caught(branch, [Figure::Day(one), Figure::Day(other)]);
    if loan.outstanding_principal > loan.disbursed_principal {
        let amounts = [loan.outstanding_principal, loan.disbursed_principal];
        return Verdict::caught("above_principal", amounts.map(Figure::Money));
    }
    if loan.is_outstanding() && is_settled(case) {
        let owed = Figure::Money(loan.outstanding_principal);
        return Verdict::caught("settled_with_balance", [owed]);
    }
    if loan.maturity_date < loan.disbursement_date {
        return days(
            "due_before_disbursed",
            loan.maturity_date,
            loan.disbursement_date,
        );
    }
    if let Some(extended) = loan
        .extended_maturity_date
        .filter(|day| *day < loan.maturity_date)
    {
        return days("extended_back", extended, loan.maturity_date);
    }
    if loan.disbursement_date > case.as_of() {
        return days("disbursed_after_day", loan.disbursement_date, case.as_of());
    }
    Verdict::Clear
}

fn is_settled(case: &Case<'_>) -> bool {
    let loan = &case.loan;
    loan.status == Some(LoanStatus::Settled)
        || loan.settlement_date.is_some_and(|day| day <= case.as_of())
}
