//! A good row becomes a loan, unless its number is known already or gives it away as a total.

use std::borrow::Cow;

use crate::domain::symbol::hash;
use crate::domain::{County, Field, Key, Loan, loan::Source};
use crate::intake::cell;
use crate::intake::encoding::is_text;
use crate::intake::faults::Faults;
use crate::intake::finding::Problem;
use crate::intake::header::is_total;
use crate::intake::row::Cells;

use super::{Draft, LoanReader};

impl LoanReader {
    /// Enters a good row, unless its loan number is known already.
    pub(super) fn enter(
        &mut self,
        draft: Draft,
        cells: &Cells<'_>,
        ready: (u32, Key),
        source: Source,
        county: &mut County,
        faults: &mut Faults,
    ) {
        let number = cells.number(self.at.number);
        let household = cells.number(self.at.household);
        for (text, at, field) in [
            (&number, self.at.number, Field::LoanNumber),
            (&household, self.at.household, Field::HouseholdNumber),
        ] {
            if cell::is_number_without_meaning(text) {
                faults.cell(at, Problem::Blank { field });
            } else if cell::is_in_e_notation(text) {
                faults.cell(at, Problem::DamagedNumber { field });
            } else if matches!(text, Cow::Owned(_)) && !is_text(text) {
                // What is taken as it stands is ASCII.
                faults.cell(at, Problem::NotText { field });
            }
        }
        // A total may carry days and places like any loan; only its number gives it away.
        if matches!(number, Cow::Owned(_)) && is_total(&String::from_utf8_lossy(&number)) {
            faults.whole_row(Problem::TotalRow);
        }
        if faults.is_row_set_aside() {
            return;
        }
        let (number_hash, household_key) = ready;
        // Numbers that had to be cleaned have other hashes than their bytes in the file.
        let number_hash = match &number {
            Cow::Borrowed(_) => number_hash,
            Cow::Owned(text) => hash(text),
        };
        let household_key = match &household {
            Cow::Borrowed(_) => household_key,
            Cow::Owned(text) => Key::of(text),
        };
        if let Err(row) = county.loans.enter_number(&number, number_hash) {
            let first = county.loans.source(row);
            let known = county.loans.loan(row);
            let is_same_household =
                county.households.number(known.household).as_bytes() == household.as_ref();
            let same = is_same_household
                && known
                    == Loan {
                        household: known.household,
                        ..draft.loan
                    }
                && county.loans.facts.says_the_same(row, self.facts.values());
            if same && first.file != self.file {
                let (_, rows) = self
                    .same_as
                    .filter(|(file, _)| *file == first.file)
                    .unwrap_or((first.file, 0));
                self.same_as = Some((first.file, rows + 1));
            }
            let (first_file, first_line) = (first.file, first.line);
            let problem = if known.lender == draft.loan.lender {
                Problem::RepeatedLoan {
                    first_file,
                    first_line,
                    same,
                }
            } else {
                let lender = county.loans.lenders.text(known.lender).into_owned();
                Problem::LoanNumberAtOtherLender {
                    first_file,
                    first_line,
                    lender,
                }
            };
            faults.cell(self.at.number, problem);
            return;
        }
        let household = county.households.enter(&household_key, &household);
        county.loans.push(
            &Loan {
                household,
                ..draft.loan
            },
            source,
        );
        if !self.facts.is_empty() {
            county.loans.push_facts(self.facts.values());
        }
        self.used += 1;
    }
}
