//! Any bytes as one file, whole and in slices: the last byte says how long the slices are, what is before it is the file.
#![no_main]

use credit_atlas_fuzz::{hold, read};
use libfuzzer_sys::fuzz_target;

const SLICES: [usize; 8] = [1, 2, 3, 7, 16, 63, 500, 4096];

fuzz_target!(|data: &[u8]| {
    let Some((choice, file)) = data.split_last() else {
        return;
    };
    let files = [file];
    let whole = hold(&read(&files, usize::MAX), &files);
    let slice = SLICES[usize::from(*choice) % SLICES.len()];
    let sliced = hold(&read(&files, slice), &files);
    assert_eq!(whole, sliced, "slices of {slice} bytes");
});
