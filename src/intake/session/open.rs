//! The opening of a file: what it is by its first bytes, who reads its rows, and how much room they will need.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::domain::{Field, FileKind};
use crate::intake::choices::Choices;
use crate::intake::convert::Converter;
use crate::intake::faults::{Faults, position};
use crate::intake::file_read::FileRead;
use crate::intake::finding::{Outcome, Problem};
use crate::intake::loans::LoanReader;
use crate::intake::mend::Mender;
use crate::intake::recognise::{Asked, Recognised, Recognition, Writing, recognise};
use crate::intake::roster::RosterReader;
use crate::intake::side_tables::SideTableReader;
use crate::intake::table::Table;

use super::{LARGEST_BOUNDARIES, LARGEST_TABLE, LARGEST_WORKBOOK, Open, Reader, Session, Wanted};

impl Session {
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
    pub(super) fn choices(&self, sheet: &str) -> Choices {
        let of_file = self.before.choices.get(self.given as usize);
        let said = of_file
            .and_then(Option::as_ref)
            .and_then(|file| file.get(sheet));
        said.cloned().unwrap_or_else(Choices::default)
    }

    pub(super) fn file(&self, name: &str, sheet: Option<&str>, size: u64, head: &[u8]) -> FileRead {
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
            title_day: None,
        }
    }

    pub(super) fn opened(
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
                file.title_day = found.title_day;
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
                        .mended(Mender::new(&found, self.before.passphrase.as_ref()));
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
            | FileKind::Answers
            | FileKind::Targets
            | FileKind::Funds
            | FileKind::Rates
            | FileKind::ReportedTotals
            | FileKind::Gazetteer => {
                SideTableReader::new(found, number).map(|reader| Reader::Side(Box::new(reader)))
            }
            FileKind::Boundaries
            | FileKind::Profile
            | FileKind::Parameters
            | FileKind::Views
            | FileKind::Unknown => None,
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
