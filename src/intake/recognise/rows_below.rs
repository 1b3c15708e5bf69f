//! The rows below a header, as far as the first bytes of a file reach.

use crate::intake::encoding::plain;
use crate::intake::finding::Encoding;
use crate::intake::mend::Mender;
use crate::intake::no_row;
use crate::intake::scan::{Block, Row, Scanner};
use crate::intake::table::Table;

use super::find::Found;
use super::top_rows::{TopRow, whole};
use super::{SAMPLE_ROWS, Writing};

/// The rows.
pub(super) struct RowsBelow<'t> {
    text: &'t [u8],
    separator: u8,
    is_whole: bool,
    /// Where in the text they begin, and on which line.
    pub start: usize,
    pub line: u32,
    block: Block,
}

impl<'t> RowsBelow<'t> {
    /// The rows below a header that was found.
    pub fn of(text: &'t [u8], found: &Found, is_whole: bool) -> RowsBelow<'t> {
        let start = skip_line_end(text, found.end);
        let line = found.header.line + lines_of(&text[found.start..start]);
        RowsBelow::from(text, start, line, found.writing, is_whole)
    }

    /// The rows from a byte of the text on, which begins a line.
    pub fn from(
        text: &'t [u8],
        start: usize,
        line: u32,
        writing: Writing,
        is_whole: bool,
    ) -> RowsBelow<'t> {
        let mut rows = RowsBelow {
            text,
            separator: writing.separator.byte(),
            is_whole,
            start: start.min(text.len()),
            line,
            block: Block::default(),
        };
        rows.scan();
        rows
    }

    fn scan(&mut self) {
        let mut scanner = Scanner::new(self.separator, self.line);
        scanner.rows(&self.text[self.start..], 0, self.is_whole, &mut self.block);
    }

    pub fn skip_first(&mut self) {
        if let Some(first) = self.block.rows.first().copied() {
            let end = self.start + first.end as usize;
            let next = skip_line_end(self.text, end);
            self.line = first.line + lines_of(&self.text[self.start + first.start as usize..next]);
            self.start = next;
            self.scan();
        }
    }

    fn cells(&self, row: &Row, encoding: Encoding) -> Vec<String> {
        texts(&self.block, row, &self.text[self.start..], encoding)
    }

    pub fn next_top_row(&self, encoding: Encoding) -> Option<TopRow> {
        let row = self.block.rows.first()?;
        Some(TopRow {
            cells: self.cells(row, encoding),
            line: row.line,
            start: row.start as usize,
            end: row.end as usize,
        })
    }

    /// The first rows, without totals: their amounts are no amounts of a row.
    pub fn sample(&self, encoding: Encoding) -> Vec<Vec<String>> {
        let rows = self.block.rows.iter().take(SAMPLE_ROWS);
        rows.map(|row| self.cells(row, encoding))
            .filter(|cells| !is_total(cells))
            .collect()
    }

    /// The same rows with the corrections that a person made.
    pub fn mended_sample(&self, encoding: Encoding, mender: Mender) -> Vec<Vec<String>> {
        let mut table = Table::new(self.separator, 0, self.line).mended(Some(mender));
        table.feed_by(|into| into.extend_from_slice(&self.text[self.start..]));
        let mut sample = Vec::new();
        while sample.len() < SAMPLE_ROWS
            && let Some(found) = table.rows(self.is_whole)
        {
            let rows = found.block.rows.iter().take(SAMPLE_ROWS - sample.len());
            sample.extend(rows.map(|row| texts(found.block, row, found.buffer, encoding)));
        }
        sample.retain(|cells| !is_total(cells));
        sample
    }

    /// About how many rows a file of `size` bytes has, whose first `head` bytes gave these.
    pub fn expected(&self, head: usize, size: u64) -> usize {
        let seen = self.block.rows.last().map_or(1, |row| row.end as usize + 1);
        let below = self.text.len().saturating_sub(self.start).max(1);
        let rows_in_head = self.block.rows.len() as u64 * below as u64 / seen as u64;
        let share_below = below as u64 * 1000 / self.text.len().max(1) as u64;
        let bytes_of_head = (head as u64 * share_below / 1000).max(1);
        let bytes = size.saturating_sub(head as u64) + bytes_of_head;
        (u128::from(rows_in_head) * u128::from(bytes) / u128::from(bytes_of_head)) as usize
    }
}

fn texts(block: &Block, row: &Row, text: &[u8], encoding: Encoding) -> Vec<String> {
    let cell = |cell| plain(&whole(cell, text), encoding).into_owned();
    block.cells(row).iter().map(cell).collect()
}

fn is_total(cells: &[String]) -> bool {
    no_row::is_total_row(cells.iter().map(String::as_str))
}

fn lines_of(text: &[u8]) -> u32 {
    let feeds = text.iter().filter(|b| **b == b'\n').count();
    feeds.max(1) as u32
}

fn skip_line_end(text: &[u8], at: usize) -> usize {
    match (text.get(at), text.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => at + 2,
        (Some(_), _) => at + 1,
        (None, _) => at,
    }
}
