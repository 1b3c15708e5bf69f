//! What is left out of a file stands nowhere in memory once the file is read. The page has an allocator that overwrites
//! what is given back; this test has the same one, reads files of every kind, and looks through its own memory.

#![cfg(target_os = "linux")]

use std::fs::{self, File};
use std::os::unix::fs::FileExt;

use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use rust_xlsxwriter::Workbook;
use zeroizing_alloc::ZeroAlloc;

#[global_allocator]
static MEMORY: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

/// Every byte one more than in the number that is looked for: so the number itself stands only where it was read.
type Masked = Vec<u8>;

/// A number of a telephone that nobody has, masked.
fn telephone() -> Masked {
    b"24911112345".to_vec()
}

/// A number that stays: that of a household.
fn household() -> Masked {
    b"I1111887766".to_vec()
}

fn shown(masked: &Masked) -> String {
    masked.iter().map(|byte| char::from(byte - 1)).collect()
}

const HEADER: &str =
    "借据号,户编号,手机号,乡镇,行政村,承贷银行,贷款金额(元),贷款余额(元),放款日期,到期日期";
const ROWS: u32 = 3_000;

fn rows() -> impl Iterator<Item = String> {
    (0..ROWS).map(|row| {
        let (household, telephone) = match row {
            // Late, so that it comes with the last slices, and early, so that it comes with the first.
            5 | 2_990 => (shown(&household()), shown(&telephone())),
            _ => (format!("H{row:06}"), format!("139{row:08}")),
        };
        format!(
            "JJ{row:06},{household},{telephone},甲镇,乙村,丙银行,30000,20000,2018-01-05,2021-01-05"
        )
    })
}

fn table() -> String {
    let lines = std::iter::once(HEADER.to_owned()).chain(rows());
    lines.map(|line| line + "\n").collect()
}

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0..).zip(std::iter::once(HEADER.to_owned()).chain(rows())) {
        for (column, cell) in (0..).zip(line.split(',')) {
            sheet.write_string(row, column, cell).expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// Whether a masked text stands in the clear anywhere in the memory of this program.
fn stands_in_memory(masked: &[u8]) -> bool {
    let maps = fs::read_to_string("/proc/self/maps").expect("the regions of memory");
    let memory = File::open("/proc/self/mem").expect("the memory");
    let mut buffer = vec![0_u8; 1 << 20];
    let own = buffer.as_ptr() as u64;
    let own = own..own + buffer.len() as u64;
    for line in maps.lines() {
        let mut parts = line.split([' ', '-']);
        let address = |part: Option<&str>| u64::from_str_radix(part?, 16).ok();
        let (Some(mut at), Some(end)) = (address(parts.next()), address(parts.next())) else {
            continue;
        };
        let is_writable = parts.next().is_some_and(|rights| rights.starts_with("rw"));
        while is_writable && at < end {
            let length = (end - at).min(buffer.len() as u64) as usize;
            let Ok(read) = memory.read_at(&mut buffer[..length], at) else {
                break;
            };
            let found = |place: usize| {
                let address = at + place as u64;
                !own.contains(&address)
                    && buffer[place..read].len() >= masked.len()
                    && buffer[place..]
                        .iter()
                        .zip(masked)
                        .all(|(byte, masked)| byte.wrapping_add(1) == *masked)
            };
            if (0..read).any(found) {
                return true;
            }
            // A text may lie across the border.
            at += read.saturating_sub(masked.len()).max(1) as u64;
        }
    }
    false
}

fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

/// A file by its kind: a name, and what writes its bytes.
type Kind = (&'static str, fn() -> Vec<u8>);

const KINDS: [Kind; 4] = [
    ("utf8.csv", || table().into_bytes()),
    ("gb18030.csv", || {
        encoding_rs::GB18030.encode(&table()).0.into_owned()
    }),
    ("utf16.txt", || utf16(&table().replace(',', "\t"))),
    ("workbook.xlsx", workbook),
];

/// In bytes of one and of two to a character.
fn telephone_stands_in_memory() -> bool {
    let wide = telephone()
        .into_iter()
        .flat_map(|byte| [byte, 1])
        .collect::<Vec<u8>>();
    stands_in_memory(&telephone()) || stands_in_memory(&wide)
}

/// One test alone, so that no other puts the numbers into the memory they share.
#[test]
fn a_column_left_out_is_nowhere_in_memory_once_its_file_is_read() {
    for (name, write) in KINDS {
        // Small slices make buffers grow, a large one makes one buffer.
        for slice in [1_000, 1 << 20] {
            let bytes = write();
            let mut session = Session::new();
            source::read(&mut session, name, &bytes, slice);
            let intake = session.finish();
            assert_eq!(intake.county.loans.len(), ROWS as usize, "{name}");
            if !name.ends_with(".xlsx") {
                assert!(telephone_stands_in_memory(), "{name}: it is in the file");
            }
            drop(bytes);
            assert!(!telephone_stands_in_memory(), "{name}, slices of {slice}");
            assert!(
                stands_in_memory(&household()),
                "{name}: what is kept is there"
            );
        }
    }
}
