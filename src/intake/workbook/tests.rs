//! Workbooks of other programs (xlwt, openpyxl, rust_xlsxwriter), and files that are none.

use std::io::Cursor;

use calamine::{Data, Reader, Xls, open_workbook_from_rs};

use super::{Sheet, WorkbookFault, sheets};
use crate::intake::finding::Problem;
use crate::intake::session::Session;
use crate::intake::source::read;
use fixture::{LIMIT, cells, file, lines, only_sheet, with_part};

/// The same sheets were written as `.xlsx` (openpyxl) and `.xls` (xlwt), counting days from 1900 and from 1904.
const THE_SAME: [&str; 4] = [
    "cells.xlsx",
    "cells_1904.xlsx",
    "cells.xls",
    "cells_1904.xls",
];

fn register(name: &str) -> Sheet {
    let sheets = sheets(&file(name), LIMIT).expect(name);
    sheets.into_iter().next().expect("a first sheet")
}

#[test]
fn every_kind_of_cell_is_read_alike_from_both_formats_and_both_calendars() {
    let wanted = [
        "东湾镇扶贫小额信贷台账（单位：元）",
        "",
        "借据号|户编号|贷款金额|执行利率|放款日期|备注",
        "JJ-001|513021199001010011|50000|0.0475|2019-12-02|01",
        "JJ-002|5.1302119900101E+17|4.75|4.35|2019-12-02 08:30:00|\"他说\"\"好\"\" 第二行\"",
        "TRUE|FALSE||-0.5|2020-02-29|08:30:00",
        "#N/A|#REF!|0.0000001|1234567890123|36:00:00|䶮𠀀",
    ];
    for name in THE_SAME {
        assert_eq!(lines(&register(name)), wanted, "{name}");
    }
}

#[test]
fn hidden_and_empty_sheets_are_given_and_sheets_of_charts_are_not() {
    for name in THE_SAME {
        let sheets = sheets(&file(name), LIMIT).expect(name);
        let found: Vec<_> = sheets
            .iter()
            .map(|sheet| (sheet.name.as_str(), sheet.is_hidden, lines(sheet).len()))
            .collect();
        let wanted = [
            ("贷款台账", false, 7),
            ("字典", true, 2),
            ("深藏", true, 0),
            ("空表", false, 0),
        ];
        assert_eq!(found, wanted, "{name}");
    }
}

#[test]
fn leading_blank_rows_and_columns_are_kept() {
    for name in THE_SAME {
        let sheets = sheets(&file(name), LIMIT).expect(name);
        assert_eq!(lines(&sheets[1]), ["", "|值"], "{name}");
    }
}

#[test]
fn another_csv_reader_finds_the_quotation_marks_as_they_were() {
    for name in THE_SAME {
        let rows = cells(&register(name));
        assert_eq!(rows[3][5], "他说\"好\" 第二行", "{name}");
    }
}

#[test]
fn shared_texts_that_run_over_many_records_of_an_xls_are_read_whole() {
    let sheet = only_sheet(&file("long_texts.xls"));
    let rows = cells(&sheet);
    assert_eq!(rows.len(), 300);
    for (number, row) in rows.iter().enumerate() {
        assert_eq!(row[0], format!("户{number}").repeat(40));
        assert_eq!(row[1], format!("A{number}").repeat(30));
        assert_eq!(row[2], number.to_string());
        assert_eq!(row[3], format!("信用户{number}（二组）"));
    }
}

#[test]
fn what_is_no_workbook_is_told_apart() {
    let docx = fixture::zip_of(&[("word/document.xml", b"<document/>")]);
    let xlsb = fixture::zip_of(&[("xl/workbook.bin", b"\x83\x01")]);
    let fault = |bytes: &[u8]| sheets(bytes, LIMIT).expect_err("no workbook");
    assert_eq!(fault(b""), WorkbookFault::NotAWorkbook);
    assert_eq!(
        fault("借据号,户编号\n".as_bytes()),
        WorkbookFault::NotAWorkbook
    );
    assert_eq!(fault(&docx), WorkbookFault::ZipOfSomethingElse);
    assert_eq!(fault(&xlsb), WorkbookFault::BinaryWorkbook);
}

#[test]
fn a_compound_file_is_told_by_the_streams_it_holds() {
    let with_stream = |name: &str| {
        let entry = |name: &str| {
            let units = name.encode_utf16().flat_map(u16::to_le_bytes);
            let mut entry: Vec<u8> = units.collect();
            entry.resize(64, 0);
            entry
        };
        let mut bytes = file("cells.xls");
        let at = bytes.windows(64).position(|name| name == entry("Workbook"));
        let at = at.expect("the stream's name in the directory");
        bytes[at..at + 64].copy_from_slice(&entry(name));
        sheets(&bytes, LIMIT).err()
    };
    assert_eq!(with_stream("WORKBOOK"), None);
    let encrypted = Some(WorkbookFault::Encrypted);
    assert_eq!(with_stream("EncryptedPackage"), encrypted);
    assert_eq!(with_stream("Book"), Some(WorkbookFault::OfExcel95));
    let other = Some(WorkbookFault::CompoundFileOfSomethingElse);
    assert_eq!(with_stream("WordDocument"), other);
}

#[test]
fn a_sheet_that_cannot_be_read_is_named_and_the_others_are_read() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for township in ["东湾镇", "西湾镇"] {
        let sheet = workbook.add_worksheet();
        let rows = [["乡镇", "行政村", "农户总数"], [township, "石桥村", "300"]];
        for (row, cells) in (0..).zip(rows) {
            sheet.write_row(row, 0, cells).expect("a row");
        }
    }
    let whole = workbook.save_to_buffer().expect("a workbook");
    let part = "xl/worksheets/sheet1.xml";
    let bytes = with_part(&whole, part, "<c r=\"A1\"", "<c r=\"XFE1\"");
    let mut session = Session::new();
    read(&mut session, "村表.xlsx", &bytes, 1 << 10);
    let intake = session.finish();
    let told: Vec<_> = intake
        .files
        .iter()
        .map(|file| {
            let problems = file.findings.iter().map(|found| found.problem.clone());
            (
                file.sheet.as_deref(),
                file.used,
                problems.collect::<Vec<_>>(),
            )
        })
        .collect();
    let damaged = Problem::DamagedWorkbook {
        sheet: Some("Sheet1".to_owned()),
    };
    assert_eq!(
        told,
        [
            (Some("Sheet1"), 0, vec![damaged]),
            (Some("Sheet2"), 1, Vec::new())
        ]
    );
}

#[test]
fn a_workbook_that_is_cut_off_is_damaged() {
    for name in THE_SAME {
        let bytes = file(name);
        let half = &bytes[..bytes.len() / 2];
        let fault = sheets(half, LIMIT).expect_err(name);
        assert_eq!(fault, WorkbookFault::Damaged { sheet: None }, "{name}");
    }
}

#[test]
fn a_workbook_above_the_limit_is_refused_with_what_it_needs() {
    for name in THE_SAME {
        let Err(WorkbookFault::TooLarge { needed, limit }) = sheets(&file(name), 4096) else {
            panic!("{name} was read");
        };
        assert_eq!(limit, 4096);
        assert!(needed > limit);
    }
}

#[test]
fn our_reader_of_xls_finds_the_texts_that_calamine_finds() {
    for name in ["cells.xls", "cells_1904.xls", "long_texts.xls"] {
        let mut theirs: Xls<_> = open_workbook_from_rs(Cursor::new(file(name))).expect(name);
        for sheet in sheets(&file(name), LIMIT).expect(name) {
            let lines = lines(&sheet);
            let range = theirs.worksheet_range(&sheet.name).expect(name);
            let (top, left) = range.start().unwrap_or((0, 0));
            for (row, column, cell) in range.used_cells() {
                let line = &lines[top as usize + row];
                let ours = line.split('|').nth(left as usize + column);
                let ours = ours.map(|cell| cell.trim_matches('"').replace("\"\"", "\""));
                if let Data::String(text) = cell {
                    assert_eq!(ours, Some(text.replace('\n', " ")), "{name}");
                }
            }
            assert_eq!(range.is_empty(), lines.is_empty(), "{name}");
        }
    }
}

/// The workbooks under `tests/workbook`, those written here, and their sheets as lines and cells.
pub mod fixture {
    use std::io::{Cursor, Read, Write};

    use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

    use super::super::{SEPARATOR, Sheet, sheets};

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
}
