//! Corrections that a person makes of cells: which rows one is for, and how the list of them changes.

use crate::intake::encoding::is_space;
use crate::intake::personal::MASK;

use super::{
    Choices, Field, FileReading, FindingGroup, Problem, RawLine, Step, StepRows, hides_a_number,
};

/// The longest text of a cell that a correction repeats whole, in characters: what findings show of longer ones is cut.
const LONGEST_KEY: usize = 40;

impl FileReading {
    /// The place of the column whose cell names a row, from 0; none where the kind has no such column, or it was left out.
    pub fn key_column(&self) -> Option<usize> {
        let key = Field::key(self.kind)?;
        self.columns
            .iter()
            .position(|column| column.field == Some(key) && column.personal.is_none())
    }

    /// The rows of a correction of one cell: the row of that number, so that the correction is for next month's file too;
    /// the line alone where the number is what is wrong, is blank, or is not shown whole.
    pub fn rows_of(&self, group: &FindingGroup, line: &RawLine) -> StepRows {
        let at = self.key_column();
        let is_of_key = at.is_some_and(|at| group.place() == Some(at));
        let key = at
            .filter(|_| !is_of_key && !group.is_of_repeated_rows())
            .and_then(|at| line.cells.get(at)?.as_deref())
            .map(|cell| cell.trim_matches(is_space))
            .filter(|key| is_whole(key));
        match key {
            Some(key) => StepRows::Key {
                key: key.to_owned(),
            },
            None => StepRows::Line { line: line.line },
        }
    }
}

/// Whether a text names one row: it is shown as it stands, and no spreadsheet has cut digits off it.
fn is_whole(key: &str) -> bool {
    let is_cut_short = key.contains("E+") && key.starts_with(|c: char| c.is_ascii_digit());
    let is_shown = !key.contains(char::is_control) && key.chars().count() <= LONGEST_KEY;
    !key.is_empty() && is_shown && !is_cut_short && !key.contains(MASK) && !hides_a_number(key)
}

impl FindingGroup {
    /// The place of its column, from 0.
    pub fn place(&self) -> Option<usize> {
        usize::try_from(self.first.column?.checked_sub(1)?).ok()
    }

    /// Whether rows are there twice: what stands in them is right in one of them, so that no correction is for all alike.
    pub fn is_of_repeated_rows(&self) -> bool {
        matches!(
            self.first.problem,
            Problem::RepeatedLoan { .. } | Problem::RepeatedHousehold | Problem::RepeatedVillage
        )
    }

    /// Whether a blank cell mends the fault: the column may be blank, and is not.
    pub fn may_become_blank(&self, file: &FileReading) -> bool {
        let field = self
            .place()
            .and_then(|at| file.columns.get(at))
            .and_then(|column| column.field);
        let is_blank = matches!(self.first.problem, Problem::Blank { .. });
        !is_blank && field.is_some_and(|field| !Field::required(file.kind).contains(&field))
    }
}

impl Choices {
    /// These choices and one more correction. Said twice in a row, it is said once.
    pub fn with_step(mut self, step: Step) -> Choices {
        if self.steps.last() != Some(&step) {
            self.steps.push(step);
        }
        self
    }

    /// These choices without a correction.
    pub fn without_step(mut self, step: &Step) -> Choices {
        if let Some(at) = self.steps.iter().position(|made| made == step) {
            self.steps.remove(at);
        }
        self
    }
}
