//! The places that come nearest to a name that is none.

use super::ending::{squeeze, township_stem, village_stem};
use super::{Candidate, Gazetteer};

/// How many places are offered.
const MOST: usize = 5;

/// A name longer than this is not a name, and is compared with nothing.
const LONGEST: usize = 40;

/// Characters to insert, take away or replace to make one text of the other (Levenshtein 1966).
pub(super) fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let (mut diagonal, mut left) = (i, i + 1);
        row[0] = left;
        for (cell, y) in row[1..].iter_mut().zip(b) {
            let replaced = diagonal + usize::from(x != y);
            diagonal = *cell;
            left = replaced.min(diagonal + 1).min(left + 1);
            *cell = left;
        }
    }
    row[b.len()]
}

/// A written name taken apart for comparing.
struct Spelled {
    stem: Vec<char>,
    full: Vec<char>,
}

impl Spelled {
    fn of(name: &str, stem: fn(&str) -> &str) -> Option<Spelled> {
        let name = squeeze(name);
        let full: Vec<char> = name.chars().take(LONGEST + 1).collect();
        let stem = stem(&name).chars().collect();
        (full.len() <= LONGEST).then_some(Spelled { stem, full })
    }

    /// The distance without endings and that with them; none if more than two characters in three differ.
    fn to(&self, gazetteer: &Gazetteer, at: usize) -> Option<(usize, usize)> {
        let (stem, full) = &gazetteer.places[at].spelled;
        if !self.stem.iter().any(|c| stem.contains(c)) {
            return None;
        }
        let most = (self.stem.len().max(stem.len()) * 2 / 3).max(1);
        if self.stem.len().abs_diff(stem.len()) > most {
            return None;
        }
        let between = distance(&self.stem, stem);
        (between <= most).then(|| (between, distance(&self.full, full)))
    }
}

/// The nearest of some places, best first. Equal ones stand in the order of their names.
fn nearest(gazetteer: &Gazetteer, name: &Spelled, places: &[usize]) -> Vec<Candidate> {
    let near = |at: &usize| Some((name.to(gazetteer, *at)?, *at));
    let mut found: Vec<((usize, usize), usize)> = places.iter().filter_map(near).collect();
    found.sort_by_key(|(distances, _)| *distances);
    found.truncate(MOST);
    found
        .into_iter()
        .map(|((distance, _), at)| candidate(gazetteer, at, distance))
        .collect()
}

fn candidate(gazetteer: &Gazetteer, at: usize, distance: usize) -> Candidate {
    Candidate {
        distance: distance as u32,
        place: gazetteer.name_of(at),
    }
}

/// The townships nearest to a name.
pub(super) fn townships(gazetteer: &Gazetteer, name: &str) -> Vec<Candidate> {
    let spelled = Spelled::of(name, township_stem);
    spelled.map_or(Vec::new(), |name| {
        nearest(gazetteer, &name, &gazetteer.townships.places)
    })
}

/// The villages of the township nearest to a name, then those of other townships that have the name but for its ending.
pub(super) fn villages(
    gazetteer: &Gazetteer,
    township: Option<usize>,
    name: &str,
) -> Vec<Candidate> {
    let Some(spelled) = Spelled::of(name, village_stem) else {
        return Vec::new();
    };
    let villages = township.and_then(|township| gazetteer.villages.get(&township));
    let mut found = villages.map_or(Vec::new(), |villages| {
        nearest(gazetteer, &spelled, &villages.places)
    });
    let stem: String = spelled.stem.iter().collect();
    let elsewhere = gazetteer.villages_by_stem.get(&stem).into_iter().flatten();
    let elsewhere = elsewhere.filter(|at| gazetteer.places[**at].township != township);
    let mut elsewhere: Vec<_> = elsewhere.map(|at| candidate(gazetteer, *at, 0)).collect();
    elsewhere.sort();
    found.extend(elsewhere);
    found.truncate(MOST);
    found
}

/// Some places that a name fits, nearest first.
pub(super) fn among(gazetteer: &Gazetteer, name: &str, places: &[usize]) -> Vec<Candidate> {
    let full: Vec<char> = squeeze(name).chars().take(LONGEST).collect();
    let mut found: Vec<Candidate> = places
        .iter()
        .map(|at| {
            candidate(
                gazetteer,
                *at,
                distance(&full, &gazetteer.places[*at].spelled.1),
            )
        })
        .collect();
    found.sort();
    found.truncate(MOST);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_is_that_of_the_textbook() {
        let between = |a: &str, b: &str| {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            distance(&a, &b)
        };
        assert_eq!(between("kitten", "sitting"), 3);
        assert_eq!(between("saturday", "sunday"), 3);
        assert_eq!(between("亭子", "亭孑"), 1);
        assert_eq!(between("", "亭子"), 2);
        assert_eq!(between("亭子", ""), 2);
        assert_eq!(between("亭子", "亭子"), 0);
    }
}
