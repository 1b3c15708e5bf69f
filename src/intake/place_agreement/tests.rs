//! Names of places in whole files, with and without a list to compare with.

use super::*;
use crate::intake::file_read::Intake;
use crate::intake::gazetteer::{Choice, Follow, Rule};
use crate::intake::session::{Before, Session};
use crate::intake::source::read;

const HEADER: &str =
    "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期\n";

fn loans(places: &[(&str, &str)]) -> String {
    let row = |(at, (township, village)): (usize, &(&str, &str))| {
        format!("L{at},H{at},{township},{village},行,50000,50000,2019-01-01,2020-01-01\n")
    };
    let rows: String = places.iter().enumerate().map(row).collect();
    format!("{HEADER}{rows}")
}

fn intake(files: &[(&str, &str)], places: PlaceChoices) -> Intake {
    let mut before = Before::default();
    before.profile.places = places;
    let mut session = Session::with(before);
    for (name, text) in files {
        read(&mut session, name, text.as_bytes(), 1 << 16);
    }
    session.finish()
}

fn of_loans(intake: &Intake) -> Vec<String> {
    let name = |village: &VillageId| {
        let name = name_of(&intake.county, *village);
        format!("{}/{}", name.township, name.village.expect("a village"))
    };
    intake.county.loans.villages().iter().map(name).collect()
}

const VILLAGES: &str = "乡镇,行政村,农户总数\n东湾镇,石桥村,300\n西湾镇,石桥村,200\n";

#[test]
fn a_township_without_its_ending_is_the_only_one_of_that_name_and_is_listed() {
    let loans = loans(&[("东湾", "石桥"), ("东湾镇", "石桥村"), ("西湾镇", "石桥村")]);
    let intake = intake(
        &[("loans.csv", &loans), ("villages.csv", VILLAGES)],
        PlaceChoices::default(),
    );
    assert_eq!(
        of_loans(&intake),
        ["东湾镇/石桥村", "东湾镇/石桥村", "西湾镇/石桥村"]
    );
    let listed = &intake.places.listed;
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].loans, 1);
    assert_eq!(
        listed[0].agreement.township.outcome,
        Outcome::Matched(Rule::Ending)
    );
}

#[test]
fn a_misspelt_township_stays_until_a_person_says_which_it_is() {
    let loans = loans(&[("东弯镇", "石桥村")]);
    let files = [("loans.csv", loans.as_str()), ("villages.csv", VILLAGES)];
    let left = intake(&files, PlaceChoices::default());
    assert_eq!(of_loans(&left), ["东弯镇/石桥村"]);
    let Outcome::Unknown { candidates } = &left.places.listed[0].agreement.township.outcome else {
        panic!("{:?}", left.places);
    };
    assert_eq!(candidates[0].place.township, "东湾镇");
    let township = |name: &str| PlaceName {
        township: name.to_owned(),
        village: None,
    };
    let mut choices = PlaceChoices::default();
    choices.choose(Choice {
        written: township("东弯镇"),
        means: township("东湾镇"),
    });
    assert_eq!(of_loans(&intake(&files, choices)), ["东湾镇/石桥村"]);
}

#[test]
fn a_former_township_leads_to_what_it_became_by_choice_alone() {
    let gazetteer = "代码,名称,上级代码,年份,后继代码\n\
        511703100000,亭子镇,511703000000,2021,\n\
        511703100200,石桥村民委员会,511703100000,2021,\n\
        511703200000,葫芦乡,511703000000,2019,511703100000\n\
        511703200201,白云村民委员会,511703200000,2019,\n";
    let loans = loans(&[("葫芦乡", "白云村"), ("亭子镇", "石桥村")]);
    let files = [("loans.csv", loans.as_str()), ("places.csv", gazetteer)];
    let left = intake(&files, PlaceChoices::default());
    assert_eq!(left.places.reference, Some(Reference::Gazetteer));
    assert_eq!(of_loans(&left), ["葫芦乡/白云村", "亭子镇/石桥村"]);
    let follow = PlaceChoices {
        follow: Follow::All,
        ..PlaceChoices::default()
    };
    let followed = intake(&files, follow);
    assert_eq!(of_loans(&followed), ["亭子镇/白云村", "亭子镇/石桥村"]);
}

#[test]
fn a_code_tells_the_place_whatever_the_names_beside_it() {
    let gazetteer = "代码,名称,上级代码\n\
        511703100000,亭子镇,511703000000\n\
        511703100200,石桥村民委员会,511703100000\n";
    let loans = format!(
        "行政区划代码,{HEADER}511703100200,L1,H1,亭子,石桥(原白云),行,50000,50000,2019-01-01,2020-01-01\n"
    );
    let intake = intake(
        &[("loans.csv", &loans), ("places.csv", gazetteer)],
        PlaceChoices::default(),
    );
    assert_eq!(of_loans(&intake), ["亭子镇/石桥村"]);
    let village = intake.places.listed[0].agreement.village.as_ref();
    let outcome = village.map(|placed| &placed.outcome);
    assert_eq!(outcome, Some(&Outcome::Matched(Rule::CodeAgainstName)));
}

#[test]
fn a_target_goes_with_its_township_even_where_no_loan_names_it_so() {
    let loans = loans(&[("东湾镇", "石桥村"), ("西湾镇", "石桥村")]);
    let targets = "乡镇,年度,目标（万元）\n东湾,2019,500\n东湾镇,2018,400\n西弯镇,2019,300\n";
    let intake = intake(
        &[
            ("loans.csv", &loans),
            ("villages.csv", VILLAGES),
            ("targets.csv", targets),
        ],
        PlaceChoices::default(),
    );
    let county = &intake.county;
    let target = |name: &str, year| {
        let township = county.places.find_township(name)?;
        Some(county.targets.get(&(township, year))?.says.amount.0)
    };
    assert_eq!(target("东湾镇", 2019), Some(500_000_000));
    assert_eq!(target("东湾镇", 2018), Some(400_000_000));
    assert_eq!(target("东湾", 2019), None);
    // What only comes near is asked for.
    assert_eq!(target("西弯镇", 2019), Some(300_000_000));
    let listed: Vec<&str> = intake
        .places
        .listed
        .iter()
        .map(|place| place.written.township.as_str())
        .collect();
    assert_eq!(listed, ["东湾", "西弯镇"]);
}

#[test]
fn a_choice_that_only_a_target_has_a_use_for_fits() {
    let loans = loans(&[("西湾镇", "石桥村")]);
    let targets = "乡镇,年度,目标（万元）\n西弯镇,2019,300\n";
    let files = [
        ("loans.csv", loans.as_str()),
        ("villages.csv", VILLAGES),
        ("targets.csv", targets),
    ];
    let township = |name: &str| PlaceName {
        township: name.to_owned(),
        village: None,
    };
    let mut choices = PlaceChoices::default();
    for written in ["西弯镇", "北湾镇"] {
        choices.choose(Choice {
            written: township(written),
            means: township("西湾镇"),
        });
    }
    let intake = intake(&files, choices);
    let county = &intake.county;
    let to = county.places.find_township("西湾镇").expect("a township");
    assert!(county.targets.get(&(to, 2019)).is_some());
    let unfit = intake.places.unfit.iter();
    let unfit: Vec<&PlaceName> = unfit.map(|choice| &choice.written).collect();
    assert_eq!(unfit, [&township("北湾镇")]);
}

#[test]
fn a_target_stays_with_its_township_where_one_village_of_it_belongs_to_another() {
    let gazetteer = "代码,名称,上级代码\n\
        511703100000,亭子镇,511703000000\n\
        511703100200,石桥村,511703100000\n\
        511703200000,葫芦乡,511703000000\n\
        511703200201,白云村,511703200000\n";
    let loans = format!(
        "行政区划代码,{HEADER}511703100200,L1,H1,葫芦乡,石桥村,行,50000,50000,2019-01-01,2020-01-01\n,L2,H2,葫芦乡,白云村,行,50000,50000,2019-01-01,2020-01-01\n"
    );
    let targets = "乡镇,年度,目标（万元）\n葫芦乡,2019,500\n";
    let intake = intake(
        &[
            ("loans.csv", &loans),
            ("places.csv", gazetteer),
            ("targets.csv", targets),
        ],
        PlaceChoices::default(),
    );
    assert_eq!(of_loans(&intake), ["亭子镇/石桥村", "葫芦乡/白云村"]);
    let county = &intake.county;
    let township = county.places.find_township("葫芦乡").expect("a township");
    assert!(county.targets.get(&(township, 2019)).is_some());
}

#[test]
fn without_a_list_every_name_stands_as_it_is_written() {
    let loans = loans(&[("东湾", "石桥"), ("东湾镇", "石桥村")]);
    let intake = intake(&[("loans.csv", &loans)], PlaceChoices::default());
    assert_eq!(intake.places, PlacesRead::default());
    assert_eq!(of_loans(&intake), ["东湾/石桥", "东湾镇/石桥村"]);
}
