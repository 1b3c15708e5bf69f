//! What was read of each file, before it is put into words, and the cells of one row again.

use crate::domain::{County, Date, Field, FileKind};

use super::columns::Column;
use super::encoding::decode;
use super::finding::{Encoding, Finding, Separator};
use super::scan::{Block, Cell, Scanner, unescape};

/// What was read of one file, before it is put into words.
#[derive(Clone, Debug, PartialEq)]
pub struct FileRead {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// A number made of its first bytes: files of one size and one such number are looked at as copies.
    pub first_bytes: u64,
    /// What it is.
    pub kind: FileKind,
    /// Its encoding and separator; none for a file that is no table.
    pub writing: Option<(Encoding, Separator)>,
    /// The line of its header.
    pub header_line: Option<u32>,
    /// Rows below the header that are not blank.
    pub rows: u64,
    /// Rows used.
    pub used: u64,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Columns its kind must have and it lacks.
    pub missing: Vec<Field>,
    /// Its findings in order of line, as many as are kept.
    pub findings: Vec<Finding>,
    /// How many findings it has.
    pub findings_total: u64,
    /// Days that its column 数据日期 gives, with the rows that give each.
    pub as_of_days: Vec<(Date, u64)>,
}

/// Everything that was read.
#[derive(Clone, Debug, Default)]
pub struct Intake {
    /// What the files said.
    pub county: County,
    /// File by file.
    pub files: Vec<FileRead>,
    /// Findings that are not one file's alone.
    pub findings: Vec<Finding>,
}

/// The cells of one row again, from its own bytes, with the headers of its file; personal columns are left out.
pub fn cells_of_row(file: &FileRead, bytes: &[u8]) -> Vec<(String, String)> {
    let Some((encoding, separator)) = file.writing else {
        return Vec::new();
    };
    let mut scanner = Scanner::new(separator.byte(), 1);
    let mut block = Block::default();
    scanner.rows(bytes, 0, true, &mut block);
    let Some(row) = block.rows.first() else {
        return Vec::new();
    };
    let text = |cell: &Cell| {
        let bytes = cell.bytes(bytes);
        let whole = if cell.is_escaped() {
            unescape(bytes)
        } else {
            bytes.to_vec()
        };
        decode(&whole, encoding).into_owned()
    };
    let columns = file.columns.iter().zip(block.cells(row));
    columns
        .filter(|(column, _)| column.personal.is_none())
        .map(|(column, cell)| (column.header.clone(), text(cell)))
        .collect()
}
