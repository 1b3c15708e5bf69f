//! Bytes to rows of cells, in one pass, eight bytes at a time.
//!
//! Works on the bytes as they are: in UTF-8 and in GB18030 no byte of a longer character is a quote, a line end or one
//! of the separators, so a file needs no decoding before it is cut into cells. What is accepted equals what the `csv`
//! crate accepts; a quote that is never closed costs its own line and no more.

/// A cell: its bytes are `start..end` of the buffer, quotes left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    start: u32,
    end: u32,
}

/// Set in `end` of a cell that holds doubled quotes or text after its closing quote.
const ESCAPED: u32 = 1 << 31;

/// A row: some of the cells of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    first_cell: u32,
    cells: u32,
    /// Byte of the buffer at which the row begins.
    pub start: u32,
    /// Byte of the buffer at which it ends, line end left out.
    pub end: u32,
    /// The line it begins on, from 1.
    pub line: u32,
    /// Whether the row opens a quote that is never closed; its cells then mean nothing.
    pub is_unclosed: bool,
}

/// Rows of one buffer.
#[derive(Debug, Default)]
pub struct Block {
    cells: Vec<Cell>,
    /// The rows, in order; blank lines are no rows.
    pub rows: Vec<Row>,
}

impl Block {
    /// The cells of a row.
    #[inline(always)]
    pub fn cells(&self, row: &Row) -> &[Cell] {
        &self.cells[row.first_cell as usize..][..row.cells as usize]
    }

    /// Has a cell of a row stand elsewhere in the buffer, at `start..end`, without quoting.
    pub fn put(&mut self, row: &Row, at: usize, start: usize, end: usize) {
        self.cells[row.first_cell as usize + at] = Cell {
            start: start as u32,
            end: end as u32,
        };
    }
}

impl Cell {
    /// The cell's bytes as they stand between separators or quotes.
    #[inline(always)]
    pub fn bytes<'b>(&self, buffer: &'b [u8]) -> &'b [u8] {
        &buffer[self.start as usize..(self.end & !ESCAPED) as usize]
    }

    /// Whether the bytes still hold doubled quotes, which [`unescape`] takes away.
    #[inline(always)]
    pub fn is_escaped(&self) -> bool {
        self.end & ESCAPED != 0
    }
}

/// Takes the quoting out of an escaped cell: `"` doubled is one quote, the first single one closes.
pub fn unescape(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    let mut is_open = true;
    while at < bytes.len() {
        if is_open && bytes[at] == b'"' {
            if bytes.get(at + 1) == Some(&b'"') {
                out.push(b'"');
                at += 2;
                continue;
            }
            is_open = false;
            at += 1;
            continue;
        }
        out.push(bytes[at]);
        at += 1;
    }
    out
}

/// Cuts one file into rows, buffer by buffer.
#[derive(Debug)]
pub struct Scanner {
    separator: u8,
    /// One more than the separator and the line ends, eight times.
    ceiling: u64,
    /// The line on which the next row begins.
    line: u32,
    /// Whether the byte before the next row was a carriage return, whose line feed may follow.
    after_return: bool,
}

/// A row longer than this is taken for an unclosed quote.
pub const LONGEST_ROW: usize = 1 << 20;

/// Rows of one block: enough that look-ups overlap, few enough that the block stays in the cache.
const ROWS_IN_A_BLOCK: usize = 512;

const fn repeat(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The high bit of the lowest byte of `word` that is below the byte repeated in `ceiling`, which is 128 at most.
/// Every end of a cell lies below the digits, and next to nothing else does: one test for three bytes.
#[inline(always)]
fn below(word: u64, ceiling: u64) -> u64 {
    word.wrapping_sub(ceiling) & !word & repeat(0x80)
}

enum Quoted {
    /// The cell ends at this byte, which is a separator, a line end or the end of the buffer.
    Closed { cell: Cell, next: usize, lines: u32 },
    /// The buffer ends before the quote is closed.
    Unfinished,
    /// What follows the closing quote shows that it closed another cell's quote.
    Runaway,
}

impl Scanner {
    /// A scanner whose first row begins on `line`.
    pub fn new(separator: u8, line: u32) -> Scanner {
        Scanner {
            separator,
            ceiling: repeat(separator.max(b'\r') + 1),
            line,
            after_return: false,
        }
    }

    /// The line on which the next row begins.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Cuts rows out of `buffer[at..]` into `block`; returns where the next row begins.
    /// With `is_last` the buffer's end ends the last row; without it an unfinished row is left for the next buffer.
    /// Call again while it moves forward: a block holds no more than some rows.
    pub fn rows(&mut self, buffer: &[u8], at: usize, is_last: bool, block: &mut Block) -> usize {
        block.cells.clear();
        block.rows.clear();
        let mut start = at;
        while block.rows.len() < ROWS_IN_A_BLOCK && start < buffer.len() {
            match self.row(buffer, start, is_last, block) {
                Some(next) => start = next,
                None => break,
            }
        }
        start
    }

    /// One row, or a blank line; where the next begins. None if the buffer ends before the row does.
    #[inline(always)]
    fn row(
        &mut self,
        buffer: &[u8],
        start: usize,
        is_last: bool,
        block: &mut Block,
    ) -> Option<usize> {
        if buffer[start] == b'\n' && self.after_return {
            self.after_return = false;
            return Some(start + 1);
        }
        self.after_return = false;
        let first_cell = block.cells.len();
        let mut cell_start = start;
        let mut extra_lines = 0;
        let mut at = start;
        let end = loop {
            if cell_start == at && buffer.get(at) == Some(&b'"') {
                match self.quoted(buffer, at + 1, is_last) {
                    Quoted::Closed { cell, next, lines } => {
                        block.cells.push(cell);
                        extra_lines += lines;
                        if buffer.get(next) == Some(&self.separator) {
                            cell_start = next + 1;
                            at = cell_start;
                            continue;
                        }
                        break next;
                    }
                    Quoted::Unfinished if !is_last && buffer.len() - start <= LONGEST_ROW => {
                        block.cells.truncate(first_cell);
                        return None;
                    }
                    Quoted::Unfinished | Quoted::Runaway => {
                        block.cells.truncate(first_cell);
                        return Some(self.unclosed(buffer, start, block));
                    }
                }
            }
            let Some(found) = self.unquoted_end(buffer, at) else {
                if !is_last {
                    block.cells.truncate(first_cell);
                    return None;
                }
                block.cells.push(Cell {
                    start: cell_start as u32,
                    end: buffer.len() as u32,
                });
                break buffer.len();
            };
            block.cells.push(Cell {
                start: cell_start as u32,
                end: found as u32,
            });
            if buffer[found] != self.separator {
                break found;
            }
            cell_start = found + 1;
            at = cell_start;
        };
        if !is_last && end == buffer.len() {
            block.cells.truncate(first_cell);
            return None;
        }
        if end == start {
            block.cells.truncate(first_cell);
        } else {
            block.rows.push(Row {
                first_cell: first_cell as u32,
                cells: (block.cells.len() - first_cell) as u32,
                start: start as u32,
                end: end as u32,
                line: self.line,
                is_unclosed: false,
            });
        }
        self.line += extra_lines + 1;
        self.after_return = buffer.get(end) == Some(&b'\r');
        Some(end + 1)
    }

    /// The first separator or line end at or after `at`.
    #[inline(always)]
    fn unquoted_end(&self, buffer: &[u8], at: usize) -> Option<usize> {
        let mut at = at;
        while let Some(bytes) = buffer[at..].first_chunk::<8>() {
            let found = below(u64::from_le_bytes(*bytes), self.ceiling);
            if found == 0 {
                at += 8;
                continue;
            }
            // The lowest mark is right; those above it may not be.
            at += (found.trailing_zeros() / 8) as usize;
            if self.is_end(buffer[at]) {
                return Some(at);
            }
            at += 1;
        }
        let rest = &buffer[at..];
        let found = rest.iter().position(|&byte| self.is_end(byte));
        found.map(|found| at + found)
    }

    #[inline(always)]
    fn is_end(&self, byte: u8) -> bool {
        byte == self.separator || byte == b'\n' || byte == b'\r'
    }

    /// A quoted cell whose text begins at `start`.
    fn quoted(&self, buffer: &[u8], start: usize, is_last: bool) -> Quoted {
        let mut at = start;
        let mut lines = 0;
        let mut escaped = 0;
        let close = loop {
            match buffer.get(at) {
                None => return Quoted::Unfinished,
                Some(b'"') if buffer.get(at + 1) == Some(&b'"') => {
                    escaped = ESCAPED;
                    at += 2;
                }
                // The byte after may be a second quote that is still to come.
                Some(b'"') if at + 1 == buffer.len() && !is_last => return Quoted::Unfinished,
                Some(b'"') => break at,
                Some(b'\n') => {
                    lines += 1;
                    at += 1;
                }
                Some(b'\r') => {
                    lines += u32::from(buffer.get(at + 1) != Some(&b'\n'));
                    at += 1;
                }
                Some(_) => at += 1,
            }
        };
        let after = close + 1;
        let is_end =
            |b: Option<&u8>| b.is_none_or(|&b| b == self.separator || b == b'\n' || b == b'\r');
        if is_end(buffer.get(after)) {
            let cell = Cell {
                start: start as u32,
                end: close as u32 | escaped,
            };
            return Quoted::Closed {
                cell,
                next: after,
                lines,
            };
        }
        if lines > 0 {
            return Quoted::Runaway;
        }
        // Text after the closing quote on the same line belongs to the cell, as the csv crate has it.
        match self.unquoted_end(buffer, after) {
            Some(next) => Quoted::Closed {
                cell: Cell {
                    start: start as u32,
                    end: next as u32 | ESCAPED,
                },
                next,
                lines,
            },
            None if is_last => Quoted::Closed {
                cell: Cell {
                    start: start as u32,
                    end: buffer.len() as u32 | ESCAPED,
                },
                next: buffer.len(),
                lines,
            },
            None => Quoted::Unfinished,
        }
    }

    /// The line at `start` alone, as a row with an unclosed quote.
    fn unclosed(&mut self, buffer: &[u8], start: usize, block: &mut Block) -> usize {
        let length = buffer[start..]
            .iter()
            .position(|&b| b == b'\n' || b == b'\r');
        let end = length.map_or(buffer.len(), |length| start + length);
        block.rows.push(Row {
            first_cell: block.cells.len() as u32,
            cells: 0,
            start: start as u32,
            end: end as u32,
            line: self.line,
            is_unclosed: true,
        });
        self.line += 1;
        self.after_return = buffer.get(end) == Some(&b'\r');
        end + 1
    }
}

#[cfg(test)]
mod tests;
