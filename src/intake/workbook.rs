//! Workbooks (`.xlsx`, `.xls`) to one text for each sheet, which is then read as any other table is.
//!
//! Row n of a text is row n of the sheet and cell n of a line is column n, leading blank rows and columns included, so
//! that the line and column of a finding are those that Excel shows.
//!
//! What a text is, exactly: UTF-8; every row ends with a line feed; cells are parted by [`SEPARATOR`]. A line break or a
//! [`SEPARATOR`] inside a cell becomes one space (a line break of two characters too), so that no cell holds either. A
//! cell that holds a quotation mark is quoted as in CSV, its quotation marks doubled. A row that has a cell is filled up
//! with empty ones to the widest row above it (to [`FILLED`] columns at most), as Excel itself does when it saves a CSV;
//! a row without any is an empty line; rows below the last cell are left out.
//!
//! What stands in a cell:
//! - text as the workbook has it: `01` stays `01`, a code of 18 digits stays whole;
//! - a number as Excel shows it in a wide enough column, to 15 significant digits, the most that Excel shows: `50000`,
//!   `0.0475` (also where the format shows 4.75%), and 435 where a formula left 434.99999999999994;
//! - a number with 16 or more digits before its point in E notation (`5.13021199001011E+17`): Excel has lost its last
//!   digits, and intake says so by this form;
//! - a date as `2019-12-02`, with ` 08:30:00` behind it where there is a time of day; a time alone as `08:30:00`, a length
//!   of time as hours, minutes and seconds; a number in a date's format that is no day (0, -1, the 29th of February 1900)
//!   as the number;
//! - `TRUE`, `FALSE`; an error as `#N/A`; a formula's value as the workbook keeps it.
//!
//! Rows and columns that are hidden or filtered out are read as the others are: what is in a workbook is not what its
//! last reader chose to look at. Merged cells hold their value in the upper left cell, as the file has it. An empty
//! sheet has an empty text. Sheets of charts, dialogs and macros are left out.

mod biff;
mod compound_file;
mod number;
mod number_format;
mod package;
mod sheet_text;
mod xls;
mod xlsx;

#[cfg(test)]
mod tests;

use compound_file::CompoundFile;

/// What stands between two cells: the unit separator, which no office program lets a person type.
pub const SEPARATOR: u8 = 0x1f;

/// As far as this column rows are filled up with empty cells: no register has more, and one stray cell far to the right
/// would otherwise cost 16 KB in every row.
pub const FILLED: u32 = 256;

/// One sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// As on its tab.
    pub name: String,
    /// Whether Excel hides it.
    pub is_hidden: bool,
    /// Its cells, in the form that the head of this module tells; none where it is damaged.
    pub text: Vec<u8>,
    /// Whether it is broken, cut off, or other than the format has it; the sheets beside it can be read all the same.
    pub is_damaged: bool,
}

impl Sheet {
    /// A sheet of which a text was read, or was not.
    fn of(
        name: String,
        is_hidden: bool,
        text: Result<Vec<u8>, WorkbookFault>,
    ) -> Result<Sheet, WorkbookFault> {
        let (text, is_damaged) = match text {
            Ok(text) => (text, false),
            Err(WorkbookFault::Damaged { .. }) => (Vec::new(), true),
            Err(other) => return Err(other),
        };
        Ok(Sheet {
            name,
            is_hidden,
            text,
            is_damaged,
        })
    }
}

/// Why a file gives no sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkbookFault {
    /// Neither a zip nor a compound file, the two forms that workbooks have.
    NotAWorkbook,
    /// A zip without a workbook in it: a `.docx`, an `.ods`, a packed folder.
    ZipOfSomethingElse,
    /// A compound file without a workbook in it: a `.doc`, a message.
    CompoundFileOfSomethingElse,
    /// An `.xlsb`; Excel saves it as `.xlsx`.
    BinaryWorkbook,
    /// An `.xls` of Excel 95 or before; Excel saves it as `.xlsx`.
    OfExcel95,
    /// A password is needed.
    Encrypted,
    /// Broken, cut off, or other than the format has it.
    Damaged {
        /// The first sheet, where none of them can be read; none if it is what all sheets need.
        sheet: Option<String>,
    },
    /// More than was allowed.
    TooLarge {
        /// Bytes; where reading was given up, no more than the bytes until then.
        needed: u64,
        /// The bytes allowed.
        limit: u64,
    },
}

/// The sheets of a workbook, in the order of their tabs, by what the bytes are and not by a file's name.
///
/// A sheet that cannot be read is there as a damaged one; where none can, that is the fault of the workbook.
///
/// At most `limit` bytes may be the unpacked parts of an `.xlsx`, the whole of an `.xls`, and the texts of all sheets.
pub fn sheets(bytes: &[u8], limit: u64) -> Result<Vec<Sheet>, WorkbookFault> {
    let sheets = if package::is_zip(bytes) {
        xlsx::sheets(bytes, limit)?
    } else if compound_file::is_compound_file(bytes) {
        of_a_compound_file(bytes, limit)?
    } else {
        return Err(WorkbookFault::NotAWorkbook);
    };
    match sheets.first() {
        Some(first) if sheets.iter().all(|sheet| sheet.is_damaged) => Err(WorkbookFault::Damaged {
            sheet: Some(first.name.clone()),
        }),
        _ => Ok(sheets),
    }
}

fn of_a_compound_file(bytes: &[u8], limit: u64) -> Result<Vec<Sheet>, WorkbookFault> {
    let needed = bytes.len() as u64;
    if needed > limit {
        return Err(WorkbookFault::TooLarge { needed, limit });
    }
    let file = CompoundFile::new(bytes).ok_or(WorkbookFault::Damaged { sheet: None })?;
    // Excel wraps an encrypted .xlsx into a compound file.
    if file.has_stream("EncryptedPackage") {
        return Err(WorkbookFault::Encrypted);
    }
    if file.has_stream("Workbook") {
        let stream = file
            .stream("Workbook")
            .ok_or(WorkbookFault::Damaged { sheet: None })?;
        return xls::sheets(&stream, limit);
    }
    if file.has_stream("Book") {
        return Err(WorkbookFault::OfExcel95);
    }
    Err(WorkbookFault::CompoundFileOfSomethingElse)
}
