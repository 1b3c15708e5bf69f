//! 户贷企用 by enterprise: what each uses, when it falls due, and how much of the county's balance it is.

use std::collections::{BTreeMap, HashMap};

use crate::domain::{Fen, Field, HouseholdId, Month};
use crate::policy::book::{Book, Case};
use crate::policy::days_past_due::days_past_due;

/// What one enterprise uses.
#[derive(Clone, Debug, Default)]
pub struct EnterpriseUse {
    /// Its code or name as the files give it; none where a loan is flagged and names none.
    pub enterprise: Option<String>,
    /// Loans, repaid ones among them.
    pub loans: u64,
    /// Loans with a balance.
    pub outstanding_loans: u64,
    /// Households of the loans with a balance.
    pub households: u64,
    /// 贷款金额 of all.
    pub disbursed: Fen,
    /// 贷款余额
    pub outstanding: Fen,
    /// Of it, what is overdue.
    pub overdue: Fen,
    /// What falls due in each month from that of the day on; what is overdue is not among it.
    pub due: BTreeMap<Month, Fen>,
    /// Rows of its loans with a balance.
    rows: Vec<u32>,
}

/// Every enterprise, the largest balance first; the loans that name none come as one.
pub fn enterprises(book: &Book<'_>) -> Vec<EnterpriseUse> {
    let mut all: HashMap<Option<&str>, EnterpriseUse> = HashMap::new();
    if book.has_column(Field::EnterpriseUse) || book.has_column(Field::EnterpriseCode) {
        for case in book.cases() {
            let name = case
                .text(Field::EnterpriseCode)
                .filter(|name| !name.is_empty());
            if name.is_some() || case.flag(Field::EnterpriseUse) == Some(true) {
                all.entry(name).or_default().add(&case);
            }
        }
    }
    let mut rows: Vec<EnterpriseUse> = all
        .into_iter()
        .map(|(name, mut own)| {
            own.enterprise = name.map(str::to_owned);
            own.households = own.count_households(book);
            own
        })
        .collect();
    rows.sort_by(|a, b| {
        let by_balance = b.outstanding.cmp(&a.outstanding);
        by_balance.then_with(|| a.enterprise.cmp(&b.enterprise))
    });
    rows
}

impl EnterpriseUse {
    fn add(&mut self, case: &Case<'_>) {
        let loan = &case.loan;
        self.loans += 1;
        self.disbursed += loan.disbursed_principal;
        let Some(days) = days_past_due(loan, case.as_of()) else {
            return;
        };
        self.outstanding_loans += 1;
        self.outstanding += loan.outstanding_principal;
        self.rows.push(case.row() as u32);
        if days > 0 {
            self.overdue += loan.outstanding_principal;
        } else {
            let month = loan.effective_maturity_date().month();
            *self.due.entry(month).or_insert(Fen::ZERO) += loan.outstanding_principal;
        }
    }

    fn count_households(&self, book: &Book<'_>) -> u64 {
        let rows = self.rows.iter();
        let mut households: Vec<HouseholdId> = rows
            .map(|row| book.case(*row as usize).loan.household)
            .collect();
        households.sort_unstable();
        households.dedup();
        households.len() as u64
    }
}
