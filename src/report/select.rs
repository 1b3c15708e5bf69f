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
use crate::indicators::tally::Standing;

use super::policy::ParameterChoices;
use super::{RegisterQuery, Settings};

pub use detail::{bytes_of, detail};
use filter::Filter;
pub use group::groups;

/// The rows that fit a query, in its order; the window moves over them without looking again.
#[derive(Clone, Debug)]
pub struct Selection {
    query: RegisterQuery,
    as_of: Date,
    parameters: ParameterChoices,
    rows: Vec<u32>,
    outstanding_principal: Fen,
    disbursed_principal: Fen,
    overdue_principal: Fen,
}

impl Selection {
    /// Looks for the loans that fit, under the parameters as they are shipped.
    pub fn of(county: &County, as_of: Date, query: &RegisterQuery) -> Selection {
        Selection::under(county, as_of, &Settings::default(), query)
    }

    /// Looks for the loans that fit, under the parameters that were set.
    pub fn under(
        county: &County,
        as_of: Date,
        settings: &Settings,
        query: &RegisterQuery,
    ) -> Selection {
        let filter = Filter::new(query, county, settings);
        let mut selection = Selection {
            query: whole(query),
            as_of,
            parameters: settings.parameters.clone(),
            rows: Vec::new(),
            outstanding_principal: Fen::ZERO,
            disbursed_principal: Fen::ZERO,
            overdue_principal: Fen::ZERO,
        };
        for (row, loan) in county.loans.iter().enumerate() {
            let standing = Standing::of(&loan, as_of);
            if filter.fits(row, &loan, standing, as_of, county) {
                selection.rows.push(row as u32);
                selection.outstanding_principal += loan.outstanding_principal;
                selection.disbursed_principal += loan.disbursed_principal;
                if standing.is_overdue() {
                    selection.overdue_principal += loan.outstanding_principal;
                }
            }
        }
        selection.sort(county);
        selection
    }

    /// Whether this selection answers a query, whatever its window.
    pub fn answers(&self, query: &RegisterQuery, as_of: Date, settings: &Settings) -> bool {
        self.as_of == as_of && self.parameters == settings.parameters && self.query == whole(query)
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
