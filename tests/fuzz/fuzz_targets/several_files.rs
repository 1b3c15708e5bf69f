//! Up to four files in one session, then the first of them once more, which must add nothing. Where one file ends and
//! the next begins stands the text between two line ends that `BETWEEN` is.
#![no_main]

use credit_atlas_fuzz::{hold, read};
use libfuzzer_sys::fuzz_target;

/// `src/pack/fuzz.rs` joins the files it begins with by the same bytes.
const BETWEEN: &[u8] = b"\n--8<--\n";

const MOST: usize = 4;

fn files(data: &[u8]) -> Vec<&[u8]> {
    let mut files = Vec::new();
    let mut rest = data;
    while files.len() + 1 < MOST
        && let Some(at) = rest
            .windows(BETWEEN.len())
            .position(|bytes| bytes == BETWEEN)
    {
        files.push(&rest[..at]);
        rest = &rest[at + BETWEEN.len()..];
    }
    files.push(rest);
    files
}

fuzz_target!(|data: &[u8]| {
    let mut files = files(data);
    let (once, report) = hold(&read(&files, usize::MAX), &files);
    files.push(files[0]);
    let (twice, again) = hold(&read(&files, usize::MAX), &files);
    let counts = |reading: &credit_atlas::report::Reading| {
        (
            reading.loans,
            reading.roster_households,
            reading.villages,
            reading.boundaries,
        )
    };
    assert_eq!(counts(&once), counts(&twice), "a copy adds rows");
    assert_eq!(once.files, twice.files[..once.files.len()]);
    let total = |report: Option<credit_atlas::report::Report>| report.map(|report| report.total);
    assert_eq!(total(report), total(again), "a copy changes figures");
});
