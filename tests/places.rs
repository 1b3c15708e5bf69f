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

/// The list of one year.
fn of_year(list: &str) -> Gazetteer {
    gazetteer(&entries(&[list]))
}

/// The list of 2019, its townships led to those of 2021.
fn led_to_2021() -> Gazetteer {
    gazetteer(&with_mergers(&[Y2019, Y2021]))
}

/// Nothing said but which former townships lead to what they became.
fn following(follow: Follow) -> PlaceChoices {
    PlaceChoices {
        follow,
        ..PlaceChoices::default()
    }
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

fn place(township: &str, village: &str) -> PlaceName {
    let village = (!village.is_empty()).then(|| village.to_owned());
    PlaceName {
        township: township.to_owned(),
        village,
    }
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
        let gazetteer = of_year(list);
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
        let gazetteer = of_year(list);
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
    let gazetteer = of_year(Y2019);
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
    let gazetteer = of_year(Y2019);
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
    let gazetteer = of_year(Y2019);
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
    let gazetteer = of_year(Y2019);
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

/// What is offered for a name that no list has and that stays as it was written.
fn offered(found: Placed, written: &str) -> Vec<Candidate> {
    assert_eq!(found.name, written);
    match found.outcome {
        Outcome::Unknown { candidates } => candidates,
        other => panic!("{written} was merged: {other:?}"),
    }
}

/// How far up in the candidates the right township stands, if it is there.
fn rank(gazetteer: &Gazetteer, written: &str, wanted: &str) -> Option<usize> {
    let candidates = offered(ask(gazetteer, written, "").township, written);
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
    let gazetteer = of_year(Y2019);
    let mut ranks = [0; 6];
    for official in townships(Y2019) {
        for written in with_one_wrong_character(&official) {
            let rank = rank(&gazetteer, &written, &official);
            ranks[rank.unwrap_or(5)] += 1;
        }
    }
    // Rank 1 to 4: where it is not the first, another township shares the characters that are left (大风, 大树, 大堰, 大滩).
    assert_eq!(ranks, [154, 12, 4, 1, 0, 0]);
}

#[test]
fn a_village_with_one_wrong_character_is_offered_and_never_merged() {
    let gazetteer = of_year(Y2019);
    let mut ranks = [0; 6];
    for (_, official, township) in villages(Y2019) {
        let shown = shown_village(&official);
        for written in with_one_wrong_character(&shown) {
            let found = ask(&gazetteer, &township, &written).village;
            let candidates = offered(found.expect("a village"), &written);
            let is_it = |c: &Candidate| c.place.village.as_ref() == Some(&shown);
            ranks[candidates.iter().position(is_it).unwrap_or(5)] += 1;
        }
    }
    // The three that are not offered have five nearer ones, or but one character that could be right.
    assert_eq!(ranks, [2556, 48, 9, 4, 3, 3]);
}

#[test]
fn former_townships_lead_to_what_they_became_only_by_choice() {
    let gazetteer = led_to_2021();
    let all = following(Follow::All);
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
        let successor = place(new, "");
        let expected = Outcome::Superseded {
            rule: Rule::Name,
            successor: Some(successor),
        };
        assert_eq!(kept.township.outcome, expected);
        assert_eq!(township_rule(&followed), Some(Rule::Successor));
        let these = following(Follow::These(vec![old.clone()]));
        assert_eq!(
            &ask_with(&gazetteer, &these, old, "", "").township.name,
            new
        );
    }
    assert_eq!(former, 25);
}

#[test]
fn no_two_villages_become_one_by_following() {
    let gazetteer = led_to_2021();
    let all = following(Follow::All);
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
    assert_eq!((to_villages, kept), (106, 134));
    // Four 街道社区 came to 麻柳镇 beside its own.
    let kept = ask_with(&gazetteer, &all, "葫芦乡", "街道社区", "");
    assert_eq!(names(&kept), ("麻柳镇", "街道社区（葫芦乡）"));
}

#[test]
fn the_lists_of_several_years_make_one_gazetteer() {
    let lists = gazetteer(&entries(&[Y2016, Y2019, Y2021, Y2022]));
    // 乡 turned into 镇 with new codes.
    for stem in ["木子", "大堰", "五四", "罐子", "九岭"] {
        let (old, new) = (format!("{stem}乡"), format!("{stem}镇"));
        let found = ask(&lists, &old, "");
        assert_eq!(found.township.name, new, "{found:?}");
    }
    let found = ask(&lists, "大堰乡", "街道社区");
    assert_eq!(township_rule(&found), Some(Rule::EarlierName));
    // Only in lists of earlier years, and no list says what it became.
    let found = ask(&lists, "檀木镇", "").township;
    let superseded = Outcome::Superseded {
        rule: Rule::Name,
        successor: None,
    };
    assert_eq!((found.name.as_str(), found.outcome), ("檀木镇", superseded));
    // The newest list has no villages: those of the year before stand.
    for (code, official, township) in villages(Y2021) {
        let found = ask(&lists, &township, &official);
        assert_eq!(
            names(&found),
            (township.as_str(), shown_village(&official).as_str())
        );
        assert_eq!(
            village_rule(&found),
            Some(Rule::Name),
            "{township} {official} {code}"
        );
    }
    let mut current: Vec<String> = lists
        .names()
        .into_iter()
        .filter(|p| p.village.is_none())
        .map(|p| p.township)
        .collect();
    let mut newest = townships(Y2022);
    current.sort();
    newest.sort();
    assert_eq!(current, newest);
}

#[test]
fn a_township_under_two_county_codes_is_one() {
    let lists = gazetteer(&entries(&[Y2019, Y2021, Y2022]));
    let none = PlaceChoices::default();
    for (code, name) in [
        ("511703111000", "石板街道"),
        ("511771002000", "石板街道"),
        ("511703008000", "石板街道"),
        ("511771200000", "斌郎街道"),
        ("511703236000", "幺塘乡"),
        ("511771201000", "幺塘乡"),
        ("511771201", "幺塘乡"),
    ] {
        let found = ask_with(&lists, &none, "", "", code);
        assert_eq!(found.township.name, name, "{code}");
        assert_eq!(township_rule(&found), Some(Rule::Code));
    }
    let found = ask(&lists, "达州经济开发区斌郎乡", "二郎村");
    assert_eq!(names(&found), ("斌郎街道", "二郎村社区"));
}

#[test]
fn a_code_wins_over_the_name() {
    let none = PlaceChoices::default();
    let one = of_year(Y2019);
    let found = ask_with(&one, &none, "三里坪街道", "梧桐梁社区", " 511703001002 ");
    assert_eq!(names(&found), ("三里坪街道", "曹家梁社区"));
    assert_eq!(village_rule(&found), Some(Rule::CodeAgainstName));
    assert_eq!(township_rule(&found), Some(Rule::Code));
    // The code of the township says nothing about the village; a code that no list has says nothing at all.
    for code in ["511703001", "511703001000", "999999999999", "5.11703E+11"] {
        let found = ask_with(&one, &none, "三里坪街道", "梧桐梁社区", code);
        assert_eq!(names(&found), ("三里坪街道", "梧桐梁社区"), "{code}");
    }
    // The bureau gave 邹家营's code to 新安村: the name decides which, without a name the newer list.
    let both = gazetteer(&entries(&[Y2019, Y2021]));
    let of = |village| ask_with(&both, &none, "渡市镇", village, "511703113200");
    assert_eq!(names(&of("邹家营村")), ("渡市镇", "邹家营农村社区"));
    assert_eq!(names(&of("新安村")), ("渡市镇", "新安村"));
    assert_eq!(names(&of("")), ("渡市镇", "新安村"));
}

fn choice(written: (&str, &str), means: (&str, &str)) -> Choice {
    Choice {
        written: place(written.0, written.1),
        means: place(means.0, means.1),
    }
}

#[test]
fn a_choice_overrides_everything_and_one_that_fits_no_more_is_reported() {
    let lists = led_to_2021();
    let choices = PlaceChoices {
        names: vec![
            choice(("亭孑镇", ""), ("亭子镇", "")),
            choice(("三里坪街道", "梧桐梁社区"), ("三里坪街道", "曹家梁社区")),
            choice(("飞地", ""), ("飞地", "")),
            choice(("檀木真", ""), ("檀木镇", "")),
            choice(("没有了", ""), ("亭子镇", "")),
            choice(("亭子镇", "新"), ("亭子镇", "没有的村")),
        ],
        follow: Follow::These(vec!["檀木镇".to_owned(), "三里坪街道".to_owned()]),
    };
    let json = serde_json::to_string(&choices).expect("plain data");
    assert_eq!(
        serde_json::from_str::<PlaceChoices>(&json).expect("the same"),
        choices
    );
    let pairs = [
        ("亭 孑镇", "", ""),
        ("三里坪街道", "梧桐梁社区", "511703001001"),
        ("飞地", "甲村", ""),
        ("檀木真", "", ""),
        ("亭子镇", "新", ""),
    ];
    let written: Vec<Written> = pairs
        .iter()
        .map(|(township, village, code)| Written {
            township,
            village: Some(village),
            code: Some(code),
        })
        .collect();
    let agreed = agree(&written, &lists, &choices);
    let found: Vec<_> = agreed.places.iter().map(names).collect();
    let expected = [
        ("亭子镇", ""),
        ("三里坪街道", "曹家梁社区"),
        ("飞地", "甲村"),
        ("麻柳镇", ""),
        ("亭子镇", "新"),
    ];
    assert_eq!(found, expected);
    assert_eq!(village_rule(&agreed.places[1]), Some(Rule::Choice));
    let unfit: Vec<_> = agreed
        .unfit
        .iter()
        .map(|unfit| (unfit.written.township.as_str(), unfit.reason))
        .collect();
    let expected = [
        ("没有了", Unfit::WrittenNowhere),
        ("亭子镇", Unfit::MeaningUnknown),
        ("三里坪街道", Unfit::NothingToFollow),
    ];
    assert_eq!(unfit, expected);
    // Choices of an empty profile.
    let empty: PlaceChoices = serde_json::from_str("{}").expect("no choices");
    assert_eq!(empty, PlaceChoices::default());
}

#[test]
fn without_a_gazetteer_the_names_of_other_files_are_the_list() {
    let villages = [
        place("云中镇", "上河村"),
        place("云中镇", "下河村"),
        place("石桥乡", "上河村"),
    ];
    let boundaries = [
        place("云中", ""),
        place("石桥乡", ""),
        place("青山街道", ""),
    ];
    let names_of = Gazetteer::of_names(Some("云岫县"), &[villages.to_vec(), boundaries.to_vec()]);
    assert_eq!(
        names(&ask(&names_of, "云中乡", "上河村委会")),
        ("云中镇", "上河村")
    );
    assert_eq!(
        names(&ask(&names_of, "云岫县石桥镇", "石桥镇上河")),
        ("石桥乡", "上河村")
    );
    let unknown = ask(&names_of, "云申镇", "上河村");
    assert_eq!(
        offered(unknown.township.clone(), "云申镇")[0],
        Candidate {
            distance: 1,
            place: place("云中镇", "")
        }
    );
    assert_eq!(names(&unknown), ("云申镇", "上河村"));
    // No source says which villages this township has.
    let unlisted = ask(&names_of, "青山", "甲村");
    assert_eq!(names(&unlisted), ("青山街道", "甲村"));
    assert_eq!(
        unlisted.village.expect("a village").outcome,
        Outcome::Unlisted
    );
    // Names are used as the first source has them.
    let committee = Gazetteer::of_names(None, &[vec![place("东镇", "上河村民委员会")]]);
    assert_eq!(
        names(&ask(&committee, "东", "上河村")),
        ("东镇", "上河村民委员会")
    );
    // Nothing is known.
    let nothing = ask(&Gazetteer::of_names(None, &[]), "东镇", "上河村");
    assert_eq!(names(&nothing), ("东镇", "上河村"));
    assert_eq!(
        nothing.township.outcome,
        Outcome::Unknown { candidates: vec![] }
    );
}

/// (code, name, parent, year, successor), blank where there is none.
fn table(rows: &[(&str, &str, &str, i32, &str)]) -> Vec<Entry> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    rows.iter()
        .map(|(code, name, parent, year, successor)| Entry {
            code: some(code),
            name: (*name).to_owned(),
            parent: some(parent),
            level: None,
            year: (*year > 0).then_some(*year),
            successor: some(successor),
        })
        .collect()
}

#[test]
fn townships_of_one_name_in_two_counties_stay_two() {
    let rows = table(&[
        ("990001000000", "甲县", "", 2020, ""),
        ("990002000000", "乙县", "", 2020, ""),
        ("990001100000", "城关镇", "", 2020, ""),
        ("990002100000", "城关镇", "", 2020, ""),
        ("990001100201", "新村", "", 2020, ""),
        ("990002100201", "新村", "", 2020, ""),
    ]);
    let two = gazetteer(&rows);
    let none = PlaceChoices::default();
    let first = ask_with(&two, &none, "城关镇", "新村", "990001100201");
    let second = ask_with(&two, &none, "城关镇", "新村", "990002100201");
    assert_eq!(names(&first), ("甲县城关镇", "新村"));
    assert_eq!(names(&second), ("乙县城关镇", "新村"));
    let unclear = ask(&two, "城关镇", "新村").township.outcome;
    assert!(matches!(unclear, Outcome::Ambiguous { .. }));
    assert_eq!(
        names(&ask(&two, "乙县城关镇", "新村")),
        ("乙县城关镇", "新村")
    );
    // Nor are they one because each stands in a list of another year.
    let mut years = rows;
    for entry in &mut years {
        let is_second = entry
            .code
            .as_ref()
            .is_some_and(|code| code.starts_with("990002"));
        entry.year = Some(if is_second { 2021 } else { 2020 });
    }
    let unclear = ask(&gazetteer(&years), "城关镇", "新村").township.outcome;
    assert!(matches!(unclear, Outcome::Ambiguous { .. }));
}

#[test]
fn a_list_with_codes_of_its_own_and_successors_in_the_same_list_is_understood() {
    let own = gazetteer(&table(&[
        ("A", "东镇", "", 0, ""),
        ("B", "西乡", "", 0, "A"),
        ("A1", "新村", "A", 0, ""),
        ("B1", "新村", "B", 0, ""),
        ("B2", "老村", "西乡", 0, "A3"),
        ("B3", "河村", "B", 0, ""),
        ("A3", "老街社区", "东镇", 0, ""),
    ]));
    let all = following(Follow::All);
    let of = |village| {
        let found = ask_with(&own, &all, "西乡", village, "");
        let (township, village) = names(&found);
        format!("{township} {village}")
    };
    assert_eq!(of("新村"), "东镇 新村（西乡）");
    assert_eq!(of("老村"), "东镇 老街社区");
    assert_eq!(of("河村"), "东镇 河村");
    assert_eq!(of("未列村"), "东镇 未列村（西乡）");
    let kept = ask(&own, "西乡", "新村");
    assert_eq!(names(&kept), ("西乡", "新村"));
}

#[test]
fn a_row_that_says_too_little_is_named_and_the_others_stand() {
    let rows = table(&[
        ("", " ", "", 0, ""),
        ("X", "某地", "", 0, ""),
        ("", "甲村", "没有的镇", 0, ""),
        ("A", "东镇", "", 0, "B"),
        ("B", "西镇", "", 0, "A"),
        ("C", "南镇", "", 0, "Z"),
        ("C", "北镇", "", 0, ""),
        ("N1", "新村", "东镇", 0, ""),
        ("N2", "新村", "东镇", 0, ""),
        ("N2", "新村", "东镇", 0, ""),
    ]);
    let rows: Vec<Entry> = rows
        .into_iter()
        .map(|entry| Entry {
            level: entry.name.ends_with('村').then_some(Level::Village),
            ..entry
        })
        .collect();
    let (some, faults) = Gazetteer::of(&rows);
    let found: Vec<_> = faults
        .iter()
        .map(|fault| (fault.entry, fault.problem))
        .collect();
    let expected = [
        (0, EntryProblem::NoName),
        (1, EntryProblem::LevelUnknown),
        (2, EntryProblem::ParentUnknown),
        (3, EntryProblem::SuccessorCircle),
        (4, EntryProblem::SuccessorCircle),
        (5, EntryProblem::CodeTwice),
        (5, EntryProblem::SuccessorUnknown),
        (8, EntryProblem::NameTwice),
        (9, EntryProblem::NameTwice),
    ];
    assert_eq!(found, expected);
    assert_eq!(names(&ask(&some, "东", "新")), ("东镇", "新村"));
}

/// Pieces of which names are made, and of which misread names are made too.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "亭子",
        "大树",
        "街道",
        "社区",
        "村",
        "镇",
        "乡",
        "居委会",
        "村民委员会",
        "达川区",
        "赵家",
        "坝",
        "新",
        "阁溪",
        " ",
        "雷音铺",
        "幺塘",
        "翠屏",
    ])
}

fn name() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_and_of_names_says_nothing(
        rows in Just(with_mergers(&[Y2019, Y2021])).prop_shuffle(),
        pairs in prop::collection::vec((name(), name()), 1..20),
    ) {
        let (ordered, _) = Gazetteer::of(&with_mergers(&[Y2019, Y2021]));
        let (shuffled, faults) = Gazetteer::of(&rows);
        prop_assert!(faults.is_empty());
        prop_assert_eq!(ordered.names(), shuffled.names());
        let all = following(Follow::All);
        let written: Vec<Written> = pairs.iter().map(|(township, village)| Written { township, village: Some(village), code: None }).collect();
        let forwards = agree(&written, &ordered, &all).places;
        let backwards: Vec<Written> = written.iter().rev().copied().collect();
        let mut backwards = agree(&backwards, &shuffled, &all).places;
        backwards.reverse();
        prop_assert_eq!(forwards, backwards);
    }

    #[test]
    fn a_name_that_was_agreed_on_is_agreed_on_again(at in 0..455_usize, follow in any::<bool>()) {
        let (lists, _) = Gazetteer::of(&with_mergers(&[Y2019, Y2021]));
        let (_, official, township) = villages(Y2021).swap_remove(at);
        let choices = following(if follow { Follow::All } else { Follow::Nowhere });
        let first = ask_with(&lists, &choices, &township, &official, "");
        let (township, village) = names(&first);
        let again = ask_with(&lists, &choices, township, village, "");
        prop_assert_eq!(&again, &first);
        prop_assert_eq!(village_rule(&again), Some(Rule::Name));
    }

    #[test]
    fn what_is_matched_has_the_characters_of_its_place(township in name(), village in name()) {
        let (lists, _) = Gazetteer::of(&with_mergers(&[Y2019]));
        let found = ask(&lists, &township, &village);
        let bare = |name: &str| {
            let mut name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
            for ending in ["街道", "镇", "乡"] {
                name = name.strip_suffix(ending).filter(|rest| !rest.is_empty()).map_or(name.clone(), str::to_owned);
            }
            name
        };
        if township_rule(&found).is_some() {
            let written = bare(&township);
            prop_assert!(written.ends_with(&bare(&found.township.name)), "{} became {}", township, found.township.name);
        }
    }
}

#[test]
fn fifty_thousand_names_are_read_and_none_is_lost() {
    let lists = gazetteer(&with_mergers(&[Y2016, Y2019, Y2021]));
    let all = villages(Y2019);
    let names: Vec<(&str, String)> = (0..50_000)
        .map(|at| {
            let (_, official, township) = &all[at % all.len()];
            let village = shown_village(official);
            let is_right = at % 2 == 0;
            (
                township.as_str(),
                if is_right {
                    village
                } else {
                    format!("{village}{at}组")
                },
            )
        })
        .collect();
    let written = |(township, village)| Written {
        township,
        village,
        code: None,
    };
    let written: Vec<Written> = names
        .iter()
        .map(|(t, v)| written((*t, Some(v.as_str()))))
        .collect();
    let start = std::time::Instant::now();
    let agreed = agree(&written, &lists, &PlaceChoices::default()).places;
    println!("{} names in {:?}", agreed.len(), start.elapsed());
    for (at, agreement) in agreed.iter().enumerate() {
        let village = agreement.village.as_ref().expect("a village");
        let is_unknown = matches!(village.outcome, Outcome::Unknown { .. });
        assert_eq!(is_unknown, at % 2 == 1, "{village:?}");
    }
}
