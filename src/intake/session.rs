//! The reading of all files, one after another: what the caller must do to have a file read, and what came of it.
//!
//! There is no I/O here. The caller opens a file with its first bytes, is told from where on its bytes are wanted,
//! feeds them slice by slice and closes the file. Native programs, the worker and the tests do the same.

mod close;
mod expected;
mod open;
mod sheets;

use std::fmt;

use crate::domain::{County, Date, FileKind};

use super::answers;
use super::as_of;
use super::choices::FileChoices;
use super::contradictions;
use super::convert::Converter;
use super::encoding;
use super::faults::Faults;
use super::file_read::{FileRead, Intake};
use super::finding::{Finding, Outcome, Problem};
use super::loans::LoanReader;
use super::place_agreement;
use super::profile::Profile;
use super::pseudonym::Passphrase;
use super::recognise::Recognised;
use super::roster::RosterReader;
use super::scan::Cell;
use super::side_tables::SideTableReader;
use super::table::Table;

/// The largest table that is read: a row's place in its file is kept in 32 bits.
pub const LARGEST_TABLE: u64 = u32::MAX as u64;
/// The largest boundary file that is read.
pub const LARGEST_BOUNDARIES: u64 = 64 << 20;
/// The largest workbook that is read: it must be in memory as a whole.
pub const LARGEST_WORKBOOK: u64 = 256 << 20;
/// The most memory that the texts of a workbook's sheets may take.
pub const LARGEST_TEXT: u64 = 1 << 30;

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
    /// Boundaries or a profile.
    Json(Vec<u8>),
    /// A workbook, whose sheets are read once it is whole.
    Workbook(Vec<u8>),
    /// A table that cannot be used: its rows are counted as set aside.
    Count(u64),
    Nothing,
}

/// What is said before the files are read.
#[derive(Clone, Default)]
pub struct Before {
    /// What a person said of single files, in the order in which they will be given; none where nothing was said.
    pub choices: Vec<Option<FileChoices>>,
    /// What was settled for files of known shapes.
    pub profile: Profile,
    /// What the giver of each file holds it for, in the order in which they will be given; none where nothing was said.
    pub expected: Vec<Option<FileKind>>,
    /// Under which numbers become pseudonyms; without it their columns are left out.
    pub passphrase: Option<Passphrase>,
}

impl fmt::Debug for Before {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Before")
            .field("choices", &self.choices)
            .field("profile", &self.profile)
            .field("expected", &self.expected)
            .field("has_passphrase", &self.passphrase.is_some())
            .finish()
    }
}

/// A reading under way.
#[derive(Debug)]
pub struct Session {
    intake: Intake,
    before: Before,
    /// Files opened so far.
    given: u32,
    open: Option<Open>,
}

#[derive(Debug)]
struct Open {
    file: FileRead,
    faults: Faults,
    table: Option<Box<Recognised>>,
    rows: Table,
    converter: Option<Converter>,
    reader: Reader,
}

impl Default for Session {
    fn default() -> Session {
        Session::new()
    }
}

impl Session {
    /// A reading of no file yet, of which nothing was said.
    pub fn new() -> Session {
        Session::with(Before::default())
    }

    /// A reading of no file yet.
    pub fn with(before: Before) -> Session {
        Session {
            intake: Intake::default(),
            before,
            given: 0,
            open: None,
        }
    }

    /// Takes the next `length` bytes of the open file; `fill` writes them where they are wanted.
    pub fn feed(&mut self, length: usize, fill: impl FnOnce(&mut [u8])) {
        let Some(open) = &mut self.open else { return };
        if let Reader::Json(bytes) | Reader::Workbook(bytes) = &mut open.reader {
            let start = bytes.len();
            bytes.resize(start + length, 0);
            fill(&mut bytes[start..]);
            return;
        }
        if let Some(converter) = &mut open.converter {
            let mut bytes = vec![0; length];
            fill(&mut bytes);
            open.rows.feed_by(|text| converter.feed(&bytes, text));
        } else {
            open.rows.feed(length, fill);
        }
        read_rows(open, false, &mut self.intake.county);
    }

    /// Rows of the open file that have been read.
    pub fn rows(&self) -> u64 {
        self.open.as_ref().map_or(0, |open| match &open.reader {
            Reader::Loans(reader) => reader.rows,
            Reader::Roster(reader) => reader.rows,
            Reader::Side(reader) => reader.rows(),
            Reader::Count(rows) => *rows,
            Reader::Json(_) | Reader::Workbook(_) | Reader::Nothing => 0,
        })
    }

    /// Ends the reading.
    pub fn finish(mut self) -> Intake {
        self.close();
        self.intake.places =
            place_agreement::settle(&mut self.intake.county, &self.before.profile.places);
        if self.intake.places.reference.is_none() {
            self.match_boundaries();
        }
        // A bank may know the person alone; a roster by person knows whose household that is.
        if let Some(households) = self.intake.county.households.of_persons() {
            self.intake.county.loans.move_households(&households);
        }
        answers::settle(&mut self.intake.county, &mut self.intake.files);
        self.compare_days();
        expected::remark(&self.before.expected, &mut self.intake.files);
        contradictions::find(&self.intake.county, &mut self.intake.files);
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
        Reader::Json(_) | Reader::Workbook(_) | Reader::Nothing => {}
    }
}
