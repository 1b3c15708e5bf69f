//! Awkward files, each with what must be said of it beside it: `tests/intake/NAME.expected` names its files and lists
//! every finding with its place, what became of it and its sentence.
//!
//! One fault is one finding, at its place; the good rows are used; used and set aside add up to the rows.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::report::{FileReading, Finding, Reading, build};
use credit_atlas::text::{Lang, finding};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/intake");

/// What is named after this word at the start of an expectation is given to the program, in that order.
const GIVEN: &str = "file ";

struct Case {
    path: PathBuf,
    expected: String,
    files: Vec<(String, Vec<u8>)>,
}

fn entries() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(FOLDER)
        .expect("tests/intake is there")
        .map(|entry| entry.expect("a folder entry").path())
        .collect();
    paths.sort();
    paths
}

fn is_expectation(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "expected")
}

fn case(path: PathBuf) -> Case {
    let expected = fs::read_to_string(&path).expect("an expectation in UTF-8");
    let files = expected
        .lines()
        .filter_map(|line| line.strip_prefix(GIVEN))
        .map(|name| {
            let bytes = fs::read(Path::new(FOLDER).join(name)).expect("a file that is given");
            (name.to_owned(), bytes)
        })
        .collect();
    Case {
        path,
        expected,
        files,
    }
}

fn cases() -> Vec<Case> {
    entries()
        .into_iter()
        .filter(|path| is_expectation(path))
        .map(case)
        .collect()
}

/// What was read, and the balance of the loans that are used.
fn read(case: &Case, slice: usize) -> (Reading, String) {
    let mut session = Session::new();
    for (name, bytes) in &case.files {
        source::read(&mut session, name, bytes, slice);
    }
    let intake = session.finish();
    let balance: credit_atlas::domain::Fen = intake
        .county
        .loans
        .iter()
        .map(|loan| loan.outstanding_principal)
        .sum();
    (build::reading(&intake), balance.to_string())
}

fn word<T: serde::Serialize>(value: T) -> String {
    let value = serde_json::to_value(value).expect("plain data");
    match value.as_str() {
        Some(word) => word.to_owned(),
        None => value.to_string(),
    }
}

fn write_file(out: &mut String, file: &FileReading) {
    let _ = write!(out, "{}", word(file.kind));
    if let (Some(encoding), Some(separator)) = (file.encoding, file.separator) {
        let _ = write!(out, ", {}, {}", word(encoding), word(separator));
    }
    if let Some(header) = file.header {
        let _ = write!(out, ", header on line {}", header.line);
        if header.rows > 1 {
            let _ = write!(out, " of {} rows", header.rows);
        }
    }
    let (rows, used, set_aside) = (file.rows, file.used, file.set_aside);
    let _ = writeln!(out, ", {rows} rows = {used} used + {set_aside} set aside");
}

fn write_finding(out: &mut String, finding: &Finding, files: &[FileReading]) {
    let place = match (finding.line, finding.column) {
        (Some(line), Some(column)) => format!("line {line}, column {column}"),
        (Some(line), None) => format!("line {line}"),
        (None, Some(column)) => format!("column {column}"),
        (None, None) => "whole file".to_owned(),
    };
    let found = match &finding.found {
        Some(found) => format!("「{found}」"),
        None => "nothing shown".to_owned(),
    };
    let _ = writeln!(
        out,
        "- {place}: {found}, {}, {}",
        word(&finding.problem),
        word(finding.outcome)
    );
    for lang in [Lang::Zh, Lang::En] {
        let _ = writeln!(out, "  {}", finding::sentence(finding, files, lang));
    }
}

/// The reading as an expectation writes it.
fn written(case: &Case) -> String {
    let (reading, balance) = read(case, 1 << 16);
    let mut out = String::new();
    for (name, _) in &case.files {
        let _ = writeln!(out, "{GIVEN}{name}");
    }
    for file in &reading.files {
        let _ = writeln!(out);
        write_file(&mut out, file);
        for finding in &file.findings {
            write_finding(&mut out, finding, &reading.files);
        }
    }
    if !reading.findings.is_empty() {
        let _ = writeln!(out, "\nall files together");
    }
    for finding in &reading.findings {
        write_finding(&mut out, finding, &reading.files);
    }
    let loans = reading.loans;
    let _ = write!(out, "\nused: {loans} loans, balance {balance}");
    if let Some(households) = reading.roster_households {
        let _ = write!(out, ", {households} households of the roster");
    }
    if let Some(villages) = reading.villages {
        let _ = write!(out, ", {villages} villages of the table");
    }
    if let Some(boundaries) = reading.boundaries {
        let _ = write!(out, ", {boundaries} boundaries");
    }
    let _ = writeln!(out);
    out
}

#[test]
fn what_is_said_of_every_awkward_file_is_what_stands_beside_it() {
    let written_to = Path::new(env!("CARGO_TARGET_TMPDIR")).join("intake");
    fs::create_dir_all(&written_to).expect("a folder for what is said");
    let mut differing = Vec::new();
    for case in cases() {
        let written = written(&case);
        if written != case.expected {
            let name = case.path.file_name().expect("a name");
            fs::write(written_to.join(name), &written).expect("what is said is written");
            differing.push(format!(
                "{}\nexpected:\n{}\nsaid:\n{written}",
                name.display(),
                case.expected
            ));
        }
    }
    assert!(
        differing.is_empty(),
        "{} differ; what is said stands in {}\n\n{}",
        differing.len(),
        written_to.display(),
        differing.join("\n")
    );
}

#[test]
fn every_file_kept_is_given_somewhere() {
    let cases = cases();
    let given: BTreeSet<&str> = cases
        .iter()
        .flat_map(|case| &case.files)
        .map(|(name, _)| name.as_str())
        .collect();
    for path in entries().iter().filter(|path| !is_expectation(path)) {
        let name = path.file_name().and_then(|name| name.to_str());
        assert!(name.is_some_and(|name| given.contains(name)), "{path:?}");
    }
}

#[test]
fn slices_of_any_size_say_the_same() {
    for case in cases() {
        let whole = read(&case, 1 << 16);
        for slice in [1, 2, 3, 7, 50] {
            assert_eq!(read(&case, slice), whole, "{:?} by {slice}", case.path);
        }
    }
}

#[test]
fn every_row_is_used_or_set_aside_and_every_row_set_aside_has_its_finding() {
    for case in cases() {
        for file in &read(&case, 1 << 16).0.files {
            assert_eq!(file.used + file.set_aside, file.rows, "{:?}", case.path);
            let whole_file = file
                .findings
                .iter()
                .any(|finding| word(finding.outcome) == "file_set_aside");
            let lines: BTreeSet<Option<u32>> = file
                .findings
                .iter()
                .filter(|finding| word(finding.outcome) == "row_set_aside")
                .map(|finding| finding.line)
                .collect();
            let is_table = file.encoding.is_some();
            assert!(
                whole_file || !is_table || lines.len() as u64 == file.set_aside,
                "{:?}",
                case.path
            );
        }
    }
}

#[test]
fn a_file_that_breaks_off_gives_its_whole_rows_and_not_the_one_that_was_cut() {
    let bytes = fs::read(Path::new(FOLDER).join("quoted_cells.csv")).expect("a file");
    let text = String::from_utf8(bytes).expect("UTF-8");
    // Cut within the last cell of the second row.
    let (rows, _) = text.match_indices('\n').nth(2).expect("a third line");
    let mut session = Session::new();
    session.open("cut.csv", text.len() as u64, text.as_bytes());
    let start = text.find('\n').expect("a header") + 1;
    let part = &text.as_bytes()[start..rows - 1];
    session.feed(part.len(), |into| into.copy_from_slice(part));
    session.fail();
    let reading = build::reading(&session.finish());
    let file = &reading.files[0];
    assert_eq!((file.rows, file.used, reading.loans), (1, 1, 1));
    assert_eq!(
        finding::sentence(&file.findings[0], &reading.files, Lang::Zh),
        "文件「cut.csv」无法读取，可能已被移动、删除或被其他程序占用。请关闭占用它的程序后重新选择。中断前读出的行已采用，结果不完整。"
    );
    assert_eq!(file.findings.len(), 1);
}
