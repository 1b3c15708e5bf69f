//! A window of the rows, as the register shows them.

use crate::domain::County;
use crate::indicators::tally::PastDue;
use crate::policy::classification::Classifier;

use super::super::{RegisterPage, RegisterRow};
use super::Selection;

impl Selection {
    /// A window of the rows.
    pub fn page(&self, county: &County, offset: u64, limit: u64) -> RegisterPage {
        let from = usize::try_from(offset)
            .unwrap_or(usize::MAX)
            .min(self.rows.len());
        let to = from
            .saturating_add(usize::try_from(limit).unwrap_or(usize::MAX))
            .min(self.rows.len());
        let classifier = self.classifier(county);
        RegisterPage {
            offset: from as u64,
            loans: self.rows.len() as u64,
            outstanding_principal: self.outstanding_principal,
            disbursed_principal: self.disbursed_principal,
            overdue_principal: self.overdue_principal,
            rows: self.rows[from..to]
                .iter()
                .map(|&at| row(county, &classifier, at as usize))
                .collect(),
        }
    }

    /// All rows, one after another.
    pub fn rows<'c>(&'c self, county: &'c County) -> impl Iterator<Item = RegisterRow> + 'c {
        let classifier = self.classifier(county);
        let rows = self.rows.iter();
        rows.map(move |&at| row(county, &classifier, at as usize))
    }
}

/// A loan as the register shows it.
pub(in crate::report) fn row(
    county: &County,
    classifier: &Classifier<'_>,
    row: usize,
) -> RegisterRow {
    let loan = county.loans.loan(row);
    let past_due = PastDue::of(classifier, row, &loan);
    RegisterRow {
        row: row as u64,
        loan_number: county.loans.number(row),
        household_number: county.households.number(loan.household),
        township: county
            .places
            .township_name(county.places.township_of(loan.village)),
        village: county.places.village_name(loan.village),
        lender: county.loans.lenders.text(loan.lender).into_owned(),
        disbursed_principal: loan.disbursed_principal,
        outstanding_principal: loan.outstanding_principal,
        disbursement_date: loan.disbursement_date,
        maturity_date: loan.maturity_date,
        extended_maturity_date: loan.extended_maturity_date,
        days_past_due: past_due.past_due.map(|(days, _)| days),
        class: past_due.past_due.map(|(_, class)| class),
        in_roster: county
            .has_roster
            .then(|| county.households.is_in_roster(loan.household)),
    }
}
