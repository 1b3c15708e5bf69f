//! Any bytes as a workbook: no sheet is larger than what is allowed, each is lines of text, and each is read as a table.
#![no_main]

use credit_atlas::intake::workbook;
use credit_atlas_fuzz::{hold, read};
use libfuzzer_sys::fuzz_target;

/// Bytes that the sheets of one workbook may take here.
const LIMIT: u64 = 8 << 20;

fuzz_target!(|data: &[u8]| {
    let Ok(sheets) = workbook::sheets(data, LIMIT) else {
        return;
    };
    let bytes: usize = sheets.iter().map(|sheet| sheet.text.len()).sum();
    assert!(bytes as u64 <= LIMIT, "{bytes} bytes");
    for sheet in &sheets {
        assert!(std::str::from_utf8(&sheet.text).is_ok(), "{}", sheet.name);
    }
    let files = [data];
    hold(&read(&files, usize::MAX), &files);
});
