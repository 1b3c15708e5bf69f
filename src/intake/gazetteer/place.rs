//! A gazetteer: places made of the rows of one or several lists, and the ways to find them.

use std::collections::{BTreeMap, HashMap};

use super::ending::{squeeze, told_apart};
use super::entry::{Entry, EntryFault, EntryProblem, Level, Row, UNDATED, rows_of};
use super::grouping::{self, CountyLists, parted};
use super::index::Index;
use super::{PlaceName, successor};

/// A township or village over all lists.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) level: Level,
    /// The official name in its newest list.
    pub(super) name: String,
    /// The name to show, which no other place of its surrounding has.
    pub(super) shown: String,
    /// Official names of all lists, each with its form as people read it.
    pub(super) names: Vec<(String, String)>,
    pub(super) stem: String,
    /// Characters of the name without ending, and of the name shown: what candidates are measured by.
    pub(super) spelled: (Vec<char>, Vec<char>),
    /// The township of a village.
    pub(super) township: Option<usize>,
    /// The county of a township.
    county: Option<String>,
    /// Its lists, the oldest first.
    pub(super) lists: Vec<i32>,
    code: Option<String>,
    /// Whether it stands in the newest list of its surrounding.
    pub(super) is_current: bool,
    pub(super) successor: Option<usize>,
}

impl Place {
    fn of(rows: &[&Row], township: Option<usize>) -> Option<Place> {
        // The first of the newest list, so that the order of the table says nothing.
        let newest_list = rows.iter().map(|row| row.list).max()?;
        let newest = rows.iter().find(|row| row.list == newest_list)?;
        let mut names: Vec<_> = rows
            .iter()
            .map(|row| (row.name.clone(), row.short.clone()))
            .collect();
        names.sort();
        names.dedup();
        let mut lists: Vec<i32> = rows.iter().map(|row| row.list).collect();
        lists.dedup();
        Some(Place {
            level: newest.level,
            name: newest.name.clone(),
            shown: newest.short.clone(),
            names,
            stem: newest.stem.clone(),
            spelled: (Vec::new(), Vec::new()),
            township,
            county: newest.parent.clone().filter(|_| township.is_none()),
            lists,
            code: newest.code.clone(),
            is_current: true,
            successor: None,
        })
    }

    /// The newest list it stands in.
    pub(super) fn newest(&self) -> Option<i32> {
        self.lists.last().copied()
    }

    /// Whether it is no more.
    pub(super) fn is_superseded(&self) -> bool {
        self.successor.is_some() || !self.is_current
    }
}

/// Townships and villages by code and name, with the places they became.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    pub(super) places: Vec<Place>,
    /// Codes of townships and villages: the list in which a place has it, and the place.
    codes: HashMap<String, Vec<(i32, usize)>>,
    pub(super) townships: Index,
    /// The villages of each township.
    pub(super) villages: HashMap<usize, Index>,
    /// All villages by their names without endings.
    pub(super) villages_by_stem: HashMap<String, Vec<usize>>,
    /// Official names of counties.
    pub(super) counties: Vec<String>,
    county_names: HashMap<String, String>,
    /// The former townships whose last successor is the key.
    pub(super) became: HashMap<usize, Vec<usize>>,
}

impl Gazetteer {
    /// A gazetteer of a table's rows, of one list or of lists of several years, in any order; and what is wrong with rows.
    pub fn of(entries: &[Entry]) -> (Gazetteer, Vec<EntryFault>) {
        let mut faults = Vec::new();
        let rows = rows_of(entries, &mut faults);
        let gazetteer = Gazetteer::of_rows(&rows, &mut faults);
        faults.sort();
        (gazetteer, faults)
    }

    /// A gazetteer of plain names, where there is no table: one list for each source, the most trusted first, whose
    /// names are then the ones used. Names are shown as they are. With the county's name, names behind it are known.
    pub fn of_names(county: Option<&str>, lists: &[Vec<PlaceName>]) -> Gazetteer {
        let mut rows = Vec::new();
        for (rank, list) in (0..).zip(lists) {
            for place in list {
                rows.extend(plain_rows(place, UNDATED - rank));
            }
        }
        rows.sort_by(|a, b| plain_order(a).cmp(&plain_order(b)));
        rows.dedup_by(|a, b| plain_order(a) == plain_order(b));
        let mut gazetteer = Gazetteer::of_rows(&rows, &mut Vec::new());
        gazetteer.show_as_given();
        gazetteer
            .counties
            .extend(county.map(|name| squeeze(name).into_owned()));
        gazetteer
    }

    fn of_rows(rows: &[Row], faults: &mut Vec<EntryFault>) -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        let level = |level| rows.iter().filter(move |row| row.level == level).collect();
        let (counties, townships, villages): (Vec<&Row>, Vec<&Row>, Vec<&Row>) = (
            level(Level::County),
            level(Level::Township),
            level(Level::Village),
        );
        for county in counties {
            gazetteer.counties.push(county.name.clone());
            let code = county
                .code
                .iter()
                .map(|code| (code.clone(), county.name.clone()));
            gazetteer.county_names.extend(code);
        }
        gazetteer.counties.sort();
        gazetteer.counties.dedup();
        let stems = successor::stems_by_code(rows);
        let mut members = gazetteer.enter_townships(townships, &stems, faults);
        members.extend(gazetteer.enter_villages(villages, &stems, faults));
        gazetteer.mark_current();
        gazetteer.tell_apart();
        successor::join(&mut gazetteer, &members, faults);
        gazetteer.index();
        gazetteer
    }

    /// Enters townships; gives each with the rows it was made of.
    fn enter_townships<'a>(
        &mut self,
        rows: Vec<&'a Row>,
        stems: &successor::Stems<'_>,
        faults: &mut Vec<EntryFault>,
    ) -> Vec<(usize, Vec<&'a Row>)> {
        let lists = CountyLists::of(&rows);
        let mut members = Vec::new();
        for rows in parted(rows, |row| row.stem.clone()) {
            for rows in grouping::townships(rows, &lists, |row| stems.has_moved_on(row)) {
                members.extend(self.enter(rows, None, faults));
            }
        }
        members
    }

    /// Enters villages in the townships that are there.
    fn enter_villages<'a>(
        &mut self,
        rows: Vec<&'a Row>,
        stems: &successor::Stems<'_>,
        faults: &mut Vec<EntryFault>,
    ) -> Vec<(usize, Vec<&'a Row>)> {
        let mut names: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, place) in self.places.iter().enumerate() {
            for (name, _) in &place.names {
                names.entry(name.clone()).or_default().push(at);
            }
        }
        let mut places: BTreeMap<(usize, &str), Vec<&Row>> = BTreeMap::new();
        for row in rows {
            match self.parent_of(row, &names) {
                Some(township) => places.entry((township, &row.stem)).or_default().push(row),
                None => faults.push(EntryFault {
                    entry: row.entry,
                    problem: EntryProblem::ParentUnknown,
                }),
            }
        }
        let mut members = Vec::new();
        for ((township, _), rows) in places {
            for rows in grouping::villages(rows, |row| stems.has_moved_on(row)) {
                members.extend(self.enter(rows, Some(township), faults));
            }
        }
        members
    }

    /// The township of a village's row: by code in its own list, else in the newest; else by its only name.
    fn parent_of(&self, row: &Row, names: &HashMap<String, Vec<usize>>) -> Option<usize> {
        let parent = row.parent.as_deref()?;
        if let Some(coded) = self.codes.get(parent) {
            let same = coded.iter().find(|(list, _)| *list == row.list);
            let newest = || coded.iter().max_by_key(|(list, _)| *list);
            return same.or_else(newest).map(|(_, place)| *place);
        }
        match names.get(parent)?.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    fn enter<'a>(
        &mut self,
        rows: Vec<&'a Row>,
        township: Option<usize>,
        faults: &mut Vec<EntryFault>,
    ) -> Option<(usize, Vec<&'a Row>)> {
        let at = self.places.len();
        self.places.push(Place::of(&rows, township)?);
        faults.extend(grouping::repeated(&rows).into_iter().map(|row| EntryFault {
            entry: row.entry,
            problem: EntryProblem::NameTwice,
        }));
        for row in &rows {
            let Some(code) = &row.code else { continue };
            let coded = self.codes.entry(code.clone()).or_default();
            if coded
                .iter()
                .any(|(list, place)| *list == row.list && *place != at)
            {
                let problem = EntryProblem::CodeTwice;
                faults.push(EntryFault {
                    entry: row.entry,
                    problem,
                });
            }
            if !coded.contains(&(row.list, at)) {
                coded.push((row.list, at));
            }
        }
        Some((at, rows))
    }

    /// A place stands today if it is in the newest list of its county's townships or of its township's villages.
    fn mark_current(&mut self) {
        let surrounding = |place: &Place| (place.township, place.county.clone());
        let mut newest: HashMap<_, i32> = HashMap::new();
        for place in &self.places {
            let entry = newest.entry(surrounding(place)).or_insert(i32::MIN);
            let dated = place.lists.iter().filter(|list| **list != UNDATED);
            *entry = dated.fold(*entry, |newest, list| newest.max(*list));
        }
        for place in &mut self.places {
            let newest = newest.get(&surrounding(place));
            place.is_current = place.newest() >= newest.copied();
        }
    }

    /// Gives every place a name to show that no other of its surrounding has: the official one where the short form is
    /// not its own, then with its county, then with its code.
    fn tell_apart(&mut self) {
        let county = |place: &Place| {
            let name = self.county_names.get(place.county.as_ref()?)?;
            Some(format!("{name}{}", place.name))
        };
        let longer: Vec<[Option<String>; 3]> = self
            .places
            .iter()
            .map(|place| {
                let coded = place
                    .code
                    .as_ref()
                    .map(|code| told_apart(&place.name, code));
                [Some(place.name.clone()), county(place), coded]
            })
            .collect();
        for step in 0..3 {
            let mut shown: HashMap<(Option<usize>, String), u32> = HashMap::new();
            for place in &self.places {
                *shown
                    .entry((place.township, place.shown.clone()))
                    .or_default() += 1;
            }
            for (place, names) in self.places.iter_mut().zip(&longer) {
                let is_shared = shown.get(&(place.township, place.shown.clone())) > Some(&1);
                if let (true, Some(name)) = (is_shared, &names[step]) {
                    place.shown.clone_from(name);
                }
            }
        }
    }

    fn show_as_given(&mut self) {
        for place in &mut self.places {
            place.shown.clone_from(&place.name);
        }
        self.index();
    }

    fn index(&mut self) {
        (self.townships, self.villages) = (Index::default(), HashMap::new());
        self.villages_by_stem.clear();
        let mut order: Vec<usize> = (0..self.places.len()).collect();
        order.sort_by(|a, b| self.places[*a].shown.cmp(&self.places[*b].shown));
        for at in order {
            let place = &mut self.places[at];
            place.spelled = (place.stem.chars().collect(), place.shown.chars().collect());
            match place.township {
                None => self.townships.enter(at, place),
                Some(township) => {
                    self.villages.entry(township).or_default().enter(at, place);
                    let of_stem = self.villages_by_stem.entry(place.stem.clone());
                    of_stem.or_default().push(at);
                }
            }
        }
    }

    /// Places with a code, each with the newest list in which it has it.
    pub(super) fn of_code(&self, code: &str) -> &[(i32, usize)] {
        self.codes.get(code).map_or(&[], Vec::as_slice)
    }

    /// The names shown for a place.
    pub(super) fn name_of(&self, at: usize) -> PlaceName {
        let place = &self.places[at];
        match place.township {
            None => PlaceName {
                township: place.shown.clone(),
                village: None,
            },
            Some(township) => PlaceName {
                township: self.places[township].shown.clone(),
                village: Some(place.shown.clone()),
            },
        }
    }

    /// Every place that stands today, by the names shown, in their order; former ones are left out.
    pub fn names(&self) -> Vec<PlaceName> {
        let current = |at: &usize| !self.places[*at].is_superseded();
        let mut names: Vec<PlaceName> = (0..self.places.len())
            .filter(current)
            .map(|at| self.name_of(at))
            .collect();
        names.sort();
        names
    }
}

/// The township's row and the village's row of a plain name; no row for what is blank.
fn plain_rows(place: &PlaceName, list: i32) -> Vec<Row> {
    let township = Row::of(0, Level::Township, &place.township, list);
    if township.name.is_empty() {
        return Vec::new();
    }
    let village = place.village.as_deref().map(|name| Row {
        parent: Some(township.name.clone()),
        ..Row::of(0, Level::Village, name, list)
    });
    let village = village.filter(|row| !row.name.is_empty());
    [township].into_iter().chain(village).collect()
}

fn plain_order(row: &Row) -> (Level, i32, &str, &Option<String>) {
    (row.level, row.list, &row.name, &row.parent)
}
