//! 摸排回填表: rows of a list that townships filled in, kept until all loans are read.

use crate::domain::{
    Ability, Answer, Answered, Cause, County, FactWord, Field, Placed, Willingness,
};
use crate::intake::cell::{self, CellWord};
use crate::intake::faults::position;
use crate::intake::finding::Problem;
use crate::intake::recognise::Recognised;
use crate::intake::row_cells::RowCells;

use super::SideTable;

#[derive(Debug)]
pub(super) struct AnswerColumns {
    number: usize,
    ability: Option<usize>,
    willingness: Option<usize>,
    cause: Option<usize>,
}

impl AnswerColumns {
    pub(super) fn of(table: &Recognised) -> Option<AnswerColumns> {
        let at = |field| position(table, field);
        Some(AnswerColumns {
            number: at(Field::LoanNumber)?,
            ability: at(Field::Ability),
            willingness: at(Field::Willingness),
            cause: at(Field::Cause),
        })
    }
}

/// The word of a cell; a blank and what says nothing is none, another word is told and is none.
fn word<W: CellWord>(row: &mut RowCells<'_, '_>, at: Option<usize>) -> Option<W> {
    let at = at?;
    let word = cell::word::<W>(&row.cells.bytes(at), row.table.encoding);
    if word.is_none() && !row.says_nothing(at) {
        let field = <W as FactWord>::FIELD;
        row.faults.unknown(at, Problem::UnknownWord { field });
    }
    word
}

impl SideTable for AnswerColumns {
    fn enter(
        &mut self,
        row: &mut RowCells<'_, '_>,
        place: Placed<()>,
        county: &mut County,
    ) -> Option<()> {
        let number = row.identifier(self.number, Field::LoanNumber)?;
        let says = [
            word::<Ability>(row, self.ability).map(Answered::Ability),
            word::<Willingness>(row, self.willingness).map(Answered::Willingness),
            word::<Cause>(row, self.cause).map(Answered::Cause),
        ];
        let (loan_number, _) = county.answers.loan_numbers.intern(&number);
        county.answers.push(Answer {
            loan_number,
            says,
            file: place.file,
            line: place.line,
        });
        Some(())
    }
}
