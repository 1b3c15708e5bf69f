//! A bank's file that knows persons and an office's roster that knows their households join under one passphrase, and
//! neither the report nor any export shows an identity number.

mod fixture;

use credit_atlas::export::{csv, json};
use credit_atlas::intake::file_read::Intake;
use credit_atlas::intake::pseudonym::Passphrase;
use credit_atlas::intake::session::{Before, Session};
use credit_atlas::intake::source;
use credit_atlas::report::*;
use credit_atlas::text::Lang;
use fixture::day;
use fixture::persons::{Person, persons};

const PERSONS: u64 = 12;

fn loans(persons: &[Person]) -> String {
    let mut text = "借据号,借款人姓名,身份证号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期\n".to_owned();
    for (at, person) in persons.iter().enumerate() {
        let (name, number) = (&person.name, &person.identity);
        text += &format!(
            "L{at},{name},{number},东湾镇,石桥村,农商银行,50000,20000,2018-01-05,2019-01-05\n"
        );
    }
    text
}

fn roster(persons: &[Person]) -> String {
    let mut text = "户编号,姓名,证件号码,与户主关系,乡镇,行政村,脱贫属性\n".to_owned();
    for (at, person) in persons.iter().enumerate() {
        // Two to a household, and the numbers written as offices write them.
        let relation = if at % 2 == 0 { "户主" } else { "配偶" };
        let number = format!(" {} ", person.identity.to_lowercase());
        text += &format!(
            "H{:03},{},{number},{relation},东湾镇,石桥村,脱贫享受政策\n",
            at / 2,
            person.name
        );
    }
    text
}

fn pseudonymised(header: &str) -> Option<FileChoices> {
    let column = ColumnName {
        header: header.to_owned(),
        occurrence: 1,
    };
    let choices = Choices {
        columns: vec![ColumnChoice {
            column,
            meaning: None,
            unit: None,
            personal: Some(PersonalChoice::Pseudonym),
        }],
        ..Choices::NONE
    };
    Some(FileChoices::from([(String::new(), choices)]))
}

const PASSPHRASE: &str = "岭上开满映山红 2019";

fn read(persons: &[Person]) -> Intake {
    let files = [
        ("loans.csv", loans(persons), "身份证号"),
        ("roster.csv", roster(persons), "证件号码"),
    ];
    let mut session = Session::with(Before {
        choices: files
            .iter()
            .map(|(_, _, header)| pseudonymised(header))
            .collect(),
        passphrase: Passphrase::agreed(PASSPHRASE).ok(),
        ..Before::default()
    });
    for (name, text, _) in &files {
        source::read(&mut session, name, text.as_bytes(), 1 << 16);
    }
    session.finish()
}

#[test]
fn a_loan_finds_its_household_by_the_pseudonym_of_its_borrower() {
    let persons = persons(7, PERSONS as usize);
    let intake = read(&persons);
    let report = build::report(&intake, day("2019-11-30"), &Settings::default()).expect("a report");
    assert_eq!(report.total.loans, PERSONS);
    assert_eq!(report.reading.roster_households, Some(PERSONS / 2));
    assert_eq!(report.total.outstanding_households, PERSONS / 2);
    let outside = report.not_in_roster.by_loans;
    assert_eq!(outside.numerator, Some(0), "{outside:?}");
    assert_eq!(report.total.coverage.numerator, Some(PERSONS / 2));
}

#[test]
fn no_name_and_no_number_of_a_person_is_in_anything_that_leaves() {
    let persons = persons(7, PERSONS as usize);
    let intake = read(&persons);
    let report = build::report(&intake, day("2019-11-30"), &Settings::default()).expect("a report");
    let findings = csv::findings(
        &report.reading,
        csv::listed(&report.reading),
        None,
        Lang::Zh,
    );
    for bytes in [json::report(&report), findings] {
        let text = String::from_utf8(bytes).expect("UTF-8");
        for person in &persons {
            for planted in person.numbers().into_iter().chain([person.name.as_str()]) {
                assert!(!text.contains(planted), "{planted} is in an export");
            }
        }
    }
}
