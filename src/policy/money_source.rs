//! Whose money a loan's subsidy is, and whose its risk sharing: that of poverty relief, other money, nobody's, or not yet
//! to be told.
//!
//! The household's status on a day decides (达川脱贫攻坚办〔2019〕90号 二(二)5 for households removed from the register): of a
//! subsidy the last day of its period, of risk sharing the day of the report. Where the roster gives no day of removal,
//! the status it gives holds for the whole of the loan.

use serde::{Deserialize, Serialize};

use crate::domain::household::PovertyStatus;
use crate::domain::{Date, Field, FileKind};
use crate::policy::book::Case;
use crate::policy::parameters::{Parameter, Rulebook};
use crate::policy::verdict::Unknown;

use super::subsidy::periods::{Calendar, Days};

/// Whose money it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneySource {
    /// 财政扶贫资金
    PovertyRelief,
    /// 其他资金
    Other,
    /// 不享受
    Nobody,
    /// 待核实
    Unknown,
}

impl MoneySource {
    /// All of them, in the order of tables.
    pub const ALL: [MoneySource; 4] = [
        MoneySource::PovertyRelief,
        MoneySource::Other,
        MoneySource::Nobody,
        MoneySource::Unknown,
    ];
}

impl From<Result<MoneySource, Unknown>> for MoneySource {
    fn from(told: Result<MoneySource, Unknown>) -> MoneySource {
        told.unwrap_or(MoneySource::Unknown)
    }
}

/// Whose money it is for a loan by the household's status on a day.
///
/// # Errors
/// What would have to be known.
pub fn money_source(case: &Case<'_>, status_day: Date) -> Result<MoneySource, Unknown> {
    Sources::of(case).on(status_day)
}

/// The sources of a loan before and after its household was removed from the register, for those who ask of many days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sources {
    before: Result<MoneySource, Unknown>,
    /// The day of removal and what holds from then on.
    removed: Option<(Date, Result<MoneySource, Unknown>)>,
}

impl Sources {
    /// The sources of a loan.
    pub fn of(case: &Case<'_>) -> Sources {
        let of_household = Sources::of_household(case);
        if case.is_used_by_enterprise() != Some(true) {
            return of_household;
        }
        let parameter = Parameter::EnterpriseUseIsSubsidised;
        let nobody = Sources::always(Ok(MoneySource::Nobody));
        match case.parameter(parameter) {
            Some(1..) => of_household,
            Some(_) => nobody,
            // Nobody pays for such a household, whoever uses the loan.
            None if of_household == nobody => nobody,
            None => Sources::always(Err(Unknown::Parameter(parameter))),
        }
    }

    fn of_household(case: &Case<'_>) -> Sources {
        let Some(facts) = case.household_facts() else {
            return Sources::always(Err(if case.book().county().has_roster {
                Unknown::Fact(Field::HouseholdNumber)
            } else {
                Unknown::Table(FileKind::Roster)
            }));
        };
        let by = |parameter| by_choice(case, parameter);
        match facts.poverty_status {
            Some(PovertyStatus::Removed) => {
                let then = by(Parameter::RemovedHouseholds);
                match facts.removed_on {
                    Some(day) => Sources {
                        before: Ok(MoneySource::PovertyRelief),
                        removed: Some((day, then)),
                    },
                    None => Sources::always(then),
                }
            }
            Some(PovertyStatus::LiftedWithoutSupport) => {
                Sources::always(by(Parameter::UnsupportedHouseholds))
            }
            Some(PovertyStatus::NotRegistered) => Sources::always(Ok(MoneySource::Nobody)),
            Some(
                PovertyStatus::InPoverty
                | PovertyStatus::LiftedWithSupport
                | PovertyStatus::ReturnedToPoverty
                | PovertyStatus::Monitored,
            ) => Sources::always(Ok(MoneySource::PovertyRelief)),
            None if facts.monitor_type.is_some() => Sources::always(Ok(MoneySource::PovertyRelief)),
            None => Sources::always(Err(Unknown::Fact(Field::PovertyStatus))),
        }
    }

    fn always(source: Result<MoneySource, Unknown>) -> Sources {
        Sources {
            before: source,
            removed: None,
        }
    }

    /// Whose money it is by the household's status on a day.
    ///
    /// # Errors
    /// What would have to be known.
    pub fn on(&self, status_day: Date) -> Result<MoneySource, Unknown> {
        match self.removed {
            Some((day, then)) if day <= status_day => then,
            _ => self.before,
        }
    }

    /// Some days in two parts, before the household was removed and from then on, each with whose money it is; without a
    /// removal among the days one part is empty. The whole settlement period of the removal is in the second part, as its
    /// last day is.
    pub fn parts(
        &self,
        rulebook: &Rulebook,
        days: Days,
    ) -> [(Days, Result<MoneySource, Unknown>); 2] {
        let (at, then) = match self.removed {
            None => (days.to, self.before),
            Some((day, then)) if day < days.from => (days.from, then),
            Some((day, then)) if day >= days.to => (days.to, then),
            Some((day, then)) => {
                let period = Calendar::over(rulebook, day, day).ok();
                let period = period.and_then(|calendar| calendar.period(0));
                let begin = period.map_or(day, |period| period.from);
                (begin.max(days.from), then)
            }
        };
        let (from, to) = (days.from, days.to);
        [
            (Days { from, to: at }, self.before),
            (Days { from: at, to }, then),
        ]
    }
}

fn by_choice(case: &Case<'_>, parameter: Parameter) -> Result<MoneySource, Unknown> {
    match case.parameter(parameter) {
        Some(0) => Ok(MoneySource::Other),
        Some(1) => Ok(MoneySource::PovertyRelief),
        Some(2) => Ok(MoneySource::Nobody),
        _ => Err(Unknown::Parameter(parameter)),
    }
}
