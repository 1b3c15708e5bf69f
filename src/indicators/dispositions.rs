//! Which way all loans go, counted in one pass: by disposition, by standing, by township and lender, and what must happen
//! by which day. Households are distinct in every group.

use std::collections::BTreeMap;

use crate::domain::{Date, Fen, HouseholdId, Symbol, TownshipId};
use crate::policy::book::{Book, Case};
use crate::policy::disposition::{self, Decided, Disposition};
use crate::policy::money_source::{MoneySource, money_source};
use crate::policy::standing::{Duty, State};
use crate::policy::verdict::Unknown;

use super::tally::{DUE_WINDOWS, Sum};

/// The coming days whose duties are listed, the day of the report among them.
pub const WEEK: i32 = 7;

/// Loans of a group, their households and their balance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Loans and their balance.
    pub sum: Sum,
    /// Distinct households.
    pub households: u64,
}

/// Loans of one disposition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// All of them.
    pub group: Group,
    /// Of these, whose money is other money.
    pub other_money: Sum,
    /// Of these, whose money cannot be told.
    pub unknown_money: Sum,
    /// Of these, whose deadline is past.
    pub late: Sum,
    /// Of these, whose deadline only the county can give.
    pub undated: Sum,
    /// The first deadline that is not past.
    pub first: Option<Date>,
}

/// The batches of one township and lender, by disposition.
pub type Batches = [Batch; 9];

/// All loans of a township: which way they go, and what they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// By disposition.
    pub batches: [Sum; 9],
    /// By what they are, in the order of [`State::ALL`].
    pub standings: [Sum; 11],
}

/// Which way all loans go.
#[derive(Clone, Debug, Default)]
pub struct Dispositions {
    /// By disposition.
    pub batches: Batches,
    /// By what they are, in the order of [`State::ALL`].
    pub standings: [Group; 11],
    /// By township, those that need nothing among them.
    pub townships: Vec<Ways>,
    /// By township and lender.
    pub work: BTreeMap<(TownshipId, Symbol), Batches>,
    /// Duties of the coming days, by day, duty and township.
    pub week: BTreeMap<(Date, Duty, TownshipId), Sum>,
    /// By township, loans that fall due within each of [`DUE_WINDOWS`].
    pub reminders: BTreeMap<TownshipId, [Sum; 3]>,
    /// What has to be found out, and of how many loans to be looked into.
    pub missing: BTreeMap<Unknown, Sum>,
    /// Candidates for 失信, for those inside only.
    pub candidates: Sum,
    /// 隐性不良: non-performing by the days, and reported as better than that.
    pub hidden: Sum,
}

/// What counting households needs of a loan that was counted.
#[derive(Clone, Copy)]
struct Marked {
    disposition: u8,
    state: u8,
}

/// Counts all loans of a book.
pub fn dispositions(book: &Book<'_>) -> Dispositions {
    let mut all = Dispositions {
        townships: vec![Ways::default(); book.county().places.township_count()],
        ..Dispositions::default()
    };
    let mut marks = Vec::with_capacity(book.len());
    book.each(|case| {
        let decided = disposition::of(&case);
        all.add(&case, &decided);
        marks.push(Marked {
            disposition: decided.disposition as u8,
            state: decided.standing.state as u8,
        });
    });
    all.count_households(book, &marks);
    all
}

fn add(sum: &mut Sum, amount: Fen) {
    sum.loans += 1;
    sum.amount += amount;
}

impl Batch {
    fn add(&mut self, case: &Case<'_>, decided: &Decided, money: Option<MoneySource>) {
        let balance = case.loan.outstanding_principal;
        add(&mut self.group.sum, balance);
        match money {
            Some(MoneySource::Other) => add(&mut self.other_money, balance),
            Some(MoneySource::Unknown) => add(&mut self.unknown_money, balance),
            Some(MoneySource::PovertyRelief | MoneySource::Nobody) | None => {}
        }
        match decided.deadline.map(|deadline| deadline.by) {
            Some(Ok(day)) if day < case.as_of() => add(&mut self.late, balance),
            Some(Ok(day)) => self.first = Some(self.first.map_or(day, |first| first.min(day))),
            Some(Err(_)) => add(&mut self.undated, balance),
            None => {}
        }
    }
}

impl Dispositions {
    fn add(&mut self, case: &Case<'_>, decided: &Decided) {
        let balance = case.loan.outstanding_principal;
        let at = decided.disposition as usize;
        let is_to_be_done = decided.disposition != Disposition::NoAction;
        let money = is_to_be_done.then(|| money_source(case, case.as_of()).into());
        let state = decided.standing.state as usize;
        self.batches[at].add(case, decided, money);
        add(&mut self.standings[state].sum, balance);
        let township = township(case);
        if let Some(ways) = self.townships.get_mut(township.0 as usize) {
            add(&mut ways.batches[at], balance);
            add(&mut ways.standings[state], balance);
        }
        if is_to_be_done {
            let lender = case.loan.lender;
            let work = self.work.entry((township, lender)).or_default();
            work[at].add(case, decided, money);
            self.add_days(case, decided, township);
        }
        if decided.disposition == Disposition::LookInto {
            for unknown in decided.missing.iter() {
                add(self.missing.entry(unknown).or_default(), balance);
            }
        }
        if decided.is_candidate {
            add(&mut self.candidates, balance);
        }
        let arrears = decided.standing.arrears;
        let is_hidden = arrears.is_some_and(|arrears| {
            arrears.least.is_non_performing()
                && arrears
                    .reported_is_better
                    .is_some_and(|reported| !reported.is_non_performing())
        });
        if is_hidden {
            add(&mut self.hidden, balance);
        }
    }

    fn add_days(&mut self, case: &Case<'_>, decided: &Decided, township: TownshipId) {
        let balance = case.loan.outstanding_principal;
        let as_of = case.as_of();
        if let Some(deadline) = decided.deadline
            && let Ok(day) = deadline.by
            && (0..WEEK).contains(&day.days_since(as_of))
        {
            let key = (day, deadline.duty, township);
            add(self.week.entry(key).or_default(), balance);
        }
        if decided.standing.state == State::DueSoon {
            let left = case.loan.effective_maturity_date().days_since(as_of);
            let windows = self.reminders.entry(township).or_default();
            for (window, sum) in DUE_WINDOWS.iter().zip(windows) {
                if left <= *window as i32 {
                    add(sum, balance);
                }
            }
        }
    }

    fn count_households(&mut self, book: &Book<'_>, marks: &[Marked]) {
        let mut groups: Vec<(TownshipId, Symbol, u8)> = Vec::new();
        for household in 0..book.county().households.len() as u32 {
            let (mut dispositions, mut states) = (0_u16, 0_u16);
            groups.clear();
            for &row in book.rows_of(HouseholdId(household)) {
                let mark = marks[row as usize];
                dispositions |= 1 << mark.disposition;
                states |= 1 << mark.state;
                if mark.disposition != Disposition::NoAction as u8 {
                    let loan = book.case(row as usize).loan;
                    let township = book.county().places.township_of(loan.village);
                    groups.push((township, loan.lender, mark.disposition));
                }
            }
            for (at, batch) in self.batches.iter_mut().enumerate() {
                batch.group.households += u64::from(dispositions >> at & 1);
            }
            for (at, group) in self.standings.iter_mut().enumerate() {
                group.households += u64::from(states >> at & 1);
            }
            groups.sort_unstable();
            groups.dedup();
            for &(township, lender, disposition) in &groups {
                if let Some(batches) = self.work.get_mut(&(township, lender)) {
                    batches[usize::from(disposition)].group.households += 1;
                }
            }
        }
    }
}

fn township(case: &Case<'_>) -> TownshipId {
    case.book().county().places.township_of(case.loan.village)
}
