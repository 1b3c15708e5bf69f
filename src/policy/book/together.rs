//! What a household's loans make together: more than one household may have, or several classes.

use std::collections::{HashMap, HashSet};

use crate::domain::{Date, Fen, Field, HouseholdId, RiskClass};
use crate::policy::parameters::Parameter;
use crate::policy::verdict::Unknown;

use super::{Book, Case};

/// A household with more than it may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excess {
    /// The last day on which a loan came to what was too much.
    pub day: Date,
    /// 贷款金额 of the loans of up to that day that are still owed.
    pub total: Fen,
    /// How much one household may have on that day.
    pub limit: Fen,
    /// How many loans they are.
    pub loans: u32,
}

#[derive(Clone, Copy, Default)]
struct HouseholdLimit {
    excess: Option<Excess>,
    /// The last day whose limit is not known.
    unknown_on: Option<Date>,
}

/// The households of which there is something to say.
#[derive(Default)]
pub(super) struct Limits {
    of_household: HashMap<u32, HouseholdLimit>,
    /// Rows of loans that another loan of the household has renewed which it owes; they do not count a second time.
    renewed: HashSet<u32>,
}

impl Limits {
    pub(super) fn of(&self, case: &Case<'_>) -> Result<Option<Excess>, Unknown> {
        if self.of_household.is_empty() || self.renewed.contains(&(case.row as u32)) {
            return Ok(None);
        }
        let Some(of) = self.of_household.get(&case.loan.household.0) else {
            return Ok(None);
        };
        let from = case.loan.disbursement_date;
        let excess = of.excess.filter(|excess| excess.day >= from);
        let is_unknown = of.unknown_on.is_some_and(|day| day >= from);
        if excess.is_none() && is_unknown {
            return Err(Unknown::Parameter(Parameter::HouseholdLimit));
        }
        Ok(excess)
    }
}

/// Looks at the loans of every household that it still owes.
pub(super) fn limits(book: &Book<'_>) -> Limits {
    let mut limits = Limits {
        renewed: renewed(book),
        ..Limits::default()
    };
    let mut owed: Vec<(Date, Fen)> = Vec::new();
    for household in may_exceed(book) {
        owed.clear();
        let rows = book.rows_of(HouseholdId(household)).iter();
        for row in rows.filter(|row| !limits.renewed.contains(*row)) {
            let loan = book.case(*row as usize).loan;
            if loan.is_outstanding() {
                owed.push((loan.disbursement_date, loan.disbursed_principal));
            }
        }
        let of = limit_of(book, &mut owed);
        if of.excess.is_some() || of.unknown_on.is_some() {
            limits.of_household.insert(household, of);
        }
    }
    limits
}

/// The households that owe more than the least that any day's limit is; all that owe, where some day's is not known.
fn may_exceed(book: &Book<'_>) -> impl Iterator<Item = u32> + use<> {
    let least = least_limit(book);
    let mut owed = vec![0_i64; book.county.households.len()];
    book.each(|case| {
        let own = owed.get_mut(case.loan.household.0 as usize);
        if let Some(own) = own.filter(|_| case.loan.is_outstanding()) {
            *own = own.saturating_add(case.loan.disbursed_principal.0.max(0));
        }
    });
    let all = (0_u32..).zip(owed);
    all.filter_map(move |(household, own)| {
        least.is_none_or(|least| own > least).then_some(household)
    })
}

/// The least limit of any day; none where that of some loan's day is not known.
fn least_limit(book: &Book<'_>) -> Option<i64> {
    let days = book.county.loans.disbursement_dates().iter();
    book.rulebook
        .value(Parameter::HouseholdLimit, *days.min()?)?;
    let mut least = i64::MAX;
    for limit in book.rulebook.values(Parameter::HouseholdLimit) {
        least = least.min(limit.value?);
    }
    Some(least)
}

fn limit_of(book: &Book<'_>, owed: &mut [(Date, Fen)]) -> HouseholdLimit {
    owed.sort_unstable();
    let mut said = HouseholdLimit::default();
    let mut total = Fen::ZERO;
    for (at, (day, principal)) in owed.iter().enumerate() {
        total += *principal;
        let is_last_of_day = owed.get(at + 1).is_none_or(|(next, _)| next != day);
        if !is_last_of_day {
            continue;
        }
        match book.rulebook.value(Parameter::HouseholdLimit, *day) {
            None => said.unknown_on = Some(*day),
            Some(limit) if total.0 > limit => {
                said.excess = Some(Excess {
                    day: *day,
                    total,
                    limit: Fen(limit),
                    loans: at as u32 + 1,
                });
            }
            Some(_) => {}
        }
    }
    said
}

/// Rows of the loans of which the household owes the renewal as well. What was renewed by a loan that is repaid stands for
/// itself again; a loan cannot renew one that was made after it.
fn renewed(book: &Book<'_>) -> HashSet<u32> {
    if !book.has_column(Field::RenewedFrom) {
        return HashSet::new();
    }
    let owed = book.cases().filter(|case| case.loan.is_outstanding());
    owed.filter_map(|case| renewed_by(&case))
        .map(|before| before.row as u32)
        .collect()
}

/// The household's loan that a loan names as the one it renewed.
fn renewed_by<'b>(case: &Case<'b>) -> Option<Case<'b>> {
    let before = case.book.case(case.renewed_row()?);
    let is_same = before.loan.household == case.loan.household;
    let key = |case: &Case<'_>| (case.loan.disbursement_date, case.row);
    (is_same && key(&before) < key(case)).then_some(before)
}

/// A bit for a loan whose class is not known, and one for more than one loan.
const UNKNOWN: u8 = 1 << 5;
const SEVERAL: u8 = 1 << 6;
/// A bit for any loan at all.
const ANY: u8 = 1 << 7;

/// By household, a bit for each class in which a loan that it owes is reported.
pub(super) fn classes(book: &Book<'_>) -> Vec<u8> {
    let mut all = vec![0_u8; book.county.households.len()];
    book.each(|case| {
        let mask = all.get_mut(case.loan.household.0 as usize);
        if let Some(mask) = mask.filter(|_| case.loan.is_outstanding()) {
            if *mask & ANY != 0 {
                *mask |= SEVERAL;
            }
            *mask |= ANY | case.loan.reported_class.map_or(UNKNOWN, bit);
        }
    });
    all
}

fn bit(class: RiskClass) -> u8 {
    1 << class as u8
}

pub(super) fn in_several_classes(mask: Option<u8>) -> Result<Option<bool>, Unknown> {
    let Some(mask) = mask.filter(|mask| mask & SEVERAL != 0) else {
        return Ok(None);
    };
    let known = (mask & (UNKNOWN - 1)).count_ones();
    match (known, mask & UNKNOWN != 0) {
        (2.., _) => Ok(Some(true)),
        (_, true) => Err(Unknown::Fact(Field::RiskClass)),
        (_, false) => Ok(Some(false)),
    }
}
