//! What the cells of a column hold, by the meaning of the column.

use super::Field;

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Content {
    /// Free text: names of lenders, purposes, sources of money.
    Text,
    /// The name of a township or village.
    Place,
    /// A number or code that stands for something: compared, never counted with.
    Identifier,
    /// An amount, in 元 or 万元.
    Money,
    /// A day.
    Day,
    /// A yearly rate in percent.
    Rate,
    /// A whole number of households, loans, days, months.
    Count,
    /// A calendar year.
    Year,
    /// One of a few words or codes.
    Word,
    /// 是 or 否.
    YesNo,
    /// Known, and of no use here: its cells are not looked at.
    Unread,
}

impl Field {
    /// What the cells of such a column hold.
    pub fn content(self) -> Content {
        use Content::*;
        match self {
            Field::VillagerGroup
            | Field::Lender
            | Field::Branch
            | Field::Purpose
            | Field::EnterpriseCode
            | Field::CreditLender
            | Field::RelationToHead
            | Field::LabourSkill
            | Field::CreditGrade
            | Field::PovertyCause
            | Field::FundSource => Text,
            Field::Township | Field::Village | Field::VillageAndGroup | Field::PlaceName => Place,
            Field::LoanNumber
            | Field::HouseholdNumber
            | Field::PersonNumber
            | Field::RenewedFrom
            | Field::PlaceCode
            | Field::ParentCode
            | Field::Successor => Identifier,
            Field::DisbursedPrincipal
            | Field::OutstandingPrincipal
            | Field::OverduePrincipal
            | Field::InterestArrears
            | Field::RepaidTotal
            | Field::PayoutByGovernment
            | Field::PayoutByBank
            | Field::RecoveredAfterPayout
            | Field::RecoveryCost
            | Field::InsurancePaid
            | Field::SubsidyTotal
            | Field::CreditLine
            | Field::TargetAmount
            | Field::FundBalance
            | Field::SubsidyAmount
            | Field::Amount => Money,
            Field::DisbursementDate
            | Field::MaturityDate
            | Field::ExtendedMaturityDate
            | Field::OverdueSince
            | Field::InterestArrearsSince
            | Field::SettlementDate
            | Field::NonPerformingDate
            | Field::BufferStart
            | Field::PayoutAppliedDate
            | Field::PayoutDate
            | Field::LastCollectionDate
            | Field::AsOf
            | Field::IdentifiedOn
            | Field::RemovedOn
            | Field::PeriodStart
            | Field::PeriodEnd
            | Field::EffectiveFrom => Day,
            Field::AnnualInterestRate | Field::RateOneYear | Field::RateFiveYears => Rate,
            Field::Term
            | Field::OverdueDays
            | Field::RenewalCount
            | Field::CollectionCount
            | Field::FamilySize
            | Field::LabourCount
            | Field::AllHouseholds
            | Field::RegisteredHouseholds
            | Field::CreditHouseholds
            | Field::SubsidyDays
            | Field::LoanCount => Count,
            Field::BirthYear | Field::ExitYear | Field::Year => Year,
            Field::Product
            | Field::Guarantee
            | Field::RiskClass
            | Field::RenewalKind
            | Field::Status
            | Field::Ability
            | Field::Willingness
            | Field::Cause
            | Field::PovertyStatus
            | Field::HouseholdType
            | Field::MonitorType
            | Field::MonitorState
            | Field::PlaceLevel
            | Field::RateKind => Word,
            Field::Renewed
            | Field::Extended
            | Field::EnterpriseUse
            | Field::Subsidised
            | Field::EligibleWithoutLoan
            | Field::LoanWish => YesNo,
            Field::LenderCode
            | Field::PenaltyRate
            | Field::UsesPrimeRate
            | Field::BasisPoints
            | Field::RepaymentMethod
            | Field::CalculatedRiskClass
            | Field::HiddenNonPerforming
            | Field::HouseholdMixedClass
            | Field::LastInterestDate
            | Field::HouseholdBalance
            | Field::RowNumber
            | Field::Note
            | Field::EarlierBalance
            | Field::EarlierOverdue
            | Field::EarlierOverduePrincipal
            | Field::EarlierOverdueSince
            | Field::EarlierInterestArrears
            | Field::CreditDate
            | Field::County
            | Field::HeadPersonNumber
            | Field::Education
            | Field::SchoolAttendance
            | Field::WorkStatus
            | Field::WorkMonths
            | Field::UnsafeHouse
            | Field::SafeWater
            | Field::WaterShortage
            | Field::IncomePerHead
            | Field::CumulativeLending
            | Field::NewLending
            | Field::NetIncrease
            | Field::ChangeOnYear
            | Field::GrowthOnYear
            | Field::ChangeOnYearStart
            | Field::GrowthOnYearStart
            | Field::WeightedInterestRate
            | Field::PeopleHelped
            | Field::CreditLinePerHousehold
            | Field::LoanPerHousehold
            | Field::OverdueLoanCount
            | Field::ArrearsLoanCount => Unread,
        }
    }

    /// Whether cells of such a column are read at all.
    pub fn is_read(self) -> bool {
        self.content() != Content::Unread
    }

    /// Whether the column holds money, whose unit (元 or 万元) must be known.
    pub fn is_money(self) -> bool {
        self.content() == Content::Money
    }
}
