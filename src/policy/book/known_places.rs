//! Which villages the lists of places know: the village table, or a gazetteer by name or code.

use std::collections::HashSet;

use crate::domain::{
    County, TownshipId, VillageId,
    gazetteer::{GazetteerPlace, PlaceLevel},
};

/// What the lists of places say of a village.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It stands in a list.
    Listed,
    /// Its township stands in a list, and the village does not.
    Unlisted,
    /// No list has its township.
    UnknownTownship,
}

/// By village, what the lists say.
pub(super) fn find(county: &County) -> Vec<Known> {
    let of_table = county.villages.keys();
    let townships: HashSet<TownshipId> = of_table
        .map(|village| county.places.township_of(*village))
        .collect();
    let listed = Names::of(county);
    let all = 0..county.places.village_count() as u32;
    all.map(|at| {
        let village = VillageId(at);
        let township = county.places.township_of(village);
        if county.villages.contains_key(&village) || listed.has_village(county, village) {
            Known::Listed
        } else if townships.contains(&township) || listed.has_township(county, township) {
            Known::Unlisted
        } else {
            Known::UnknownTownship
        }
    })
    .collect()
}

/// The names and codes of a gazetteer.
#[derive(Default)]
struct Names<'c> {
    codes: HashSet<&'c str>,
    townships: HashSet<&'c str>,
    /// Code of the township, where the list gives it, and the village's name without its ending.
    villages: HashSet<(&'c str, &'c str)>,
    /// Code and name of each township.
    township_codes: HashSet<(&'c str, &'c str)>,
}

impl<'c> Names<'c> {
    fn of(county: &'c County) -> Names<'c> {
        let mut names = Names::default();
        for place in county.gazetteer.iter().map(|row| &row.says) {
            names.enter(place);
        }
        names
    }

    fn enter(&mut self, place: &'c GazetteerPlace) {
        self.codes.insert(place.code.as_str());
        match level_of(place) {
            Some(PlaceLevel::Township) => {
                self.townships.insert(place.name.as_str());
                let code = township_code(&place.code);
                self.township_codes.insert((code, place.name.as_str()));
            }
            Some(PlaceLevel::Village) => {
                let township = place.parent.as_deref().unwrap_or(&place.code);
                let name = without_ending(&place.name);
                self.villages.insert((township_code(township), name));
            }
            _ => {}
        }
    }

    fn has_township(&self, county: &County, township: TownshipId) -> bool {
        let name = county.places.township_name(township);
        self.townships.contains(name.as_str())
    }

    fn has_village(&self, county: &County, village: VillageId) -> bool {
        if self.codes.is_empty() {
            return false;
        }
        let code = county.village_codes.get(&village);
        if code.is_some_and(|code| self.codes.contains(code.as_str())) {
            return true;
        }
        let township = county
            .places
            .township_name(county.places.township_of(village));
        let name = county.places.village_name(village);
        let of_name = self
            .township_codes
            .iter()
            .filter(|(_, own)| *own == township);
        let own = without_ending(&name);
        of_name
            .into_iter()
            .any(|(code, _)| self.villages.contains(&(*code, own)))
    }
}

/// The level that the list gives, or that the length of the code tells: nine digits for a township, twelve for a village.
fn level_of(place: &GazetteerPlace) -> Option<PlaceLevel> {
    let is_village = place.code.len() == 12 && !place.code.ends_with("000");
    place.level.or(match place.code.len() {
        9 => Some(PlaceLevel::Township),
        12 if is_village => Some(PlaceLevel::Village),
        12 => Some(PlaceLevel::Township),
        _ => None,
    })
}

/// The nine digits of the township in a code.
fn township_code(code: &str) -> &str {
    code.get(..9).unwrap_or(code)
}

/// What offices and lists write behind a village's name; the first that fits is the one left out.
pub const VILLAGE_ENDINGS: [&str; 9] = [
    "社区居民委员会",
    "居民委员会",
    "村民委员会",
    "社区居委会",
    "居委会",
    "村委会",
    "社区",
    "委会",
    "村",
];

/// A village's name without what offices and lists write behind it.
fn without_ending(name: &str) -> &str {
    let mut endings = VILLAGE_ENDINGS.iter();
    endings
        .find_map(|ending| name.strip_suffix(ending))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(name)
}
