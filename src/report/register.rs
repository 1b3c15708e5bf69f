//! The register: a window of loans, and one loan in full.

use serde::{Deserialize, Serialize};

use crate::indicators::grouped::GroupFigures;

use super::dimension::{Condition, Dimension, DimensionValue};
use super::{AnnualRate, Date, Fen, LoanStatus, RiskClass};

/// Which loans to show, in which order, and which window of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RegisterQuery {
    /// Only this township.
    pub township: Option<String>,
    /// Only this village (of the township).
    pub village: Option<String>,
    /// Only this lender.
    pub lender: Option<String>,
    /// Only this class by days past due; settled loans have none.
    pub class: Option<RiskClass>,
    /// Only loans that are substandard, doubtful or loss by days past due.
    pub non_performing: bool,
    /// Only loans with a balance that fall due from the as-of date to so many days after it.
    pub due_within_days: Option<u32>,
    /// Only loans whose effective maturity date lies before the as-of date, settled ones included.
    pub matured: bool,
    /// Only overdue loans (true) or only those that are not (false).
    pub overdue: Option<bool>,
    /// Only loans with a balance.
    pub outstanding_only: bool,
    /// Only loans whose household is not in the roster.
    pub not_in_roster: bool,
    /// Only loans of this effective maturity month, `2019-12`.
    pub maturity_month: Option<super::Month>,
    /// Only loans whose effective maturity date is not before this day.
    pub due_from: Option<Date>,
    /// Only loans whose effective maturity date is not after this day.
    pub due_to: Option<Date>,
    /// Only loans whose number or household number contains this text.
    pub text: String,
    /// Only loans that are one of the values given, for each dimension of which some are given.
    #[serde(rename = "where", skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// Only the loans that the check of this id caught.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<String>,
    /// By what the loans are grouped; where there is none they are listed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub group_by: Vec<Dimension>,
    /// The order.
    pub sort: RegisterSort,
    /// Whether the order is turned round.
    pub descending: bool,
    /// First row of the window.
    pub offset: u64,
    /// Most rows of the window.
    pub limit: u64,
}

impl RegisterQuery {
    /// Whether the rules must be asked of every loan.
    pub fn asks_rules(&self) -> bool {
        let conditions = self.conditions.iter().map(|condition| condition.dimension);
        let mut all = conditions.chain(self.group_by.iter().copied());
        self.check.is_some() || all.any(Dimension::is_decided)
    }
}

/// What the register is ordered by; ties stand in the order of the files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisterSort {
    /// The order of the files.
    #[default]
    File,
    /// 乡镇, 村
    Place,
    /// 承贷银行
    Lender,
    /// 贷款金额
    DisbursedPrincipal,
    /// 贷款余额
    OutstandingPrincipal,
    /// 放款日期
    DisbursementDate,
    /// 到期日期 (the effective one)
    MaturityDate,
    /// 逾期天数
    DaysPastDue,
}

/// A window of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegisterPage {
    /// First row of the window.
    pub offset: u64,
    /// Loans that fit the query.
    pub loans: u64,
    /// Their balance.
    pub outstanding_principal: Fen,
    /// Their 贷款金额.
    pub disbursed_principal: Fen,
    /// Of the balance, what is overdue.
    pub overdue_principal: Fen,
    /// The window.
    pub rows: Vec<RegisterRow>,
}

/// The register in groups.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegisterGroups {
    /// By what.
    pub group_by: Vec<Dimension>,
    /// All loans that fit.
    pub total: GroupFigures,
    /// How many groups there are.
    pub groups: u64,
    /// The groups in the order of their values, [`RegisterGroups::LISTED`] at most.
    pub rows: Vec<GroupRow>,
}

impl RegisterGroups {
    /// Most groups that are listed; a person who is shown more narrows the query.
    pub const LISTED: usize = 5_000;
}

/// One group of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupRow {
    /// What its loans are by each dimension.
    pub values: Vec<DimensionValue>,
    /// Its figures.
    pub figures: GroupFigures,
}

/// One loan in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterRow {
    /// The loan's row in the whole register, by which it is asked for.
    pub row: u64,
    /// 借据号
    pub loan_number: String,
    /// 户编号
    pub household_number: String,
    /// 乡镇
    pub township: String,
    /// 行政村
    pub village: String,
    /// 承贷银行
    pub lender: String,
    /// 贷款金额
    pub disbursed_principal: Fen,
    /// 贷款余额
    pub outstanding_principal: Fen,
    /// 放款日期
    pub disbursement_date: Date,
    /// 到期日期 of the contract
    pub maturity_date: Date,
    /// 展期到期日
    pub extended_maturity_date: Option<Date>,
    /// Calendar days from the effective maturity date to the as-of date; none for a loan without a balance, zero while not overdue.
    pub days_past_due: Option<u32>,
    /// The class by days past due; none for a loan without a balance.
    pub class: Option<RiskClass>,
    /// Whether the household is in the roster; none without a roster.
    pub in_roster: Option<bool>,
}

/// One loan in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoanDetail {
    /// What the register shows.
    pub row: RegisterRow,
    /// 执行利率
    pub annual_interest_rate: Option<AnnualRate>,
    /// 贷款用途
    pub purpose: Option<String>,
    /// 五级分类 as the lender reports it
    pub reported_class: Option<RiskClass>,
    /// 贷款状态 as the lender reports it
    pub status: Option<LoanStatus>,
    /// 结清日期
    pub settlement_date: Option<Date>,
    /// The file's name.
    pub file: String,
    /// The line the row begins on.
    pub line: u32,
    /// The row as the file has it, cell by cell; personal columns are left out.
    pub cells: Vec<RawCell>,
    /// The household's other loans, in the order of the files.
    pub household_loans: Vec<RegisterRow>,
}

/// One cell as the file has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawCell {
    /// The column's header.
    pub header: String,
    /// The text.
    pub text: String,
}
