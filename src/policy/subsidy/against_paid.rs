//! What was paid against what is due: each payment judged over its own days, by 360 and by 365 days to the year.

use crate::domain::{Date, Fen, subsidy::SubsidyPayment};
use crate::policy::book::Case;
use crate::policy::money_source::{MoneySource, money_source};
use crate::policy::verdict::Unknown;

use super::interest::Amounts;
use super::periods::Days;
use super::principal::{Limited, Spell, convention, term_end};
use super::{LoanSubsidy, Subsidy, tolerance};

/// A payment and what stands behind it.
#[derive(Clone, Copy, Debug)]
pub struct Paid<'b> {
    /// The payment.
    pub payment: &'b SubsidyPayment,
    /// The days it is for.
    pub days: Days,
    /// The sum that its own days come to on the whole principal, at the loan's own rate: by this the list is checked.
    pub on_list: Result<Subsidy, Unknown>,
    /// What was due for these days: those in term, below the limit, at the subsidised rate.
    pub due: Result<Subsidy, Unknown>,
}

/// Every payment on a loan, in the order of the files.
///
/// # Errors
/// The parameter without which no day can be counted.
pub fn paid<'b>(case: Case<'b>) -> Result<impl Iterator<Item = Paid<'b>>, Unknown> {
    let convention = convention(&case)?;
    let subsidy = LoanSubsidy::of(case);
    Ok(case.payments().map(move |payment| {
        let days = Days::bearing(payment.period_start, payment.period_end, convention);
        Paid {
            payment,
            days,
            on_list: subsidy.and_then(|subsidy| subsidy.of_list(days)),
            due: subsidy.and_then(|subsidy| subsidy.of_days(days)),
        }
    }))
}

/// How a sum compares with what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Within the tolerance of the sum by 360 or by 365 days.
    Agrees,
    /// More than both.
    Over {
        /// The sums it was measured by.
        should_be: Amounts,
        /// How much more than the nearer of them.
        by: Fen,
    },
    /// Less than both, or between the two.
    Under {
        /// The sums it was measured by.
        should_be: Amounts,
        /// How much less than the nearer of them that is larger.
        by: Fen,
    },
}

/// Compares a sum with what it should be by both years.
///
/// # Errors
/// What `lacks` tells, where only bounds are known and the sum lies between them without agreeing with either.
pub fn compare(
    paid: Fen,
    should_be: &Subsidy,
    tolerance: Fen,
    lacks: impl FnOnce() -> Unknown,
) -> Result<Difference, Unknown> {
    let is_near = |amount: Fen| (paid.0 - amount.0).abs() <= tolerance.0;
    let agrees = |amounts: Amounts| is_near(amounts.by_360) || is_near(amounts.by_365);
    if agrees(should_be.most) || agrees(should_be.least) {
        return Ok(Difference::Agrees);
    }
    let (least, most) = (should_be.least.by_365, should_be.most.by_360);
    if paid > most {
        return Ok(Difference::Over {
            should_be: should_be.most,
            by: paid - most,
        });
    }
    if should_be.known().is_none() && paid >= least {
        return Err(lacks());
    }
    let nearer = if paid < least {
        least
    } else {
        should_be.least.by_360
    };
    Ok(Difference::Under {
        should_be: should_be.least,
        by: nearer - paid,
    })
}

/// A13: whether the sum on the list is what its own days come to, or what was due for them.
///
/// # Errors
/// What would have to be known.
pub fn on_its_own_days(case: &Case<'_>, paid: &Paid<'_>) -> Result<Difference, Unknown> {
    let tolerance = tolerance(case)?;
    let with =
        |should_be: &Subsidy| compare(paid.payment.amount, should_be, tolerance, || lacks(case));
    let listed = with(&paid.on_list?);
    // What was due is never more than the days come to.
    if matches!(listed, Ok(Difference::Agrees | Difference::Over { .. })) {
        return listed;
    }
    // Below the limit, at the cap and in term the sum is less than the days come to, and right.
    match with(&paid.due?) {
        Ok(Difference::Agrees) => Ok(Difference::Agrees),
        _ => listed,
    }
}

/// Over and under: whether the sum is what was due.
///
/// # Errors
/// What would have to be known.
pub fn against_due(case: &Case<'_>, paid: &Paid<'_>) -> Result<Difference, Unknown> {
    let due = match money_source(case, paid.days.last()) {
        Ok(MoneySource::Nobody) => Subsidy::NOTHING,
        _ => paid.due?,
    };
    compare(paid.payment.amount, &due, tolerance(case)?, || lacks(case))
}

fn lacks(case: &Case<'_>) -> Unknown {
    match LoanSubsidy::of(*case) {
        Ok(subsidy) => subsidy.lacks(),
        Err(unknown) => unknown,
    }
}

/// Two payments on one loan for the same days, or for days of which some are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twice<'b> {
    /// The one that begins first; of two that begin together, the first in the files.
    pub first: &'b SubsidyPayment,
    /// The other.
    pub second: &'b SubsidyPayment,
    /// The days paid for twice.
    pub days: Days,
}

impl Twice<'_> {
    /// Whether both are for the very same period.
    pub fn is_same_period(&self) -> bool {
        let period = |payment: &SubsidyPayment| (payment.period_start, payment.period_end);
        period(self.first) == period(self.second)
    }
}

/// A11: the first days on a loan that were paid for twice. Days count whole: an end is shared by neither
/// of two periods that follow one another.
///
/// # Errors
/// The parameter without which no day can be counted.
pub fn twice<'b>(case: &Case<'b>) -> Result<Option<Twice<'b>>, Unknown> {
    let mut payments = case.payments();
    if payments.next().is_none() || payments.next().is_none() {
        return Ok(None);
    }
    let convention = convention(case)?;
    let of = |payment: &SubsidyPayment| {
        Days::bearing(payment.period_start, payment.period_end, convention)
    };
    // Only a loan with two payments or more takes any memory.
    let mut in_order: Vec<&'b SubsidyPayment> = case.payments().collect();
    in_order.sort_by_key(|payment| of(payment));
    let mut longest: Option<&'b SubsidyPayment> = None;
    for payment in in_order {
        if let Some(first) = longest {
            let days = of(first).and(of(payment));
            if !days.is_empty() {
                return Ok(Some(Twice {
                    first,
                    second: payment,
                    days,
                }));
            }
        }
        if longest.is_none_or(|first| of(first).to < of(payment).to) {
            longest = Some(payment);
        }
    }
    Ok(None)
}

/// A12: the days of a payment that come after the loan fell due; none where there is no such day. Where it is not given
/// whether an extension is in term, those that come after it in either case, if all do.
///
/// # Errors
/// The parameter that is not given, where it decides.
pub fn after_maturity(case: &Case<'_>, payment: &SubsidyPayment) -> Result<Option<i64>, Unknown> {
    let unknown = match term_end(case) {
        Ok(end) => return days_after(case, payment, end),
        Err(unknown) => unknown,
    };
    let contract = case.loan.maturity_date;
    let extended = case.loan.effective_maturity_date();
    if days_after(case, payment, contract.min(extended))?.is_none() {
        return Ok(None);
    }
    let after_both = days_after(case, payment, contract.max(extended))?;
    after_both.map_or(Err(unknown), |days| Ok(Some(days)))
}

/// The days of a payment that come after the loan was settled; none where there is no such day or none is known.
///
/// # Errors
/// The parameter that is not given.
pub fn after_settlement(case: &Case<'_>, payment: &SubsidyPayment) -> Result<Option<i64>, Unknown> {
    match case.loan.settlement_date {
        Some(settled) if !case.loan.is_outstanding() => days_after(case, payment, settled),
        _ => Ok(None),
    }
}

fn days_after(
    case: &Case<'_>,
    payment: &SubsidyPayment,
    last: Date,
) -> Result<Option<i64>, Unknown> {
    let convention = convention(case)?;
    let days = Days::bearing(payment.period_start, payment.period_end, convention);
    let until = Days::bearing(payment.period_start, last, convention).to;
    let after = Days {
        from: days.from.max(until),
        to: days.to,
    };
    Ok(Some(after.count()).filter(|count| *count > 0))
}

/// A12: what was paid on the part above the household's limit, beyond the tolerance; none where nothing was.
///
/// # Errors
/// What would have to be known.
pub fn above_limit(case: &Case<'_>, paid: &Paid<'_>) -> Result<Option<Fen>, Unknown> {
    if !is_partly_above(case, paid.days)? {
        return Ok(None);
    }
    let subsidy = LoanSubsidy::of(*case)?;
    let in_term = paid.days.and(subsidy.days);
    let below = subsidy.below_limit(in_term)?;
    let whole = subsidy.of_list(in_term)?;
    if below.least == whole.least && below.most == whole.most {
        return Ok(None);
    }
    // Paid for days out of term is another fault, and not counted here a second time.
    let out_of_term = subsidy.of_list(paid.days)?.most.by_360 - whole.most.by_360;
    let above = paid.payment.amount - out_of_term - below.most.by_360;
    // On the part above no more was paid than its interest; the rest is another fault.
    let above = above.min(whole.most.by_360 - below.most.by_360);
    let tolerance = tolerance(case)?;
    Ok(Some(above).filter(|above| *above > Fen::ZERO.max(tolerance)))
}

/// Whether some of the principal is above the household's limit on days in term, or may be: this asks for no rate.
fn is_partly_above(case: &Case<'_>, days: Days) -> Result<bool, Unknown> {
    let days = days.and(Spell::of(case)?.days);
    if days.is_empty() {
        return Ok(false);
    }
    let limited = Limited::of(*case)?;
    Ok(limited.principal_days(days)? != limited.whole(days))
}

/// The days for which some subsidy was paid on some loan: what a table of subsidies is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    stretches: Vec<Days>,
}

impl Coverage {
    /// The days of payments; the convention on first and last days is left out of account.
    pub fn of(payments: &[SubsidyPayment]) -> Coverage {
        let starts = payments.iter().map(|payment| payment.period_start).min();
        let ends = payments.iter().map(|payment| payment.period_end).max();
        let (Some(first), Some(last)) = (starts, ends) else {
            return Coverage::default();
        };
        // Days run over some centuries at most, as dates do that were read.
        let mut changes = vec![0_i64; last.days_since(first).max(0) as usize + 1];
        let place = |day: Date| usize::try_from(day.days_since(first)).ok();
        for payment in payments {
            let ends = [(payment.period_start, 1), (payment.period_end, -1)];
            if payment.period_end > payment.period_start {
                for (day, change) in ends {
                    if let Some(count) = place(day).and_then(|at| changes.get_mut(at)) {
                        *count += change;
                    }
                }
            }
        }
        Coverage {
            stretches: stretches(first, &changes),
        }
    }

    /// The stretches of days, in order.
    pub fn stretches(&self) -> &[Days] {
        &self.stretches
    }
}

fn stretches(first: Date, changes: &[i64]) -> Vec<Days> {
    let mut stretches = Vec::new();
    let (mut open, mut since) = (0_i64, first);
    for (at, change) in changes.iter().enumerate() {
        let day = first.plus_days(at as i32);
        let before = open;
        open += change;
        match (before > 0, open > 0) {
            (false, true) => since = day,
            (true, false) => stretches.push(Days {
                from: since,
                to: day,
            }),
            _ => {}
        }
    }
    stretches
}

#[cfg(test)]
mod tests;
