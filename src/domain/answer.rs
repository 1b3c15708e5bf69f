//! 摸排回填: what townships found out of single loans and wrote into a list that came back, joined by loan number.

use serde::{Deserialize, Serialize};

use super::facts::{Ability, Cause, FactWord, Willingness};
use super::field::Field;
use super::symbol::{Symbol, Symbols};

/// One of the things that a township finds out of a loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "of", content = "word", rename_all = "snake_case")]
pub enum Answered {
    /// 还款能力
    Ability(Ability),
    /// 还款意愿
    Willingness(Willingness),
    /// 逾期原因
    Cause(Cause),
}

impl Answered {
    /// The columns, in their order.
    pub const FIELDS: [Field; 3] = [Field::Ability, Field::Willingness, Field::Cause];

    /// The column it stands in.
    pub fn field(self) -> Field {
        match self {
            Answered::Ability(_) => Field::Ability,
            Answered::Willingness(_) => Field::Willingness,
            Answered::Cause(_) => Field::Cause,
        }
    }

    /// The answer of a column by the value in which it is kept.
    pub fn of(field: Field, value: i64) -> Option<Answered> {
        let at = usize::try_from(value).ok()?;
        match field {
            Field::Ability => Ability::ALL.get(at).copied().map(Answered::Ability),
            Field::Willingness => Willingness::ALL.get(at).copied().map(Answered::Willingness),
            Field::Cause => Cause::ALL.get(at).copied().map(Answered::Cause),
            _ => None,
        }
    }

    /// The value in which it is kept.
    pub fn value(self) -> i64 {
        match self {
            Answered::Ability(word) => word as i64,
            Answered::Willingness(word) => word as i64,
            Answered::Cause(word) => word as i64,
        }
    }
}

/// A row of a list that came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// 借据号, a symbol of [`Answers::loan_numbers`].
    pub loan_number: Symbol,
    /// What was filled in, in the order of [`Answered::FIELDS`]; a blank says nothing.
    pub says: [Option<Answered>; 3],
    /// The file, by its place in the list of files.
    pub file: u32,
    /// The line the row begins on, from 1.
    pub line: u32,
}

/// All rows of all lists that came back, in the order in which they were read.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// Loan numbers as the lists have them, UTF-8, each held once.
    pub loan_numbers: Symbols,
    rows: Vec<Answer>,
}

impl Answers {
    /// Enters a row.
    pub fn push(&mut self, answer: Answer) {
        self.rows.push(answer);
    }

    /// The rows in the order in which they were read.
    pub fn rows(&self) -> &[Answer] {
        &self.rows
    }

    /// Takes the rows of a file out again if a file before it says the very same, row by row; that file.
    pub fn withdraw_copy(&mut self, file: u32) -> Option<u32> {
        let start = self.rows.iter().position(|row| row.file == file)?;
        let (before, own) = self.rows.split_at(start);
        let says = |row: &Answer| (row.loan_number, row.says);
        let mut files = before.chunk_by(|a, b| a.file == b.file);
        let is_same = |other: &&[Answer]| other.iter().map(says).eq(own.iter().map(says));
        let first = files.find(is_same)?.first()?.file;
        self.rows.truncate(start);
        Some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_kept_as_the_place_of_its_word() {
        for field in Answered::FIELDS {
            let mut at = 0;
            while let Some(answer) = Answered::of(field, at) {
                assert_eq!((answer.field(), answer.value()), (field, at));
                at += 1;
            }
            assert!(at >= 4);
        }
        assert_eq!(Answered::of(Field::Purpose, 0), None);
    }
}
