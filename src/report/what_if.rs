//! What if: the rates on another day, or with loans collected, and which way the loans then go, beside those of the report;
//! never a second formula, only other loans or another day given to the same count and the same rules.

mod ways;

use serde::{Deserialize, Serialize};

use crate::domain::{County, Date, Fen, TownshipId};
use crate::indicators::collection::{fewest, least};
use crate::indicators::compute::figures;
use crate::policy::assumption::{Assumption, Collected};
use crate::policy::days_past_due::days_past_due;

use super::build::{counted, lenders, townships};
use super::{Figures, LenderRow, MonthRow, Settings, TownshipRow};

pub use crate::indicators::collection::Least;
pub use ways::{BatchSum, StandingSum, TownshipWays, Ways};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "if", rename_all = "snake_case")]
pub enum Question {
    /// The same loans as of another day.
    AsOf {
        /// The day.
        day: Date,
    },
    /// Nothing is paid, nothing newly lent until a later day.
    NothingPaid {
        /// The day; not before that of the report.
        until: Date,
    },
    /// The largest overdue loans are collected in full.
    LargestCollected {
        /// Only those of this township; none for the county's.
        township: Option<String>,
        /// How many.
        loans: u64,
    },
    /// As little is collected of what is overdue as brings the rate under a line.
    UnderLine {
        /// Whose rate, and of whose loans; none for the county's.
        township: Option<String>,
        /// 逾期率（金额） must be less than so many hundredths of a percent.
        line: u32,
    },
}

/// The figures under one view of the loans.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Standpoint {
    /// 统计时点
    pub as_of: Date,
    /// The county.
    pub total: Figures,
    /// By township, in the order of their names.
    pub townships: Vec<TownshipRow>,
    /// By lender.
    pub lenders: Vec<LenderRow>,
    /// By month of effective maturity.
    pub maturities: Vec<MonthRow>,
    /// Which way all loans go, and what they are.
    pub ways: Ways,
    /// The same by township, in the order of their names; one without a loan is left out.
    pub township_ways: Vec<TownshipWays>,
}

/// A loan that is assumed to be collected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectedLoan {
    /// Its row in the whole register.
    pub row: u64,
    /// 借据号
    pub loan_number: String,
    /// 户编号
    pub household_number: String,
    /// 乡镇
    pub township: String,
    /// 行政村
    pub village: String,
    /// 承贷银行
    pub lender: String,
    /// Days past due on the day of the report.
    pub days_past_due: u32,
    /// 贷款余额
    pub outstanding_principal: Fen,
    /// How much of it is collected.
    pub collected: Fen,
}

/// What is collected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collection {
    /// How many loans.
    pub loans: u64,
    /// The amount.
    pub amount: Fen,
    /// The loans, the largest first; at most [`Collection::LISTED`] in an answer, all of them in [`whole`].
    pub listed: Vec<CollectedLoan>,
}

impl Collection {
    /// How many loans an answer lists.
    pub const LISTED: usize = 1_000;
}

/// The answer: an assumption, never a fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WhatIf {
    /// What was asked.
    pub question: Question,
    /// As reported.
    pub before: Standpoint,
    /// As assumed.
    pub after: Standpoint,
    /// What it takes to come under the line, where that was asked.
    pub least: Option<Least>,
    /// What is assumed to be collected, where anything is.
    pub collection: Option<Collection>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoAnswer {
    /// The day lies before that of the report.
    DayIsPast,
    /// No file names the township.
    NoSuchTownship,
    /// There is no loan.
    NoLoans,
}

/// The figures under an assumption, by the count that makes the report.
fn standpoint(county: &County, assumption: &Assumption, settings: &Settings) -> Standpoint {
    let computed = counted(county, assumption, settings);
    let (ways, township_ways) = ways::of(county, assumption, settings);
    Standpoint {
        as_of: assumption.as_of(),
        total: figures(&computed.total, county.has_roster),
        townships: townships(county, &computed),
        lenders: lenders(county, &computed),
        maturities: computed.maturities,
        ways,
        township_ways,
    }
}

/// Answers a question about the county as of a day.
///
/// # Errors
/// Where the question cannot be asked of this county.
pub fn what_if(
    county: &County,
    as_of: Date,
    settings: &Settings,
    question: &Question,
) -> Result<WhatIf, NoAnswer> {
    answer(county, as_of, settings, question, Collection::LISTED)
}

/// The same answer with every loan that is taken as collected, for a file.
///
/// # Errors
/// Where the question cannot be asked of this county.
pub fn whole(
    county: &County,
    as_of: Date,
    settings: &Settings,
    question: &Question,
) -> Result<WhatIf, NoAnswer> {
    answer(county, as_of, settings, question, usize::MAX)
}

fn answer(
    county: &County,
    as_of: Date,
    settings: &Settings,
    question: &Question,
    listed: usize,
) -> Result<WhatIf, NoAnswer> {
    if county.loans.is_empty() {
        return Err(NoAnswer::NoLoans);
    }
    let before = standpoint(county, &Assumption::none(as_of), settings);
    let (least, collected) = match question {
        Question::AsOf { .. } => (None, None),
        Question::NothingPaid { until } if *until < as_of => return Err(NoAnswer::DayIsPast),
        Question::NothingPaid { .. } => (None, None),
        Question::LargestCollected { township, loans } => {
            let overdue = overdue(county, as_of, find(county, township.as_deref())?);
            let count = usize::try_from(*loans).unwrap_or(usize::MAX);
            (None, Some(overdue.into_iter().take(count).collect()))
        }
        Question::UnderLine { township, line } => {
            let place = find(county, township.as_deref())?;
            let (least, collected) = under(county, as_of, place, &before, *line);
            (Some(least), collected)
        }
    };
    let day = match question {
        Question::AsOf { day } => *day,
        Question::NothingPaid { until } => *until,
        _ => as_of,
    };
    let collection = collected
        .as_ref()
        .map(|collected| collection(county, as_of, collected, listed));
    let assumption = match collected {
        Some(collected) => Assumption::collecting(day, collected),
        None => Assumption::none(day),
    };
    Ok(WhatIf {
        question: question.clone(),
        after: standpoint(county, &assumption, settings),
        before,
        least,
        collection,
    })
}

/// The township that is meant; none for the county.
fn find(county: &County, township: Option<&str>) -> Result<Option<TownshipId>, NoAnswer> {
    let found = township.map(|name| {
        county
            .places
            .find_township(name)
            .ok_or(NoAnswer::NoSuchTownship)
    });
    found.transpose()
}

/// The overdue loans of a place, the largest first, of equal ones that with the lower number; each with all that it owes.
fn overdue(county: &County, as_of: Date, place: Option<TownshipId>) -> Vec<Collected> {
    let fits = |village| place.is_none_or(|place| county.places.township_of(village) == place);
    let mut overdue: Vec<Collected> = county
        .loans
        .iter()
        .enumerate()
        .filter(|(_, loan)| {
            fits(loan.village) && days_past_due(loan, as_of).is_some_and(|days| days > 0)
        })
        .map(|(row, loan)| Collected {
            row,
            amount: loan.outstanding_principal,
        })
        .collect();
    overdue.sort_by_cached_key(|one| (std::cmp::Reverse(one.amount), county.loans.number(one.row)));
    overdue
}

/// The least amount that brings a place under a line, and the fewest loans that have it; of the last of them only what is
/// still needed.
fn under(
    county: &County,
    as_of: Date,
    place: Option<TownshipId>,
    before: &Standpoint,
    line: u32,
) -> (Least, Option<Vec<Collected>>) {
    let name = place.map(|place| county.places.township_name(place));
    let of_place = before
        .townships
        .iter()
        .find(|row| Some(&row.township) == name.as_ref())
        .map(|row| &row.figures);
    let rate = match (&name, of_place) {
        (None, _) => before.total.overdue_by_amount,
        (Some(_), Some(figures)) => figures.overdue_by_amount,
        (Some(_), None) => return (Least::NoBalance, None),
    };
    let (Some(part), Some(whole)) = (rate.numerator, rate.denominator) else {
        return (Least::NoBalance, None);
    };
    let least = least(part, whole, line);
    let Least::Collect { amount } = least else {
        return (least, None);
    };
    let mut loans = overdue(county, as_of, place);
    let count = fewest(loans.iter().map(|one| one.amount), amount);
    loans.truncate(count.unwrap_or(loans.len()));
    let sum: Fen = loans.iter().map(|one| one.amount).sum();
    if let Some(last) = loans.last_mut() {
        last.amount = last.amount - (sum - amount);
    }
    (least, Some(loans))
}

fn collection(county: &County, as_of: Date, collected: &[Collected], listed: usize) -> Collection {
    let listed = collected.iter().take(listed).map(|one| {
        let loan = county.loans.loan(one.row);
        let places = &county.places;
        CollectedLoan {
            row: one.row as u64,
            loan_number: county.loans.number(one.row),
            household_number: county.households.number(loan.household),
            township: places.township_name(places.township_of(loan.village)),
            village: places.village_name(loan.village),
            lender: county.loans.lenders.text(loan.lender).into_owned(),
            days_past_due: as_of
                .days_since(loan.effective_maturity_date())
                .max(0)
                .unsigned_abs(),
            outstanding_principal: loan.outstanding_principal,
            collected: one.amount,
        }
    });
    Collection {
        loans: collected.len() as u64,
        amount: collected.iter().map(|one| one.amount).sum(),
        listed: listed.collect(),
    }
}

#[cfg(test)]
mod tests;
