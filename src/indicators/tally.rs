//! What is counted of a group of loans, in whole numbers that can be added up: parts of a file, or villages of a township.

use crate::domain::{Date, Fen, Loan, LoanStatus, RiskClass};
use crate::policy::classification::Classifier;

/// The windows in which coming dues are counted, in days after the as-of date.
pub const DUE_WINDOWS: [u32; 3] = [30, 60, 90];

const LAST_WINDOW: i32 = DUE_WINDOWS[DUE_WINDOWS.len() - 1] as i32;

/// A number of loans and an amount of theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Loans.
    pub loans: u64,
    /// Their amount.
    pub amount: Fen,
}

impl Sum {
    #[inline(always)]
    fn add(&mut self, amount: Fen) {
        self.loans += 1;
        self.amount += amount;
    }

    fn merge(&mut self, other: &Sum) {
        self.loans += other.loans;
        self.amount += other.amount;
    }
}

/// The counts of one group. Households are counted elsewhere: one household may have loans in several parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All loans and what was lent.
    pub disbursed: Sum,
    /// Loans with a balance and the balance.
    pub outstanding: Sum,
    /// Overdue loans and their balance.
    pub overdue: Sum,
    /// Loans with a balance, by class.
    pub classes: [Sum; 5],
    /// Loans falling due within each of [`DUE_WINDOWS`].
    pub due_within: [Sum; 3],
    /// Matured loans and what was lent.
    pub matured: Sum,
    /// Principal of matured loans that was repaid.
    pub recovered: Fen,
    /// Matured loans settled by the borrower.
    pub repaid_loans: u64,
    /// Of these, settled on or before maturity.
    pub on_time_loans: u64,
    /// Of these, without a settlement date.
    pub undated_loans: u64,
    /// Distinct households, with and without the roster.
    pub households: HouseholdTally,
}

/// Distinct households of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HouseholdTally {
    /// With any loan.
    pub borrowers: u64,
    /// With a balance.
    pub outstanding: u64,
    /// With an overdue loan.
    pub overdue: u64,
    /// With any loan, and in the roster.
    pub covered_ever: u64,
    /// With a balance, and in the roster.
    pub covered: u64,
    /// In the roster of the group's villages.
    pub roster: u64,
}

/// How late a loan is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastDue {
    /// Days past due of principal, and class; none without a balance.
    pub past_due: Option<(u32, RiskClass)>,
}

impl PastDue {
    /// How late the loan of a row is, by the rules of the classifier.
    #[inline(always)]
    pub fn of(classifier: &Classifier<'_>, row: usize, loan: &Loan) -> PastDue {
        PastDue {
            past_due: classifier.past_due(row, loan),
        }
    }

    /// Whether the loan is overdue: its principal, for arrears of interest touch the class alone.
    #[inline(always)]
    pub fn is_overdue(self) -> bool {
        self.past_due.is_some_and(|(days, _)| days > 0)
    }
}

/// How a matured loan ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Repayment {
    /// Not settled, or settled by others than the borrower (代偿, 核销).
    NotRepaid,
    OnTime,
    Late,
    /// Settled on a day the file does not give.
    Undated,
}

#[inline(always)]
fn repayment(loan: &Loan) -> Repayment {
    if loan.is_outstanding()
        || matches!(
            loan.status,
            Some(LoanStatus::PaidOut | LoanStatus::WrittenOff)
        )
    {
        return Repayment::NotRepaid;
    }
    match loan.settlement_date {
        None => Repayment::Undated,
        Some(day) if day <= loan.effective_maturity_date() => Repayment::OnTime,
        Some(_) => Repayment::Late,
    }
}

impl Tally {
    /// Counts one loan in.
    #[inline(always)]
    pub fn add(&mut self, loan: &Loan, past_due: PastDue, as_of: Date) {
        let balance = loan.outstanding_principal;
        self.disbursed.add(loan.disbursed_principal);
        let days_to_maturity = loan.effective_maturity_date().days_since(as_of);
        if let Some((days, class)) = past_due.past_due {
            self.outstanding.add(balance);
            self.classes[class as usize].add(balance);
            if days > 0 {
                self.overdue.add(balance);
            }
            // Few loans fall due soon; those that do may lie in several windows.
            if (0..=LAST_WINDOW).contains(&days_to_maturity) {
                for (window, sum) in DUE_WINDOWS.iter().zip(&mut self.due_within) {
                    if days_to_maturity <= *window as i32 {
                        sum.add(balance);
                    }
                }
            }
        }
        if days_to_maturity < 0 {
            self.add_matured(loan);
        }
    }

    #[inline(always)]
    fn add_matured(&mut self, loan: &Loan) {
        self.matured.add(loan.disbursed_principal);
        match repayment(loan) {
            Repayment::NotRepaid if loan.is_outstanding() => {
                // More owed than lent is a contradiction in the file; nothing was recovered then.
                self.recovered +=
                    (loan.disbursed_principal - loan.outstanding_principal).max(Fen::ZERO);
                return;
            }
            Repayment::NotRepaid => return,
            Repayment::OnTime => self.on_time_loans += 1,
            Repayment::Undated => self.undated_loans += 1,
            Repayment::Late => {}
        }
        self.repaid_loans += 1;
        self.recovered += loan.disbursed_principal;
    }

    /// Adds the loans of another part. Its households are left out: they may be the same ones.
    pub fn merge_loans(&mut self, other: &Tally) {
        self.disbursed.merge(&other.disbursed);
        self.outstanding.merge(&other.outstanding);
        self.overdue.merge(&other.overdue);
        for (sum, other) in self.classes.iter_mut().zip(&other.classes) {
            sum.merge(other);
        }
        for (sum, other) in self.due_within.iter_mut().zip(&other.due_within) {
            sum.merge(other);
        }
        self.matured.merge(&other.matured);
        self.recovered += other.recovered;
        self.repaid_loans += other.repaid_loans;
        self.on_time_loans += other.on_time_loans;
        self.undated_loans += other.undated_loans;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::County;
    use crate::policy::days_past_due::tests::{day, loan};
    use crate::policy::parameters::Rulebook;

    fn tally(loans: &[Loan], as_of: &str) -> Tally {
        let as_of = day(as_of);
        let county = County::default();
        let classifier = Classifier::new(&county, as_of, &Rulebook::default());
        let mut tally = Tally::default();
        for loan in loans {
            tally.add(loan, PastDue::of(&classifier, 0, loan), as_of);
        }
        tally
    }

    #[test]
    fn a_loan_is_due_within_thirty_days_from_the_day_itself_to_the_thirtieth() {
        let within = |as_of: &str| tally(&[loan(1)], as_of).due_within.map(|sum| sum.loans);
        assert_eq!(within("2019-08-31"), [1, 1, 1]);
        assert_eq!(within("2019-08-01"), [1, 1, 1]);
        assert_eq!(within("2019-07-31"), [0, 1, 1]);
        assert_eq!(within("2019-06-02"), [0, 0, 1]);
        assert_eq!(within("2019-06-01"), [0, 0, 0]);
        assert_eq!(within("2019-09-01"), [0, 0, 0]);
    }

    #[test]
    fn what_was_paid_out_of_the_fund_or_written_off_is_not_repaid() {
        let settled = |status, date: Option<&str>| Loan {
            status,
            settlement_date: date.map(day),
            ..loan(0)
        };
        let loans = [
            settled(None, Some("2019-08-31")),
            settled(None, Some("2019-09-01")),
            settled(None, None),
            settled(Some(LoanStatus::PaidOut), Some("2019-08-31")),
            settled(Some(LoanStatus::WrittenOff), None),
            loan(2_000_000),
        ];
        let tally = tally(&loans, "2019-12-01");
        assert_eq!(
            (
                tally.matured.loans,
                tally.repaid_loans,
                tally.on_time_loans,
                tally.undated_loans
            ),
            (6, 3, 1, 1)
        );
        assert_eq!(tally.recovered, Fen(3 * 5_000_000 + 3_000_000));
    }

    #[test]
    fn parts_add_up_to_the_whole() {
        let loans: Vec<Loan> = (0..50).map(|i| loan(i % 3 * 1_000)).collect();
        let mut parts = tally(&loans[..20], "2019-12-01");
        parts.merge_loans(&tally(&loans[20..], "2019-12-01"));
        assert_eq!(parts, tally(&loans, "2019-12-01"));
    }
}
