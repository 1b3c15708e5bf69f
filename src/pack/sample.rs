//! The terminal command `sample`: writes the sample county's files into a folder.

use crate::sample::{self, Settings};
use std::fs::{self, File};
use std::io::{Error, Write};
use std::path::{Path, PathBuf};

/// Writes a county of so many loans under `out`, making folders as needed, and answers the files written.
/// Fails with the first file or folder that cannot be written.
pub fn command(loans: u64, out: &Path, seed: u64) -> Result<Vec<PathBuf>, Error> {
    let mut written: Vec<PathBuf> = Vec::new();
    let mut open: Option<File> = None;
    let mut failure: Option<Error> = None;
    sample::write(&Settings { seed, loans }, &mut |path, bytes| {
        if failure.is_some() {
            return;
        }
        let path = out.join(path);
        let outcome = if written.last() == Some(&path) {
            Ok(())
        } else {
            begin(&path).map(|file| {
                open = Some(file);
                written.push(path);
            })
        };
        let outcome =
            outcome.and_then(|()| open.as_mut().map_or(Ok(()), |file| file.write_all(bytes)));
        failure = outcome.err();
    });
    match failure {
        Some(error) => Err(error),
        None => Ok(written),
    }
}

fn begin(path: &Path) -> Result<File, Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    File::create(path)
}
