//! What is settled about a file once its last byte has been fed: its counts, and whether it is a copy of one before it.

use crate::domain::FileKind;
use crate::intake::boundaries;
use crate::intake::convert::Converter;
use crate::intake::faults::Faults;
use crate::intake::file_read::{FileRead, KeptFile};
use crate::intake::finding::{Finding, Outcome, Problem};
use crate::intake::loans::LoanReader;
use crate::intake::profile::{NoProfile, Profile};
use crate::intake::roster::RosterReader;
use crate::intake::side_tables::SideTableReader;

use super::{Open, Reader, Session, read_rows};

impl Session {
    /// Closes the open file, whose last byte has been fed.
    pub fn close(&mut self) {
        if let Some(mut open) = self.open.take() {
            if let Some(mut converter) = open.converter.take() {
                open.rows.feed_by(|text| converter.finish(text));
                settle_writing(&mut open, converter);
            }
            read_rows(&mut open, true, &mut self.intake.county);
            self.settle(open);
        }
    }

    /// Closes the open file, which could not be read to its end. The whole rows that were read stay; the row that was
    /// cut off is no row, and of a boundary file nothing can be told.
    pub fn fail(&mut self) {
        let Some(mut open) = self.open.take() else {
            return;
        };
        let is_used = match &open.reader {
            Reader::Loans(reader) => reader.used > 0,
            Reader::Roster(reader) => reader.used > 0,
            Reader::Side(reader) => reader.used() > 0,
            Reader::Json(_) | Reader::Workbook(_) | Reader::Count(_) | Reader::Nothing => false,
        };
        let outcome = if is_used {
            Outcome::Note
        } else {
            Outcome::FileSetAside
        };
        open.faults.of_file(Problem::CannotRead, outcome);
        if matches!(open.reader, Reader::Json(_) | Reader::Workbook(_)) {
            open.reader = Reader::Nothing;
        }
        self.settle(open);
    }

    fn settle(&mut self, mut open: Open) {
        if let Some(converter) = open.converter.take() {
            settle_writing(&mut open, converter);
        }
        let (mut file, mut faults) = (open.file, open.faults);
        match open.reader {
            Reader::Loans(reader) => {
                self.settle_loans(*reader, &mut file, &mut faults);
                let columns = open.table.iter().flat_map(|table| &table.columns);
                let has = columns.filter_map(|column| column.field);
                self.intake.county.loan_fields.extend(has);
            }
            Reader::Roster(reader) => self.settle_roster(&reader, &mut file, &mut faults),
            Reader::Side(reader) => self.settle_side(*reader, &mut file, &mut faults),
            Reader::Json(bytes) => match Profile::of_bytes(&bytes) {
                Err(NoProfile::AnotherThing) => match form(&bytes) {
                    Some((kind, schema)) => {
                        self.settle_form(kind, schema, &bytes, &mut file, &mut faults)
                    }
                    None => self.settle_boundaries(&bytes, &mut file, &mut faults),
                },
                profile => self.settle_profile(profile, &mut file, &mut faults),
            },
            Reader::Workbook(bytes) => return self.settle_workbook(&bytes, file, faults),
            Reader::Count(rows) => file.rows = rows,
            Reader::Nothing => {}
        }
        file.mended = faults.mended;
        for (known, hits) in file.step_hits.iter_mut().zip(open.rows.hits()) {
            *known = *hits;
        }
        let is_table = file.writing.is_some();
        if file.rows == 0 && faults.total == 0 && is_table {
            faults.of_file(Problem::HeaderAlone, Outcome::FileSetAside);
        }
        file.findings_total = faults.total;
        file.findings = faults.kept;
        self.intake.files.push(file);
    }

    fn settle_loans(&mut self, reader: LoanReader, file: &mut FileRead, faults: &mut Faults) {
        (file.rows, file.used) = (reader.rows, reader.used);
        let says_the_same = |(_, same): &(u32, u64)| *same == reader.rows;
        let first_file = self
            .copy_of(file)
            .or_else(|| Some(reader.same_as.filter(says_the_same)?.0));
        set_aside_copy(first_file, file, faults);
        file.as_of_days = reader.as_of_days;
    }

    fn settle_roster(&mut self, reader: &RosterReader, file: &mut FileRead, faults: &mut Faults) {
        (file.rows, file.used) = (reader.rows, reader.used);
        if reader.settle(&mut self.intake.county) {
            let of_kind = |other: &FileRead| other.kind == file.kind && other.used > 0;
            let first = self.intake.files.iter().position(of_kind);
            let first_file = self.copy_of(file).or(first.map(|first| first as u32));
            file.used = 0;
            set_aside_copy(first_file, file, faults);
        }
        self.intake.county.has_roster |= file.used > 0;
    }

    fn settle_side(
        &mut self,
        mut reader: SideTableReader,
        file: &mut FileRead,
        faults: &mut Faults,
    ) {
        let of_kind = |other: &FileRead| other.kind == file.kind && other.used > 0;
        let first = self.intake.files.iter().position(of_kind);
        let of_village = |finding: &Finding| finding.problem == Problem::RepeatedVillage;
        let stands_before = faults.total == reader.rows() && faults.kept.iter().all(of_village);
        let looks_like = self
            .copy_of(file)
            .or(first.filter(|_| stands_before).map(|first| first as u32));
        let first_file = reader.settle(looks_like, &mut self.intake.county);
        (file.rows, file.used) = (reader.rows(), reader.used());
        set_aside_copy(first_file, file, faults);
    }

    fn settle_profile(
        &mut self,
        profile: Result<Profile, NoProfile>,
        file: &mut FileRead,
        faults: &mut Faults,
    ) {
        file.kind = FileKind::Profile;
        match profile {
            Ok(profile) => {
                file.rows = profile.shapes.len() as u64;
                file.used = file.rows;
                self.intake.profile.get_or_insert_default().add(profile);
            }
            Err(NoProfile::AnotherForm { schema }) => {
                faults.of_file(Problem::OtherProfile { schema }, Outcome::FileSetAside);
            }
            Err(NoProfile::Damaged { line }) => {
                faults.of_file(Problem::DamagedProfile { line }, Outcome::FileSetAside);
            }
            Err(NoProfile::AnotherThing) => {}
        }
    }

    /// A file whose content another layer reads.
    fn settle_form(
        &mut self,
        kind: FileKind,
        schema: &str,
        bytes: &[u8],
        file: &mut FileRead,
        faults: &mut Faults,
    ) {
        file.kind = kind;
        let problem = match std::str::from_utf8(bytes.strip_prefix(MARK).unwrap_or(bytes)) {
            Err(_) => Problem::DamagedForm { file_kind: kind },
            Ok(_) if !FORMS.iter().any(|(_, known)| *known == schema) => Problem::OtherForm {
                file_kind: kind,
                schema: schema.to_owned(),
            },
            Ok(text) => {
                file.rows = 1;
                file.used = 1;
                self.intake.kept.push(KeptFile {
                    file: self.intake.files.len() as u32,
                    kind,
                    text: text.to_owned(),
                });
                return;
            }
        };
        faults.of_file(problem, Outcome::FileSetAside);
    }

    fn settle_boundaries(&mut self, bytes: &[u8], file: &mut FileRead, faults: &mut Faults) {
        let copy_of = self.copy_of(file);
        let Some(found) = boundaries::read(bytes, faults) else {
            file.kind = FileKind::Unknown;
            return;
        };
        file.rows = found.features;
        let known = &mut self.intake.county.boundaries;
        match copy_of {
            Some(first_file) if found.shapes.iter().all(|shape| known.contains(shape)) => {
                faults.of_file(Problem::SameFileTwice { first_file }, Outcome::FileSetAside);
            }
            _ => {
                file.used = found.shapes.len() as u64;
                known.extend(found.shapes);
            }
        }
    }

    /// The file before this one that has its size and its first bytes.
    fn copy_of(&self, file: &FileRead) -> Option<u32> {
        let looks = |file: &FileRead| (file.bytes, file.first_bytes, file.kind);
        let is_alike = |other: &FileRead| looks(other) == looks(file);
        let first = self.intake.files.iter().position(is_alike)?;
        Some(first as u32)
    }
}

const MARK: &[u8] = b"\xef\xbb\xbf";

/// The forms of files that are kept for other layers, each with the kind it is of.
const FORMS: [(FileKind, &str); 2] = [
    (FileKind::Parameters, "credit-atlas/parameters/1"),
    (FileKind::Views, "credit-atlas/views/1"),
];

/// How far from the beginning of a file its form is named.
const FORM_WITHIN: usize = 512;

/// Which of these files it is by its first bytes, and the form it names.
fn form(bytes: &[u8]) -> Option<(FileKind, &str)> {
    let head = bytes.get(..FORM_WITHIN).unwrap_or(bytes);
    let named = |(kind, form): &(FileKind, &'static str)| {
        let (family, _) = form.rsplit_once('/')?;
        let at = head.windows(family.len() + 2).position(|part| {
            part.first() == Some(&b'"') && part[1..].starts_with(family.as_bytes())
        })?;
        let rest = head.get(at + 1..)?;
        let end = rest.iter().position(|byte| *byte == b'"')?;
        Some((*kind, std::str::from_utf8(rest.get(..end)?).ok()?))
    };
    FORMS.iter().find_map(named)
}

/// One finding for a file none of whose rows is used because they all stood in another.
fn set_aside_copy(first_file: Option<u32>, file: &FileRead, faults: &mut Faults) {
    if let Some(first_file) = first_file.filter(|_| file.used == 0 && file.rows > 0) {
        faults.replace_rows(Problem::SameFileTwice { first_file });
    }
}

/// A file that was converted knows where its rows stand, and in which encoding it was in the end.
fn settle_writing(open: &mut Open, converter: Converter) {
    if let (Some(writing), Some(encoding)) = (&mut open.file.writing, converter.encoding()) {
        writing.encoding = encoding;
    }
    open.file.origins = Some(converter.into_origins());
}
