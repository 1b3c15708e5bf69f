//! Everything counted for a day under what is assumed, and its rows by township and lender.

use crate::domain::{County, Symbol};
use crate::indicators::compute::{Computed, compute, figures};
use crate::policy::assumption::Assumption;
use crate::policy::parameters::Rulebook;

use super::super::{LenderRow, Settings, TownshipRow};
use super::townships_named;

/// Everything counted, under what is assumed.
pub(in crate::report) fn counted(
    county: &County,
    assumption: &Assumption,
    settings: &Settings,
) -> Computed {
    compute(county, assumption, &Rulebook::of(&settings.parameters))
}

/// By township, in the order of their names.
pub(in crate::report) fn townships(county: &County, computed: &Computed) -> Vec<TownshipRow> {
    let row = |id| TownshipRow {
        township: county.places.township_name(id),
        figures: computed.township(id, county.has_roster),
    };
    let mut townships: Vec<TownshipRow> = townships_named(county, computed)
        .into_iter()
        .map(row)
        .collect();
    townships.sort_by(|a, b| a.township.cmp(&b.township));
    townships
}

/// By lender, in the order of their names.
pub(in crate::report) fn lenders(county: &County, computed: &Computed) -> Vec<LenderRow> {
    let name = |at: usize| county.loans.lenders.text(Symbol(at as u32)).into_owned();
    let mut lenders: Vec<LenderRow> = computed
        .lenders
        .iter()
        .enumerate()
        // A row that was set aside may have named a lender that has no loan.
        .filter(|(_, tally)| tally.disbursed.loans > 0)
        .map(|(at, tally)| LenderRow {
            lender: name(at),
            figures: figures(tally, county.has_roster),
        })
        .collect();
    lenders.sort_by(|a, b| a.lender.cmp(&b.lender));
    lenders
}
