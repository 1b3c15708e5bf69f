//! The README tells the truth: its tables of columns, keys, words and dependencies are compared with the program.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use credit_atlas::intake::header;
use credit_atlas::pack::analyze::{Asked, analyze};
use credit_atlas::report::policy::calendar::{Alike, Holiday};
use credit_atlas::report::policy::subsidy::PaidFault;
use credit_atlas::report::policy::{
    BEGINNING, Disposition, Duty, Figure, Parameter, ParameterCertainty, Preset, PresetChoice,
    Severity, StandingState, SubjectKind, Unknown,
};
use credit_atlas::report::*;
use credit_atlas::worker::protocol::Progress;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

const README: &str = include_str!("../README.md");
const MANIFEST: &str = include_str!("../Cargo.toml");

/// The rows of the first table below a heading, cell by cell, without the heads of its columns.
fn table(heading: &str) -> Vec<Vec<String>> {
    let below = README
        .split_once(&format!("\n{heading}"))
        .unwrap_or_else(|| panic!("the README has no heading `{heading}`"))
        .1;
    below
        .lines()
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| {
            let inner = line.trim_matches('|');
            inner
                .split('|')
                .map(|cell| cell.trim().to_owned())
                .collect()
        })
        .collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> Vec<String> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

fn only_quoted(text: &str) -> String {
    let words = quoted(text);
    assert_eq!(words.len(), 1, "one name in backticks: {text}");
    words[0].clone()
}

fn word_of(value: impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).expect("JSON");
    value.as_str().expect("a word").to_owned()
}

#[test]
fn the_tables_of_columns_have_the_fields_words_and_needs_of_the_program() {
    for kind in FileKind::TABLES {
        let heading = format!("### `{}`", word_of(kind));
        let told: Vec<(String, String, String)> = table(&heading)
            .into_iter()
            .map(|row| (only_quoted(&row[0]), row[1].clone(), row[2].clone()))
            .collect();
        let row = |field: &Field, needed: &str| {
            let words = header::words(*field).join("、");
            (word_of(field), words, needed.to_owned())
        };
        let required = Field::required(kind).iter().map(|f| row(f, "required"));
        let optional = Field::optional(kind).iter().map(|f| row(f, "optional"));
        let held: Vec<(String, String, String)> = required.chain(optional).collect();
        assert_eq!(told, held, "{heading}");
    }
}

#[test]
fn every_word_of_the_columns_is_recognised() {
    for kind in FileKind::TABLES {
        for field in Field::required(kind).iter().chain(Field::optional(kind)) {
            assert!(!header::words(*field).is_empty(), "{field:?}");
            for word in header::words(*field) {
                assert_eq!(header::heading(word).field, Some(*field), "{word}");
            }
        }
    }
}

/// What stands in the place of a key's value.
#[derive(Clone, Copy, PartialEq)]
enum Presence {
    /// Always a value.
    Always,
    /// A value or null.
    OrNull,
    /// A value, or the key is not there.
    OrLeftOut,
}

/// The types whose tables tell what stands beside a word: the key of the word, and that of what stands beside it.
const TAGGED: [(&str, &str, &str); 2] =
    [("Unknown", "lacks", "what"), ("Figure", "figure", "value")];

/// The tables of the schema, walked along with a real value.
struct Schema {
    types: BTreeMap<String, BTreeMap<String, (String, Presence)>>,
    /// Of each of [`TAGGED`], by word, the type of what stands beside it; none where nothing does.
    tagged: BTreeMap<String, BTreeMap<String, Option<String>>>,
    words: BTreeMap<String, BTreeSet<String>>,
    met: BTreeSet<String>,
    faults: BTreeSet<String>,
}

impl Schema {
    fn of_the_readme() -> Schema {
        let headings = README
            .lines()
            .filter(|line| line.starts_with("### `") && line.ends_with('`'))
            .map(only_quoted)
            .filter(|name| name.starts_with(char::is_uppercase) && name != "Problem")
            .filter(|name| TAGGED.iter().all(|(of, ..)| of != name));
        let types = headings.map(|name| {
            let rows = table(&format!("### `{name}`\n")).into_iter();
            let keys = rows.map(|row| {
                let presence = match &row[1] {
                    cell if cell.ends_with("or null") => Presence::OrNull,
                    cell if cell.ends_with("or left out") => Presence::OrLeftOut,
                    _ => Presence::Always,
                };
                (only_quoted(&row[0]), (only_quoted(&row[1]), presence))
            });
            (name, keys.collect())
        });
        let words = table("### Words").into_iter().map(|row| {
            let words = quoted(&row[1]).into_iter().collect();
            (only_quoted(&row[0]), words)
        });
        let tagged = TAGGED.iter().map(|(of, ..)| {
            let rows = table(&format!("### `{of}`\n")).into_iter();
            let beside = rows.map(|row| (only_quoted(&row[0]), quoted(&row[1]).pop()));
            ((*of).to_owned(), beside.collect())
        });
        Schema {
            types: types.collect(),
            tagged: tagged.collect(),
            words: words.collect(),
            met: BTreeSet::new(),
            faults: BTreeSet::new(),
        }
    }

    fn expect(&mut self, holds: bool, path: &str, wanted: &str, value: &Value) {
        if !holds {
            let mut found = value.to_string();
            found.truncate(
                found
                    .char_indices()
                    .nth(80)
                    .map_or(found.len(), |(at, _)| at),
            );
            self.faults
                .insert(format!("{path} is no {wanted}: {found}"));
        }
    }

    fn walk(&mut self, path: &str, of: &str, value: &Value) {
        let text = value.as_str();
        if let Some(pair) = of.strip_prefix('(').and_then(|of| of.strip_suffix(')')) {
            let types: Vec<&str> = pair.split(", ").collect();
            let items = value.as_array().map_or(&[][..], Vec::as_slice);
            self.expect(items.len() == types.len(), path, of, value);
            for (of, item) in types.into_iter().zip(items) {
                self.walk(&format!("{path}()"), of, item);
            }
        } else if TAGGED.iter().any(|(own, ..)| *own == of) {
            self.walk_tagged(path, of, value);
        } else if of == "DayOff" {
            match value.get("holiday") {
                Some(holiday) => self.walk(&format!("{path}.holiday"), "Holiday", holiday),
                None => self.expect(text == Some("weekend"), path, of, value),
            }
        } else if let Some(inner) = of.strip_prefix('[').and_then(|of| of.strip_suffix(']')) {
            self.expect(value.is_array(), path, of, value);
            for item in value.as_array().into_iter().flatten() {
                self.walk(&format!("{path}[]"), inner, item);
            }
        } else if let Some(words) = self.words.get(of) {
            let holds = text.is_some_and(|text| words.contains(text));
            self.met.insert(of.to_owned());
            self.expect(holds, path, of, value);
        } else if of == "Problem" {
            self.expect(value["kind"].is_string(), path, of, value);
        } else if of.starts_with(char::is_uppercase) {
            self.walk_keys(path, of, value);
        } else {
            let two_decimals = |text: &str| text.parse::<Fen>().is_ok();
            let holds = match of {
                "count" => value.is_u64(),
                "flag" => value.is_boolean(),
                "text" => value.is_string(),
                // Told under a heading of its own.
                "data" => true,
                "money" | "percent" => text.is_some_and(two_decimals),
                "day" => text.is_some_and(|text| text.parse::<Date>().is_ok()),
                "month" => serde_json::from_value::<Month>(value.clone()).is_ok(),
                _ => panic!("{path}: the README does not say what `{of}` is"),
            };
            self.expect(holds, path, of, value);
        }
    }

    fn walk_tagged(&mut self, path: &str, of: &str, value: &Value) {
        let tags = TAGGED.iter().find(|(own, ..)| *own == of);
        let (_, tag, beside) = tags.expect("a type that is told in words");
        let word = value[*tag].as_str().unwrap_or_default();
        let held = value.as_object().map_or(0, Map::len);
        match self.tagged[of].get(word).cloned() {
            Some(Some(inner)) => {
                self.expect(held == 2, path, of, value);
                self.walk(&format!("{path}.{beside}"), &inner, &value[*beside]);
            }
            Some(None) => self.expect(held == 1, path, of, value),
            None => self.expect(false, path, of, value),
        }
    }

    fn walk_keys(&mut self, path: &str, of: &str, value: &Value) {
        let (name, parameter) = match of.split_once('<') {
            Some((name, rest)) => (format!("{name}<N>"), rest.trim_end_matches('>')),
            None => (of.to_owned(), ""),
        };
        let keys = self
            .types
            .get(&name)
            .unwrap_or_else(|| panic!("{path}: the README has no table of `{name}`"))
            .clone();
        self.met.insert(name);
        let empty = Map::new();
        let held = value.as_object().unwrap_or(&empty);
        for key in held.keys().filter(|key| !keys.contains_key(*key)) {
            self.faults
                .insert(format!("{path}.{key} is not in the README"));
        }
        for (key, (of, presence)) in keys {
            let path = format!("{path}.{key}");
            let of = of.replace("<N>", &format!("<{parameter}>"));
            match held.get(&key) {
                None if presence == Presence::OrLeftOut => {}
                None => {
                    self.faults.insert(format!("{path} is in the README only"));
                }
                Some(Value::Null) if presence == Presence::OrNull => {}
                Some(value) if of == "N" => self.walk(&path, parameter, value),
                Some(value) => self.walk(&path, &of, value),
            }
        }
    }
}

fn sample_report() -> Report {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let banks = fs::read_dir(folder.join("2019-11-30")).expect("the sample's later month");
    let mut files: Vec<PathBuf> = banks.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let others = [
        "roster.csv",
        "villages.csv",
        "townships.geojson",
        "subsidy.csv",
        "fund.csv",
        "reported.csv",
        "targets.csv",
    ];
    files.extend(others.map(|name| folder.join(name)));
    let mut settings = Settings::default();
    let chosen = &mut settings.parameters;
    chosen.change(Parameter::GovernmentShare, BEGINNING, Some(7_000));
    chosen.found(Parameter::GovernmentShare, BEGINNING, "县办〔2019〕1号");
    let asked = Asked {
        files,
        as_of: None,
        as_json: true,
        settings,
    };
    analyze(&asked).expect("the sample has loans and a day")
}

#[test]
fn every_key_of_a_report_is_in_the_readme_and_every_key_of_the_readme_in_a_report() {
    let mut schema = Schema::of_the_readme();
    let report = sample_report();
    let findings = report.reading.files.iter().map(|file| file.findings.len());
    assert!(findings.sum::<usize>() > 0 && !report.not_in_roster.first.is_empty());
    let value = serde_json::to_value(&report).expect("JSON");
    schema.walk("report", "Report", &value);
    // Only where so many hold the same that naming one would be chance.
    let alike = Alike {
        holders: 12,
        each: Fen(5_000_000),
    };
    let value = serde_json::to_value(alike).expect("JSON");
    schema.walk("alike", "Alike", &value);
    let progress = Progress {
        bytes: 1,
        total: 2,
        rows: 3,
        file: "a.csv".to_owned(),
    };
    let value = serde_json::to_value(progress).expect("JSON");
    schema.walk("progress", "Progress", &value);
    assert_eq!(schema.faults, BTreeSet::new());
    let unused: Vec<&String> = schema
        .types
        .keys()
        .filter(|name| !schema.met.contains(*name))
        .collect();
    assert_eq!(
        unused,
        Vec::<&String>::new(),
        "tables that no report leads to"
    );
}

/// The words of a type, as its reader lists them when it is given another one.
fn words_of<T: DeserializeOwned>(wrong: Value) -> BTreeSet<String> {
    let error = serde_json::from_value::<T>(wrong).err().expect("a refusal");
    let words = quoted(&error.to_string());
    words.into_iter().skip(1).collect()
}

#[test]
fn the_words_are_those_of_the_program() {
    let wrong = || json!("?");
    let held: BTreeMap<&str, BTreeSet<String>> = [
        ("FileKind", words_of::<FileKind>(wrong())),
        ("Encoding", words_of::<Encoding>(wrong())),
        ("Separator", words_of::<Separator>(wrong())),
        ("Unit", words_of::<Unit>(wrong())),
        ("Field", words_of::<Field>(wrong())),
        ("Personal", words_of::<Personal>(wrong())),
        ("Evidence", words_of::<Evidence>(wrong())),
        ("Content", words_of::<Content>(wrong())),
        ("Outcome", words_of::<Outcome>(wrong())),
        ("Certainty", words_of::<Certainty>(wrong())),
        ("UnitFrom", words_of::<UnitFrom>(wrong())),
        ("Reference", words_of::<Reference>(wrong())),
        ("AsOfSource", words_of::<AsOfSource>(wrong())),
        ("RiskClass", words_of::<RiskClass>(wrong())),
        ("RepaymentBasis", words_of::<RepaymentBasis>(wrong())),
        ("Missing", words_of::<Missing>(wrong())),
        ("Parameter", words_of::<Parameter>(wrong())),
        ("Preset", words_of::<Preset>(wrong())),
        ("PresetChoice", words_of::<PresetChoice>(wrong())),
        (
            "ParameterCertainty",
            words_of::<ParameterCertainty>(wrong()),
        ),
        ("Severity", words_of::<Severity>(wrong())),
        ("SubjectKind", words_of::<SubjectKind>(wrong())),
        ("Holiday", words_of::<Holiday>(wrong())),
        ("PaidFault", words_of::<PaidFault>(wrong())),
        ("Disposition", words_of::<Disposition>(wrong())),
        ("StandingState", words_of::<StandingState>(wrong())),
        ("Duty", words_of::<Duty>(wrong())),
    ]
    .into();
    let told = Schema::of_the_readme().words;
    let told: BTreeMap<&str, BTreeSet<String>> = told
        .iter()
        .map(|(name, words)| (name.as_str(), words.clone()))
        .collect();
    assert_eq!(told, held);
}

#[test]
fn the_problems_and_their_keys_are_those_of_the_program() {
    let words = Schema::of_the_readme().words;
    let any = |of: &str| match of {
        "count" => json!(1),
        "flag" => json!(true),
        "text" => json!("东湾镇"),
        "money" => json!("50000.00"),
        "day" => json!("2019-11-30"),
        "[day]" => json!(["2019-11-30"]),
        "[Field]" => json!(["lender"]),
        "Answered" => json!({ "of": "ability", "word": "weak" }),
        of => json!(words[of].first().expect("a word")),
    };
    let rows = table("### `Problem`");
    for row in &rows {
        let mut problem = Map::from_iter([("kind".to_owned(), json!(only_quoted(&row[0])))]);
        for pair in quoted(&row[1]).chunks(2) {
            problem.insert(pair[0].clone(), any(&pair[1]));
        }
        let problem = Value::Object(problem);
        let read: Problem = serde_json::from_value(problem.clone())
            .unwrap_or_else(|error| panic!("{}: {error}", row[0]));
        assert_eq!(serde_json::to_value(read).expect("JSON"), problem);
    }
    let told: BTreeSet<String> = rows.iter().map(|row| only_quoted(&row[0])).collect();
    assert_eq!(told, words_of::<Problem>(json!({ "kind": "?" })));
}

#[test]
fn what_may_be_unknown_and_the_figures_of_reasons_are_those_of_the_program() {
    let tagged = Schema::of_the_readme().tagged;
    let told = |of: &str| -> BTreeSet<String> { tagged[of].keys().cloned().collect() };
    let unknown = words_of::<Unknown>(json!({ "lacks": "?", "what": 1 }));
    assert_eq!(told("Unknown"), unknown);
    let figures = words_of::<Figure>(json!({ "figure": "?", "value": 1 }));
    assert_eq!(told("Figure"), figures);
}

/// The names of the crates that stand in the manifest.
fn direct_dependencies() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut is_list = false;
    for line in MANIFEST.lines() {
        if line.starts_with('[') {
            is_list = line.ends_with("dependencies]");
        } else if let (true, Some((name, _))) = (is_list, line.split_once(" = "))
            && line.starts_with(|c: char| c.is_ascii_lowercase())
        {
            names.insert(name.to_owned());
        }
    }
    names
}

#[test]
fn every_direct_dependency_is_named_with_its_reason() {
    let section = README
        .split_once("\n## Dependencies\n")
        .and_then(|(_, below)| below.split_once("\n## "))
        .expect("a section on dependencies")
        .0;
    let told: BTreeSet<String> = section
        .lines()
        .filter_map(|line| line.strip_prefix("- ")?.split_once("`: "))
        .flat_map(|(names, _)| quoted(&format!("{names}`")))
        .collect();
    assert_eq!(told, direct_dependencies());
}

#[test]
fn what_the_readme_leads_to_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for path in [
        ".ci/run",
        "LICENSE",
        "sample_data/README.md",
        "src/lib.rs",
        "tests/bench/README.md",
    ] {
        assert!(README.contains(path), "{path} is not named");
        assert!(root.join(path).is_file(), "{path} is not there");
    }
}
