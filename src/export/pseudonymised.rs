//! A table of an office with its personal columns left out or replaced by pseudonyms, row by row.

use std::borrow::Cow;

use crate::report::{
    NumberFault, PSEUDONYM_MARK, Passphrase, hides_a_number, masked, masked_among_numbers,
};

use super::cell::{Cell, guarded};

/// What becomes of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// It stays, with every number of a person blanked.
    Keep,
    /// It stays: numbers of loans, households or places, of which only identity numbers are blanked.
    KeepNumbers,
    /// It stays: amounts, rates, counts or days. They are written plainly, so that a spreadsheet can reckon with them; what
    /// is none of these is treated as by [`Treatment::Keep`].
    KeepFigures,
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
                Treatment::KeepFigures if is_figure(cell) => {
                    shown.push(Cell::Figure((**cell).into()))
                }
                Treatment::Keep | Treatment::KeepFigures => {
                    shown.push(Cell::text(blanked(masked(cell), &mut self.written)));
                }
                Treatment::KeepNumbers => {
                    let cell = masked_among_numbers(cell);
                    shown.push(Cell::text(blanked(cell, &mut self.written)));
                }
                Treatment::Pseudonym => {
                    let pseudonym = pseudonym(self.passphrase.as_ref(), cell, &mut self.written);
                    shown.push(Cell::text(pseudonym));
                }
            }
        }
        self.write(shown.iter().map(Cell::written));
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

/// Digits with what stands between those of amounts and days. So few of them are no number of a person.
fn is_figure(cell: &str) -> bool {
    const MOST_DIGITS: usize = 10;
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let is_allowed = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'/' | b'-' | b'%');
    (1..=MOST_DIGITS).contains(&digits)
        && cell.starts_with(|c: char| c.is_ascii_digit())
        && cell.bytes().all(is_allowed)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// An example of GB 11643-1999 itself.
    const IDENTITY: &str = "11010519491231002X";

    fn row<'t>(cells: &[&'t str]) -> Vec<Cow<'t, str>> {
        cells.iter().map(|cell| Cow::Borrowed(*cell)).collect()
    }

    fn passphrase() -> Passphrase {
        Passphrase::agreed("清江红马2019").unwrap_or_else(|fault| panic!("{fault:?}"))
    }

    const TREATMENTS: [Treatment; 5] = [
        Treatment::KeepNumbers,
        Treatment::LeaveOut,
        Treatment::Pseudonym,
        Treatment::KeepFigures,
        Treatment::Keep,
    ];

    fn lines(bytes: &[u8]) -> Vec<String> {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
        let lines = text.strip_suffix("\r\n").expect("CRLF").split("\r\n");
        lines.map(str::to_owned).collect()
    }

    #[test]
    fn a_table_keeps_its_shape_without_what_is_personal() {
        let mut writer = Writer::new(&TREATMENTS, Some(passphrase()));
        writer.title(&row(&["某县台账", "", "", "", ""]));
        writer.title(&row(&["填表人13800000000王小明"]));
        writer.header(&[
            row(&["贷款", "借款人", "", "", "其他"]),
            row(&["借据号", "姓名", "身份证号", "余额", "备注"]),
        ]);
        writer.row(&row(&[
            "JJ1",
            "王小明",
            IDENTITY,
            "50000.00",
            "电话13800000000, 已还",
        ]));
        writer.row(&row(&["0012", "李四", "无", "-1", "=1+1", ""]));
        writer.row(&row(&["JJ3", "", "", "13800000000", "说\"好\"\n了"]));
        let (bytes, written) = writer.finish();
        assert_eq!(
            lines(&bytes),
            [
                "某县台账,,,,",
                "贷款,,,其他",
                "借据号,身份证号（假名）,余额,备注",
                "JJ1,jm-knjgmmdcanbpmrghpafknqjfhebcspae,50000.00,\"电话●●●, 已还\"",
                "\t0012,,-1,'=1+1",
                "JJ3,,●●●,\"说\"\"好\"\"\n了\"",
            ]
        );
        let wanted = Written {
            rows: 3,
            rows_left_out: 0,
            titles_left_out: 1,
            pseudonyms: 1,
            without_pseudonym: 1,
            masked: 2,
        };
        assert_eq!(written, wanted);
    }

    #[test]
    fn a_row_out_of_shape_is_left_out_and_counted() {
        let mut writer = Writer::new(&TREATMENTS, Some(passphrase()));
        writer.row(&row(&["王小明", IDENTITY, "50000.00"]));
        writer.row(&row(&["JJ1", "王", "小明", IDENTITY, "50000.00", "备注"]));
        let (bytes, written) = writer.finish();
        assert_eq!(bytes, "\u{feff}".as_bytes());
        assert_eq!((written.rows, written.rows_left_out), (0, 2));
        // Nothing is hidden in a table of which everything stays.
        let mut writer = Writer::new(&[Treatment::KeepFigures; 3], None);
        writer.row(&row(&["合计", "50000.00"]));
        assert_eq!(lines(&writer.finish().0), ["合计,50000.00"]);
    }

    #[test]
    fn without_a_passphrase_a_column_of_pseudonyms_is_left_out() {
        let mut writer = Writer::new(&TREATMENTS, None);
        writer.row(&row(&["JJ1", "王小明", IDENTITY, "1", "好"]));
        assert_eq!(lines(&writer.finish().0), ["JJ1,1,好"]);
    }

    #[test]
    fn bytes_taken_on_the_way_are_those_of_the_whole() {
        let rows: Vec<[String; 2]> = (0..500)
            .map(|i| [format!("JJ{i}"), format!("备注,{i}")])
            .collect();
        let mut whole = Writer::new(&[Treatment::Keep; 2], None);
        let mut parts = Writer::new(&[Treatment::Keep; 2], None);
        let mut taken = Vec::new();
        for cells in &rows {
            let cells: Vec<Cow<'_, str>> = cells.iter().map(Cow::from).collect();
            whole.row(&cells);
            parts.row(&cells);
            taken.extend(parts.take());
        }
        let (rest, written) = parts.finish();
        taken.extend(rest);
        assert_eq!(taken, whole.finish().0);
        assert_eq!(written.rows, 500);
    }
}
