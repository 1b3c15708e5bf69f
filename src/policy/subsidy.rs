//! 贴息: what is due on a loan for any days: in term only, nothing on penalty interest, nothing above the household's
//! limit, at no more than the cap of the rate where a parameter says so.
//!
//! The term runs from 放款日 to the effective maturity or the settlement, whichever is first. Interest is worked out by
//! 360 and by 365 days to the year side by side; a parameter says which counts.

pub mod against_paid;
pub mod faults;
pub mod interest;
pub mod never_paid;
pub mod periods;
pub mod principal;

use crate::domain::{AnnualRate, Fen, Field};

use super::book::Case;
use super::parameters::Parameter;
use super::rate_cap::cap_of;
use super::verdict::Unknown;

use interest::{Amounts, YearDays};
use periods::Days;
use principal::{Limited, PrincipalDays};

/// A subsidy that is known, or lies between two bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subsidy {
    /// At least so much.
    pub least: Amounts,
    /// At most so much.
    pub most: Amounts,
}

impl Subsidy {
    /// None at all, and that is known.
    pub const NOTHING: Subsidy = Subsidy {
        least: Amounts::ZERO,
        most: Amounts::ZERO,
    };

    /// Both added up, bound by bound.
    #[must_use]
    pub fn plus(&self, other: &Subsidy) -> Subsidy {
        Subsidy {
            least: self.least.plus(other.least),
            most: self.most.plus(other.most),
        }
    }

    /// The amounts where they are known.
    pub fn known(&self) -> Option<Amounts> {
        (self.least == self.most).then_some(self.most)
    }
}

/// What is due on one loan.
#[derive(Clone, Copy)]
pub struct LoanSubsidy<'b> {
    limited: Limited<'b>,
    /// The loan's own rate.
    own_rate: AnnualRate,
    /// The rate that is subsidised.
    rate: AnnualRate,
    /// Hundredths of a percent of the interest.
    share: i64,
    /// Which year counts.
    pub year: YearDays,
    /// The days in term that lie before the day of the report.
    pub days: Days,
}

impl<'b> LoanSubsidy<'b> {
    /// What is due on a loan.
    ///
    /// # Errors
    /// What would have to be known to say anything at all.
    pub fn of(case: Case<'b>) -> Result<LoanSubsidy<'b>, Unknown> {
        let asked = |parameter| {
            case.parameter(parameter)
                .ok_or(Unknown::Parameter(parameter))
        };
        let limited = Limited::of(case)?;
        let own_rate = case.loan.annual_interest_rate;
        let own_rate = own_rate.ok_or(Unknown::Fact(Field::AnnualInterestRate))?;
        let rate = match asked(Parameter::SubsidyRateIsCapped)? {
            0 => own_rate,
            _ => own_rate.min(cap_of(&case)?),
        };
        let year = YearDays::of(asked(Parameter::InterestYearDays)?);
        let passed = Days {
            from: limited.spell.days.from,
            to: case.as_of(),
        };
        Ok(LoanSubsidy {
            days: limited.spell.days.and(passed),
            limited,
            own_rate,
            rate,
            share: asked(Parameter::SubsidyShare)?,
            year: year.ok_or(Unknown::Parameter(Parameter::InterestYearDays))?,
        })
    }

    /// What is due for days; those out of term or not yet passed bear nothing.
    ///
    /// # Errors
    /// What would have to be known of an earlier loan of the household.
    pub fn of_days(&self, days: Days) -> Result<Subsidy, Unknown> {
        let principal = self.limited.principal_days(days.and(self.days))?;
        self.priced(principal, self.rate)
    }

    /// The interest at the loan's own rate on its whole principal for days, in term or not: what the sum on a list must
    /// come to by itself, be it due or not.
    ///
    /// # Errors
    /// The rate, where the sum is more than an amount can be.
    pub fn of_list(&self, days: Days) -> Result<Subsidy, Unknown> {
        self.priced(self.limited.whole(days), self.own_rate)
    }

    /// Like [`LoanSubsidy::of_days`], at the loan's own rate: what the limit alone leaves.
    ///
    /// # Errors
    /// What would have to be known of an earlier loan of the household.
    pub fn below_limit(&self, days: Days) -> Result<Subsidy, Unknown> {
        let principal = self.limited.principal_days(days)?;
        self.priced(principal, self.own_rate)
    }

    /// 应付利息: the interest in term on the whole principal at the loan's own rate, whoever bears it.
    ///
    /// # Errors
    /// The principal, where the sum is more than an amount can be.
    pub fn payable(&self, days: Days) -> Result<Subsidy, Unknown> {
        let principal = self.limited.whole(days.and(self.days));
        priced(principal, self.own_rate, WHOLE)
    }

    /// What would have to be known for the principal to be known.
    pub fn lacks(&self) -> Unknown {
        let unknown = self.limited.spell.lacks;
        unknown.unwrap_or(Unknown::Fact(Field::OutstandingPrincipal))
    }

    fn priced(&self, principal: PrincipalDays, rate: AnnualRate) -> Result<Subsidy, Unknown> {
        priced(principal, rate, self.share)
    }
}

/// 100 % as a parameter has it.
const WHOLE: i64 = 10_000;

fn priced(principal: PrincipalDays, rate: AnnualRate, share: i64) -> Result<Subsidy, Unknown> {
    let too_large = Unknown::Fact(Field::DisbursedPrincipal);
    let price = |sum| Amounts::of(sum, rate, share).ok_or(too_large);
    let most = price(principal.most)?;
    Ok(Subsidy {
        least: if principal.least == principal.most {
            most
        } else {
            price(principal.least)?
        },
        most,
    })
}

/// The rate and the share that are subsidised, as a declaration prints them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermsShown {
    /// The rate that is subsidised.
    pub rate: AnnualRate,
    /// Hundredths of a percent.
    pub share: i64,
}

impl LoanSubsidy<'_> {
    /// What a declaration prints of the loan's terms.
    pub fn shown(&self) -> TermsShown {
        TermsShown {
            rate: self.rate,
            share: self.share,
        }
    }
}

/// How far two amounts may differ and still count as the same.
///
/// # Errors
/// The parameter, where it is not given.
pub fn tolerance(case: &Case<'_>) -> Result<Fen, Unknown> {
    let parameter = Parameter::SubsidyTolerance;
    let fen = case.parameter(parameter).map(Fen);
    fen.ok_or(Unknown::Parameter(parameter))
}

#[cfg(test)]
pub(crate) mod tests;
