//! Targets go with their townships, by the rules for a township's name.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::side_table::Targets;
use crate::domain::{County, TownshipId, VillageId};
use crate::intake::gazetteer::{Gazetteer, PlaceChoices, PlaceName, UnfitChoice, Written, agree};

use super::{Moves, PlaceRead};

/// The townships that targets name and no village of any file lies in.
pub(super) fn townships_alone(county: &County) -> BTreeSet<TownshipId> {
    let of_targets = county.targets.iter().map(|row| row.says.township);
    let mut alone: BTreeSet<TownshipId> = of_targets.collect();
    if !alone.is_empty() {
        for village in 0..county.places.village_count() as u32 {
            alone.remove(&county.places.township_of(VillageId(village)));
        }
    }
    alone
}

/// A target goes with its township, by the rules for a township's name, whether a loan names it so or not. Gives every
/// township that targets name with what it was found to be, and the choices that no target has a use for.
pub(super) fn settle(
    county: &mut County,
    gazetteer: &Gazetteer,
    choices: &PlaceChoices,
    moves: &mut Moves,
) -> (Vec<(TownshipId, PlaceRead)>, Vec<UnfitChoice>) {
    let of_targets = county.targets.iter().map(|row| row.says.township);
    let townships: BTreeSet<TownshipId> = of_targets.collect();
    let names: Vec<String> = townships
        .iter()
        .map(|township| county.places.township_name(*township))
        .collect();
    let written: Vec<Written<'_>> = names
        .iter()
        .map(|township| Written {
            township,
            village: None,
            code: None,
        })
        .collect();
    let agreed = agree(&written, gazetteer, choices);
    let places = townships.into_iter().zip(&names).zip(agreed.places);
    let places = places
        .map(|((from, name), agreement)| {
            let to = county.places.township(&agreement.township.name);
            if to != from {
                moves.townships.insert(from, to);
                moves.is_any = true;
            }
            let written = PlaceName {
                township: name.clone(),
                village: None,
            };
            let place = PlaceRead {
                written,
                agreement,
                loans: 0,
            };
            (from, place)
        })
        .collect();
    (places, agreed.unfit)
}

/// Moves the targets to where their townships go. A target stays where the other township has one for that year already.
pub(super) fn move_all(townships: &BTreeMap<TownshipId, TownshipId>, county: &mut County) {
    let mut moved = Targets::default();
    for row in std::mem::take(&mut county.targets).iter() {
        let from = row.says.township;
        let to = townships.get(&from).copied().unwrap_or(from);
        let mut target = *row;
        target.says.township = to;
        if moved.enter((to, target.says.year), target).is_err() {
            // Kept under the old name: nothing that was read is lost.
            target.says.township = from;
            let _ = moved.enter((from, target.says.year), target);
        }
    }
    county.targets = moved;
}
