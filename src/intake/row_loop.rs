//! The one loop over the rows of a block, the same for every kind of table: shape, blank rows, counting, findings.

use crate::domain::{County, Field, loan::Source};

use super::columns::Column;
use super::faults::Faults;
use super::recognise::Recognised;
use super::row::{Cells, Shape};
use super::scan::Row;
use super::table::Rows;

/// Where a row stands: in its block and in its file.
#[derive(Clone, Copy)]
pub struct RowAt<'b> {
    /// Its place in the block, from 0.
    pub index: usize,
    /// The row itself.
    pub row: &'b Row,
    /// The byte of the file at which the block's buffer begins.
    base: u64,
}

impl RowAt<'_> {
    /// Where the row stands in the file of that number.
    #[inline(always)]
    pub fn source(&self, file: u32) -> Source {
        Source {
            file,
            line: self.row.line,
            start: (self.base + u64::from(self.row.start)) as u32,
            length: self.row.end - self.row.start,
        }
    }
}

/// What one kind of table does with a row.
pub trait RowReader {
    /// Reads what the rows of a block will look up, so that the look-ups do not wait for one another.
    fn bring_near(&mut self, _rows: &Rows<'_>, _county: &County) {}

    /// Reads a row that has the cells of the header. A row set aside leaves its faults and nothing else.
    fn read_row(
        &mut self,
        cells: &Cells<'_>,
        at: RowAt<'_>,
        table: &Recognised,
        county: &mut County,
        faults: &mut Faults,
    );

    /// The count of the rows that are not blank.
    fn rows(&mut self) -> &mut u64;
}

/// Reads a block of rows into the county.
#[inline(always)]
pub fn read_block<R: RowReader>(
    reader: &mut R,
    rows: &Rows<'_>,
    table: &Recognised,
    county: &mut County,
    faults: &mut Faults,
) {
    reader.bring_near(rows, county);
    let (buffer, base) = (rows.buffer, rows.base);
    let is_read = |column: &Column| column.field.is_some_and(Field::is_read);
    let read = table.columns.iter().rposition(is_read);
    let columns = (read.map_or(0, |last| last + 1), table.columns.len());
    for (index, row) in rows.block.rows.iter().enumerate() {
        match Cells::of(rows.block, row, buffer, columns, table.encoding, faults) {
            Shape::Blank => continue,
            Shape::Broken => {}
            Shape::Whole(cells) => {
                let at = RowAt { index, row, base };
                reader.read_row(&cells, at, table, county, faults);
                if faults.has_any() && faults.is_row_set_aside() && cells.are_blank(0) {
                    faults.forget_row();
                    continue;
                }
            }
        }
        *reader.rows() += 1;
        if rows.is_mended(index) && !faults.is_row_set_aside() {
            faults.mended += 1;
        }
        if faults.has_any() {
            faults.close_row(table, rows.block, row, buffer);
        }
    }
}
