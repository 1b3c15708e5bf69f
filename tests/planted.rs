//! The irregularities planted in the sample are caught, each by its check, and nothing else is.

use std::collections::{BTreeMap, BTreeSet};

use credit_atlas::domain::{County, Date};
use credit_atlas::indicators::checks::{Checked, check_all};
use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::policy::book::Book;
use credit_atlas::policy::parameters::{BEGINNING, Parameter, ParameterChoices, Rulebook};
use credit_atlas::policy::rules::Decide;
use credit_atlas::policy::subsidy::faults::{self, PaidFault};
use credit_atlas::policy::verdict::Verdict;
use credit_atlas::report::policy::subsidy::{LenderSubsidy, subsidy};
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
    let is_given = |path: &str| path.starts_with("2019-11-30/") || TABLES.contains(&path);
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

/// The county of one lender's file and the tables beside it.
fn county_of_one_lender(files: &[sample::SampleFile], text: &str) -> County {
    let mut session = Session::new();
    source::read(&mut session, BY_TABS, text.as_bytes(), 1 << 18);
    let beside = files
        .iter()
        .filter(|file| TABLES.contains(&file.path.as_str()));
    for file in beside {
        source::read(&mut session, &file.path, &file.bytes, 1 << 18);
    }
    session.finish().county
}

/// The loans that were never paid though something was due, and those of which that cannot be told, by the list of faults.
fn never_paid(county: &County) -> [BTreeSet<String>; 2] {
    let rulebook = rulebook();
    let book = Book::new(county, day("2019-11-30"), &rulebook);
    let mut told = [BTreeSet::new(), BTreeSet::new()];
    for case in book.cases() {
        faults::each(case, |found| {
            let at = usize::from(found.fault == PaidFault::Undetermined);
            if found.payment.is_none() {
                told[at].insert(county.loans.number(case.row()));
            }
        });
    }
    let all = check_all(&book);
    let checked = all.iter().find(|checked| checked.rule.id == "A14");
    let checked = checked.expect("the check");
    let open: u64 = checked.undetermined.iter().map(|(_, count)| count).sum();
    assert_eq!(told[0], numbers(county, checked));
    assert_eq!(told[1].len() as u64, open);
    let lenders = subsidy(&book).lenders;
    let sum = |of: fn(&LenderSubsidy) -> u64| lenders.iter().map(of).sum::<u64>();
    assert_eq!(sum(|row| row.missing.count), told[0].len() as u64);
    assert_eq!(sum(|row| row.perhaps_missing.count), open);
    told
}

#[test]
fn whoever_is_no_longer_counted_as_never_paid_for_want_of_a_rate_is_counted_as_undetermined() {
    let files = sample::county(&Settings::default()).files;
    let file = files.iter().find(|file| file.path == BY_TABS);
    let text = String::from_utf8(file.expect("the file").bytes.clone()).expect("UTF-8");
    let [missing, open] = never_paid(&county_of_one_lender(&files, &text));
    assert!(!missing.is_empty());
    assert!(open.is_empty(), "nothing is open in the sample");
    let fewer = without(&text, "执行利率(%)", None);
    let [none, open] = never_paid(&county_of_one_lender(&files, &fewer));
    assert!(none.is_empty());
    assert!(missing.is_subset(&open));
    let fewer = without(&text, "执行利率(%)", Some(1));
    let [some, open] = never_paid(&county_of_one_lender(&files, &fewer));
    let both: BTreeSet<String> = some.union(&open).cloned().collect();
    assert!(missing.is_subset(&both));
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

/// The lender's file whose cells are set apart by tabs and never quoted.
const BY_TABS: &str = "2019-11-30/绿邮储蓄银行云岫县支行_台账.txt";

/// Columns whose cells may be blank.
const MAY_BE_BLANK: [&str; 19] = [
    "执行利率(%)",
    "担保方式",
    "贷款用途",
    "五级分类",
    "结清日期",
    "贷款状态",
    "是否户贷企用",
    "用款企业",
    "还款能力",
    "还款意愿",
    "不良认定日",
    "缓冲期开始",
    "代偿申请日期",
    "代偿日期",
    "政府分险金额(元)",
    "银行承担金额(元)",
    "最近催收日期",
    "催收次数",
    "逾期原因",
];

/// The file with the cells of a column blank in every row whose place, divided by three, leaves that rest; in all rows for none.
fn without(text: &str, column: &str, rest: Option<usize>) -> String {
    let mut lines = text.lines();
    let header = lines.next().expect("a header");
    let at = header.split('\t').position(|name| name == column);
    let at = at.expect("the column");
    let blank = |(row, line): (usize, &str)| {
        let is_blank = rest.is_none_or(|rest| row % 3 == rest);
        let cells = line.split('\t').enumerate();
        let cells = cells.map(|(own, cell)| if own == at && is_blank { "" } else { cell });
        cells.collect::<Vec<_>>().join("\t")
    };
    let rows = lines.enumerate().map(blank);
    let all: Vec<String> = std::iter::once(header.to_owned()).chain(rows).collect();
    all.join("\n")
}

/// What each check says of each loan, by check and loan number: caught, or unknown.
fn said(files: &[sample::SampleFile], text: &str) -> BTreeMap<(&'static str, String), bool> {
    let county = county_of_one_lender(files, text);
    let rulebook = rulebook();
    let book = Book::new(&county, day("2019-11-30"), &rulebook);
    let mut said = BTreeMap::new();
    for rule in credit_atlas::policy::rules::RULES {
        let Decide::Loan(decide) = rule.decide else {
            continue;
        };
        let is_made = rule.lacks(&book).is_none();
        for case in book.cases() {
            let number = county.loans.number(case.row());
            match decide(&case) {
                Verdict::Caught(_) if is_made => said.insert((rule.id, number), true),
                Verdict::Clear | Verdict::NotApplicable if is_made => None,
                _ => said.insert((rule.id, number), false),
            };
        }
    }
    said
}

#[test]
fn more_facts_never_turn_a_caught_loan_into_an_unknown_one() {
    let files = sample::county(&Settings::default()).files;
    let file = files.iter().find(|file| file.path == BY_TABS);
    let text = String::from_utf8(file.expect("the file").bytes.clone()).expect("UTF-8");
    let full = said(&files, &text);
    for column in MAY_BE_BLANK {
        for rest in [None, Some(1)] {
            let fewer = said(&files, &without(&text, column, rest));
            for (key, _) in fewer.iter().filter(|(_, is_caught)| **is_caught) {
                assert_ne!(full.get(key), Some(&false), "{key:?} without {column}");
            }
        }
    }
}
