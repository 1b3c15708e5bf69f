//! What each column of a table is: its meaning, its unit, and whether it is personal and must be left out.

use std::collections::BTreeSet;

use crate::domain::Field;

use super::cell;
use super::finding::{Encoding, Evidence, Finding, Outcome, Personal, Problem, Unit};
use super::header::Heading;
use super::personal;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header as the file has it.
    pub header: String,
    /// Its meaning; none if it is not read.
    pub field: Option<Field>,
    /// Its unit, for money.
    pub unit: Option<Unit>,
    /// Whether it holds monthly rates in ‰.
    pub is_monthly_permille: bool,
    /// The sort of personal data for which it was left out.
    pub personal: Option<Personal>,
}

/// The columns under some headings, and what is to be said of them. `sample` holds the first rows; `title` is the unit
/// that a line above the header names.
pub fn of(
    headings: &[(String, Heading)],
    sample: &[Vec<String>],
    title: Option<Unit>,
) -> (Vec<Column>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut columns = Vec::new();
    let mut taken = BTreeSet::new();
    for (at, (header, heading)) in headings.iter().enumerate() {
        columns.push(column(
            at,
            header,
            heading,
            sample,
            &mut taken,
            &mut findings,
        ));
    }
    settle_units(&mut columns, sample, title, &mut findings);
    (columns, findings)
}

/// A finding about the whole file or one of its columns.
fn about(column: Option<(usize, &str)>, problem: Problem, outcome: Outcome) -> Finding {
    Finding {
        file: 0,
        line: None,
        column: column.map(|(at, _)| at as u32 + 1),
        header: column.map(|(_, header)| header.to_owned()),
        found: None,
        problem,
        outcome,
    }
}

fn column(
    at: usize,
    header: &str,
    heading: &Heading,
    sample: &[Vec<String>],
    taken: &mut BTreeSet<Field>,
    findings: &mut Vec<Finding>,
) -> Column {
    let cells = sample
        .iter()
        .filter_map(|row| row.get(at))
        .map(String::as_str);
    let is_known_number = matches!(
        heading.field,
        Some(Field::LoanNumber | Field::HouseholdNumber | Field::PlaceCode)
    );
    let by_looks = personal::of_cells(cells, is_known_number)
        .filter(|looks| *looks != Personal::Name || heading.field.is_none());
    let personal = match (heading.personal, by_looks) {
        (Some(personal), _) => Some((personal, Evidence::Header)),
        (None, Some(personal)) => Some((personal, Evidence::Cells)),
        (None, None) => None,
    };
    let mut field = heading.field;
    if let Some((personal, evidence)) = personal {
        field = None;
        let problem = Problem::PersonalColumn { personal, evidence };
        findings.push(about(Some((at, header)), problem, Outcome::ColumnLeftOut));
    } else if let Some(known) = field
        && !taken.insert(known)
    {
        field = None;
        findings.push(about(
            Some((at, header)),
            Problem::RepeatedColumn { field: known },
            Outcome::ColumnLeftOut,
        ));
    }
    Column {
        header: header.to_owned(),
        field,
        unit: heading.unit.filter(|_| field.is_some_and(Field::is_money)),
        is_monthly_permille: heading.is_monthly_permille,
        personal: personal.map(|(personal, _)| personal),
    }
}

/// Gives every column of money a unit: from its header, from the line above, else from the size of the amounts lent.
fn settle_units(
    columns: &mut [Column],
    sample: &[Vec<String>],
    title: Option<Unit>,
    findings: &mut Vec<Finding>,
) {
    let lent = columns
        .iter()
        .position(|column| column.field == Some(Field::DisbursedPrincipal));
    let guess = lent.and_then(|at| guessed_unit(sample, at));
    for (at, column) in columns.iter_mut().enumerate() {
        let Some(field) = column
            .field
            .filter(|field| field.is_money() && column.unit.is_none())
        else {
            continue;
        };
        column.unit = title.or(guess);
        let place = Some((at, column.header.as_str()));
        match column.unit {
            Some(_) if title.is_some() => {}
            Some(unit) => findings.push(about(
                place,
                Problem::UnitGuessed { field, unit },
                Outcome::Note,
            )),
            None if sample.is_empty() => {}
            None => findings.push(about(
                place,
                Problem::UnitUnknown { field },
                Outcome::FileSetAside,
            )),
        }
    }
}

/// 万元 where no amount is above 20, 元 where one is 1000 or more; between, nobody can tell.
fn guessed_unit(sample: &[Vec<String>], at: usize) -> Option<Unit> {
    let amounts = sample.iter().filter_map(|row| row.get(at));
    let largest = amounts
        .filter_map(|text| cell::money(text.as_bytes(), Unit::Yuan, Encoding::Utf8).ok())
        .max()?;
    match largest.0 {
        ..=2_000 => Some(Unit::TenThousandYuan),
        100_000.. => Some(Unit::Yuan),
        _ => None,
    }
}
