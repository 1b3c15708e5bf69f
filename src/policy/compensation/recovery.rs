//! How what was recovered after a payout is split: costs first, then the lender's claim and the fund, in the order that the
//! county reads its document.

use crate::domain::{Fen, Field};
use crate::policy::book::Case;
use crate::policy::parameters::Parameter;
use crate::policy::subsidy::interest::part_of;
use crate::policy::verdict::Unknown;

/// 收回款的去向; the three add up to what was recovered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecoverySplit {
    /// 清收费用, as far as what was recovered covers them.
    pub costs: Fen,
    /// The lender's claim.
    pub lender: Fen,
    /// Back to the fund.
    pub fund: Fen,
}

/// The two readings of "扣除相关费用和经办银行的相应债权后, 全部用于补偿分险基金".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryOrder {
    /// The lender first, up to its claim; the rest to the fund.
    LenderFirst,
    /// By what each has borne.
    ProRata,
}

impl RecoveryOrder {
    /// The order of a parameter's choice.
    pub fn of(choice: i64) -> RecoveryOrder {
        match choice {
            0 => RecoveryOrder::LenderFirst,
            _ => RecoveryOrder::ProRata,
        }
    }
}

/// Splits a recovery. `government` and `lender` are what each has borne.
pub fn split(
    recovered: Fen,
    costs: Fen,
    government: Fen,
    lender: Fen,
    order: RecoveryOrder,
) -> RecoverySplit {
    let recovered = recovered.max(Fen::ZERO);
    let costs = costs.max(Fen::ZERO).min(recovered);
    let left = recovered - costs;
    let share = match order {
        RecoveryOrder::LenderFirst => Some(lender),
        RecoveryOrder::ProRata => part_of(left, lender.0, (government + lender).0),
    };
    // Where nothing was borne by anyone, nothing is the lender's.
    let lender = share.map_or(Fen::ZERO, |share| share.max(Fen::ZERO).min(left));
    RecoverySplit {
        costs,
        lender,
        fund: left - lender,
    }
}

/// The split of what was recovered on a loan, by both readings: the lender first, and pro rata. None where nothing was
/// recovered.
///
/// # Errors
/// What would have to be known.
pub fn of(case: &Case<'_>) -> Result<Option<[RecoverySplit; 2]>, Unknown> {
    let recovered = case.money(Field::RecoveredAfterPayout);
    let Some(recovered) = recovered.filter(|sum| sum.is_positive()) else {
        return Ok(None);
    };
    let told = |field| case.money(field).ok_or(Unknown::Fact(field));
    let costs = told(Field::RecoveryCost)?;
    let government = told(Field::PayoutByGovernment)?;
    let lender = told(Field::PayoutByBank)?;
    let by = |order| split(recovered, costs, government, lender, order);
    Ok(Some([
        by(RecoveryOrder::LenderFirst),
        by(RecoveryOrder::ProRata),
    ]))
}

/// The reading that the county chose.
pub fn order_of(case: &Case<'_>) -> Result<RecoveryOrder, Unknown> {
    let parameter = Parameter::RecoveryOrder;
    let choice = case.parameter(parameter);
    choice
        .map(RecoveryOrder::of)
        .ok_or(Unknown::Parameter(parameter))
}
