//! The row at hand: its cells by column, and whether there are as many as the header has.

use std::borrow::Cow;

use super::encoding::{is_blank, plain};
use super::faults::Faults;
use super::finding::{Encoding, Problem};
use super::scan::{Block, Cell, Row, unescape};

/// The cells of one row and the bytes they stand in.
#[derive(Clone, Copy)]
pub struct Cells<'b> {
    cells: &'b [Cell],
    buffer: &'b [u8],
    encoding: Encoding,
}

/// What a row is, before its cells are read.
pub enum Shape<'b> {
    /// It has the cells of the header.
    Whole(Cells<'b>),
    /// All its cells are blank: no row at all.
    Blank,
    /// It cannot be read; the faults say why.
    Broken,
}

impl<'b> Cells<'b> {
    /// Looks at a row that should have `wanted` cells, of which the first `read` are all that is read. More are taken if
    /// the further ones are blank, and fewer if none of the missing is read: Excel leaves out the last separators of rows
    /// where a column at the end is blank for long.
    #[inline(always)]
    pub fn of(
        block: &'b Block,
        row: &Row,
        buffer: &'b [u8],
        (read, wanted): (usize, usize),
        encoding: Encoding,
        faults: &mut Faults,
    ) -> Shape<'b> {
        let cells = Cells {
            cells: block.cells(row),
            buffer,
            encoding,
        };
        let found = cells.cells.len();
        if found == wanted {
            return if row.end - row.start < wanted as u32 {
                Shape::Blank
            } else {
                Shape::Whole(cells)
            };
        }
        cells.odd(row, (read, wanted), faults)
    }

    #[cold]
    fn odd(self, row: &Row, (read, wanted): (usize, usize), faults: &mut Faults) -> Shape<'b> {
        let found = self.cells.len();
        let (wanted_cells, found_cells) = (wanted as u32, found as u32);
        if row.is_unclosed {
            faults.whole_row(Problem::QuoteNeverClosed);
            return Shape::Broken;
        }
        if self.are_blank(0) {
            return Shape::Blank;
        }
        if found < wanted && found >= read {
            return Shape::Whole(self);
        }
        if found < wanted {
            faults.whole_row(Problem::TooFewCells {
                found: found_cells,
                wanted: wanted_cells,
            });
            return Shape::Broken;
        }
        if !self.are_blank(wanted) {
            faults.whole_row(Problem::TooManyCells {
                found: found_cells,
                wanted: wanted_cells,
            });
            return Shape::Broken;
        }
        Shape::Whole(Cells {
            cells: &self.cells[..wanted],
            ..self
        })
    }

    /// Whether the cells from `first` on are blank.
    pub fn are_blank(&self, first: usize) -> bool {
        self.cells[first..]
            .iter()
            .all(|cell| is_blank(cell.bytes(self.buffer), self.encoding))
    }

    /// Whether there is not a byte in a cell.
    #[inline(always)]
    pub fn is_empty(&self, at: usize) -> bool {
        self.cells[at].bytes(self.buffer).is_empty()
    }

    /// The bytes of a cell, quoting taken out.
    #[inline(always)]
    pub fn bytes(&self, at: usize) -> Cow<'b, [u8]> {
        let cell = &self.cells[at];
        let bytes = cell.bytes(self.buffer);
        if cell.is_escaped() {
            Cow::Owned(unescape(bytes))
        } else {
            Cow::Borrowed(bytes)
        }
    }

    /// The bytes of a cell that holds a number of a loan or a household, as UTF-8 without spaces about it.
    #[inline(always)]
    pub fn number(&self, at: usize) -> Cow<'b, [u8]> {
        let bytes = self.bytes(at);
        let is_plain = matches!(
            (bytes.first(), bytes.last()),
            (Some(b'!'..=b'<' | b'>'..=b'~'), Some(b'!'..=b'~'))
        );
        if is_plain && bytes.is_ascii() {
            return bytes;
        }
        Cow::Owned(number_by_hand(&plain(&bytes, self.encoding)))
    }
}

/// A number without the `="…"` by which a file for Excel keeps long numbers whole.
fn number_by_hand(text: &str) -> Vec<u8> {
    let inner = text
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'));
    inner.unwrap_or(text).trim().as_bytes().to_vec()
}
