//! The irregularities planted in the sample are caught, each by its check, and nothing else is.

use std::collections::{BTreeMap, BTreeSet};

use credit_atlas::domain::{County, Date};
use credit_atlas::indicators::checks::{Checked, check_all};
use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::policy::book::Book;
use credit_atlas::policy::parameters::{BEGINNING, Parameter, ParameterChoices, Rulebook};
use credit_atlas::policy::rules::Decide;
use credit_atlas::policy::verdict::Verdict;
use credit_atlas::sample::{self, Settings};

/// The tables that stand beside the loans.
const TABLES: [&str; 5] = [
    "roster.csv",
    "villages.csv",
    "subsidy.csv",
    "fund.csv",
    "reported.csv",
];

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// What the sample takes for granted and no document at hand says.
fn rulebook() -> Rulebook {
    let mut choices = ParameterChoices::default();
    let ban = i64::from(day("2018-01-01").days());
    choices.change(Parameter::GovernmentShare, BEGINNING, Some(7_000));
    choices.change(Parameter::EnterpriseUseBannedFrom, BEGINNING, Some(ban));
    Rulebook::of(&choices)
}

fn county_of(files: &[sample::SampleFile]) -> County {
    let mut session = Session::new();
    let is_given =
        |path: &str| path.starts_with("2019-11-30/") || TABLES.iter().any(|name| *name == path);
    for file in files.iter().filter(|file| is_given(&file.path)) {
        source::read(&mut session, &file.path, &file.bytes, 1 << 18);
    }
    session.finish().county
}

/// The loan numbers that a check caught.
fn numbers(county: &County, checked: &Checked) -> BTreeSet<String> {
    let rows = checked.rows.iter();
    rows.map(|row| county.loans.number(*row as usize)).collect()
}

/// What a check catches beside what is planted for it: a planted enterprise use after the ban is one all the same.
const ALSO: [(&str, &str); 1] = [("A09", "A10")];

/// A loan number that stands twice keeps its later row from being read at all; see `tests/sample.rs`.
const SET_ASIDE: [&str; 2] = ["A25-1", "A25-2"];

#[test]
fn every_irregularity_planted_on_loans_is_caught_by_its_check_and_no_other_loan_is() {
    let sample = sample::county(&Settings::default());
    let county = county_of(&sample.files);
    let rulebook = rulebook();
    let book = Book::new(&county, day("2019-11-30"), &rulebook);
    let mut planted: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for plant in &sample.planted {
        if SET_ASIDE.contains(&plant.id.as_str()) {
            continue;
        }
        let id = plant.id.get(..3).expect("an id");
        let numbers = plant.loan_numbers.iter().cloned();
        planted.entry(id).or_default().extend(numbers.clone());
        for (also, _) in ALSO.iter().filter(|(_, of)| *of == id) {
            planted.entry(also).or_default().extend(numbers.clone());
        }
    }
    let mut wrong = Vec::new();
    for checked in check_all(&book) {
        let id = checked.rule.id;
        assert_eq!(checked.lacks, None, "{id} has what it needs");
        let Decide::Loan(decide) = checked.rule.decide else {
            continue;
        };
        let wanted = planted.get(id).cloned().unwrap_or_default();
        let caught = numbers(&county, &checked);
        for row in &checked.rows {
            let number = county.loans.number(*row as usize);
            if !wanted.contains(&number)
                && let Verdict::Caught(reason) = decide(&book.case(*row as usize))
            {
                wrong.push(format!("{id} {number} {} not planted", reason.branch));
            }
        }
        wrong.extend(
            wanted
                .difference(&caught)
                .map(|number| format!("{id} {number} missed")),
        );
        if wanted.is_empty() {
            wrong.push(format!("{id} nothing planted, caught {}", caught.len()));
        }
    }
    let shown: Vec<&String> = wrong.iter().take(80).collect();
    assert!(wrong.is_empty(), "{}: {shown:#?}", wrong.len());
}

#[test]
fn the_lenders_and_townships_of_the_county_are_caught_as_the_page_of_the_sample_says() {
    let sample = sample::county(&Settings::default());
    let county = county_of(&sample.files);
    let rulebook = rulebook();
    let book = Book::new(&county, day("2019-11-30"), &rulebook);
    let all = check_all(&book);
    for id in ["A22", "A27", "A28"] {
        let planted = sample.planted.iter().find(|plant| plant.id == id);
        let planted = planted.expect("it is planted").count;
        let checked = all.iter().find(|checked| checked.rule.id == id);
        let hits = &checked.expect("the check").hits;
        let caught = hits.iter().filter(|hit| hit.says.is_ok()).count();
        assert_eq!(caught, planted, "{id}");
    }
}

#[test]
fn every_loan_is_caught_clear_not_asked_or_open_in_every_check() {
    let sample = sample::county(&Settings::default());
    let county = county_of(&sample.files);
    let rulebook = Rulebook::default();
    let book = Book::new(&county, day("2019-11-30"), &rulebook);
    for checked in check_all(&book) {
        let open: u64 = checked.undetermined.iter().map(|(_, count)| count).sum();
        let all = checked.rows.len() as u64 + checked.clear + checked.not_applicable + open;
        let is_of_loans = matches!(checked.rule.decide, Decide::Loan(_));
        let wanted = if is_of_loans { book.len() as u64 } else { 0 };
        assert_eq!(all, wanted, "{}", checked.rule.id);
        let of_townships: u64 = checked.townships.iter().map(|(loans, _)| loans).sum();
        assert_eq!(of_townships, checked.rows.len() as u64);
    }
}
