//! What may be assumed instead of what the files say: another day, or loans as collected. Figures are then counted and
//! rules asked as ever; they only see other loans.

use crate::domain::{County, Date, Fen, Loan, LoanStatus};

/// What is taken of one loan as collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Collected {
    /// The loan's row.
    pub row: usize,
    /// How much of its balance; never more than that.
    pub amount: Fen,
}

/// The day that figures are counted for, and what is assumed of the loans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    as_of: Date,
    /// In the order of rows.
    collected: Vec<Collected>,
}

impl Assumption {
    /// The loans as the files have them, on a day.
    pub fn none(as_of: Date) -> Assumption {
        Assumption {
            as_of,
            collected: Vec::new(),
        }
    }

    /// The loans on a day, some of them paid on that very day; each loan may be named once.
    pub fn collecting(as_of: Date, mut collected: Vec<Collected>) -> Assumption {
        collected.sort_by_key(|collected| collected.row);
        Assumption { as_of, collected }
    }

    /// The day.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// Whether any loan is other than the files have it.
    pub fn changes_loans(&self) -> bool {
        !self.collected.is_empty()
    }

    /// One loan as assumed.
    #[cold]
    pub fn loan(&self, county: &County, row: usize) -> Loan {
        let loan = county.loans.loan(row);
        let known = self.collected.binary_search_by_key(&row, |one| one.row);
        match known.ok().and_then(|at| self.collected.get(at)) {
            Some(collected) => self.paid(loan, collected.amount),
            None => loan,
        }
    }

    /// The loans as assumed, row by row.
    #[inline(always)]
    pub fn loans<'a>(&'a self, county: &'a County) -> impl Iterator<Item = Loan> + 'a {
        let mut collected = self.collected.iter().peekable();
        county.loans.iter().enumerate().map(move |(row, loan)| {
            match collected.next_if(|one| one.row == row) {
                Some(one) => self.paid(loan, one.amount),
                None => loan,
            }
        })
    }

    /// The loan after a payment; one that is paid in full is settled by its borrower on the day.
    #[cold]
    fn paid(&self, loan: Loan, amount: Fen) -> Loan {
        let left = loan.outstanding_principal - amount;
        if left.is_positive() {
            return Loan {
                outstanding_principal: left,
                ..loan
            };
        }
        Loan {
            outstanding_principal: Fen::ZERO,
            settlement_date: Some(self.as_of),
            status: Some(LoanStatus::Settled),
            ..loan
        }
    }
}
