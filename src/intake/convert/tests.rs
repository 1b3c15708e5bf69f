//! A converted text has the cells that the same text has where it can be cut in place, however it is sliced.

use super::*;
use crate::intake::scan::{Block, Scanner, unescape};
use proptest::prelude::*;

/// Converts in slices of at most `slice` bytes.
fn converted(bytes: &[u8], encoding: Encoding, separator: Separator, slice: usize) -> Vec<u8> {
    let mut converter = Converter::new(encoding, separator);
    let mut out = Vec::new();
    for part in bytes.chunks(slice) {
        converter.feed(part, &mut out);
    }
    converter.finish(&mut out);
    out
}

/// A row: the line it begins on, whether its quote is never closed, its cells.
type Read = (u32, bool, Vec<String>);

fn rows(text: &[u8], separator: u8) -> Vec<Read> {
    let mut scanner = Scanner::new(separator, 1);
    let mut block = Block::default();
    let mut rows = Vec::new();
    let mut at = 0;
    loop {
        let next = scanner.rows(text, at, true, &mut block);
        for row in &block.rows {
            let cell = |c: &crate::intake::scan::Cell| {
                let bytes = c.bytes(text).to_vec();
                let whole = if c.is_escaped() {
                    unescape(&bytes)
                } else {
                    bytes
                };
                String::from_utf8(whole).expect("text")
            };
            let cells = block.cells(row).iter().map(cell).collect();
            rows.push((row.line, row.is_unclosed, cells));
        }
        if next == at {
            return rows;
        }
        at = next;
    }
}

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => text.as_bytes().to_vec(),
        Encoding::Gb18030 => gb18030(text),
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    }
}

const ENCODINGS: [Encoding; 4] = [
    Encoding::Utf8,
    Encoding::Gb18030,
    Encoding::Utf16Le,
    Encoding::Utf16Be,
];

#[test]
fn characters_of_every_length_survive_every_slice_border() {
    let text = "借据号，乡镇\r\n1，䶮桥镇\n2，\"𠀀村，\n\"\"东\"\"𠮷\"\n3，ａ，b";
    let plain =
        "借据号\u{1f}乡镇\r\n1\u{1f}䶮桥镇\n2\u{1f}\"𠀀村，\n\"\"东\"\"𠮷\"\n3\u{1f}ａ\u{1f}b";
    for encoding in ENCODINGS {
        let bytes = encoded(text, encoding);
        for slice in 1..=bytes.len() {
            let by_rows = converted(&bytes, encoding, Separator::FullWidthComma, slice);
            assert_eq!(
                String::from_utf8_lossy(&by_rows),
                plain,
                "{encoding:?} {slice}"
            );
            let straight = converted(&bytes, encoding, Separator::Comma, slice);
            assert_eq!(
                String::from_utf8_lossy(&straight),
                text,
                "{encoding:?} {slice}"
            );
        }
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    for encoding in [Encoding::Utf8Bom, Encoding::Utf16Le, Encoding::Utf16Be] {
        for separator in [Separator::Tab, Separator::FullWidthComma] {
            let bytes = encoded("\u{feff}户编号\n", encoding);
            assert_eq!(
                converted(&bytes, encoding, separator, 1),
                "户编号\n".as_bytes()
            );
        }
    }
}

#[test]
fn a_vertical_bar_within_a_hanzi_of_gb18030_separates_nothing() {
    // 瓅 is AD 7C.
    let bytes = encoded("瓅村|甲镇\n", Encoding::Gb18030);
    assert_eq!(bytes[1], b'|');
    let text = converted(&bytes, Encoding::Gb18030, Separator::Pipe, 3);
    assert_eq!(
        rows(&text, Separator::Pipe.byte()),
        [(1, false, vec!["瓅村".to_owned(), "甲镇".to_owned()])]
    );
}

#[test]
fn what_is_no_character_is_replaced_and_costs_its_own_cell_only() {
    let cases: [(Encoding, &[u8], &str); 4] = [
        (
            Encoding::Utf8,
            b"a\xff\xef\xbc\x8cb\n",
            "a\u{fffd}\u{1f}b\n",
        ),
        (Encoding::Gb18030, b"a\xff\xa3\xacb\n", "a\u{fffd}\u{1f}b\n"),
        // Half of a pair, before the comma.
        (
            Encoding::Utf16Le,
            b"\x00\xd8\x0c\xffb\x00\n\x00",
            "\u{fffd}\u{1f}b\n",
        ),
        // The separator of the converted text is no separator of the file.
        (
            Encoding::Utf8,
            b"a\x1fb\xef\xbc\x8cc\n",
            "a\u{fffd}b\u{1f}c\n",
        ),
    ];
    for (encoding, bytes, text) in cases {
        let out = converted(bytes, encoding, Separator::FullWidthComma, 1);
        assert_eq!(String::from_utf8_lossy(&out), text);
    }
}

#[test]
fn a_character_cut_off_by_the_end_of_the_file_is_replaced() {
    let cut: [(Encoding, &[u8]); 4] = [
        (Encoding::Utf8, b"1\xe6\x9d"),
        (Encoding::Gb18030, b"1\x95\x32\x82"),
        (Encoding::Utf16Le, b"1\x00\x00"),
        (Encoding::Utf16Be, b"\x001\xd8\x40"),
    ];
    for (encoding, bytes) in cut {
        for separator in [Separator::Pipe, Separator::FullWidthComma] {
            let out = converted(bytes, encoding, separator, 2);
            assert_eq!(String::from_utf8_lossy(&out), "1\u{fffd}", "{encoding:?}");
        }
    }
}

#[test]
fn once_the_file_has_ended_nothing_more_comes() {
    let mut converter = Converter::new(Encoding::Utf16Le, Separator::Tab);
    let mut out = Vec::new();
    converter.finish(&mut out);
    converter.feed(b"1\x00", &mut out);
    converter.finish(&mut out);
    assert!(out.is_empty());
}

#[test]
fn a_file_that_begins_in_ascii_is_read_in_the_encoding_of_its_first_other_line() {
    let text = format!("{}1|甲镇|瓅村\n2|路|·\n", "number|town|village\n".repeat(3));
    for (bytes, encoding) in [
        (gb18030(&text), Encoding::Gb18030),
        (text.clone().into_bytes(), Encoding::Utf8),
    ] {
        for slice in 1..=bytes.len() {
            let mut converter = Converter::undecided(Separator::Pipe);
            let mut out = Vec::new();
            for part in bytes.chunks(slice) {
                converter.feed(part, &mut out);
            }
            converter.finish(&mut out);
            assert_eq!(converter.encoding(), Some(encoding), "{slice}");
            assert_eq!(String::from_utf8_lossy(&out), text, "{slice}");
        }
    }
}

#[test]
fn a_file_that_is_gb18030_in_its_last_row_only_is_read_to_its_end() {
    let text = format!("{}9,甲镇,卢村", "1,a,b\r\n".repeat(60_000));
    let bytes = gb18030(&text);
    for slice in [1 << 16, 4099, bytes.len()] {
        let mut converter = Converter::undecided(Separator::Comma);
        let mut out = Vec::new();
        for part in bytes.chunks(slice) {
            converter.feed(part, &mut out);
        }
        converter.finish(&mut out);
        assert_eq!(converter.encoding(), Some(Encoding::Gb18030));
        assert!(out == text.as_bytes());
    }
}

#[test]
fn a_file_that_is_ascii_to_its_end_has_no_encoding_to_show() {
    let mut converter = Converter::undecided(Separator::Comma);
    let mut out = Vec::new();
    converter.feed(b"1,2", &mut out);
    converter.finish(&mut out);
    assert_eq!((converter.encoding(), out), (None, b"1,2".to_vec()));
}

/// Every row of the converted text, made again of the bytes of the file that its place leads to.
fn assert_rows_are_found_again(text: &str, encoding: Encoding, separator: Separator, slice: usize) {
    let bytes = encoded(text, encoding);
    let mut converter = Converter::new(encoding, separator);
    let mut out = Vec::new();
    for part in bytes.chunks(slice) {
        converter.feed(part, &mut out);
    }
    converter.finish(&mut out);
    let origins = converter.into_origins();
    let mut scanner = Scanner::new(separator.byte(), 1);
    let (mut block, mut at) = (Block::default(), 0);
    loop {
        let next = scanner.rows(&out, at, true, &mut block);
        for row in block.rows.iter().filter(|row| !row.is_unclosed) {
            let (start, length) = (u64::from(row.start), u64::from(row.end - row.start));
            let (first, count) = origins.in_file(start, length);
            let part = &bytes[first as usize..(first + count) as usize];
            let again = origins.converted(start, length, part).expect("the row");
            let row = &out[row.start as usize..row.end as usize];
            assert_eq!(
                String::from_utf8_lossy(&again),
                String::from_utf8_lossy(row)
            );
            assert_eq!(origins.converted(start, length, &[]), None);
        }
        if next == at {
            return;
        }
        at = next;
    }
}

#[test]
fn one_row_of_a_large_file_is_made_again_of_a_small_part_of_it() {
    let text = "1，\"甲镇，\n东\"，村\r\n".repeat(20_000);
    for encoding in ENCODINGS {
        for separator in [Separator::FullWidthComma, Separator::Pipe] {
            let bytes = encoded(&text, encoding);
            let mut converter = Converter::new(encoding, separator);
            let mut out = Vec::new();
            converter.feed(&bytes, &mut out);
            converter.finish(&mut out);
            let origins = converter.into_origins();
            let (first, count) = origins.in_file(out.len() as u64 / 2, 20);
            assert!(first > 0 && count < 1 << 15, "{encoding:?} {first} {count}");
        }
    }
}

/// Text in which quotes stand anywhere.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => Just("，"),
        4 => Just("\""),
        2 => Just("\n"),
        1 => Just("\r\n"),
        1 => Just("\r"),
        2 => Just("a"),
        1 => Just("村"),
        // Shares its first two bytes with the comma.
        1 => Just("．"),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Cells such that none holds a comma of either sort outside quotes.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z0-9村镇. ]{0,8}", "[村镇𠀀，\"\n\r 1]{0,6}"]
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    // A row of one blank cell is a blank line, which is no row.
    proptest::collection::vec(proptest::collection::vec(cell(), 2..6), 1..10)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn rows_with_quotes_anywhere_are_those_of_the_same_text_with_ascii_commas(
        text in any_text(), slice in 1_usize..40, encoding in 0_usize..4,
    ) {
        let encoding = ENCODINGS[encoding];
        let bytes = encoded(&text, encoding);
        let ours = rows(&converted(&bytes, encoding, Separator::FullWidthComma, slice), UNIT);
        let mut theirs = rows(text.replace('，', ",").as_bytes(), b',');
        for cell in theirs.iter_mut().flat_map(|row| &mut row.2) {
            *cell = cell.replace(',', "，");
        }
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn every_row_is_found_again_in_the_file(text in any_text(), slice in 1_usize..40, encoding in 0_usize..4) {
        assert_rows_are_found_again(&text, ENCODINGS[encoding], Separator::FullWidthComma, slice);
        assert_rows_are_found_again(&text, ENCODINGS[encoding], Separator::Comma, slice);
    }

    #[test]
    fn a_table_has_the_cells_that_the_csv_crate_wrote_with_ascii_commas(table in table(), slice in 1_usize..40) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &table {
            let row = row.iter().map(|cell| cell.replace('，', ","));
            writer.write_record(row).expect("to memory");
        }
        let theirs = String::from_utf8(writer.into_inner().expect("to memory")).expect("text");
        let cells: Vec<Vec<String>> = rows(theirs.as_bytes(), b',').into_iter().map(|row| row.2).collect();
        let bytes = encoded(&theirs.replace(',', "，"), Encoding::Utf16Le);
        let text = converted(&bytes, Encoding::Utf16Le, Separator::FullWidthComma, slice);
        let ours: Vec<Vec<String>> = rows(&text, UNIT).into_iter().map(|row| row.2).collect();
        prop_assert_eq!(&ours, &table);
        let with_commas: Vec<Vec<String>> =
            table.iter().map(|row| row.iter().map(|cell| cell.replace('，', ",")).collect()).collect();
        prop_assert_eq!(&cells, &with_commas);
    }
}
