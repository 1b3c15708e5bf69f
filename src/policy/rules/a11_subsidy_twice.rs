//! A11 重复贴息: whether subsidy was paid twice on one loan for the same days.
//!
//! Which days a period has is a matter of the convention on first and last days; periods that follow one another share none.

use crate::domain::{Fen, FileKind};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::subsidy::against_paid::twice;
use crate::policy::verdict::{Figure, Verdict};

use super::{Decide, Need, Rule, Severity, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A11",
    severity: Severity::Violation,
    source: "审计署2017年公告：贴息补助未按规定使用",
    needs: &[Need::Table(FileKind::Subsidies)],
    parameters: &[
        Parameter::FirstDayBearsInterest,
        Parameter::LastDayBearsInterest,
    ],
    asked_on: disbursement_day,
    branches: &["twice", "overlap"],
    amount: paid_again,
    decide: Decide::Loan(decide),
};

/// What was paid by the later of the two.
fn paid_again(case: &Case<'_>) -> Fen {
    let again = twice(case).ok().flatten();
    again.map_or(Fen::ZERO, |again| again.second.amount)
}

fn decide(case: &Case<'_>) -> Verdict {
    if case.payments().next().is_none() {
        return Verdict::NotApplicable;
    }
    let again = match twice(case) {
        Err(unknown) => return Verdict::Undetermined(unknown),
        Ok(None) => return Verdict::Clear,
        Ok(Some(again)) => again,
    };
    let (one, other) = (again.first, again.second);
    if again.is_same_period() {
        let days = [one.period_start, one.period_end].map(Figure::Day);
        let amounts = [one.amount, other.amount].map(Figure::Money);
        return Verdict::caught("twice", [days[0], days[1], amounts[0], amounts[1]]);
    }
    let told = [
        one.period_start,
        one.period_end,
        other.period_start,
        other.period_end,
    ];
    Verdict::caught("overlap", told.map(Figure::Day))
}
