//! What a file is by the meanings of its columns.

use crate::domain::{Answered, Field, FileKind};

/// What a file with these meanings is.
pub fn kind(fields: &[Field]) -> FileKind {
    const OF_A_LOAN: &[Field] = &[
        Field::LoanNumber,
        Field::Lender,
        Field::DisbursedPrincipal,
        Field::OutstandingPrincipal,
        Field::DisbursementDate,
        Field::MaturityDate,
    ];
    const OF_A_HOUSEHOLD: &[Field] = &[
        Field::Township,
        Field::Village,
        Field::FamilySize,
        Field::PovertyStatus,
        Field::HouseholdType,
        Field::MonitorType,
        Field::RelationToHead,
        Field::PersonNumber,
    ];
    const OF_A_PLACE: &[Field] = &[
        Field::PlaceName,
        Field::ParentCode,
        Field::PlaceLevel,
        Field::Successor,
    ];
    const OF_A_VILLAGE: &[Field] = &[
        Field::AllHouseholds,
        Field::RegisteredHouseholds,
        Field::CreditHouseholds,
        Field::PlaceCode,
    ];
    const OF_ONE_LOAN: &[Field] = &[
        Field::LoanNumber,
        Field::HouseholdNumber,
        Field::DisbursementDate,
        Field::MaturityDate,
    ];
    const OF_A_TOTAL: &[Field] = &[
        Field::LoanCount,
        Field::OutstandingPrincipal,
        Field::OverduePrincipal,
    ];
    let has = |wanted: &[Field]| wanted.iter().filter(|field| fields.contains(field)).count();
    let is_there = |field: Field| fields.contains(&field);
    let has_period = has(&[Field::PeriodStart, Field::PeriodEnd]) >= 1;
    match () {
        // A list that a township filled in repeats what it is to know the loan by, and nothing of how it was made.
        () if is_there(Field::LoanNumber)
            && has(&Answered::FIELDS) >= 1
            && has(&[Field::DisbursedPrincipal, Field::DisbursementDate]) == 0 =>
        {
            FileKind::Answers
        }
        // A list of subsidies may repeat half the loan; a register of loans never has the days between two settlements.
        () if is_there(Field::LoanNumber) && has_period => FileKind::Subsidies,
        () if is_there(Field::Lender) && has(OF_ONE_LOAN) == 0 && is_there(Field::FundBalance) => {
            FileKind::Funds
        }
        () if is_there(Field::Lender) && has(OF_ONE_LOAN) == 0 && has(OF_A_TOTAL) >= 1 => {
            FileKind::ReportedTotals
        }
        () if has(OF_A_LOAN) >= 3 => FileKind::Loans,
        () if is_there(Field::HouseholdNumber) && has(OF_A_HOUSEHOLD) >= 1 => FileKind::Roster,
        () if is_there(Field::LoanNumber) && is_there(Field::SubsidyAmount) => FileKind::Subsidies,
        () if is_there(Field::TargetAmount) && has(&[Field::Township, Field::Year]) >= 1 => {
            FileKind::Targets
        }
        () if is_there(Field::EffectiveFrom)
            && has(&[Field::RateOneYear, Field::RateFiveYears]) >= 1 =>
        {
            FileKind::Rates
        }
        () if is_there(Field::Village) && has(OF_A_VILLAGE) >= 1 => FileKind::Villages,
        () if is_there(Field::PlaceCode) && has(OF_A_PLACE) >= 1 => FileKind::Gazetteer,
        () => FileKind::Unknown,
    }
}
