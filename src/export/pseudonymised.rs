//! A table of an office with its personal columns left out or replaced by pseudonyms, row by row.

use std::borrow::Cow;

use crate::report::{
    NumberFault, PSEUDONYM_MARK, Passphrase, hides_a_number, masked, masked_among_numbers,
};

use super::cell::guarded;

/// What becomes of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// It stays, with every number of a person blanked.
    Keep,
    /// It stays: numbers of loans, households or places, of which only identity numbers are blanked.
    KeepNumbers,
    /// It is not written.
    LeaveOut,
    /// Every number is replaced by its pseudonym.
    Pseudonym,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Rows below the header.
    pub rows: u64,
    /// Rows that have not the cells of the header, and are not written: nobody can tell which of their cells is whose.
    pub rows_left_out: u64,
    /// Lines above the header that hold a number of a person, and are not written.
    pub titles_left_out: u64,
    /// Cells with a pseudonym.
    pub pseudonyms: u64,
    /// Cells that have something in them and got no pseudonym, because it is no whole number; they are blank.
    pub without_pseudonym: u64,
    /// Cells of columns that stay, in which a number of a person was blanked.
    pub masked: u64,
}

/// The table being written: UTF-8 with byte order mark, commas, CRLF.
///
/// Bytes can be taken away while it is written, so that a large file is never held twice.
pub struct Writer {
    treatments: Vec<Treatment>,
    passphrase: Option<Passphrase>,
    /// Whether a row out of shape can show what a column left out holds.
    hides_columns: bool,
    out: ::csv::Writer<Vec<u8>>,
    written: Written,
}

/// Writing into memory cannot fail, and rows of any width are allowed.
const WRITES: &str = "a row can be written into memory";

fn rows_into(bytes: Vec<u8>) -> ::csv::Writer<Vec<u8>> {
    ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(bytes)
}

impl Writer {
    /// A table with these columns. Without a passphrase a column of pseudonyms is left out.
    pub fn new(treatments: &[Treatment], passphrase: Option<Passphrase>) -> Writer {
        let settled = |treatment: &Treatment| match treatment {
            Treatment::Pseudonym if passphrase.is_none() => Treatment::LeaveOut,
            other => *other,
        };
        let treatments: Vec<Treatment> = treatments.iter().map(settled).collect();
        let hides =
            |treatment: &Treatment| matches!(treatment, Treatment::LeaveOut | Treatment::Pseudonym);
        Writer {
            hides_columns: treatments.iter().any(hides),
            treatments,
            passphrase,
            // Without its mark Excel takes UTF-8 for the system's code page.
            out: rows_into("\u{feff}".as_bytes().to_vec()),
            written: Written::default(),
        }
    }

    /// Writes a line above the header, unless it holds a number of a person: a name may then stand beside it.
    pub fn title(&mut self, cells: &[Cow<'_, str>]) {
        if cells.iter().any(|cell| hides_a_number(cell)) {
            self.written.titles_left_out += 1;
            return;
        }
        self.write(cells.iter().map(|cell| guarded(cell)));
    }

    /// Writes the header: its rows from above, groups first. A column of pseudonyms gets its mark in the last of them.
    pub fn header(&mut self, rows: &[Vec<Cow<'_, str>>]) {
        for (at, row) in rows.iter().enumerate() {
            let is_last = at + 1 == rows.len();
            let cells = self
                .treatments
                .iter()
                .enumerate()
                .filter_map(|(at, treatment)| {
                    let cell = row.get(at).map_or("", |cell| cell.as_ref());
                    match treatment {
                        Treatment::LeaveOut => None,
                        Treatment::Pseudonym if is_last => Some(format!("{cell}{PSEUDONYM_MARK}")),
                        _ => Some(masked(cell).into_owned()),
                    }
                });
            let cells: Vec<String> = cells.collect();
            self.write(cells.iter().map(|cell| guarded(cell)));
        }
    }

    /// Writes a row. Cells beyond the header have to be blank.
    pub fn row(&mut self, cells: &[Cow<'_, str>]) {
        let (known, further) = match cells.split_at_checked(self.treatments.len()) {
            Some(parts) => parts,
            None => (cells, [].as_slice()),
        };
        let is_whole = known.len() == self.treatments.len();
        let is_blank = |cell: &Cow<'_, str>| cell.trim().is_empty();
        if !further.iter().all(is_blank) || (!is_whole && self.hides_columns) {
            self.written.rows_left_out += 1;
            return;
        }
        self.written.rows += 1;
        let mut shown = Vec::with_capacity(known.len());
        for (cell, treatment) in known.iter().zip(&self.treatments) {
            match treatment {
                Treatment::LeaveOut => {}
                Treatment::Keep => shown.push(blanked(masked(cell), &mut self.written)),
                Treatment::KeepNumbers => {
                    shown.push(blanked(masked_among_numbers(cell), &mut self.written));
                }
                Treatment::Pseudonym => {
                    let pseudonym = pseudonym(self.passphrase.as_ref(), cell, &mut self.written);
                    shown.push(Cow::Owned(pseudonym));
                }
            }
        }
        self.write(shown.iter().map(|cell| guarded(cell)));
    }

    /// The bytes written since they were last taken.
    pub fn take(&mut self) -> Vec<u8> {
        let out = std::mem::replace(&mut self.out, rows_into(Vec::new()));
        out.into_inner().expect(WRITES)
    }

    /// The bytes that were not yet taken, and what was written in all.
    pub fn finish(mut self) -> (Vec<u8>, Written) {
        (self.take(), self.written)
    }

    fn write<'c>(&mut self, cells: impl Iterator<Item = Cow<'c, str>>) {
        for cell in cells {
            self.out.write_field(cell.as_ref()).expect(WRITES);
        }
        self.out.write_record(None::<&[u8]>).expect(WRITES);
    }
}

/// The cell, counted where something in it was blanked.
fn blanked<'c>(cell: Cow<'c, str>, written: &mut Written) -> Cow<'c, str> {
    written.masked += u64::from(matches!(cell, Cow::Owned(_)));
    cell
}

/// The pseudonym of a cell; nothing for a cell that has none.
fn pseudonym(passphrase: Option<&Passphrase>, cell: &str, written: &mut Written) -> String {
    match passphrase.map(|passphrase| passphrase.pseudonym(cell)) {
        Some(Ok(pseudonym)) => {
            written.pseudonyms += 1;
            pseudonym
        }
        Some(Err(NumberFault::Blank)) | None => String::new(),
        Some(Err(NumberFault::NotANumber | NumberFault::Damaged)) => {
            written.without_pseudonym += 1;
            String::new()
        }
    }
}
