//! Both sides of every boundary of every rule set, and that worse arrears never better a class.

use super::*;
use crate::domain::FactWord;
use crate::policy::days_past_due::tests::{day, loan};
use crate::policy::parameters::{BEGINNING, ParameterChoices};

fn rulebook(changes: &[(Parameter, i64)]) -> Rulebook {
    let mut choices = ParameterChoices::default();
    for &(parameter, value) in changes {
        choices.change(parameter, BEGINNING, Some(value));
    }
    Rulebook::of(&choices)
}

/// A county whose one loan has these facts.
fn county(facts: &[(Field, i64)]) -> County {
    let mut county = County::default();
    for &(field, value) in facts {
        let column = county.loans.facts.column(field);
        county.loans.facts.set(column, 0, value, 1);
    }
    county
}

fn class(county: &County, rulebook: &Rulebook, days: i32) -> RiskClass {
    let loan = loan(1);
    let as_of = loan.maturity_date.plus_days(days);
    let classifier = Classifier::new(county, as_of, rulebook);
    let arrears = classifier.arrears(0, &loan).expect("a balance");
    let past_due = classifier.past_due(0, &loan).expect("a balance");
    assert_eq!(past_due, (arrears.principal_days, arrears.class));
    arrears.class
}

#[test]
fn both_sides_of_every_boundary_of_the_2023_measures() {
    let expected = [
        (-1, RiskClass::Pass),
        (0, RiskClass::Pass),
        (1, RiskClass::SpecialMention),
        (90, RiskClass::SpecialMention),
        (91, RiskClass::Substandard),
        (270, RiskClass::Substandard),
        (271, RiskClass::Doubtful),
        (360, RiskClass::Doubtful),
        (361, RiskClass::Loss),
        (10_000, RiskClass::Loss),
    ];
    for (days, expected) in expected {
        let own = class(&County::default(), &Rulebook::default(), days);
        assert_eq!(own, expected, "{days}");
    }
}

#[test]
fn every_row_of_the_matrices_parts_the_classes_where_it_says() {
    for (choice, matrix) in [(1, &MATRICES[0]), (2, &MATRICES[1])] {
        let rulebook = rulebook(&[(Parameter::ClassificationRule, choice)]);
        for row in matrix.rows {
            let at = Guarantee::ALL.iter().position(|own| *own == row.guarantee);
            let code = at.expect("a guarantee") as i64;
            let mut county = county(&[(Field::Guarantee, code)]);
            let word: &[u8] = match row.grade {
                Some(Grade::Excellent) => "优秀".as_bytes(),
                Some(Grade::Good) => "较好".as_bytes(),
                _ => "三星".as_bytes(),
            };
            let text = county.loans.facts.text_value(word);
            let column = county.loans.facts.column(Field::CreditGrade);
            county.loans.facts.set(column, 0, text, 1);
            for days in 0..400 {
                let expected = row.bounds.class(days);
                let own = class(&county, &rulebook, days as i32);
                assert_eq!(own, expected, "{row:?} {days}");
            }
        }
    }
}

#[test]
fn the_worse_of_two_clocks_counts_unless_interest_is_not_to() {
    // Interest owed since 80 days before maturity: on the maturity date, 80 days.
    let since = i64::from(loan(1).maturity_date.days() - 80);
    let owing = county(&[(Field::InterestArrearsSince, since)]);
    let shipped = Rulebook::default();
    assert_eq!(class(&owing, &shipped, 0), RiskClass::SpecialMention);
    assert_eq!(class(&owing, &shipped, 10), RiskClass::SpecialMention);
    assert_eq!(class(&owing, &shipped, 11), RiskClass::Substandard);
    let without = rulebook(&[(Parameter::InterestArrearsCount, 0)]);
    assert_eq!(class(&owing, &without, 11), RiskClass::SpecialMention);
    let nothing = county(&[
        (Field::InterestArrearsSince, since),
        (Field::InterestArrears, 0),
    ]);
    assert_eq!(class(&nothing, &shipped, 0), RiskClass::Pass);
}

#[test]
fn interest_owed_since_no_one_says_when_is_no_days_and_said() {
    let owing = county(&[(Field::InterestArrears, 12_345)]);
    let loan = loan(1);
    let rulebook = Rulebook::default();
    let classifier = Classifier::new(&owing, day("2019-08-01"), &rulebook);
    let arrears = classifier.arrears(0, &loan).expect("a balance");
    assert_eq!(arrears.interest, InterestClock::Undated);
    assert_eq!(arrears.class, RiskClass::Pass);
}

#[test]
fn a_lender_may_report_worse_and_is_told_where_it_reports_better() {
    let rulebook = rulebook(&[(Parameter::ClassificationRule, 3)]);
    let nothing = County::default();
    let on = day("2019-11-30");
    let of = |reported_class| {
        let loan = Loan {
            reported_class,
            ..loan(1)
        };
        Classifier::new(&nothing, on, &rulebook)
            .arrears(0, &loan)
            .expect("a balance")
    };
    let better = of(Some(RiskClass::SpecialMention));
    assert_eq!(better.class, RiskClass::SpecialMention);
    assert_eq!(better.reported_is_better, Some(RiskClass::SpecialMention));
    let worse = of(Some(RiskClass::Loss));
    assert_eq!(
        (worse.class, worse.reported_is_better),
        (RiskClass::Loss, None)
    );
    let silent = of(None);
    assert_eq!(silent.class, RiskClass::Substandard);
    assert_eq!(silent.basis, ClassBasis::NotReported);
}

#[test]
fn a_restructured_loan_is_at_least_special_mention_while_observed_where_the_county_says_so() {
    let extended = Loan {
        extended_maturity_date: Some(day("2021-08-31")),
        ..loan(1)
    };
    let nothing = County::default();
    let of = |rulebook: &Rulebook, on: &str| {
        let classifier = Classifier::new(&nothing, day(on), rulebook);
        classifier.past_due(0, &extended).expect("a balance").1
    };
    let floor = rulebook(&[(Parameter::RestructuredFloor, 1)]);
    assert_eq!(of(&floor, "2020-08-30"), RiskClass::SpecialMention);
    assert_eq!(of(&floor, "2020-08-31"), RiskClass::Pass);
    assert_eq!(of(&Rulebook::default(), "2020-08-30"), RiskClass::Pass);
}

#[test]
fn a_technical_overdue_counts_for_nothing_only_as_long_as_the_county_says() {
    let rulebook = rulebook(&[(Parameter::TechnicalOverdueDays, 7)]);
    assert_eq!(class(&County::default(), &rulebook, 7), RiskClass::Pass);
    let eighth = class(&County::default(), &rulebook, 8);
    assert_eq!(eighth, RiskClass::SpecialMention);
}

#[test]
fn a_threshold_that_no_one_gives_is_passed_by_no_loan() {
    let mut choices = ParameterChoices::default();
    choices.change(Parameter::SubstandardAfterDays, BEGINNING, None);
    let own = Rulebook::of(&choices);
    assert_eq!(
        class(&County::default(), &own, 200),
        RiskClass::SpecialMention
    );
    assert_eq!(class(&County::default(), &own, 271), RiskClass::Doubtful);
}

#[test]
fn worse_arrears_never_give_a_better_class_under_any_rules() {
    for choice in 0..3 {
        let rulebook = rulebook(&[(Parameter::ClassificationRule, choice)]);
        for guarantee in 0..4 {
            for ahead in [0, 45, 200] {
                let since = i64::from(loan(1).maturity_date.days() - ahead);
                let county = county(&[
                    (Field::Guarantee, guarantee),
                    (Field::InterestArrearsSince, since),
                ]);
                let classes: Vec<RiskClass> = (-10..500)
                    .map(|days| class(&county, &rulebook, days))
                    .collect();
                assert!(classes.is_sorted());
            }
        }
    }
}
