//! Payments written by hand against what is due, on both sides of every boundary.

use super::{Coverage, Difference};
use crate::domain::household::PovertyStatus;
use crate::domain::{AnnualRate, Fen, Field, FileKind, Loan};
use crate::policy::subsidy::tests::{Written, day, plain, yuan};
use crate::policy::subsidy::{against_paid, never_paid};
use crate::policy::verdict::Unknown;

fn judged(written: &Written, row: usize) -> Vec<Result<Difference, Unknown>> {
    written.on("2019-11-30", |book| {
        let case = book.case(row);
        let paid = against_paid::paid(case).expect("a convention");
        paid.map(|paid| against_paid::on_its_own_days(&case, &paid))
            .collect()
    })
}

#[test]
fn a_sum_that_is_right_by_either_year_agrees_and_one_yuan_and_a_fen_more_does_not() {
    let mut written = Written::default();
    written.loan("H", "50000.00", "2019-01-10", "2022-01-10", |_| {});
    for amount in [
        "606.94", "607.94", "598.63", "597.63", "607.95", "597.62", "602.00",
    ] {
        written.pay(0, "2019-06-21", "2019-09-21", amount);
    }
    let told: Vec<&str> = judged(&written, 0)
        .iter()
        .map(|difference| match difference {
            Ok(Difference::Agrees) => "agrees",
            Ok(Difference::Over { by, .. }) if *by == yuan("1.01") => "over by 1.01",
            Ok(Difference::Under { by, .. }) if *by == yuan("1.01") => "under by 1.01",
            Ok(Difference::Under { by, .. }) if *by == yuan("4.94") => "under by 4.94",
            _ => "otherwise",
        })
        .collect();
    let expected = [
        "agrees",
        "agrees",
        "agrees",
        "agrees",
        "over by 1.01",
        "under by 1.01",
        "under by 4.94",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_sum_on_a_loan_repaid_in_part_is_judged_only_outside_what_is_possible() {
    let mut written = Written::default();
    written.loan("H", "50000.00", "2019-01-10", "2022-01-10", |loan| {
        loan.outstanding_principal = yuan("30000.00");
    });
    for amount in ["606.94", "364.17", "500.00", "700.00", "300.00"] {
        written.pay(0, "2019-06-21", "2019-09-21", amount);
    }
    let told = judged(&written, 0);
    assert_eq!(told[0], Ok(Difference::Agrees));
    assert_eq!(told[1], Ok(Difference::Agrees));
    assert_eq!(told[2], Err(Unknown::Fact(Field::RepaidTotal)));
    assert!(matches!(told[3], Ok(Difference::Over { .. })));
    assert!(matches!(told[4], Ok(Difference::Under { .. })));
}

#[test]
fn the_same_period_twice_and_periods_that_overlap_are_seen_and_neighbours_are_not() {
    let twice = |first: (&str, &str), second: (&str, &str)| {
        let mut written = plain();
        written.pay(0, first.0, first.1, "1.00");
        written.pay(0, second.0, second.1, "1.00");
        written.on("2019-11-30", |book| {
            let twice = against_paid::twice(&book.case(0)).expect("a convention");
            twice.map(|twice| (twice.is_same_period(), twice.days.count()))
        })
    };
    let quarter = ("2019-03-21", "2019-06-21");
    assert_eq!(twice(quarter, quarter), Some((true, 92)));
    assert_eq!(
        twice(quarter, ("2019-06-20", "2019-08-31")),
        Some((false, 1))
    );
    assert_eq!(twice(quarter, ("2019-06-21", "2019-08-31")), None);
    assert_eq!(twice(("2019-06-21", "2019-08-31"), quarter), None);
}

#[test]
fn days_after_maturity_and_settlement_are_counted_and_the_last_day_is_not_one() {
    let after = |to: &str, further: fn(&mut Loan)| {
        let mut written = Written::default();
        written.loan("H", "50000.00", "2018-08-31", "2019-08-31", further);
        written.pay(0, "2019-06-21", to, "1.00");
        written.on("2019-11-30", |book| {
            let case = book.case(0);
            let payment = case.payments().next().expect("a payment");
            (
                against_paid::after_maturity(&case, payment).expect("known"),
                against_paid::after_settlement(&case, payment).expect("known"),
            )
        })
    };
    let settled = |loan: &mut Loan| {
        loan.outstanding_principal = Fen::ZERO;
        loan.settlement_date = Some(day("2019-08-01"));
    };
    assert_eq!(after("2019-08-31", |_| {}), (None, None));
    assert_eq!(after("2019-09-01", |_| {}), (Some(1), None));
    assert_eq!(after("2019-09-21", |_| {}), (Some(21), None));
    assert_eq!(after("2019-08-02", settled), (None, Some(1)));
}

#[test]
fn what_was_paid_above_the_limit_is_told_without_what_was_paid_out_of_term() {
    let above = |principal: &str, to: &str, amount: &str| {
        let mut written = Written::default();
        written.loan("H", principal, "2018-08-31", "2019-08-31", |loan| {
            loan.annual_interest_rate = Some(AnnualRate(43_500));
        });
        written.pay(0, "2019-06-21", to, amount);
        written.on("2019-11-30", |book| {
            let case = book.case(0);
            let paid = against_paid::paid(case).expect("a convention").next();
            against_paid::above_limit(&case, &paid.expect("a payment")).expect("known")
        })
    };
    // 71 days: 428.96 on 50,000 and 514.75 on 60,000.
    assert_eq!(
        above("60000.00", "2019-08-31", "514.75"),
        Some(yuan("85.79"))
    );
    assert_eq!(above("60000.00", "2019-08-31", "428.96"), None);
    assert_eq!(above("50000.00", "2019-08-31", "514.75"), None);
    // 21 days more on 60,000 are 152.25.
    assert_eq!(
        above("60000.00", "2019-09-21", "667.00"),
        Some(yuan("85.79"))
    );
}

#[test]
fn a_loan_in_term_that_was_paid_nothing_for_days_that_others_were_paid_for_is_missing() {
    let mut written = plain();
    written
        .loan("G", "50000.00", "2019-01-10", "2022-01-10", |_| {})
        .loan("K", "50000.00", "2019-09-21", "2022-01-10", |_| {})
        .pay(0, "2019-06-21", "2019-08-31", "428.96")
        .pay(0, "2019-08-31", "2019-09-21", "1.00");
    let missing = |written: &Written, row| {
        written.on("2019-11-30", |book| {
            let missing = never_paid::missing(&book.case(row));
            let missing = missing.map_err(|untold| untold.lacks);
            missing.map(|missing| missing.map(|missing| missing.due.by_360))
        })
    };
    assert_eq!(missing(&written, 0), Ok(None));
    assert_eq!(missing(&written, 1), Ok(Some(yuan("606.94"))));
    assert_eq!(missing(&written, 2), Ok(None));
    let table = Unknown::Table(FileKind::Subsidies);
    assert_eq!(missing(&plain(), 0), Err(table));
    written.household("G", PovertyStatus::NotRegistered, None);
    assert_eq!(missing(&written, 1), Ok(None));
}

#[test]
fn the_days_of_a_table_are_its_stretches_whatever_the_order_of_its_rows() {
    let mut written = plain();
    written
        .pay(0, "2019-06-21", "2019-09-21", "1.00")
        .pay(0, "2018-09-21", "2018-12-21", "1.00")
        .pay(0, "2018-12-21", "2019-01-05", "1.00")
        .pay(0, "2019-07-01", "2019-07-01", "1.00");
    let coverage = Coverage::of(written.county.subsidies.payments());
    let told: Vec<String> = coverage
        .stretches()
        .iter()
        .map(|days| format!("{}/{}", days.from, days.to))
        .collect();
    assert_eq!(told, ["2018-09-21/2019-01-05", "2019-06-21/2019-09-21"]);
}
