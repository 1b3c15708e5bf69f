//! What a row says against itself: amounts, days and status that cannot all be true.

use std::collections::BTreeMap;

use crate::domain::{County, Date, Fen, Field, Loan, LoanStatus};
use crate::intake::finding::Problem;

use super::{Against, Odd, Said};

/// The day of the data where it is not known: no loan is past due on it, and none is paid out after it.
const UNKNOWN: Date = Date::from_days(i32::MAX);

/// Gathers the rows that contradict themselves; `days` is the day of the data by file.
pub(super) fn find(county: &County, days: &BTreeMap<u32, Date>, odd: &mut Vec<Odd>) {
    let loans = &county.loans;
    let overdue_days = loans.facts.values(Field::OverdueDays);
    let overdue_principal = loans.facts.values(Field::OverduePrincipal);
    for (file, rows) in loans.rows_of_files() {
        let as_of = days.get(&file).copied();
        let limit = as_of.unwrap_or(UNKNOWN);
        for row in rows {
            let loan = loans.loan(row);
            let is_odd = is_odd(&loan, limit)
                | is_miscounted(&loan, as_of, overdue_days.get(row))
                | is_above_balance(&loan, overdue_principal.get(row));
            if is_odd {
                odd.push(Odd {
                    row: row as u32,
                    against: Against::Itself,
                });
            }
        }
    }
}

/// Whether the columns that loans themselves hold contradict one another. All are looked at: no branch is taken.
#[inline(always)]
fn is_odd(loan: &Loan, as_of: Date) -> bool {
    let is_owed = loan.is_outstanding();
    (loan.outstanding_principal > loan.disbursed_principal)
        | (loan.maturity_date < loan.disbursement_date)
        | is_extended_back(loan)
        | (loan.disbursement_date > as_of)
        | (is_owed & is_settled(loan, as_of))
        | is_overdue_too_early(loan, as_of)
}

#[inline(always)]
fn is_extended_back(loan: &Loan) -> bool {
    loan.extended_maturity_date
        .is_some_and(|extended| extended < loan.maturity_date)
}

/// Whether the loan counts as settled by its status or by a day that has come.
#[inline(always)]
fn is_settled(loan: &Loan, as_of: Date) -> bool {
    (loan.status == Some(LoanStatus::Settled))
        | loan.settlement_date.is_some_and(|day| day <= as_of)
}

/// Whether the status says overdue and the loan is not: on the day it is due it is still in time.
#[inline(always)]
fn is_overdue_too_early(loan: &Loan, as_of: Date) -> bool {
    (loan.status == Some(LoanStatus::Overdue))
        & (as_of != UNKNOWN)
        & (as_of <= loan.effective_maturity_date())
}

#[inline(always)]
fn is_miscounted(loan: &Loan, as_of: Option<Date>, reported: Option<i64>) -> bool {
    match (as_of, reported) {
        (Some(as_of), Some(reported)) => {
            loan.is_outstanding() && reported != i64::from(days_overdue(loan, as_of))
        }
        _ => false,
    }
}

#[inline(always)]
fn is_above_balance(loan: &Loan, overdue: Option<i64>) -> bool {
    overdue.is_some_and(|overdue| Fen(overdue) > loan.outstanding_principal)
}

/// Calendar days from the day it is due to that of the data; none before it.
fn days_overdue(loan: &Loan, as_of: Date) -> i32 {
    as_of.days_since(loan.effective_maturity_date()).max(0)
}

/// What a row says against itself, in the order of the columns as offices have them.
pub(super) fn said(county: &County, row: usize, as_of: Option<Date>) -> Vec<Said> {
    let loan = county.loans.loan(row);
    let facts = &county.loans.facts;
    let reported = facts.values(Field::OverdueDays).get(row);
    let overdue = facts.values(Field::OverduePrincipal).get(row);
    let mut said = of_amounts(&loan, as_of.unwrap_or(UNKNOWN));
    said.extend(of_days(&loan));
    if let Some(as_of) = as_of {
        said.extend(of_day_of_data(&loan, as_of, reported));
    }
    if let Some(overdue) = overdue.filter(|_| is_above_balance(&loan, overdue)) {
        let (overdue, balance) = (Fen(overdue), loan.outstanding_principal);
        said.push(Said {
            fields: &[Field::OverduePrincipal],
            found: Some(overdue.to_string()),
            problem: Problem::OverduePrincipalAboveBalance { overdue, balance },
        });
    }
    said
}

fn of_amounts(loan: &Loan, as_of: Date) -> Vec<Said> {
    let (balance, principal) = (loan.outstanding_principal, loan.disbursed_principal);
    let is_settled = loan.is_outstanding() && is_settled(loan, as_of);
    let settlement = loan.settlement_date.filter(|day| *day <= as_of);
    let above =
        (balance > principal).then_some(Problem::BalanceAbovePrincipal { balance, principal });
    let settled = is_settled.then_some(Problem::SettledWithBalance {
        balance,
        settlement,
    });
    let said = [above, settled].into_iter().flatten();
    said.map(|problem| Said {
        fields: &[Field::OutstandingPrincipal],
        found: Some(balance.to_string()),
        problem,
    })
    .collect()
}

fn of_days(loan: &Loan) -> Vec<Said> {
    let (disbursement, maturity) = (loan.disbursement_date, loan.maturity_date);
    let mut said = Vec::new();
    if maturity < disbursement {
        said.push(Said {
            fields: &[Field::MaturityDate],
            found: Some(maturity.to_string()),
            problem: Problem::MaturityBeforeDisbursement {
                disbursement,
                maturity,
            },
        });
    }
    if let Some(extended) = loan
        .extended_maturity_date
        .filter(|_| is_extended_back(loan))
    {
        said.push(Said {
            fields: &[Field::ExtendedMaturityDate],
            found: Some(extended.to_string()),
            problem: Problem::ExtendedBeforeMaturity { maturity, extended },
        });
    }
    said
}

fn of_day_of_data(loan: &Loan, as_of: Date, reported: Option<i64>) -> Vec<Said> {
    let (disbursement, maturity) = (loan.disbursement_date, loan.effective_maturity_date());
    let mut said = Vec::new();
    if disbursement > as_of {
        said.push(Said {
            fields: &[Field::DisbursementDate],
            found: Some(disbursement.to_string()),
            problem: Problem::DisbursedAfterAsOf {
                disbursement,
                as_of,
            },
        });
    }
    if is_overdue_too_early(loan, as_of) {
        said.push(Said {
            fields: &[Field::Status],
            // The cell's own word is not kept.
            found: None,
            problem: Problem::OverdueButNotDue { as_of, maturity },
        });
    }
    let reported = reported.filter(|_| is_miscounted(loan, Some(as_of), reported));
    if let Some(reported) = reported.and_then(|days| u64::try_from(days).ok()) {
        let counted = u64::from(days_overdue(loan, as_of).unsigned_abs());
        said.push(Said {
            fields: &[Field::OverdueDays],
            found: Some(reported.to_string()),
            problem: Problem::OverdueDaysDiffer { reported, counted },
        });
    }
    said
}
