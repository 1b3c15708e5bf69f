//! Loans that one household got on one day.

use std::collections::HashMap;

use crate::domain::{Date, Field, HouseholdId};

use super::Book;

/// By row, how many loans the household, or the person where that is known, got that day; only where there are several.
pub(super) type SameDay = HashMap<u32, u32>;

/// A loan's day, its borrower and its row.
type Got = (Date, Option<i64>, u32);

pub(super) fn find(book: &Book<'_>) -> SameDay {
    let mut found = SameDay::new();
    let mut got: Vec<Got> = Vec::new();
    for household in 0..book.county.households.len() as u32 {
        let rows = book.rows_of(HouseholdId(household));
        if rows.len() < 2 {
            continue;
        }
        got.clear();
        got.extend(rows.iter().map(|&row| {
            let case = book.case(row as usize);
            let person = case.value(Field::PersonNumber);
            (case.loan.disbursement_date, person, row)
        }));
        got.sort_unstable();
        for day in got.chunk_by(|a, b| a.0 == b.0) {
            note(day, &mut found);
        }
    }
    found
}

/// Notes the loans of one day; a loan whose borrower is not known may be anyone's of the household.
fn note(day: &[Got], found: &mut SameDay) {
    let nameless = day.partition_point(|(_, person, _)| person.is_none());
    for of_person in day.chunk_by(|a, b| a.1 == b.1) {
        let is_nameless = of_person.iter().any(|(_, person, _)| person.is_none());
        let count = if is_nameless {
            day.len()
        } else {
            of_person.len() + nameless
        };
        if count > 1 {
            found.extend(of_person.iter().map(|(_, _, row)| (*row, count as u32)));
        }
    }
}
