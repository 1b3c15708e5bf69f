//! One row of a roster joined to what rows before it said of the same household.

use super::facts::HouseholdFacts;
use super::{HouseholdId, Households, NOWHERE, PovertyStatus, StatusOfDay};
use crate::domain::date::Date;
use crate::domain::place::VillageId;

/// What a row of a roster says of its household.
#[derive(Clone, Copy, Debug)]
pub struct RosterRow {
    /// The village.
    pub village: VillageId,
    /// All else.
    pub facts: HouseholdFacts,
    /// The day for which it holds, if column or file name give one; of a year its last day.
    pub day: Option<Date>,
    /// Whether this row goes before others of its household in the same file: the head's among persons.
    pub is_of_head: bool,
    /// The file, by its place in the list of files.
    pub file: u32,
    /// The line the row begins on, from 1.
    pub line: u32,
}

/// The first row of the household, which says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Differing {
    /// Its file.
    pub file: u32,
    /// Its line.
    pub line: u32,
}

/// What came of joining a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Whether the row said anything that was not known.
    pub is_new: bool,
    /// Another village stays.
    pub village: Option<Differing>,
    /// Another status stays, and no day says which is the later.
    pub status: Option<Differing>,
}

impl Households {
    /// Joins a row to what is known of its household.
    #[inline(always)]
    pub fn join(&mut self, household: HouseholdId, row: &RosterRow) -> Merged {
        let at = household.0 as usize;
        let village = &mut self.roster_village[at];
        if *village != NOWHERE {
            return self.join_further(household, row);
        }
        *village = row.village;
        self.roster_count += 1;
        let day = row.day.filter(|_| row.facts.poverty_status.is_some());
        self.facts.set(at, &row.facts, (row.file, row.line), day);
        Merged {
            is_new: true,
            ..Merged::default()
        }
    }

    #[cold]
    #[inline(never)]
    /// A further row: what is unknown is filled; what is known gives way to a later day, and to the head's row.
    fn join_further(&mut self, household: HouseholdId, row: &RosterRow) -> Merged {
        let at = household.0 as usize;
        let known = self.facts.get(at);
        let (file, line) = self.facts.place(at);
        let known_day = self.facts.status_day(at);
        let differing = Some(Differing { file, line });
        let is_later = matches!((known_day, row.day), (Some(known), Some(day)) if day > known);
        let is_earlier = matches!((known_day, row.day), (Some(known), Some(day)) if day < known);
        let gives_way = is_later || (row.is_of_head && file == row.file && !is_earlier);
        let facts = if gives_way {
            row.facts.or(known)
        } else {
            known.or(row.facts)
        };
        let statuses = (known.poverty_status, row.facts.poverty_status);
        let mut status_day = known_day;
        let mut is_kept = false;
        let mut status = None;
        match statuses {
            (_, None) => {}
            (None, Some(_)) => status_day = row.day,
            (Some(before), Some(_)) if is_later => {
                is_kept = self.keep_status(household, known_day, before);
                status_day = row.day;
            }
            (Some(_), Some(earlier)) if is_earlier => {
                is_kept = self.keep_status(household, row.day, earlier);
            }
            (Some(a), Some(b)) if a != b && !gives_way => status = differing,
            (Some(_), Some(_)) => {}
        }
        let village = differing.filter(|_| self.roster_village[at] != row.village);
        let is_new = facts != known || status_day != known_day || is_kept;
        if is_new {
            self.facts.set(at, &facts, (file, line), status_day);
        }
        Merged {
            is_new: is_new || village.is_some() || status.is_some(),
            village,
            status,
        }
    }

    /// Keeps a status of another day; false if it is kept already.
    fn keep_status(
        &mut self,
        household: HouseholdId,
        day: Option<Date>,
        status: PovertyStatus,
    ) -> bool {
        self.statuses.insert(StatusOfDay {
            household,
            day,
            status,
        })
    }

    /// Sets the family size of a household whose rows did not give it.
    pub fn count_family(&mut self, household: HouseholdId, persons: u8) {
        let at = household.0 as usize;
        let facts = self.facts.get(at);
        if facts.family_size.is_none() {
            let facts = HouseholdFacts {
                family_size: Some(persons),
                ..facts
            };
            let (place, day) = (self.facts.place(at), self.facts.status_day(at));
            self.facts.set(at, &facts, place, day);
        }
    }

    /// What the rosters say of a household.
    #[inline(always)]
    pub fn facts(&self, household: HouseholdId) -> HouseholdFacts {
        self.facts.get(household.0 as usize)
    }

    /// The day for which the poverty status holds, if the rosters say.
    pub fn status_day(&self, household: HouseholdId) -> Option<Date> {
        self.facts.status_day(household.0 as usize)
    }

    /// Where the first row of the household stands; none if it is not in the roster.
    pub fn roster_place(&self, household: HouseholdId) -> Option<Differing> {
        self.roster_village(household)?;
        let (file, line) = self.facts.place(household.0 as usize);
        Some(Differing { file, line })
    }
}
