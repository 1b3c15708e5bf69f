//! The reading of all files, one after another: what the caller must do to have a file read, and what came of it.
//!
//! There is no I/O here. The caller opens a file with its first bytes, is told from where on its bytes are wanted,
//! feeds them slice by slice and closes the file. Native programs, the worker and the tests do the same.

mod close;

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::domain::{County, Date, Field, FileKind};

use super::as_of;
use super::encoding;
use super::faults::{Faults, position};
use super::file_read::{FileRead, Intake};
use super::finding::{Finding, Outcome, Problem};
use super::loans::LoanReader;
use super::recognise::{Recognised, Recognition, recognise};
use super::roster::RosterReader;
use super::scan::Cell;
use super::side_tables::SideTableReader;
use super::table::Table;

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

#[derive(Debug)]
enum Reader {
    Loans(Box<LoanReader>),
    Roster(Box<RosterReader>),
    Side(Box<SideTableReader>),
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
            first_bytes: number_of(head),
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
                reader = self.reader(&found, number, (name, size), &mut faults);
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

    fn reader(
        &self,
        found: &Recognised,
        number: u32,
        file: (&str, u64),
        faults: &mut Faults,
    ) -> Reader {
        let (name, size) = file;
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
            FileKind::Roster => RosterReader::new(found, number, name)
                .map(|reader| Reader::Roster(Box::new(reader))),
            FileKind::Villages
            | FileKind::Subsidies
            | FileKind::Targets
            | FileKind::Funds
            | FileKind::Rates
            | FileKind::ReportedTotals
            | FileKind::Gazetteer => {
                SideTableReader::new(found, number).map(|reader| Reader::Side(Box::new(reader)))
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
            FileKind::Roster => self.intake.county.households.reserve_roster(rows),
            FileKind::Subsidies => self.intake.county.subsidies.reserve(rows),
            _ => {}
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
            Reader::Side(reader) => reader.rows(),
            Reader::Count(rows) => *rows,
            Reader::Boundaries(_) | Reader::Nothing => 0,
        })
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
        let days: Vec<Date> = as_of::days(&self.intake.files).into_keys().collect();
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

fn number_of(head: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    head.hash(&mut hasher);
    hasher.finish()
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
        Reader::Side(reader) => {
            while let Some(rows) = open.rows.rows(is_last) {
                reader.read(&rows, table, county, &mut open.faults);
            }
        }
        Reader::Count(count) => {
            while let Some(rows) = open.rows.rows(is_last) {
                let is_blank = |cell: &Cell| {
                    let bytes = cell.bytes(rows.buffer);
                    encoding::is_blank(bytes, table.encoding)
                };
                let found = rows.block.rows.iter();
                *count += found
                    .filter(|row| row.is_unclosed || !rows.block.cells(row).iter().all(is_blank))
                    .count() as u64;
            }
        }
        Reader::Boundaries(_) | Reader::Nothing => {}
    }
}
