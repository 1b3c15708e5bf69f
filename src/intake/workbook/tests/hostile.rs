//! Workbooks that lie about their size, and workbooks with bytes changed: an answer, never the end of the program.

use super::fixture::{LIMIT, file, with_part, written};
use super::{WorkbookFault, sheets};

#[test]
fn a_count_of_shared_texts_that_no_memory_holds_is_not_believed() {
    let honest = written(|sheet| sheet.write(0, 0, "甲").map(drop));
    for claim in ["3", "99999999999", "9999999999999999999999"] {
        let part = "xl/sharedStrings.xml";
        let claim = format!("uniqueCount=\"{claim}");
        let bytes = with_part(&honest, part, "uniqueCount=\"", &claim);
        let fault = sheets(&bytes, LIMIT).err();
        let damaged = WorkbookFault::Damaged { sheet: None };
        assert_eq!(fault, (claim.len() > 20).then_some(damaged));
    }
}

#[test]
fn a_sheet_that_claims_every_cell_there_is_takes_no_room_for_them() {
    let bytes = with_part(
        &file("cells.xlsx"),
        "xl/worksheets/sheet1.xml",
        "<dimension ref=\"A1:F7\"",
        "<dimension ref=\"A1:XFD1048576\"",
    );
    assert_eq!(sheets(&bytes, LIMIT), sheets(&file("cells.xlsx"), LIMIT));
}

#[test]
fn a_cell_outside_every_sheet_is_damage_of_that_sheet() {
    for place in ["A1048577", "XFE1"] {
        let bytes = with_part(
            &file("cells.xlsx"),
            "xl/worksheets/sheet1.xml",
            "<c r=\"A7\"",
            &format!("<c r=\"{place}\""),
        );
        let sheet = Some("贷款台账".to_owned());
        assert_eq!(sheets(&bytes, LIMIT), Err(WorkbookFault::Damaged { sheet }));
    }
}
