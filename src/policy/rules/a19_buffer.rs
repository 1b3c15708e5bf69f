//! A19 代偿缓冲期: whether a non-performing loan has no buffer written down, its buffer has run out and nothing was applied
//! for, or it was paid out before the buffer was over.
//!
//! Non-performing and paid out are what the standing says; a payout or an application dated after the day of the report
//! has not happened.
//! That no buffer is written down counts only in a file that gives the column at all. A buffer that has run out is certain,
//! whether or not the file could tell of an application.

use crate::domain::{Date, Field};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::standing::{self, State};
use crate::policy::verdict::{Figure, Unknown, Verdict};

use super::{Decide, Need, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A19",
    severity: Severity::Suspicion,
    source: "达川脱贫攻坚办〔2019〕90号 三(三)",
    needs: &[Need::Column(&[
        Field::BufferStart,
        Field::NonPerformingDate,
    ])],
    parameters: &[Parameter::BufferLongestDays],
    asked_on: disbursement_day,
    branches: &["paid_early", "no_buffer", "run_out"],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    let happened = |field| case.day(field).filter(|day| *day <= case.as_of());
    let start = case.day(Field::BufferStart);
    let start = start.or_else(|| case.day(Field::NonPerformingDate));
    match standing::of(case).state {
        State::PaidOut | State::Recovering | State::Recovered => {
            match happened(Field::PayoutDate) {
                Some(paid) => of_payout(case, start, paid),
                None => Verdict::lacks(Field::PayoutDate),
            }
        }
        state if !state.is_non_performing() => Verdict::NotApplicable,
        _ => match start {
            Some(start) => of_buffer(case, start),
            None => without_buffer(case),
        },
    }
}

fn of_payout(case: &Case<'_>, start: Option<Date>, paid: Date) -> Verdict {
    let Some(start) = start else {
        return Verdict::lacks(Field::BufferStart);
    };
    let Some(longest) = case.parameter(Parameter::BufferLongestDays) else {
        return Verdict::Undetermined(Unknown::Parameter(Parameter::BufferLongestDays));
    };
    let days = i64::from(paid.days_since(start));
    if days >= longest {
        return Verdict::Clear;
    }
    let told = [Figure::Day(start), Figure::Day(paid), Figure::Days(longest)];
    Verdict::caught("paid_early", told)
}

fn without_buffer(case: &Case<'_>) -> Verdict {
    let columns = [Field::BufferStart, Field::NonPerformingDate];
    if !columns.iter().any(|field| case.file_gives(*field)) {
        return Verdict::lacks(Field::BufferStart);
    }
    let days = case.arrears().map_or(0, |arrears| i64::from(arrears.days));
    Verdict::caught("no_buffer", [Figure::Days(days)])
}

fn of_buffer(case: &Case<'_>, start: Date) -> Verdict {
    let Some(longest) = case.parameter(Parameter::BufferLongestDays) else {
        return Verdict::Undetermined(Unknown::Parameter(Parameter::BufferLongestDays));
    };
    let days = i64::from(case.as_of().days_since(start));
    let applied = case.day(Field::PayoutAppliedDate);
    if days <= longest || applied.is_some_and(|day| day <= case.as_of()) {
        return Verdict::Clear;
    }
    let told = [
        Figure::Day(start),
        Figure::Days(days),
        Figure::Days(longest),
    ];
    Verdict::caught("run_out", told)
}
