//! Distinct households by group: a household with three loans in a village is one household of the village.

use crate::domain::{County, Date, HouseholdId};

use super::ladder::Months;
use super::tally::{HouseholdTally, Standing};

/// The loans of each household: rows of household `h` are `rows[starts[h]..starts[h + 1]]`.
struct ByHousehold {
    starts: Vec<u32>,
    rows: Vec<u32>,
}

impl ByHousehold {
    /// Sorts the loans by household, by counting.
    fn of(county: &County) -> ByHousehold {
        let of_loans = county.loans.households();
        let mut starts = vec![0_u32; county.households.len() + 1];
        for household in of_loans {
            starts[household.0 as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut rows = vec![0_u32; of_loans.len()];
        for (row, household) in of_loans.iter().enumerate() {
            let at = &mut next[household.0 as usize];
            rows[*at as usize] = row as u32;
            *at += 1;
        }
        ByHousehold { starts, rows }
    }
}

/// Distinct households by group; groups are the dense numbers of their kind.
pub struct Distinct {
    /// By village.
    pub villages: Vec<HouseholdTally>,
    /// By township.
    pub townships: Vec<HouseholdTally>,
    /// By lender.
    pub lenders: Vec<HouseholdTally>,
    /// The whole county.
    pub total: HouseholdTally,
    /// Households that have a loan with a balance falling due in a month.
    pub months: Vec<u64>,
    /// Loans whose household is not in the roster, by row, in the order of the files.
    pub not_in_roster: Vec<u32>,
}

const OUTSTANDING: u8 = 1;
const OVERDUE: u8 = 2;

fn count(tally: &mut HouseholdTally, flags: u8, in_roster: bool) {
    let outstanding = u64::from(flags & OUTSTANDING != 0);
    let rostered = u64::from(in_roster);
    tally.borrowers += 1;
    tally.outstanding += outstanding;
    tally.overdue += u64::from(flags & OVERDUE != 0);
    tally.covered_ever += rostered;
    tally.covered += outstanding * rostered;
}

/// Groups one household has loans in, with what those loans are.
fn count_each(groups: &mut [(u32, u8)], tallies: &mut [HouseholdTally], in_roster: bool) {
    groups.sort_unstable();
    for same in groups.chunk_by(|a, b| a.0 == b.0) {
        let flags = same.iter().fold(0, |all, (_, flags)| all | flags);
        count(&mut tallies[same[0].0 as usize], flags, in_roster);
    }
}

/// Counts the distinct households of every group.
pub fn distinct(county: &County, as_of: Date, months: &Months) -> Distinct {
    let by_household = ByHousehold::of(county);
    let mut distinct = Distinct {
        villages: vec![HouseholdTally::default(); county.places.village_count()],
        townships: vec![HouseholdTally::default(); county.places.township_count()],
        lenders: vec![HouseholdTally::default(); county.loans.lenders.len()],
        total: HouseholdTally::default(),
        months: vec![0; months.count()],
        not_in_roster: Vec::new(),
    };
    let (mut villages, mut townships, mut lenders, mut dues) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (household, window) in by_household.starts.windows(2).enumerate() {
        let rows = &by_household.rows[window[0] as usize..window[1] as usize];
        if rows.is_empty() {
            continue;
        }
        let in_roster = county
            .households
            .is_in_roster(HouseholdId(household as u32));
        villages.clear();
        townships.clear();
        lenders.clear();
        dues.clear();
        let mut all = 0;
        for &row in rows {
            let loan = county.loans.loan(row as usize);
            let standing = Standing::of(&loan, as_of);
            let flags = u8::from(standing.past_due.is_some()) * OUTSTANDING
                + u8::from(standing.is_overdue()) * OVERDUE;
            all |= flags;
            villages.push((loan.village.0, flags));
            townships.push((county.places.township_of(loan.village).0, flags));
            lenders.push((loan.lender.0, flags));
            if standing.past_due.is_some() {
                dues.push(months.of(loan.effective_maturity_date()));
            }
            if county.has_roster && !in_roster {
                distinct.not_in_roster.push(row);
            }
        }
        count(&mut distinct.total, all, in_roster);
        count_each(&mut villages, &mut distinct.villages, in_roster);
        count_each(&mut townships, &mut distinct.townships, in_roster);
        count_each(&mut lenders, &mut distinct.lenders, in_roster);
        dues.sort_unstable();
        dues.dedup();
        for month in &dues {
            distinct.months[*month as usize] += 1;
        }
    }
    distinct.not_in_roster.sort_unstable();
    count_roster(county, &mut distinct);
    distinct
}

/// A lender's roster is the county's: any household may borrow from it.
fn count_roster(county: &County, distinct: &mut Distinct) {
    for village in county.households.roster() {
        distinct.villages[village.0 as usize].roster += 1;
        distinct.townships[county.places.township_of(village).0 as usize].roster += 1;
    }
    let all = county.households.roster_count() as u64;
    distinct.total.roster = all;
    for lender in &mut distinct.lenders {
        lender.roster = all;
    }
}
