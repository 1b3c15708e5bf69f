//! Places agree: once all files are read, the townships and villages they name are brought to the names of one list — a
//! gazetteer, or where there is none the names of the village table, the roster and the boundaries.

mod targets;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::gazetteer::PlaceLevel;
use crate::domain::{County, TownshipId, VillageId};

use super::gazetteer::{
    Agreement, Entry, Gazetteer, Level, Outcome, PlaceChoices, PlaceName, Placed, UnfitChoice,
    Written, agree,
};

/// What the names were compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// A gazetteer table.
    Gazetteer,
    /// The names of the other files.
    Names,
}

/// A name as the files write it, and what it was found to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceRead {
    /// As the files write it.
    pub written: PlaceName,
    /// What it was found to be.
    pub agreement: Agreement,
    /// Loans that name it.
    pub loans: u64,
}

/// What became of the names of all files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacesRead {
    /// What they were compared with; none where there was nothing to compare with.
    pub reference: Option<Reference>,
    /// Names that were not simply those of the list, in the order of their code points.
    pub listed: Vec<PlaceRead>,
    /// Choices that fit nothing any more.
    pub unfit: Vec<UnfitChoice>,
}

/// Brings the places of a county to the names of one list.
pub fn settle(county: &mut County, choices: &PlaceChoices) -> PlacesRead {
    let in_roster = in_roster(county);
    let Some(reference) = reference(county, &in_roster) else {
        return PlacesRead::default();
    };
    let named = named(county, reference, &in_roster);
    let alone = targets::townships_alone(county);
    let is_all_named = named.is_empty() && alone.is_empty();
    if reference == Reference::Names && is_all_named && *choices == PlaceChoices::default() {
        // Every name is one of the list; making the list ready to be searched would cost more than reading its file.
        return exactly(county, reference);
    }
    let gazetteer = gazetteer(county, reference, &in_roster);
    let written: Vec<(VillageId, PlaceName)> = named
        .into_iter()
        .map(|village| (village, name_of(county, village)))
        .collect();
    let asked: Vec<Written<'_>> = written
        .iter()
        .map(|(village, name)| Written {
            township: &name.township,
            village: name.village.as_deref(),
            code: county.village_codes.get(village).map(String::as_str),
        })
        .collect();
    let agreed = agree(&asked, &gazetteer, choices);
    let mut moves = Moves::of(county);
    for ((village, name), agreement) in written.iter().zip(&agreed.places) {
        moves.take(county, *village, name, agreement);
    }
    let (of_targets, unfit_of_targets) = targets::settle(county, &gazetteer, choices, &mut moves);
    let unfit_of_boundaries = settle_boundaries(county, &gazetteer, choices);
    let mut unfit = agreed.unfit;
    // What a target or a shape has a use for does fit something.
    unfit
        .retain(|choice| unfit_of_targets.contains(choice) && unfit_of_boundaries.contains(choice));
    let loans = loans_by_village(county, &written);
    let is_plain = |placed: &Placed| match &placed.outcome {
        Outcome::Matched(rule) => !rule.is_listed(),
        Outcome::Unlisted => true,
        _ => false,
    };
    let mut listed: Vec<PlaceRead> = of_targets
        .into_iter()
        .filter(|(township, place)| {
            alone.contains(township) && !is_plain(&place.agreement.township)
        })
        .map(|(_, place)| place)
        .collect();
    let of_villages = written
        .into_iter()
        .zip(agreed.places)
        .filter(|(_, agreement)| {
            !is_plain(&agreement.township) || !agreement.village.iter().all(is_plain)
        })
        .map(|((village, written), agreement)| PlaceRead {
            // Every village written was counted.
            loans: loans[&village],
            written,
            agreement,
        });
    listed.extend(of_villages);
    listed.sort_by(|a, b| a.written.cmp(&b.written));
    moves.make(county);
    PlacesRead {
        reference: Some(reference),
        listed,
        unfit,
    }
}

fn name_of(county: &County, village: VillageId) -> PlaceName {
    let township = county.places.township_of(village);
    PlaceName {
        township: county.places.township_name(township),
        village: Some(county.places.village_name(village)),
    }
}

/// What there is to compare with; none where one file's names are all there is.
fn reference(county: &County, in_roster: &BTreeSet<VillageId>) -> Option<Reference> {
    let has_names =
        !county.villages.is_empty() || !in_roster.is_empty() || !county.boundaries.is_empty();
    if county.gazetteer.iter().next().is_some() {
        Some(Reference::Gazetteer)
    } else {
        has_names.then_some(Reference::Names)
    }
}

/// All names stand as they are; shapes belong to the townships of their very names.
fn exactly(county: &mut County, reference: Reference) -> PlacesRead {
    for boundary in &mut county.boundaries {
        boundary.township = county.places.find_township(&boundary.name);
    }
    PlacesRead {
        reference: Some(reference),
        ..PlacesRead::default()
    }
}

/// The list, ready to be searched.
fn gazetteer(county: &County, reference: Reference, in_roster: &BTreeSet<VillageId>) -> Gazetteer {
    if reference == Reference::Gazetteer {
        let entries: Vec<Entry> = county
            .gazetteer
            .iter()
            .map(|row| entry(&row.says))
            .collect();
        return Gazetteer::of(&entries).0;
    }
    let of_table = county.villages.keys();
    let of_table: Vec<PlaceName> = of_table.map(|village| name_of(county, *village)).collect();
    let of_roster = in_roster.iter().map(|village| name_of(county, *village));
    let of_roster: Vec<PlaceName> = of_roster.collect();
    let of_boundary = |boundary: &crate::domain::county::Boundary| PlaceName {
        township: boundary.name.clone(),
        village: None,
    };
    let of_boundaries: Vec<PlaceName> = county.boundaries.iter().map(of_boundary).collect();
    Gazetteer::of_names(None, &[of_table, of_roster, of_boundaries])
}

fn entry(place: &crate::domain::gazetteer::GazetteerPlace) -> Entry {
    Entry {
        code: Some(place.code.clone()),
        name: place.name.clone(),
        parent: place.parent.clone(),
        level: place.level.and_then(|level| match level {
            PlaceLevel::Province | PlaceLevel::Prefecture => None,
            PlaceLevel::County => Some(Level::County),
            PlaceLevel::Township => Some(Level::Township),
            PlaceLevel::Village => Some(Level::Village),
        }),
        year: place.year.map(i32::from),
        successor: place.successor.clone(),
    }
}

/// The villages that the roster names.
fn in_roster(county: &County) -> BTreeSet<VillageId> {
    let mut is_named = vec![false; county.places.village_count()];
    for village in county.households.roster() {
        is_named[village.0 as usize] = true;
    }
    (0..)
        .zip(is_named)
        .filter(|(_, is_named)| *is_named)
        .map(|(id, _)| VillageId(id))
        .collect()
}

/// The villages whose names are to be compared: those of the list itself agree with it.
fn named(county: &County, reference: Reference, in_roster: &BTreeSet<VillageId>) -> Vec<VillageId> {
    let all = (0..county.places.village_count() as u32).map(VillageId);
    match reference {
        Reference::Gazetteer => all.collect(),
        Reference::Names => {
            let is_of_list = |village: &VillageId| {
                county.villages.contains_key(village)
                    || (county.villages.is_empty() && in_roster.contains(village))
            };
            all.filter(|village| !is_of_list(village)).collect()
        }
    }
}

/// The shapes of townships that a file writes otherwise are those townships' too.
fn settle_boundaries(
    county: &mut County,
    gazetteer: &Gazetteer,
    choices: &PlaceChoices,
) -> Vec<UnfitChoice> {
    let names: Vec<String> = county
        .boundaries
        .iter()
        .map(|shape| shape.name.clone())
        .collect();
    let written: Vec<Written<'_>> = names
        .iter()
        .zip(&county.boundaries)
        .map(|(township, boundary)| Written {
            township,
            village: None,
            code: boundary.code.as_deref(),
        })
        .collect();
    let agreed = agree(&written, gazetteer, choices);
    let found: Vec<String> = agreed
        .places
        .into_iter()
        .map(|place| place.township.name)
        .collect();
    for (boundary, name) in county.boundaries.iter_mut().zip(found) {
        boundary.township = county.places.find_township(&name);
    }
    agreed.unfit
}

/// How many loans name each of some villages.
fn loans_by_village(
    county: &County,
    written: &[(VillageId, PlaceName)],
) -> BTreeMap<VillageId, u64> {
    if written.is_empty() {
        return BTreeMap::new();
    }
    let mut counts = vec![0_u64; county.places.village_count()];
    for village in county.loans.villages() {
        counts[village.0 as usize] += 1;
    }
    written
        .iter()
        .map(|(village, _)| (*village, counts[village.0 as usize]))
        .collect()
}

/// Where each village and township goes.
struct Moves {
    villages: Vec<VillageId>,
    townships: BTreeMap<TownshipId, TownshipId>,
    is_any: bool,
}

impl Moves {
    fn of(county: &County) -> Moves {
        let count = county.places.village_count() as u32;
        Moves {
            villages: (0..count).map(VillageId).collect(),
            townships: BTreeMap::new(),
            is_any: false,
        }
    }

    fn take(
        &mut self,
        county: &mut County,
        village: VillageId,
        written: &PlaceName,
        agreement: &Agreement,
    ) {
        let Some(name) = agreement
            .village
            .as_ref()
            .map(|placed| placed.name.as_str())
        else {
            return;
        };
        let is_same =
            agreement.township.name == written.township && written.village.as_deref() == Some(name);
        if is_same {
            return;
        }
        let township = county.places.township(&agreement.township.name);
        let to = county.places.village(township, name);
        self.villages[village.0 as usize] = to;
        self.is_any = true;
    }

    /// Moves everything that names a place.
    fn make(mut self, county: &mut County) {
        if !self.is_any {
            return;
        }
        let known = self.villages.len() as u32;
        let added = (known..county.places.village_count() as u32).map(VillageId);
        self.villages.extend(added);
        county.loans.move_villages(&self.villages);
        county.households.move_villages(&self.villages);
        let facts = std::mem::take(&mut county.villages);
        for (village, says) in facts {
            // Of two rows that turn out to be one village's the first stays.
            county
                .villages
                .entry(self.villages[village.0 as usize])
                .or_insert(says);
        }
        let codes = std::mem::take(&mut county.village_codes);
        for (village, code) in codes {
            county
                .village_codes
                .entry(self.villages[village.0 as usize])
                .or_insert(code);
        }
        targets::move_all(&self.townships, county);
    }
}
