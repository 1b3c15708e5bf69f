//! The loans that fit a query, in its order, and one loan in full.

mod coder;
mod detail;
mod filter;
mod group;
mod order;
mod page;
#[cfg(test)]
mod tests;

use crate::domain::{County, Date, Fen};
use crate::indicators::tally::PastDue;
use crate::policy::book::Book;
use crate::policy::classification::Classifier;
use crate::policy::parameters::Rulebook;

use super::{RegisterQuery, Settings};

pub use detail::{bytes_of, detail};
use filter::Filter;
pub use group::groups;
pub(in crate::report) use page::row;

/// The rows that fit a query, in its order; the window moves over them without looking again.
#[derive(Clone, Debug)]
pub struct Selection {
    query: RegisterQuery,
    as_of: Date,
    settings: Settings,
    /// By whose rules the loans are classified.
    rulebook: Rulebook,
    rows: Vec<u32>,
    outstanding_principal: Fen,
    disbursed_principal: Fen,
    overdue_principal: Fen,
}

impl Selection {
    /// Looks for the loans that fit.
    pub fn of(
        county: &County,
        as_of: Date,
        settings: &Settings,
        query: &RegisterQuery,
    ) -> Selection {
        let rulebook = Rulebook::of(&settings.parameters);
        let classifier = Classifier::new(county, as_of, &rulebook);
        let book = query
            .asks_rules()
            .then(|| Book::new(county, as_of, &rulebook));
        let filter = Filter::new(query, county, book.as_ref());
        let mut selection = Selection {
            query: whole(query),
            as_of,
            settings: settings.clone(),
            rulebook: rulebook.clone(),
            rows: Vec::new(),
            outstanding_principal: Fen::ZERO,
            disbursed_principal: Fen::ZERO,
            overdue_principal: Fen::ZERO,
        };
        for (row, loan) in county.loans.iter().enumerate() {
            let past_due = PastDue::of(&classifier, row, &loan);
            if filter.fits(row, &loan, past_due, as_of, county) {
                selection.rows.push(row as u32);
                selection.outstanding_principal += loan.outstanding_principal;
                selection.disbursed_principal += loan.disbursed_principal;
                if past_due.is_overdue() {
                    selection.overdue_principal += loan.outstanding_principal;
                }
            }
        }
        selection.sort(county);
        selection
    }

    /// What classifies its loans.
    fn classifier<'c>(&self, county: &'c County) -> Classifier<'c> {
        Classifier::new(county, self.as_of, &self.rulebook)
    }

    /// Whether this selection answers a query, whatever its window.
    pub fn answers(&self, query: &RegisterQuery, as_of: Date, settings: &Settings) -> bool {
        self.as_of == as_of && self.settings == *settings && self.query == whole(query)
    }
}

/// The query without its window, and without the groups, which choose no loan.
fn whole(query: &RegisterQuery) -> RegisterQuery {
    RegisterQuery {
        offset: 0,
        limit: 0,
        group_by: Vec::new(),
        ..query.clone()
    }
}
