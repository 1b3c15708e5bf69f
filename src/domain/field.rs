//! What a file can be and what its columns can mean. The words the files use for them stand in `intake::header`.

use serde::{Deserialize, Serialize};

/// What a file is, by its header or content, never by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// 贷款台账: one row per loan.
    Loans,
    /// 花名册: one row per household.
    Roster,
    /// 村基本情况: one row per village.
    Villages,
    /// Township boundaries as GeoJSON.
    Boundaries,
    /// None of these.
    Unknown,
}

/// The meaning of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 借据号
    LoanNumber,
    /// 户编号
    HouseholdNumber,
    /// 乡镇
    Township,
    /// 行政村
    Village,
    /// 组
    VillagerGroup,
    /// 承贷银行
    Lender,
    /// 贷款金额
    DisbursedPrincipal,
    /// 贷款余额
    OutstandingPrincipal,
    /// 放款日期
    DisbursementDate,
    /// 到期日期
    MaturityDate,
    /// 展期到期日
    ExtendedMaturityDate,
    /// 执行利率
    AnnualInterestRate,
    /// 贷款用途
    Purpose,
    /// 五级分类 as the lender reports it
    RiskClass,
    /// 结清日期
    SettlementDate,
    /// 贷款状态
    Status,
    /// 数据日期
    AsOf,
    /// 家庭人口数
    FamilySize,
    /// 脱贫属性
    PovertyStatus,
    /// 农户总数
    AllHouseholds,
    /// 建档户数
    RegisteredHouseholds,
    /// 信用户数
    CreditHouseholds,
    /// 行政区划代码
    PlaceCode,
}

impl Field {
    /// The columns a file of that kind must have, in the order in which they are asked for.
    pub fn required(kind: FileKind) -> &'static [Field] {
        match kind {
            FileKind::Loans => &[
                Field::LoanNumber,
                Field::HouseholdNumber,
                Field::Township,
                Field::Village,
                Field::Lender,
                Field::DisbursedPrincipal,
                Field::OutstandingPrincipal,
                Field::DisbursementDate,
                Field::MaturityDate,
            ],
            FileKind::Roster => &[Field::HouseholdNumber, Field::Township, Field::Village],
            FileKind::Villages => &[Field::Township, Field::Village],
            FileKind::Boundaries | FileKind::Unknown => &[],
        }
    }

    /// The columns a file of that kind may have and that are read.
    pub fn optional(kind: FileKind) -> &'static [Field] {
        match kind {
            FileKind::Loans => &[
                Field::ExtendedMaturityDate,
                Field::AnnualInterestRate,
                Field::Purpose,
                Field::RiskClass,
                Field::SettlementDate,
                Field::Status,
                Field::AsOf,
            ],
            FileKind::Roster => &[Field::FamilySize, Field::PovertyStatus],
            FileKind::Villages => &[
                Field::AllHouseholds,
                Field::RegisteredHouseholds,
                Field::CreditHouseholds,
                Field::PlaceCode,
            ],
            FileKind::Boundaries | FileKind::Unknown => &[],
        }
    }

    /// Whether the column holds money, whose unit (元 or 万元) must be known.
    pub fn is_money(self) -> bool {
        matches!(
            self,
            Field::DisbursedPrincipal | Field::OutstandingPrincipal
        )
    }
}
