//! Many loans of one amount that one lender made in one village on one day.

use std::collections::HashMap;

use crate::domain::Loan;
use crate::policy::parameters::Parameter;

use super::Book;

/// By row, how many loans stand in its cluster; only where that is as many as any value of the parameter asks.
pub(super) type Clusters = HashMap<u32, u32>;

/// Counters in which loans are counted roughly first: few loans then have to be looked at again.
const COUNTERS: usize = 1 << 20;

type Key = (u32, u32, i32, i64);

fn key(loan: &Loan) -> Key {
    (
        loan.village.0,
        loan.lender.0,
        loan.disbursement_date.days(),
        loan.disbursed_principal.0,
    )
}

fn counter((village, lender, day, amount): Key) -> usize {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |state: u64, number: u64| (state ^ number).wrapping_mul(MULTIPLIER).rotate_left(29);
    let place = mix(u64::from(village), u64::from(lender));
    let all = mix(mix(place, day as u64), amount as u64);
    (all >> 32) as usize % COUNTERS
}

pub(super) fn find(book: &Book<'_>) -> Clusters {
    let values = book.rulebook.values(Parameter::ClusterLoans).iter();
    let Some(least) = values.filter_map(|value| value.value).min() else {
        return Clusters::new();
    };
    let least = u32::try_from(least).unwrap_or(u32::MAX).max(2);
    let mut rough = vec![0_u32; COUNTERS];
    book.each(|case| rough[counter(key(&case.loan))] += 1);
    let mut exact: HashMap<Key, Vec<u32>> = HashMap::new();
    book.each(|case| {
        let key = key(&case.loan);
        if rough[counter(key)] >= least {
            exact.entry(key).or_default().push(case.row() as u32);
        }
    });
    let large = exact
        .into_values()
        .filter(|rows| rows.len() as u32 >= least);
    large
        .flat_map(|rows| {
            let count = rows.len() as u32;
            rows.into_iter().map(move |row| (row, count))
        })
        .collect()
}
