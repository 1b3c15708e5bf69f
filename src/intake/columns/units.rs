//! The unit of each column of money: said by a person, by the header, by the line above, else taken from the amounts.

use crate::domain::Field;
use crate::intake::cell;
use crate::intake::choices::Choices;
use crate::intake::finding::{Encoding, Finding, Outcome, Problem, Unit};
use crate::intake::recognise::top_rows::Named;

use super::{Column, UnitFrom, about};

/// Amounts in fen, as if in yuan, that tell the unit of what was lent to a household: up to 20 it can only be 万元, from
/// 1000 on only 元. Between, nobody can tell.
const LENT: (i64, i64) = (2_000, 100_000);

/// The same for what arises on a loan (interest, subsidy, costs): above 20 it cannot be 万元, and small amounts are common.
const ARISING: (i64, i64) = (-1, 2_001);

/// Adds the row of units below a header to the headers.
pub(in crate::intake) fn take_units(names: &mut [Named], units: &[String]) {
    for (named, unit) in names.iter_mut().zip(units) {
        let says = |word: &str| unit.contains(word);
        if named.heading.unit.is_none() {
            named.heading.unit = match () {
                () if says("万元") => Some(Unit::TenThousandYuan),
                () if says("元") => Some(Unit::Yuan),
                () => None,
            };
        }
        named.heading.is_monthly_permille |= says("‰");
    }
}

/// Gives every column of money a unit.
pub(super) fn settle(
    columns: &mut [Column],
    sample: &[Vec<String>],
    title: Option<Unit>,
    choices: &Choices,
    findings: &mut Vec<Finding>,
) {
    let lent = columns
        .iter()
        .position(|column| column.field == Some(Field::DisbursedPrincipal));
    let of_lent = lent.and_then(|at| guessed(sample, at, LENT));
    let mut unsettled = Unsettled::default();
    for (at, column) in columns.iter_mut().enumerate() {
        let Some(field) = column.field.filter(|field| field.is_money()) else {
            (column.unit, column.unit_from) = (None, None);
            continue;
        };
        let chosen = choices.column(&column.name).and_then(|choice| choice.unit);
        let guess = if is_principal(field) {
            of_lent.or_else(|| guessed(sample, at, LENT))
        } else {
            guessed(sample, at, ARISING)
        };
        let ways = [
            (chosen, UnitFrom::Chosen),
            (column.unit, UnitFrom::Header),
            (title, UnitFrom::Title),
            (guess, UnitFrom::Guessed),
        ];
        let found = ways
            .into_iter()
            .find_map(|(unit, from)| Some((unit?, from)));
        (column.unit, column.unit_from) = found.unzip();
        match found {
            Some((unit, UnitFrom::Guessed)) => unsettled.guessed(at, field, unit),
            None if !sample.is_empty() => unsettled.unknown(at, column, field),
            _ => {}
        }
    }
    unsettled.tell(columns, findings);
}

/// Amounts of principal stand in one unit where a file names none.
fn is_principal(field: Field) -> bool {
    use Field::*;
    matches!(
        field,
        DisbursedPrincipal | OutstandingPrincipal | OverduePrincipal | RepaidTotal | CreditLine
    )
}

/// Columns whose unit was guessed or is unknown: one finding for all of one fault, at the first of them.
#[derive(Default)]
struct Unsettled {
    guessed: Vec<(usize, Field, Unit)>,
    needed: Vec<(usize, Field)>,
    left_out: Vec<(usize, Field)>,
}

impl Unsettled {
    fn guessed(&mut self, at: usize, field: Field, unit: Unit) {
        self.guessed.push((at, field, unit));
    }

    fn unknown(&mut self, at: usize, column: &mut Column, field: Field) {
        if matches!(
            field,
            Field::DisbursedPrincipal | Field::OutstandingPrincipal
        ) {
            self.needed.push((at, field));
        } else {
            self.left_out.push((at, field));
            // Without its unit an amount says nothing; the rest of the file can still be read.
            column.field = None;
            column.certainty = None;
        }
    }

    fn tell(self, columns: &[Column], findings: &mut Vec<Finding>) {
        for unit in [Unit::Yuan, Unit::TenThousandYuan] {
            let of_unit = self
                .guessed
                .iter()
                .filter(|(_, _, guessed)| *guessed == unit);
            let of_unit: Vec<(usize, Field)> =
                of_unit.map(|(at, field, _)| (*at, *field)).collect();
            let problem = |fields| Problem::UnitGuessed { fields, unit };
            push(&of_unit, problem, Outcome::Note, columns, findings);
        }
        let unknown = |fields| Problem::UnitUnknown { fields };
        push(
            &self.needed,
            unknown,
            Outcome::FileSetAside,
            columns,
            findings,
        );
        push(
            &self.left_out,
            unknown,
            Outcome::ColumnLeftOut,
            columns,
            findings,
        );
    }
}

fn push(
    of: &[(usize, Field)],
    problem: impl Fn(Vec<Field>) -> Problem,
    outcome: Outcome,
    columns: &[Column],
    findings: &mut Vec<Finding>,
) {
    if let Some((first, _)) = of.first() {
        let fields = of.iter().map(|(_, field)| *field).collect();
        findings.push(about(*first, &columns[*first], problem(fields), outcome));
    }
}

/// The unit that the largest amount of a column tells, given what is at most in 万元 and at least in 元.
fn guessed(sample: &[Vec<String>], at: usize, (most, least): (i64, i64)) -> Option<Unit> {
    let amounts = sample.iter().filter_map(|row| row.get(at));
    let largest = amounts
        .filter_map(|text| cell::money(text.as_bytes(), Unit::Yuan, Encoding::Utf8).ok())
        .max()?;
    match largest.0 {
        // Nothing but zeros is nothing in either unit.
        0 => Some(Unit::Yuan),
        amount if amount <= most => Some(Unit::TenThousandYuan),
        amount if amount >= least => Some(Unit::Yuan),
        _ => None,
    }
}
