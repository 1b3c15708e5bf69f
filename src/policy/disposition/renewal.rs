//! 续贷: the five conditions of 达川脱贫攻坚办〔2019〕90号 三(二), the first of them in four parts.

use serde::{Deserialize, Serialize};

use crate::domain::{Ability, Field, RiskClass, Willingness};
use crate::policy::book::Case;
use crate::policy::classification::InterestClock;
use crate::policy::days_past_due::days_past_due;
use crate::policy::parameters::Parameter;
use crate::policy::standing::Standing;
use crate::policy::verdict::Unknown;

use super::conditions::{Condition, Holds, household, in_period, own_use, renewals, times_left};
use super::{ability, willingness};

/// A condition of 续贷.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RenewalCondition {
    /// 符合申请条件: a household of the programme
    Household,
    /// 符合申请条件: 户贷户用
    OwnUse,
    /// 符合申请条件: fewer renewals so far than allowed
    TimesLeft,
    /// 符合申请条件: within the period in which contracts may be signed
    InPeriod,
    /// 一定还款能力
    Able,
    /// 还款意愿良好
    Willing,
    /// 确有资金需求
    NeedsMoney,
    /// 风险可控
    RiskUnderControl,
}

/// Whether each condition holds. The borrower's age stands in no column and is left to the bank.
pub fn conditions(case: &Case<'_>, standing: &Standing) -> [Condition<RenewalCondition>; 8] {
    use RenewalCondition as C;
    let times = times_left(
        case,
        renewals(case),
        Parameter::MostRenewals,
        Field::RenewalKind,
    );
    [
        (C::Household, household(case)),
        (C::OwnUse, own_use(case)),
        (C::TimesLeft, times),
        (C::InPeriod, in_period(case)),
        (C::Able, is_able(case)),
        (C::Willing, is_willing(case)),
        (C::NeedsMoney, needs_money(case)),
        (C::RiskUnderControl, risk_under_control(case, standing)),
    ]
    .map(|(which, holds)| Condition { which, holds })
}

fn is_able(case: &Case<'_>) -> Holds {
    match ability(case) {
        Some(own) => Holds::known(own == Ability::Able),
        None => Holds::Unknown(Unknown::Fact(Field::Ability)),
    }
}

fn is_willing(case: &Case<'_>) -> Holds {
    match willingness(case) {
        Some(own) => Holds::known(own == Willingness::Good),
        None => Holds::Unknown(Unknown::Fact(Field::Willingness)),
    }
}

fn needs_money(case: &Case<'_>) -> Holds {
    match case.household_facts().and_then(|facts| facts.loan_wish) {
        Some(wishes) => Holds::known(wishes),
        None => Holds::Unknown(Unknown::Fact(Field::LoanWish)),
    }
}

/// The loan is 正常 by the rules and by the lender, owes no interest, and the household has no other loan overdue.
fn risk_under_control(case: &Case<'_>, standing: &Standing) -> Holds {
    let is_sound = standing.arrears.is_some_and(|arrears| {
        arrears.class == RiskClass::Pass
            && matches!(
                arrears.interest,
                InterestClock::Still | InterestClock::Days(0)
            )
    });
    let reported = case.loan.reported_class;
    let is_reported_sound = reported.is_none_or(|class| class == RiskClass::Pass);
    if !is_sound || !is_reported_sound {
        return Holds::NotMet;
    }
    let as_of = case.as_of();
    let is_late = |other: Case<'_>| days_past_due(&other.loan, as_of).is_some_and(|days| days > 0);
    let any_is_late =
        is_late(*case) || case.household_loan_count() > 1 && case.household_loans().any(is_late);
    Holds::known(!any_is_late)
}
