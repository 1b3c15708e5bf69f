//! What cannot be told is told as such, with what is lacking and how much is at stake, and only where something is.

use super::{PaidFault, each};
use crate::domain::household::PovertyStatus;
use crate::domain::{AnnualRate, Fen, Field, Loan};
use crate::policy::parameters::Parameter;
use crate::policy::subsidy::tests::{Written, day, yuan};
use crate::policy::verdict::Unknown;

type Found = (PaidFault, Option<Fen>, Option<Unknown>);

fn told(written: &Written, row: usize) -> Vec<Found> {
    let mut told = Vec::new();
    written.on("2019-11-30", |book| {
        each(book.case(row), |found| {
            told.push((found.fault, found.amount, found.lacks));
        });
    });
    told
}

/// A loan that was paid for the third quarter, and beside it another that was not.
fn unpaid(principal: &str, made: &str, due: &str, further: impl FnOnce(&mut Loan)) -> Written {
    let mut written = Written::default();
    written
        .loan("H", "50000.00", "2019-01-10", "2022-01-10", |_| {})
        .loan("G", principal, made, due, further)
        .pay(0, "2019-06-21", "2019-09-21", "606.94");
    written
}

fn no_rate(loan: &mut Loan) {
    loan.annual_interest_rate = None;
}

const RATE: Option<Unknown> = Some(Unknown::Fact(Field::AnnualInterestRate));

#[test]
fn a_loan_never_paid_whose_rate_is_not_known_is_undetermined_and_no_amount_is_made_up() {
    let written = unpaid("50000.00", "2019-01-10", "2022-01-10", no_rate);
    assert_eq!(told(&written, 1), [(PaidFault::Undetermined, None, RATE)]);
}

#[test]
fn a_loan_never_paid_on_which_certainly_nothing_was_due_is_not_undetermined() {
    for (made, due) in [
        ("2019-09-21", "2022-01-10"),
        ("2018-01-10", "2019-06-21"),
        ("2019-12-01", "2022-01-10"),
    ] {
        assert_eq!(told(&unpaid("50000.00", made, due, no_rate), 1), []);
    }
    assert_eq!(
        told(&unpaid("0.00", "2019-01-10", "2022-01-10", no_rate), 1),
        []
    );
    let settled = |loan: &mut Loan| {
        loan.annual_interest_rate = None;
        loan.outstanding_principal = Fen::ZERO;
        loan.settlement_date = Some(day("2019-06-21"));
    };
    assert_eq!(
        told(&unpaid("50000.00", "2019-01-10", "2022-01-10", settled), 1),
        []
    );
    let mut nobodys = unpaid("50000.00", "2019-01-10", "2022-01-10", no_rate);
    nobodys.household("G", PovertyStatus::NotRegistered, None);
    assert_eq!(told(&nobodys, 1), []);
    let mut taken = unpaid("50000.00", "2018-01-10", "2020-01-10", |_| {});
    taken.loan("G", "10000.00", "2019-01-10", "2022-01-10", no_rate);
    assert_eq!(told(&taken, 2), []);
}

#[test]
fn a_parameter_that_is_not_given_leaves_open_only_what_it_decides() {
    let open = |parameter| Some(Unknown::Parameter(parameter));
    for parameter in [
        Parameter::SubsidisedLimit,
        Parameter::LastDayBearsInterest,
        Parameter::SubsidyShare,
    ] {
        let mut written = unpaid("50000.00", "2019-01-10", "2022-01-10", |_| {});
        written.loan("K", "50000.00", "2019-09-22", "2022-01-10", |_| {});
        written.choose(parameter, None);
        let unknown = (PaidFault::Undetermined, None, open(parameter));
        assert_eq!(told(&written, 1), [unknown], "{parameter:?}");
        assert_eq!(told(&written, 2), [], "{parameter:?}");
        // All that was paid may be wrong.
        let paid = (
            PaidFault::Undetermined,
            Some(yuan("606.94")),
            open(parameter),
        );
        assert_eq!(told(&written, 0), [paid], "{parameter:?}");
    }
    let tolerance = Parameter::SubsidyTolerance;
    let mut written = unpaid("50000.00", "2019-01-10", "2022-01-10", |_| {});
    written.choose(tolerance, None);
    let most = (
        PaidFault::Undetermined,
        Some(yuan("606.94")),
        open(tolerance),
    );
    assert_eq!(told(&written, 1), [most]);
}

#[test]
fn of_a_loan_never_paid_and_repaid_on_an_unknown_day_the_most_that_was_due_is_at_stake() {
    let repaid = |balance| {
        unpaid("50000.00", "2019-01-10", "2022-01-10", |loan: &mut Loan| {
            loan.outstanding_principal = yuan(balance);
        })
    };
    let settled_on = Some(Unknown::Fact(Field::SettlementDate));
    let open = (PaidFault::Undetermined, Some(yuan("606.94")), settled_on);
    assert_eq!(told(&repaid("0.00"), 1), [open]);
    // 30,000 at the least is owed to this day: 364.17 is missing for certain.
    let missing = (PaidFault::Missing, Some(yuan("364.17")), None);
    assert_eq!(told(&repaid("30000.00"), 1), [missing]);
    let mut by_365 = repaid("30000.00");
    by_365.choose(Parameter::InterestYearDays, Some(365));
    let missing = (PaidFault::Missing, Some(yuan("359.18")), None);
    assert_eq!(told(&by_365, 1), [missing]);
}

#[test]
fn a_payment_judged_in_part_says_that_the_rest_is_not_known() {
    let mut written = Written::default();
    written
        .loan("H", "50000.00", "2018-08-31", "2019-08-31", no_rate)
        .pay(0, "2019-06-21", "2019-09-21", "555.83");
    let whole = Some(yuan("555.83"));
    let after = (PaidFault::AfterMaturity, whole, None);
    let open = (PaidFault::Undetermined, whole, RATE);
    assert_eq!(told(&written, 0), [after, open]);
    // Of a household that nobody pays for, all of it was too much, at whatever rate.
    written.household("H", PovertyStatus::NotRegistered, None);
    let over = (PaidFault::Over, whole, None);
    assert_eq!(told(&written, 0), [over, after, open]);
}

#[test]
fn days_after_an_extension_of_which_nothing_is_said_are_told_where_both_answers_agree() {
    let paid_until = |to: &str| {
        let mut written = Written::default();
        let extended = |loan: &mut Loan| loan.extended_maturity_date = Some(day("2019-10-31"));
        written
            .loan("H", "50000.00", "2018-08-31", "2019-08-31", extended)
            .choose(Parameter::ExtensionIsSubsidised, None)
            .pay(0, "2019-06-21", to, "100.00");
        let all = told(&written, 0).into_iter();
        all.map(|(fault, _, _)| fault).collect::<Vec<_>>()
    };
    let open = PaidFault::Undetermined;
    assert_eq!(paid_until("2019-08-31"), [open]);
    assert_eq!(paid_until("2019-10-31"), [open]);
    assert_eq!(paid_until("2019-11-01"), [PaidFault::AfterMaturity, open]);
}

#[test]
fn a_household_removed_among_the_days_is_missing_what_was_due_before_that() {
    let mut written = unpaid("50000.00", "2019-01-10", "2022-01-10", |_| {});
    written
        .pay(0, "2019-03-21", "2019-06-21", "606.94")
        .household("G", PovertyStatus::Removed, Some("2019-08-01"))
        .choose(Parameter::RemovedHouseholds, Some(2));
    // The quarter of the removal is nobody's, the one before it is missing.
    let missing = (PaidFault::Missing, Some(yuan("606.94")), None);
    assert_eq!(told(&written, 1), [missing]);
    let mut earlier = unpaid("50000.00", "2019-01-10", "2022-01-10", |_| {});
    earlier
        .household("G", PovertyStatus::Removed, Some("2019-03-20"))
        .choose(Parameter::RemovedHouseholds, Some(2));
    assert_eq!(told(&earlier, 1), []);
}

#[test]
fn a_loan_without_interest_misses_no_subsidy() {
    let free = |loan: &mut Loan| loan.annual_interest_rate = Some(AnnualRate(0));
    let written = unpaid("50000.00", "2019-01-10", "2022-01-10", free);
    assert_eq!(told(&written, 1), []);
}
