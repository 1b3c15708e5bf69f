//! Places by name: of all townships, or of the villages of one township.

use std::collections::HashMap;

use super::Rule;
use super::ending::{shown_township, shown_village, township_stem, village_stem};
use super::entry::Level;
use super::place::Place;

/// The place that a name led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sought {
    /// One place, and by what it was found.
    Found(usize, Rule),
    /// Several places that the name fits.
    Several(Vec<usize>),
    /// No place.
    Nowhere,
    /// What was written stands, because a person chose so.
    AsWritten,
}

/// The places of one level in one surrounding.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// In the order of their names.
    pub(super) places: Vec<usize>,
    today: HashMap<String, Vec<usize>>,
    earlier: HashMap<String, Vec<usize>>,
    shorts: HashMap<String, Vec<usize>>,
    stems: HashMap<String, Vec<usize>>,
}

fn add(to: &mut HashMap<String, Vec<usize>>, name: &str, place: usize) {
    let places = to.entry(name.to_owned()).or_default();
    if !places.contains(&place) {
        places.push(place);
    }
}

impl Index {
    /// Enters a place under all its names.
    pub(super) fn enter(&mut self, at: usize, place: &Place) {
        self.places.push(at);
        add(&mut self.today, &place.name, at);
        add(&mut self.today, &place.shown, at);
        add(&mut self.stems, &place.stem, at);
        for (name, short) in &place.names {
            add(&mut self.earlier, name, at);
            add(&mut self.shorts, short, at);
        }
    }

    /// The place of a squeezed name: by the name of today, by an earlier one, by the name without its ending.
    pub(super) fn find(&self, name: &str, level: Level) -> Sought {
        // Most names are found at once: the forms of the others are made only when they are asked for.
        let by_name = sought(self.today.get(name), Rule::Name)
            .or_else(|| sought(self.earlier.get(name), Rule::EarlierName));
        let by_ending = || {
            let (stem, short) = forms(name, level);
            sought(self.shorts.get(&short), Rule::Ending)
                .or_else(|| sought(self.stems.get(stem), Rule::Ending))
        };
        by_name.or_else(by_ending).unwrap_or(Sought::Nowhere)
    }

    /// The places with a name but for its ending.
    pub(super) fn of_stem(&self, stem: &str) -> &[usize] {
        self.stems.get(stem).map_or(&[], Vec::as_slice)
    }
}

fn sought(places: Option<&Vec<usize>>, rule: Rule) -> Option<Sought> {
    Some(match places?.as_slice() {
        [one] => Sought::Found(*one, rule),
        several => Sought::Several(several.to_vec()),
    })
}

/// A name without its ending, and as people read it.
fn forms(name: &str, level: Level) -> (&str, String) {
    match level {
        Level::Village => (village_stem(name), shown_village(name)),
        _ => (township_stem(name), shown_township(name)),
    }
}
