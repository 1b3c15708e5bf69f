//! One table on its way in: slices of the file are laid into a buffer, and whole rows come out of it, block by block.

use super::mend::Mender;
use super::scan::{Block, Scanner};

/// The part of a file that is in memory.
#[derive(Debug)]
pub struct Table {
    buffer: Vec<u8>,
    /// How many bytes of the buffer are the file's; corrected cells stand behind them.
    length: usize,
    /// Where in the buffer the next row begins.
    at: usize,
    /// Bytes still to come that stand before the first row.
    skip: usize,
    /// Where in the file the buffer begins.
    base: u64,
    scanner: Scanner,
    block: Block,
    mender: Option<Mender>,
}

/// Some rows, the bytes their cells stand in, and where in the file those bytes begin.
pub struct Rows<'t> {
    /// The rows.
    pub block: &'t Block,
    /// Their bytes.
    pub buffer: &'t [u8],
    /// The byte of the file at which `buffer` begins.
    pub base: u64,
    /// The rows with a corrected cell, by their place in the block, in order.
    mended: &'t [u32],
}

impl Rows<'_> {
    /// Whether a row of the block has a corrected cell.
    #[inline(always)]
    pub fn is_mended(&self, index: usize) -> bool {
        !self.mended.is_empty() && self.mended.binary_search(&(index as u32)).is_ok()
    }
}

impl Table {
    /// A table whose rows begin at the byte `start` of the file, on `line`.
    pub fn new(separator: u8, start: u64, line: u32) -> Table {
        Table {
            buffer: Vec::new(),
            length: 0,
            at: 0,
            skip: 0,
            base: start,
            scanner: Scanner::new(separator, line),
            block: Block::default(),
            mender: None,
        }
    }

    /// The table, fed from `bytes` before its first row on.
    pub fn skipping(mut self, bytes: usize) -> Table {
        self.skip = bytes;
        self.base = 0;
        self
    }

    /// The table with corrections.
    pub fn mended(mut self, mender: Option<Mender>) -> Table {
        self.mender = mender;
        self
    }

    /// For each correction, the cells it has changed.
    pub fn hits(&self) -> &[u64] {
        self.mender.as_ref().map_or(&[], |mender| &mender.hits)
    }

    /// Lays the next `length` bytes of the file behind those that are left; `fill` writes them.
    pub fn feed(&mut self, length: usize, fill: impl FnOnce(&mut [u8])) {
        let left = self.drop_read();
        self.buffer.resize(left + length, 0);
        fill(&mut self.buffer[left..]);
        self.fed();
    }

    /// Lays bytes behind those that are left; `append` appends them.
    pub fn feed_by(&mut self, append: impl FnOnce(&mut Vec<u8>)) {
        let left = self.drop_read();
        self.buffer.truncate(left);
        append(&mut self.buffer);
        self.fed();
    }

    /// Drops the bytes that were read; how many are left.
    fn drop_read(&mut self) -> usize {
        self.buffer.truncate(self.length);
        self.buffer.copy_within(self.at.., 0);
        let left = self.buffer.len() - self.at;
        self.base += self.at as u64;
        self.at = 0;
        left
    }

    fn fed(&mut self) {
        self.length = self.buffer.len();
        if self.skip > 0 {
            let skipped = self.skip.min(self.length);
            self.at = skipped;
            self.skip -= skipped;
        }
    }

    /// The bytes that were fed and are not read yet.
    pub fn unread(&self) -> &[u8] {
        &self.buffer[self.at..self.length]
    }

    /// The next whole rows; none if the buffer holds no more. With `is_last` the file ends where the buffer does.
    pub fn rows(&mut self, is_last: bool) -> Option<Rows<'_>> {
        self.buffer.truncate(self.length);
        let next = self
            .scanner
            .rows(&self.buffer, self.at, is_last, &mut self.block);
        if next == self.at {
            return None;
        }
        self.at = next.min(self.length);
        let mended = match &mut self.mender {
            Some(mender) => {
                mender.mend(&mut self.block, &mut self.buffer);
                mender.rows()
            }
            None => &[],
        };
        Some(Rows {
            block: &self.block,
            buffer: &self.buffer,
            base: self.base,
            mended,
        })
    }
}

/// What was read of a file may hold what its reader left out: nothing of it stays behind in memory.
impl Drop for Table {
    fn drop(&mut self) {
        let room = self.buffer.capacity();
        self.buffer.clear();
        self.buffer.resize(room, 0);
        // Without this the writing would be left out, since nobody reads it.
        std::hint::black_box(&self.buffer);
    }
}
