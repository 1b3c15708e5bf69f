//! What a person chose about places. Plain data that goes into a profile.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::ending::squeeze;
use super::entry::Level;
use super::index::Sought;
use super::{Gazetteer, PlaceName, Rule};

/// What is written, and which place it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// A township, or a village in its township, as files write it.
    pub written: PlaceName,
    /// A place of the same level by a name that the gazetteer knows; the written name itself says that it is right.
    pub means: PlaceName,
}

/// Which former places are led to what they became.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Follow {
    /// None: former places stand under their own names.
    #[default]
    Nowhere,
    /// All that have a successor.
    All,
    /// These former townships and their villages, by a name that the gazetteer knows.
    These(Vec<String>),
}

/// All choices about places. They override every rule; a former place that a choice names is still followed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceChoices {
    /// What single names mean; of two about the same name the later holds.
    pub names: Vec<Choice>,
    /// What happens to former places.
    pub follow: Follow,
}

impl PlaceChoices {
    /// Says what a name means, in the place of what was said of it before.
    pub fn choose(&mut self, choice: Choice) {
        self.names.retain(|known| known.written != choice.written);
        self.names.push(choice);
    }

    /// Adds other choices; where both say something of one name, the other's hold.
    pub fn add(&mut self, other: PlaceChoices) {
        for choice in other.names {
            self.choose(choice);
        }
        self.follow = match (std::mem::take(&mut self.follow), other.follow) {
            (Follow::All, _) | (_, Follow::All) => Follow::All,
            (known, Follow::Nowhere) => known,
            (Follow::Nowhere, further) => further,
            (Follow::These(mut known), Follow::These(further)) => {
                let new = further.into_iter().filter(|name| !known.contains(name));
                let new: Vec<String> = new.collect();
                known.extend(new);
                Follow::These(known)
            }
        };
    }
}

/// Why a choice had no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unfit {
    /// No file writes the name any more.
    WrittenNowhere,
    /// The place it should mean is not known, or not one.
    MeaningUnknown,
    /// The township to follow is not known or has no successor.
    NothingToFollow,
}

/// A choice that had no effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnfitChoice {
    /// The name as written in the choice.
    pub written: PlaceName,
    /// Why.
    pub reason: Unfit,
}

/// A name as choices are looked up by.
pub(super) type Key = (String, Option<String>);

/// The key of a name.
pub(super) fn key(name: &PlaceName) -> Key {
    let village = name
        .village
        .as_deref()
        .map(|text| squeeze(text).into_owned());
    (squeeze(&name.township).into_owned(), village)
}

/// Choices made ready for a gazetteer.
pub(super) struct Chosen<'a> {
    choices: &'a PlaceChoices,
    by_written: HashMap<Key, usize>,
    /// What each choice means; none if that is no place.
    meanings: Vec<Option<Sought>>,
    /// Former townships to follow, if they are named.
    followed: HashSet<usize>,
    /// Choices that some pair met.
    met: HashSet<usize>,
}

impl<'a> Chosen<'a> {
    pub(super) fn of(choices: &'a PlaceChoices, gazetteer: &Gazetteer) -> Chosen<'a> {
        let keyed = choices.names.iter().enumerate();
        let meanings = choices.names.iter();
        let followed = named_to_follow(choices).iter();
        Chosen {
            choices,
            by_written: keyed
                .map(|(at, choice)| (key(&choice.written), at))
                .collect(),
            meanings: meanings.map(|choice| meaning(choice, gazetteer)).collect(),
            followed: followed
                .filter_map(|name| former(gazetteer, name))
                .collect(),
            met: HashSet::new(),
        }
    }

    /// What a person chose that a squeezed name means.
    pub(super) fn meaning(&mut self, township: &str, village: Option<&str>) -> Option<Sought> {
        if self.by_written.is_empty() {
            return None;
        }
        let key = (township.to_owned(), village.map(str::to_owned));
        let at = *self.by_written.get(&key)?;
        self.met.insert(at);
        self.meanings.get(at)?.clone()
    }

    /// Whether a township, or a village of it, is led to what it became.
    pub(super) fn follows(&self, township: usize) -> bool {
        self.choices.follow == Follow::All || self.followed.contains(&township)
    }

    /// The choices that had no effect.
    pub(super) fn unfit(&self, gazetteer: &Gazetteer) -> Vec<UnfitChoice> {
        let names = self.choices.names.iter().zip(&self.meanings).enumerate();
        let names = names.filter_map(|(at, (choice, meaning))| {
            let is_replaced = self.by_written.get(&key(&choice.written)) != Some(&at);
            let reason = match meaning {
                _ if is_replaced => return None,
                None => Unfit::MeaningUnknown,
                Some(_) if self.met.contains(&at) => return None,
                Some(_) => Unfit::WrittenNowhere,
            };
            let written = choice.written.clone();
            Some(UnfitChoice { written, reason })
        });
        let follow = named_to_follow(self.choices).iter();
        let follow = follow.filter(|name| former(gazetteer, name).is_none());
        let follow = follow.map(|name| UnfitChoice {
            written: PlaceName {
                township: name.clone(),
                village: None,
            },
            reason: Unfit::NothingToFollow,
        });
        names.chain(follow).collect()
    }
}

fn named_to_follow(choices: &PlaceChoices) -> &[String] {
    match &choices.follow {
        Follow::These(names) => names,
        Follow::Nowhere | Follow::All => &[],
    }
}

/// The place that a choice means, of the level of what is written.
fn meaning(choice: &Choice, gazetteer: &Gazetteer) -> Option<Sought> {
    let (township, village) = key(&choice.means);
    if choice.written.village.is_some() != village.is_some() {
        return None;
    }
    let found = match (
        gazetteer.townships.find(&township, Level::Township),
        village,
    ) {
        (Sought::Found(at, _), Some(village)) => {
            let villages = gazetteer.villages.get(&at);
            villages.map(|villages| villages.find(&village, Level::Village))
        }
        (township, None) => Some(township),
        (_, Some(_)) => None,
    };
    match found {
        Some(Sought::Found(at, _)) => Some(Sought::Found(at, Rule::Choice)),
        _ if key(&choice.written) == key(&choice.means) => Some(Sought::AsWritten),
        _ => None,
    }
}

/// A township that became another, or of which some village did.
fn former(gazetteer: &Gazetteer, name: &str) -> Option<usize> {
    let Sought::Found(at, _) = gazetteer.townships.find(&squeeze(name), Level::Township) else {
        return None;
    };
    let has_successor = |at: &usize| gazetteer.places[*at].successor.is_some();
    let villages = gazetteer.villages.get(&at);
    let of_villages = villages.is_some_and(|villages| villages.places.iter().any(&has_successor));
    (has_successor(&at) || of_villages).then_some(at)
}
