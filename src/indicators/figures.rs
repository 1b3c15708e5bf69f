//! The figures of a group of loans: the county, a township, a village, a lender.

use serde::{Deserialize, Serialize};

use crate::domain::{Fen, Month, RiskClass};

use super::rate::{Mean, Missing, Rate};
use super::tally::{Sum, Tally};

/// The figures of one group. Every rate carries its numerator and denominator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Loans in the files, settled ones included.
    pub loans: u64,
    /// Loans with a balance.
    pub outstanding_loans: u64,
    /// 贷款金额 of all loans.
    pub disbursed_principal: Fen,
    /// 贷款余额
    pub outstanding_principal: Fen,
    /// Households that have any loan in the files.
    pub borrower_households: u64,
    /// Households that have a loan with a balance.
    pub outstanding_households: u64,
    /// 逾期率（金额）: balance of overdue loans ÷ balance.
    pub overdue_by_amount: Rate<Fen>,
    /// 逾期率（笔数）: overdue loans ÷ loans with a balance.
    pub overdue_by_loans: Rate<u64>,
    /// 逾期率（户数）: households with an overdue loan ÷ households with a balance.
    pub overdue_by_households: Rate<u64>,
    /// 不良率（金额）: balance of substandard, doubtful and loss ÷ balance.
    pub npl_by_amount: Rate<Fen>,
    /// 不良率（笔数）
    pub npl_by_loans: Rate<u64>,
    /// The five classes, from best to worst, of loans with a balance.
    pub classes: Vec<ClassFigures>,
    /// Households of the roster, in the group's villages (for a lender: in the whole county).
    pub roster_households: Option<u64>,
    /// 获贷率（存量）: roster households with a balance ÷ roster households.
    pub coverage: Rate<u64>,
    /// 获贷率（累计）: roster households with any loan in the files ÷ roster households.
    pub coverage_ever: Rate<u64>,
    /// 笔均贷款金额: 贷款金额 ÷ loans.
    pub average_loan: Mean,
    /// 户均贷款余额: balance ÷ households with a balance.
    pub average_household_balance: Mean,
    /// Loans with a balance that fall due within 30, 60 and 90 days after the as-of date.
    pub due_within: Vec<DueWithin>,
    /// Loans whose effective maturity date lies before the as-of date, settled ones included.
    pub matured_loans: u64,
    /// Matured loans settled by the as-of date ÷ matured loans.
    pub repaid_by_loans: Rate<u64>,
    /// 按期归还率: matured loans settled on or before their maturity ÷ matured loans.
    pub on_time_by_loans: Rate<u64>,
    /// 到期贷款收回率: matured principal no longer owed ÷ matured principal. Principal paid out of the fund or written off counts as not recovered.
    pub recovered_by_amount: Rate<Fen>,
}

/// One of the five classes in a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClassFigures {
    /// The class by days past due.
    pub class: RiskClass,
    /// Loans ÷ loans with a balance.
    pub by_loans: Rate<u64>,
    /// Balance ÷ balance of the group.
    pub by_amount: Rate<Fen>,
}

/// Loans falling due soon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DueWithin {
    /// The window: from the as-of date itself to this many days after it.
    pub days: u32,
    /// Loans ÷ loans with a balance.
    pub by_loans: Rate<u64>,
    /// Balance ÷ balance of the group.
    pub by_amount: Rate<Fen>,
}

/// A township's figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TownshipRow {
    /// 乡镇
    pub township: String,
    /// Its figures.
    pub figures: Figures,
}

/// A village's figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VillageRow {
    /// 乡镇
    pub township: String,
    /// 行政村
    pub village: String,
    /// Its figures.
    pub figures: Figures,
}

/// A lender's figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LenderRow {
    /// 承贷银行
    pub lender: String,
    /// Its figures.
    pub figures: Figures,
}

/// What falls due in one month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthRow {
    /// The month of the effective maturity date.
    pub month: Month,
    /// Loans with a balance.
    pub loans: u64,
    /// Their households.
    pub households: u64,
    /// Their balance.
    pub outstanding_principal: Fen,
    /// Of these, what is overdue already.
    pub overdue_principal: Fen,
    /// 还款高峰: among the twelve months from the as-of date's month, still to come above a stated multiple of their mean;
    /// none where the table of parameters gives no such rule.
    pub is_peak: Option<bool>,
}

/// Loans whose household the roster lacks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotInRoster {
    /// Such loans ÷ all loans.
    pub by_loans: Rate<u64>,
    /// Their balance ÷ balance.
    pub by_amount: Rate<Fen>,
    /// The first of them, in the order of the files; at most [`NotInRoster::LISTED`].
    pub first: Vec<LoanPlace>,
    /// Why there is no such list.
    pub missing: Option<Missing>,
}

impl NotInRoster {
    /// How many loans the report lists; all of them are in the register.
    pub const LISTED: usize = 100;

    /// Such loans of a county; `sum` is none where there is no roster.
    pub fn of(sum: Option<Sum>, total: &Tally, first: Vec<LoanPlace>) -> NotInRoster {
        let (loans, amount) = (total.disbursed.loans, total.outstanding.amount);
        match sum {
            Some(sum) => NotInRoster {
                by_loans: Rate::of(sum.loans, loans),
                by_amount: Rate::of(sum.amount, amount),
                first,
                missing: None,
            },
            None => NotInRoster {
                by_loans: Rate::unknown(Some(loans), Missing::NoRoster),
                by_amount: Rate::unknown(Some(amount), Missing::NoRoster),
                first: Vec::new(),
                missing: Some(Missing::NoRoster),
            },
        }
    }
}

/// A loan and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoanPlace {
    /// 借据号
    pub loan_number: String,
    /// The file, by its place in the list of files.
    pub file: u32,
    /// Its line.
    pub line: u32,
    /// 乡镇
    pub township: String,
    /// 行政村
    pub village: String,
    /// 贷款余额
    pub outstanding_principal: Fen,
}
