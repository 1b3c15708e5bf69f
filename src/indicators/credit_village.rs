//! The order of villages by repayment: a basis for 信用村, with the numbers of loans it rests on.

use serde::{Deserialize, Serialize};

use crate::domain::Fen;

use super::rate::Rate;

/// Which repayment rate orders the villages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RepaymentBasis {
    /// 按期归还率: settled on or before maturity. Needs 结清日期.
    OnTime,
    /// 到期归还率: settled by the as-of date. Taken where no loan file has 结清日期.
    ByAsOf,
}

/// The villages in order, and those that cannot be ordered, apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CreditVillages {
    /// Which repayment rate orders them.
    pub basis: RepaymentBasis,
    /// Fewest matured loans for a place in the order.
    pub minimum_matured_loans: u64,
    /// By repayment rate, then by overdue rate by amount, then by name.
    pub ranked: Vec<CreditVillageRow>,
    /// 样本不足: too few matured loans; in the order of township and village.
    pub too_few: Vec<CreditVillageRow>,
    /// 待核实: settled loans without a settlement date, so that on-time repayment cannot be told; in the order of township and village.
    pub undetermined: Vec<CreditVillageRow>,
}

/// One village.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CreditVillageRow {
    /// Its place, from 1; villages that are equal in both rates share one. None outside the order.
    pub rank: Option<u32>,
    /// Whether another village shares the place.
    pub is_tied: bool,
    /// 乡镇
    pub township: String,
    /// 行政村
    pub village: String,
    /// Loans with a balance.
    pub outstanding_loans: u64,
    /// Loans past their maturity date, settled ones included.
    pub matured_loans: u64,
    /// The repayment rate of the basis.
    pub repayment: Rate<u64>,
    /// 逾期率（金额）; a village with no balance has none, and counts as nothing overdue.
    pub overdue_by_amount: Rate<Fen>,
    /// 信用户数 by the village table, if it is there.
    pub credit_households: Option<u64>,
    /// 农户总数 by the village table, if it is there.
    pub all_households: Option<u64>,
}
