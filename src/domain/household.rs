//! Households by their pseudonymous number: those of the roster, and those that only a loan names.

mod facts;
mod merge;

use std::collections::BTreeSet;

use super::date::Date;
use super::key::{Key, Keys};
use super::place::VillageId;
use super::symbol::Symbols;

use facts::FactColumns;
pub use facts::{HouseholdFacts, HouseholdType, MonitorState, MonitorType, PovertyStatus};
pub use merge::{Differing, Merged, RosterRow};

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
    facts: FactColumns,
    /// Words for the credit grade, UTF-8.
    pub credit_grades: Symbols,
    /// Statuses that held before, or for other days than, the one that counts.
    statuses: BTreeSet<StatusOfDay>,
    persons: Keys,
    /// By person: the household of the first row that names the person.
    person_household: Vec<HouseholdId>,
}

/// A status that a household had on another day than the one that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StatusOfDay {
    /// The household.
    pub household: HouseholdId,
    /// The day for which it held; of a year its last day.
    pub day: Option<Date>,
    /// The status.
    pub status: PovertyStatus,
}

impl Households {
    /// Makes room for `count` more numbers.
    pub fn reserve(&mut self, count: usize) {
        self.numbers.reserve(count);
        self.roster_village.reserve_exact(count);
    }

    /// The household of a number, entered if it is new; `key` is the number's own.
    #[inline(always)]
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
            let village = self.roster_village[household as usize].0;
            sum.wrapping_add(village)
                .wrapping_add(self.facts.bring_near(household as usize))
        })
    }

    /// Makes room for a roster of `count` households. Those that loans named before are households of the roster but for
    /// a few; room for all of both would have to be moved to, and would mostly stay empty.
    pub fn reserve_roster(&mut self, count: usize) {
        self.reserve(count.saturating_sub(self.len()));
        self.facts.reserve(count);
    }

    /// Enters a person of a household; whether the person was known before. The first household stays.
    #[inline(always)]
    pub fn enter_person(&mut self, number: &[u8], household: HouseholdId) -> (u32, bool) {
        let (person, new) = self.persons.enter(&Key::of(number), number);
        if new {
            self.person_household.push(household);
        }
        (person, !new)
    }

    /// The household of a person, if a roster by person names the person.
    pub fn household_of_person(&self, number: &[u8]) -> Option<HouseholdId> {
        let person = self.persons.find(number)?;
        self.person_household.get(person as usize).copied()
    }

    /// For each household its own, or the one that a person of its number belongs to; none where no number is a person's.
    pub fn of_persons(&self) -> Option<Vec<HouseholdId>> {
        if self.persons.is_empty() {
            return None;
        }
        let home = |at: u32| {
            let own = HouseholdId(at);
            let is_known = self.is_in_roster(own);
            let of_person = || self.household_of_person(self.number(own).as_bytes());
            if is_known {
                own
            } else {
                of_person().unwrap_or(own)
            }
        };
        Some((0..self.len() as u32).map(home).collect())
    }

    /// How many persons the rosters name by number.
    pub fn person_count(&self) -> usize {
        self.persons.len()
    }

    /// The statuses that do not count, household by household in the order of their days.
    pub fn earlier_statuses(&self) -> impl Iterator<Item = &StatusOfDay> {
        self.statuses.iter()
    }

    /// The household's village by the roster; none if it is not in the roster.
    #[inline(always)]
    pub fn roster_village(&self, household: HouseholdId) -> Option<VillageId> {
        Some(self.roster_village[household.0 as usize]).filter(|village| *village != NOWHERE)
    }

    /// Whether the roster has the household.
    #[inline(always)]
    pub fn is_in_roster(&self, household: HouseholdId) -> bool {
        self.roster_village[household.0 as usize] != NOWHERE
    }

    /// Moves every household of the roster to the village that stands at its village's place.
    pub fn move_villages(&mut self, to: &[VillageId]) {
        for village in &mut self.roster_village {
            if *village != NOWHERE {
                *village = to[village.0 as usize];
            }
        }
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
