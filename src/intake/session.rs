//! The reading of all files, one after another: what the caller must do to have a file read, and what came of it.
//!
//! There is no I/O here. The caller opens a file with its first bytes, is told from where on its bytes are wanted,
//! feeds them slice by slice and closes the file. Native programs, the worker and the tests do the same.

mod close;
mod sheets;

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::domain::{County, Date, Field, FileKind};

use super::as_of;
use super::choices::{Choices, FileChoices};
use super::contradictions;
use super::convert::Converter;
use super::encoding;
use super::faults::{Faults, position};
use super::file_read::{FileRead, Intake};
use super::finding::{Finding, Outcome, Problem};
use super::loans::LoanReader;
use super::mend::Mender;
use super::profile::Profile;
use super::pseudonym::Passphrase;
use super::recognise::{Asked, Recognised, Recognition, Writing, recognise};
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
    /// Under which numbers become pseudonyms; without it their columns are left out.
    pub passphrase: Option<Passphrase>,
}

impl fmt::Debug for Before {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Before")
            .field("choices", &self.choices)
            .field("profile", &self.profile)
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

    /// Opens the next file by its first bytes: at least [`super::recognise::HEAD`] of them, or all.
    pub fn open(&mut self, name: &str, size: u64, head: &[u8]) -> Wanted {
        let choices = self.choices("");
        let asked = Asked {
            choices: &choices,
            shapes: &self.before.profile.shapes,
        };
        let recognition = recognise(head, size, asked);
        let file = self.file(name, None, size, head);
        let (open, wanted) = self.opened(file, recognition, size, head);
        self.given += 1;
        self.open = Some(open);
        wanted
    }

    /// What a person said of a sheet of the next file.
    fn choices(&self, sheet: &str) -> Choices {
        let of_file = self.before.choices.get(self.given as usize);
        let said = of_file
            .and_then(Option::as_ref)
            .and_then(|file| file.get(sheet));
        said.cloned().unwrap_or_else(Choices::default)
    }

    fn file(&self, name: &str, sheet: Option<&str>, size: u64, head: &[u8]) -> FileRead {
        FileRead {
            given: self.given,
            name: name.to_owned(),
            sheet: sheet.map(str::to_owned),
            bytes: size,
            first_bytes: number_of(head),
            kind: FileKind::Unknown,
            writing: None,
            header: None,
            rows: 0,
            used: 0,
            mended: 0,
            choices: Choices::default(),
            is_by_profile: false,
            step_hits: Vec::new(),
            origins: None,
            columns: Vec::new(),
            missing: Vec::new(),
            findings: Vec::new(),
            findings_total: 0,
            as_of_days: Vec::new(),
        }
    }

    fn opened(
        &mut self,
        mut file: FileRead,
        recognition: Recognition,
        size: u64,
        head: &[u8],
    ) -> (Open, Wanted) {
        let number = self.intake.files.len() as u32;
        let mut faults = Faults::new(number, &[]);
        let mut wanted = Wanted::Nothing;
        let mut reader = Reader::Nothing;
        let mut rows = Table::new(b',', 0, 1);
        let (mut table, mut converter) = (None, None);
        let too_large = |limit| (Problem::TooLarge { limit }, Outcome::FileSetAside);
        match recognition {
            Recognition::Refused(problem) => faults.of_file(problem, Outcome::FileSetAside),
            Recognition::Workbook if size > LARGEST_WORKBOOK => {
                let (problem, outcome) = too_large(LARGEST_WORKBOOK);
                faults.of_file(problem, outcome);
            }
            Recognition::Json if size > LARGEST_BOUNDARIES => {
                let (problem, outcome) = too_large(LARGEST_BOUNDARIES);
                faults.of_file(problem, outcome);
            }
            Recognition::Json => {
                file.kind = FileKind::Boundaries;
                reader = Reader::Json(Vec::with_capacity(size as usize));
                wanted = Wanted::From(0);
            }
            Recognition::Workbook => {
                reader = Reader::Workbook(Vec::with_capacity(size as usize));
                wanted = Wanted::From(0);
            }
            Recognition::Table(found) => {
                faults = Faults::new(number, &found.findings);
                file.kind = found.kind;
                file.writing = Some(found.writing);
                file.header = Some(found.header);
                file.columns = found.columns.clone();
                file.missing = found.missing.clone();
                file.choices = found.choices.clone();
                file.is_by_profile = found.is_by_profile;
                file.step_hits = vec![0; found.choices.steps.len()];
                reader = self.reader(&found, number, (&file.name, size), &mut faults);
                if !matches!(reader, Reader::Nothing) {
                    // Where a file is converted its first bytes are not the ones that rows are cut from.
                    let is_converted = found.writing.is_converted();
                    self.reserve(&found, if is_converted { &[] } else { head });
                    let byte = found.writing.separator.byte();
                    rows = Table::new(byte, found.rows_start, found.rows_line)
                        .mended(self.mender(&found));
                    wanted = Wanted::From(found.rows_start);
                    converter = converter_of(&found);
                    if converter.is_some() {
                        rows = rows.skipping(found.rows_start as usize);
                        wanted = Wanted::From(0);
                    }
                }
                table = Some(found);
            }
        }
        let open = Open {
            file,
            faults,
            table,
            rows,
            converter,
            reader,
        };
        (open, wanted)
    }

    /// What is put into the rows of a table before they are read: corrections and pseudonyms.
    fn mender(&self, found: &Recognised) -> Option<Mender> {
        let key = Field::key(found.kind).and_then(|field| position(found, field));
        Mender::new(found, key, self.before.passphrase.as_ref())
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
            let limit = LARGEST_TABLE;
            faults.of_file(Problem::TooLarge { limit }, Outcome::FileSetAside);
            return Reader::Nothing;
        }
        if found.kind == FileKind::Unknown {
            faults.of_file(Problem::UnknownHeader, Outcome::FileSetAside);
            return Reader::Count(0);
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
            FileKind::Boundaries | FileKind::Profile | FileKind::Unknown => None,
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
                .filter_map(|line| line.split(|b| *b == found.writing.separator.byte()).nth(at));
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
        self.match_boundaries();
        self.compare_days();
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

/// What makes the file's bytes ones whose rows can be cut; none where they can as they are.
fn converter_of(found: &Recognised) -> Option<Converter> {
    let Writing {
        encoding,
        separator,
    } = found.writing;
    if found.is_encoding_open {
        Some(Converter::undecided(separator))
    } else {
        let is_needed = found.writing.is_converted();
        is_needed.then(|| Converter::new(encoding, separator))
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
        Reader::Json(_) | Reader::Workbook(_) | Reader::Nothing => {}
    }
}
