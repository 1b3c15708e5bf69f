//! What was read of each file, before it is put into words, and the cells of one row again.

use crate::domain::{County, Date, Field, FileKind, loan::Source};

use super::choices::{Choices, HeaderRows};
use super::columns::Column;
use super::convert::Origins;
use super::encoding::decode;
use super::finding::{Encoding, Finding};
use super::place_agreement::PlacesRead;
use super::profile::Profile;
use super::recognise::Writing;
use super::scan::{Block, Cell, Scanner, unescape};
use super::workbook;

/// What was read of one file or sheet, before it is put into words.
#[derive(Clone, Debug, PartialEq)]
pub struct FileRead {
    /// Which of the files given it is, from 0: a workbook may hold several tables.
    pub given: u32,
    /// Its name.
    pub name: String,
    /// The sheet of the workbook.
    pub sheet: Option<String>,
    /// Its size in bytes.
    pub bytes: u64,
    /// A number made of its first bytes: files of one size and one such number are looked at as copies.
    pub first_bytes: u64,
    /// What it is.
    pub kind: FileKind,
    /// Its encoding and separator; none for a file that is no table.
    pub writing: Option<Writing>,
    /// Where its header stands.
    pub header: Option<HeaderRows>,
    /// Rows below the header that are not blank.
    pub rows: u64,
    /// Rows used.
    pub used: u64,
    /// Of those, rows with a corrected cell.
    pub mended: u64,
    /// What a person or a profile said of it.
    pub choices: Choices,
    /// Whether a profile knew its header.
    pub is_by_profile: bool,
    /// For each correction, the cells that it changed.
    pub step_hits: Vec<u64>,
    /// Where the parts of its converted text come from; none where it is read as it is.
    pub origins: Option<Origins>,
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
    /// The day of the data that a line above its header gives.
    pub title_day: Option<Date>,
}

/// A file that this layer knows and does not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// The file, by its place in the list of files.
    pub file: u32,
    /// What it is.
    pub kind: FileKind,
    /// Its text.
    pub text: String,
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
    /// What the profiles among the files settled; none if there was none.
    pub profile: Option<Profile>,
    /// Files of other layers, as they were given: parameters, views.
    pub kept: Vec<KeptFile>,
    /// What became of the names of places.
    pub places: PlacesRead,
}

impl FileRead {
    /// The encoding of the text that its rows are cut from.
    fn scanned_encoding(&self) -> Option<Encoding> {
        match self.origins {
            Some(_) => Some(Encoding::Utf8),
            None => self.writing.map(Writing::scanned_encoding),
        }
    }

    /// The bytes of the file given, as first byte and length, that are needed to read a row again: of a workbook all.
    pub fn needed_for(&self, source: Source) -> (u64, u64) {
        let (start, length) = (u64::from(source.start), u64::from(source.length));
        match (&self.sheet, &self.origins) {
            (Some(_), _) => (0, self.bytes),
            (None, Some(origins)) => origins.in_file(start, length),
            (None, None) => (start, length),
        }
    }

    /// The text of a row from the bytes that [`FileRead::needed_for`] names; none if they no longer hold it.
    pub fn row_of(&self, source: Source, bytes: &[u8]) -> Option<Vec<u8>> {
        let (start, length) = (u64::from(source.start), u64::from(source.length));
        match (&self.sheet, &self.origins) {
            (Some(name), _) => {
                let sheets = workbook::sheets(bytes, super::session::LARGEST_TEXT).ok()?;
                let sheet = sheets.into_iter().find(|sheet| sheet.name == *name)?;
                let (start, length) = (start as usize, length as usize);
                sheet.text.get(start..start + length).map(<[u8]>::to_vec)
            }
            (None, Some(origins)) => origins.converted(start, length, bytes),
            (None, None) => Some(bytes.to_vec()),
        }
    }
}

/// The cells of one row again, from its own bytes, with the headers of its file; personal columns are left out. The bytes
/// are those that [`FileRead::row_of`] gives.
pub fn cells_of_row(file: &FileRead, bytes: &[u8]) -> Vec<(String, String)> {
    let (Some(writing), Some(encoding)) = (file.writing, file.scanned_encoding()) else {
        return Vec::new();
    };
    let mut scanner = Scanner::new(writing.separator.byte(), 1);
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
        .map(|(column, cell)| (column.name.header.clone(), text(cell)))
        .collect()
}
