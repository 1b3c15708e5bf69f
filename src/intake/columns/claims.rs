//! Which column has a meaning that several claim, that another can stand in for, or that none has by a word of its own.

use std::collections::BTreeMap;

use crate::domain::{Field, FileKind};
use crate::intake::finding::{Finding, Outcome, Problem};
use crate::intake::header;
use crate::intake::recognise::top_rows::Named;

use super::{Certainty, Column, about};

/// Of several columns that claim one meaning one has it: the one a person chose, the one under the product's group, one that
/// is not of before, the one with the commonest word, the first.
pub(super) fn settle(columns: &mut [Column], names: &[Named], findings: &mut Vec<Finding>) {
    leave_other_loans(columns, names);
    let mut claims: BTreeMap<Field, Vec<usize>> = BTreeMap::new();
    for (at, column) in columns.iter().enumerate() {
        if let Some(field) = column.field {
            claims.entry(field).or_default().push(at);
        }
    }
    for (field, mut claimants) in claims {
        let order = |at: &usize| {
            let is_chosen = columns[*at].certainty == Some(Certainty::Chosen);
            (
                !is_chosen,
                !names[*at].is_of_product,
                names[*at].is_of_before,
                names[*at].heading.rank,
                *at,
            )
        };
        claimants.sort_by_key(order);
        let Some((first, others)) = claimants.split_first() else {
            continue;
        };
        let used = columns[*first].name.header.clone();
        let is_settled =
            names[*first].is_of_product || columns[*first].certainty == Some(Certainty::Chosen);
        for at in others {
            let column = &mut columns[*at];
            column.field = None;
            column.certainty = None;
            // Under another group the same word means another loan's amount or day; a person's choice is one.
            let is_alike = names[*at].is_of_product || !is_settled;
            if is_alike && field.is_read() {
                let used = used.clone();
                let problem = Problem::RepeatedColumn { field, used };
                findings.push(about(*at, column, problem, Outcome::ColumnLeftOut));
            }
        }
    }
}

/// Beside a group of the product, the amounts and days in groups of other loans are those of other loans: none of them
/// stands in for one that the product's group lacks.
fn leave_other_loans(columns: &mut [Column], names: &[Named]) {
    if !names.iter().any(|named| named.is_of_product) {
        return;
    }
    let is_of_another = |(column, named): &(&mut Column, &Named)| {
        named.is_of_other_loans
            && !named.is_of_product
            && column.certainty == Some(Certainty::Sure)
            && column.field.is_some_and(is_of_a_loan)
    };
    for (column, _) in columns.iter_mut().zip(names).filter(is_of_another) {
        column.field = None;
        column.certainty = None;
    }
}

/// Whether a meaning is a loan's own, and not its household's or its file's.
fn is_of_a_loan(field: Field) -> bool {
    const OF_HOUSEHOLD: &[Field] = &[
        Field::HouseholdNumber,
        Field::PersonNumber,
        Field::Township,
        Field::Village,
        Field::AsOf,
        Field::CreditGrade,
    ];
    let of_loans = Field::required(FileKind::Loans).iter();
    let mut all = of_loans.chain(Field::optional(FileKind::Loans));
    all.any(|known| *known == field) && !OF_HOUSEHOLD.contains(&field)
}

/// Columns that stand in for another, where no column has that one's meaning: 支行 for the lender. In a loan file the number
/// of a person stands in for that of the household, which a roster by person then tells.
pub(super) fn stand_in(columns: &mut [Column]) {
    let has: Vec<Field> = columns.iter().filter_map(|column| column.field).collect();
    let is_of_loans = header::kind(&has) == FileKind::Loans;
    for at in 0..columns.len() {
        let wanted = match columns[at].field {
            Some(Field::PersonNumber) if is_of_loans => Some(Field::HouseholdNumber),
            field => field.and_then(header::stands_in_for),
        };
        let Some(wanted) = wanted else {
            continue;
        };
        if !columns.iter().any(|column| column.field == Some(wanted)) {
            columns[at].field = Some(wanted);
        }
    }
}

/// Required meanings that no column has: one column whose header contains a word for it is taken, and the guess is told.
pub(super) fn guess(columns: &mut [Column], names: &[Named], findings: &mut Vec<Finding>) {
    let has_product = names.iter().any(|named| named.is_of_product);
    let has: Vec<Field> = columns.iter().filter_map(|column| column.field).collect();
    let kind = header::kind(&has);
    for field in Field::required(kind)
        .iter()
        .filter(|field| !has.contains(field))
    {
        let is_free = |at: &usize| {
            let is_of_another = has_product && names[*at].is_of_other_loans;
            columns[*at].field.is_none() && columns[*at].personal.is_none() && !is_of_another
        };
        let candidates: Vec<usize> = (0..columns.len())
            .filter(is_free)
            .filter(|at| header::contains_word(&names[*at].own, *field))
            .collect();
        if let [only] = candidates.as_slice() {
            let column = &mut columns[*only];
            column.field = Some(*field);
            column.certainty = Some(Certainty::Guessed);
            let problem = Problem::ColumnGuessed { field: *field };
            findings.push(about(*only, column, problem, Outcome::Note));
        }
    }
}
