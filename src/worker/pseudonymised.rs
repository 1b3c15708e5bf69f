//! A table to take away with its personal columns left out or as pseudonyms, from the bytes of its file.

use crate::domain::{Field, field::Content};
use crate::export::pseudonymised::{Treatment, Writer, Written};
use crate::intake::columns::Column;
use crate::intake::file_read::FileRead;
use crate::intake::pseudonym::Passphrase;
use crate::report::again::each_row;

/// The table as CSV, and what was written. Titles, header, rows and totals stay; corrections are not put in.
pub fn pseudonymised(
    table: &FileRead,
    bytes: &[u8],
    passphrase: Option<Passphrase>,
) -> (Vec<u8>, Written) {
    let treatments: Vec<Treatment> = table.columns.iter().map(treatment).collect();
    let mut writer = Writer::new(&treatments, passphrase);
    let Some(header) = table.header else {
        return writer.finish();
    };
    let last = header.line + header.rows;
    let mut above = Vec::new();
    each_row(table, bytes, |line, cells| {
        if line < header.line {
            writer.title(cells);
        } else if line < last {
            above.push(
                cells
                    .iter()
                    .map(|cell| cell.clone().into_owned().into())
                    .collect(),
            );
        } else {
            if !above.is_empty() {
                writer.header(&std::mem::take(&mut above));
            }
            writer.row(cells);
        }
        true
    });
    writer.finish()
}

fn treatment(column: &Column) -> Treatment {
    match (column.personal, column.field.map(Field::content)) {
        (Some(_), _) if column.is_pseudonymised => Treatment::Pseudonym,
        (Some(_), _) => Treatment::LeaveOut,
        (None, Some(Content::Identifier)) => Treatment::KeepNumbers,
        (None, Some(Content::Money | Content::Day | Content::Rate | Content::Count)) => {
            Treatment::KeepFigures
        }
        (None, _) => Treatment::Keep,
    }
}
