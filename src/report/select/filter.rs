//! Whether a loan fits a query.

use crate::domain::{County, Date, Loan, Symbol, TownshipId, VillageId};
use crate::indicators::checks::{LoanDecide, decide_of};
use crate::indicators::tally::PastDue;
use crate::policy::book::Book;

use super::super::RegisterQuery;
use super::super::dimension::Dimension;
use super::coder::Coder;

/// A query whose names have been looked up.
pub(super) struct Filter<'q> {
    township: Option<Option<TownshipId>>,
    village: Option<Option<VillageId>>,
    lender: Option<Option<Symbol>>,
    /// For each dimension that is asked for, which of its codes fit.
    conditions: Vec<(Coder<'q>, Vec<bool>)>,
    /// The check whose loans are asked for; one that there is not, or that cannot be made, catches none.
    check: Option<Option<(&'q Book<'q>, LoanDecide)>>,
    query: &'q RegisterQuery,
}

impl<'q> Filter<'q> {
    /// Looks the query's names up; a name that the county lacks fits no loan. The book is needed where
    /// the query [asks the rules](RegisterQuery::asks_rules).
    pub(super) fn new(
        query: &'q RegisterQuery,
        county: &'q County,
        book: Option<&'q Book<'q>>,
    ) -> Filter<'q> {
        let township = query
            .township
            .as_ref()
            .map(|name| county.places.find_township(name));
        let village = query
            .village
            .as_ref()
            .map(|name| county.places.find_village(township??, name));
        let lender = query
            .lender
            .as_ref()
            .map(|name| county.loans.lenders.find(name.as_bytes()));
        Filter {
            township,
            village,
            lender,
            conditions: conditions(query, county, book),
            check: query.check.as_ref().map(|id| {
                let book = book?;
                Some((book, decide_of(book, id)?))
            }),
            query,
        }
    }

    /// Whether a loan fits; `past_due` is how late it is on the day.
    pub(super) fn fits(
        &self,
        row: usize,
        loan: &Loan,
        past_due: PastDue,
        as_of: Date,
        county: &County,
    ) -> bool {
        let query = self.query;
        let days_to_maturity = loan.effective_maturity_date().days_since(as_of);
        let is_due_within = |days| {
            loan.is_outstanding() && (0..=i64::from(days)).contains(&i64::from(days_to_maturity))
        };
        let is_non_performing = || {
            past_due
                .past_due
                .is_some_and(|(_, class)| class.is_non_performing())
        };
        let is_overdue = past_due.is_overdue();
        self.township
            .is_none_or(|id| id == Some(county.places.township_of(loan.village)))
            && self.village.is_none_or(|id| id == Some(loan.village))
            && self.lender.is_none_or(|id| id == Some(loan.lender))
            && query
                .class
                .is_none_or(|class| past_due.past_due.is_some_and(|(_, own)| own == class))
            && (!query.non_performing || is_non_performing())
            && query.due_within_days.is_none_or(is_due_within)
            && (!query.matured || days_to_maturity < 0)
            && query.overdue.is_none_or(|wanted| wanted == is_overdue)
            && (!query.outstanding_only || loan.is_outstanding())
            && (!query.not_in_roster
                || (county.has_roster && !county.households.is_in_roster(loan.household)))
            && query
                .maturity_month
                .is_none_or(|month| loan.effective_maturity_date().month() == month)
            && query
                .due_from
                .is_none_or(|first| loan.effective_maturity_date() >= first)
            && query
                .due_to
                .is_none_or(|last| loan.effective_maturity_date() <= last)
            && self.conditions.iter().all(|(coder, wanted)| {
                let code = coder.code(row, loan, past_due, as_of);
                wanted.get(code as usize) == Some(&true)
            })
            && self.check.as_ref().is_none_or(|check| {
                check.is_some_and(|(book, decide)| decide(&book.case(row)).is_caught())
            })
            && (query.text.is_empty() || self.has_text(row, loan, county))
    }

    fn has_text(&self, row: usize, loan: &Loan, county: &County) -> bool {
        let wanted = self.query.text.trim();
        county.loans.number(row).contains(wanted)
            || county.households.number(loan.household).contains(wanted)
    }
}

/// Of each dimension that is asked for, which codes fit.
fn conditions<'q>(
    query: &RegisterQuery,
    county: &'q County,
    book: Option<&'q Book<'q>>,
) -> Vec<(Coder<'q>, Vec<bool>)> {
    let mut asked: Vec<Dimension> = query.conditions.iter().map(|c| c.dimension).collect();
    asked.sort_unstable();
    asked.dedup();
    let of_dimension = |dimension: Dimension| {
        let coder = Coder::of(dimension, county, book);
        let given = query.conditions.iter();
        let given: Vec<_> = given.filter(|c| c.dimension == dimension).collect();
        let fits = |code| {
            let value = coder.value(code);
            given.iter().any(|condition| condition.value == value)
        };
        let wanted = (0..coder.size()).map(fits).collect();
        (coder, wanted)
    };
    asked.into_iter().map(of_dimension).collect()
}
