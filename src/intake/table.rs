//! One table on its way in: slices of the file are laid into a buffer, and whole rows come out of it, block by block.

use super::scan::{Block, Scanner};

/// The part of a file that is in memory.
#[derive(Debug)]
pub struct Table {
    buffer: Vec<u8>,
    /// Where in the buffer the next row begins.
    at: usize,
    /// Where in the file the buffer begins.
    base: u64,
    scanner: Scanner,
    block: Block,
}

/// Some rows, the bytes their cells stand in, and where in the file those bytes begin.
pub struct Rows<'t> {
    /// The rows.
    pub block: &'t Block,
    /// Their bytes.
    pub buffer: &'t [u8],
    /// The byte of the file at which `buffer` begins.
    pub base: u64,
}

impl Table {
    /// A table whose rows begin at the byte `start` of the file, on `line`.
    pub fn new(separator: u8, start: u64, line: u32) -> Table {
        Table {
            buffer: Vec::new(),
            at: 0,
            base: start,
            scanner: Scanner::new(separator, line),
            block: Block::default(),
        }
    }

    /// Lays the next `length` bytes of the file behind those that are left; `fill` writes them.
    pub fn feed(&mut self, length: usize, fill: impl FnOnce(&mut [u8])) {
        self.buffer.copy_within(self.at.., 0);
        let left = self.buffer.len() - self.at;
        self.base += self.at as u64;
        self.at = 0;
        self.buffer.resize(left + length, 0);
        fill(&mut self.buffer[left..]);
    }

    /// The next whole rows; none if the buffer holds no more. With `is_last` the file ends where the buffer does.
    pub fn rows(&mut self, is_last: bool) -> Option<Rows<'_>> {
        let next = self
            .scanner
            .rows(&self.buffer, self.at, is_last, &mut self.block);
        if next == self.at {
            return None;
        }
        self.at = next.min(self.buffer.len());
        Some(Rows {
            block: &self.block,
            buffer: &self.buffer,
            base: self.base,
        })
    }
}
