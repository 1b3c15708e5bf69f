//! The loans that one check caught, with the reason of each: found once, shown window by window.

use serde::{Deserialize, Serialize};

use crate::domain::{County, Date};
use crate::indicators::checks::{caught_rows, verdict_of};
use crate::policy::book::Book;
use crate::policy::classification::Classifier;
use crate::policy::parameters::Rulebook;
use crate::policy::rules::{RULES, Rule};
use crate::policy::verdict::Verdict;
use crate::report::select::row;
use crate::report::{RegisterRow, Settings};

use super::ReasonRead;

/// A loan that a check caught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckedRow {
    /// The loan as the register shows it.
    pub row: RegisterRow,
    /// Why it is caught.
    pub reason: ReasonRead,
    /// The file it stands in, by its place in the list of files.
    pub file: u32,
    /// The line its row begins on.
    pub line: u32,
}

/// A window of the loans that a check caught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckPage {
    /// The check.
    pub id: String,
    /// First row of the window.
    pub offset: u64,
    /// Loans caught in all.
    pub loans: u64,
    /// The window.
    pub rows: Vec<CheckedRow>,
}

/// The rows that a check caught on a day, under settings.
#[derive(Clone)]
pub struct CheckSelection {
    rule: &'static Rule,
    as_of: Date,
    settings: Settings,
    rows: Vec<u32>,
}

impl CheckSelection {
    /// Looks for the loans; none where there is no such check.
    pub fn of(
        county: &County,
        as_of: Date,
        settings: &Settings,
        id: &str,
    ) -> Option<CheckSelection> {
        let rule = RULES.iter().find(|rule| rule.id == id)?;
        let rulebook = Rulebook::of(&settings.parameters);
        let rows = caught_rows(&Book::new(county, as_of, &rulebook), rule);
        Some(CheckSelection {
            rule,
            as_of,
            settings: settings.clone(),
            rows,
        })
    }

    /// Whether these are the rows of that check, day and settings.
    pub fn answers(&self, id: &str, as_of: Date, settings: &Settings) -> bool {
        self.rule.id == id && self.as_of == as_of && self.settings == *settings
    }

    /// A window of the rows.
    pub fn page(&self, county: &County, offset: u64, limit: u64) -> CheckPage {
        let skipped = usize::try_from(offset).unwrap_or(usize::MAX);
        let taken = usize::try_from(limit).unwrap_or(usize::MAX);
        let mut rows = Vec::new();
        let window = self.rows.iter().skip(skipped).take(taken);
        self.each(county, window, |row| rows.push(row));
        CheckPage {
            id: self.rule.id.to_owned(),
            offset,
            loans: self.rows.len() as u64,
            rows,
        }
    }

    /// Hands on every row, one after another.
    pub fn all(&self, county: &County, hand: impl FnMut(CheckedRow)) {
        self.each(county, self.rows.iter(), hand);
    }

    /// The digest of the parameters that it was worked out with.
    pub fn digest(&self) -> String {
        Rulebook::of(&self.settings.parameters).digest()
    }

    /// Documents and articles of the check.
    pub fn source(&self) -> &'static str {
        self.rule.source
    }

    fn each<'r>(
        &self,
        county: &County,
        rows: impl Iterator<Item = &'r u32>,
        mut hand: impl FnMut(CheckedRow),
    ) {
        let rulebook = Rulebook::of(&self.settings.parameters);
        let book = Book::new(county, self.as_of, &rulebook);
        let classifier = Classifier::new(county, self.as_of, &rulebook);
        for at in rows.map(|row| *row as usize) {
            if let Some(Verdict::Caught(reason)) = verdict_of(&book.case(at), self.rule) {
                let place = county.loans.source(at);
                hand(CheckedRow {
                    row: row(county, &classifier, at),
                    reason: ReasonRead::from(&reason),
                    file: place.file,
                    line: place.line,
                });
            }
        }
    }
}
