//! The digest of a table: which values a report was worked out with, in sixteen digits.

use sha2::{Digest, Sha256};

use super::{DEFINITIONS, RATE_SERIES, Rulebook};

/// The first sixteen hexadecimal digits of SHA-256 over a line for each value: parameter, first day, value.
pub(super) fn of(book: &Rulebook) -> String {
    let mut hash = Sha256::new();
    for definition in DEFINITIONS {
        for value in book.values(definition.parameter) {
            let shown = value
                .value
                .map_or("?".to_owned(), |value| value.to_string());
            let line = format!("{} {} {shown}\n", definition.parameter.name(), value.from);
            hash.update(line.as_bytes());
        }
    }
    for point in RATE_SERIES.iter().flat_map(|series| series.points) {
        let (year, month, day) = point.from;
        let line = format!("{year}-{month}-{day} {} {}\n", point.one_year, point.longer);
        hash.update(line.as_bytes());
    }
    let bytes = hash.finalize();
    bytes
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
