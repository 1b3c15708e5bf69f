//! What a person has said about how a file is to be read, where the program guessed wrong: plain data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::Field;

use super::finding::{Encoding, Separator, Unit};

/// What was said about one file given: by the name of the sheet, `""` for a file that is no workbook.
pub type FileChoices = BTreeMap<String, Choices>;

/// What was said about one table. What is not said is found out by the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// Its encoding.
    pub encoding: Option<Encoding>,
    /// Its separator.
    pub separator: Option<Separator>,
    /// Where its header stands.
    pub header: Option<HeaderRows>,
    /// What single columns are.
    pub columns: Vec<ColumnChoice>,
    /// Corrections of cells, in the order in which they were made.
    pub steps: Vec<Step>,
}

impl Choices {
    /// Nothing was said.
    pub const NONE: Choices = Choices {
        encoding: None,
        separator: None,
        header: None,
        columns: Vec::new(),
        steps: Vec::new(),
    };

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Choices::NONE
    }

    /// What was said of a column.
    pub fn column(&self, column: &ColumnName) -> Option<&ColumnChoice> {
        self.columns.iter().find(|choice| choice.column == *column)
    }
}

/// Where a header stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeaderRows {
    /// The line of its first row, from 1.
    pub line: u32,
    /// How many rows it has, from 1 to 3.
    pub rows: u32,
}

/// A column by what stands above it: a later file of the same shape has it too, wherever it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ColumnName {
    /// Its header, the group before it: `扶贫小额信贷/贷款金额`.
    pub header: String,
    /// Which of the columns of that header, from 1.
    pub occurrence: u32,
}

/// What was said of one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnChoice {
    /// The column.
    pub column: ColumnName,
    /// Its meaning.
    #[serde(default)]
    pub meaning: Option<Meaning>,
    /// Its unit, for money.
    #[serde(default)]
    pub unit: Option<Unit>,
    /// What is to be done with it as personal data.
    #[serde(default)]
    pub personal: Option<PersonalChoice>,
}

/// What a column means, as a person says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// This.
    Field(Field),
    /// Nothing that is to be read.
    Unused,
}

/// What is to be done with a column that looks personal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonalChoice {
    /// It is left out, as without any choice.
    LeaveOut,
    /// Its numbers are replaced by pseudonyms under the passphrase of the reading.
    Pseudonym,
    /// It is not personal; taken only where nothing but the look of its cells spoke against it.
    NotPersonal,
}

/// A correction: where a column reads one text, another is read in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The column.
    pub column: ColumnName,
    /// The text found, as findings show it; empty for a blank cell.
    pub found: String,
    /// The text to read instead.
    pub becomes: String,
    /// In which rows.
    pub rows: StepRows,
}

/// The rows in which a correction holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum StepRows {
    /// In all rows alike.
    All,
    /// In the row of a loan, household or village of this number or name.
    Key {
        /// The text of the column that names the row: 借据号, 户编号, 行政村.
        key: String,
    },
    /// In the row on this line: where a row has no number of its own. Of the file it was made for only: a profile that
    /// replays it on another file leaves it out, because that line is another row there.
    Line {
        /// From 1.
        line: u32,
    },
}
