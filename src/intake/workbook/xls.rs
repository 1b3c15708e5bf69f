//! `.xls` of Excel 97 to 2003: the workbook's stream to sheets.

use std::collections::HashMap;

use super::biff::{Record, Records, kind, packed_number};
use super::compound_file::{f64_at, u16_at, u32_at};
use super::number;
use super::number_format::{self, NumberKind};
use super::sheet_text::SheetText;
use super::{Sheet, WorkbookFault};

/// The version that Excel 97 to 2003 writes at the beginning of a stream.
const EXCEL_97: u16 = 0x0600;

/// A sheet in the workbook's list of sheets.
struct Tab {
    name: String,
    is_hidden: bool,
    is_worksheet: bool,
    /// The byte of the stream at which it begins.
    start: usize,
}

/// What all sheets need.
#[derive(Default)]
struct Shared {
    is_1904: bool,
    texts: Vec<String>,
    /// What every extended format makes of a number.
    kinds: Vec<NumberKind>,
    tabs: Vec<Tab>,
}

/// A cell's row, column and the kind of number its format makes.
#[derive(Clone, Copy)]
struct Place {
    row: u32,
    column: u32,
    kind: NumberKind,
}

/// The sheets of the stream that an `.xls` keeps its workbook in.
pub fn sheets(stream: &[u8], limit: u64) -> Result<Vec<Sheet>, WorkbookFault> {
    let shared = shared(stream)?;
    let mut sheets = Vec::new();
    let mut written = 0;
    for tab in shared.tabs.iter().filter(|tab| tab.is_worksheet) {
        let text = SheetText::new(written, limit);
        let text = read(stream, tab, &shared, text);
        let sheet = Sheet::of(tab.name.clone(), tab.is_hidden, text)?;
        written += sheet.text.len() as u64;
        sheets.push(sheet);
    }
    Ok(sheets)
}

const DAMAGED: WorkbookFault = WorkbookFault::Damaged { sheet: None };

/// Reads the records before the first sheet.
fn shared(stream: &[u8]) -> Result<Shared, WorkbookFault> {
    let mut records = Records::new(stream, 0).ok_or(DAMAGED)?;
    let first = records.next().ok_or(DAMAGED)?;
    if first.kind != kind::BEGIN {
        return Err(DAMAGED);
    }
    if u16_at(first.data, 0) != Some(EXCEL_97) {
        return Err(WorkbookFault::OfExcel95);
    }
    let mut shared = Shared::default();
    let mut codes = HashMap::new();
    let mut formats = Vec::new();
    for record in records {
        match record.kind {
            kind::END => {
                shared.kinds = kinds(&formats, &codes);
                return Ok(shared);
            }
            kind::FILE_PASS => return Err(WorkbookFault::Encrypted),
            kind::DATE_MODE => shared.is_1904 = u16_at(record.data, 0) == Some(1),
            kind::FORMAT => codes.extend(format_of(&record)),
            kind::EXTENDED_FORMAT => formats.push(u16_at(record.data, 2).ok_or(DAMAGED)?),
            kind::BOUND_SHEET => shared.tabs.push(tab_of(&record).ok_or(DAMAGED)?),
            kind::SHARED_STRINGS => shared.texts = shared_texts(&record).ok_or(DAMAGED)?,
            _ => {}
        }
    }
    Err(DAMAGED)
}

fn kinds(formats: &[u16], codes: &HashMap<u16, String>) -> Vec<NumberKind> {
    let kinds = formats.iter().map(|number| {
        let code = codes.get(number).map(String::as_str);
        number_format::kind_of(u32::from(*number), code)
    });
    kinds.collect()
}

fn format_of(record: &Record<'_>) -> Option<(u16, String)> {
    let number = u16_at(record.data, 0)?;
    Some((number, record.pieces(2)?.text()?))
}

fn tab_of(record: &Record<'_>) -> Option<Tab> {
    Some(Tab {
        start: u32_at(record.data, 0)? as usize,
        is_hidden: record.data.get(4)? & 3 != 0,
        is_worksheet: *record.data.get(5)? == 0,
        name: record.pieces(6)?.short_text()?,
    })
}

/// The shared texts, as many as there are: the count before them is not taken at its word.
fn shared_texts(record: &Record<'_>) -> Option<Vec<String>> {
    let mut pieces = record.pieces(8)?;
    let mut texts = Vec::new();
    while !pieces.is_at_end() {
        texts.push(pieces.rich_text()?);
    }
    Some(texts)
}

/// Writes the cells of one sheet.
fn read(
    stream: &[u8],
    tab: &Tab,
    shared: &Shared,
    mut text: SheetText,
) -> Result<Vec<u8>, WorkbookFault> {
    // Charts that stand in a sheet have a beginning and an end of their own, and cells that are not the sheet's.
    let mut depth = 0u32;
    // The text of a formula comes in a record of its own.
    let mut awaits_text = None;
    let records = Records::new(stream, tab.start).ok_or(DAMAGED)?;
    for (at, record) in records.enumerate() {
        if at == 0 && record.kind != kind::BEGIN {
            return Err(DAMAGED);
        }
        match record.kind {
            kind::BEGIN => depth += 1,
            kind::END if depth <= 1 => return text.finish(),
            kind::END => depth -= 1,
            _ if depth != 1 => {}
            kind::STRING => {
                if let Some(Place { row, column, .. }) = awaits_text.take() {
                    let value = record.pieces(0).and_then(|mut pieces| pieces.text());
                    text.put(row, column, &value.ok_or(DAMAGED)?)?;
                }
            }
            kind::FORMULA => {
                let place = place(&record, shared).ok_or(DAMAGED)?;
                match formula_value(record.data, place.kind, shared).ok_or(DAMAGED)? {
                    Some(value) => text.put(place.row, place.column, &value)?,
                    None => awaits_text = Some(place),
                }
            }
            kind::MUL_RK => numbers_in_a_row(&record, shared, &mut text)?,
            kind::NUMBER
            | kind::RK
            | kind::LABEL
            | kind::RICH_STRING
            | kind::LABEL_SHARED
            | kind::BOOLEAN_OR_ERROR => {
                let place = place(&record, shared).ok_or(DAMAGED)?;
                let value = value(&record, place.kind, shared).ok_or(DAMAGED)?;
                text.put(place.row, place.column, &value)?;
            }
            _ => {}
        }
    }
    Err(DAMAGED)
}

/// Where a cell stands and how its format shows a number; the first six bytes of its record.
fn place(record: &Record<'_>, shared: &Shared) -> Option<Place> {
    let format = usize::from(u16_at(record.data, 4)?);
    Some(Place {
        row: u32::from(u16_at(record.data, 0)?),
        column: u32::from(u16_at(record.data, 2)?),
        kind: kind_of_format(format, shared),
    })
}

fn kind_of_format(format: usize, shared: &Shared) -> NumberKind {
    let kind = shared.kinds.get(format).copied();
    kind.unwrap_or(NumberKind::Number)
}

/// The value of a record that holds one cell.
fn value(record: &Record<'_>, kind: NumberKind, shared: &Shared) -> Option<String> {
    let data = record.data;
    let number = |value| number::written(value, kind, shared.is_1904);
    match record.kind {
        kind::NUMBER => f64_at(data, 6).map(number),
        kind::RK => u32_at(data, 6).map(packed_number).map(number),
        kind::LABEL_SHARED => shared.texts.get(u32_at(data, 6)? as usize).cloned(),
        kind::BOOLEAN_OR_ERROR => Some(boolean_or_error(*data.get(6)?, *data.get(7)? != 0)),
        _ => record.pieces(6)?.text(),
    }
}

fn boolean_or_error(code: u8, is_error: bool) -> String {
    match (is_error, code) {
        (false, 0) => "FALSE".to_owned(),
        (false, _) => "TRUE".to_owned(),
        (true, code) => error(code).to_owned(),
    }
}

/// The error codes of MS-XLS 2.5.10.
fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2b => "#GETTING_DATA",
        _ => "#N/A",
    }
}

/// The value that a formula had when the workbook was saved; `Some(None)` if a text follows.
fn formula_value(data: &[u8], kind: NumberKind, shared: &Shared) -> Option<Option<String>> {
    let is_number = u16_at(data, 12)? != 0xffff;
    if is_number {
        let value = f64_at(data, 6)?;
        return Some(Some(number::written(value, kind, shared.is_1904)));
    }
    let code = *data.get(8)?;
    Some(match *data.get(6)? {
        0 => None,
        1 => Some(boolean_or_error(code, false)),
        2 => Some(boolean_or_error(code, true)),
        _ => Some(String::new()),
    })
}

/// A record of several packed numbers that stand side by side: row, first column, six bytes each, last column.
fn numbers_in_a_row(
    record: &Record<'_>,
    shared: &Shared,
    text: &mut SheetText,
) -> Result<(), WorkbookFault> {
    let row = u32::from(u16_at(record.data, 0).ok_or(DAMAGED)?);
    let first = u32::from(u16_at(record.data, 2).ok_or(DAMAGED)?);
    let numbers = record.data.get(4..).ok_or(DAMAGED)?;
    let (numbers, _) = numbers.as_chunks::<6>();
    for (column, packed) in (first..).zip(numbers) {
        let format = u16_at(packed, 0).ok_or(DAMAGED)?;
        let value = packed_number(u32_at(packed, 2).ok_or(DAMAGED)?);
        let kind = kind_of_format(usize::from(format), shared);
        let value = number::written(value, kind, shared.is_1904);
        text.put(row, column, &value)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
