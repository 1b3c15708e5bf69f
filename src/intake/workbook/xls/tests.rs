//! Streams of an `.xls` put together record by record, after MS-XLS: what xlwt does not write.

use super::super::tests::fixture::{LIMIT, lines};
use super::super::{Sheet, WorkbookFault, biff::kind, xls};

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("a record's length");
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

fn begin(version: u16) -> Vec<u8> {
    record(
        kind::BEGIN,
        &[&version.to_le_bytes()[..], &[0; 14]].concat(),
    )
}

fn end() -> Vec<u8> {
    record(kind::END, &[])
}

fn cell(kind: u16, row: u16, column: u16, rest: &[u8]) -> Vec<u8> {
    let place = [row, column, 0].map(u16::to_le_bytes).concat();
    record(kind, &[&place, rest].concat())
}

fn number(row: u16, column: u16, value: f64) -> Vec<u8> {
    cell(kind::NUMBER, row, column, &value.to_le_bytes())
}

fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = (units.len() as u16 / 2).to_le_bytes();
    cell(
        kind::LABEL,
        row,
        column,
        &[&length, &[1][..], &units].concat(),
    )
}

/// A workbook of one sheet; `globals` stand before the list of sheets.
fn workbook(globals: &[u8], sheet: &[Vec<u8>]) -> Result<Vec<Sheet>, WorkbookFault> {
    let head = [&begin(0x0600), globals].concat();
    let tab_length = 4 + 8 + 1;
    let start = (head.len() + tab_length + end().len()) as u32;
    let tab = [&start.to_le_bytes()[..], &[0, 0, 1, 0, b'A']].concat();
    let tab = record(kind::BOUND_SHEET, &tab);
    let stream = [head, tab, end(), begin(0x0600), sheet.concat(), end()].concat();
    xls::sheets(&stream, LIMIT)
}

fn sheet(records: &[Vec<u8>]) -> Vec<String> {
    let sheets = workbook(&[], records).expect("a workbook");
    assert_eq!(sheets[0].name, "A");
    lines(&sheets[0])
}

#[test]
fn packed_numbers_are_read_in_all_four_forms() {
    let whole = |value: i32| (value << 2).cast_unsigned() | 2;
    let float = |value: f64| (value.to_bits() >> 32) as u32;
    let rk = |row, packed: u32| cell(kind::RK, row, 0, &packed.to_le_bytes());
    let found = sheet(&[
        rk(0, whole(50000)),
        rk(1, whole(-475) | 1),
        rk(2, float(0.5)),
        rk(3, float(50.0) | 1),
    ]);
    assert_eq!(found, ["50000", "-4.75", "0.5", "0.5"]);
}

#[test]
fn several_packed_numbers_in_one_record_stand_side_by_side() {
    let packed = |value: u32| [&[0, 0][..], &(value << 2 | 2).to_le_bytes()].concat();
    let data = [
        &[0, 0, 1, 0][..],
        &packed(7),
        &packed(8),
        &packed(9),
        &[3, 0],
    ]
    .concat();
    assert_eq!(sheet(&[record(kind::MUL_RK, &data)]), ["|7|8|9"]);
}

#[test]
fn the_value_of_a_formula_may_be_a_number_a_text_a_truth_or_an_error() {
    let special = |kind: u8, code: u8| [kind, 0, code, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0];
    let text = [&2u16.to_le_bytes()[..], &[1], &[0x32, 0x75, 0xf6, 0x94]].concat();
    let found = sheet(&[
        cell(
            kind::FORMULA,
            0,
            0,
            &[&435f64.to_le_bytes()[..], &[0; 8]].concat(),
        ),
        cell(kind::FORMULA, 0, 1, &special(0, 0)),
        record(kind::STRING, &text),
        cell(kind::FORMULA, 0, 2, &special(1, 1)),
        cell(kind::FORMULA, 0, 3, &special(2, 0x2a)),
        cell(kind::FORMULA, 0, 4, &special(3, 0)),
        number(0, 5, 1.0),
    ]);
    assert_eq!(found, ["435|甲银|TRUE|#N/A||1"]);
}

#[test]
fn cells_that_come_out_of_order_are_put_where_they_belong() {
    let found = sheet(&[
        number(2, 1, 5.0),
        label(0, 0, "说\"好\""),
        number(2, 0, 4.0),
        number(3, 0, 6.0),
        number(2, 1, 7.0),
    ]);
    assert_eq!(found, ["\"说\"\"好\"\"\"", "", "4|7", "6|"]);
}

#[test]
fn the_cells_of_a_chart_inside_a_sheet_are_not_the_sheets() {
    let found = sheet(&[
        number(0, 0, 1.0),
        begin(0x0600),
        number(0, 1, 2.0),
        end(),
        number(0, 2, 3.0),
    ]);
    assert_eq!(found, ["1||3"]);
}

#[test]
fn a_text_that_another_record_continues_may_change_its_width() {
    let cut = |rest: &[u8]| {
        [
            record(
                kind::SHARED_STRINGS,
                &[&[1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0][..], b"AB"].concat(),
            ),
            record(kind::CONTINUE, rest),
        ]
        .concat()
    };
    let shared = cell(kind::LABEL_SHARED, 0, 0, &0u32.to_le_bytes());
    let globals = cut(&[1, 0x32, 0x75, b'C', 0]);
    let sheets = workbook(&globals, std::slice::from_ref(&shared)).expect("a workbook");
    assert_eq!(lines(&sheets[0]), ["AB甲C"]);
    let fault = workbook(&cut(&[1, 0x32]), &[shared]).expect_err("a text cut off");
    assert_eq!(fault, WorkbookFault::Damaged { sheet: None });
}

#[test]
fn a_password_and_an_old_version_are_told() {
    let protected = record(kind::FILE_PASS, &[0, 0, 1, 2, 3, 4]);
    let fault = workbook(&protected, &[]).expect_err("a password");
    assert_eq!(fault, WorkbookFault::Encrypted);
    let old = [begin(0x0500), end()].concat();
    assert_eq!(xls::sheets(&old, LIMIT), Err(WorkbookFault::OfExcel95));
}

#[test]
fn a_sheet_that_breaks_off_is_named() {
    let short = record(kind::NUMBER, &[0, 0, 0, 0]);
    let sheets = workbook(&[], &[short]).expect("a list of sheets");
    assert_eq!((sheets[0].name.as_str(), sheets[0].is_damaged), ("A", true));
}

#[test]
fn a_sheet_that_does_not_begin_where_the_list_says_is_damaged() {
    let head = begin(0x0600);
    let tab = record(kind::BOUND_SHEET, &[0xff, 0xff, 0, 0, 0, 0, 1, 0, b'A']);
    let beyond = [head.clone(), tab, end()].concat();
    let tab = record(kind::BOUND_SHEET, &[20, 0, 0, 0, 0, 0, 1, 0, b'A']);
    let in_between = [head, tab, end()].concat();
    for stream in [beyond, in_between] {
        let sheets = xls::sheets(&stream, LIMIT).expect("a list of sheets");
        assert!(sheets.iter().all(|sheet| sheet.is_damaged));
        assert_eq!(sheets[0].name, "A");
    }
}
