//! The timeline of one loan: each day that its file gives or the rules work out, in the order of time.

use serde::{Deserialize, Serialize};

use crate::domain::{Date, Field};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;

/// What happened, or must, on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Milestone {
    /// 放款
    Disbursed,
    /// 列入到期提醒
    DueSoon,
    /// 合同到期
    Matured,
    /// 展期后到期
    ExtensionMatured,
    /// 欠息开始
    InterestArrears,
    /// 逾期第一天
    Overdue,
    /// 转为不良
    NonPerforming,
    /// 缓冲期第一天
    BufferFirst,
    /// 缓冲期最后一天
    BufferLast,
    /// 最近催收
    LastCollection,
    /// 申请代偿
    PayoutApplied,
    /// 代偿
    PaidOut,
    /// 结清
    Settled,
}

/// Where a day comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", content = "what", rename_all = "snake_case")]
pub enum DaySource {
    /// A column of the file.
    Column(Field),
    /// Worked out by a parameter.
    WorkedOut(Parameter),
    /// The day after that of a column.
    DayAfter(Field),
}

/// A day of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The day; it may lie ahead of the day of the report.
    pub day: Date,
    /// What.
    pub milestone: Milestone,
    /// Where the day comes from.
    pub source: DaySource,
}

/// All days of a loan's timeline that are known, in the order of time.
pub fn steps(case: &Case<'_>) -> Vec<Step> {
    let given = given(case).into_iter().flatten();
    let mut steps: Vec<Step> = given
        .chain(worked_out(case).into_iter().flatten())
        .collect();
    steps.sort_by_key(|step| (step.day, step.milestone));
    steps
}

fn step(day: Option<Date>, milestone: Milestone, source: DaySource) -> Option<Step> {
    Some(Step {
        day: day?,
        milestone,
        source,
    })
}

/// What the file itself gives.
fn given(case: &Case<'_>) -> [Option<Step>; 10] {
    use Milestone as M;
    let loan = &case.loan;
    let of = |day, milestone, field| step(day, milestone, DaySource::Column(field));
    let fact = |milestone, field| of(case.day(field), milestone, field);
    let (disbursed, maturity) = (Some(loan.disbursement_date), Some(loan.maturity_date));
    let extended = loan.extended_maturity_date;
    [
        of(disbursed, M::Disbursed, Field::DisbursementDate),
        of(maturity, M::Matured, Field::MaturityDate),
        of(extended, M::ExtensionMatured, Field::ExtendedMaturityDate),
        of(loan.settlement_date, M::Settled, Field::SettlementDate),
        fact(M::InterestArrears, Field::InterestArrearsSince),
        fact(M::NonPerforming, Field::NonPerformingDate),
        fact(M::BufferFirst, Field::BufferStart),
        fact(M::LastCollection, Field::LastCollectionDate),
        fact(M::PayoutApplied, Field::PayoutAppliedDate),
        fact(M::PaidOut, Field::PayoutDate),
    ]
}

/// What the rules work out where the file gives no day.
fn worked_out(case: &Case<'_>) -> [Option<Step>; 5] {
    use Milestone as M;
    let standing = super::of(case);
    let loan = &case.loan;
    let maturity = loan.effective_maturity_date();
    let by = DaySource::WorkedOut;
    let soon = case.parameter(Parameter::DueSoonDays);
    let soon = soon.and_then(|days| Some(maturity.plus_days(-i32::try_from(days).ok()?)));
    let soon = soon.filter(|day| *day > loan.disbursement_date);
    let is_late = standing
        .arrears
        .is_some_and(|arrears| arrears.principal_days > 0);
    let matured_by = match loan.extended_maturity_date {
        Some(_) => Field::ExtendedMaturityDate,
        None => Field::MaturityDate,
    };
    let unless_given = |day: Option<Date>, field| day.filter(|_| case.day(field).is_none());
    let buffer = standing.buffer;
    let non_performing = unless_given(buffer.non_performing, Field::NonPerformingDate);
    let first = unless_given(buffer.first, Field::BufferStart);
    [
        step(soon, M::DueSoon, by(Parameter::DueSoonDays)),
        step(
            is_late.then(|| maturity.plus_days(1)),
            M::Overdue,
            DaySource::DayAfter(matured_by),
        ),
        step(
            non_performing,
            M::NonPerforming,
            by(Parameter::SubstandardAfterDays),
        ),
        step(first, M::BufferFirst, by(Parameter::NonPerformingStart)),
        step(buffer.last, M::BufferLast, by(Parameter::BufferLongestDays)),
    ]
}
