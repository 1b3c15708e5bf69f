//! Every way in which what was paid on a loan is not what was due, told one by one: a list and its count are then the same.

use serde::{Deserialize, Serialize};

use crate::domain::{Fen, subsidy::SubsidyPayment};
use crate::policy::book::Case;
use crate::policy::verdict::Unknown;

use super::against_paid::{self, Difference, Paid};
use super::interest::Amounts;

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
    /// How much is at stake.
    pub amount: Fen,
    /// What would have to be known.
    pub lacks: Option<Unknown>,
}

impl<'b> Found<'b> {
    fn of(fault: PaidFault, payment: &'b SubsidyPayment, amount: Fen) -> Found<'b> {
        Found {
            fault,
            payment: Some(payment),
            should_be: None,
            amount,
            lacks: None,
        }
    }
}

/// Tells everything found on a loan, in the order of its payments.
pub fn each<'b>(case: Case<'b>, mut tell: impl FnMut(Found<'b>)) {
    let Ok(payments) = against_paid::paid(case) else {
        return;
    };
    let mut is_paid = false;
    for paid in payments {
        is_paid = true;
        of_payment(&case, &paid, &mut tell);
    }
    if !is_paid {
        if let Ok(Some(due)) = against_paid::missing(&case) {
            tell(Found {
                fault: PaidFault::Missing,
                payment: None,
                should_be: Some(due),
                amount: due.by_360,
                lacks: None,
            });
        }
        return;
    }
    if let Ok(Some(twice)) = against_paid::twice(&case) {
        let amount = twice.second.amount.min(twice.first.amount);
        tell(Found::of(PaidFault::Twice, twice.second, amount));
    }
}

fn of_payment<'b>(case: &Case<'b>, paid: &Paid<'b>, tell: &mut impl FnMut(Found<'b>)) {
    let payment = paid.payment;
    let mut differs = |fault, should_be, amount| {
        tell(Found {
            should_be: Some(should_be),
            ..Found::of(fault, payment, amount)
        });
    };
    let against_due = against_paid::against_due(case, paid);
    match against_due {
        Ok(Difference::Over { should_be, by }) => differs(PaidFault::Over, should_be, by),
        Ok(Difference::Under { should_be, by }) => differs(PaidFault::Under, should_be, by),
        Ok(Difference::Agrees) | Err(_) => {}
    }
    match against_paid::on_its_own_days(case, paid) {
        Ok(Difference::Over { should_be, by } | Difference::Under { should_be, by }) => {
            differs(PaidFault::OffList, should_be, by);
        }
        Ok(Difference::Agrees) | Err(_) => {}
    }
    if let Err(unknown) = against_due {
        tell(Found {
            lacks: Some(unknown),
            ..Found::of(PaidFault::Undetermined, payment, payment.amount)
        });
    }
    if let Ok(Some(_)) = against_paid::after_maturity(case, payment) {
        tell(Found::of(PaidFault::AfterMaturity, payment, payment.amount));
    }
    if let Ok(Some(above)) = against_paid::above_limit(case, paid) {
        tell(Found::of(PaidFault::AboveLimit, payment, above));
    }
}
