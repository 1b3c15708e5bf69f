//! The order of the rows that fit.

use std::cmp::Ordering;

use crate::domain::{County, Symbol, VillageId};
use crate::policy::days_past_due::days_past_due;

use super::super::RegisterSort;
use super::Selection;

impl Selection {
    /// Ties stand in the order of the files, whichever way the order runs.
    pub(super) fn sort(&mut self, county: &County) {
        let loan = |row: u32| county.loans.loan(row as usize);
        let as_of = self.as_of;
        match self.query.sort {
            RegisterSort::File => {
                if self.query.descending {
                    self.rows.reverse();
                }
            }
            RegisterSort::Place => {
                let order = order_of(county.places.village_count(), |a, b| {
                    place_name(county, a).cmp(&place_name(county, b))
                });
                self.sort_by_number(|row| i64::from(order[loan(row).village.0 as usize]));
            }
            RegisterSort::Lender => {
                let name = |at: u32| county.loans.lenders.bytes(Symbol(at));
                let order = order_of(county.loans.lenders.len(), |a, b| name(a).cmp(name(b)));
                self.sort_by_number(|row| i64::from(order[loan(row).lender.0 as usize]));
            }
            RegisterSort::DisbursedPrincipal => {
                self.sort_by_number(|row| loan(row).disbursed_principal.0)
            }
            RegisterSort::OutstandingPrincipal => {
                self.sort_by_number(|row| loan(row).outstanding_principal.0)
            }
            RegisterSort::DisbursementDate => {
                self.sort_by_number(|row| i64::from(loan(row).disbursement_date.days()))
            }
            RegisterSort::MaturityDate => {
                self.sort_by_number(|row| i64::from(loan(row).effective_maturity_date().days()))
            }
            RegisterSort::DaysPastDue => self.sort_by_number(|row| {
                // Settled loans have no days past due and come before all that have.
                days_past_due(&loan(row), as_of).map_or(-1, i64::from)
            }),
        }
    }

    fn sort_by_number(&mut self, key: impl Fn(u32) -> i64) {
        let mut keyed: Vec<(i64, u32)> = self.rows.iter().map(|&row| (key(row), row)).collect();
        if self.query.descending {
            keyed.sort_unstable_by_key(|&(key, row)| (std::cmp::Reverse(key), row));
        } else {
            keyed.sort_unstable();
        }
        self.rows = keyed.into_iter().map(|(_, row)| row).collect();
    }
}

fn place_name(county: &County, village: u32) -> (String, String) {
    let id = VillageId(village);
    (
        county.places.township_name(county.places.township_of(id)),
        county.places.village_name(id),
    )
}

/// The place of each of `count` things in the order that `compare` gives.
fn order_of(count: usize, compare: impl Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut things: Vec<u32> = (0..count as u32).collect();
    things.sort_by(|&a, &b| compare(a, b));
    let mut order = vec![0; count];
    for (place, thing) in things.into_iter().enumerate() {
        order[thing as usize] = place as u32;
    }
    order
}
