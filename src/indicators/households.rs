//! Distinct households by group: a household with three loans in a village is one household of the village.

use crate::domain::{County, HouseholdId, Loan, VillageId};

use super::ladder::Months;
use super::tally::{HouseholdTally, PastDue};

/// What the counting of households needs of one loan.
#[derive(Clone, Copy, Default)]
struct Entry {
    village: u32,
    lender: u32,
    month: u16,
    flags: u8,
}

/// The loans of each household: those of household `h` are `entries[starts[h]..starts[h + 1]]`.
///
/// The loans are read once in their own order and laid down by household, so that counting walks through memory in one
/// direction: a million loans looked up by household would each wait for memory a dozen times.
pub struct ByHousehold {
    starts: Vec<u32>,
    entries: Vec<Entry>,
}

impl ByHousehold {
    /// Room for every loan of the county, sorted by household by counting.
    pub fn new(county: &County) -> ByHousehold {
        let of_loans = county.loans.households();
        // One place further on than where the loans of a household begin, so that filling moves each to its end.
        let mut starts = vec![0_u32; county.households.len() + 2];
        for household in of_loans {
            starts[household.0 as usize + 2] += 1;
        }
        for at in 2..starts.len() {
            starts[at] += starts[at - 1];
        }
        let entries = vec![Entry::default(); of_loans.len()];
        ByHousehold { starts, entries }
    }

    /// Lays one loan down; every loan of the county once, in their order.
    #[inline(always)]
    pub fn add(&mut self, loan: &Loan, past_due: PastDue, months: &Months) {
        let outstanding = u8::from(past_due.past_due.is_some()) * OUTSTANDING;
        let at = &mut self.starts[loan.household.0 as usize + 1];
        self.entries[*at as usize] = Entry {
            village: loan.village.0,
            lender: loan.lender.0,
            month: months.of(loan.effective_maturity_date()),
            flags: outstanding + u8::from(past_due.is_overdue()) * OVERDUE,
        };
        *at += 1;
    }

    /// Each household that has a loan, with its loans.
    fn each(&self) -> impl Iterator<Item = (HouseholdId, &[Entry])> {
        let borders = self.starts.windows(2).enumerate();
        borders
            .map(|(household, border)| {
                let loans = &self.entries[border[0] as usize..border[1] as usize];
                (HouseholdId(household as u32), loans)
            })
            .filter(|(_, loans)| !loans.is_empty())
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
pub fn distinct(county: &County, loans: &ByHousehold, months: &Months) -> Distinct {
    let mut distinct = Distinct {
        villages: vec![HouseholdTally::default(); county.places.village_count()],
        townships: vec![HouseholdTally::default(); county.places.township_count()],
        lenders: vec![HouseholdTally::default(); county.loans.lenders.len()],
        total: HouseholdTally::default(),
        months: vec![0; months.count()],
        not_in_roster: not_in_roster(county),
    };
    let township_of = |village: u32| county.places.township_of(VillageId(village)).0;
    let mut several = Several::default();
    for (household, loans) in loans.each() {
        let in_roster = county.households.is_in_roster(household);
        let all = loans.iter().fold(0, |all, loan| all | loan.flags);
        count(&mut distinct.total, all, in_roster);
        // Nine households in ten have one loan.
        if let [only] = loans {
            let groups = [
                &mut distinct.villages[only.village as usize],
                &mut distinct.townships[township_of(only.village) as usize],
                &mut distinct.lenders[only.lender as usize],
            ];
            for tally in groups {
                count(tally, only.flags, in_roster);
            }
            if only.flags & OUTSTANDING != 0 {
                distinct.months[usize::from(only.month)] += 1;
            }
            continue;
        }
        several.count(loans, township_of, &mut distinct, in_roster);
    }
    count_roster(county, &mut distinct);
    distinct
}

/// The groups of a household with several loans; kept, so that no household needs memory of its own.
#[derive(Default)]
struct Several {
    groups: Vec<(u32, u8)>,
    months: Vec<u16>,
}

impl Several {
    fn count(
        &mut self,
        loans: &[Entry],
        township_of: impl Fn(u32) -> u32,
        distinct: &mut Distinct,
        in_roster: bool,
    ) {
        let mut by = |group: &dyn Fn(&Entry) -> u32, tallies: &mut [HouseholdTally]| {
            self.groups.clear();
            self.groups
                .extend(loans.iter().map(|loan| (group(loan), loan.flags)));
            count_each(&mut self.groups, tallies, in_roster);
        };
        by(&|loan| loan.village, &mut distinct.villages);
        by(&|loan| township_of(loan.village), &mut distinct.townships);
        by(&|loan| loan.lender, &mut distinct.lenders);
        self.months.clear();
        let outstanding = loans.iter().filter(|loan| loan.flags & OUTSTANDING != 0);
        self.months.extend(outstanding.map(|loan| loan.month));
        self.months.sort_unstable();
        self.months.dedup();
        for month in &self.months {
            distinct.months[usize::from(*month)] += 1;
        }
    }
}

/// Loans whose household is not in the roster, in the order of the files; none where there is no roster.
fn not_in_roster(county: &County) -> Vec<u32> {
    if !county.has_roster {
        return Vec::new();
    }
    let of_loans = county.loans.households().iter().enumerate();
    let without = of_loans.filter(|(_, household)| !county.households.is_in_roster(**household));
    without.map(|(row, _)| row as u32).collect()
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
