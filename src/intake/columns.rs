//! What each column of a table is: its meaning and how sure that is, its unit, and whether it is personal.

mod fit;
mod units;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{Field, FileKind, field::Content};

use super::choices::{Choices, ColumnChoice, ColumnName, Meaning, PersonalChoice};
use super::finding::{Evidence, Finding, Outcome, Personal, Problem, Unit};
use super::header;
use super::personal;
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
        .map(|(at, named)| column(at, named, sample, choices, &mut findings))
        .collect();
    settle_claims(&mut columns, names, &mut findings);
    stand_in(&mut columns);
    guess(&mut columns, &mut findings);
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

fn column(
    at: usize,
    named: &Named,
    sample: &[Vec<String>],
    choices: &Choices,
    findings: &mut Vec<Finding>,
) -> Column {
    let choice = choices.column(&named.name);
    let field = chosen_or(named.heading.field, choice);
    let is_chosen = choice.is_some_and(|choice| choice.meaning.is_some());
    let mut column = Column {
        name: named.name.clone(),
        field,
        certainty: field.map(|_| {
            if is_chosen {
                Certainty::Chosen
            } else {
                Certainty::Sure
            }
        }),
        fit: None,
        unit: named.heading.unit,
        unit_from: named.heading.unit.map(|_| UnitFrom::Header),
        is_monthly_permille: named.heading.is_monthly_permille,
        personal: None,
        is_pseudonymised: false,
    };
    let Some((personal, evidence)) = looks_personal(at, named, sample) else {
        return column;
    };
    match choice.and_then(|choice| choice.personal) {
        Some(PersonalChoice::NotPersonal) if evidence == Evidence::Cells => return column,
        Some(PersonalChoice::Pseudonym) if personal.is_number() => {
            column.is_pseudonymised = true;
            column.field = field.or(Some(Field::PersonNumber));
            column.certainty = column.certainty.or(Some(Certainty::Chosen));
            let problem = Problem::PersonalColumn { personal, evidence };
            findings.push(about(at, &column, problem, Outcome::ColumnPseudonymised));
        }
        _ => {
            column.field = None;
            column.certainty = None;
            let problem = Problem::PersonalColumn { personal, evidence };
            findings.push(about(at, &column, problem, Outcome::ColumnLeftOut));
        }
    }
    column.personal = Some(personal);
    column
}

fn looks_personal(
    at: usize,
    named: &Named,
    sample: &[Vec<String>],
) -> Option<(Personal, Evidence)> {
    if let Some(personal) = named.heading.personal {
        return Some((personal, Evidence::Header));
    }
    let cells = sample.iter().filter_map(|row| row.get(at));
    let is_known_number = named
        .heading
        .field
        .is_some_and(|field| field.content() == Content::Identifier);
    let looks = personal::of_cells(cells.map(String::as_str), is_known_number)?;
    (looks != Personal::Name || named.heading.field.is_none()).then_some((looks, Evidence::Cells))
}

/// Of several columns that claim one meaning one has it: the one a person chose, the one under the product's group, the
/// one with the commonest word, the first.
fn settle_claims(columns: &mut [Column], names: &[Named], findings: &mut Vec<Finding>) {
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

/// Columns that stand in for another, where no column has that one's meaning: 支行 for the lender.
fn stand_in(columns: &mut [Column]) {
    for at in 0..columns.len() {
        let Some(wanted) = columns[at].field.and_then(header::stands_in_for) else {
            continue;
        };
        if !columns.iter().any(|column| column.field == Some(wanted)) {
            columns[at].field = Some(wanted);
        }
    }
}

/// Required meanings that no column has: one column whose header contains a word for it is taken, and the guess is told.
fn guess(columns: &mut [Column], findings: &mut Vec<Finding>) {
    let has: Vec<Field> = columns.iter().filter_map(|column| column.field).collect();
    let kind = header::kind(&has);
    for field in Field::required(kind)
        .iter()
        .filter(|field| !has.contains(field))
    {
        let is_free = |column: &Column| column.field.is_none() && column.personal.is_none();
        let candidates: Vec<usize> = (0..columns.len())
            .filter(|at| is_free(&columns[*at]))
            .filter(|at| header::contains_word(&columns[*at].name.header, *field))
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

/// How many of a column's first cells read as its meaning wants; and whether its numbers were damaged.
fn judge(at: usize, column: &mut Column, sample: &[Vec<String>], findings: &mut Vec<Finding>) {
    let Some(field) = column
        .field
        .filter(|field| field.is_read() && !column.is_pseudonymised)
    else {
        return;
    };
    let cells: Vec<&str> = sample
        .iter()
        .filter_map(|row| row.get(at))
        .map(String::as_str)
        .collect();
    let (good, all) = fit::of(field, column, &cells);
    column.fit = Some((good as u32, all as u32));
    if column.certainty == Some(Certainty::Sure) && (all - good) * 10 >= all && all > good {
        column.certainty = Some(Certainty::Doubtful);
    }
    if super::cell::are_rounded_numbers(field, &cells) {
        let problem = Problem::RoundedNumbers { field };
        findings.push(about(at, column, problem, Outcome::Note));
    }
}
