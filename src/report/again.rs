//! Reading again what stays in the files: their first rows, and single lines. The bytes come from whoever keeps the files.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::intake::columns::Column;
use crate::intake::convert::Converter;
use crate::intake::encoding::decode;
use crate::intake::file_read::FileRead;
use crate::intake::personal::masked;
use crate::intake::profile::Profile;
use crate::intake::scan::unescape;
use crate::intake::session::LARGEST_TEXT;
use crate::intake::table::Table;
use crate::intake::workbook;

use super::{Encoding, Preview, preview};

/// One line of a table, as its cells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawLine {
    /// From 1.
    pub line: u32,
    /// Its cells in the order of the columns; none where the column is left out as personal.
    pub cells: Vec<Option<String>>,
}

/// The first rows of a table, from the first bytes of its file; of a workbook from all of them. None if it is no table.
pub fn preview(table: &FileRead, bytes: &[u8]) -> Option<Preview> {
    let nothing = Profile::default();
    match &table.sheet {
        Some(_) => {
            let text = text_of(table, bytes)?;
            preview::of_sheet(&text, &table.choices, &nothing)
        }
        None => preview::of_file(bytes, table.bytes, &table.choices, &nothing),
    }
}

/// Some lines of a table, from the bytes of its file, in their order in the file.
pub fn lines(table: &FileRead, bytes: &[u8], wanted: &[u32]) -> Vec<RawLine> {
    let mut found = Vec::new();
    let is_left_out = |column: &Column| column.personal.is_some();
    each_row(table, bytes, |line, cells| {
        if wanted.contains(&line) {
            let shown = |(at, cell): (usize, &Cow<'_, str>)| {
                let column = table.columns.get(at);
                (!column.is_some_and(is_left_out)).then(|| masked(cell).into_owned())
            };
            let cells = cells.iter().enumerate().map(shown).collect();
            found.push(RawLine { line, cells });
        }
        found.len() < wanted.len()
    });
    found
}

/// Goes through the rows of a table from the first line on: titles, header, data and totals alike. `look` gets each row's
/// line and cells, and says whether to go on.
pub fn each_row(
    table: &FileRead,
    bytes: &[u8],
    mut look: impl FnMut(u32, &[Cow<'_, str>]) -> bool,
) {
    let (Some(text), Some(writing)) = (text_of(table, bytes), table.writing) else {
        return;
    };
    let encoding = match &table.origins {
        Some(_) => Encoding::Utf8,
        None => writing.scanned_encoding(),
    };
    let mut rows = Table::new(writing.separator.byte(), 0, 1);
    rows.feed_by(|into| into.extend_from_slice(&text));
    while let Some(block) = rows.rows(true) {
        for row in &block.block.rows {
            let cells: Vec<Cow<'_, str>> = block
                .block
                .cells(row)
                .iter()
                .map(|cell| {
                    let bytes = cell.bytes(block.buffer);
                    if cell.is_escaped() {
                        Cow::Owned(decode(&unescape(bytes), encoding).into_owned())
                    } else {
                        decode(bytes, encoding)
                    }
                })
                .collect();
            if !look(row.line, &cells) {
                return;
            }
        }
    }
}

/// The text that a table's rows are cut from; none if the bytes no longer hold it.
fn text_of<'b>(table: &FileRead, bytes: &'b [u8]) -> Option<Cow<'b, [u8]>> {
    if let Some(name) = &table.sheet {
        let sheets = workbook::sheets(bytes, LARGEST_TEXT).ok()?;
        let sheet = sheets.into_iter().find(|sheet| sheet.name == *name)?;
        return Some(Cow::Owned(sheet.text));
    }
    let writing = table.writing?;
    if table.origins.is_some() {
        let mut text = Vec::new();
        let mut converter = Converter::new(writing.encoding, writing.separator);
        converter.feed(bytes, &mut text);
        converter.finish(&mut text);
        return Some(Cow::Owned(text));
    }
    Some(Cow::Borrowed(
        bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes),
    ))
}
