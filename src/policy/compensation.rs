//! 风险补偿: what may be claimed of the fund for a loan, how it is split, and how a recovery is. Whether a loan is ready to
//! be paid out is decided elsewhere.
//!
//! A claim is the principal owed, up to the household's limit, which its loans with a balance share in the order in which
//! they were made; the interest owed where the county says that it is covered; less what an insurance paid.

pub mod recovery;

use crate::domain::{Fen, Field, LoanStatus};

use super::book::Case;
use super::disposition::{self, Disposition};
use super::parameters::Parameter;
use super::subsidy::interest::part_of;
use super::verdict::Unknown;

/// 100 % as a parameter has it.
pub(super) const WHOLE: i64 = 10_000;

/// A household of more loans than this is a number that belongs to no household.
const MOST_LOANS_OF_A_HOUSEHOLD: usize = 64;

/// What may be claimed for a loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// 申请代偿本金: of the principal owed what is below the household's limit.
    pub principal: Result<Fen, Unknown>,
    /// 申请代偿利息; nothing where interest is not covered.
    pub interest: Result<Fen, Unknown>,
    /// 保险赔付; none where the file does not say, and the claim is then before insurance.
    pub insurance: Option<Fen>,
}

/// How a sum is shared between government and lender; the two add up to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// 政府承担
    pub government: Fen,
    /// 银行承担
    pub lender: Fen,
}

impl Claim {
    /// The claim of a loan with a balance; none of another.
    pub fn of(case: &Case<'_>) -> Option<Claim> {
        if !case.loan.is_outstanding() {
            return None;
        }
        Some(Claim {
            principal: principal_below_limit(case),
            interest: interest(case),
            insurance: case.money(Field::InsurancePaid),
        })
    }

    /// Principal and interest less insurance, as far as it is known; never less than nothing.
    ///
    /// # Errors
    /// What would have to be known.
    pub fn net(&self) -> Result<Fen, Unknown> {
        let gross = self.principal? + self.interest?;
        let net = match self.insurance {
            Some(paid) => gross - paid,
            None => gross,
        };
        Ok(net.max(Fen::ZERO))
    }
}

fn interest(case: &Case<'_>) -> Result<Fen, Unknown> {
    let parameter = Parameter::ClaimCoversInterest;
    match case.parameter(parameter) {
        None => Err(Unknown::Parameter(parameter)),
        Some(0) => Ok(Fen::ZERO),
        Some(_) => {
            let owed = case.money(Field::InterestArrears);
            let lacks = Unknown::Fact(Field::InterestArrears);
            owed.map(|owed| owed.max(Fen::ZERO)).ok_or(lacks)
        }
    }
}

fn principal_below_limit(case: &Case<'_>) -> Result<Fen, Unknown> {
    let parameter = Parameter::SubsidisedLimit;
    let limit = case
        .parameter(parameter)
        .ok_or(Unknown::Parameter(parameter))?;
    if case.household_loan_count() > MOST_LOANS_OF_A_HOUSEHOLD {
        return Err(Unknown::Fact(Field::HouseholdNumber));
    }
    let key = |case: &Case<'_>| (case.loan.disbursement_date, case.row());
    let earlier = case
        .household_loans()
        .filter(|other| key(other) < key(case) && other.loan.is_outstanding());
    let taken = earlier.fold(0_i64, |sum, other| {
        sum.saturating_add(other.loan.outstanding_principal.0)
    });
    let left = limit.saturating_sub(taken).max(0);
    Ok(Fen(case.loan.outstanding_principal.0.min(left)))
}

/// Shares a sum between government and lender by a share in hundredths of a percent.
pub fn split(sum: Fen, government_share: i64) -> Option<Split> {
    let government = part_of(sum, government_share.clamp(0, WHOLE), WHOLE)?;
    Some(Split {
        government,
        lender: sum - government,
    })
}

/// How a sum claimed for a loan is shared.
///
/// # Errors
/// The share, while the county has not given it.
pub fn split_of(case: &Case<'_>, sum: Fen) -> Result<Split, Unknown> {
    let parameter = Parameter::GovernmentShare;
    let share = case.parameter(parameter);
    let share = share.and_then(|share| split(sum, share));
    share.ok_or(Unknown::Parameter(parameter))
}

/// Whether a loan is ready to be paid out: that is its disposition.
pub fn is_ready(case: &Case<'_>) -> bool {
    case.loan.is_outstanding() && disposition::of(case).disposition == Disposition::PayOut
}

/// What was paid out for a loan and what of it is not recovered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaidOut {
    /// Paid by government and lender together.
    pub paid: Result<Fen, Unknown>,
    /// 代偿后收回; none where the file does not say.
    pub recovered: Option<Fen>,
}

impl PaidOut {
    /// What was paid out for a loan; none where nothing was.
    pub fn of(case: &Case<'_>) -> Option<PaidOut> {
        let on = case
            .day(Field::PayoutDate)
            .filter(|day| *day <= case.as_of());
        if case.loan.status != Some(LoanStatus::PaidOut) && on.is_none() {
            return None;
        }
        let share = |field| case.money(field).ok_or(Unknown::Fact(field));
        let government = share(Field::PayoutByGovernment);
        let paid = government.and_then(|own| Ok(own + share(Field::PayoutByBank)?));
        Some(PaidOut {
            paid,
            recovered: case.money(Field::RecoveredAfterPayout),
        })
    }

    /// What was paid and is not recovered. A recovery that no cell tells is none that can be taken off.
    ///
    /// # Errors
    /// What would have to be known.
    pub fn unrecovered(&self) -> Result<Fen, Unknown> {
        let paid = self.paid?;
        Ok(match self.recovered {
            Some(recovered) => (paid - recovered).max(Fen::ZERO),
            None => paid,
        })
    }
}

#[cfg(test)]
mod tests;
