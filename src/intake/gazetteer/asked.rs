//! Which places a written township, village and code are.

use super::choice::Chosen;
use super::ending::squeeze;
use super::entry::{Level, code_of};
use super::index::Sought;
use super::{Gazetteer, Rule, Written};

/// The cells of a pair, squeezed.
pub(super) struct Pair {
    pub(super) township: String,
    pub(super) village: Option<String>,
    code: Option<String>,
}

impl Pair {
    pub(super) fn of(written: &Written<'_>) -> Pair {
        let village = written.village.map(|text| squeeze(text).into_owned());
        Pair {
            township: squeeze(written.township).into_owned(),
            village: village.filter(|text| !text.is_empty()),
            code: written.code.and_then(code_of),
        }
    }
}

/// Characters with which names of townships end: 镇, 乡, 街道, 办事处.
const TOWNSHIP_ENDS: [char; 4] = ['镇', '乡', '道', '处'];

/// What a pair was found to be.
pub(super) struct Found {
    pub(super) township: Sought,
    pub(super) village: Option<Sought>,
}

/// Finds places.
pub(super) struct Asked<'a> {
    gazetteer: &'a Gazetteer,
}

impl<'a> Asked<'a> {
    pub(super) fn of(gazetteer: &'a Gazetteer) -> Asked<'a> {
        Asked { gazetteer }
    }

    /// The places of a pair: what a person chose, then the code, then the names.
    pub(super) fn pair(&self, pair: &Pair, chosen: &mut Chosen<'_>) -> Found {
        let chosen_township = chosen.meaning(&pair.township, None);
        let village = pair.village.as_deref();
        let chosen_village =
            village.and_then(|village| chosen.meaning(&pair.township, Some(village)));
        if let Some(Sought::Found(at, rule)) = chosen_village {
            return self.village_found(at, rule, rule);
        }
        let is_chosen = chosen_township.is_some() || chosen_village.is_some();
        if !is_chosen && let Some(found) = self.by_code(pair) {
            return found;
        }
        let township = chosen_township.unwrap_or_else(|| self.township(&pair.township));
        let village = chosen_village.or_else(|| self.village(&township, pair));
        Found { township, village }
    }

    fn village_found(&self, at: usize, of_township: Rule, rule: Rule) -> Found {
        let township = self.gazetteer.places[at].township;
        Found {
            township: township.map_or(Sought::Nowhere, |at| Sought::Found(at, of_township)),
            village: Some(Sought::Found(at, rule)),
        }
    }

    /// The place of a code; where the bureau gave a code away again, the one that the names fit, else the newest.
    fn by_code(&self, pair: &Pair) -> Option<Found> {
        let coded = self.gazetteer.of_code(pair.code.as_deref()?);
        let mut places: Vec<usize> = coded.iter().map(|(_, at)| *at).collect();
        places.sort_unstable();
        places.dedup();
        let fitting: Vec<usize> = places
            .iter()
            .copied()
            .filter(|at| self.fits(*at, pair))
            .collect();
        let newest = coded.iter().map(|(list, _)| *list).max();
        let newest = coded.iter().filter(|(list, _)| Some(*list) == newest);
        let newest: Vec<usize> = newest.map(|(_, at)| *at).collect();
        let only = |places: &[usize]| match places {
            [one] => Some(*one),
            _ => None,
        };
        let at = only(&fitting).or_else(|| only(&newest))?;
        Some(self.coded(at, pair))
    }

    /// Whether what is written names the place of a code.
    fn fits(&self, at: usize, pair: &Pair) -> bool {
        match self.gazetteer.places[at].township {
            None => is(&self.township(&pair.township), at),
            Some(township) => {
                let found = Sought::Found(township, Rule::Code);
                self.village(&found, pair)
                    .is_some_and(|found| is(&found, at))
            }
        }
    }

    fn coded(&self, at: usize, pair: &Pair) -> Found {
        let rule = |is_blank: bool, fits: bool| match is_blank || fits {
            true => Rule::Code,
            false => Rule::CodeAgainstName,
        };
        let of_township = |township: usize| {
            let found = self.township(&pair.township);
            rule(pair.township.is_empty(), is(&found, township))
        };
        match self.gazetteer.places[at].township {
            Some(township) => {
                let rule = rule(pair.village.is_none(), self.fits(at, pair));
                self.village_found(at, of_township(township), rule)
            }
            None => {
                let township = Sought::Found(at, of_township(at));
                let village = self.village(&township, pair);
                Found { township, village }
            }
        }
    }

    /// The township of a name.
    fn township(&self, name: &str) -> Sought {
        let townships = &self.gazetteer.townships;
        let found = townships.find(name, Level::Township);
        if found != Sought::Nowhere {
            return found;
        }
        match self.behind_county(name) {
            Some(rest) => led(townships.find(rest, Level::Township)),
            None => Sought::Nowhere,
        }
    }

    /// What stands behind the name of the county.
    fn behind_county<'t>(&self, text: &'t str) -> Option<&'t str> {
        let mut counties = self.gazetteer.counties.iter();
        let (_, rest) = counties.find_map(|county| text.split_once(county.as_str()))?;
        (!rest.is_empty()).then_some(rest)
    }

    /// The village of a name in a township; nothing if none is written.
    fn village(&self, township: &Sought, pair: &Pair) -> Option<Sought> {
        let name = pair.village.as_deref()?;
        let Sought::Found(township, _) = township else {
            return Some(match township {
                Sought::AsWritten => Sought::AsWritten,
                _ => Sought::Nowhere,
            });
        };
        let Some(villages) = self.gazetteer.villages.get(township) else {
            return Some(Sought::Nowhere);
        };
        let found = villages.find(name, Level::Village);
        if found != Sought::Nowhere {
            return Some(found);
        }
        let mut behind = self.behind_township(*township, pair, name).into_iter();
        let led = behind.find_map(|rest| match led(villages.find(rest, Level::Village)) {
            Sought::Nowhere => None,
            found => Some(found),
        });
        Some(led.unwrap_or(Sought::Nowhere))
    }

    /// What stands behind the names of county and township in a village's cell: behind the longest name first.
    fn behind_township<'t>(&self, township: usize, pair: &Pair, name: &'t str) -> Vec<&'t str> {
        let county = self.behind_county(name);
        let text = county.unwrap_or(name);
        let ends = text.match_indices(TOWNSHIP_ENDS);
        let mut behind: Vec<&str> = ends
            .map(|(at, end)| text.split_at(at + end.len()))
            .filter(|(before, rest)| !rest.is_empty() && self.is_name(before, township, pair))
            .map(|(_, rest)| rest)
            .collect();
        behind.reverse();
        behind.extend(county);
        behind
    }

    /// Whether a text is the township's name, or what stands in its cell.
    fn is_name(&self, text: &str, township: usize, pair: &Pair) -> bool {
        let townships = &self.gazetteer.townships;
        text == pair.township || is(&townships.find(text, Level::Township), township)
    }
}

fn is(found: &Sought, place: usize) -> bool {
    matches!(found, Sought::Found(at, _) if *at == place)
}

/// A place that was found behind the name of another.
fn led(found: Sought) -> Sought {
    match found {
        Sought::Found(at, _) => Sought::Found(at, Rule::LeadingName),
        other => other,
    }
}
