//! The principal that is subsidised, day by day: the days of the term, what is owed on them as far as the file tells,
//! and a household's limit, which its loans share in the order in which they were made.
//!
//! The file gives the balance of one day. A loan with its whole principal still owed, or settled on a known day, is taken
//! to have been owed whole until then, as loans repaid in one payment are. Of a loan repaid in part, on a day that no
//! column gives, only bounds are known: the balance and the whole principal.

use crate::domain::{Date, Field, LoanStatus};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::Unknown;

use super::periods::{Convention, Days};

/// A household of more loans than this is a number that belongs to no household, such as one that stands for a blank.
const MOST_LOANS_OF_A_HOUSEHOLD: usize = 64;

/// A loan's days in term and the principal owed on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The days in term that bear interest, whatever the day of the report.
    pub days: Days,
    /// At least so much is owed on each of them, in fen.
    pub least: i64,
    /// At most so much is owed on each of them, in fen.
    pub most: i64,
    /// What would have to be known where the two differ.
    pub lacks: Option<Unknown>,
}

/// Principal in fen times days, added up over days: between two bounds, which are one where it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrincipalDays {
    /// At least.
    pub least: i128,
    /// At most.
    pub most: i128,
}

/// Whether the first and the last day of a loan bear interest.
///
/// # Errors
/// The parameter that is not given.
pub fn convention(case: &Case<'_>) -> Result<Convention, Unknown> {
    let flag = |parameter| {
        let value = case.parameter(parameter);
        value
            .map(|value| value != 0)
            .ok_or(Unknown::Parameter(parameter))
    };
    Ok(Convention {
        first_day_bears: flag(Parameter::FirstDayBearsInterest)?,
        last_day_bears: flag(Parameter::LastDayBearsInterest)?,
    })
}

/// The last day of the subsidised term as the contract has it: the extended one where an extension is in term.
///
/// # Errors
/// The parameter that is not given.
pub fn term_end(case: &Case<'_>) -> Result<Date, Unknown> {
    let loan = &case.loan;
    let Some(extended) = loan.extended_maturity_date else {
        return Ok(loan.maturity_date);
    };
    match case.parameter(Parameter::ExtensionIsSubsidised) {
        Some(0) => Ok(loan.maturity_date),
        Some(_) => Ok(extended),
        None => Err(Unknown::Parameter(Parameter::ExtensionIsSubsidised)),
    }
}

impl Spell {
    /// A loan's spell.
    ///
    /// # Errors
    /// The parameter that is not given.
    pub fn of(case: &Case<'_>) -> Result<Spell, Unknown> {
        let last = term_end(case)?;
        Ok(Spell::until(case, last, convention(case)?))
    }

    /// The longest that a loan's spell can be, whatever the parameters would say that are not given.
    fn longest(case: &Case<'_>) -> Spell {
        let loan = &case.loan;
        let contract = loan.maturity_date;
        let last = loan.extended_maturity_date;
        let last = last.map_or(contract, |extended| extended.max(contract));
        let may_bear = |parameter| case.parameter(parameter) != Some(0);
        let widest = Convention {
            first_day_bears: may_bear(Parameter::FirstDayBearsInterest),
            last_day_bears: may_bear(Parameter::LastDayBearsInterest),
        };
        Spell::until(case, last, widest)
    }

    fn until(case: &Case<'_>, mut last: Date, convention: Convention) -> Spell {
        let loan = &case.loan;
        let whole = loan.disbursed_principal.0.max(0);
        let balance = loan.outstanding_principal.0;
        let (least, most, lacks) = if balance == whole {
            (whole, whole, None)
        } else if balance > whole {
            (whole, balance, Some(Field::OutstandingPrincipal))
        } else if balance > 0 {
            (balance, whole, Some(Field::RepaidTotal))
        } else if let Some(settled) = loan.settlement_date {
            last = last.min(settled);
            (whole, whole, None)
        } else if was_owed_at_maturity(case) {
            (whole, whole, None)
        } else {
            (0, whole, Some(Field::SettlementDate))
        };
        Spell {
            days: Days::bearing(loan.disbursement_date, last, convention),
            least,
            most,
            lacks: lacks.map(Unknown::Fact),
        }
    }
}

/// Whether any subsidised principal may be owed on a loan for days that have passed. It is denied only where that is
/// certain, whatever parameters are not given.
pub fn may_be_owed(case: &Case<'_>, days: Days) -> bool {
    let passed = Days {
        from: days.from,
        to: days.to.min(case.as_of()),
    };
    match Limited::of(*case) {
        // Without an earlier loan's place in the limit, nothing of this one is certainly above it.
        Ok(limited) => (limited.principal_days(passed)).map_or(true, |owed| owed.most > 0),
        Err(_) => {
            let spell = Spell::of(case).unwrap_or_else(|_| Spell::longest(case));
            spell.most > 0
                && !spell.days.and(passed).is_empty()
                && case.parameter(Parameter::SubsidisedLimit) != Some(0)
        }
    }
}

/// Whether others than the borrower ended the loan: that is done only once it was not repaid at maturity.
fn was_owed_at_maturity(case: &Case<'_>) -> bool {
    let status = case.loan.status;
    matches!(status, Some(LoanStatus::PaidOut | LoanStatus::WrittenOff))
}

/// Whether a loan comes before another of its household when the limit is shared.
fn comes_before(one: &Case<'_>, other: &Case<'_>) -> bool {
    let key = |case: &Case<'_>| (case.loan.disbursement_date, case.row());
    key(one) < key(other)
}

/// Whether an earlier loan of the household was owed on some of these days, or may have been.
fn shares_days(case: &Case<'_>, days: Days) -> bool {
    let book = case.book();
    let dates = book.county().loans.disbursement_dates();
    let own = (case.loan.disbursement_date, case.row());
    let rows = book.rows_of(case.loan.household).iter();
    let mut earlier = rows
        .map(|row| *row as usize)
        .filter(|&row| dates.get(row).is_some_and(|day| (*day, row) < own));
    earlier.any(|row| match Spell::of(&book.case(row)) {
        Ok(spell) => !spell.days.and(days).is_empty(),
        Err(_) => true,
    })
}

/// A loan's share of its household's limit.
#[derive(Clone, Copy)]
pub struct Limited<'b> {
    case: Case<'b>,
    /// The loan's own spell.
    pub spell: Spell,
    limit: i64,
    /// Whether another loan of the household takes its part first on some of the days.
    shares: bool,
}

impl<'b> Limited<'b> {
    /// A loan under the limit of its household.
    ///
    /// # Errors
    /// What would have to be known: a parameter, or whose loan it is.
    pub fn of(case: Case<'b>) -> Result<Limited<'b>, Unknown> {
        let limit = case
            .parameter(Parameter::SubsidisedLimit)
            .ok_or(Unknown::Parameter(Parameter::SubsidisedLimit))?;
        let loans = case.household_loan_count();
        if loans > MOST_LOANS_OF_A_HOUSEHOLD {
            return Err(Unknown::Fact(Field::HouseholdNumber));
        }
        let spell = Spell::of(&case)?;
        Ok(Limited {
            spell,
            limit,
            shares: loans > 1 && shares_days(&case, spell.days),
            case,
        })
    }

    /// The principal below the limit over those of the days that are in term.
    ///
    /// # Errors
    /// The parameter without which an earlier loan of the household cannot be placed.
    pub fn principal_days(&self, days: Days) -> Result<PrincipalDays, Unknown> {
        let days = days.and(self.spell.days);
        if days.is_empty() {
            return Ok(PrincipalDays::default());
        }
        if !self.shares {
            return Ok(self.below(0, 0, days.count()));
        }
        let mut sum = PrincipalDays::default();
        let mut from = days.from;
        while from < days.to {
            let (least, most, until) = self.earlier(from)?;
            let until = until.map_or(days.to, |until| until.min(days.to));
            let part = self.below(least, most, Days { from, to: until }.count());
            sum.least += part.least;
            sum.most += part.most;
            from = until;
        }
        Ok(sum)
    }

    /// The whole principal over days, be they in term or not, below the limit or above.
    pub fn whole(&self, days: Days) -> PrincipalDays {
        let count = days.count();
        PrincipalDays {
            least: product(self.spell.least, count),
            most: product(self.spell.most, count),
        }
    }

    /// What of the principal is below the limit once earlier loans have taken theirs.
    fn below(&self, least_taken: i64, most_taken: i64, count: i64) -> PrincipalDays {
        let left = |taken: i64| self.limit.saturating_sub(taken).max(0);
        let over = |owed: i64, taken| product(owed.min(left(taken)), count);
        PrincipalDays {
            least: over(self.spell.least, most_taken),
            most: over(self.spell.most, least_taken),
        }
    }

    /// What earlier loans of the household have of the limit on a day, at least and at most, and the first day after it
    /// on which that may change.
    fn earlier(&self, on: Date) -> Result<(i64, i64, Option<Date>), Unknown> {
        let (mut least, mut most) = (0_i64, 0_i64);
        let mut until: Option<Date> = None;
        let mut ends = |day: Date| until = Some(until.map_or(day, |known| known.min(day)));
        for other in self.case.household_loans() {
            if !comes_before(&other, &self.case) {
                continue;
            }
            let spell = Spell::of(&other)?;
            if spell.days.is_empty() || spell.days.to <= on {
                continue;
            }
            if on < spell.days.from {
                ends(spell.days.from);
                continue;
            }
            least = least.saturating_add(spell.least);
            most = most.saturating_add(spell.most);
            ends(spell.days.to);
        }
        Ok((least, most, until))
    }
}

/// A product of any two; a browser multiplies 128 bits by a call, and nearly every product needs but 64.
fn product(amount: i64, days: i64) -> i128 {
    let spare = amount.unsigned_abs().leading_zeros() + days.unsigned_abs().leading_zeros();
    if spare > 64 {
        i128::from(amount * days)
    } else {
        i128::from(amount) * i128::from(days)
    }
}
