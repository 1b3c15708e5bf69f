//! What columns and files are called: the official word, not the one a bank happens to use.

use crate::report::{Field, FileKind};

use super::{Words, words};

/// The name of a column's meaning.
pub fn name(field: Field) -> Words {
    match field {
        Field::LoanNumber => words("借据号", "Loan number"),
        Field::HouseholdNumber => words("户编号", "Household number"),
        Field::Township => words("乡镇", "Township"),
        Field::Village => words("行政村", "Village"),
        Field::VillagerGroup => words("村民小组", "Villager group"),
        Field::Lender => words("承贷银行", "Lender"),
        Field::DisbursedPrincipal => words("贷款金额", "Principal disbursed"),
        Field::OutstandingPrincipal => words("贷款余额", "Balance"),
        Field::DisbursementDate => words("放款日期", "Disbursement date"),
        Field::MaturityDate => words("到期日期", "Due date"),
        Field::ExtendedMaturityDate => words("展期到期日", "Due date after extension"),
        Field::AnnualInterestRate => words("执行利率", "Yearly interest rate"),
        Field::Purpose => words("贷款用途", "Purpose"),
        Field::RiskClass => words("五级分类", "Risk class"),
        Field::SettlementDate => words("结清日期", "Settlement date"),
        Field::Status => words("贷款状态", "Status"),
        Field::AsOf => words("数据日期", "Day of the data"),
        Field::FamilySize => words("家庭人口数", "Family size"),
        Field::PovertyStatus => words("脱贫属性", "Poverty status"),
        Field::AllHouseholds => words("农户总数", "All households"),
        Field::RegisteredHouseholds => words("建档户数", "Registered households"),
        Field::CreditHouseholds => words("信用户数", "Credit households"),
        Field::PlaceCode => words("行政区划代码", "Place code"),
    }
}

/// The name of a sort of file.
pub fn kind(kind: FileKind) -> Words {
    match kind {
        FileKind::Loans => words("贷款台账", "Loan register"),
        FileKind::Roster => words("花名册", "Household roster"),
        FileKind::Villages => words("村基本情况表", "Village table"),
        FileKind::Boundaries => words("乡镇边界", "Township boundaries"),
        FileKind::Unknown => words("未能识别", "Not recognised"),
    }
}
