//! Sums of subsidies written by hand, by every table.

use super::*;
use crate::domain::household::PovertyStatus;
use crate::policy::subsidy::tests::{Written, yuan};

/// Forty households in two villages' worth of odd amounts, days and rates.
fn many() -> Written {
    let mut written = Written::default();
    for at in 0..40_i64 {
        let household = format!("H{}", at % 25);
        let made = format!("20{}-{:02}-{:02}", 16 + at % 4, 1 + at % 12, 1 + at % 28);
        let due = format!("20{}-{:02}-{:02}", 18 + at % 4, 1 + at % 11, 1 + at % 27);
        let principal = format!("{}.{:02}", 9_999 + at * 1_337, at % 100);
        written.loan(&household, &principal, &made, &due, |loan| {
            if at % 7 == 0 {
                loan.outstanding_principal = yuan("5000.00");
            }
            if at % 5 == 0 {
                loan.annual_interest_rate = None;
            }
        });
    }
    written.household("H3", PovertyStatus::Removed, Some("2018-05-05"));
    written.household("H4", PovertyStatus::InPoverty, None);
    written.pay(0, "2019-06-21", "2019-09-21", "12.34");
    written
}

#[test]
fn every_table_adds_up_to_every_other_to_the_fen_under_both_years() {
    many().on("2020-02-29", |book| {
        let computed = SubsidyComputed::of(book).expect("periods");
        let mut by_period = SubsidyFigures::default();
        for at in 0..computed.calendar.len() {
            by_period.merge(&computed.period(at));
        }
        let mut by_village = SubsidyFigures::default();
        for village in 0..book.county().places.village_count() as u32 {
            for (_, figures) in computed.village(VillageId(village)) {
                by_village.merge(figures);
            }
        }
        let mut by_lender = SubsidyFigures::default();
        for at in 0..=computed.lender_count() {
            by_lender.merge(&computed.lender(at));
        }
        assert_eq!(by_period, computed.total);
        assert_eq!(by_village, computed.total);
        assert_eq!(by_lender, computed.total);
        let due = computed.total.due();
        assert!(due.by_360 > due.by_365 && due.by_365.is_positive());
        assert_eq!(due.amount, due.by_360);
        // Loan by loan, each period rounded by itself.
        let mut sum = Fen::ZERO;
        for case in book.cases() {
            if let Ok(subsidy) = LoanSubsidy::of(case) {
                for period in computed.calendar.periods() {
                    let due = subsidy.of_days(period).expect("known");
                    sum += due.known().map_or(Fen::ZERO, |known| known.by_360);
                }
            }
        }
        assert_eq!(sum, due.by_360);
    });
}

#[test]
fn loans_without_a_rate_are_in_no_sum_and_are_said_to_lack_it() {
    use crate::domain::Field;
    many().on("2020-02-29", |book| {
        let computed = SubsidyComputed::of(book).expect("periods");
        let rate = Unknown::Fact(Field::AnnualInterestRate);
        assert_eq!(computed.lacking.get(&rate), Some(&8));
        assert!(computed.total.due().undetermined > 0);
        assert_eq!(computed.total.payments + computed.without_loan.0, 1);
    });
}
