//! What rosters of every sort say of a household once they are read.

use crate::domain::household::{HouseholdFacts, MonitorState, MonitorType, PovertyStatus};
use crate::domain::{County, Fen, HouseholdId};
use crate::intake::session::Session;
use crate::intake::source;

fn county(files: &[(&str, &str)]) -> County {
    let mut session = Session::new();
    for (name, text) in files {
        source::read(&mut session, name, text.as_bytes(), 64);
    }
    session.finish().county
}

fn facts(county: &County, household: u32) -> HouseholdFacts {
    county.households.facts(HouseholdId(household))
}

fn village(county: &County, household: u32) -> String {
    let village = county.households.roster_village(HouseholdId(household));
    county.places.village_name(village.expect("a village"))
}

#[test]
fn a_household_of_persons_has_the_facts_of_its_head_and_the_size_of_its_rows() {
    let county = county(&[(
        "a.csv",
        "户编号,人编号,与户主关系,乡镇,行政村,脱贫属性,脱贫年度\n\
         A,1,配偶,东镇,石村,返贫,2016\n\
         A,2,户主,东镇,石村,脱贫享受政策,\n\
         B,3,之子,东镇,柳村,未脱贫,\n\
         A,4,之女,东镇,柳村,,2018\n",
    )]);
    assert_eq!(county.households.roster_count(), 2);
    let head = facts(&county, 0);
    assert_eq!(head.poverty_status, Some(PovertyStatus::LiftedWithSupport));
    assert_eq!((head.exit_year, head.family_size), (Some(2016), Some(3)));
    assert_eq!(facts(&county, 1).family_size, Some(1));
    assert_eq!(village(&county, 0), "石村");
    let of_person = |number: &str| county.households.household_of_person(number.as_bytes());
    assert_eq!(of_person("4"), Some(HouseholdId(0)));
    assert_eq!(of_person("3"), Some(HouseholdId(1)));
    assert_eq!(of_person("5"), None);
}

#[test]
fn the_family_size_that_a_file_gives_is_not_counted_again() {
    let county = county(&[(
        "a.csv",
        "户编号,与户主关系,乡镇,行政村,人数\nA,户主,东镇,石村,5\nA,配偶,东镇,石村,5\n",
    )]);
    assert_eq!(facts(&county, 0).family_size, Some(5));
}

#[test]
fn the_status_of_the_latest_year_counts_and_the_others_are_kept() {
    let header = "户编号,乡镇,行政村,年度,脱贫属性,家庭人口数\n";
    let (late, early) = (
        "A,东镇,石村,2020,脱贫不享受政策,4\n",
        "A,东镇,石村,2017,未脱贫,6\n",
    );
    for rows in [[late, early], [early, late]] {
        let one_file = format!("{header}{}", rows.concat());
        let two_files = rows.map(|row| format!("{header}{row}"));
        let of_one = county(&[("a.csv", &one_file)]);
        let of_two = county(&[("a.csv", &two_files[0]), ("b.csv", &two_files[1])]);
        for county in [of_one, of_two] {
            let now = facts(&county, 0);
            let status = Some(PovertyStatus::LiftedWithoutSupport);
            assert_eq!((now.poverty_status, now.family_size), (status, Some(4)));
            let day = county.households.status_day(HouseholdId(0));
            assert_eq!(
                day.map(|day| day.to_string()).as_deref(),
                Some("2020-12-31")
            );
            let kept: Vec<_> = county
                .households
                .earlier_statuses()
                .map(|kept| (kept.day.map(|day| day.to_string()), kept.status))
                .collect();
            let earlier = (Some("2017-12-31".to_owned()), PovertyStatus::InPoverty);
            assert_eq!(kept, [earlier]);
        }
    }
}

#[test]
fn the_day_of_a_files_name_holds_for_rows_that_give_none() {
    let header = "户编号,乡镇,行政村,脱贫属性\n";
    let removed = format!("{header}A,东镇,石村,清退\n");
    let lifted = format!("{header}A,东镇,石村,脱贫享受政策\n");
    for names in [
        ["脱贫户信息_20250902.csv", "脱贫户信息_20240902.csv"],
        ["名册2021年.csv", "名册2020.csv"],
    ] {
        let county = county(&[(names[0], &removed), (names[1], &lifted)]);
        let status = facts(&county, 0).poverty_status;
        assert_eq!(status, Some(PovertyStatus::Removed), "{names:?}");
        assert_eq!(county.households.earlier_statuses().count(), 1);
    }
}

#[test]
fn a_second_list_fills_what_is_unknown_and_changes_nothing_else() {
    let county = county(&[
        (
            "a.csv",
            "户编号,乡镇,行政村,脱贫属性,授信额度（万元）,信用等级\nA,东镇,石村,1,5,五星\n",
        ),
        (
            "b.csv",
            "户编号,乡镇,行政村,监测对象类别,风险是否消除,授信额度（元）,贷款意愿\n\
             A,东镇,石村,脱贫不稳定户,否,30000,无\nB,东镇,石村,,,—,\n",
        ),
    ]);
    let both = facts(&county, 0);
    assert_eq!(both.poverty_status, Some(PovertyStatus::LiftedWithSupport));
    assert_eq!(both.monitor_type, Some(MonitorType::UnsteadyLifted));
    assert_eq!(both.monitor_state, Some(MonitorState::RiskRemains));
    assert_eq!(both.credit_line, Some(Fen(5_000_000)));
    assert_eq!(both.loan_wish, Some(false));
    let grade = both
        .credit_grade
        .map(|grade| county.households.credit_grades.text(grade));
    assert_eq!(grade.as_deref(), Some("五星"));
    assert_eq!(facts(&county, 1), HouseholdFacts::default());
    assert_eq!(county.households.roster_count(), 2);
}

#[test]
fn households_that_a_loan_named_first_are_joined_to_their_rows() {
    let county = county(&[
        (
            "loans.csv",
            "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期\n\
             1,B,东镇,石村,甲行,5,5,2019-01-01,2020-01-01\n\
             2,C,东镇,石村,甲行,5,5,2019-01-01,2020-01-01\n",
        ),
        (
            "a.csv",
            "户编号,乡镇,行政村,人口数\nA,东镇,石村,12\nC,东镇,柳村,3人\n",
        ),
    ]);
    let sizes: Vec<_> = (0..3).map(|at| facts(&county, at).family_size).collect();
    assert_eq!(sizes, [None, Some(3), Some(12)]);
    assert!(!county.households.is_in_roster(HouseholdId(0)));
    assert_eq!(village(&county, 1), "柳村");
    let place = county.households.roster_place(HouseholdId(1));
    assert_eq!(place.map(|place| (place.file, place.line)), Some((1, 3)));
}
