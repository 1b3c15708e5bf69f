//! Workbooks that lie about their size, and workbooks with bytes changed: an answer, never the end of the program.

use super::super::tests::fixture::{LIMIT, file, parts_of, with_part, written, zip_of};
use super::super::{WorkbookFault, sheets};

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
        let sheets = sheets(&bytes, LIMIT).expect("the other sheets");
        let damaged = sheets.iter().filter(|sheet| sheet.is_damaged);
        let damaged: Vec<&str> = damaged.map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(damaged, ["贷款台账"]);
    }
}

#[test]
fn a_part_that_unpacks_to_more_than_it_says_is_refused() {
    let mut long = "<a/>".repeat(1 << 18);
    long.insert_str(0, "<worksheet>");
    let mut bytes = zip_of(&[
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/a.xml", long.as_bytes()),
    ]);
    let honest = (long.len() as u32).to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|four| four == honest) {
        bytes[at..at + 4].copy_from_slice(&64u32.to_le_bytes());
    }
    let fault = sheets(&bytes, 1 << 16).expect_err("a megabyte");
    assert!(
        !matches!(fault, WorkbookFault::ZipOfSomethingElse),
        "{fault:?}"
    );
}

/// Numbers that look random and are the same every time (xorshift, 64 bits).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    /// Changes some bytes: one bit, one byte, one byte to an extreme, a piece left out or doubled, or the end cut off.
    fn change(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(4) {
            if bytes.is_empty() {
                return;
            }
            let at = self.below(bytes.len());
            let end = (at + 1 + self.below(32)).min(bytes.len());
            match self.below(16) {
                0..4 => bytes[at] ^= 1 << self.below(8),
                4..8 => bytes[at] = self.below(256) as u8,
                8..10 => bytes[at] = 0xff,
                10..12 => bytes[at] = 0,
                12 => bytes[at..end].fill(b'9'),
                13 => drop(bytes.drain(at..end)),
                14 => bytes.extend_from_within(at..end),
                _ => bytes.truncate(at),
            }
        }
    }
}

/// How many changed workbooks of each kind are tried.
const ROUNDS: usize = 150;

/// What became of changed workbooks.
#[derive(Default)]
struct Tried {
    read: usize,
    refused: usize,
}

impl Tried {
    /// Reads one within bounds, or has it refused with a fault.
    fn one(&mut self, bytes: &[u8]) {
        const LIMIT: u64 = 1 << 20;
        match sheets(bytes, LIMIT) {
            Ok(texts) => {
                let together: u64 = texts.iter().map(|sheet| sheet.text.len() as u64).sum();
                assert!(together <= LIMIT, "{together} bytes");
                self.read += 1;
            }
            Err(_) => self.refused += 1,
        }
    }

    /// A change now and then does no harm and now and then does some; were it always one, nothing would be tried.
    fn of_both_sorts(&self) {
        assert!(
            self.read > 0 && self.refused > 0,
            "{} read, {} refused",
            self.read,
            self.refused
        );
    }
}

#[test]
fn an_xls_with_changed_bytes_gives_sheets_or_a_fault() {
    let (mut dice, mut tried) = (Dice(20191202), Tried::default());
    for name in ["cells.xls", "cells_1904.xls"] {
        let good = file(name);
        for _ in 0..ROUNDS {
            let mut bytes = good.clone();
            dice.change(&mut bytes);
            tried.one(&bytes);
        }
    }
    tried.of_both_sorts();
}

#[test]
fn an_xlsx_with_changed_bytes_gives_sheets_or_a_fault() {
    let (mut dice, mut tried) = (Dice(20191130), Tried::default());
    let good = file("cells.xlsx");
    for _ in 0..ROUNDS {
        let mut bytes = good.clone();
        dice.change(&mut bytes);
        tried.one(&bytes);
    }
    tried.of_both_sorts();
}

#[test]
fn an_xlsx_whose_parts_have_changed_bytes_gives_sheets_or_a_fault() {
    let (mut dice, mut tried) = (Dice(20191231), Tried::default());
    let written = written(|sheet| sheet.write_row(0, 0, ["甲", "乙", "丙"]).map(drop));
    for good in [file("cells.xlsx"), written] {
        let parts = parts_of(&good);
        for _ in 0..ROUNDS {
            let mut parts = parts.clone();
            let at = dice.below(parts.len());
            dice.change(&mut parts[at].1);
            let parts: Vec<(&str, &[u8])> = parts
                .iter()
                .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
                .collect();
            tried.one(&zip_of(&parts));
        }
    }
    tried.of_both_sorts();
}
