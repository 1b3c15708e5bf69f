//! 展期: the two conditions of 达川脱贫攻坚办〔2019〕90号 三(二), the first of them in four parts.

use serde::{Deserialize, Serialize};

use crate::domain::{Cause, Field};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::Unknown;

use super::conditions::{Condition, Holds, extensions, household, in_period, own_use, times_left};

/// A condition of 展期.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExtensionCondition {
    /// 符合申请条件: a household of the programme
    Household,
    /// 符合申请条件: 户贷户用
    OwnUse,
    /// 符合申请条件: fewer extensions so far than allowed
    TimesLeft,
    /// 符合申请条件: within the period in which contracts may be signed
    InPeriod,
    /// 非主观因素
    NotOfOwnMaking,
}

/// Whether each condition holds.
pub fn conditions(case: &Case<'_>) -> [Condition<ExtensionCondition>; 5] {
    use ExtensionCondition as C;
    let times = times_left(
        case,
        extensions(case),
        Parameter::MostExtensions,
        Field::RenewalKind,
    );
    [
        (C::Household, household(case)),
        (C::OwnUse, own_use(case)),
        (C::TimesLeft, times),
        (C::InPeriod, in_period(case)),
        (C::NotOfOwnMaking, not_of_own_making(case)),
    ]
    .map(|(which, holds)| Condition { which, holds })
}

/// Which causes are no one's making, the county says; 其他 says nothing.
fn not_of_own_making(case: &Case<'_>) -> Holds {
    let excused = match case.word::<Cause>() {
        Some(Cause::Disaster) => Parameter::DisasterIsExcused,
        Some(Cause::Illness) => Parameter::IllnessIsExcused,
        Some(Cause::FailedBusiness) => Parameter::FailedBusinessIsExcused,
        Some(Cause::Death) => Parameter::DeathIsExcused,
        Some(Cause::OutOfReach) => return Holds::NotMet,
        Some(Cause::Other) | None => return Holds::Unknown(Unknown::Fact(Field::Cause)),
    };
    match case.parameter(excused) {
        Some(is_excused) => Holds::known(is_excused != 0),
        None => Holds::Unknown(Unknown::Parameter(excused)),
    }
}
