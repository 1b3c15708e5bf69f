//! What must hold of every reading, whatever bytes were read; a claim that fails is what the fuzzer reports.

use std::collections::BTreeSet;
use std::fmt::Debug;

use credit_atlas::export::{csv, json, register};
use credit_atlas::intake::file_read::{FileRead, Intake};
use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::report::policy::policy;
use credit_atlas::report::select::{Selection, bytes_of, detail};
use credit_atlas::report::{
    Date, Finding, Outcome, Problem, Reading, RegisterQuery, Report, Settings, build,
};
use credit_atlas::text::{Lang, finding};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The longest text that a finding repeats, with the sign that there is more.
const LONGEST_FOUND: usize = 41;

/// Reads files one after another, each in slices of so many bytes.
pub fn read(files: &[&[u8]], slice: usize) -> Intake {
    let mut session = Session::new();
    for (at, bytes) in files.iter().enumerate() {
        source::read(&mut session, &format!("{at}.csv"), bytes, slice);
    }
    session.finish()
}

/// Everything that must hold of a reading of these files; answers what was understood, and the report if there is one.
pub fn hold(intake: &Intake, files: &[&[u8]]) -> (Reading, Option<Report>) {
    let reading = build::reading(intake);
    // A workbook has a table for each sheet, and at least one.
    assert!(reading.files.len() >= files.len());
    for (at, read) in intake.files.iter().enumerate() {
        let bytes = files[read.given as usize];
        counts_hold(read);
        for finding in &read.findings {
            assert_eq!(finding.file as usize, at, "of another file: {finding:?}");
            place_holds(finding, read, bytes);
        }
    }
    for finding in csv::listed(&reading) {
        for lang in [Lang::Zh, Lang::En] {
            assert!(!finding::sentence(finding, &reading.files, lang).is_empty());
        }
    }
    csv::findings(&reading, csv::listed(&reading), None, Lang::Zh);
    comes_back(&reading);
    let report = report_of(intake, files, &reading);
    (reading, report)
}

/// Used and set aside are the rows, and every row that is set aside has a finding.
fn counts_hold(read: &FileRead) {
    assert!(read.used <= read.rows, "{read:?}");
    let kept = read.findings.len() as u64;
    assert!(kept <= read.findings_total, "{read:?}");
    let has = |outcome: Outcome| move |finding: &&Finding| finding.outcome == outcome;
    let findings = || read.findings.iter();
    if findings().any(|finding| has(Outcome::FileSetAside)(&finding)) {
        return;
    }
    assert!(read.rows > 0 || kept > 0 || read.header.is_none());
    let places: BTreeSet<(Option<u32>, Option<u32>)> = findings()
        .filter(has(Outcome::RowSetAside))
        .map(|finding| match finding.problem {
            Problem::BadFeature { feature } => (None, Some(feature)),
            _ => (finding.line, None),
        })
        .collect();
    if kept == read.findings_total {
        assert_eq!(read.rows - read.used, places.len() as u64, "{read:?}");
    }
}

/// A finding about a row names its line, one about a column its column, and both are in the file.
fn place_holds(finding: &Finding, read: &FileRead, bytes: &[u8]) {
    // Of what is converted first, the lines are those of the text and not of the bytes.
    let is_as_it_is = read.sheet.is_none() && read.origins.is_none();
    let line_ends = bytes.iter().filter(|b| matches!(b, b'\n' | b'\r')).count();
    if let Some(line) = finding.line {
        assert!(line >= 1, "{finding:?}");
        assert!(
            !is_as_it_is || line as usize <= line_ends + 1,
            "{finding:?}"
        );
        let below = read.header.is_some_and(|header| line > header.line);
        assert!(below, "a row not below the header: {finding:?}");
    }
    if let Some(column) = finding.column {
        let named = (column as usize)
            .checked_sub(1)
            .and_then(|at| read.columns.get(at));
        let header = named.map(|column| column.header().to_owned());
        assert!(header.is_some(), "no such column: {finding:?}");
        assert_eq!(finding.header, header, "{finding:?}");
    }
    let is_placed = match (finding.outcome, &finding.problem) {
        (_, Problem::BadFeature { feature }) => *feature >= 1,
        (Outcome::RowSetAside, _) => finding.line.is_some(),
        (Outcome::CellUnknown, _) => finding.line.is_some() && finding.column.is_some(),
        (Outcome::ColumnLeftOut | Outcome::ColumnPseudonymised, _) => finding.column.is_some(),
        (Outcome::FileSetAside | Outcome::Note, _) => true,
    };
    assert!(is_placed, "a finding without a place: {finding:?}");
    let found = finding.found.as_deref();
    let length = found.map(|found| found.chars().count());
    assert!(length.is_none_or(|length| length <= LONGEST_FOUND));
}

/// The report, its exports, what the rules say and the register, where a loan was read.
fn report_of(intake: &Intake, files: &[&[u8]], reading: &Reading) -> Option<Report> {
    let given = reading.as_of_candidates.first().map(|day| day.date);
    let day = given.or_else(|| Date::from_ymd(2019, 11, 30))?;
    let settings = Settings {
        minimum_matured_loans: 1,
        ..Settings::default()
    };
    let report = build::report(intake, day, &settings);
    assert_eq!(report.is_ok(), reading.loans > 0);
    let report = report.ok()?;
    comes_back(&report);
    json::report(&report);
    for table in [csv::townships, csv::villages, csv::lenders, csv::months] {
        table(&report, Lang::Zh);
    }
    csv::credit_villages(&report, Lang::En);
    csv::not_in_roster(&report, Lang::En);
    let query = RegisterQuery::default();
    let selection = Selection::of(&intake.county, day, &settings, &query);
    let rows = selection.rows(&intake.county);
    register::register(rows, &csv::Source::of(&report), Lang::Zh);
    comes_back(&policy(&intake.county, day, &settings));
    loans_stand_where_they_say(intake, files, day, &settings);
    Some(report)
}

/// The bytes that a loan names are in its file, and are its row.
fn loans_stand_where_they_say(intake: &Intake, files: &[&[u8]], day: Date, settings: &Settings) {
    for at in (0..intake.county.loans.len() as u64).take(50) {
        let bytes = bytes_of(intake, at).and_then(|(file, start, length)| {
            let end = start.checked_add(length)?;
            let range = usize::try_from(start).ok()?..usize::try_from(end).ok()?;
            files.get(file as usize)?.get(range)
        });
        let row = bytes.and_then(|bytes| detail(intake, day, settings, at, bytes));
        assert!(row.is_some_and(|row| row.line >= 1), "loan {at}");
    }
}

fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let text = serde_json::to_string(value);
    let again = text.and_then(|text| serde_json::from_str::<T>(&text));
    assert_eq!(again.as_ref().ok(), Some(value), "JSON gives it back");
}
