//! A11 重复贴息: whether subsidy was paid twice on one loan for the same days.
//!
//! Periods that only share the day on which one ends and the next begins do not overlap.

use crate::domain::{Date, Fen, FileKind, subsidy::SubsidyPayment};
use crate::policy::book::Case;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Need, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "A11",
    severity: Severity::Violation,
    source: "审计署2017年公告：贴息补助未按规定使用",
    needs: &[Need::Table(FileKind::Subsidies)],
    parameters: &[],
    branches: &["twice", "overlap"],
    amount: paid_again,
    decide: Decide::Loan(decide),
};

/// Two payments whose days overlap, the one that begins first before the other.
fn overlapping<'b>(case: &Case<'b>) -> Option<(&'b SubsidyPayment, &'b SubsidyPayment)> {
    // Most payments stand in the order of their days, one behind the other, and nothing has to be put in order.
    let mut ends = case.payments().map(|payment| payment.period_end);
    let starts = case.payments().skip(1).map(|payment| payment.period_start);
    if starts.zip(&mut ends).all(|(start, end)| end <= start) && !has_empty_period(case) {
        return None;
    }
    let mut sorted: Vec<&SubsidyPayment> = case.payments().collect();
    sorted.sort_by_key(|payment| (payment.period_start, payment.period_end));
    let mut pairs = sorted.windows(2).filter_map(|pair| match pair {
        [one, other] => Some((*one, *other)),
        _ => None,
    });
    let equal = pairs.clone().find(|(one, other)| days(one) == days(other));
    equal.or_else(|| pairs.find(|(one, other)| other.period_start < one.period_end))
}

/// Whether a payment is for no day at all; such a one may stand twice without overlapping anything.
fn has_empty_period(case: &Case<'_>) -> bool {
    let mut payments = case.payments();
    payments.any(|payment| payment.period_end <= payment.period_start)
}

fn days(payment: &SubsidyPayment) -> (Date, Date) {
    (payment.period_start, payment.period_end)
}

/// What was paid by the later of the two.
fn paid_again(case: &Case<'_>) -> Fen {
    overlapping(case).map_or(Fen::ZERO, |(_, again)| again.amount)
}

fn decide(case: &Case<'_>) -> Verdict {
    if case.payments().next().is_none() {
        return Verdict::NotApplicable;
    }
    let Some((one, other)) = overlapping(case) else {
        return Verdict::Clear;
    };
    if days(one) == days(other) {
        let (from, to) = days(one);
        let told = [
            Figure::Day(from),
            Figure::Day(to),
            Figure::Money(one.amount),
            Figure::Money(other.amount),
        ];
        return Verdict::caught("twice", told);
    }
    let told = [
        one.period_start,
        one.period_end,
        other.period_start,
        other.period_end,
    ];
    Verdict::caught("overlap", told.map(Figure::Day))
}
