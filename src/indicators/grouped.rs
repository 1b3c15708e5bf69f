//! The figures of a group of the register: loans, households, balance, and what of it is overdue.

use serde::{Deserialize, Serialize};

use crate::domain::Fen;

use super::rate::Rate;

/// The figures of one group of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupFigures {
    /// Loans, settled ones included.
    pub loans: u64,
    /// Distinct households that owe or owed them.
    pub households: u64,
    /// 贷款金额
    pub disbursed_principal: Fen,
    /// 贷款余额
    pub outstanding_principal: Fen,
    /// 逾期率（金额）: balance of overdue loans ÷ balance.
    pub overdue_by_amount: Rate<Fen>,
}

/// What is counted of one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupTally {
    /// Loans.
    pub loans: u64,
    /// Distinct households.
    pub households: u64,
    /// 贷款金额
    pub disbursed: Fen,
    /// 贷款余额
    pub outstanding: Fen,
    /// Balance of overdue loans.
    pub overdue: Fen,
}

impl GroupTally {
    /// The figures.
    pub fn figures(&self) -> GroupFigures {
        GroupFigures {
            loans: self.loans,
            households: self.households,
            disbursed_principal: self.disbursed,
            outstanding_principal: self.outstanding,
            overdue_by_amount: Rate::of(self.overdue, self.outstanding),
        }
    }
}
