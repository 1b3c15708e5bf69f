//! Awkward files, each with what must be said of it beside it. `tests/intake/NAME.expected` begins with what is given:
//!
//! - `file NAME`: a file of the folder;
//! - before a file, `said {…}`: what a person said of how it is to be read, as JSON of its choices by the name of the sheet;
//! - `profile NAME`: a profile of the folder, and `profile of these`: what is settled for the files above it is saved,
//!   and all files from here on are read in another month with nothing but that profile;
//! - `show loans`, `show households`: what was read is listed too.
//!
//! Then it lists every finding with its place, what became of it and its sentence; every column whose meaning is not
//! plainly sure; and every correction with the cells it changed.
//!
//! One fault is one finding, at its place; the good rows are used; used and set aside add up to the rows.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use credit_atlas::intake::choices::FileChoices;
use credit_atlas::intake::file_read::Intake;
use credit_atlas::intake::profile::Profile;
use credit_atlas::intake::session::{Before, Session};
use credit_atlas::intake::source;
use credit_atlas::report::{Reading, build};
use credit_atlas::text::{Lang, finding};

#[path = "bad_input/written.rs"]
mod written;

use written::word;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/intake");

/// Files read together.
#[derive(Default)]
struct Month {
    files: Vec<(String, Vec<u8>)>,
    said: Vec<Option<FileChoices>>,
}

struct Case {
    path: PathBuf,
    expected: String,
    /// The lines that tell what is given.
    given: String,
    profile: Profile,
    /// Files read together, and those of a later month, with the profile of the month before.
    months: Vec<Month>,
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

fn bytes_of(name: &str) -> Vec<u8> {
    fs::read(Path::new(FOLDER).join(name)).expect("a file that is given")
}

fn case(path: PathBuf) -> Case {
    let expected = fs::read_to_string(&path).expect("an expectation in UTF-8");
    let given: String = expected
        .split_inclusive('\n')
        .take_while(|line| *line != "\n")
        .collect();
    let mut case = Case {
        path,
        given: given.clone(),
        profile: Profile::default(),
        months: vec![Month::default()],
        expected,
    };
    let mut said = None;
    for line in given.lines() {
        let months = case.months.len();
        let month = &mut case.months[months - 1];
        match line.split_once(' ') {
            Some(("said", json)) => {
                said = Some(serde_json::from_str(json).expect("choices by sheet"));
            }
            Some(("profile", "of these")) => case.months.push(Month::default()),
            Some(("profile", name)) => {
                case.profile = Profile::of_bytes(&bytes_of(name)).expect("a profile");
            }
            Some(("file", name)) => {
                month.files.push((name.to_owned(), bytes_of(name)));
                month.said.push(said.take());
            }
            Some(("show", "loans" | "households")) => {}
            _ => panic!("{:?}: {line}", case.path),
        }
    }
    case
}

fn cases() -> Vec<Case> {
    entries()
        .into_iter()
        .filter(|path| is_expectation(path))
        .map(case)
        .collect()
}

/// What was read of each month.
fn read(case: &Case, slice: usize) -> Vec<(Intake, Reading)> {
    let mut profile = case.profile.clone();
    let mut read = Vec::new();
    for month in &case.months {
        let mut session = Session::with(Before {
            choices: month.said.clone(),
            profile: profile.clone(),
            passphrase: None,
            ..Before::default()
        });
        for (name, bytes) in &month.files {
            source::read(&mut session, name, bytes, slice);
        }
        let intake = session.finish();
        let reading = build::reading(&intake);
        // As a file, as a person saves it and gives it again.
        let saved = reading.profile(&profile).to_bytes();
        profile = Profile::of_bytes(&saved).expect("a profile that was saved");
        read.push((intake, reading));
    }
    read
}

/// The readings as an expectation writes them.
fn written(case: &Case) -> String {
    let mut out = case.given.clone();
    for (intake, reading) in &read(case, 1 << 16) {
        written::reading(&mut out, reading, intake);
        if case.given.contains("show loans\n") {
            written::loans(&mut out, &intake.county);
        }
        if case.given.contains("show households\n") {
            written::households(&mut out, &intake.county);
        }
    }
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
        .flat_map(|case| case.given.lines())
        .filter_map(|line| line.split_once(' '))
        .map(|(_, name)| name)
        .collect();
    for path in entries().iter().filter(|path| !is_expectation(path)) {
        let name = path.file_name().and_then(|name| name.to_str());
        assert!(name.is_some_and(|name| given.contains(name)), "{path:?}");
    }
}

#[test]
fn slices_of_any_size_say_the_same() {
    let readings = |case: &Case, slice| -> Vec<Reading> {
        let months = read(case, slice).into_iter();
        months.map(|(_, reading)| reading).collect()
    };
    for case in cases() {
        let whole = readings(&case, 1 << 16);
        for slice in [1, 2, 3, 7, 50] {
            assert_eq!(readings(&case, slice), whole, "{:?} by {slice}", case.path);
        }
    }
}

#[test]
fn every_row_is_used_or_set_aside_and_every_row_set_aside_has_its_finding() {
    for case in cases() {
        let months = read(&case, 1 << 16);
        for file in months.iter().flat_map(|(_, reading)| &reading.files) {
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

#[test]
fn hanzi_that_come_late_are_read_in_their_encoding() {
    let header = "loan_number,household_number,township,village,lender,disbursed_principal,outstanding_principal,disbursement_date,maturity_date\n";
    let ascii: String = (0..6000)
        .map(|row| format!("JJ-{row},YX{row},T,V,B,50000,45000,2018-09-01,2020-09-01,\n"))
        .collect();
    assert!(ascii.len() > 1 << 18);
    let last = "JJ-X,YXA,东湾镇,石坝村,渱银行,50000,0,2018-09-01,待定\nJJ-Y,YXB,东湾镇,石坝村,甲银行,50000,1,2018-09-01,2020-09-01\n";
    let text = format!("{header}{ascii}{last}");
    let gbk = encoding_rs::GB18030.encode(&text).0.into_owned();
    for (bytes, encoding) in [(gbk, "gb18030"), (text.into_bytes(), "utf8")] {
        let mut session = Session::new();
        source::read(&mut session, "late.csv", &bytes, 1 << 16);
        let intake = session.finish();
        let reading = build::reading(&intake);
        let file = &reading.files[0];
        assert_eq!(file.encoding.map(word).as_deref(), Some(encoding));
        assert_eq!((file.rows, file.used), (6002, 6001));
        let places = &intake.county.places;
        let township = places.find_township("东湾镇").expect("the township");
        assert!(places.find_village(township, "石坝村").is_some());
        let lines: Vec<_> = file.findings.iter().map(|f| (f.line, f.column)).collect();
        assert_eq!(lines, [(None, Some(6)), (Some(6002), Some(9))]);
        assert_eq!(file.findings[1].found.as_deref(), Some("待定"));
    }
}
