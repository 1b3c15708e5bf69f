//! What was understood of the files.

use serde::{Deserialize, Serialize};

use super::policy::ParameterChoices;
use super::views::View;
use super::{
    Certainty, Choices, ColumnName, Date, Encoding, Field, FileKind, Finding, FindingGroup,
    HeaderRows, Personal, PlacesRead, Profile, ProfileShape, Separator, Unit, UnitFrom,
};

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
    /// What the profiles among the files settled; none if there was none.
    pub profile: Option<Profile>,
    /// The parameters that a file among those given sets; none if none does. The last of several counts.
    pub parameters: Option<ParameterChoices>,
    /// The views that files among those given name.
    pub views: Vec<View>,
    /// The names of places that were not simply those of the list they were compared with, and what they were taken for.
    pub places: PlacesRead,
}

impl Reading {
    /// What was settled for the files read, added to what was settled before and to the profiles among the files: what a
    /// person saves for next month.
    pub fn profile(&self, before: &Profile) -> Profile {
        let mut profile = before.clone();
        if let Some(given) = &self.profile {
            profile.add(given.clone());
        }
        for file in self.files.iter().filter(|file| !file.choices.is_empty()) {
            let headers = file.columns.iter().map(|column| column.header.clone());
            profile.settle(ProfileShape {
                headers: headers.collect(),
                choices: file.choices.clone(),
            });
        }
        profile
    }
}

/// A day that may be the as-of date, and where it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AsOfCandidate {
    /// The day.
    pub date: Date,
    /// Where it was found.
    pub source: AsOfSource,
    /// How many loan rows, or files for a title or a name, give it.
    pub count: u64,
}

/// Where a day was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AsOfSource {
    /// The column 数据日期.
    Column,
    /// A line above the header.
    Title,
    /// The file's name.
    FileName,
}

/// What was understood of one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileReading {
    /// Which of the files given it is, from 0: a workbook may hold several tables.
    pub given: u32,
    /// Its name.
    pub name: String,
    /// The sheet of the workbook; none for a file that is no workbook.
    pub sheet: Option<String>,
    /// Its size in bytes.
    pub bytes: u64,
    /// What it is.
    pub kind: FileKind,
    /// Its encoding; none for a file that is no table.
    pub encoding: Option<Encoding>,
    /// Its separator; none for a file that is no table.
    pub separator: Option<Separator>,
    /// Where its header stands; none where there is none.
    pub header: Option<HeaderRows>,
    /// Rows below the header that are not blank (features, for boundaries).
    pub rows: u64,
    /// Rows used. `used + set_aside = rows`, always.
    pub used: u64,
    /// Of the rows used, those with a corrected cell.
    pub mended: u64,
    /// Rows set aside, each with a finding.
    pub set_aside: u64,
    /// Its columns, in order.
    pub columns: Vec<ColumnReading>,
    /// Columns its kind must have and it lacks.
    pub missing: Vec<Field>,
    /// What a person said of how it is to be read, corrections included; what a profile said of it, if one knew it.
    pub choices: Choices,
    /// Whether a profile knew its header.
    pub is_by_profile: bool,
    /// For each correction of `choices`, the cells that it changed. None at all: it no longer fits.
    pub step_hits: Vec<u64>,
    /// How many problems it has.
    pub findings_total: u64,
    /// The first of them, in order of line; at most [`FileReading::LISTED`]. The export has them all.
    pub findings: Vec<Finding>,
    /// The problems kept, those that are alike taken together; at most [`FileReading::GROUPS`].
    pub groups: Vec<FindingGroup>,
}

impl FileReading {
    /// How many problems of a file the report lists.
    pub const LISTED: usize = 200;
    /// How many groups of problems the report lists.
    pub const GROUPS: usize = 100;
}

/// What was understood of one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnReading {
    /// Its header as the file has it, after the groups above it: `扶贫小额信贷/贷款金额`.
    pub header: String,
    /// Which of the columns of that header it is, from 1.
    pub occurrence: u32,
    /// Its meaning; none if it is not read.
    pub field: Option<Field>,
    /// How sure that is; none without a meaning.
    pub certainty: Option<Certainty>,
    /// Of the first rows' cells that hold something, those that read as the meaning wants, and all; none without a meaning.
    pub fit: Option<(u32, u32)>,
    /// Its unit, for money.
    pub unit: Option<Unit>,
    /// Where the unit was found.
    pub unit_from: Option<UnitFrom>,
    /// The sort of personal data it looks like, if it was left out or pseudonymised for that.
    pub personal: Option<Personal>,
    /// Whether pseudonyms are read in the place of its numbers.
    pub is_pseudonymised: bool,
}

impl ColumnReading {
    /// The column's name, by which choices are kept.
    pub fn name(&self) -> ColumnName {
        ColumnName {
            header: self.header.clone(),
            occurrence: self.occurrence,
        }
    }
}
