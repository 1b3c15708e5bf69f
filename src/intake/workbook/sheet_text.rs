//! The text of one sheet, written cell by cell, in whatever order the cells come.

use super::{FILLED, SEPARATOR, WorkbookFault};

/// Excel's last row and column, counted from 0.
const LAST_ROW: u32 = 1_048_575;
const LAST_COLUMN: u32 = 16_383;

/// A cell that comes after one that stands behind it.
struct LateCell {
    row: u32,
    column: u32,
    text: String,
}

/// A sheet's text on its way. Cells in the order of the sheet are written at once; others wait for the end.
pub struct SheetText {
    text: Vec<u8>,
    /// The row that is being written, from 0.
    row: u32,
    /// How many cells it has.
    width: u32,
    /// The cells of the widest row so far.
    widest: u32,
    late: Vec<LateCell>,
    late_bytes: u64,
    /// Bytes of the sheets before this one.
    before: u64,
    limit: u64,
}

impl SheetText {
    /// An empty text; `before` bytes of the `limit` are taken.
    pub fn new(before: u64, limit: u64) -> SheetText {
        SheetText {
            text: Vec::new(),
            row: 0,
            width: 0,
            widest: 0,
            late: Vec::new(),
            late_bytes: 0,
            before,
            limit,
        }
    }

    /// Puts a value into a cell, row and column counted from 0. An empty value is no cell.
    pub fn put(&mut self, row: u32, column: u32, value: &str) -> Result<(), WorkbookFault> {
        if row > LAST_ROW || column > LAST_COLUMN {
            return Err(WorkbookFault::Damaged { sheet: None });
        }
        if value.is_empty() {
            return Ok(());
        }
        self.allow(value.len() as u64 + u64::from(column) + u64::from(FILLED))?;
        if row < self.row || (row == self.row && column < self.width) {
            self.late_bytes += value.len() as u64 + size_of::<LateCell>() as u64;
            let text = value.to_owned();
            self.late.push(LateCell { row, column, text });
            return Ok(());
        }
        self.allow(u64::from(row - self.row))?;
        while self.row < row {
            self.end_row();
        }
        self.fill(column);
        if self.width > 0 {
            self.text.push(SEPARATOR);
        }
        write_cell(&mut self.text, value);
        self.width += 1;
        Ok(())
    }

    /// The whole text.
    pub fn finish(mut self) -> Result<Vec<u8>, WorkbookFault> {
        if self.width > 0 {
            self.end_row();
        }
        if self.late.is_empty() {
            return Ok(self.text);
        }
        self.with_late_cells()
    }

    /// Empty cells, until the row has `width` of them; a separator stands before each but the first.
    fn fill(&mut self, width: u32) {
        while self.width < width {
            if self.width > 0 {
                self.text.push(SEPARATOR);
            }
            self.width += 1;
        }
    }

    fn end_row(&mut self) {
        if self.width > 0 {
            self.widest = self.widest.max(self.width);
            self.fill(self.widest.min(FILLED));
        }
        self.text.push(b'\n');
        self.row += 1;
        self.width = 0;
    }

    /// Whether there is room for some bytes more.
    fn allow(&self, more: u64) -> Result<(), WorkbookFault> {
        let needed = self.before + self.text.len() as u64 + self.late_bytes + more;
        if needed > self.limit {
            let limit = self.limit;
            return Err(WorkbookFault::TooLarge { needed, limit });
        }
        Ok(())
    }

    /// Writes the sheet again, with the late cells where they belong; the one that came last stands.
    fn with_late_cells(mut self) -> Result<Vec<u8>, WorkbookFault> {
        let mut late = std::mem::take(&mut self.late);
        late.sort_by_key(|cell| (cell.row, cell.column));
        // A text that is written twice is there twice.
        let before = self.before + self.text.len() as u64 + self.late_bytes;
        let mut merged = SheetText::new(before, self.limit);
        let mut late = late.into_iter().peekable();
        // No cell holds a line feed or a separator, quoted or not.
        let written = String::from_utf8_lossy(&self.text);
        for (row, line) in (0..).zip(written.split_terminator('\n')) {
            let in_row = std::iter::from_fn(|| late.next_if(|cell| cell.row <= row));
            let cells = cells_of(line, in_row.collect());
            for (column, value) in cells {
                merged.put(row, column, &value)?;
            }
        }
        merged.finish()
    }
}

/// The cells of a written row with the late ones among them, in order.
fn cells_of(line: &str, late: Vec<LateCell>) -> std::collections::BTreeMap<u32, String> {
    let written = line.split(char::from(SEPARATOR)).map(unquoted);
    let mut cells: std::collections::BTreeMap<u32, String> = (0..).zip(written).collect();
    cells.extend(late.into_iter().map(|cell| (cell.column, cell.text)));
    cells
}

fn unquoted(cell: &str) -> String {
    match cell
        .strip_prefix('"')
        .and_then(|cell| cell.strip_suffix('"'))
    {
        Some(inner) => inner.replace("\"\"", "\""),
        None => cell.to_owned(),
    }
}

fn write_cell(out: &mut Vec<u8>, value: &str) {
    let is_quoted = value.contains('"');
    if is_quoted {
        out.push(b'"');
    }
    let mut bytes = value.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\r' => {
                bytes.next_if_eq(&b'\n');
                out.push(b' ');
            }
            b'\n' | SEPARATOR => out.push(b' '),
            b'"' => out.extend_from_slice(b"\"\""),
            other => out.push(other),
        }
    }
    if is_quoted {
        out.push(b'"');
    }
}
