//! The unit of each column of money: said by a person, by the header, by the line above, else taken from the amounts.

use crate::domain::{Field, FileKind};
use crate::intake::cell;
use crate::intake::choices::Choices;
use crate::intake::finding::{Encoding, Finding, Outcome, Problem, Unit};
use crate::intake::header::vocabulary::beside::unit_of_money;
use crate::intake::recognise::top_rows::Named;

use super::{Column, UnitFrom, about};

/// Amounts in fen, as if in yuan, that tell the unit of what was lent to a household: up to 20 it can only be 万元, from
/// 1000 on only 元. Between, nobody can tell.
const LENT: (i64, i64) = (2_000, 100_000);

/// The same for what arises on a loan (interest, subsidy, costs): above 20 it cannot be 万元, and small amounts are common.
const ARISING: (i64, i64) = (-1, 2_001);

/// The same for sums of many loans and for funds: a million and more can only be 元, and less may be either.
const OF_MANY: (i64, i64) = (-1, 100_000_000);

/// Adds the row of units below a header to the headers.
pub(in crate::intake) fn take_units(names: &mut [Named], units: &[String]) {
    for (named, unit) in names.iter_mut().zip(units) {
        named.heading.unit = named.heading.unit.or_else(|| unit_of_money(unit));
        named.heading.is_monthly_permille |= unit.contains('‰');
    }
}

/// Gives every column of money that files of the kind are read for a unit; of others it is told where the file names it.
pub(super) fn settle(
    columns: &mut [Column],
    kind: FileKind,
    sample: &[Vec<String>],
    title: Option<Unit>,
    choices: &Choices,
    findings: &mut Vec<Finding>,
) {
    for column in columns.iter_mut() {
        let is_money = column.field.is_some_and(Field::is_money);
        (column.unit, column.unit_from) = if is_money {
            named(column, title, choices)
        } else {
            (None, None)
        };
    }
    let lent = amounts_lent(columns, sample);
    let mut unsettled = Unsettled::default();
    for (at, column) in columns.iter_mut().enumerate() {
        let wanted = |field: &Field| field.is_money() && is_read(*field, kind);
        let Some(field) = column.field.filter(wanted) else {
            continue;
        };
        if column.unit.is_some() {
            continue;
        }
        let guess = match lent {
            _ if is_of_many(kind) => guessed(sample, at, OF_MANY),
            Some(lent) if is_principal(field) => of_principal(lent, largest(sample, at)),
            None if is_principal(field) => guessed(sample, at, LENT),
            _ => guessed(sample, at, ARISING),
        };
        match guess {
            Some(unit) => {
                (column.unit, column.unit_from) = (Some(unit), Some(UnitFrom::Guessed));
                unsettled.guessed(at, field, unit);
            }
            None if sample.is_empty() => {}
            None if Field::required(kind).contains(&field) => unsettled.needed.push((at, field)),
            None => unsettled.left_out(at, column, field),
        }
    }
    unsettled.tell(columns, findings);
}

/// The unit that a person, the header or the line above it names.
fn named(
    column: &Column,
    title: Option<Unit>,
    choices: &Choices,
) -> (Option<Unit>, Option<UnitFrom>) {
    let chosen = choices.column(&column.name).and_then(|choice| choice.unit);
    let ways = [
        (chosen, UnitFrom::Chosen),
        (column.unit, UnitFrom::Header),
        (title, UnitFrom::Title),
    ];
    let found = ways
        .into_iter()
        .find_map(|(unit, from)| Some((unit?, from)));
    found.unzip()
}

/// Whether a row of such a file sums up many loans.
fn is_of_many(kind: FileKind) -> bool {
    matches!(
        kind,
        FileKind::ReportedTotals | FileKind::Funds | FileKind::Targets
    )
}

fn is_read(field: Field, kind: FileKind) -> bool {
    Field::required(kind).contains(&field) || Field::optional(kind).contains(&field)
}

/// The amounts lent: their unit, named or told by the amounts, none where neither tells it; and the largest.
#[derive(Clone, Copy)]
struct Lent {
    unit: Option<Unit>,
    largest: Option<i64>,
}

fn amounts_lent(columns: &[Column], sample: &[Vec<String>]) -> Option<Lent> {
    let is_lent = |column: &Column| column.field == Some(Field::DisbursedPrincipal);
    let at = columns.iter().position(is_lent)?;
    Some(Lent {
        unit: columns[at].unit.or_else(|| guessed(sample, at, LENT)),
        largest: largest(sample, at),
    })
}

/// The unit of other amounts of principal: that of the amounts lent, because a small balance may be one in 元 as well.
/// Beside amounts lent in 万元 a larger number is in 元, if no household owes so much in 万元.
fn of_principal(lent: Lent, largest: Option<i64>) -> Option<Unit> {
    let (_, least) = LENT;
    match (lent.unit?, largest) {
        (Unit::TenThousandYuan, Some(amount)) if lent.largest.is_none_or(|lent| amount > lent) => {
            (amount >= least).then_some(Unit::Yuan)
        }
        (unit, _) => Some(unit),
    }
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

    fn left_out(&mut self, at: usize, column: &mut Column, field: Field) {
        self.left_out.push((at, field));
        // Without its unit an amount says nothing; the rest of the file can still be read.
        column.field = None;
        column.certainty = None;
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
    match largest(sample, at)? {
        // Nothing but zeros, or amounts that name their unit, are the same in either.
        0 => Some(Unit::Yuan),
        amount if amount <= most => Some(Unit::TenThousandYuan),
        amount if amount >= least => Some(Unit::Yuan),
        _ => None,
    }
}

/// The largest amount of a column, in fen as if in yuan. One that names its own unit, such as 5万, tells nothing of the
/// others and counts as zero.
fn largest(sample: &[Vec<String>], at: usize) -> Option<i64> {
    let amount = |text: &str, unit| cell::money(text.as_bytes(), unit, Encoding::Utf8).ok();
    let amounts = sample
        .iter()
        .filter_map(|row| row.get(at))
        .filter_map(|text| {
            let in_yuan = amount(text, Unit::Yuan)?;
            let names_its_unit = amount(text, Unit::TenThousandYuan) == Some(in_yuan);
            Some(if names_its_unit { 0 } else { in_yuan.0 })
        });
    amounts.max()
}
