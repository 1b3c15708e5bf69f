//! Each written pair to the names to use for it, and what to ask where no place was found.

use std::collections::HashMap;

use super::asked::{Asked, Found, Pair};
use super::choice::Chosen;
use super::index::Sought;
use super::successor::{Heir, heir, kept_apart, last};
use super::{
    Agreed, Agreement, Candidate, Gazetteer, Outcome, PlaceChoices, Placed, Rule, Written, nearest,
};

/// Brings written names to the names of the gazetteer.
///
/// What becomes of a pair depends on the gazetteer, the choices and that pair alone, never on the other pairs. A
/// choice overrides everything; then a code wins over the name; then the name, the name without its ending where one
/// place has it, and the name behind that of its county or township. Whatever is only near is offered, never merged.
pub fn agree(written: &[Written<'_>], gazetteer: &Gazetteer, choices: &PlaceChoices) -> Agreed {
    let asked = Asked::of(gazetteer);
    let mut settling = Settling {
        gazetteer,
        chosen: Chosen::of(choices, gazetteer),
        near_townships: HashMap::new(),
    };
    let places = written.iter().map(|written| {
        let pair = Pair::of(written);
        let found = asked.pair(&pair, &mut settling.chosen);
        settling.agreement(&pair, &found)
    });
    let places = places.collect();
    let unfit = settling.chosen.unfit(gazetteer);
    Agreed { places, unfit }
}

struct Settling<'a> {
    gazetteer: &'a Gazetteer,
    chosen: Chosen<'a>,
    /// Townships that are none are written for many villages.
    near_townships: HashMap<String, Vec<Candidate>>,
}

impl Settling<'_> {
    fn agreement(&mut self, pair: &Pair, found: &Found) -> Agreement {
        let mut township = self.township(&pair.township, &found.township);
        let village = match (&found.village, &pair.village) {
            (Some(Sought::Found(at, rule)), _) => {
                let (to, village) = self.village_found(*at, *rule);
                if let Some(to) = to {
                    township.name = self.shown(to);
                    township.outcome = Outcome::Matched(Rule::Successor);
                }
                Some(village)
            }
            (Some(sought), Some(written)) => Some(self.village(written, sought, &found.township)),
            _ => None,
        };
        Agreement { township, village }
    }

    fn shown(&self, at: usize) -> String {
        self.gazetteer.places[at].shown.clone()
    }

    /// The township that a former one is led to.
    fn led_to(&self, township: usize) -> Option<usize> {
        let last = last(self.gazetteer, township);
        (last != township && self.chosen.follows(township)).then_some(last)
    }

    fn township(&mut self, written: &str, found: &Sought) -> Placed {
        let outcome = match found {
            Sought::Found(at, rule) => return self.township_found(*at, *rule),
            Sought::AsWritten => Outcome::Matched(Rule::Choice),
            Sought::Several(places) => Outcome::Ambiguous {
                candidates: nearest::among(self.gazetteer, written, places),
            },
            Sought::Nowhere => Outcome::Unknown {
                candidates: self.near_townships(written),
            },
        };
        let name = written.to_owned();
        Placed { name, outcome }
    }

    fn near_townships(&mut self, written: &str) -> Vec<Candidate> {
        if let Some(candidates) = self.near_townships.get(written) {
            return candidates.clone();
        }
        let candidates = nearest::townships(self.gazetteer, written);
        let known = self.near_townships.entry(written.to_owned());
        known.or_insert(candidates).clone()
    }

    fn township_found(&self, at: usize, rule: Rule) -> Placed {
        match self.led_to(at) {
            Some(new) => Placed {
                name: self.shown(new),
                outcome: Outcome::Matched(Rule::Successor),
            },
            None => Placed {
                name: self.shown(at),
                outcome: self.as_it_stands(at, rule),
            },
        }
    }

    /// A place that is not followed.
    fn as_it_stands(&self, at: usize, rule: Rule) -> Outcome {
        if !self.gazetteer.places[at].is_superseded() {
            return Outcome::Matched(rule);
        }
        let last = last(self.gazetteer, at);
        let successor = (last != at).then(|| self.gazetteer.name_of(last));
        Outcome::Superseded { rule, successor }
    }

    /// A village that was found, with its township where that is not the one it was found in.
    fn village_found(&self, at: usize, rule: Rule) -> (Option<usize>, Placed) {
        let places = &self.gazetteer.places;
        let township_of = |at: usize| places[at].township;
        let is_followed = township_of(at).is_some_and(|township| self.chosen.follows(township));
        let end = if is_followed {
            last(self.gazetteer, at)
        } else {
            at
        };
        let led = township_of(end).and_then(|former| Some((former, self.led_to(former)?)));
        let placed = |name, rule| Placed {
            name,
            outcome: Outcome::Matched(rule),
        };
        match led {
            Some((former, new)) => match heir(self.gazetteer, end, former, new) {
                Heir::Village(village) => (Some(new), placed(self.shown(village), Rule::Successor)),
                Heir::Name(name) => (Some(new), placed(name, Rule::NameKept)),
            },
            None if end != at => (township_of(end), placed(self.shown(end), Rule::Successor)),
            None => {
                let outcome = self.as_it_stands(at, rule);
                let name = self.shown(at);
                (None, Placed { name, outcome })
            }
        }
    }

    /// A village that is none, or several, in what was found for its township.
    fn village(&self, written: &str, found: &Sought, township: &Sought) -> Placed {
        let township = match township {
            Sought::Found(at, _) => Some(*at),
            _ => None,
        };
        let is_unlisted = township.is_some_and(|at| !self.gazetteer.villages.contains_key(&at));
        let outcome = match found {
            Sought::AsWritten => Outcome::Matched(Rule::Choice),
            Sought::Several(places) => Outcome::Ambiguous {
                candidates: nearest::among(self.gazetteer, written, places),
            },
            _ if is_unlisted => Outcome::Unlisted,
            _ => Outcome::Unknown {
                candidates: nearest::villages(self.gazetteer, township, written),
            },
        };
        // In another township the name could be that of another village.
        let former = township.filter(|at| self.led_to(*at).is_some());
        let name = match former {
            Some(former) => kept_apart(self.gazetteer, written, former),
            None => written.to_owned(),
        };
        Placed { name, outcome }
    }
}
