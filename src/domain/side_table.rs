//! What the small tables beside the loans say: targets, the compensation fund, rates in force, totals the lenders report.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::entries::Entries;
use super::money::Fen;
use super::place::TownshipId;
use super::rate::AnnualRate;
use super::symbol::Symbol;

/// What a township was to lend in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// 乡镇
    pub township: TownshipId,
    /// 年度
    pub year: u16,
    /// 目标金额
    pub amount: Fen,
}

/// 风险补偿金余额: what stands in the fund for the loans of one lender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FundBalance {
    /// 承贷银行, a symbol of [`super::Loans::lenders`].
    pub lender: Symbol,
    /// 数据日期, if the file gives it.
    pub as_of: Option<Date>,
    /// 余额
    pub amount: Fen,
}

/// The sort of rate that a loan's rate is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RateKind {
    /// 人民银行贷款基准利率
    Benchmark,
    /// 贷款市场报价利率
    LoanPrimeRate,
}

/// Rates in force from a day on, until the next row of their kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateChange {
    /// The first day in force.
    pub effective_from: Date,
    /// The rate for loans of at most a year.
    pub one_year: AnnualRate,
    /// The rate for longer ones: above five years of the prime rate, one to five years of the benchmark.
    pub five_years: Option<AnnualRate>,
    /// The sort of rate, if the file gives it.
    pub kind: Option<RateKind>,
}

/// What a lender reports of its loans as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportedTotal {
    /// 承贷银行, a symbol of [`super::Loans::lenders`].
    pub lender: Symbol,
    /// 数据日期, if the file gives it.
    pub as_of: Option<Date>,
    /// 有余额贷款笔数
    pub loans: Option<u64>,
    /// 贷款余额
    pub outstanding: Fen,
    /// 逾期贷款余额
    pub overdue: Option<Fen>,
}

/// Targets by township and year.
pub type Targets = Entries<(TownshipId, u16), Target>;
/// Balances of the compensation fund by lender and day.
pub type Funds = Entries<(Symbol, Option<Date>), FundBalance>;
/// Rates by the day they come into force, and their kind.
pub type Rates = Entries<(Date, Option<RateKind>), RateChange>;
/// Reported totals by lender and day.
pub type ReportedTotals = Entries<(Symbol, Option<Date>), ReportedTotal>;
