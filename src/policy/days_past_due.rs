//! 逾期天数: calendar days from the effective maturity date to the as-of date, on loans with a balance.
//!
//! Days are those of the calendar; no grace is given, for no document gives one. Arrears of interest are a second
//! clock, which this rule leaves to others.

use crate::domain::{Date, Loan};

/// Days past due; zero while the loan is not overdue, none for a loan without a balance.
#[inline]
pub fn days_past_due(loan: &Loan, as_of: Date) -> Option<u32> {
    if !loan.is_outstanding() {
        return None;
    }
    // A day that lies ahead is not past due.
    let days = as_of.days_since(loan.effective_maturity_date()).max(0);
    Some(days.unsigned_abs())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::{Fen, HouseholdId, Symbol, VillageId};

    /// A loan of 50,000 yuan due on 2019-08-31, with that balance.
    pub(crate) fn loan(outstanding: i64) -> Loan {
        Loan {
            household: HouseholdId(0),
            village: VillageId(0),
            lender: Symbol(0),
            disbursed_principal: Fen(5_000_000),
            outstanding_principal: Fen(outstanding),
            disbursement_date: day("2018-08-31"),
            maturity_date: day("2019-08-31"),
            extended_maturity_date: None,
            settlement_date: None,
            annual_interest_rate: None,
            purpose: None,
            reported_class: None,
            status: None,
        }
    }

    pub(crate) fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn the_maturity_date_itself_is_on_time_and_the_next_day_is_one_day_late() {
        assert_eq!(days_past_due(&loan(1), day("2019-08-31")), Some(0));
        assert_eq!(days_past_due(&loan(1), day("2019-09-01")), Some(1));
        assert_eq!(days_past_due(&loan(1), day("2019-01-01")), Some(0));
    }

    #[test]
    fn a_loan_without_a_balance_has_no_days_past_due() {
        assert_eq!(days_past_due(&loan(0), day("2019-12-31")), None);
    }

    #[test]
    fn an_extension_moves_the_day() {
        let extended = Loan {
            extended_maturity_date: Some(day("2019-10-31")),
            ..loan(1)
        };
        assert_eq!(days_past_due(&extended, day("2019-10-31")), Some(0));
        assert_eq!(days_past_due(&extended, day("2019-11-02")), Some(2));
    }

    #[test]
    fn days_are_those_of_the_calendar_over_a_leap_day() {
        assert_eq!(days_past_due(&loan(1), day("2020-03-01")), Some(183));
    }
}
