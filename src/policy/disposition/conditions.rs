//! Conditions that are met, not met or unknown, and what 续贷 and 展期 ask alike: 符合申请条件.

use crate::domain::household::{MonitorState, PovertyStatus};
use crate::domain::{Date, Field, FileKind, RenewalKind};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::Unknown;

/// Whether a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// It does.
    Met,
    /// It does not.
    NotMet,
    /// It cannot be told while this is not known; never taken for met.
    Unknown(Unknown),
}

impl Holds {
    /// Whether all hold: one that does not decides, whatever is unknown beside it.
    pub fn all(conditions: impl Iterator<Item = Holds>) -> Holds {
        let mut whole = Holds::Met;
        for holds in conditions {
            match holds {
                Holds::NotMet => return Holds::NotMet,
                Holds::Unknown(_) if whole == Holds::Met => whole = holds,
                Holds::Met | Holds::Unknown(_) => {}
            }
        }
        whole
    }

    /// Met or not.
    pub(super) fn known(is_met: bool) -> Holds {
        if is_met { Holds::Met } else { Holds::NotMet }
    }
}

/// One condition and whether it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition<W> {
    /// Which one.
    pub which: W,
    /// Whether it holds.
    pub holds: Holds,
}

/// What has to be found out, each thing once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing([Option<Unknown>; Missing::MOST]);

impl Missing {
    /// As many as 续贷 has conditions.
    pub const MOST: usize = 8;

    /// What is unknown of some conditions, in their order.
    pub fn of(conditions: impl IntoIterator<Item = Holds>) -> Missing {
        let mut missing = Missing::default();
        for holds in conditions {
            if let Holds::Unknown(unknown) = holds {
                missing.add(unknown);
            }
        }
        missing
    }

    fn add(&mut self, unknown: Unknown) {
        if self.0.contains(&Some(unknown)) {
            return;
        }
        if let Some(place) = self.0.iter_mut().find(|place| place.is_none()) {
            *place = Some(unknown);
        }
    }

    /// Each thing.
    pub fn iter(&self) -> impl Iterator<Item = Unknown> + '_ {
        self.0.iter().copied().flatten()
    }

    /// Whether nothing is missing.
    pub fn is_empty(&self) -> bool {
        self.0[0].is_none()
    }
}

/// The household is one for which the programme is meant, and is so still.
pub(super) fn household(case: &Case<'_>) -> Holds {
    if !case.book().county().has_roster {
        return Holds::Unknown(Unknown::Table(FileKind::Roster));
    }
    let Some(facts) = case.household_facts() else {
        return Holds::NotMet;
    };
    let Some(status) = facts.poverty_status else {
        return Holds::Unknown(Unknown::Fact(Field::PovertyStatus));
    };
    Holds::known(match status {
        PovertyStatus::InPoverty
        | PovertyStatus::LiftedWithSupport
        | PovertyStatus::ReturnedToPoverty => true,
        PovertyStatus::Monitored => facts.monitor_state != Some(MonitorState::RiskRemoved),
        PovertyStatus::LiftedWithoutSupport
        | PovertyStatus::Removed
        | PovertyStatus::NotRegistered => false,
    })
}

/// The household uses the money itself: 户贷企用 must be collected when due.
pub(super) fn own_use(case: &Case<'_>) -> Holds {
    match case.is_used_by_enterprise() {
        Some(is_enterprise) => Holds::known(!is_enterprise),
        None => Holds::Unknown(Unknown::Fact(Field::EnterpriseUse)),
    }
}

/// The last day on which a contract of 续贷 or 展期 may be signed.
///
/// # Errors
/// Where the county has not given it.
pub(super) fn last_signing_day(case: &Case<'_>) -> Result<Date, Unknown> {
    let parameter = Parameter::RenewalLastSigningDay;
    let days = case.parameter(parameter);
    match days.and_then(|days| i32::try_from(days).ok()) {
        Some(days) => Ok(Date::from_days(days)),
        None => Err(Unknown::Parameter(parameter)),
    }
}

/// The day of the report is within the plan's period, the last day included.
pub(super) fn in_period(case: &Case<'_>) -> Holds {
    match last_signing_day(case) {
        Ok(last) => Holds::known(case.as_of() <= last),
        Err(unknown) => Holds::Unknown(unknown),
    }
}

/// Fewer times so far than the parameter allows.
pub(super) fn times_left(
    case: &Case<'_>,
    so_far: Option<u64>,
    most: Parameter,
    asked: Field,
) -> Holds {
    let most_times = case
        .parameter(most)
        .and_then(|most| u64::try_from(most).ok());
    match (so_far, most_times) {
        (_, None) => Holds::Unknown(Unknown::Parameter(most)),
        (None, Some(0)) => Holds::NotMet,
        (None, _) => Holds::Unknown(Unknown::Fact(asked)),
        (Some(so_far), Some(most_times)) => Holds::known(so_far < most_times),
    }
}

/// How often the loan was renewed so far; none where the file does not say. One that names the loan before is its
/// renewal, whatever the other columns say; A18 looks at it so too.
pub(super) fn renewals(case: &Case<'_>) -> Option<u64> {
    let count = case.count(Field::RenewalCount);
    let kind = case.book().county().loans.renewal_kind(case.row());
    let names_another = case.text(Field::RenewedFrom).is_some();
    match (kind, count) {
        (_, None) if names_another => Some(1),
        (_, Some(count)) if names_another => Some(count.max(1)),
        (Some(RenewalKind::None | RenewalKind::Extension), _) => Some(0),
        (Some(RenewalKind::Renewal | RenewalKind::Refinancing), None) => Some(1),
        (Some(RenewalKind::Renewal | RenewalKind::Refinancing), Some(count)) => Some(count.max(1)),
        (None, Some(count)) => Some(count),
        (None, None) if case.flag(Field::Renewed) == Some(false) => Some(0),
        (None, None) => None,
    }
}

/// How often the loan was extended so far; none where the file does not say.
pub(super) fn extensions(case: &Case<'_>) -> Option<u64> {
    let kind = case.book().county().loans.renewal_kind(case.row());
    let is_extended =
        case.loan.extended_maturity_date.is_some() || kind == Some(RenewalKind::Extension);
    if is_extended {
        let count = case
            .count(Field::RenewalCount)
            .filter(|_| kind == Some(RenewalKind::Extension));
        return Some(count.map_or(1, |count| count.max(1)));
    }
    // A blank in a column of extended days is a loan that was not extended.
    let is_told = kind.is_some()
        || case.flag(Field::Extended) == Some(false)
        || case.count(Field::RenewalCount) == Some(0)
        || case.book().has_column(Field::ExtendedMaturityDate);
    is_told.then_some(0)
}
