//! Which columns the files really give: where no row of a file has a value, a blank cell of it says nothing.

use crate::domain::Field;

use super::Book;

/// The columns whose blank cells some rule takes for an answer.
const ASKED: [Field; 4] = [
    Field::NonPerformingDate,
    Field::BufferStart,
    Field::LastCollectionDate,
    Field::CollectionCount,
];

/// By file, from which row on, and which of the columns it gives.
pub(super) struct Given(Vec<(usize, [bool; ASKED.len()])>);

pub(super) fn find(book: &Book<'_>) -> Given {
    let files = book.county.loans.rows_of_files();
    let of_file = |rows: std::ops::Range<usize>| {
        let gives = |field: Field| {
            book.has_column(field)
                && rows
                    .clone()
                    .any(|row| book.case(row).value(field).is_some())
        };
        (rows.start, ASKED.map(gives))
    };
    Given(files.map(|(_, rows)| of_file(rows)).collect())
}

impl Given {
    pub(super) fn gives(&self, row: usize, field: Field) -> bool {
        let next = self.0.partition_point(|(first, _)| *first <= row);
        let file = next.checked_sub(1).and_then(|at| self.0.get(at));
        let column = ASKED.iter().position(|asked| *asked == field);
        match (file, column) {
            (Some((_, gives)), Some(column)) => gives[column],
            _ => false,
        }
    }
}
