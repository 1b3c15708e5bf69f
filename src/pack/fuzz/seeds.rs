//! What a target begins with: files that the tests and the sample have already, and inputs that once broke it.
//!
//! They are laid out afresh for every run, so that each begins at the same place.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use encoding_rs::GB18030;

use crate::intake::header;
use crate::pack::SetupError;
use crate::report::{Field, FileKind};

/// What `tests/fuzz/fuzz_targets/several_files.rs` divides its files by.
const BETWEEN: &[u8] = b"\n--8<--\n";

/// Of the sample's files, which are long, the first so many bytes.
const HEAD: usize = 2048;

/// The longest input of a target, in bytes.
pub fn longest(target: &str) -> usize {
    match target {
        "cells" => 64,
        _ => 1 << 14,
    }
}

/// Lays the seeds of a target into an empty folder.
///
/// # Errors
/// [`SetupError::File`] for what cannot be read or written.
pub fn lay(root: &Path, target: &str, corpus: &Path) -> Result<(), SetupError> {
    if corpus.exists() {
        fs::remove_dir_all(corpus).map_err(SetupError::file(corpus))?;
    }
    fs::create_dir_all(corpus).map_err(SetupError::file(corpus))?;
    let regressions = root.join("tests/fuzz/regressions").join(target);
    let mut seeds = match target {
        "cells" => cells(&given(root)?),
        "geojson" => contents(with_ending(&files(&root.join("tests/intake"))?, "geojson"))?,
        "several_files" => neighbours(&given(root)?),
        _ => given(root)?,
    };
    if regressions.is_dir() {
        seeds.extend(contents(files(&regressions)?)?);
    }
    for (at, bytes) in seeds.iter().enumerate() {
        let path = corpus.join(format!("{at:04}"));
        fs::write(&path, bytes).map_err(SetupError::file(&path))?;
    }
    Ok(())
}

/// The files of a folder, in the order of their names.
///
/// # Errors
/// [`SetupError::File`] if the folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, SetupError> {
    let entries = fs::read_dir(folder).map_err(SetupError::file(folder))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(SetupError::file(folder))?.path();
        if path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// The words of headers in both encodings, in the form in which libFuzzer reads a dictionary.
pub fn words() -> String {
    let kinds = [FileKind::Loans, FileKind::Roster, FileKind::Villages];
    let fields = kinds
        .into_iter()
        .flat_map(|kind| [Field::required(kind), Field::optional(kind)].concat());
    let fields: BTreeSet<Field> = fields.collect();
    let mut words: BTreeSet<Vec<u8>> = BTreeSet::from([BETWEEN.to_vec()]);
    for word in fields.into_iter().flat_map(header::words) {
        words.insert(word.as_bytes().to_vec());
        words.insert(GB18030.encode(word).0.into_owned());
    }
    let mut dictionary = String::new();
    for word in words {
        let escaped = word.iter().fold(String::new(), |mut text, byte| {
            // Writing into a String cannot fail.
            let _ = write!(text, "\\x{byte:02x}");
            text
        });
        let _ = writeln!(dictionary, "\"{escaped}\"");
    }
    dictionary
}

/// The awkward files whole, and the heads of the sample's.
fn given(root: &Path) -> Result<Vec<Vec<u8>>, SetupError> {
    let awkward = files(&root.join("tests/intake"))?;
    let is_file = |path: &PathBuf| path.extension() != Some(OsStr::new("expected"));
    let mut given = contents(awkward.into_iter().filter(is_file).collect())?;
    let sample = root.join("sample_data");
    let mut paths = files(&sample.join("2019-11-30"))?;
    paths.extend(with_ending(&files(&sample)?, "csv"));
    for mut bytes in contents(paths)? {
        bytes.truncate(HEAD);
        given.push(bytes);
    }
    Ok(given)
}

fn with_ending(paths: &[PathBuf], ending: &str) -> Vec<PathBuf> {
    let ends = |path: &&PathBuf| path.extension() == Some(OsStr::new(ending));
    paths.iter().filter(ends).cloned().collect()
}

fn contents(paths: Vec<PathBuf>) -> Result<Vec<Vec<u8>>, SetupError> {
    let read = |path: PathBuf| fs::read(&path).map_err(SetupError::file(&path));
    paths.into_iter().map(read).collect()
}

/// Every file with the next one, which is often of the same case.
fn neighbours(given: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let joined = |pair: &[Vec<u8>]| pair.join(BETWEEN);
    given.windows(2).map(joined).collect()
}

/// Every different cell.
fn cells(given: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let is_end = |byte: &u8| b",;\t\r\n\"".contains(byte);
    let cells = given.iter().flat_map(|bytes| bytes.split(is_end));
    let different: BTreeSet<&[u8]> = cells
        .filter(|cell| cell.len() <= longest("cells"))
        .collect();
    different.into_iter().map(<[u8]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_in_the_dictionary_in_both_encodings() {
        let words = words();
        let has = |line: &str| words.lines().any(|word| word == line);
        // The village of a roster, in UTF-8 and in GB18030.
        assert!(has(r#""\xe6\x9d\x91""#), "{words}");
        assert!(has(r#""\xb4\xe5""#), "{words}");
    }

    #[test]
    fn cells_are_cut_at_every_separator_and_stand_once() {
        let seeds = cells(&[b"1,2\n2;3".to_vec()]);
        assert_eq!(seeds, [b"1", b"2", b"3"]);
    }
}
