//! The register in groups: one pass over the loans that fit, whatever the dimensions.

use std::collections::{HashMap, HashSet};

use crate::domain::{County, Date, HouseholdId, Loan};
use crate::indicators::grouped::GroupTally;
use crate::indicators::tally::PastDue;
use crate::policy::book::Book;
use crate::policy::classification::Classifier;
use crate::policy::parameters::Rulebook;

use super::super::dimension::{Dimension, DimensionValue};
use super::super::register::{GroupRow, RegisterGroups};
use super::super::{RegisterQuery, Settings};
use super::coder::Coder;
use super::filter::Filter;

/// Where so many groups or fewer are possible, each has a place of its own; where more are, those that occur are looked up.
const MOST_PLACES: u128 = 1 << 22;
const NO_GROUP: u32 = u32::MAX;

/// Which number each combination of codes has, in the order met.
enum Numbers {
    Places(Vec<u32>),
    Met(HashMap<u128, u32>),
}

impl Numbers {
    fn new(possible: u128) -> Numbers {
        match usize::try_from(possible) {
            Ok(places) if possible <= MOST_PLACES => Numbers::Places(vec![NO_GROUP; places]),
            _ => Numbers::Met(HashMap::new()),
        }
    }

    /// The number of a combination; `next` where it is new.
    #[inline]
    fn number(&mut self, key: u128, next: u32) -> u32 {
        let known = match self {
            Numbers::Places(places) => &mut places[key as usize],
            Numbers::Met(met) => met.entry(key).or_insert(NO_GROUP),
        };
        if *known == NO_GROUP {
            *known = next;
        }
        *known
    }
}

/// Links of one household's chain, beyond which its groups are looked up: files exist in which all loans are one household's.
const LONGEST_CHAIN: u32 = 32;

/// Which households have been counted in which groups: of each household the groups in which it was met, as a chain.
struct Seen {
    /// By household the place of its last link, from 1; 0 for none.
    last: Vec<u32>,
    /// Group, and the link before.
    links: Vec<(u32, u32)>,
    /// Household and group, beyond the longest chain.
    further: HashSet<(u32, u32)>,
}

impl Seen {
    fn new(households: usize) -> Seen {
        Seen {
            last: vec![0; households],
            links: Vec::new(),
            further: HashSet::new(),
        }
    }

    /// Whether the household is new to the group, and whether it is new altogether.
    #[inline]
    fn is_new(&mut self, household: HouseholdId, group: u32) -> (bool, bool) {
        let first = self.last[household.0 as usize];
        let (mut at, mut length) = (first, 0);
        while let Some((known, before)) = at.checked_sub(1).map(|at| self.links[at as usize]) {
            if known == group {
                return (false, false);
            }
            (at, length) = (before, length + 1);
        }
        if length == LONGEST_CHAIN {
            return (self.further.insert((household.0, group)), false);
        }
        self.links.push((group, first));
        self.last[household.0 as usize] = self.links.len() as u32;
        (true, first == 0)
    }
}

/// A group under way.
struct Group {
    key: u128,
    tally: GroupTally,
}

fn add(tally: &mut GroupTally, loan: &Loan, past_due: PastDue, is_new: bool) {
    tally.loans += 1;
    tally.households += u64::from(is_new);
    tally.disbursed += loan.disbursed_principal;
    tally.outstanding += loan.outstanding_principal;
    if past_due.is_overdue() {
        tally.overdue += loan.outstanding_principal;
    }
}

/// The register's loans that fit a query, in the groups it asks for, in the order of their values.
/// Dimensions beyond [`Dimension::MOST`] and repeated ones are left out.
pub fn groups(
    county: &County,
    as_of: Date,
    settings: &Settings,
    query: &RegisterQuery,
) -> RegisterGroups {
    let mut dimensions: Vec<Dimension> = Vec::new();
    for dimension in &query.group_by {
        if !dimensions.contains(dimension) && dimensions.len() < Dimension::MOST {
            dimensions.push(*dimension);
        }
    }
    let rulebook = Rulebook::of(&settings.parameters);
    let classifier = Classifier::new(county, as_of, &rulebook);
    let book = query
        .asks_rules()
        .then(|| Book::new(county, as_of, &rulebook));
    let book = book.as_ref();
    let coders: Vec<Coder<'_>> = dimensions
        .iter()
        .map(|dimension| Coder::of(*dimension, county, book))
        .collect();
    let filter = Filter::new(query, county, book);
    let possible = coders
        .iter()
        .map(|coder| u128::from(coder.size()))
        .product();
    let mut numbers = Numbers::new(possible);
    let mut seen = Seen::new(county.households.len());
    let mut total = GroupTally::default();
    let mut met: Vec<Group> = Vec::new();
    for (row, loan) in county.loans.iter().enumerate() {
        let past_due = PastDue::of(&classifier, row, &loan);
        if !filter.fits(row, &loan, past_due, as_of, county) {
            continue;
        }
        let key = coders.iter().fold(0, |key: u128, coder| {
            let code = coder.code(row, &loan, past_due, as_of);
            key * u128::from(coder.size()) + u128::from(code)
        });
        let number = numbers.number(key, met.len() as u32);
        if number as usize == met.len() {
            let tally = GroupTally::default();
            met.push(Group { key, tally });
        }
        let (is_new, is_first) = seen.is_new(loan.household, number);
        add(&mut met[number as usize].tally, &loan, past_due, is_new);
        add(&mut total, &loan, past_due, is_first);
    }
    told(dimensions, &coders, met, total)
}

fn told(
    dimensions: Vec<Dimension>,
    coders: &[Coder<'_>],
    met: Vec<Group>,
    total: GroupTally,
) -> RegisterGroups {
    let mut rows: Vec<GroupRow> = met
        .iter()
        .map(|group| GroupRow {
            values: values(coders, group.key),
            figures: group.tally.figures(),
        })
        .collect();
    rows.sort_by(|a, b| a.values.cmp(&b.values));
    let groups = rows.len() as u64;
    rows.truncate(RegisterGroups::LISTED);
    RegisterGroups {
        group_by: dimensions,
        total: total.figures(),
        groups,
        rows,
    }
}

/// The values of a combination of codes.
fn values(coders: &[Coder<'_>], key: u128) -> Vec<DimensionValue> {
    let mut rest = key;
    let mut values: Vec<DimensionValue> = coders
        .iter()
        .rev()
        .map(|coder| {
            let size = u128::from(coder.size());
            let code = (rest % size) as u32;
            rest /= size;
            coder.value(code)
        })
        .collect();
    values.reverse();
    values
}
