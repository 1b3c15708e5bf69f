//! 处置: which way a loan should go. Exactly one of nine, with the branch and figures that led there, the clause, and the
//! day by which something must happen. Whether a day in the file can be true is left to the checks.
//!
//! Before maturity a loan is renewed where all five conditions are met, else reminded of; overdue, it is extended or
//! collected by what is known of ability, willingness and cause; 不良 in the buffer it is collected whatever is known; after
//! the buffer it is paid out where nothing can be collected. What must be known and is not leads to 待摸排.

mod clause;
mod conditions;
mod extension;
mod renewal;

use serde::{Deserialize, Serialize};

use crate::domain::{Ability, Field, Willingness};

use super::book::Case;
use super::money_source::{MoneySource, money_source};
use super::parameters::Parameter;
use super::standing::{self, Deadline, Duty, Standing, State, days_after};
use super::verdict::{Figure, Reason, Unknown};

pub use clause::{BRANCHES, clause_of};
pub use conditions::{Condition, Holds, Missing};
pub use extension::{ExtensionCondition, conditions as extension_conditions};
pub use renewal::{RenewalCondition, conditions as renewal_conditions};

/// Which way a loan should go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Disposition {
    /// 到期提醒
    Remind,
    /// 清收
    Collect,
    /// 依法清收
    RecoverByLaw,
    /// 续贷
    Renew,
    /// 展期
    Extend,
    /// 缓冲期清收
    CollectInBuffer,
    /// 申请代偿
    PayOut,
    /// 待摸排
    LookInto,
    /// 无需处置
    NoAction,
}

impl Disposition {
    /// All nine, in the order of the report.
    pub const ALL: [Disposition; 9] = [
        Disposition::Remind,
        Disposition::Collect,
        Disposition::RecoverByLaw,
        Disposition::Renew,
        Disposition::Extend,
        Disposition::CollectInBuffer,
        Disposition::PayOut,
        Disposition::LookInto,
        Disposition::NoAction,
    ];
}

/// What was decided of a loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Which way it should go.
    pub disposition: Disposition,
    /// The branch of the decision and its figures.
    pub reason: Reason,
    /// By when what must happen; none where nothing must.
    pub deadline: Option<Deadline>,
    /// What has to be found out: of 待摸排, all that keeps it from being decided.
    pub missing: Missing,
    /// A candidate for 失信, for those inside only: unwilling out of malice, and overdue. Only courts publish such lists.
    pub is_candidate: bool,
    /// What the loan is.
    pub standing: Standing,
}

impl Decided {
    /// Document and article of the branch.
    pub fn clause(&self) -> &'static str {
        clause_of(self.reason.branch)
    }
}

/// What a branch says before what every loan has is added.
struct Way {
    disposition: Disposition,
    reason: Reason,
    deadline: Option<Deadline>,
    missing: Missing,
}

impl Way {
    fn new<const N: usize>(
        disposition: Disposition,
        branch: &'static str,
        figures: [Figure; N],
    ) -> Way {
        Way {
            disposition,
            reason: Reason::of(branch, figures),
            deadline: None,
            missing: Missing::default(),
        }
    }

    fn by(self, deadline: Option<Deadline>) -> Way {
        Way { deadline, ..self }
    }

    fn missing(self, missing: Missing) -> Way {
        Way { missing, ..self }
    }
}

/// Which way a loan should go. Nothing is allocated: it is asked for a million loans.
pub fn of(case: &Case<'_>) -> Decided {
    let standing = standing::of(case);
    let is_malicious = willingness(case) == Some(Willingness::Malicious);
    let way = match standing.state {
        State::Settled => Way::new(Disposition::NoAction, "settled", []),
        State::Recovered => Way::new(Disposition::NoAction, "recovered", []),
        State::WrittenOff => Way::new(Disposition::NoAction, "written_off", []),
        State::NotDue => not_due(case),
        State::DueSoon => due_soon(case, &standing),
        State::Overdue => overdue(case, &standing),
        State::NonPerforming | State::InBuffer => in_buffer(case, &standing),
        State::BufferOver => after_buffer(case, &standing),
        State::PaidOut | State::Recovering if is_malicious => {
            Way::new(Disposition::RecoverByLaw, "paid_out_malicious", [])
        }
        State::PaidOut | State::Recovering => after_payout(&standing),
    };
    let is_late = match standing.state {
        State::PaidOut | State::Recovering => true,
        _ => standing.arrears.is_some_and(|own| own.days > 0),
    };
    Decided {
        disposition: way.disposition,
        reason: way.reason,
        deadline: way.deadline,
        missing: way.missing,
        is_candidate: is_malicious && is_late,
        standing,
    }
}

/// 还款能力; that someone wrote 未知 is no knowledge.
fn ability(case: &Case<'_>) -> Option<Ability> {
    case.word::<Ability>()
        .filter(|own| *own != Ability::Unknown)
}

/// 还款意愿, in the same way.
fn willingness(case: &Case<'_>) -> Option<Willingness> {
    case.word::<Willingness>()
        .filter(|own| *own != Willingness::Unknown)
}

fn not_due(case: &Case<'_>) -> Way {
    let maturity = case.loan.effective_maturity_date();
    Way::new(Disposition::NoAction, "not_due", [Figure::Day(maturity)])
}

/// The last weeks before maturity and the day itself: 续贷 where it can be, 到期提醒 where not, whatever the reason.
fn due_soon(case: &Case<'_>, standing: &Standing) -> Way {
    let maturity = case.loan.effective_maturity_date();
    let left = i64::from(maturity.days_since(case.as_of()));
    let conditions = renewal::conditions(case, standing);
    let figures = [Figure::Day(maturity), Figure::Days(left)];
    match Holds::all(conditions.iter().map(|condition| condition.holds)) {
        Holds::Met => {
            let last = conditions::last_signing_day(case).map(|last| last.min(maturity));
            let sign = Deadline {
                duty: Duty::SignRenewal,
                by: last,
            };
            Way::new(Disposition::Renew, "renew", figures).by(Some(sign))
        }
        Holds::NotMet => Way::new(Disposition::Remind, "due_soon", figures).by(standing.next),
        Holds::Unknown(_) => {
            let missing = Missing::of(conditions.iter().map(|condition| condition.holds));
            Way::new(Disposition::Remind, "due_soon_unknown", figures)
                .by(standing.next)
                .missing(missing)
        }
    }
}

/// Overdue and not yet 不良.
fn overdue(case: &Case<'_>, standing: &Standing) -> Way {
    let days = [Figure::Days(overdue_days(standing))];
    if willingness(case) == Some(Willingness::Malicious) {
        return Way::new(Disposition::RecoverByLaw, "overdue_malicious", days);
    }
    let collect = |branch| Way::new(Disposition::Collect, branch, days).by(standing.next);
    match (ability(case), willingness(case)) {
        (None, _) | (_, None) => look_into(case, standing, people(case)),
        (Some(Ability::Able | Ability::Unknown), Some(_)) => collect("overdue_able"),
        (Some(Ability::None), Some(_)) => collect("overdue_unable"),
        (Some(Ability::Weak), Some(Willingness::Good)) => weak_and_willing(case, standing),
        (Some(Ability::Weak), Some(_)) => collect("overdue_weak_unwilling"),
    }
}

/// 展期 where both conditions are met.
fn weak_and_willing(case: &Case<'_>, standing: &Standing) -> Way {
    let days = [Figure::Days(overdue_days(standing))];
    let conditions = extension::conditions(case);
    match Holds::all(conditions.iter().map(|condition| condition.holds)) {
        Holds::Met => {
            let sign = standing.next.map(|next| Deadline {
                duty: Duty::SignExtension,
                by: next
                    .by
                    .and_then(|day| Ok(day.min(conditions::last_signing_day(case)?))),
            });
            Way::new(Disposition::Extend, "extend", days).by(sign)
        }
        Holds::NotMet => {
            Way::new(Disposition::Collect, "overdue_not_extensible", days).by(standing.next)
        }
        Holds::Unknown(_) => {
            let missing = Missing::of(conditions.iter().map(|condition| condition.holds));
            look_into(case, standing, missing)
        }
    }
}

/// 不良 until its buffer is over: collected whatever is known of the household.
fn in_buffer(case: &Case<'_>, standing: &Standing) -> Way {
    match (standing.buffer.first, standing.buffer.last) {
        (Some(first), Some(last)) => {
            let figures = [Figure::Day(first), Figure::Day(last)];
            Way::new(Disposition::CollectInBuffer, "in_buffer", figures).by(standing.next)
        }
        _ => {
            let unknown = standing.next.and_then(|next| next.by.err());
            let missing = Missing::of(unknown.map(Holds::Unknown));
            look_into_as(case, standing, "buffer_unknown", missing)
        }
    }
}

/// The buffer is over: 代偿 where the household cannot pay, whatever its will. Where nobody pays for it, its will decides
/// as everywhere else.
fn after_buffer(case: &Case<'_>, standing: &Standing) -> Way {
    let (ability, willingness) = (ability(case), willingness(case));
    let over = standing
        .since
        .map_or(Figure::Days(overdue_days(standing)), Figure::Day);
    match (ability, willingness) {
        (None, _) => look_into(case, standing, people(case)),
        (Some(Ability::None), _) if shares_risk(case) => pay_out(case, standing, over),
        (Some(_), Some(Willingness::Malicious)) => {
            Way::new(Disposition::RecoverByLaw, "buffer_over_malicious", [over])
        }
        (Some(_), None) => look_into(case, standing, people(case)),
        (Some(Ability::None), Some(_)) => {
            Way::new(Disposition::Collect, "buffer_over_not_entitled", [over])
        }
        (Some(Ability::Weak), Some(_)) => {
            Way::new(Disposition::Collect, "buffer_over_weak", [over])
        }
        (Some(Ability::Able | Ability::Unknown), Some(_)) => {
            Way::new(Disposition::Collect, "buffer_over_able", [over])
        }
    }
}

/// Whether anybody's money shares the risk, or may.
fn shares_risk(case: &Case<'_>) -> bool {
    money_source(case, case.as_of()) != Ok(MoneySource::Nobody)
}

fn pay_out(case: &Case<'_>, standing: &Standing, over: Figure) -> Way {
    let applied = case
        .day(Field::PayoutAppliedDate)
        .filter(|day| *day <= case.as_of());
    let way = match applied {
        Some(applied) => {
            let figures = [over, Figure::Day(applied)];
            Way::new(Disposition::PayOut, "applied", figures)
        }
        None => Way::new(Disposition::PayOut, "buffer_over_unable", [over]),
    };
    way.by(standing.next)
}

fn after_payout(standing: &Standing) -> Way {
    match standing.since {
        Some(paid) => Way::new(Disposition::Collect, "paid_out_on", [Figure::Day(paid)]),
        None => Way::new(Disposition::Collect, "paid_out", []),
    }
}

/// What is missing of ability and willingness.
fn people(case: &Case<'_>) -> Missing {
    let lacks = |is_known, field| match is_known {
        true => Holds::Met,
        false => Holds::Unknown(Unknown::Fact(field)),
    };
    Missing::of([
        lacks(ability(case).is_some(), Field::Ability),
        lacks(willingness(case).is_some(), Field::Willingness),
    ])
}

fn look_into(case: &Case<'_>, standing: &Standing, missing: Missing) -> Way {
    look_into_as(case, standing, "look_into", missing)
}

/// 待摸排, within the days that the county gives from the first day overdue.
fn look_into_as(
    case: &Case<'_>,
    standing: &Standing,
    branch: &'static str,
    missing: Missing,
) -> Way {
    let days = Figure::Days(overdue_days(standing));
    let first = case.loan.effective_maturity_date().plus_days(1);
    let deadline = Deadline {
        duty: Duty::LookInto,
        by: days_after(case, first, Parameter::LookIntoWithinDays),
    };
    Way::new(Disposition::LookInto, branch, [days])
        .by(Some(deadline))
        .missing(missing)
}

fn overdue_days(standing: &Standing) -> i64 {
    standing
        .arrears
        .map_or(0, |arrears| i64::from(arrears.days))
}
