//! Every way in which what was paid on a loan is not what was due, told one by one: a list and its count are then the same.

use serde::{Deserialize, Serialize};

use crate::domain::{Fen, FileKind, subsidy::SubsidyPayment};
use crate::policy::book::Case;
use crate::policy::verdict::Unknown;

use super::against_paid::{self, Difference, Paid};
use super::interest::Amounts;
use super::never_paid;

/// A way in which a payment is not as it should be. One payment may be so in several ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaidFault {
    /// 多付: more than was due.
    Over,
    /// 少付: less than was due.
    Under,
    /// 计算不符: not what its own days come to.
    OffList,
    /// 重复: days that were paid for twice.
    Twice,
    /// 逾期后贴息: days after maturity.
    AfterMaturity,
    /// 超限额: on the part above the household's limit.
    AboveLimit,
    /// 漏统: due and never paid.
    Missing,
    /// 待核实: whether it is right cannot be told.
    Undetermined,
}

impl PaidFault {
    /// All of them, in the order of the page.
    pub const ALL: [PaidFault; 8] = [
        PaidFault::Over,
        PaidFault::Under,
        PaidFault::OffList,
        PaidFault::Twice,
        PaidFault::AfterMaturity,
        PaidFault::AboveLimit,
        PaidFault::Missing,
        PaidFault::Undetermined,
    ];
}

/// One thing found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'b> {
    /// What it is.
    pub fault: PaidFault,
    /// Of which payment; none where nothing was paid.
    pub payment: Option<&'b SubsidyPayment>,
    /// What it should have been; none where that is not the point.
    pub should_be: Option<Amounts>,
    /// How much is at stake, by the year that counts; none where that is not known either.
    pub amount: Option<Fen>,
    /// What would have to be known.
    pub lacks: Option<Unknown>,
}

impl<'b> Found<'b> {
    fn of(fault: PaidFault, payment: &'b SubsidyPayment, amount: Fen) -> Found<'b> {
        Found {
            fault,
            payment: Some(payment),
            should_be: None,
            amount: Some(amount),
            lacks: None,
        }
    }

    /// That not everything can be told of a payment, all of which is then at stake.
    fn untold(payment: &'b SubsidyPayment, lacks: Unknown) -> Found<'b> {
        Found {
            lacks: Some(lacks),
            ..Found::of(PaidFault::Undetermined, payment, payment.amount)
        }
    }
}

/// Tells everything found on a loan, in the order of its payments. A fault that cannot be told, where something is at
/// stake, is told as [`PaidFault::Undetermined`], once for each payment, or for the loan where nothing was paid: no
/// fault's count is too low without that being told.
pub fn each<'b>(case: Case<'b>, mut tell: impl FnMut(Found<'b>)) {
    if case.payments().next().is_none() {
        tell_missing(&case, &mut tell);
        return;
    }
    let (payments, twice) = match (against_paid::paid(case), against_paid::twice(&case)) {
        (Ok(payments), Ok(twice)) => (payments, twice),
        (Err(unknown), _) | (_, Err(unknown)) => {
            case.payments()
                .for_each(|payment| tell(Found::untold(payment, unknown)));
            return;
        }
    };
    for paid in payments {
        of_payment(&case, &paid, &mut tell);
    }
    if let Some(twice) = twice {
        let amount = twice.second.amount.min(twice.first.amount);
        tell(Found::of(PaidFault::Twice, twice.second, amount));
    }
}

/// Of a loan that was paid nothing. Without a table of subsidies there is nothing to tell.
fn tell_missing<'b>(case: &Case<'b>, tell: &mut impl FnMut(Found<'b>)) {
    let mut found = Found {
        fault: PaidFault::Missing,
        payment: None,
        should_be: None,
        amount: None,
        lacks: None,
    };
    match never_paid::missing(case) {
        Ok(None) => return,
        Ok(Some(missing)) => {
            found.should_be = Some(missing.due);
            found.amount = Some(missing.due.by(missing.year));
        }
        Err(untold) if untold.lacks == Unknown::Table(FileKind::Subsidies) => return,
        Err(untold) => {
            found.fault = PaidFault::Undetermined;
            found.amount = untold.most;
            found.lacks = Some(untold.lacks);
        }
    }
    tell(found);
}

fn of_payment<'b>(case: &Case<'b>, paid: &Paid<'b>, tell: &mut impl FnMut(Found<'b>)) {
    let payment = paid.payment;
    let mut lacks: Option<Unknown> = None;
    let mut differs = |fault, should_be, amount| {
        tell(Found {
            should_be: Some(should_be),
            ..Found::of(fault, payment, amount)
        });
    };
    match against_paid::against_due(case, paid) {
        Ok(Difference::Over { should_be, by }) => differs(PaidFault::Over, should_be, by),
        Ok(Difference::Under { should_be, by }) => differs(PaidFault::Under, should_be, by),
        Ok(Difference::Agrees) => {}
        Err(unknown) => lacks = Some(unknown),
    }
    match against_paid::on_its_own_days(case, paid) {
        Ok(Difference::Over { should_be, by } | Difference::Under { should_be, by }) => {
            differs(PaidFault::OffList, should_be, by);
        }
        Ok(Difference::Agrees) => {}
        Err(unknown) => lacks = lacks.or(Some(unknown)),
    }
    match against_paid::after_maturity(case, payment) {
        Ok(Some(_)) => tell(Found::of(PaidFault::AfterMaturity, payment, payment.amount)),
        Ok(None) => {}
        Err(unknown) => lacks = lacks.or(Some(unknown)),
    }
    match against_paid::above_limit(case, paid) {
        Ok(Some(above)) => tell(Found::of(PaidFault::AboveLimit, payment, above)),
        Ok(None) => {}
        Err(unknown) => lacks = lacks.or(Some(unknown)),
    }
    if let Some(unknown) = lacks {
        tell(Found::untold(payment, unknown));
    }
}

#[cfg(test)]
mod tests;
