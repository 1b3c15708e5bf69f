//! The reading of all files, one after another: what the caller must do to have a file read, and what came of it.
//!
//! There is no I/O here. The caller opens a file with its first bytes, is told from where on its bytes are wanted,
//! feeds them slice by slice and closes the file. Native programs, the worker and the tests do the same.

use std::collections::BTreeMap;

use crate::domain::{County, Date, Field, FileKind};

use super::boundaries;
use super::faults::{Faults, position};
use super::finding::{Encoding, Finding, Outcome, Problem, Separator};
use super::loans::LoanReader;
use super::recognise::{Recognised, Recognition, recognise};
use super::roster::RosterReader;
use super::table::Table;
use super::{as_of, recognise::Column};

/// The largest table that is read: a row's place in its file is kept in 32 bits.
pub const LARGEST_TABLE: u64 = u32::MAX as u64;
/// The largest boundary file that is read.
pub const LARGEST_BOUNDARIES: u64 = 64 << 20;

/// What the caller must do with a file it has opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Feed its bytes from this one on, then close it.
    From(u64),
    /// Close it: no more of it is wanted.
    Nothing,
}

/// What was read of one file, before it is put into words.
#[derive(Clone, Debug, PartialEq)]
pub struct FileRead {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
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

#[derive(Debug)]
enum Reader {
    Loans(Box<LoanReader>),
    Roster(Box<RosterReader>),
    Boundaries(Vec<u8>),
    /// A table that cannot be used: its rows are counted as set aside.
    Count(u64),
    Nothing,
}

/// A reading under way.
#[derive(Debug)]
pub struct Session {
    intake: Intake,
    open: Option<Open>,
}

#[derive(Debug)]
struct Open {
    file: FileRead,
    faults: Faults,
    table: Option<Box<Recognised>>,
    rows: Table,
    reader: Reader,
}

impl Default for Session {
    fn default() -> Session {
        Session::new()
    }
}

impl Session {
    /// A reading of no file yet.
    pub fn new() -> Session {
        Session {
            intake: Intake::default(),
            open: None,
        }
    }

    /// Opens the next file by its first bytes: at least [`super::recognise::HEAD`] of them, or all.
    pub fn open(&mut self, name: &str, size: u64, head: &[u8]) -> Wanted {
        let number = self.intake.files.len() as u32;
        let mut file = FileRead {
            name: name.to_owned(),
            bytes: size,
            kind: FileKind::Unknown,
            writing: None,
            header_line: None,
            rows: 0,
            used: 0,
            columns: Vec::new(),
            missing: Vec::new(),
            findings: Vec::new(),
            findings_total: 0,
            as_of_days: Vec::new(),
        };
        let mut faults = Faults::new(number, &[]);
        let mut wanted = Wanted::Nothing;
        let mut reader = Reader::Nothing;
        let mut rows = Table::new(b',', 0, 1);
        let mut table = None;
        match recognise(head, size) {
            Recognition::Refused(problem) => faults.of_file(problem, Outcome::FileSetAside),
            Recognition::Json if size > LARGEST_BOUNDARIES => {
                faults.of_file(
                    Problem::TooLarge {
                        limit: LARGEST_BOUNDARIES,
                    },
                    Outcome::FileSetAside,
                );
            }
            Recognition::Json => {
                file.kind = FileKind::Boundaries;
                reader = Reader::Boundaries(Vec::with_capacity(size as usize));
                wanted = Wanted::From(0);
            }
            Recognition::Table(found) => {
                faults = Faults::new(number, &found.findings);
                file.kind = found.kind;
                file.writing = Some((found.encoding, found.separator));
                file.header_line = Some(found.header_line);
                file.columns = found.columns.clone();
                file.missing = found.missing.clone();
                reader = self.reader(&found, number, size, &mut faults);
                if !matches!(reader, Reader::Nothing) {
                    self.reserve(&found, head);
                    rows = Table::new(found.separator.byte(), found.rows_start, found.rows_line);
                    wanted = Wanted::From(found.rows_start);
                }
                table = Some(found);
            }
        }
        self.open = Some(Open {
            file,
            faults,
            table,
            rows,
            reader,
        });
        wanted
    }

    fn reader(&self, found: &Recognised, number: u32, size: u64, faults: &mut Faults) -> Reader {
        if size > LARGEST_TABLE {
            faults.of_file(
                Problem::TooLarge {
                    limit: LARGEST_TABLE,
                },
                Outcome::FileSetAside,
            );
            return Reader::Nothing;
        }
        if !found.missing.is_empty() {
            let problem = Problem::MissingColumns {
                file_kind: found.kind,
                fields: found.missing.clone(),
            };
            faults.of_file(problem, Outcome::FileSetAside);
            return Reader::Count(0);
        }
        let reader = match found.kind {
            FileKind::Loans => {
                LoanReader::new(found, number).map(|reader| Reader::Loans(Box::new(reader)))
            }
            FileKind::Roster => {
                RosterReader::roster(found).map(|reader| Reader::Roster(Box::new(reader)))
            }
            FileKind::Villages => {
                RosterReader::villages(found).map(|reader| Reader::Roster(Box::new(reader)))
            }
            FileKind::Boundaries | FileKind::Unknown => None,
        };
        reader.unwrap_or(Reader::Count(0))
    }

    /// Makes room for about as many rows as the file has, so that columns do not move while they grow.
    fn reserve(&mut self, found: &Recognised, head: &[u8]) {
        // A twentieth more than expected: rows are not all of one length.
        let rows = found.rows_expected + found.rows_expected / 20 + 16;
        let bytes_of = |field: Field| -> usize {
            let Some(at) = position(found, field) else {
                return 0;
            };
            let text = &head[(found.rows_start as usize).min(head.len())..];
            let cells = text
                .split(|b| *b == b'\n')
                .skip(1)
                .take(20)
                .filter_map(|line| line.split(|b| *b == found.separator.byte()).nth(at));
            cells
                .map(<[u8]>::len)
                .max()
                .map_or(16, |longest| longest + 1)
        };
        match found.kind {
            FileKind::Loans => {
                self.intake
                    .county
                    .loans
                    .reserve(rows, rows * bytes_of(Field::LoanNumber));
                if self.intake.county.households.is_empty() {
                    self.intake.county.households.reserve(rows);
                }
            }
            FileKind::Roster => self.intake.county.households.reserve(rows),
            FileKind::Villages | FileKind::Boundaries | FileKind::Unknown => {}
        }
    }

    /// Takes the next `length` bytes of the open file; `fill` writes them where they are wanted.
    pub fn feed(&mut self, length: usize, fill: impl FnOnce(&mut [u8])) {
        let Some(open) = &mut self.open else { return };
        if let Reader::Boundaries(bytes) = &mut open.reader {
            let start = bytes.len();
            bytes.resize(start + length, 0);
            fill(&mut bytes[start..]);
            return;
        }
        open.rows.feed(length, fill);
        read_rows(open, false, &mut self.intake.county);
    }

    /// Rows of the open file that have been read.
    pub fn rows(&self) -> u64 {
        self.open.as_ref().map_or(0, |open| match &open.reader {
            Reader::Loans(reader) => reader.rows,
            Reader::Roster(reader) => reader.rows,
            Reader::Count(rows) => *rows,
            Reader::Boundaries(_) | Reader::Nothing => 0,
        })
    }

    /// Closes the open file, whose last byte has been fed.
    pub fn close(&mut self) {
        let Some(mut open) = self.open.take() else {
            return;
        };
        read_rows(&mut open, true, &mut self.intake.county);
        let mut file = open.file;
        let mut faults = open.faults;
        match open.reader {
            Reader::Loans(reader) => {
                (file.rows, file.used) = (reader.rows, reader.used);
                if let Some((first_file, same)) = reader.same_as
                    && reader.used == 0
                    && same == reader.rows
                {
                    faults.replace_rows(Problem::SameFileTwice { first_file });
                }
                let has = open
                    .table
                    .iter()
                    .flat_map(|table| &table.columns)
                    .filter_map(|column| column.field);
                self.intake.county.loan_fields.extend(has);
                file.as_of_days = reader.as_of_days;
            }
            Reader::Roster(reader) => {
                (file.rows, file.used) = (reader.rows, reader.used);
                let first_file = self
                    .intake
                    .files
                    .iter()
                    .position(|other| other.kind == file.kind && other.used > 0);
                if let Some(first_file) = first_file
                    && reader.used == 0
                    && reader.repeated == reader.rows
                    && reader.rows > 0
                {
                    faults.replace_rows(Problem::SameFileTwice {
                        first_file: first_file as u32,
                    });
                }
                self.intake.county.has_roster |= file.kind == FileKind::Roster && file.used > 0;
            }
            Reader::Boundaries(bytes) => match boundaries::read(&bytes, &mut faults) {
                Some(found) => {
                    file.rows = found.features;
                    file.used = found.shapes.len() as u64;
                    self.intake.county.boundaries.extend(found.shapes);
                }
                None => file.kind = FileKind::Unknown,
            },
            Reader::Count(rows) => file.rows = rows,
            Reader::Nothing => {}
        }
        if file.rows == 0 && faults.total == 0 && file.kind != FileKind::Boundaries {
            faults.of_file(Problem::HeaderAlone, Outcome::Note);
        }
        file.findings_total = faults.total;
        file.findings = faults.kept;
        self.intake.files.push(file);
    }

    /// Notes that the open file could not be read to its end; what was read of it stays.
    pub fn fail(&mut self) {
        if let Some(open) = &mut self.open {
            open.faults
                .of_file(Problem::CannotRead, Outcome::FileSetAside);
        }
        self.close();
    }

    /// Ends the reading.
    pub fn finish(mut self) -> Intake {
        self.close();
        self.match_boundaries();
        self.compare_days();
        self.intake
    }

    fn match_boundaries(&mut self) {
        let county = &mut self.intake.county;
        for boundary in &mut county.boundaries {
            boundary.township = county.places.find_township(&boundary.name);
        }
    }

    /// Loan files of different days do not make one report.
    fn compare_days(&mut self) {
        let days: Vec<Date> = days(&self.intake.files).into_keys().collect();
        if days.len() > 1 {
            self.intake.findings.push(Finding {
                file: 0,
                line: None,
                column: None,
                header: None,
                found: None,
                problem: Problem::DifferentAsOf { days },
                outcome: Outcome::Note,
            });
        }
    }
}

/// The days of the column 数据日期 over all files, with the rows that give each.
pub fn days(files: &[FileRead]) -> BTreeMap<Date, u64> {
    let mut days = BTreeMap::new();
    for (day, rows) in files.iter().flat_map(|file| &file.as_of_days) {
        *days.entry(*day).or_insert(0) += rows;
    }
    days
}

/// The days that the names of loan files give, with the number of files that give each.
pub fn days_of_names(files: &[FileRead]) -> BTreeMap<Date, u64> {
    let mut days = BTreeMap::new();
    for file in files.iter().filter(|file| file.kind == FileKind::Loans) {
        if let Some(day) = as_of::of_name(&file.name) {
            *days.entry(day).or_insert(0) += 1;
        }
    }
    days
}

fn read_rows(open: &mut Open, is_last: bool, county: &mut County) {
    let Some(table) = &open.table else { return };
    match &mut open.reader {
        Reader::Loans(reader) => {
            while let Some(rows) = open.rows.rows(is_last) {
                reader.read(&rows, table, county, &mut open.faults);
            }
        }
        Reader::Roster(reader) => {
            while let Some(rows) = open.rows.rows(is_last) {
                reader.read(&rows, table, county, &mut open.faults);
            }
        }
        Reader::Count(count) => {
            while let Some(rows) = open.rows.rows(is_last) {
                *count += rows.block.rows.len() as u64;
            }
        }
        Reader::Boundaries(_) | Reader::Nothing => {}
    }
}

/// The cells of one row again, from its own bytes, with the headers of its file; personal columns are left out.
pub fn cells_of_row(file: &FileRead, bytes: &[u8]) -> Vec<(String, String)> {
    let Some((encoding, separator)) = file.writing else {
        return Vec::new();
    };
    let mut scanner = super::scan::Scanner::new(separator.byte(), 1);
    let mut block = super::scan::Block::default();
    scanner.rows(bytes, 0, true, &mut block);
    let Some(row) = block.rows.first() else {
        return Vec::new();
    };
    let text = |cell: &super::scan::Cell| {
        let bytes = cell.bytes(bytes);
        let whole = if cell.is_escaped() {
            super::scan::unescape(bytes)
        } else {
            bytes.to_vec()
        };
        super::encoding::decode(&whole, encoding).into_owned()
    };
    let columns = file.columns.iter().zip(block.cells(row));
    columns
        .filter(|(column, _)| column.personal.is_none())
        .map(|(column, cell)| (column.header.clone(), text(cell)))
        .collect()
}
