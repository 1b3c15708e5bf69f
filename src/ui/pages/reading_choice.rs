//! What a person says of how a table is read, added to what was said before. The panel it was said in stays open.

use leptos::prelude::*;

use crate::report::{
    Certainty, Choices, ColumnChoice, ColumnName, ColumnReading, Field, FileKind, FileReading,
    Meaning, PersonalChoice, Problem, Reading, Unit, UnitFrom,
};

use super::super::actions;
use super::super::state::{State, TableKey};

/// Which table it is.
pub fn key(file: &FileReading) -> TableKey {
    (file.given, file.sheet.clone())
}

/// The place of a table in a reading.
pub fn place(reading: &Reading, table: &TableKey) -> Option<usize> {
    let is_it = |file: &FileReading| (file.given, &file.sheet) == (table.0, &table.1);
    reading.files.iter().position(is_it)
}

/// What was said of a table, even if it is not read so yet; else what a profile said.
pub fn said(state: State, file: &FileReading) -> Choices {
    let by_hand = state.said.with_untracked(|said| {
        let file_choices = said.now().choices.get(file.given as usize)?.as_ref()?;
        file_choices
            .get(file.sheet.as_deref().unwrap_or(""))
            .cloned()
    });
    by_hand.unwrap_or_else(|| file.choices.clone())
}

/// Says something more of a table, and reads all files again.
pub fn say(state: State, file: &FileReading, change: impl FnOnce(&mut Choices)) {
    let mut choices = said(state, file);
    change(&mut choices);
    state.checks.update(|checks| {
        checks.insert(key(file), true);
    });
    actions::say(state, file, choices);
}

/// Says what a column means, or leaves it to the program again. No two columns are said to mean the same.
pub fn mean(choices: &mut Choices, column: &ColumnName, meaning: Option<Meaning>) {
    if let Some(Meaning::Field(_)) = meaning {
        for other in &mut choices.columns {
            if other.meaning == meaning {
                other.meaning = None;
            }
        }
    }
    of_column(choices, column, |choice| choice.meaning = meaning);
}

/// Says in which unit a column of money is.
pub fn measure(choices: &mut Choices, column: &ColumnName, unit: Unit) {
    of_column(choices, column, |choice| choice.unit = Some(unit));
}

/// Says what is to be done with a column that looks personal.
pub fn treat(choices: &mut Choices, column: &ColumnName, treatment: PersonalChoice) {
    of_column(choices, column, |choice| choice.personal = Some(treatment));
}

fn of_column(choices: &mut Choices, column: &ColumnName, change: impl FnOnce(&mut ColumnChoice)) {
    let is_it = |choice: &ColumnChoice| choice.column == *column;
    let mut choice = match choices.columns.iter().position(is_it) {
        Some(at) => choices.columns.remove(at),
        None => ColumnChoice {
            column: column.clone(),
            meaning: None,
            unit: None,
            personal: None,
        },
    };
    change(&mut choice);
    if choice.meaning.is_some() || choice.unit.is_some() || choice.personal.is_some() {
        choices.columns.push(choice);
    }
}

/// Whether anything of a table was guessed, is doubtful or lacking, so that a person should look at it.
pub fn wants_checking(file: &FileReading) -> bool {
    let is_table = file.encoding.is_some();
    let is_unclear = file.kind == FileKind::Unknown || !file.missing.is_empty();
    let lacks_unit = (0..file.columns.len()).any(|at| is_without_unit(file, at));
    is_table && (is_unclear || lacks_unit || file.columns.iter().any(is_unsure))
}

/// Whether a column holds money, even if it is left out because its unit is not known.
pub fn holds_money(file: &FileReading, at: usize) -> bool {
    let Some(column) = file.columns.get(at) else {
        return false;
    };
    let choice = file.choices.column(&column.name());
    let said = match choice.and_then(|choice| choice.meaning) {
        Some(Meaning::Field(field)) => Some(field),
        Some(Meaning::Unused) | None => None,
    };
    column.field.or(said).is_some_and(Field::is_money) || is_without_unit(file, at)
}

/// Whether a column was named as the first of those whose unit is not known.
fn is_without_unit(file: &FileReading, at: usize) -> bool {
    file.findings.iter().any(|found| {
        matches!(found.problem, Problem::UnitUnknown { .. })
            && found.column == u32::try_from(at + 1).ok()
    })
}

/// Whether a person should look at a column.
pub fn is_unsure(column: &ColumnReading) -> bool {
    is_meaning_unsure(column) || is_unit_unsure(column)
}

/// Whether the meaning of a column is a guess or in doubt.
pub fn is_meaning_unsure(column: &ColumnReading) -> bool {
    matches!(
        column.certainty,
        Some(Certainty::Doubtful | Certainty::Guessed)
    )
}

/// Whether the unit of a column of money is a guess or not known.
pub fn is_unit_unsure(column: &ColumnReading) -> bool {
    column.field.is_some_and(|field| field.is_money())
        && matches!(column.unit_from, None | Some(UnitFrom::Guessed))
}
