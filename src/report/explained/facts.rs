//! What files say of a loan and its household, each thing with the row it stands in.

use crate::domain::field::Content;
use crate::domain::{Answered, Field, FileKind, Guarantee, HouseholdFacts, Product, RenewalKind};
use crate::intake::file_read::Intake;
use crate::policy::book::Case;

use super::{FactTold, FactValue, RowPlace};

/// A row of a file, by the file's place among all.
pub(super) fn place(intake: &Intake, file: u32, line: u32) -> RowPlace {
    let file = intake.files.get(file as usize);
    RowPlace {
        file: file.map_or_else(String::new, |file| file.name.clone()),
        line,
    }
}

/// All facts: those of the loan in the order of the table, then those of the household.
pub(super) fn told(intake: &Intake, case: &Case<'_>) -> Vec<FactTold> {
    let source = intake.county.loans.source(case.row());
    let of_loan = Field::optional(FileKind::Loans).iter().filter_map(|field| {
        let value = value(case, *field)?;
        let (file, line) = match answer(intake, case, *field) {
            Some((file, line)) => (file, line),
            None => (source.file, source.line),
        };
        Some(FactTold {
            field: *field,
            value,
            place: place(intake, file, line),
        })
    });
    of_loan.chain(of_household(intake, case)).collect()
}

/// The row of a list that came back which says so; the first that says anything counts.
fn answer(intake: &Intake, case: &Case<'_>, field: Field) -> Option<(u32, u32)> {
    let at = Answered::FIELDS.iter().position(|own| *own == field)?;
    let answers = &intake.county.answers;
    let number = intake.county.loans.number(case.row());
    let symbol = answers.loan_numbers.find(number.as_bytes())?;
    let mut rows = answers.rows().iter();
    let row = rows.find(|row| row.loan_number == symbol && row.says[at].is_some())?;
    Some((row.file, row.line))
}

/// What the loan files say in a column beside what every loan has.
fn value(case: &Case<'_>, field: Field) -> Option<FactValue> {
    match field {
        Field::Product => case.word::<Product>().map(FactValue::Product),
        Field::Guarantee => case.word::<Guarantee>().map(FactValue::Guarantee),
        Field::RenewalKind => case.word::<RenewalKind>().map(FactValue::Renewal),
        Field::Ability => answered(Answered::Ability(case.word()?)),
        Field::Willingness => answered(Answered::Willingness(case.word()?)),
        Field::Cause => answered(Answered::Cause(case.word()?)),
        _ => match field.content() {
            Content::Money => case.money(field).map(FactValue::Money),
            Content::Day => case.day(field).map(FactValue::Day),
            Content::Count => case.count(field).map(FactValue::Count),
            Content::YesNo => case.flag(field).map(FactValue::Flag),
            Content::Text | Content::Identifier => case
                .text(field)
                .map(|text| FactValue::Text(text.to_owned())),
            Content::Rate | Content::Word | Content::Year | Content::Place | Content::Unread => {
                None
            }
        },
    }
}

fn answered(answered: Answered) -> Option<FactValue> {
    Some(FactValue::Answered(answered))
}

fn of_household(intake: &Intake, case: &Case<'_>) -> Vec<FactTold> {
    let households = &intake.county.households;
    let row = households.roster_place(case.loan.household);
    let (Some(facts), Some(row)) = (case.household_facts(), row) else {
        return Vec::new();
    };
    let grade = facts.credit_grade;
    let grade = grade.map(|symbol| households.credit_grades.text(symbol).into_owned());
    let told = values(&facts).into_iter();
    let told = told.chain([(Field::CreditGrade, grade.map(FactValue::Text))]);
    told.filter_map(|(field, value)| {
        Some(FactTold {
            field,
            value: value?,
            place: place(intake, row.file, row.line),
        })
    })
    .collect()
}

fn values(facts: &HouseholdFacts) -> [(Field, Option<FactValue>); 11] {
    let small = |count: Option<u8>| count.map(|count| FactValue::Count(u64::from(count)));
    let year = facts
        .exit_year
        .map(|year| FactValue::Count(u64::from(year)));
    [
        (
            Field::PovertyStatus,
            facts.poverty_status.map(FactValue::Poverty),
        ),
        (
            Field::HouseholdType,
            facts.household_type.map(FactValue::HouseholdType),
        ),
        (
            Field::MonitorType,
            facts.monitor_type.map(FactValue::Monitor),
        ),
        (
            Field::MonitorState,
            facts.monitor_state.map(FactValue::MonitorState),
        ),
        (Field::LoanWish, facts.loan_wish.map(FactValue::Flag)),
        (Field::FamilySize, small(facts.family_size)),
        (Field::LabourCount, small(facts.labour_count)),
        (Field::ExitYear, year),
        (Field::IdentifiedOn, facts.identified_on.map(FactValue::Day)),
        (Field::RemovedOn, facts.removed_on.map(FactValue::Day)),
        (Field::CreditLine, facts.credit_line.map(FactValue::Money)),
    ]
}
