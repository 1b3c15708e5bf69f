//! The table of loans, one row for each.

use crate::domain::field::Content;
use crate::domain::{
    Ability, Cause, County, Date, FactWord, Field, Guarantee, Loan, LoanStatus, Product,
    RenewalKind, Willingness,
};

use super::{Column, Sink, Table, Value, name_of, numbered, optional, required};

pub(super) const TABLE: Table = Table {
    name: "loans",
    columns: COLUMNS,
    rows,
};

const ROW: &str = "row_number";
const FILE: &str = "file_number";

const COLUMNS: &[Column] = &[
    numbered(ROW),
    numbered(FILE),
    required("loan_number", Field::LoanNumber),
    required("household_number", Field::HouseholdNumber),
    optional("person_number", Field::PersonNumber),
    optional("birth_year", Field::BirthYear),
    required("township", Field::Township),
    required("village", Field::Village),
    required("lender", Field::Lender),
    required("disbursed_principal", Field::DisbursedPrincipal),
    required("outstanding_principal", Field::OutstandingPrincipal),
    required("disbursement_date", Field::DisbursementDate),
    required("maturity_date", Field::MaturityDate),
    optional("extended_maturity_date", Field::ExtendedMaturityDate),
    optional("annual_interest_rate", Field::AnnualInterestRate),
    optional("purpose", Field::Purpose),
    optional("risk_class", Field::RiskClass),
    optional("settlement_date", Field::SettlementDate),
    optional("status", Field::Status),
    optional("product", Field::Product),
    optional("guarantee", Field::Guarantee),
    optional("overdue_principal", Field::OverduePrincipal),
    optional("overdue_days", Field::OverdueDays),
    optional("overdue_since", Field::OverdueSince),
    optional("interest_arrears", Field::InterestArrears),
    optional("interest_arrears_since", Field::InterestArrearsSince),
    optional("renewal_kind", Field::RenewalKind),
    optional("renewed", Field::Renewed),
    optional("extended", Field::Extended),
    optional("renewal_count", Field::RenewalCount),
    optional("renewed_from", Field::RenewedFrom),
    optional("repaid_total", Field::RepaidTotal),
    optional("ability", Field::Ability),
    optional("willingness", Field::Willingness),
    optional("cause", Field::Cause),
    optional("enterprise_use", Field::EnterpriseUse),
    optional("enterprise_code", Field::EnterpriseCode),
    optional("non_performing_date", Field::NonPerformingDate),
    optional("buffer_start", Field::BufferStart),
    optional("payout_applied_date", Field::PayoutAppliedDate),
    optional("payout_date", Field::PayoutDate),
    optional("payout_by_government", Field::PayoutByGovernment),
    optional("payout_by_bank", Field::PayoutByBank),
    optional("recovered_after_payout", Field::RecoveredAfterPayout),
    optional("recovery_cost", Field::RecoveryCost),
    optional("insurance_paid", Field::InsurancePaid),
    optional("subsidised", Field::Subsidised),
    optional("subsidy_total", Field::SubsidyTotal),
    optional("last_collection_date", Field::LastCollectionDate),
    optional("collection_count", Field::CollectionCount),
    optional("credit_grade", Field::CreditGrade),
];

fn rows(county: &County, sink: Sink<'_>) {
    let words: Vec<Vec<String>> = COLUMNS.iter().map(words).collect();
    for row in 0..county.loans.len() {
        let loan = county.loans.loan(row);
        let cells = COLUMNS.iter().zip(&words);
        let cells: Vec<Value<'_>> = cells
            .map(|(column, words)| match column.field {
                Some(field) => cell(county, row, &loan, field, words),
                None if column.name == FILE => Value::Number(file_of(county, row)),
                None => Value::Number(row as i64 + 1),
            })
            .collect();
        sink(&cells);
    }
}

/// The names of a column's words by their codes.
fn words(column: &Column) -> Vec<String> {
    fn of<W: FactWord + serde::Serialize>() -> Vec<String> {
        W::ALL.iter().map(name_of).collect()
    }
    let Some(field) = column.field else {
        return Vec::new();
    };
    match field {
        Field::Product => of::<Product>(),
        Field::Guarantee => of::<Guarantee>(),
        Field::Ability => of::<Ability>(),
        Field::Willingness => of::<Willingness>(),
        Field::Cause => of::<Cause>(),
        Field::RenewalKind => of::<RenewalKind>(),
        _ => Vec::new(),
    }
}

fn cell<'c>(
    county: &'c County,
    row: usize,
    loan: &Loan,
    field: Field,
    words: &'c [String],
) -> Value<'c> {
    let loans = &county.loans;
    let township = || county.places.township_of(loan.village);
    match field {
        Field::LoanNumber => Value::Text(loans.number(row).into()),
        Field::HouseholdNumber => Value::Text(county.households.number(loan.household).into()),
        Field::Township => Value::Text(county.places.township_name(township()).into()),
        Field::Village => Value::Text(county.places.village_name(loan.village).into()),
        Field::Lender => Value::Text(loans.lenders.text(loan.lender)),
        Field::DisbursedPrincipal => Value::Number(loan.disbursed_principal.0),
        Field::OutstandingPrincipal => Value::Number(loan.outstanding_principal.0),
        Field::DisbursementDate => Value::Day(loan.disbursement_date),
        Field::MaturityDate => Value::Day(loan.maturity_date),
        Field::ExtendedMaturityDate => Value::day(loan.extended_maturity_date),
        Field::SettlementDate => Value::day(loan.settlement_date),
        Field::AnnualInterestRate => Value::number(loan.annual_interest_rate.map(|rate| rate.0)),
        Field::Purpose => Value::text(loan.purpose.map(|purpose| loans.purposes.text(purpose))),
        Field::RiskClass => Value::number(loan.reported_class.map(|class| class as i64 + 1)),
        Field::Status => Value::text(loan.status.map(status)),
        _ => fact(county, row, field, words),
    }
}

/// A cell of a column that only some files have.
fn fact<'c>(county: &'c County, row: usize, field: Field, words: &'c [String]) -> Value<'c> {
    let facts = &county.loans.facts;
    let Some(value) = facts.values(field).get(row) else {
        return Value::Nothing;
    };
    match field.content() {
        Content::Money | Content::Count | Content::Rate | Content::Year => Value::Number(value),
        Content::Day => Value::day(i32::try_from(value).ok().map(Date::from_days)),
        Content::YesNo => Value::Flag(value != 0),
        Content::Word => {
            let word = usize::try_from(value).ok().and_then(|code| words.get(code));
            Value::text(word.map(String::as_str))
        }
        Content::Text | Content::Place | Content::Identifier | Content::Unread => {
            Value::text(facts.text(field, row))
        }
    }
}

fn file_of(county: &County, row: usize) -> i64 {
    i64::from(county.loans.source(row).file) + 1
}

fn status(status: LoanStatus) -> &'static str {
    match status {
        LoanStatus::NotDue => "not_due",
        LoanStatus::Overdue => "overdue",
        LoanStatus::Settled => "settled",
        LoanStatus::PaidOut => "paid_out",
        LoanStatus::WrittenOff => "written_off",
    }
}
