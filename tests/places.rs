//! Names as offices write them find the places of the statistics bureau's lists, and nothing else.

use std::collections::{HashMap, HashSet};

use credit_atlas::intake::gazetteer::*;
use proptest::prelude::*;

const Y2016: &str = include_str!("places/511703_2016.csv");
const Y2019: &str = include_str!("places/511703_2019.csv");
const Y2021: &str = include_str!("places/511703_2021.csv");
const Y2022: &str = include_str!("places/511703_2022_towns.csv");
const MERGERS: &str = include_str!("places/511703_towns_2019_to_2021.csv");

fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let row =
        |row: Result<csv::StringRecord, _>| row.expect("a row").iter().map(str::to_owned).collect();
    reader.records().map(row).collect()
}

fn entries(lists: &[&str]) -> Vec<Entry> {
    let entry = |row: Vec<String>| Entry {
        code: Some(row[0].clone()),
        name: row[1].clone(),
        parent: Some(row[2].clone()),
        level: Level::of_word(&row[3]),
        year: row[4].parse().ok(),
        successor: None,
    };
    lists
        .iter()
        .flat_map(|list| rows(list))
        .map(entry)
        .collect()
}

/// The lists with the townships of 2019 led to those of 2021.
fn with_mergers(lists: &[&str]) -> Vec<Entry> {
    let mergers: HashMap<String, String> = rows(MERGERS)
        .into_iter()
        .map(|row| (row[0].clone(), row[2].clone()))
        .collect();
    let mut entries = entries(lists);
    for entry in &mut entries {
        let code = entry.code.as_ref().expect("a code");
        if entry.year == Some(2019) && entry.level == Some(Level::Township) {
            entry.successor = mergers.get(code).cloned();
        }
    }
    entries
}

fn gazetteer(entries: &[Entry]) -> Gazetteer {
    let (gazetteer, faults) = Gazetteer::of(entries);
    assert_eq!(faults, []);
    gazetteer
}

/// (code, official name, official name of the township) of every village of a list.
fn villages(list: &str) -> Vec<(String, String, String)> {
    let entries = entries(&[list]);
    let names: HashMap<_, _> = entries.iter().map(|e| (e.code.clone(), &e.name)).collect();
    let of_village = |e: &&Entry| e.level == Some(Level::Village);
    let triple = |e: &Entry| {
        let code = e.code.clone().expect("a code");
        (code, e.name.clone(), names[&e.parent].clone())
    };
    entries.iter().filter(of_village).map(triple).collect()
}

fn townships(list: &str) -> Vec<String> {
    let of_level = |e: &Entry| e.level == Some(Level::Township);
    entries(&[list])
        .into_iter()
        .filter(of_level)
        .map(|e| e.name)
        .collect()
}

fn ask_with(
    gazetteer: &Gazetteer,
    choices: &PlaceChoices,
    township: &str,
    village: &str,
    code: &str,
) -> Agreement {
    let written = Written {
        township,
        village: (!village.is_empty()).then_some(village),
        code: (!code.is_empty()).then_some(code),
    };
    agree(&[written], gazetteer, choices).places.remove(0)
}

fn ask(gazetteer: &Gazetteer, township: &str, village: &str) -> Agreement {
    ask_with(gazetteer, &PlaceChoices::default(), township, village, "")
}

/// The names to use, and the rules.
fn names(agreement: &Agreement) -> (&str, &str) {
    let village = agreement
        .village
        .as_ref()
        .map_or("", |village| &village.name);
    (&agreement.township.name, village)
}

fn village_rule(agreement: &Agreement) -> Option<Rule> {
    match agreement.village.as_ref()?.outcome {
        Outcome::Matched(rule) => Some(rule),
        _ => None,
    }
}

fn township_rule(agreement: &Agreement) -> Option<Rule> {
    match agreement.township.outcome {
        Outcome::Matched(rule) => Some(rule),
        _ => None,
    }
}

#[test]
fn every_official_village_finds_itself_by_name_and_by_code() {
    for list in [Y2016, Y2019, Y2021] {
        let gazetteer = gazetteer(&entries(&[list]));
        let mut shown = HashSet::new();
        for (code, village, township) in villages(list) {
            let by_name = ask(&gazetteer, &township, &village);
            assert_eq!(township_rule(&by_name), Some(Rule::Name), "{township}");
            assert_eq!(
                village_rule(&by_name),
                Some(Rule::Name),
                "{township} {village}"
            );
            let none = PlaceChoices::default();
            let by_code = ask_with(&gazetteer, &none, "", "", &code);
            assert_eq!(names(&by_code), names(&by_name));
            assert_eq!(village_rule(&by_code), Some(Rule::Code));
            let (township, village) = names(&by_name);
            assert!(
                shown.insert((township.to_owned(), village.to_owned())),
                "{township} {village}"
            );
        }
        assert_eq!(shown.len(), villages(list).len());
    }
}
