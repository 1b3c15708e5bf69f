//! Rows and cells are those of the csv crate, at every slice size; lines are those an editor shows.

use super::*;
use proptest::prelude::*;

/// What stands between cells, the full-width comma as the byte in its place.
const SEPARATORS: [u8; 5] = [b',', b'\t', b';', b'|', 0x1f];

/// Cells of every row, read with a buffer that ends at each of the cuts first.
fn read(text: &[u8], separator: u8, slice: usize) -> Vec<Vec<Vec<u8>>> {
    let mut scanner = Scanner::new(separator, 1);
    let mut block = Block::default();
    let mut rows = Vec::new();
    let (mut at, mut end) = (0, 0);
    while end < text.len() {
        end = (end + slice).min(text.len());
        loop {
            let next = scanner.rows(&text[..end], at, end == text.len(), &mut block);
            for row in &block.rows {
                let cell = |c: &Cell| {
                    let bytes = c.bytes(&text[..end]);
                    if c.is_escaped() {
                        unescape(bytes)
                    } else {
                        bytes.to_vec()
                    }
                };
                rows.push(block.cells(row).iter().map(cell).collect());
            }
            if next == at {
                break;
            }
            at = next;
        }
    }
    rows
}

fn lines(text: &str) -> Vec<(u32, bool)> {
    let mut scanner = Scanner::new(b',', 1);
    let mut block = Block::default();
    scanner.rows(text.as_bytes(), 0, true, &mut block);
    block
        .rows
        .iter()
        .map(|row| (row.line, row.is_unclosed))
        .collect()
}

#[test]
fn line_numbers_are_those_an_editor_shows() {
    assert_eq!(
        lines("a\nb\r\nc\rd\n\n\"x\ny\",1\ne"),
        [
            (1, false),
            (2, false),
            (3, false),
            (4, false),
            (6, false),
            (8, false)
        ]
    );
}

#[test]
fn a_quote_never_closed_costs_its_own_line_only() {
    assert_eq!(
        lines("a,\"b\nc,d\ne,f\n"),
        [(1, true), (2, false), (3, false)]
    );
    assert_eq!(
        lines("a,\"b\nc,\"d\"\ne,f\n"),
        [(1, true), (2, false), (3, false)]
    );
}

/// A cell, the separator written as ~: bare, quoted with anything in it, or with quotes where they mean nothing.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z0-9. ]{0,12}",
        "[村镇户𠮷]{0,3}",
        "[村镇户~\"\n\r 1]{0,6}".prop_map(|text| format!("\"{}\"", text.replace('"', "\"\""))),
        "[a-z]{1,3}\"[a-z]{0,3}",
        "[;|\t]{1,2}[a-z]{0,2}",
        Just("\"\"".to_owned()),
    ]
}

fn table() -> impl Strategy<Value = String> {
    let row = (
        proptest::collection::vec(cell(), 1..6),
        prop_oneof!["\n", "\r\n", "\r", "\n\n"],
    );
    proptest::collection::vec(row, 0..12).prop_map(|rows| {
        rows.into_iter()
            .map(|(cells, end)| cells.join("~") + &end)
            .collect()
    })
}

proptest! {
    #[test]
    fn the_cells_are_those_of_the_csv_crate_with_every_separator_at_every_slice_size(
        text in table(), separator in proptest::sample::select(&SEPARATORS), tail in "[a-z~]{0,9}"
    ) {
        let text = (text + &tail).replace('~', &char::from(separator).to_string());
        let mut builder = csv::ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(separator);
        let theirs: Vec<Vec<Vec<u8>>> = builder
            .from_reader(text.as_bytes())
            .byte_records()
            .map(|record| record.expect("bytes are always read").iter().map(<[u8]>::to_vec).collect())
            .collect();
        for slice in 1..=text.len() + 1 {
            prop_assert_eq!(&read(text.as_bytes(), separator, slice), &theirs, "by {}", slice);
        }
    }
}
