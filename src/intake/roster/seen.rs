//! Which households and persons a file has named already, and how many persons each household has in it.

use std::collections::HashSet;

use crate::domain::{Date, HouseholdId};
use crate::intake::finding::Problem;

/// A set of small numbers.
#[derive(Debug, Default)]
struct Bits(Vec<u64>);

impl Bits {
    /// Enters a number; false if it was there.
    #[inline(always)]
    fn enter(&mut self, number: u32) -> bool {
        let (word, bit) = (number as usize / 64, 1_u64 << (number % 64));
        if word >= self.0.len() {
            self.0.resize((word + 1).next_power_of_two(), 0);
        }
        let was = self.0[word];
        self.0[word] = was | bit;
        was & bit == 0
    }
}

/// What one file has named.
#[derive(Debug)]
pub(super) struct Seen {
    /// Whether its rows are persons.
    pub(super) is_by_person: bool,
    households: Bits,
    persons: Bits,
    /// Households of rows that give a day, with their days.
    dated: HashSet<(HouseholdId, Date)>,
    /// By household, its rows in this file; only where rows are persons.
    members: Vec<u8>,
}

impl Seen {
    pub(super) fn new(is_by_person: bool) -> Seen {
        Seen {
            is_by_person,
            households: Bits::default(),
            persons: Bits::default(),
            dated: HashSet::new(),
            members: Vec::new(),
        }
    }

    /// Enters a row. Rows of different days are different rows.
    ///
    /// # Errors
    /// Where the file has the household or the person already, what is wrong.
    #[inline(always)]
    pub(super) fn enter(
        &mut self,
        household: HouseholdId,
        person: Option<(u32, bool)>,
        day: Option<Date>,
    ) -> Result<(), Problem> {
        if !self.is_by_person {
            let is_new = match day {
                None => self.households.enter(household.0),
                Some(day) => self.dated.insert((household, day)),
            };
            return if is_new {
                Ok(())
            } else {
                Err(Problem::RepeatedHousehold)
            };
        }
        if day.is_some() {
            // The same family stands there once for every day.
            return Ok(());
        }
        if person.is_some_and(|(person, _)| !self.persons.enter(person)) {
            return Err(Problem::RepeatedPerson);
        }
        let at = household.0 as usize;
        if at >= self.members.len() {
            self.members.resize((at + 1).next_power_of_two(), 0);
        }
        self.members[at] = self.members[at].saturating_add(1);
        Ok(())
    }

    /// The households of a file of persons without days, with their numbers of persons.
    pub(super) fn families(&self) -> impl Iterator<Item = (HouseholdId, u8)> + '_ {
        let members = self.members.iter().enumerate();
        members
            .filter(|(_, persons)| (1..u8::MAX).contains(*persons))
            .map(|(household, persons)| (HouseholdId(household as u32), *persons))
    }
}
