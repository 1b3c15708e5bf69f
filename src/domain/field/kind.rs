//! What a file can be, and the columns each kind must have and may have.

use serde::{Deserialize, Serialize};

use super::Field;

/// What a file is, by its header or content, never by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// 贷款台账: one row per loan.
    Loans,
    /// 花名册: one row per household, or one per person of it.
    Roster,
    /// 村基本情况: one row per village.
    Villages,
    /// 贴息明细: one row per loan and period.
    Subsidies,
    /// 摸排回填表: one row per loan, filled in by a township.
    Answers,
    /// 投放目标: one row per township and year.
    Targets,
    /// 风险补偿金: one row per lender.
    Funds,
    /// 利率表: one row per change.
    Rates,
    /// 银行报送合计: one row per lender.
    ReportedTotals,
    /// 行政区划表: one row per place.
    Gazetteer,
    /// Township boundaries as GeoJSON.
    Boundaries,
    /// A profile: what a person settled for files of some shapes.
    Profile,
    /// A table of parameters as a person changed it.
    Parameters,
    /// Views of the register that a person named.
    Views,
    /// None of these.
    Unknown,
}

impl FileKind {
    /// Every kind that a table of rows can be, in the order in which they are asked for.
    pub const TABLES: [FileKind; 10] = [
        FileKind::Loans,
        FileKind::Roster,
        FileKind::Villages,
        FileKind::Subsidies,
        FileKind::Answers,
        FileKind::Targets,
        FileKind::Funds,
        FileKind::Rates,
        FileKind::ReportedTotals,
        FileKind::Gazetteer,
    ];
}

impl Field {
    /// The column whose cell names a row of such a file; none where no single column does.
    pub fn key(kind: FileKind) -> Option<Field> {
        match kind {
            FileKind::Loans => Some(Field::LoanNumber),
            FileKind::Roster => Some(Field::HouseholdNumber),
            FileKind::Subsidies | FileKind::Answers => Some(Field::LoanNumber),
            FileKind::Gazetteer => Some(Field::PlaceCode),
            _ => None,
        }
    }

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
            FileKind::Subsidies => &[
                Field::LoanNumber,
                Field::PeriodStart,
                Field::PeriodEnd,
                Field::SubsidyAmount,
            ],
            FileKind::Answers => &[Field::LoanNumber],
            FileKind::Targets => &[Field::Township, Field::Year, Field::TargetAmount],
            FileKind::Funds => &[Field::Lender, Field::FundBalance],
            FileKind::Rates => &[Field::EffectiveFrom, Field::RateOneYear],
            FileKind::ReportedTotals => &[Field::Lender, Field::OutstandingPrincipal],
            FileKind::Gazetteer => &[Field::PlaceCode, Field::PlaceName],
            FileKind::Boundaries
            | FileKind::Profile
            | FileKind::Parameters
            | FileKind::Views
            | FileKind::Unknown => &[],
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
                Field::PersonNumber,
                Field::BirthYear,
                Field::Product,
                Field::Term,
                Field::Guarantee,
                Field::OverduePrincipal,
                Field::OverdueDays,
                Field::OverdueSince,
                Field::InterestArrears,
                Field::InterestArrearsSince,
                Field::RenewalKind,
                Field::Renewed,
                Field::Extended,
                Field::RenewalCount,
                Field::RenewedFrom,
                Field::RepaidTotal,
                Field::Ability,
                Field::Willingness,
                Field::Cause,
                Field::EnterpriseUse,
                Field::EnterpriseCode,
                Field::NonPerformingDate,
                Field::BufferStart,
                Field::PayoutAppliedDate,
                Field::PayoutDate,
                Field::PayoutByGovernment,
                Field::PayoutByBank,
                Field::RecoveredAfterPayout,
                Field::RecoveryCost,
                Field::InsurancePaid,
                Field::Subsidised,
                Field::SubsidyTotal,
                Field::LastCollectionDate,
                Field::CollectionCount,
                Field::CreditGrade,
                Field::PlaceCode,
            ],
            FileKind::Roster => &[
                Field::PersonNumber,
                Field::RelationToHead,
                Field::FamilySize,
                Field::PovertyStatus,
                Field::HouseholdType,
                Field::MonitorType,
                Field::MonitorState,
                Field::IdentifiedOn,
                Field::ExitYear,
                Field::RemovedOn,
                Field::LabourCount,
                Field::CreditGrade,
                Field::CreditLine,
                Field::LoanWish,
                Field::Year,
                Field::AsOf,
                Field::PlaceCode,
            ],
            FileKind::Villages => &[
                Field::AllHouseholds,
                Field::RegisteredHouseholds,
                Field::CreditHouseholds,
                Field::PlaceCode,
            ],
            FileKind::Subsidies => &[Field::SubsidyDays, Field::FundSource],
            FileKind::Answers => &[Field::Ability, Field::Willingness, Field::Cause],
            FileKind::Funds => &[Field::AsOf],
            FileKind::Rates => &[Field::RateFiveYears, Field::RateKind],
            FileKind::ReportedTotals => &[Field::AsOf, Field::LoanCount, Field::OverduePrincipal],
            FileKind::Gazetteer => &[
                Field::ParentCode,
                Field::PlaceLevel,
                Field::Year,
                Field::Successor,
            ],
            FileKind::Targets
            | FileKind::Boundaries
            | FileKind::Profile
            | FileKind::Parameters
            | FileKind::Views
            | FileKind::Unknown => &[],
        }
    }
}
