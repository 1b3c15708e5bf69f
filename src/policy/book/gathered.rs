//! What only all loans together can tell, worked out when a rule first asks for it: households, clusters, words, places.

use std::sync::OnceLock;

use crate::domain::{Field, Symbol, VillageId};
use crate::policy::purposes::{Ban, ban_of};
use crate::policy::verdict::Unknown;

use super::{Book, Case, clusters, given, known_places, same_day, together};

pub use known_places::{Known, VILLAGE_ENDINGS};
pub use together::Excess;

/// The answers so far; each is worked out once for a book.
#[derive(Default)]
pub(super) struct Gathered {
    limits: OnceLock<together::Limits>,
    classes: OnceLock<Vec<u8>>,
    same_day: OnceLock<same_day::SameDay>,
    clusters: OnceLock<clusters::Clusters>,
    purposes: OnceLock<Vec<Option<Ban>>>,
    places: OnceLock<Vec<Known>>,
    given: OnceLock<given::Given>,
}

impl Case<'_> {
    /// How the loans that the household owes came to more than one household may have, on the day of this loan or later;
    /// none where they never did.
    ///
    /// # Errors
    /// The limit of such a day is not known, and no known one is passed.
    pub fn household_excess(&self) -> Result<Option<Excess>, Unknown> {
        let limits = self
            .book
            .gathered
            .limits
            .get_or_init(|| together::limits(self.book));
        limits.of(self)
    }

    /// Whether the loans that the household owes stand in several reported classes; none where it owes but one.
    ///
    /// # Errors
    /// Of some of them the class is not known, and the others stand in one.
    pub fn household_in_several_classes(&self) -> Result<Option<bool>, Unknown> {
        let book = self.book;
        let all = book
            .gathered
            .classes
            .get_or_init(|| together::classes(book));
        let mask = all.get(self.loan.household.0 as usize).copied();
        together::in_several_classes(mask)
    }

    /// How many loans the household got that day, this one among them; loans of persons known to differ are left out.
    pub fn loans_of_that_day(&self) -> u32 {
        let book = self.book;
        let same = book.gathered.same_day.get_or_init(|| same_day::find(book));
        same.get(&(self.row as u32)).copied().unwrap_or(1)
    }

    /// How many loans of that amount the lender made in that village on that day, this one among them; few are told as one.
    pub fn cluster_size(&self) -> u32 {
        let book = self.book;
        let clusters = book.gathered.clusters.get_or_init(|| clusters::find(book));
        clusters.get(&(self.row as u32)).copied().unwrap_or(1)
    }

    /// The ban that the words of the purpose fall under, if the file gives a purpose.
    pub fn purpose_ban(&self) -> Option<Option<Ban>> {
        let book = self.book;
        let purposes = &book.county.loans.purposes;
        let bans = book.gathered.purposes.get_or_init(|| {
            let all = 0..purposes.len() as u32;
            all.map(|at| ban_of(&purposes.text(Symbol(at)))).collect()
        });
        let purpose = self.loan.purpose?;
        bans.get(purpose.0 as usize).copied()
    }

    /// Whether the lists of places know the loan's village.
    pub fn village_known(&self) -> Known {
        self.book.village_known(self.loan.village)
    }

    /// Whether any row of the loan's file gives that column: where none does, a blank cell says nothing.
    pub fn file_gives(&self, field: Field) -> bool {
        let book = self.book;
        let given = book.gathered.given.get_or_init(|| given::find(book));
        given.gives(self.row, field)
    }
}

impl Book<'_> {
    /// Whether the lists of places know a village.
    pub fn village_known(&self, village: VillageId) -> Known {
        let all = self
            .gathered
            .places
            .get_or_init(|| known_places::find(self.county));
        let known = all.get(village.0 as usize).copied();
        known.unwrap_or(Known::Unlisted)
    }
}
