//! Workbooks of other programs (xlwt, openpyxl, rust_xlsxwriter), and files that are none.

mod fixture;
mod hostile;
mod records;
mod written_here;

use std::io::Cursor;

use calamine::{Data, Reader, Xls, open_workbook_from_rs};

use super::{Sheet, WorkbookFault, sheets};
use fixture::{LIMIT, cells, file, lines, only_sheet};

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
