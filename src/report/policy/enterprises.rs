//! 户贷企用台账: by enterprise its loans, what falls due when, and the plan by which the balance is gone in time.

use serde::{Deserialize, Serialize};

use crate::domain::{Fen, Field, Month};
use crate::indicators::enterprises::{EnterpriseUse, enterprises as by_enterprise};
use crate::policy::book::Book;
use crate::policy::verdict::Unknown;

/// Every enterprise that uses loans of households.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnterpriseReport {
    /// What the files lack to say anything.
    pub lacks: Option<Unknown>,
    /// 贷款余额 of all enterprises together.
    pub outstanding: Fen,
    /// 贷款余额 of the county.
    pub county_outstanding: Fen,
    /// The share of all enterprises in the county's balance in hundredths of a percent; none without a balance.
    pub share: Option<i64>,
    /// The enterprises, the largest balance first.
    pub rows: Vec<EnterpriseRow>,
}

/// One enterprise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnterpriseRow {
    /// Its code or name as the files give it; none for the loans that name none.
    pub enterprise: Option<String>,
    /// Loans, repaid ones among them.
    pub loans: u64,
    /// Loans with a balance.
    pub outstanding_loans: u64,
    /// Households of the loans with a balance.
    pub households: u64,
    /// 贷款余额
    pub outstanding: Fen,
    /// Of it, what is overdue.
    pub overdue: Fen,
    /// Its share of the county's balance in hundredths of a percent; none without a balance.
    pub share: Option<i64>,
    /// Its share of the balance of all enterprises, likewise.
    pub share_of_enterprises: Option<i64>,
    /// What falls due in each month with anything due, in order; what is overdue is not among it.
    pub due: Vec<DueInMonth>,
    /// 还款计划; none where nothing is owed.
    pub plan: Option<RepaymentPlan>,
}

/// What falls due in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueInMonth {
    /// The month.
    pub month: Month,
    /// 贷款余额 that falls due in it.
    pub amount: Fen,
}

/// How the balance is gone by the last day due (seed 二(二)6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepaymentPlan {
    /// Months from that of the day to that of the last loan due, both counted; 1 where all is overdue.
    pub months: u64,
    /// The last month; none where all is overdue.
    pub last_month: Option<Month>,
    /// What has to be repaid each month for the balance to be gone by then, rounded up to the fen.
    pub each_month: Fen,
}

/// The register of enterprises.
pub fn enterprises(book: &Book<'_>) -> EnterpriseReport {
    let has = |field| book.has_column(field);
    let is_told = has(Field::EnterpriseUse) || has(Field::EnterpriseCode);
    let all = by_enterprise(book);
    let mut outstanding = Fen::ZERO;
    for own in &all {
        outstanding += own.outstanding;
    }
    let mut county_outstanding = Fen::ZERO;
    for loan in book.county().loans.iter() {
        county_outstanding += loan.outstanding_principal;
    }
    let now = book.as_of().month();
    EnterpriseReport {
        lacks: (!is_told).then_some(Unknown::Fact(Field::EnterpriseUse)),
        outstanding,
        county_outstanding,
        share: share(outstanding, county_outstanding),
        rows: all
            .into_iter()
            .map(|own| row(own, outstanding, county_outstanding, now))
            .collect(),
    }
}

fn row(own: EnterpriseUse, enterprises: Fen, county: Fen, now: Month) -> EnterpriseRow {
    EnterpriseRow {
        plan: plan(&own, now),
        share: share(own.outstanding, county),
        share_of_enterprises: share(own.outstanding, enterprises),
        enterprise: own.enterprise,
        loans: own.loans,
        outstanding_loans: own.outstanding_loans,
        households: own.households,
        outstanding: own.outstanding,
        overdue: own.overdue,
        due: own
            .due
            .into_iter()
            .map(|(month, amount)| DueInMonth { month, amount })
            .collect(),
    }
}

/// Hundredths of a percent, rounded half up.
fn share(part: Fen, whole: Fen) -> Option<i64> {
    if !whole.is_positive() {
        return None;
    }
    let (part, whole) = (i128::from(part.0), i128::from(whole.0));
    i64::try_from((part * 20_000 + whole) / (whole * 2)).ok()
}

fn plan(own: &EnterpriseUse, now: Month) -> Option<RepaymentPlan> {
    if !own.outstanding.is_positive() {
        return None;
    }
    let last_month = own.due.keys().next_back().copied();
    let months = last_month.map_or(1, |last| months_to(now, last));
    let each = i128::from(own.outstanding.0) + i128::from(months) - 1;
    let each = i64::try_from(each / i128::from(months)).ok()?;
    Some(RepaymentPlan {
        months,
        last_month,
        each_month: Fen(each),
    })
}

/// How many months from one to another, both counted.
fn months_to(now: Month, last: Month) -> u64 {
    let mut count = 1;
    let mut month = now;
    while month < last {
        month = month.next();
        count += 1;
    }
    count
}
