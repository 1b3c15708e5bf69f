//! One loan explained, on files written here: facts and their places, verdicts and their parameters, days.

use super::*;
use crate::intake::session::Session;
use crate::intake::source;
use crate::report::policy::{BEGINNING, Milestone, ParameterCertainty};

const LOANS: &str = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期,执行利率,还款能力,逾期天数
JJ-001,YX0001,东湾镇,石坝村,甲银行,50000,50000,2016-08-31,2019-09-30,4.35,有,61
JJ-002,YX0001,东湾镇,石坝村,甲银行,50000,0,2018-09-01,2019-09-01,4.35,,
";
const ROSTER: &str = "户编号,乡镇,行政村,脱贫属性,家庭人口数
YX0001,东湾镇,石坝村,脱贫享受政策,4
";
const ANSWERS: &str = "借据号,还款能力,还款意愿
JJ-001,弱,好
";
const SUBSIDIES: &str = "借据号,计息起日,计息止日,贴息金额（元）,资金来源
JJ-001,2018-09-21,2018-12-21,549.79,扶贫资金
";

fn intake() -> Intake {
    let mut session = Session::new();
    for (name, text) in [
        ("bank.csv", LOANS),
        ("roster.csv", ROSTER),
        ("answers.csv", ANSWERS),
        ("subsidies.csv", SUBSIDIES),
    ] {
        source::read(&mut session, name, text.as_bytes(), 1 << 16);
    }
    session.finish()
}

fn explained(settings: &Settings, row: u64) -> Explained {
    let as_of = "2019-11-30".parse().expect("a day");
    explain(&intake(), as_of, settings, row).expect("the loan")
}

#[test]
fn a_fact_tells_the_row_that_says_so_and_what_came_back_its_own() {
    let told = explained(&Settings::default(), 0);
    let fact = |field| {
        let mut facts = told.facts.iter();
        let fact = facts.find(|fact| fact.field == field).expect("the fact");
        (
            fact.value.clone(),
            fact.place.file.as_str(),
            fact.place.line,
        )
    };
    assert_eq!(
        fact(Field::OverdueDays),
        (FactValue::Count(61), "bank.csv", 2)
    );
    let ability = FactValue::Answered(Answered::Ability(crate::report::Ability::Weak));
    assert_eq!(fact(Field::Ability), (ability, "answers.csv", 2));
    assert_eq!(
        fact(Field::FamilySize),
        (FactValue::Count(4), "roster.csv", 2)
    );
    let payment = &told.payments[0];
    assert_eq!((payment.amount, payment.place.line), (Fen(54_979), 2));
    assert_eq!(payment.source.as_deref(), Some("扶贫资金"));
}

#[test]
fn a_caught_check_tells_its_reason_its_clause_and_the_value_it_was_caught_by() {
    let told = explained(&Settings::default(), 0);
    let mut checks = told.checks.iter();
    let term = checks.find(|check| check.id == "A04").expect("the check");
    let CheckSays::Caught(reason) = &term.says else {
        panic!("37 months are longer than 36: {:?}", term.says);
    };
    assert_eq!(reason.branch, "longer");
    assert!(!term.source.is_empty());
    let asked = &term.parameters[0];
    assert_eq!(asked.parameter, Parameter::LongestTermMonths);
    assert_eq!((asked.value, asked.from), (Some(36), Some(BEGINNING)));
    assert_eq!(asked.certainty, Some(ParameterCertainty::Confirmed));
}

#[test]
fn a_value_that_a_person_gave_is_told_as_such_and_counts() {
    let mut settings = Settings::default();
    let longest = Parameter::LongestTermMonths;
    settings.parameters.change(longest, BEGINNING, Some(48));
    let told = explained(&settings, 0);
    let mut checks = told.checks.iter();
    let term = checks.find(|check| check.id == "A04").expect("the check");
    assert_eq!(term.says, CheckSays::Clear);
    assert_eq!(
        (term.parameters[0].value, term.parameters[0].certainty),
        (Some(48), None)
    );
}

#[test]
fn a_parameter_is_told_as_the_rule_took_it_on_the_day_that_the_rule_asks_for() {
    let loans = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期,五级分类,原借据号,续贷展期,续贷次数\n\
        J1,H1,东镇,新村,甲银行,50000,50000,2018-12-31,2021-12-31,正常,,无,0\n\
        J2,H1,东镇,新村,甲银行,60000,60000,2021-01-05,2022-12-31,正常,J1,续贷,1\n\
        J3,H2,东镇,新村,甲银行,50000,50000,2018-12-31,2020-12-31,正常,,无,0\n\
        J4,H2,东镇,新村,甲银行,60000,60000,2021-01-05,2022-12-31,正常,,无,0\n";
    let mut session = Session::new();
    source::read(&mut session, "bank.csv", loans.as_bytes(), 1 << 16);
    let intake = session.finish();
    let day = |text: &str| -> Date { text.parse().expect("a day") };
    let as_of = day("2021-11-30");
    let asked = |row: u64, id: &str, wanted: Parameter| {
        let told = explain(&intake, as_of, &Settings::default(), row).expect("the loan");
        let check = told.checks.into_iter().find(|check| check.id == id);
        let all = check.expect("the check").parameters.into_iter();
        let mut own = all.filter(|told| told.parameter == wanted);
        let own = own.next().expect("the parameter");
        (own.on, own.value)
    };
    // The last day to sign is that of the loan which was renewed, not that of the new one.
    let last = i64::from(day("2020-12-31").days());
    assert_eq!(
        asked(1, "A17", Parameter::RenewalLastSigningDay),
        (day("2018-12-31"), Some(last))
    );
    assert_eq!(
        asked(1, "A17", Parameter::MostRenewals).0,
        day("2021-01-05")
    );
    // What one household may have is that of the day on which it came to more.
    assert_eq!(
        asked(2, "A03", Parameter::HouseholdLimit),
        (day("2021-01-05"), Some(10_000_000))
    );
    assert_eq!(asked(2, "A15", Parameter::LossAfterDays).0, as_of);
    assert_eq!(
        asked(2, "A04", Parameter::LongestTermMonths).0,
        day("2018-12-31")
    );
}

#[test]
fn the_checks_of_the_county_are_named_and_say_nothing_of_one_loan() {
    let told = explained(&Settings::default(), 0);
    assert_eq!(told.county_checks, ["A22", "A27", "A28"]);
    let of_loan = |id: &String| told.checks.iter().any(|check| check.id == *id);
    assert!(!told.county_checks.iter().any(of_loan));
}

#[test]
fn class_state_and_conditions_stand_beside_the_days_that_led_to_them() {
    let told = explained(&Settings::default(), 0);
    let class = told.class.expect("a class");
    assert_eq!(
        (class.class, class.principal_days),
        (RiskClass::SpecialMention, 61)
    );
    assert_eq!(told.standing.state, StandingState::Overdue);
    assert_eq!(told.disposition.renewal.len(), 8);
    assert_eq!(told.disposition.extension.len(), 5);
    assert!(!told.disposition.clause.is_empty());
    let days: Vec<Date> = told.timeline.iter().map(|step| step.day).collect();
    assert!(days.is_sorted());
    let first = told.timeline.first().map(|step| step.milestone);
    assert_eq!(first, Some(Milestone::Disbursed));
    assert!(
        told.timeline
            .iter()
            .any(|step| step.milestone == Milestone::Overdue)
    );
}

#[test]
fn a_settled_loan_has_no_class_and_a_row_that_is_not_there_no_explanation() {
    let settings = Settings::default();
    assert_eq!(explained(&settings, 1).class, None);
    let as_of = "2019-11-30".parse().expect("a day");
    assert_eq!(explain(&intake(), as_of, &settings, 2), None);
}
