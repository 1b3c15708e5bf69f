//! A28 通报数与台账不符: whether what a lender reports as a whole is the sum of its loans.
//!
//! Only totals of the day of the report are compared; those of other days are told as missing.

use crate::domain::FileKind;
use crate::domain::{Fen, Symbol, side_table::ReportedTotal};
use crate::policy::book::Book;
use crate::policy::days_past_due::days_past_due;
use crate::policy::verdict::{Figure, Reason, Unknown};

use super::{Decide, Hit, Need, Rule, Severity, Subject, balance, report_day};

pub(super) const RULE: Rule = Rule {
    id: "A28",
    severity: Severity::Data,
    source: "达川脱贫攻坚办〔2019〕90号 四(一) 逾期和不良通报制度",
    needs: &[Need::Table(FileKind::ReportedTotals)],
    parameters: &[],
    asked_on: report_day,
    branches: &["outstanding", "overdue", "loans"],
    amount: balance,
    decide: Decide::County(decide),
};

/// The sums of one lender's loans.
#[derive(Clone, Copy, Default)]
struct Summed {
    loans: u64,
    outstanding: Fen,
    overdue: Fen,
}

fn decide(book: &Book<'_>) -> Vec<Hit> {
    let mut lenders = vec![Summed::default(); book.county().loans.lenders.len()];
    book.each(|case| {
        let days = days_past_due(&case.loan, book.as_of());
        if let (Some(days), Some(own)) = (days, lenders.get_mut(case.loan.lender.0 as usize)) {
            own.loans += 1;
            own.outstanding += case.loan.outstanding_principal;
            if days > 0 {
                own.overdue += case.loan.outstanding_principal;
            }
        }
    });
    let all = lenders.iter().enumerate();
    let owing = all.map(|(at, own)| (Symbol(at as u32), *own));
    owing
        .filter_map(|(lender, own)| of_lender(book, lender, own))
        .collect()
}

fn of_lender(book: &Book<'_>, lender: Symbol, own: Summed) -> Option<Hit> {
    let totals = &book.county().reported_totals;
    let reported = totals
        .get(&(lender, Some(book.as_of())))
        .or_else(|| totals.get(&(lender, None)));
    let hit = |says, amount| Hit {
        subject: Subject::Lender(lender),
        says,
        amount,
    };
    let Some(reported) = reported.map(|row| row.says) else {
        let is_owing = own.loans > 0;
        return is_owing.then(|| hit(Err(Unknown::Table(FileKind::ReportedTotals)), Fen::ZERO));
    };
    let (reason, amount) = difference(&reported, own)?;
    Some(hit(Ok(reason), amount))
}

/// The first of the reported figures that is not the sum, and by how much.
fn difference(reported: &ReportedTotal, own: Summed) -> Option<(Reason, Fen)> {
    let apart = |one: Fen, other: Fen| Fen((one.0 - other.0).abs());
    let money = |branch, said: Fen, sum: Fen| {
        let by = apart(said, sum);
        (Reason::of(branch, [said, sum, by].map(Figure::Money)), by)
    };
    if reported.outstanding != own.outstanding {
        return Some(money("outstanding", reported.outstanding, own.outstanding));
    }
    if let Some(overdue) = reported.overdue.filter(|overdue| *overdue != own.overdue) {
        return Some(money("overdue", overdue, own.overdue));
    }
    let loans = reported.loans.filter(|loans| *loans != own.loans)?;
    let told = [loans, own.loans].map(Figure::Count);
    Some((Reason::of("loans", told), Fen::ZERO))
}
