//! 处置 in the report: the batches and what stands behind them, as plain rows with names.

use serde::{Deserialize, Serialize};

use crate::domain::{County, Date, Fen, Symbol, TownshipId};
use crate::indicators::dispositions::{self, Batch, Batches};
use crate::indicators::tally::{DUE_WINDOWS, Sum};
use crate::policy::book::Book;
use crate::policy::disposition::Holds;
use crate::policy::verdict::Unknown;

pub use crate::policy::disposition::{Disposition, ExtensionCondition, RenewalCondition};
pub use crate::policy::money_source::MoneySource;
pub use crate::policy::standing::{DaySource, Duty, Milestone, State as StandingState, Step};

/// Loans and their balance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loans {
    /// How many.
    pub loans: u64,
    /// 贷款余额
    pub outstanding_principal: Fen,
}

impl From<Sum> for Loans {
    fn from(sum: Sum) -> Loans {
        Loans {
            loans: sum.loans,
            outstanding_principal: sum.amount,
        }
    }
}

/// Whether a condition of 续贷 or 展期 holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "holds", content = "lacks", rename_all = "snake_case")]
pub enum Outcome {
    /// 符合
    Met,
    /// 不符合
    NotMet,
    /// 待核实
    Unknown(Unknown),
}

impl From<Holds> for Outcome {
    fn from(holds: Holds) -> Outcome {
        match holds {
            Holds::Met => Outcome::Met,
            Holds::NotMet => Outcome::NotMet,
            Holds::Unknown(unknown) => Outcome::Unknown(unknown),
        }
    }
}

/// One batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchRow {
    /// Which way its loans go.
    pub disposition: Disposition,
    /// All of them.
    pub loans: Loans,
    /// Distinct households; one may have loans in several batches.
    pub households: u64,
    /// Of these, from other money.
    pub other_money: Loans,
    /// Of these, from money that cannot be told.
    pub unknown_money: Loans,
    /// Of these, past their deadline.
    pub late: Loans,
    /// Of these, whose deadline only the county can give.
    pub undated: Loans,
    /// The first deadline that is not past.
    pub first_deadline: Option<Date>,
}

/// Loans of one standing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingRow {
    /// What they are.
    pub state: StandingState,
    /// All of them.
    pub loans: Loans,
    /// Distinct households.
    pub households: u64,
}

/// A batch of one township and lender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkGroup {
    /// 乡镇
    pub township: String,
    /// 承贷银行
    pub lender: String,
    /// The batch.
    pub batch: BatchRow,
}

/// What must happen on a day of the coming week, in one township.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyRow {
    /// The last day for it.
    pub by: Date,
    /// What.
    pub duty: Duty,
    /// 乡镇
    pub township: String,
    /// Of which loans.
    pub loans: Loans,
}

/// What falls due soon in one township.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderRow {
    /// 乡镇
    pub township: String,
    /// Within 30, 60 and 90 days, each with those before it.
    pub within: Vec<Loans>,
}

/// What has to be found out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingRow {
    /// What.
    pub unknown: Unknown,
    /// Of which loans to be looked into.
    pub loans: Loans,
}

/// Which way all loans go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispositionReport {
    /// The nine batches; they add up to the register.
    pub batches: Vec<BatchRow>,
    /// What the loans are; they add up to the register.
    pub standings: Vec<StandingRow>,
    /// By township, lender and disposition, in this order; what needs nothing is left out.
    pub work: Vec<WorkGroup>,
    /// What must happen in the coming seven days, in the order of the days.
    pub week: Vec<DutyRow>,
    /// The windows of [`ReminderRow::within`], in days.
    pub windows: Vec<u32>,
    /// What falls due soon, by township.
    pub reminders: Vec<ReminderRow>,
    /// What has to be found out, the commonest first.
    pub missing: Vec<MissingRow>,
    /// Overdue out of malice, for those inside only.
    pub candidates: Loans,
    /// 隐性不良
    pub hidden: Loans,
}

/// Counts a book's loans.
pub fn dispositions(book: &Book<'_>) -> DispositionReport {
    let counted = dispositions::dispositions(book);
    let county = book.county();
    let township = |id: TownshipId| county.places.township_name(id);
    let standings = StandingState::ALL.into_iter().zip(counted.standings);
    let mut week: Vec<DutyRow> = counted
        .week
        .iter()
        .map(|(&(by, duty, place), sum)| DutyRow {
            by,
            duty,
            township: township(place),
            loans: (*sum).into(),
        })
        .collect();
    week.sort_by(|a, b| (a.by, a.duty, &a.township).cmp(&(b.by, b.duty, &b.township)));
    let mut reminders: Vec<ReminderRow> = counted
        .reminders
        .iter()
        .map(|(place, within)| ReminderRow {
            township: township(*place),
            within: within.iter().map(|sum| (*sum).into()).collect(),
        })
        .collect();
    reminders.sort_by(|a, b| a.township.cmp(&b.township));
    let mut missing: Vec<MissingRow> = counted
        .missing
        .iter()
        .map(|(unknown, sum)| MissingRow {
            unknown: *unknown,
            loans: (*sum).into(),
        })
        .collect();
    missing.sort_by_key(|row| (std::cmp::Reverse(row.loans.loans), row.unknown));
    DispositionReport {
        batches: batches(&counted.batches).collect(),
        standings: standings
            .map(|(state, group)| StandingRow {
                state,
                loans: group.sum.into(),
                households: group.households,
            })
            .collect(),
        work: work(county, counted.work.iter()),
        week,
        windows: DUE_WINDOWS.to_vec(),
        reminders,
        missing,
        candidates: counted.candidates.into(),
        hidden: counted.hidden.into(),
    }
}

fn batches(batches: &Batches) -> impl Iterator<Item = BatchRow> + '_ {
    let all = Disposition::ALL.into_iter().zip(batches);
    all.map(|(disposition, batch)| row(disposition, batch))
}

fn row(disposition: Disposition, batch: &Batch) -> BatchRow {
    BatchRow {
        disposition,
        loans: batch.group.sum.into(),
        households: batch.group.households,
        other_money: batch.other_money.into(),
        unknown_money: batch.unknown_money.into(),
        late: batch.late.into(),
        undated: batch.undated.into(),
        first_deadline: batch.first,
    }
}

fn work<'c>(
    county: &County,
    groups: impl Iterator<Item = (&'c (TownshipId, Symbol), &'c Batches)>,
) -> Vec<WorkGroup> {
    let mut work: Vec<WorkGroup> = groups
        .flat_map(|((township, lender), own)| {
            let batches = batches(own).filter(|batch| batch.loans.loans > 0);
            batches.map(|batch| WorkGroup {
                township: county.places.township_name(*township),
                lender: county.loans.lenders.text(*lender).into_owned(),
                batch,
            })
        })
        .collect();
    work.sort_by(|a, b| {
        let key = |row: &WorkGroup| row.batch.disposition;
        (&a.township, &a.lender, key(a)).cmp(&(&b.township, &b.lender, key(b)))
    });
    work
}
