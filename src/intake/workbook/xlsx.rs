//! `.xlsx` and `.xlsm`: the sheets that calamine reads, cell by cell.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::number;
use super::number_format::{self, NumberKind};
use super::sheet_text::SheetText;
use super::{Sheet, WorkbookFault, package};

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

/// The sheets of an `.xlsx`.
pub fn sheets(bytes: &[u8], limit: u64) -> Result<Vec<Sheet>, WorkbookFault> {
    package::look_through(bytes, limit)?;
    let mut workbook = Workbook::new(Cursor::new(bytes)).map_err(|error| fault_of(&error))?;
    let is_1904 = workbook.has_1904_epoch();
    let tabs = workbook.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    let mut written = 0;
    for tab in tabs
        .into_iter()
        .filter(|tab| tab.typ == SheetType::WorkSheet)
    {
        let text = SheetText::new(written, limit);
        let text = read(&mut workbook, &tab.name, is_1904, text);
        let is_hidden = tab.visible != SheetVisible::Visible;
        let sheet = Sheet::of(tab.name, is_hidden, text)?;
        written += sheet.text.len() as u64;
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn fault_of(error: &XlsxError) -> WorkbookFault {
    match error {
        XlsxError::Password => WorkbookFault::Encrypted,
        _ => WorkbookFault::Damaged { sheet: None },
    }
}

/// Writes the cells of one sheet.
fn read(
    workbook: &mut Workbook<'_>,
    name: &str,
    is_1904: bool,
    mut text: SheetText,
) -> Result<Vec<u8>, WorkbookFault> {
    let mut cells = workbook
        .worksheet_cells_reader(name)
        .map_err(|error| fault_of(&error))?;
    let kinds = kinds(cells.styles());
    while let Some((cell, style)) = cells
        .next_cell_with_style_id()
        .map_err(|error| fault_of(&error))?
    {
        let kind = kinds.get(style).copied().unwrap_or(NumberKind::Number);
        let (row, column) = cell.get_position();
        match cell.get_value() {
            DataRef::String(value) => text.put(row, column, value)?,
            DataRef::SharedString(value) => text.put(row, column, value)?,
            other => text.put(row, column, &written(other, kind, is_1904))?,
        }
    }
    text.finish()
}

/// What every style of the workbook makes of a number.
fn kinds(styles: &[calamine::Style]) -> Vec<NumberKind> {
    let formats = styles.iter().map(|style| style.number_format.as_ref());
    let kinds = formats.map(|format| {
        let code = format.map(|format| format.format_code.as_str());
        let number = format.and_then(|format| format.format_id);
        // A format without a number is one that is spelled out.
        number_format::kind_of(number.unwrap_or(u32::MAX), code)
    });
    kinds.collect()
}

/// A cell's value as text; a cell that has a format only is empty.
fn written(value: &DataRef<'_>, kind: NumberKind, is_1904: bool) -> String {
    match value {
        DataRef::Int(whole) => whole.to_string(),
        DataRef::Float(value) => number::written(*value, kind, is_1904),
        DataRef::DateTime(moment) => number::written(moment.as_f64(), kind, is_1904),
        DataRef::DateTimeIso(moment) => number::iso(moment),
        DataRef::DurationIso(length) => length.clone(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::Error(error) => error.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Empty => String::new(),
    }
}

#[cfg(test)]
mod tests;
