//! The register in groups and under conditions, on the sample county.

use std::collections::BTreeSet;

use super::super::dimension::{Condition, Dimension, DimensionValue};
use super::super::{Date, Fen, RegisterQuery, Settings};
use super::{Selection, groups};
use crate::domain::County;
use crate::intake::session::Session;
use crate::intake::source;
use crate::sample;

fn county() -> County {
    let mut session = Session::new();
    for file in sample::later_month() {
        source::read(&mut session, &file.path, &file.bytes, 1 << 20);
    }
    session.finish().county
}

fn as_of() -> Date {
    "2019-11-30".parse().expect("a day")
}

fn settings() -> Settings {
    Settings::default()
}

fn grouped(by: &[Dimension]) -> RegisterQuery {
    RegisterQuery {
        group_by: by.to_vec(),
        ..RegisterQuery::default()
    }
}

#[test]
fn the_groups_of_every_dimension_add_up_to_the_register_and_lead_to_their_loans() {
    let county = county();
    let settings = settings();
    for dimension in Dimension::ALL {
        let found = groups(&county, as_of(), &settings, &grouped(&[*dimension]));
        let sum: u64 = found.rows.iter().map(|row| row.figures.loans).sum();
        assert_eq!(sum, county.loans.len() as u64, "{dimension:?}");
        assert_eq!(found.total.loans, sum);
        assert_eq!(found.groups, found.rows.len() as u64);
        for row in found.rows.iter().take(6) {
            let query = RegisterQuery {
                conditions: vec![Condition {
                    dimension: *dimension,
                    value: row.values[0].clone(),
                }],
                ..RegisterQuery::default()
            };
            let page = Selection::of(&county, as_of(), &settings, &query).page(&county, 0, 0);
            let loans = (page.loans, page.outstanding_principal);
            let figures = &row.figures;
            assert_eq!(
                loans,
                (figures.loans, figures.outstanding_principal),
                "{:?}",
                row.values
            );
            assert_eq!(
                Some(page.overdue_principal),
                figures.overdue_by_amount.numerator
            );
        }
    }
}

#[test]
fn the_risk_ledger_is_in_the_order_of_its_four_dimensions_and_counts_a_household_once_in_a_group() {
    let county = county();
    let query = grouped(&Dimension::RISK_LEDGER);
    let found = groups(&county, as_of(), &settings(), &query);
    let keys: Vec<&Vec<DimensionValue>> = found.rows.iter().map(|row| &row.values).collect();
    assert!(keys.is_sorted() && keys.len() > 10);
    let balance: Fen = found.rows.iter().fold(Fen::ZERO, |sum, row| {
        sum + row.figures.outstanding_principal
    });
    assert_eq!(balance, found.total.outstanding_principal);
    let distinct: BTreeSet<u32> = county.loans.households().iter().map(|id| id.0).collect();
    assert_eq!(found.total.households, distinct.len() as u64);
    assert!(
        found
            .rows
            .iter()
            .all(|row| row.figures.households <= row.figures.loans)
    );
}

#[test]
fn a_household_is_counted_once_in_each_of_its_groups_however_many_it_has() {
    let county = county();
    let by = grouped(&[Dimension::Lender, Dimension::DisbursementYear]);
    let found = groups(&county, as_of(), &settings(), &by);
    let mut pairs = BTreeSet::new();
    for loan in county.loans.iter() {
        let year = loan.disbursement_date.ymd().0;
        pairs.insert((loan.lender.0, year, loan.household.0));
    }
    let counted: u64 = found.rows.iter().map(|row| row.figures.households).sum();
    assert_eq!(counted, pairs.len() as u64);
}

#[test]
fn values_of_one_dimension_are_one_or_another_and_those_of_two_one_and_another() {
    let county = county();
    let settings = settings();
    let count = |query: &RegisterQuery| {
        Selection::of(&county, as_of(), &settings, query)
            .page(&county, 0, 0)
            .loans
    };
    let by = grouped(&[Dimension::Township, Dimension::Class]);
    let found = groups(&county, as_of(), &settings, &by);
    let (first, second) = (&found.rows[0], &found.rows[1]);
    assert_eq!(first.values[0], second.values[0]);
    let condition = |dimension, value: &DimensionValue| Condition {
        dimension,
        value: value.clone(),
    };
    let query = RegisterQuery {
        conditions: vec![
            condition(Dimension::Township, &first.values[0]),
            condition(Dimension::Class, &first.values[1]),
            condition(Dimension::Class, &second.values[1]),
        ],
        ..RegisterQuery::default()
    };
    assert_eq!(count(&query), first.figures.loans + second.figures.loans);
}

#[test]
fn a_value_that_the_county_does_not_have_fits_no_loan() {
    let county = county();
    let query = RegisterQuery {
        conditions: vec![Condition {
            dimension: Dimension::Township,
            value: DimensionValue::Text("nowhere".to_owned()),
        }],
        ..RegisterQuery::default()
    };
    let page = Selection::of(&county, as_of(), &settings(), &query).page(&county, 0, 10);
    assert_eq!((page.loans, page.rows.len()), (0, 0));
}
