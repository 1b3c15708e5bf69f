//! What a column is before others are compared with it: its meaning, and whether it is personal data, by its header, by
//! the look of its cells, and by what a person said.

use crate::domain::{Field, field::Content};
use crate::intake::choices::{Choices, PersonalChoice};
use crate::intake::finding::{Evidence, Finding, Outcome, Personal, Problem};
use crate::intake::personal;
use crate::intake::pseudonym::is_pseudonym;
use crate::intake::recognise::top_rows::Named;

use super::{Certainty, Column, UnitFrom, about, chosen_or};

/// The column under a name.
pub(super) fn column(
    at: usize,
    named: &Named,
    sample: &[Vec<String>],
    choices: &Choices,
    findings: &mut Vec<Finding>,
) -> Column {
    let choice = choices.column(&named.name);
    let mut column = of_header(named, choices);
    if named.heading.is_of_pseudonyms && are_pseudonyms(at, sample) {
        if column.field.is_none() && stands_for_a_person(named.heading.personal) {
            column.field = chosen_or(Some(Field::PersonNumber), choice);
            column.certainty = column.field.map(|_| Certainty::Sure);
        }
        return column;
    }
    let Some((personal, evidence)) = looks_personal(at, named, sample) else {
        return column;
    };
    match choice.and_then(|choice| choice.personal) {
        Some(PersonalChoice::NotPersonal) if evidence == Evidence::Cells => return column,
        Some(PersonalChoice::Pseudonym) if personal.is_number() => {
            column.is_pseudonymised = true;
            if column.field.is_none() && stands_for_a_person(Some(personal)) {
                column.field = Some(Field::PersonNumber);
                column.certainty = Some(Certainty::Chosen);
            }
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

/// The column as its header, or a person, has it.
fn of_header(named: &Named, choices: &Choices) -> Column {
    let choice = choices.column(&named.name);
    let field = chosen_or(named.heading.field, choice);
    let is_chosen = choice.is_some_and(|choice| choice.meaning.is_some());
    let certainty = if is_chosen {
        Certainty::Chosen
    } else {
        Certainty::Sure
    };
    Column {
        name: named.name.clone(),
        field,
        certainty: field.map(|_| certainty),
        fit: None,
        unit: named.heading.unit,
        unit_from: named.heading.unit.map(|_| UnitFrom::Header),
        is_monthly_permille: named.heading.is_monthly_permille,
        personal: None,
        is_pseudonymised: false,
    }
}

/// Whether a pseudonym of such a number tells one person from another. One person has several telephones and cards.
fn stands_for_a_person(personal: Option<Personal>) -> bool {
    personal == Some(Personal::IdentityNumber)
}

/// Whether all cells of a column that hold something hold a pseudonym.
fn are_pseudonyms(at: usize, sample: &[Vec<String>]) -> bool {
    let mut cells = sample
        .iter()
        .filter_map(|row| row.get(at))
        .filter(|cell| !cell.is_empty())
        .peekable();
    cells.peek().is_some() && cells.all(|cell| is_pseudonym(cell))
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
