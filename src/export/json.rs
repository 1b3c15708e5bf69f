//! The whole result as JSON in its canonical bytes: the same files and settings give the same bytes, natively and in the browser.

use crate::report::Report;

/// The report as compact JSON, fields in the order of their declaration, with a line end after it.
pub fn report(report: &Report) -> Vec<u8> {
    // A report holds no map with keys that are no text, the only thing that JSON cannot write.
    let mut bytes = serde_json::to_vec(report).expect("a report can be written as JSON");
    bytes.push(b'\n');
    bytes
}
