//! What a loan is on the way from disbursement to its end: not due, overdue, non-performing, in the buffer, paid out and
//! so on, since when, and what must happen by which day. Days that contradict each other are left to the checks.
//!
//! 不良 begins on the lender's 不良认定日, or where there is none on the first day past due that is 次级; the buffer on
//! 缓冲期开始, or where there is none with 不良. The buffer's last day is its longest length after its first.

mod steps;

use serde::{Deserialize, Serialize};

use crate::domain::{Date, Fen, Field, LoanStatus};

use super::book::Case;
use super::classification::{Arrears, InterestClock};
use super::parameters::Parameter;
use super::verdict::Unknown;

pub use steps::{DaySource, Milestone, Step, steps};

/// What a loan is on a day, in the order in which it may become so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// 未到期
    NotDue,
    /// 即将到期
    DueSoon,
    /// 逾期
    Overdue,
    /// 不良: its buffer has not begun, or no one can say when it does.
    NonPerforming,
    /// 缓冲期内
    InBuffer,
    /// 缓冲期满
    BufferOver,
    /// 已代偿: paid out of the fund, nothing recovered yet
    PaidOut,
    /// 追偿中: a part of what was paid out is recovered
    Recovering,
    /// 已收回: all that was paid out is recovered
    Recovered,
    /// 已结清
    Settled,
    /// 已核销
    WrittenOff,
}

impl State {
    /// All of them, in their order.
    pub const ALL: [State; 11] = [
        State::NotDue,
        State::DueSoon,
        State::Overdue,
        State::NonPerforming,
        State::InBuffer,
        State::BufferOver,
        State::PaidOut,
        State::Recovering,
        State::Recovered,
        State::Settled,
        State::WrittenOff,
    ];

    /// Whether the loan is 不良 and neither paid out nor ended.
    pub fn is_non_performing(self) -> bool {
        matches!(
            self,
            State::NonPerforming | State::InBuffer | State::BufferOver
        )
    }
}

/// What must happen by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// 送达还款通知
    Remind,
    /// 到期还款
    Repay,
    /// 转为不良前收回
    CollectBeforeNonPerforming,
    /// 缓冲期内清收
    CollectInBuffer,
    /// 申请代偿
    ApplyForPayout,
    /// 拨付代偿
    PayOut,
    /// 摸清原因、能力和意愿
    LookInto,
    /// 签订续贷合同
    SignRenewal,
    /// 签订展期协议
    SignExtension,
}

/// A duty and its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What.
    pub duty: Duty,
    /// The last day for it, or what would have to be known.
    pub by: Result<Date, Unknown>,
}

/// What a loan is on a day, since when, and what comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What it is.
    pub state: State,
    /// The first day of it; none where neither the file nor a rule gives one.
    pub since: Option<Date>,
    /// What must happen next; none where nothing must.
    pub next: Option<Deadline>,
    /// Of a loan with a balance, how far it is in arrears.
    pub arrears: Option<Arrears>,
    /// The first and the last day of the buffer, as far as they are known.
    pub buffer: Buffer,
}

/// The days of the buffer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Buffer {
    /// 不良 since.
    pub non_performing: Option<Date>,
    /// Its first day.
    pub first: Option<Date>,
    /// Its last day.
    pub last: Option<Date>,
}

impl Standing {
    /// Days in the state so far, its first day being day 0; none where its first day is not known.
    pub fn days(&self, as_of: Date) -> Option<i64> {
        Some(i64::from(as_of.days_since(self.since?)))
    }

    fn of(state: State, since: Option<Date>, next: Option<Deadline>) -> Standing {
        Standing {
            state,
            since,
            next,
            arrears: None,
            buffer: Buffer::default(),
        }
    }
}

/// What a loan is on the day of the report.
pub fn of(case: &Case<'_>) -> Standing {
    let paid_out = case
        .day(Field::PayoutDate)
        .filter(|day| *day <= case.as_of());
    if case.loan.status == Some(LoanStatus::PaidOut) || paid_out.is_some() {
        return after_payout(case, paid_out);
    }
    if case.loan.status == Some(LoanStatus::WrittenOff) {
        return Standing::of(State::WrittenOff, case.loan.settlement_date, None);
    }
    let Some(arrears) = case.arrears() else {
        return Standing::of(State::Settled, case.loan.settlement_date, None);
    };
    let standing = if is_non_performing(case, &arrears) {
        non_performing(case, &arrears)
    } else if arrears.principal_days > 0 {
        overdue(case, &arrears)
    } else {
        before_maturity(case)
    };
    Standing {
        arrears: Some(arrears),
        ..standing
    }
}

/// 已代偿, and how far what was paid is recovered. The day of a recovery stands in no column.
fn after_payout(case: &Case<'_>, paid_out: Option<Date>) -> Standing {
    let shares = [Field::PayoutByGovernment, Field::PayoutByBank].map(|field| case.money(field));
    let recovered = case
        .money(Field::RecoveredAfterPayout)
        .filter(|amount| amount.is_positive());
    match (recovered, shares) {
        (None, _) => Standing::of(State::PaidOut, paid_out, None),
        (Some(recovered), [Some(government), Some(bank)])
            if recovered >= government + bank && government + bank > Fen::ZERO =>
        {
            Standing::of(State::Recovered, None, None)
        }
        (Some(_), _) => Standing::of(State::Recovering, None, None),
    }
}

/// 不良 by the rules' class, or by the lender's; a recognised day alone counts where the lender gives no class.
fn is_non_performing(case: &Case<'_>, arrears: &Arrears) -> bool {
    let reported = case.loan.reported_class;
    let is_reported = reported.is_some_and(|class| class.is_non_performing());
    let is_recognised = reported.is_none()
        && takes_recognised_day(case)
        && case
            .day(Field::NonPerformingDate)
            .is_some_and(|day| day <= case.as_of());
    arrears.class.is_non_performing() || is_reported || is_recognised
}

/// Whether the lender's own day goes before the one worked out.
fn takes_recognised_day(case: &Case<'_>) -> bool {
    case.parameter(Parameter::NonPerformingStart) != Some(1)
}

/// The first day of 不良 by the days of the worse clock; none where the days alone do not make it so.
fn worked_out_day(case: &Case<'_>, arrears: &Arrears) -> Option<Date> {
    let first = arrears.bounds.first_non_performing_day()?;
    let of_clock = |days: u32| {
        let since = i32::try_from(days.checked_sub(first)?).ok()?;
        Some(case.as_of().plus_days(-since))
    };
    let interest = match arrears.interest {
        InterestClock::Days(days) => of_clock(days),
        InterestClock::Still | InterestClock::Undated => None,
    };
    // The clock that came first.
    [of_clock(arrears.principal_days), interest]
        .into_iter()
        .flatten()
        .min()
}

/// 不良认定日 and the days of the buffer.
fn buffer(case: &Case<'_>, arrears: &Arrears) -> (Buffer, Option<Unknown>) {
    let recognised = case
        .day(Field::NonPerformingDate)
        .filter(|_| takes_recognised_day(case));
    let non_performing = recognised.or_else(|| worked_out_day(case, arrears));
    let first = case.day(Field::BufferStart).or(non_performing);
    let longest = case.parameter(Parameter::BufferLongestDays);
    let length = longest.and_then(|days| i32::try_from(days).ok());
    let lacks = match (first, length) {
        (None, _) => Some(Unknown::Fact(Field::NonPerformingDate)),
        (_, None) => Some(Unknown::Parameter(Parameter::BufferLongestDays)),
        _ => None,
    };
    let last = first.zip(length).map(|(first, days)| first.plus_days(days));
    let days = Buffer {
        non_performing,
        first,
        last,
    };
    (days, lacks)
}

fn non_performing(case: &Case<'_>, arrears: &Arrears) -> Standing {
    let (buffer, lacks) = buffer(case, arrears);
    let as_of = case.as_of();
    // No state began on a day to come: until the lender recognises it, the loan is so by its own days.
    let begun = buffer.non_performing.filter(|day| *day <= as_of);
    let since = begun.or_else(|| worked_out_day(case, arrears));
    let collect = |by| {
        Some(Deadline {
            duty: Duty::CollectInBuffer,
            by,
        })
    };
    let standing = match (buffer.first, buffer.last) {
        (Some(first), Some(last)) if as_of < first => {
            Standing::of(State::NonPerforming, since, collect(Ok(last)))
        }
        (Some(first), Some(last)) if as_of <= last => {
            Standing::of(State::InBuffer, Some(first), collect(Ok(last)))
        }
        (Some(_), Some(last)) => {
            let over = Some(last.plus_days(1));
            Standing::of(State::BufferOver, over, Some(payout_deadline(case, last)))
        }
        _ => {
            let by = lacks.map(Err);
            let next = by.and_then(collect);
            Standing::of(State::NonPerforming, since, next)
        }
    };
    Standing { buffer, ..standing }
}

/// Once applied for, a payout must be paid; before that, applied for.
fn payout_deadline(case: &Case<'_>, buffer_last: Date) -> Deadline {
    let applied = case
        .day(Field::PayoutAppliedDate)
        .filter(|day| *day <= case.as_of());
    let (duty, from, within) = match applied {
        Some(applied) => (Duty::PayOut, applied, Parameter::PayWithinDays),
        None => (
            Duty::ApplyForPayout,
            buffer_last,
            Parameter::ApplyWithinDays,
        ),
    };
    Deadline {
        duty,
        by: days_after(case, from, within),
    }
}

/// The day so many days of a parameter after another.
pub(super) fn days_after(case: &Case<'_>, from: Date, within: Parameter) -> Result<Date, Unknown> {
    let days = case
        .parameter(within)
        .and_then(|days| i32::try_from(days).ok());
    match days {
        Some(days) => Ok(from.plus_days(days)),
        None => Err(Unknown::Parameter(within)),
    }
}

fn overdue(case: &Case<'_>, arrears: &Arrears) -> Standing {
    let maturity = case.loan.effective_maturity_date();
    let last = arrears.bounds.first_non_performing_day();
    let last = last.and_then(|first| i32::try_from(first - 1).ok());
    let next = last.map(|days| Deadline {
        duty: Duty::CollectBeforeNonPerforming,
        by: Ok(maturity.plus_days(days)),
    });
    Standing::of(State::Overdue, Some(maturity.plus_days(1)), next)
}

fn before_maturity(case: &Case<'_>) -> Standing {
    let maturity = case.loan.effective_maturity_date();
    let disbursed = case.loan.disbursement_date;
    let ahead = |parameter| {
        let days = case.parameter(parameter)?;
        Some(maturity.plus_days(-i32::try_from(days).ok()?))
    };
    // Where no one says how many days are soon, no loan is due soon.
    let soon = ahead(Parameter::DueSoonDays);
    let next = match ahead(Parameter::RemindBeforeDays) {
        Some(day) if case.as_of() <= day => (Duty::Remind, day),
        _ => (Duty::Repay, maturity),
    };
    let next = Some(Deadline {
        duty: next.0,
        by: Ok(next.1),
    });
    match soon {
        Some(soon) if soon <= case.as_of() => {
            Standing::of(State::DueSoon, Some(soon.max(disbursed)), next)
        }
        _ => Standing::of(State::NotDue, Some(disbursed), next),
    }
}
