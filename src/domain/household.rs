//! Households by their pseudonymous number: those of the roster, and those that only a loan names.

use super::key::{Key, Keys};
use super::place::VillageId;

/// A household of one [`Households`], by the order in which its number was first met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HouseholdId(pub u32);

/// The village of a household that the roster lacks.
const NOWHERE: VillageId = VillageId(u32::MAX);

/// All household numbers, and what the roster says of each.
#[derive(Clone, Debug, Default)]
pub struct Households {
    numbers: Keys,
    /// By household: the village the roster gives, or [`NOWHERE`].
    roster_village: Vec<VillageId>,
    roster_count: usize,
}

impl Households {
    /// Makes room for `count` more numbers.
    pub fn reserve(&mut self, count: usize) {
        self.numbers.reserve(count);
        self.roster_village.reserve_exact(count);
    }

    /// The household of a number, entered if it is new; `key` is the number's own.
    #[inline]
    pub fn enter(&mut self, key: &Key, number: &[u8]) -> HouseholdId {
        let (household, new) = self.numbers.enter(key, number);
        if new {
            self.roster_village.push(NOWHERE);
        }
        HouseholdId(household)
    }

    /// Brings near what entering these numbers will read; see [`Keys::bring_near`].
    pub fn bring_near<'k>(&self, keys: impl Iterator<Item = &'k Key> + Clone) -> u64 {
        self.numbers.bring_near(keys)
    }

    /// Brings near what enrolling households of these numbers will read besides.
    pub fn bring_roster_near<'k>(&self, keys: impl Iterator<Item = &'k Key>) -> u32 {
        let known = keys.filter_map(|key| self.numbers.likely(key));
        known.fold(0, |sum: u32, household| {
            sum.wrapping_add(self.roster_village[household as usize].0)
        })
    }

    /// Enters a household of the roster; false if the roster had it already. `key` is the number's own.
    #[inline]
    pub fn enroll(&mut self, key: &Key, number: &[u8], village: VillageId) -> bool {
        let (household, new) = self.numbers.enter(key, number);
        if new {
            self.roster_village.push(village);
        } else {
            let entry = &mut self.roster_village[household as usize];
            if *entry != NOWHERE {
                return false;
            }
            *entry = village;
        }
        self.roster_count += 1;
        true
    }

    /// The household's village by the roster; none if it is not in the roster.
    #[inline]
    pub fn roster_village(&self, household: HouseholdId) -> Option<VillageId> {
        Some(self.roster_village[household.0 as usize]).filter(|village| *village != NOWHERE)
    }

    /// Whether the roster has the household.
    #[inline]
    pub fn is_in_roster(&self, household: HouseholdId) -> bool {
        self.roster_village[household.0 as usize] != NOWHERE
    }

    /// Households in the roster.
    pub fn roster_count(&self) -> usize {
        self.roster_count
    }

    /// Households in all, whether the roster has them or not.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether no household is known.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The villages of the roster's households, in the order met.
    pub fn roster(&self) -> impl Iterator<Item = VillageId> + '_ {
        self.roster_village
            .iter()
            .copied()
            .filter(|village| *village != NOWHERE)
    }

    /// A household's number as the files have it.
    pub fn number(&self, household: HouseholdId) -> String {
        self.numbers.text(household.0)
    }
}
