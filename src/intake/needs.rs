//! How much memory files will need, known before they are read: a page that runs out of it half way helps no one.

use crate::domain::FileKind;

use super::choices::Choices;
use super::profile::Shape;
use super::recognise::{Asked, Recognition, recognise};

/// What a loan takes in memory: its columns, its number with the slots to find it, and its household's. Measured over a
/// million loans and rounded up.
const BYTES_OF_A_LOAN: u64 = 190;

/// What a household of a roster takes, its number included.
const BYTES_OF_A_HOUSEHOLD: u64 = 90;

/// What a row of a side table takes.
const BYTES_OF_A_ROW: u64 = 160;

/// A workbook is in memory as a whole, and its sheets' texts are some ten times larger.
const TIMES_A_WORKBOOK: u64 = 12;

/// Points of a boundary file are smaller than their text, but the text is in memory too.
const TIMES_BOUNDARIES: u64 = 3;

/// What reading takes besides: buffers, the report, the program itself.
const BESIDES: u64 = 48 << 20;

/// Bytes of memory that a file will need, by its first bytes.
pub fn of_file(head: &[u8], size: u64, choices: &Choices, shapes: &[Shape]) -> u64 {
    match recognise(head, size, Asked { choices, shapes }) {
        Recognition::Refused(_) => 0,
        Recognition::Json => size.saturating_mul(TIMES_BOUNDARIES),
        Recognition::Workbook => size.saturating_mul(TIMES_A_WORKBOOK),
        Recognition::Table(found) => {
            let of_a_row = match found.kind {
                FileKind::Loans => BYTES_OF_A_LOAN,
                FileKind::Roster => BYTES_OF_A_HOUSEHOLD,
                FileKind::Unknown => 0,
                _ => BYTES_OF_A_ROW,
            };
            (found.rows_expected as u64).saturating_mul(of_a_row)
        }
    }
}

/// Bytes that files need in all.
pub fn in_all(files: impl Iterator<Item = u64>) -> u64 {
    files.fold(BESIDES, u64::saturating_add)
}

/// How much of `needed` can be had now; all of it, or about as much as there is. What is asked for is given back at once,
/// and stays the program's.
pub fn available(needed: u64) -> u64 {
    const STEP: u64 = 32 << 20;
    if can_have(needed) {
        return needed;
    }
    let (mut least, mut most) = (0, needed / STEP);
    while least + 1 < most {
        let middle = least.midpoint(most);
        if can_have(middle * STEP) {
            least = middle;
        } else {
            most = middle;
        }
    }
    least * STEP
}

fn can_have(bytes: u64) -> bool {
    let mut room: Vec<u8> = Vec::new();
    let wanted = usize::try_from(bytes);
    wanted.is_ok_and(|wanted| room.try_reserve_exact(std::hint::black_box(wanted)).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str =
        "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期\n";

    #[test]
    fn a_loan_file_needs_memory_by_its_rows_whatever_its_size() {
        let row = "L000000001,H000000001,东湾镇,石桥村,农商银行,50000.00,50000.00,2019-01-01,2022-01-01\n";
        let head = format!("{HEADER}{}", row.repeat(500));
        let size = 1_000_000 * row.len() as u64;
        let needed = of_file(head.as_bytes(), size, &Choices::NONE, &[]);
        let rows = needed / BYTES_OF_A_LOAN;
        assert!((990_000..=1_010_000).contains(&rows), "{rows} rows");
    }

    #[test]
    fn what_is_no_table_needs_nothing() {
        assert_eq!(
            of_file(b"\x89PNG\r\n\x1a\n", 1 << 40, &Choices::NONE, &[]),
            0
        );
        assert_eq!(in_all([].into_iter()), BESIDES);
    }

    #[test]
    fn more_than_any_machine_has_is_not_available() {
        let needed = 1 << 50;
        let there = available(needed);
        assert!(there < needed);
        assert_eq!(available(1 << 20), 1 << 20);
    }
}
