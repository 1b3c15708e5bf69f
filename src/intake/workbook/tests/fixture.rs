//! The workbooks under `tests/workbook`, and their sheets as lines and cells.

use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::super::SEPARATOR;
use super::{Sheet, sheets};

/// More than any of them needs.
pub const LIMIT: u64 = 1 << 26;

pub fn file(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/workbook/");
    std::fs::read(format!("{folder}{name}")).expect(name)
}

pub fn only_sheet(bytes: &[u8]) -> Sheet {
    let mut sheets = sheets(bytes, LIMIT).expect("a workbook");
    assert_eq!(sheets.len(), 1);
    sheets.remove(0)
}

/// The lines of a sheet, with `|` for the separator.
pub fn lines(sheet: &Sheet) -> Vec<String> {
    let text = String::from_utf8(sheet.text.clone()).expect("text");
    assert!(text.is_empty() || text.ends_with('\n'));
    let text = text.replace(char::from(SEPARATOR), "|");
    text.split_terminator('\n').map(str::to_owned).collect()
}

/// The cells of a sheet as the `csv` crate, which is not ours, reads them.
pub fn cells(sheet: &Sheet) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new();
    reader
        .delimiter(SEPARATOR)
        .has_headers(false)
        .flexible(true);
    let rows = reader.from_reader(sheet.text.as_slice()).into_records();
    rows.map(|row| row.expect("a row").iter().map(str::to_owned).collect())
        .collect()
}

/// A workbook of one sheet, written by rust_xlsxwriter.
pub fn written(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet()).expect("a sheet");
    workbook.save_to_buffer().expect("a workbook")
}

/// A zip of some parts, packed.
pub fn zip_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

/// The parts of a zip, in its order.
pub fn parts_of(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let parts = (0..zip.len()).map(|index| {
        let mut part = zip.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        (part.name().expect("a name").into_owned(), bytes)
    });
    parts.collect()
}

/// A workbook with the text `from` in one of its parts replaced.
pub fn with_part(workbook: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut parts = parts_of(workbook);
    let (_, bytes) = parts
        .iter_mut()
        .find(|(name, _)| name == part)
        .expect("the part");
    let text = String::from_utf8(bytes.clone()).expect("text");
    assert!(text.contains(from), "{text}");
    *bytes = text.replacen(from, to, 1).into_bytes();
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    zip_of(&parts)
}
