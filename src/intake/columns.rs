//! What each column of a table is: its meaning and how sure that is, its unit, and whether it is personal.

mod claims;
mod fit;
mod personal_column;
mod units;

use serde::{Deserialize, Serialize};

use crate::domain::{Field, FileKind};

use super::choices::{Choices, ColumnChoice, ColumnName, Meaning};
use super::finding::{Finding, Outcome, Personal, Problem, Unit};
use super::header;
use super::recognise::top_rows::Named;

pub(in crate::intake) use units::take_units;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name: the header as the file has it, after the groups above it, and which of that header it is.
    pub name: ColumnName,
    /// Its meaning; none if it is not read.
    pub field: Option<Field>,
    /// How sure that is; none without a meaning.
    pub certainty: Option<Certainty>,
    /// Of the first rows' cells that hold something, how many read as the meaning wants, and how many there are.
    pub fit: Option<(u32, u32)>,
    /// Its unit, for money.
    pub unit: Option<Unit>,
    /// Where the unit was found; none without a unit.
    pub unit_from: Option<UnitFrom>,
    /// Whether it holds monthly rates in ‰.
    pub is_monthly_permille: bool,
    /// The sort of personal data for which it was left out or is replaced by pseudonyms.
    pub personal: Option<Personal>,
    /// Whether a pseudonym is read in the place of its numbers.
    pub is_pseudonymised: bool,
}

impl Column {
    /// Its header as the file has it, after the groups above it.
    pub fn header(&self) -> &str {
        &self.name.header
    }
}

/// How sure it is what a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// A person said so.
    Chosen,
    /// Its header is a word for it, and its cells read so.
    Sure,
    /// Its header is a word for it, but one cell in ten or more does not read so.
    Doubtful,
    /// Its header only contains a word for it, and no other column claims the meaning.
    Guessed,
}

/// Where the unit of a column of money was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitFrom {
    /// A person said so.
    Chosen,
    /// Its header names it.
    Header,
    /// A line above the header names it.
    Title,
    /// It was taken from the size of the amounts.
    Guessed,
}

/// The columns of a table, what it is by them, and what is to be said of them.
pub(super) struct Settled {
    pub kind: FileKind,
    pub columns: Vec<Column>,
    pub findings: Vec<Finding>,
}

/// The columns under some names. `sample` holds the first rows; `title` is the unit that a line above the header names.
pub(super) fn of(
    names: &[Named],
    sample: &[Vec<String>],
    title: Option<Unit>,
    choices: &Choices,
) -> Settled {
    let mut findings = Vec::new();
    let mut columns: Vec<Column> = names
        .iter()
        .enumerate()
        .map(|(at, named)| personal_column::column(at, named, sample, choices, &mut findings))
        .collect();
    claims::settle(&mut columns, names, &mut findings);
    claims::stand_in(&mut columns);
    claims::guess(&mut columns, names, &mut findings);
    for (at, column) in columns.iter_mut().enumerate() {
        judge(at, column, sample, &mut findings);
    }
    let kind = kind(&columns, names, choices);
    units::settle(&mut columns, kind, sample, title, choices, &mut findings);
    Settled {
        kind,
        columns,
        findings,
    }
}

/// What a table with these columns is; where those that are read do not tell it, what its headers say.
fn kind(columns: &[Column], names: &[Named], choices: &Choices) -> FileKind {
    let taken: Vec<Field> = columns.iter().filter_map(|column| column.field).collect();
    match header::kind(&taken) {
        FileKind::Unknown => header::kind(&fields(names, choices)),
        known => known,
    }
}

/// The meanings of some names.
pub(super) fn fields(names: &[Named], choices: &Choices) -> Vec<Field> {
    names
        .iter()
        .filter_map(|named| chosen_or(named.heading.field, choices.column(&named.name)))
        .collect()
}

/// What a person said a column means, else what its header says.
fn chosen_or(by_header: Option<Field>, choice: Option<&ColumnChoice>) -> Option<Field> {
    match choice.and_then(|choice| choice.meaning) {
        Some(Meaning::Field(field)) => Some(field),
        Some(Meaning::Unused) => None,
        None => by_header,
    }
}

/// A finding about one column.
fn about(at: usize, column: &Column, problem: Problem, outcome: Outcome) -> Finding {
    Finding {
        file: 0,
        line: None,
        column: Some(at as u32 + 1),
        header: Some(column.name.header.clone()),
        found: None,
        problem,
        outcome,
    }
}

/// How well a column's first cells fit its meaning; and whether its numbers were damaged.
fn judge(at: usize, column: &mut Column, sample: &[Vec<String>], findings: &mut Vec<Finding>) {
    let cells = cells(at, sample);
    let Some(field) = compare(column, &cells) else {
        return;
    };
    if super::cell::are_rounded_numbers(field, &cells) {
        let problem = Problem::RoundedNumbers { field };
        findings.push(about(at, column, problem, Outcome::Note));
    }
}

/// Judges again how well the cells fit, by first rows in which a person corrected some.
pub(super) fn judge_mended(columns: &mut [Column], sample: &[Vec<String>]) {
    for (at, column) in columns.iter_mut().enumerate() {
        compare(column, &cells(at, sample));
    }
}

fn cells(at: usize, sample: &[Vec<String>]) -> Vec<&str> {
    let cells = sample.iter().filter_map(|row| row.get(at));
    cells.map(String::as_str).collect()
}

/// How many of a column's cells read as its meaning wants, and how sure the meaning is by them; the meaning, if cells are
/// read for it.
fn compare(column: &mut Column, cells: &[&str]) -> Option<Field> {
    let is_judged = |field: &Field| field.is_read() && !column.is_pseudonymised;
    let field = column.field.filter(is_judged)?;
    let (good, all) = fit::of(field, column, cells);
    column.fit = Some((good as u32, all as u32));
    if let Some(Certainty::Sure | Certainty::Doubtful) = column.certainty {
        let is_doubtful = (all - good) * 10 >= all && all > good;
        column.certainty = Some(match is_doubtful {
            true => Certainty::Doubtful,
            false => Certainty::Sure,
        });
    }
    Some(field)
}
