//! What was understood of the files.

use serde::{Deserialize, Serialize};

use super::{Date, Encoding, Field, FileKind, Finding, Personal, Separator, Unit};

/// What was understood of all files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// File by file, in the order given.
    pub files: Vec<FileReading>,
    /// Problems that are not one file's alone.
    pub findings: Vec<Finding>,
    /// Days that may be the as-of date, best first; empty if no file gives one.
    pub as_of_candidates: Vec<AsOfCandidate>,
    /// Loans that are used.
    pub loans: u64,
    /// Households of the roster; none if no roster was given.
    pub roster_households: Option<u64>,
    /// Villages of the village table; none if none was given.
    pub villages: Option<u64>,
    /// Features of the boundary files; none if none was given.
    pub boundaries: Option<u64>,
}

/// A day that may be the as-of date, and where it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AsOfCandidate {
    /// The day.
    pub date: Date,
    /// Where it was found.
    pub source: AsOfSource,
    /// How many loan rows, or files for a name, give it.
    pub count: u64,
}

/// Where a day was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AsOfSource {
    /// The column 数据日期.
    Column,
    /// The file's name.
    FileName,
}

/// What was understood of one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileReading {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// What it is.
    pub kind: FileKind,
    /// Its encoding; none for a file that is no table.
    pub encoding: Option<Encoding>,
    /// Its separator; none for a file that is no table.
    pub separator: Option<Separator>,
    /// The line its header stands on, from 1; none where there is none.
    pub header_line: Option<u32>,
    /// Rows below the header that are not blank (features, for boundaries).
    pub rows: u64,
    /// Rows used. `used + set_aside = rows`, always.
    pub used: u64,
    /// Rows set aside, each with a finding.
    pub set_aside: u64,
    /// Its columns, in order.
    pub columns: Vec<ColumnReading>,
    /// Columns its kind must have and it lacks.
    pub missing: Vec<Field>,
    /// How many problems it has.
    pub findings_total: u64,
    /// The first of them, in order of line; at most [`FileReading::LISTED`]. The export has them all.
    pub findings: Vec<Finding>,
}

impl FileReading {
    /// How many problems of a file the report lists.
    pub const LISTED: usize = 200;
}

/// What was understood of one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnReading {
    /// Its header as the file has it.
    pub header: String,
    /// Its meaning; none if it is not read.
    pub field: Option<Field>,
    /// Its unit, for money.
    pub unit: Option<Unit>,
    /// The sort of personal data it looks like, if it was left out for that.
    pub personal: Option<Personal>,
}
