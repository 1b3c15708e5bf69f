//! Lists of loans behind the sums of 贴息 and 风险补偿: the declaration of a period, the claims that are ready, and what
//! was paid otherwise than due. The rows are found once; a window of them is worked out when someone looks at it.

mod rows;

use serde::{Deserialize, Serialize};

use crate::domain::{Date, Fen};
use crate::policy::book::{Book, Case};
use crate::policy::compensation::{Claim, is_ready, split_of};
use crate::policy::money_source::{MoneySource, money_source};
use crate::policy::parameters::Rulebook;
use crate::policy::subsidy::LoanSubsidy;
use crate::policy::subsidy::faults::{self, PaidFault};
use crate::policy::subsidy::periods::Days;

use super::ParameterChoices;
use crate::domain::County;

pub use rows::{ClaimRow, DeclarationRow, FaultRow, ListedLoan};

/// Which list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "list", rename_all = "snake_case")]
pub enum MoneyListQuery {
    /// 贴息申报表: the loans for which something is due, or may be, for the days of a period.
    Declaration {
        /// Its first day.
        from: Date,
        /// The day after its last.
        to: Date,
        /// Only this lender.
        lender: Option<String>,
    },
    /// What was paid otherwise than due.
    Faults {
        /// In which way.
        fault: PaidFault,
        /// Only this lender.
        lender: Option<String>,
    },
    /// 代偿申请表: the loans that are ready to be claimed for.
    Claims {
        /// Only this lender.
        lender: Option<String>,
    },
}

impl MoneyListQuery {
    fn lender(&self) -> Option<&str> {
        match self {
            MoneyListQuery::Declaration { lender, .. }
            | MoneyListQuery::Faults { lender, .. }
            | MoneyListQuery::Claims { lender } => lender.as_deref(),
        }
    }
}

/// The rows of a window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "rows", rename_all = "snake_case")]
pub enum MoneyRows {
    /// Of a declaration.
    Declaration(Vec<DeclarationRow>),
    /// Of what was paid otherwise.
    Faults(Vec<FaultRow>),
    /// Of claims.
    Claims(Vec<ClaimRow>),
}

/// A window of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneyPage {
    /// The list.
    pub query: MoneyListQuery,
    /// Its first row's place.
    pub offset: u64,
    /// Rows of the whole list.
    pub count: u64,
    /// Sum of the whole list: due, at stake, or claimed; of what is known.
    pub amount: Fen,
    /// 政府承担 of claims.
    pub government: Fen,
    /// 银行承担 of claims.
    pub lender: Fen,
    /// Rows whose sum is not known.
    pub undetermined: u64,
    /// The window.
    pub rows: MoneyRows,
}

/// A list, found once.
#[derive(Clone, Debug)]
pub struct MoneyList {
    query: MoneyListQuery,
    as_of: Date,
    parameters: ParameterChoices,
    /// Row of the loan, and which of the things found on it.
    items: Vec<(u32, u32)>,
    sums: Sums,
}

#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    amount: Fen,
    government: Fen,
    lender: Fen,
    undetermined: u64,
}

impl MoneyList {
    /// Finds the rows of a list.
    pub fn of(
        county: &County,
        as_of: Date,
        parameters: &ParameterChoices,
        query: &MoneyListQuery,
    ) -> MoneyList {
        let rulebook = Rulebook::of(parameters);
        let book = Book::new(county, as_of, &rulebook);
        let mut list = MoneyList {
            query: query.clone(),
            as_of,
            parameters: parameters.clone(),
            items: Vec::new(),
            sums: Sums::default(),
        };
        let lender = query
            .lender()
            .map(|name| county.loans.lenders.find(name.as_bytes()));
        for case in book.cases() {
            if lender.is_none_or(|own| own == Some(case.loan.lender)) {
                list.look_at(&case);
            }
        }
        list
    }

    /// Whether this list answers a query.
    pub fn answers(
        &self,
        query: &MoneyListQuery,
        as_of: Date,
        parameters: &ParameterChoices,
    ) -> bool {
        self.query == *query && self.as_of == as_of && self.parameters == *parameters
    }

    fn look_at(&mut self, case: &Case<'_>) {
        let row = case.row() as u32;
        match &self.query {
            MoneyListQuery::Declaration { from, to, .. } => {
                let period = Days {
                    from: *from,
                    to: *to,
                };
                self.declare(case, period);
            }
            MoneyListQuery::Faults { fault, .. } => {
                let fault = *fault;
                let mut at = 0;
                faults::each(*case, |found| {
                    if found.fault == fault {
                        self.items.push((row, at));
                        match found.amount {
                            Some(amount) => self.sums.amount += amount,
                            None => self.sums.undetermined += 1,
                        }
                    }
                    at += 1;
                });
            }
            MoneyListQuery::Claims { .. } => {
                if is_ready(case) {
                    self.items.push((row, 0));
                    self.claim(case);
                }
            }
        }
    }

    fn declare(&mut self, case: &Case<'_>, period: Days) {
        let row = (case.row() as u32, 0);
        let due = LoanSubsidy::of(*case).and_then(|subsidy| {
            let due = subsidy.of_days(period)?;
            Ok((due, subsidy.year))
        });
        if money_source(case, period.last()) == Ok(MoneySource::Nobody) {
            return;
        }
        match due {
            Ok((due, year)) => match due.known() {
                Some(known) if known.by_360.is_positive() => {
                    self.items.push(row);
                    self.sums.amount += known.by(year);
                }
                Some(_) => {}
                None => {
                    self.items.push(row);
                    self.sums.undetermined += 1;
                }
            },
            // Of a loan of which nothing can be told it is still known whether its contract touches the period.
            Err(_) => {
                let loan = &case.loan;
                let contract = Days {
                    from: loan.disbursement_date,
                    to: loan.effective_maturity_date().min(case.as_of()),
                };
                if !contract.and(period).is_empty() {
                    self.items.push(row);
                    self.sums.undetermined += 1;
                }
            }
        }
    }

    fn claim(&mut self, case: &Case<'_>) {
        let claimed = Claim::of(case).map(|claim| claim.net());
        let Some(Ok(claimed)) = claimed else {
            self.sums.undetermined += 1;
            return;
        };
        self.sums.amount += claimed;
        match split_of(case, claimed) {
            Ok(split) => {
                self.sums.government += split.government;
                self.sums.lender += split.lender;
            }
            Err(_) => self.sums.undetermined += 1,
        }
    }

    /// The digest of the parameters it was made by.
    pub fn digest(&self) -> String {
        Rulebook::of(&self.parameters).digest()
    }

    /// A window of the list.
    pub fn page(&self, county: &County, offset: u64, limit: u64) -> MoneyPage {
        let rulebook = Rulebook::of(&self.parameters);
        let book = Book::new(county, self.as_of, &rulebook);
        let from = usize::try_from(offset).map_or(self.items.len(), |at| at.min(self.items.len()));
        let limit = usize::try_from(limit).map_or(self.items.len(), |limit| limit);
        let to = from.saturating_add(limit).min(self.items.len());
        let items = self.items.get(from..to).unwrap_or(&[]);
        MoneyPage {
            query: self.query.clone(),
            offset: from as u64,
            count: self.items.len() as u64,
            amount: self.sums.amount,
            government: self.sums.government,
            lender: self.sums.lender,
            undetermined: self.sums.undetermined,
            rows: rows::of(&book, &self.query, items),
        }
    }
}
