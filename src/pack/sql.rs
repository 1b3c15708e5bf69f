//! The terminal command `sql`: the rules and indicators as SQL, and what was read as CSV beside them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::export::canonical;
use crate::export::sql::{Asked as Made, Dialect, text};
use crate::report::build::reading;
use crate::report::canonical::{County, TABLES};
use crate::report::policy::{ParameterChoices, ParameterFile};
use crate::report::{Date, Settings};

use super::SetupError;
use super::analyze::{day, read};

/// What is asked of the command.
pub struct Asked {
    /// Whose SQL.
    pub dialect: Dialect,
    /// 统计时点; none where the files are to say.
    pub as_of: Option<Date>,
    /// A file of parameters as the page saves it; none for the table as shipped.
    pub parameters: Option<PathBuf>,
    /// A folder to write what the files say into, as canonical CSV.
    pub data: Option<PathBuf>,
    /// The files; needed for the day or the folder.
    pub files: Vec<PathBuf>,
}

/// Writes the tables if a folder was named, and answers the text.
///
/// # Errors
/// Where a file cannot be read or written, the parameters are none, or there is no day.
pub fn command(asked: &Asked) -> Result<String, Box<dyn std::error::Error>> {
    let parameters = match &asked.parameters {
        Some(path) => parameters(path)?,
        None => ParameterChoices::default(),
    };
    let mut as_of = asked.as_of;
    if asked.data.is_some() || as_of.is_none() {
        let intake = read(&asked.files)?;
        as_of = Some(day(as_of, &reading(&intake))?);
        if let Some(folder) = &asked.data {
            write_tables(&intake.county, folder)?;
        }
    }
    let as_of = as_of.ok_or("Name the day: --as-of 2019-11-30.")?;
    Ok(text(&Made {
        as_of,
        parameters: &parameters,
        minimum_matured_loans: Settings::default().minimum_matured_loans,
        dialect: asked.dialect,
    }))
}

fn parameters(path: &Path) -> Result<ParameterChoices, Box<dyn std::error::Error>> {
    let text = fs::read_to_string(path).map_err(SetupError::file(path))?;
    ParameterFile::read(&text)
        .map_err(|why| format!("{} is no file of parameters: {why}.", path.display()).into())
}

/// Writes every canonical table into a folder, each under its own name.
///
/// # Errors
/// [`SetupError::File`] where a file cannot be written.
pub fn write_tables(county: &County, folder: &Path) -> Result<(), SetupError> {
    fs::create_dir_all(folder).map_err(SetupError::file(folder))?;
    for table in TABLES {
        let path = folder.join(format!("{}.csv", table.name));
        fs::write(&path, canonical::csv(&table, county)).map_err(SetupError::file(&path))?;
    }
    Ok(())
}
