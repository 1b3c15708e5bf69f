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

/// The name of a village before its committee, and whether it is a community.
fn base(official: &str) -> (&str, bool) {
    match official.strip_suffix("社区居民委员会") {
        Some(base) => (base, true),
        None => (official.trim_end_matches("村民委员会"), false),
    }
}

/// The one township of the lists in which a village and a community have one name.
const TWINS: &str = "幺塘乡";

#[test]
fn every_village_is_found_by_its_short_form_and_with_any_ending() {
    let of_villages = ["村", "村委会", "村民委员会", "村村委会", "村村民委员会"];
    let of_communities = ["社区", "社区居委会", "居委会", "居委", "居民委员会"];
    for list in [Y2016, Y2019, Y2021] {
        let gazetteer = gazetteer(&entries(&[list]));
        for (_, official, township) in villages(list) {
            let expected = ask(&gazetteer, &township, &official);
            let (base, is_community) = base(&official);
            let own = if is_community {
                &of_communities
            } else {
                &of_villages
            };
            let others = if is_community {
                &of_villages
            } else {
                &of_communities
            };
            let others: &[&str] = if base == "阁溪" && township == TWINS {
                &[]
            } else {
                others
            };
            for ending in own.iter().chain(others) {
                let written = format!("{base}{ending}");
                let found = ask(&gazetteer, &township, &written);
                assert_eq!(names(&found), names(&expected), "{township} {written}");
                let rule = village_rule(&found);
                assert!(
                    matches!(rule, Some(Rule::Name | Rule::Ending)),
                    "{written}: {rule:?}"
                );
            }
        }
    }
}

#[test]
fn a_village_and_a_community_of_one_name_are_told_apart_by_the_ending_or_asked_about() {
    let gazetteer = gazetteer(&entries(&[Y2019]));
    assert_eq!(names(&ask(&gazetteer, TWINS, "阁溪居委会")).1, "阁溪社区");
    assert_eq!(names(&ask(&gazetteer, TWINS, "阁溪村委会")).1, "阁溪村");
    let unclear = ask(&gazetteer, TWINS, "阁溪").village.expect("a village");
    let Outcome::Ambiguous { candidates } = unclear.outcome else {
        panic!("{unclear:?}");
    };
    let offered: Vec<_> = candidates
        .iter()
        .filter_map(|c| c.place.village.clone())
        .collect();
    assert_eq!(offered, ["阁溪村", "阁溪社区"]);
    assert_eq!(unclear.name, "阁溪");
}

#[test]
fn the_45_villages_of_one_name_stay_apart() {
    let gazetteer = gazetteer(&entries(&[Y2019]));
    let of_name = |(_, name, _): &&(String, String, String)| name == "街道社区居民委员会";
    let all = villages(Y2019);
    let townships: Vec<_> = all
        .iter()
        .filter(of_name)
        .map(|(_, _, t)| t.clone())
        .collect();
    assert_eq!(townships.len(), 45);
    let found: HashSet<String> = townships
        .iter()
        .map(|township| {
            let found = ask(&gazetteer, township, "街道居委会");
            assert_eq!(names(&found), (township.as_str(), "街道社区"));
            found.township.name
        })
        .collect();
    assert_eq!(found.len(), 45);
    // In a township without one it is not taken from another.
    let other = ask(&gazetteer, "三里坪街道", "街道社区")
        .village
        .expect("a village");
    assert!(
        matches!(other.outcome, Outcome::Unknown { .. }),
        "{other:?}"
    );
}

#[test]
fn every_township_is_found_with_any_ending_and_behind_its_county() {
    let gazetteer = gazetteer(&entries(&[Y2019]));
    for official in townships(Y2019) {
        let stem = official
            .trim_end_matches("街道")
            .trim_end_matches(['镇', '乡']);
        for ending in [
            "",
            "镇",
            "乡",
            "街道",
            "街道办事处",
            "办事处",
            "土家族乡",
            "镇人民政府",
        ] {
            let found = ask(&gazetteer, &format!("{stem}{ending}"), "");
            assert_eq!(found.township.name, official, "{stem}{ending}");
        }
        let found = ask(&gazetteer, &format!("四川省达州市达川区{official}"), "");
        assert_eq!(found.township.name, official);
        assert_eq!(township_rule(&found), Some(Rule::LeadingName));
        // A township of another county is not ours.
        let foreign = ask(&gazetteer, &format!("通川区{official}"), "");
        assert!(matches!(foreign.township.outcome, Outcome::Unknown { .. }));
    }
}

#[test]
fn spaces_full_width_forms_and_the_names_before_a_village_say_nothing() {
    let gazetteer = gazetteer(&entries(&[Y2019]));
    let (_, official, township) = villages(Y2019)
        .into_iter()
        .find(|(_, name, _)| name == "雷音铺村民委员会")
        .expect("the village");
    for written in ["雷音铺村", "　雷 音铺村 ", "雷音铺", &official] {
        assert_eq!(names(&ask(&gazetteer, &township, written)).1, "雷音铺村");
    }
    for before in [
        township.clone(),
        format!("达川区{township}"),
        "达川区".to_owned(),
    ] {
        let found = ask(&gazetteer, &township, &format!("{before}雷音铺村"));
        assert_eq!(names(&found).1, "雷音铺村");
        assert_eq!(village_rule(&found), Some(Rule::LeadingName));
    }
}

/// How far up in the candidates the right township stands, if it is there.
fn rank(gazetteer: &Gazetteer, written: &str, wanted: &str) -> Option<usize> {
    let found = ask(gazetteer, written, "").township;
    let Outcome::Unknown { candidates } = found.outcome else {
        panic!("{written} was merged: {found:?}");
    };
    assert_eq!(found.name, written);
    assert!(candidates.is_sorted_by_key(|candidate| candidate.distance) && candidates.len() <= 5);
    candidates
        .iter()
        .position(|candidate| candidate.place.township == wanted)
}

/// The names with one character replaced by one that no name has.
fn with_one_wrong_character(name: &str) -> Vec<String> {
    let characters: Vec<char> = name.chars().collect();
    let wrong = |at: usize| {
        let mut characters = characters.clone();
        characters[at] = '龘';
        characters.into_iter().collect()
    };
    (0..characters.len()).map(wrong).collect()
}

#[test]
fn a_township_with_one_wrong_character_is_offered_and_never_merged() {
    let gazetteer = gazetteer(&entries(&[Y2019]));
    let mut ranks = [0; 6];
    for official in townships(Y2019) {
        for written in with_one_wrong_character(&official) {
            let rank = rank(&gazetteer, &written, &official);
            ranks[rank.unwrap_or(5)] += 1;
        }
    }
    println!("{ranks:?}");
}

#[test]
fn a_village_with_one_wrong_character_is_offered_and_never_merged() {
    let gazetteer = gazetteer(&entries(&[Y2019]));
    let mut ranks = [0; 6];
    for (_, official, township) in villages(Y2019) {
        let shown = shown_village(&official);
        for written in with_one_wrong_character(&shown) {
            let found = ask(&gazetteer, &township, &written)
                .village
                .expect("a village");
            let Outcome::Unknown { candidates } = found.outcome else {
                panic!("{written} was merged: {found:?}");
            };
            let is_it = |c: &Candidate| c.place.village.as_ref() == Some(&shown);
            ranks[candidates.iter().position(is_it).unwrap_or(5)] += 1;
        }
    }
    println!("{ranks:?}");
}

#[test]
fn former_townships_lead_to_what_they_became_only_by_choice() {
    let gazetteer = gazetteer(&with_mergers(&[Y2019, Y2021]));
    let all = PlaceChoices {
        follow: Follow::All,
        ..PlaceChoices::default()
    };
    let mut former = 0;
    for row in rows(MERGERS) {
        let (old, new, how) = (&row[1], &row[3], &row[4]);
        let kept = ask(&gazetteer, old, "");
        let followed = ask_with(&gazetteer, &all, old, "", "");
        assert_eq!(&followed.township.name, new, "{old}");
        if how != "village names" {
            // The same place, perhaps with another ending or code.
            assert_eq!(&kept.township.name, new);
            let rule = if old == new {
                Rule::Name
            } else {
                Rule::EarlierName
            };
            assert_eq!(township_rule(&kept), Some(rule));
            continue;
        }
        former += 1;
        assert_eq!(&kept.township.name, old);
        let successor = PlaceName {
            township: new.clone(),
            village: None,
        };
        let expected = Outcome::Superseded {
            rule: Rule::Name,
            successor: Some(successor),
        };
        assert_eq!(kept.township.outcome, expected);
        assert_eq!(township_rule(&followed), Some(Rule::Successor));
        let these = PlaceChoices {
            follow: Follow::These(vec![old.clone()]),
            ..PlaceChoices::default()
        };
        assert_eq!(
            &ask_with(&gazetteer, &these, old, "", "").township.name,
            new
        );
    }
    assert_eq!(former, 25);
}

#[test]
fn no_two_villages_become_one_by_following() {
    let gazetteer = gazetteer(&with_mergers(&[Y2019, Y2021]));
    let all = PlaceChoices {
        follow: Follow::All,
        ..PlaceChoices::default()
    };
    let mut from: HashMap<(String, String), String> = HashMap::new();
    let (mut to_villages, mut kept) = (0, 0);
    for (_, official, township) in villages(Y2019) {
        let found = ask_with(&gazetteer, &all, &township, &official, "");
        let (new, village) = names(&found);
        match village_rule(&found) {
            Some(Rule::Successor) => to_villages += 1,
            Some(Rule::NameKept) => kept += 1,
            _ => {}
        }
        let key = (new.to_owned(), village.to_owned());
        let other = from.insert(key, format!("{township} {official}"));
        assert_eq!(other, None, "{township} {official}");
    }
    println!("{to_villages} {kept}");
    // Four 街道社区 came to 麻柳镇 beside its own.
    let kept = ask_with(&gazetteer, &all, "葫芦乡", "街道社区", "");
    assert_eq!(names(&kept), ("麻柳镇", "街道社区（葫芦乡）"));
}
