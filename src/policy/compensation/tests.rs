//! Claims, their split and recoveries, by hand.

use super::recovery::{self, RecoveryOrder};
use super::{Claim, PaidOut, split, split_of};
use crate::domain::{Fen, Field};
use crate::policy::parameters::Parameter;
use crate::policy::subsidy::tests::{Written, yuan};
use crate::policy::verdict::Unknown;

fn overdue() -> Written {
    let mut written = Written::default();
    written.loan("H", "50000.00", "2016-08-31", "2019-01-31", |_| {});
    written
}

fn claim(written: &Written, row: usize) -> Claim {
    written.on("2019-11-30", |book| {
        Claim::of(&book.case(row)).expect("a balance")
    })
}

#[test]
fn whether_interest_is_claimed_is_asked_and_not_assumed() {
    let mut written = overdue();
    written.fact(Field::InterestArrears, yuan("1234.56").0);
    let unknown = Unknown::Parameter(Parameter::ClaimCoversInterest);
    assert_eq!(claim(&written, 0).net(), Err(unknown));
    written.choose(Parameter::ClaimCoversInterest, Some(0));
    assert_eq!(claim(&written, 0).net(), Ok(yuan("50000.00")));
    written.choose(Parameter::ClaimCoversInterest, Some(1));
    assert_eq!(claim(&written, 0).net(), Ok(yuan("51234.56")));
}

#[test]
fn interest_that_is_covered_and_not_told_is_unknown() {
    let mut written = overdue();
    written.choose(Parameter::ClaimCoversInterest, Some(1));
    let lacks = Unknown::Fact(Field::InterestArrears);
    assert_eq!(claim(&written, 0).net(), Err(lacks));
}

#[test]
fn an_insurance_reduces_the_claim_first_and_never_below_nothing() {
    let paid = |amount: &str| {
        let mut written = overdue();
        written.choose(Parameter::ClaimCoversInterest, Some(0));
        written.fact(Field::InsurancePaid, yuan(amount).0);
        claim(&written, 0).net()
    };
    assert_eq!(paid("20000.00"), Ok(yuan("30000.00")));
    assert_eq!(paid("60000.00"), Ok(Fen::ZERO));
}

#[test]
fn loans_of_a_household_claim_up_to_one_limit_in_the_order_in_which_they_were_made() {
    let mut written = Written::default();
    written
        .loan("H", "40000.00", "2017-03-01", "2019-03-01", |_| {})
        .loan("H", "30000.00", "2016-07-01", "2019-01-01", |_| {})
        .choose(Parameter::ClaimCoversInterest, Some(0));
    assert_eq!(claim(&written, 1).net(), Ok(yuan("30000.00")));
    assert_eq!(claim(&written, 0).net(), Ok(yuan("20000.00")));
}

#[test]
fn the_shares_of_government_and_lender_add_up_to_the_claim_to_the_fen() {
    for sum in [0, 1, 2, 3, 333, 4_999_999, 5_000_001] {
        for share in [0, 3_333, 6_000, 7_000, 8_000, 10_000] {
            let split = split(Fen(sum), share).expect("a split");
            assert_eq!(split.government + split.lender, Fen(sum));
        }
    }
    // 旺苍 six to four, 黄平 seven to three, 南澳 eight to two.
    for (share, government) in [
        (6_000, "30000.00"),
        (7_000, "35000.00"),
        (8_000, "40000.00"),
    ] {
        let split = split(yuan("50000.00"), share).expect("a split");
        assert_eq!(split.government, yuan(government));
    }
}

#[test]
fn without_the_share_no_split_is_made() {
    let mut written = overdue();
    let split = |written: &Written| {
        written.on("2019-11-30", |book| {
            split_of(&book.case(0), yuan("100.00")).map(|split| split.government)
        })
    };
    let unknown = Unknown::Parameter(Parameter::GovernmentShare);
    assert_eq!(split(&written), Err(unknown));
    written.choose(Parameter::GovernmentShare, Some(7_000));
    assert_eq!(split(&written), Ok(yuan("70.00")));
}

#[test]
fn a_recovery_pays_costs_then_the_lender_or_both_by_what_they_bore() {
    let by = |order| {
        let borne = (yuan("35000.00"), yuan("15000.00"));
        let split = recovery::split(yuan("20000.00"), yuan("1000.00"), borne.0, borne.1, order);
        let all = split.costs + split.lender + split.fund;
        assert_eq!(all, yuan("20000.00"));
        (split.lender, split.fund)
    };
    let first = by(RecoveryOrder::LenderFirst);
    assert_eq!(first, (yuan("15000.00"), yuan("4000.00")));
    let pro_rata = by(RecoveryOrder::ProRata);
    assert_eq!(pro_rata, (yuan("5700.00"), yuan("13300.00")));
}

#[test]
fn costs_above_the_recovery_leave_nothing_to_split() {
    let split = recovery::split(Fen(100), Fen(101), Fen(7), Fen(3), RecoveryOrder::ProRata);
    assert_eq!(
        (split.costs, split.lender, split.fund),
        (Fen(100), Fen::ZERO, Fen::ZERO)
    );
}

#[test]
fn what_was_paid_out_counts_until_it_is_recovered_and_is_unknown_where_no_sum_is_told() {
    use crate::domain::LoanStatus;
    let mut written = Written::default();
    written.loan("H", "50000.00", "2016-08-31", "2019-01-31", |loan| {
        loan.outstanding_principal = Fen::ZERO;
        loan.status = Some(LoanStatus::PaidOut);
    });
    let unrecovered = |written: &Written| {
        written.on("2019-11-30", |book| {
            PaidOut::of(&book.case(0)).map(|paid| paid.unrecovered())
        })
    };
    let lacks = Unknown::Fact(Field::PayoutByGovernment);
    assert_eq!(unrecovered(&written), Some(Err(lacks)));
    written
        .fact(Field::PayoutByGovernment, yuan("35000.00").0)
        .fact(Field::PayoutByBank, yuan("15000.00").0);
    assert_eq!(unrecovered(&written), Some(Ok(yuan("50000.00"))));
    written.fact(Field::RecoveredAfterPayout, yuan("8000.00").0);
    assert_eq!(unrecovered(&written), Some(Ok(yuan("42000.00"))));
    assert_eq!(unrecovered(&overdue()), None);
}
