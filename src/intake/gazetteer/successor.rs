//! What a former place became, and where its villages go if a person chooses to follow.

use std::collections::{HashMap, HashSet};

use super::Gazetteer;
use super::ending::told_apart;
use super::entry::{EntryFault, EntryProblem, Row};

/// The names without endings that each code has in any list.
pub(super) struct Stems<'a>(HashMap<&'a str, HashSet<&'a str>>);

/// The names of all codes.
pub(super) fn stems_by_code(rows: &[Row]) -> Stems<'_> {
    let mut stems: HashMap<&str, HashSet<&str>> = HashMap::new();
    for row in rows {
        if let Some(code) = &row.code {
            stems.entry(code).or_default().insert(&row.stem);
        }
    }
    Stems(stems)
}

impl Stems<'_> {
    /// Whether a row's successor is a place of another name.
    pub(super) fn has_moved_on(&self, row: &Row) -> bool {
        let successor = row.successor.as_deref();
        let stems = successor.and_then(|code| self.0.get(code));
        stems.is_some_and(|stems| !stems.contains(row.stem.as_str()))
    }
}

/// Joins each place to the successor that its newest row names; breaks circles.
pub(super) fn join(
    gazetteer: &mut Gazetteer,
    members: &[(usize, Vec<&Row>)],
    faults: &mut Vec<EntryFault>,
) {
    let mut named_by: HashMap<usize, usize> = HashMap::new();
    for (at, rows) in members {
        let named = rows.iter().rev().find(|row| row.successor.is_some());
        let Some(row) = named else { continue };
        let entry = row.entry;
        named_by.insert(*at, entry);
        match resolve(gazetteer, row) {
            Some(successor) if successor == *at => {}
            Some(successor) => gazetteer.places[*at].successor = Some(successor),
            None => faults.push(EntryFault {
                entry,
                problem: EntryProblem::SuccessorUnknown,
            }),
        }
    }
    for at in circles(gazetteer) {
        gazetteer.places[at].successor = None;
        faults.extend(named_by.get(&at).map(|entry| EntryFault {
            entry: *entry,
            problem: EntryProblem::SuccessorCircle,
        }));
    }
    let former = (0..gazetteer.places.len()).filter(|at| gazetteer.places[*at].township.is_none());
    for at in former.collect::<Vec<_>>() {
        let last = last(gazetteer, at);
        if last != at {
            gazetteer.became.entry(last).or_default().push(at);
        }
    }
}

/// The place of the row's level with the successor's code, as the newest list has it.
fn resolve(gazetteer: &Gazetteer, row: &Row) -> Option<usize> {
    let level = |at: usize| gazetteer.places[at].level;
    let coded = gazetteer.of_code(row.successor.as_deref()?).iter();
    let of_level: Vec<_> = coded.filter(|(_, at)| level(*at) == row.level).collect();
    let newest = of_level.iter().map(|(list, _)| *list).max()?;
    let mut newest = of_level.iter().filter(|(list, _)| *list == newest);
    match (newest.next(), newest.next()) {
        (Some((_, at)), None) => Some(*at),
        _ => None,
    }
}

/// Places whose successors lead back to themselves.
fn circles(gazetteer: &Gazetteer) -> Vec<usize> {
    let successor = |at: usize| gazetteer.places[at].successor;
    let leads_back = |start: &usize| {
        let steps = std::iter::successors(successor(*start), |at| successor(*at));
        steps.take(gazetteer.places.len()).any(|at| at == *start)
    };
    let with_one = (0..gazetteer.places.len()).filter(|at| successor(*at).is_some());
    with_one.filter(leads_back).collect()
}

/// What a place became in the end; itself if it has no successor.
pub(super) fn last(gazetteer: &Gazetteer, at: usize) -> usize {
    let successor = |at: &usize| gazetteer.places[*at].successor;
    std::iter::successors(Some(at), successor)
        .last()
        .unwrap_or(at)
}

/// Where a village of a former township goes.
pub(super) enum Heir {
    /// To this village of the new township.
    Village(usize),
    /// To no village that is known: it keeps its name there, in this form.
    Name(String),
}

/// The one village of the same name in the new township, unless another village could as well be the one it came from:
/// every township of a merger had its 街道社区. A name that others claim is told apart by the former township.
pub(super) fn heir(gazetteer: &Gazetteer, village: usize, former: usize, new: usize) -> Heir {
    let places = &gazetteer.places;
    let this = &places[village];
    let of_stem = |township: &usize| {
        let villages = gazetteer.villages.get(township);
        villages.map_or(&[][..], |villages| villages.of_stem(&this.stem))
    };
    let there = of_stem(&new);
    let was_there_before = |at: &&usize| places[**at].lists.first().copied() <= this.newest();
    let sisters = gazetteer.became.get(&new).into_iter().flatten();
    let claims = sisters.map(|sister| of_stem(sister).len()).sum::<usize>();
    let is_claimed =
        claims > of_stem(&former).len().min(1) || there.iter().any(|at| was_there_before(&at));
    match there {
        [one] if !is_claimed && !places[*one].is_superseded() => Heir::Village(*one),
        [] if !is_claimed => Heir::Name(this.shown.clone()),
        _ => Heir::Name(kept_apart(gazetteer, &this.shown, former)),
    }
}

/// A village's name with its former township.
pub(super) fn kept_apart(gazetteer: &Gazetteer, village: &str, former: usize) -> String {
    told_apart(village, &gazetteer.places[former].shown)
}
