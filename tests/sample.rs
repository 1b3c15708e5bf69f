//! The sample county: what stands in `sample_data` is what the generator writes, and holds what its page says.

use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::report::{self, build};
use credit_atlas::sample::{self, County, Settings};
use credit_atlas::text;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sample_data");

fn files_under(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).expect("sample_data is there") {
        let path = entry.expect("a folder entry").path();
        if path.is_dir() {
            files_under(&path, found);
        } else {
            found.insert(path);
        }
    }
}

fn text_of(county: &County, path: &str) -> String {
    let file = county
        .files
        .iter()
        .find(|file| file.path == path)
        .expect("the file is there");
    if path.ends_with("云岫农商银行_贷款台账.csv") {
        let (text, _, wrong) = encoding_rs::GB18030.decode(&file.bytes);
        assert!(!wrong, "{path} is sound GB18030");
        text.into_owned()
    } else {
        String::from_utf8(file.bytes.clone())
            .expect("UTF-8")
            .trim_start_matches('\u{FEFF}')
            .to_string()
    }
}

#[test]
fn the_files_kept_are_the_files_written() {
    let county = sample::county(&Settings::default());
    let mut kept = BTreeSet::new();
    files_under(Path::new(ROOT), &mut kept);
    let written: BTreeSet<PathBuf> = county
        .files
        .iter()
        .map(|file| Path::new(ROOT).join(&file.path))
        .collect();
    assert_eq!(kept, written, "run: cargo run -- sample --out sample_data");
    for file in &county.files {
        let kept = fs::read(Path::new(ROOT).join(&file.path)).expect("a readable file");
        assert!(
            kept == file.bytes,
            "{} differs; run: cargo run -- sample --out sample_data",
            file.path
        );
    }
    assert!(
        county
            .files
            .iter()
            .map(|file| file.bytes.len())
            .sum::<usize>()
            < 8 << 20
    );
}

#[test]
fn another_seed_gives_another_county_and_the_same_seed_the_same() {
    let settings = Settings {
        seed: 5,
        loans: 3_000,
    };
    assert_eq!(sample::county(&settings), sample::county(&settings));
    assert_ne!(
        sample::county(&settings),
        sample::county(&Settings {
            seed: 6,
            loans: 3_000
        })
    );
}

#[test]
fn every_size_has_exactly_the_loans_asked_for() {
    for loans in [1, 40, 999, 3_000, 20_000] {
        let county = sample::county(&Settings { seed: 3, loans });
        let rows: usize = county
            .files
            .iter()
            .filter(|file| file.path.starts_with("2019-11-30/"))
            .map(|file| {
                text_of(&county, &file.path)
                    .lines()
                    .filter(|line| is_loan(line))
                    .count()
            })
            .sum();
        let extra = if county.planted.is_empty() { 0 } else { 11 };
        assert_eq!(rows as u64, loans + extra, "{loans} loans");
    }
}

fn is_loan(line: &str) -> bool {
    ["NS-", "HN-", "LY-", "CZ-"]
        .iter()
        .any(|prefix| line.contains(prefix))
}

#[test]
fn every_plant_is_laid_and_no_loan_carries_two() {
    let county = sample::county(&Settings::default());
    let mut seen = BTreeSet::new();
    for planted in &county.planted {
        assert!(planted.count > 0, "{} is laid", planted.id);
        if sample::NOT_PLANTED.contains(&planted.id.as_str()) {
            continue;
        }
        for number in &planted.loan_numbers {
            assert!(
                seen.insert(number.clone()),
                "{number} carries one plant only"
            );
        }
    }
    let wanted = [
        "A01", "A02-1", "A03", "A09-2", "A16", "A19-2", "A20", "A21", "A25-3",
    ]
    .map(|id| {
        county
            .planted
            .iter()
            .find(|planted| planted.id == id)
            .map_or(0, |planted| planted.count)
    });
    assert_eq!(wanted, [8, 6, 10, 12, 6, 3, 3, 3, 4]);
}

#[test]
fn only_the_planted_households_are_missing_from_the_roster() {
    let county = sample::county(&Settings::default());
    let roster = text_of(&county, "roster.csv");
    let known: BTreeSet<&str> = roster
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next())
        .collect();
    assert_eq!(known.len(), 14_000);
    let planted = county
        .planted
        .iter()
        .find(|planted| planted.id == "A01")
        .expect("A01 is planted");
    let mut missing = BTreeSet::new();
    for file in county
        .files
        .iter()
        .filter(|file| file.path.starts_with("2019-11-30/"))
    {
        let separator = if file.path.ends_with(".txt") {
            '\t'
        } else {
            ','
        };
        for line in text_of(&county, &file.path)
            .lines()
            .filter(|line| is_loan(line))
        {
            let cells: Vec<&str> = line.split(separator).collect();
            let at = cells
                .iter()
                .position(|cell| is_loan(cell))
                .expect("a loan number");
            if !known.contains(cells[at + 1]) {
                missing.insert(cells[at].to_string());
            }
        }
    }
    assert_eq!(missing, planted.loan_numbers.iter().cloned().collect());
}

#[test]
fn township_borders_are_shared_exactly_and_cross_nowhere() {
    let county = sample::county(&Settings::default());
    let map: serde_json::Value =
        serde_json::from_str(&text_of(&county, "townships.geojson")).expect("JSON");
    let mut sides: HashMap<(String, String), i32> = HashMap::new();
    let mut segments: Vec<[(i64, i64); 2]> = Vec::new();
    let features = map["features"].as_array().expect("features");
    assert_eq!(features.len(), 24);
    for feature in features {
        let rings = feature["geometry"]["coordinates"]
            .as_array()
            .expect("rings");
        assert_eq!(
            rings.len(),
            1,
            "{} has no hole",
            feature["properties"]["name"]
        );
        let ring = rings[0].as_array().expect("points");
        assert_eq!(ring.first(), ring.last());
        for pair in ring.windows(2) {
            *sides
                .entry((pair[0].to_string(), pair[1].to_string()))
                .or_default() += 1;
            segments.push([micro(&pair[0]), micro(&pair[1])]);
        }
    }
    // A side is walked once each way where two townships meet, and once on the county's edge.
    assert!(sides.values().all(|count| *count == 1));
    let shared = sides
        .keys()
        .filter(|(from, to)| sides.contains_key(&(to.clone(), from.clone())))
        .count();
    assert!(shared > 400);
    assert!(!any_cross(&segments), "no two sides cross");
}

fn micro(point: &serde_json::Value) -> (i64, i64) {
    let value = |at: usize| (point[at].as_f64().expect("a number") * 1e6).round() as i64;
    (value(0), value(1))
}

fn any_cross(segments: &[[(i64, i64); 2]]) -> bool {
    let turn = |a: (i64, i64), b: (i64, i64), c: (i64, i64)| {
        ((b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)).signum()
    };
    segments.iter().enumerate().any(|(index, &[a, b])| {
        segments[index + 1..].iter().any(|&[c, d]| {
            let touch = a == c || a == d || b == c || b == d;
            !touch && turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
        })
    })
}

#[test]
fn two_village_names_stand_in_two_townships_each() {
    let county = sample::county(&Settings::default());
    let mut townships: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let table = text_of(&county, "villages.csv");
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        townships
            .entry(cells[1].to_string())
            .or_default()
            .insert(cells[0].to_string());
        assert!(cells[1].ends_with('村') || cells[1].ends_with("社区"));
    }
    assert_eq!(table.lines().count(), 261);
    assert_eq!(townships.values().filter(|all| all.len() == 2).count(), 2);
}

#[test]
fn every_table_beside_the_loans_is_known_and_all_its_rows_are_used() {
    let county = sample::county(&Settings::default());
    let tables = [
        ("roster.csv", report::FileKind::Roster),
        ("villages.csv", report::FileKind::Villages),
        ("subsidy.csv", report::FileKind::Subsidies),
        ("targets.csv", report::FileKind::Targets),
        ("fund.csv", report::FileKind::Funds),
        ("reported.csv", report::FileKind::ReportedTotals),
    ];
    let mut session = Session::new();
    for (name, _) in tables {
        let file = county.files.iter().find(|file| file.path == name);
        let bytes = &file.expect("a file of the sample").bytes;
        source::read(&mut session, name, bytes, 1 << 18);
    }
    let reading = build::reading(&session.finish());
    for (file, (name, kind)) in reading.files.iter().zip(tables) {
        assert_eq!((file.name.as_str(), file.kind), (name, kind));
        let lines = text_of(&county, name).lines().count() as u64;
        assert_eq!((file.rows, file.used), (lines - 1, lines - 1), "{name}");
        assert_eq!(file.findings_total, 0, "{name}: {:?}", file.findings);
        assert_eq!(file.missing, [], "{name}");
    }
}

/// The rows that the sample's page says must be set aside: file, line and the reason as it is written there.
fn set_aside_by_the_page() -> Vec<(String, u32, String)> {
    let page = fs::read_to_string(Path::new(ROOT).join("README.md")).expect("the sample's page");
    let (_, from) = page
        .split_once("## 应搁置的行 · rows to be set aside: ")
        .expect("the list of rows to be set aside");
    let (list, _) = from.split_once("\n## ").expect("what follows the list");
    let rows: Vec<_> = list
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.strip_prefix("| `")?.split(" | ").collect();
            let line = cells[1].parse().expect("a line");
            Some((
                cells[0].trim_end_matches('`').to_owned(),
                line,
                cells[2].to_owned(),
            ))
        })
        .collect();
    let count: usize = list
        .lines()
        .next()
        .and_then(|n| n.parse().ok())
        .expect("a count");
    assert_eq!(rows.len(), count);
    rows
}

/// What the engine says of each row it set aside: file, line, column's header and kind of problem.
fn set_aside_by_the_engine(folder: &str) -> Vec<(String, u32, String)> {
    let county = sample::county(&Settings::default());
    let mut session = Session::new();
    let files = county
        .files
        .iter()
        .filter(|file| file.path.starts_with(folder));
    for file in files {
        source::read(&mut session, &file.path, &file.bytes, 1 << 18);
    }
    let reading = build::reading(&session.finish());
    let mut rows = Vec::new();
    for file in &reading.files {
        assert_eq!(file.kind, report::FileKind::Loans, "{}", file.name);
        assert_eq!(file.findings.len() as u64, file.findings_total);
        let is_set_aside =
            |finding: &&report::Finding| finding.outcome == report::Outcome::RowSetAside;
        let set_aside = file.findings.iter().filter(is_set_aside);
        assert_eq!(
            set_aside.clone().count() as u64,
            file.set_aside,
            "{}",
            file.name
        );
        for finding in set_aside {
            let line = finding.line.expect("a line");
            let found = finding.found.clone().unwrap_or_default();
            let reason = match &finding.problem {
                report::Problem::NoSuchDate { .. } => format!("放款日期是 {found}，没有这一天"),
                report::Problem::RepeatedLoan { first_file, .. } if *first_file == finding.file => {
                    format!("借据号 {found} 在本文件中已有（后读到的一行搁置）")
                }
                report::Problem::LoanNumberAtOtherLender { .. } => {
                    format!("借据号 {found} 在另一银行文件中已有（后读到的一行搁置）")
                }
                report::Problem::TooFewCells { found, .. } => {
                    format!("只有 {found} 个单元格，缺列")
                }
                report::Problem::FinerThanFen { .. } => {
                    format!(
                        "{}是 {found}，元以下三位小数",
                        finding.header.as_deref().expect("a header")
                    )
                }
                report::Problem::NegativeMoney { .. } => {
                    format!(
                        "{}是 {found}，为负数",
                        finding.header.as_deref().expect("a header")
                    )
                }
                report::Problem::NotMoney { .. } => {
                    format!(
                        "{}是 {found}，不是数字",
                        finding.header.as_deref().expect("a header")
                    )
                }
                other => panic!("nothing of that kind was planted: {other:?}"),
            };
            rows.push((file.name.clone(), line, reason));
        }
    }
    rows
}

#[test]
fn the_rows_set_aside_are_those_the_page_of_the_sample_lists() {
    let mut listed = set_aside_by_the_page();
    let mut said = set_aside_by_the_engine("2019-11-30/");
    listed.sort();
    said.sort();
    assert_eq!(said, listed);
    assert_eq!(set_aside_by_the_engine("2019-10-31/"), []);
}

/// The number of notes of each sort that a month's loan files get, with the roster beside them or without.
fn notes(folder: &str, with_roster: bool) -> BTreeMap<&'static str, usize> {
    let county = sample::county(&Settings::default());
    let mut session = Session::new();
    let is_given = |path: &str| path.starts_with(folder) || with_roster && path == "roster.csv";
    for file in county.files.iter().filter(|file| is_given(&file.path)) {
        source::read(&mut session, &file.path, &file.bytes, 1 << 18);
    }
    let mut notes = BTreeMap::new();
    let files = session.finish().files;
    for finding in files.iter().flat_map(|file| &file.findings) {
        if finding.outcome == report::Outcome::Note {
            let sort = text::finding::short(&finding.problem, text::Lang::En);
            *notes.entry(sort).or_default() += 1;
        }
    }
    notes
}

#[test]
fn contradictions_are_found_where_they_were_planted_and_nowhere_else() {
    let planted = |ids: &[&str]| -> usize {
        let county = sample::county(&Settings::default());
        let planted = county
            .planted
            .iter()
            .filter(|planted| ids.contains(&planted.id.as_str()));
        planted.map(|planted| planted.count).sum()
    };
    let mut wanted = BTreeMap::from([
        ("A balance above the principal", planted(&["A23-1"])),
        ("Settled, with a balance", planted(&["A23-2"])),
        ("Due before it was disbursed", planted(&["A23-3"])),
        ("Disbursed after the day of the data", planted(&["A23-4"])),
    ]);
    assert_eq!(notes("2019-11-30/", false), wanted);
    // Loans whose village or township was written wrong are not where the roster has their household.
    let misplaced = planted(&["A24-1", "A24-2"]);
    wanted.insert("A household at two addresses", misplaced);
    assert_eq!(notes("2019-11-30/", true), wanted);
    // A month before the same loans stand in the files, but for those not yet disbursed.
    wanted.remove("Disbursed after the day of the data");
    assert_eq!(notes("2019-10-31/", true), wanted);
}
