//! A dimension looked up for many loans: each of its values is a small number, so that a million loans are grouped by arrays.

use std::collections::BTreeSet;

use crate::domain::facts::Values;
use crate::domain::{
    Ability, AnnualRate, Cause, County, Date, FactWord, Field, Guarantee, Loan, LoanStatus, Month,
    PovertyStatus, Product, RenewalKind, RiskClass, Symbol, TownshipId, VillageId, Willingness,
};
use crate::indicators::tally::PastDue;
use crate::policy::book::Book;
use crate::policy::disposition::{self, Disposition};
use crate::policy::standing::{self, State};

use super::super::dimension::{AmountBand, Dimension, DimensionValue, DueBand};

/// The year before which no date of a register lies.
const FIRST_YEAR: i32 = 1900;
/// The years that a date of a register can lie in.
const YEARS: u32 = 300;

/// A dimension of a county's loans. Code 0 is what is not known; known values begin with 1.
pub(super) struct Coder<'c> {
    county: &'c County,
    by: By<'c>,
}

/// How the code of a loan is found.
enum By<'c> {
    Due,
    Class,
    /// 状态; none where the rules are not asked.
    Standing(Option<&'c Book<'c>>),
    /// 处置建议, in the same way.
    Disposition(Option<&'c Book<'c>>),
    ReportedClass,
    Status,
    /// A word, whose kept value is its place among the words.
    Word {
        values: Values<'c>,
        words: u32,
        value: fn(usize) -> DimensionValue,
    },
    Renewal,
    Flag(Values<'c>),
    /// A text; the kept values that occur, in order.
    Text {
        values: Values<'c>,
        occurring: Vec<i64>,
    },
    Township,
    Village,
    Lender,
    Purpose,
    InRoster,
    Poverty,
    Year,
    Month,
    Rate {
        occurring: Vec<i64>,
    },
    Amount,
}

/// The value of a word's place.
fn word<W: FactWord>(wrap: fn(W) -> DimensionValue, at: usize) -> DimensionValue {
    W::ALL
        .get(at)
        .map_or(DimensionValue::Unknown, |word| wrap(*word))
}

/// The statuses in the order of their table.
const STATUSES: [LoanStatus; 5] = [
    LoanStatus::NotDue,
    LoanStatus::Overdue,
    LoanStatus::Settled,
    LoanStatus::PaidOut,
    LoanStatus::WrittenOff,
];

/// The statuses of households in the order of their table.
const POVERTY: [PovertyStatus; 7] = [
    PovertyStatus::InPoverty,
    PovertyStatus::LiftedWithSupport,
    PovertyStatus::LiftedWithoutSupport,
    PovertyStatus::ReturnedToPoverty,
    PovertyStatus::Removed,
    PovertyStatus::Monitored,
    PovertyStatus::NotRegistered,
];

impl<'c> By<'c> {
    fn of(dimension: Dimension, county: &'c County, book: Option<&'c Book<'c>>) -> By<'c> {
        let column = |field| county.loans.facts.values(field);
        let of_word = |field, words: usize, value| By::Word {
            values: column(field),
            words: words as u32,
            value,
        };
        match dimension {
            Dimension::DueBand => By::Due,
            Dimension::Class => By::Class,
            Dimension::Standing => By::Standing(book),
            Dimension::Disposition => By::Disposition(book),
            Dimension::ReportedClass => By::ReportedClass,
            Dimension::Status => By::Status,
            Dimension::Ability => of_word(Field::Ability, Ability::ALL.len(), |at| {
                word(DimensionValue::Ability, at)
            }),
            Dimension::Willingness => of_word(Field::Willingness, Willingness::ALL.len(), |at| {
                word(DimensionValue::Willingness, at)
            }),
            Dimension::Cause => of_word(Field::Cause, Cause::ALL.len(), |at| {
                word(DimensionValue::Cause, at)
            }),
            Dimension::Product => of_word(Field::Product, Product::ALL.len(), |at| {
                word(DimensionValue::Product, at)
            }),
            Dimension::Guarantee => of_word(Field::Guarantee, Guarantee::ALL.len(), |at| {
                word(DimensionValue::Guarantee, at)
            }),
            Dimension::RenewalKind => By::Renewal,
            Dimension::EnterpriseUse => By::Flag(column(Field::EnterpriseUse)),
            Dimension::Subsidised => By::Flag(column(Field::Subsidised)),
            Dimension::Enterprise => {
                let values = column(Field::EnterpriseCode);
                By::Text {
                    values,
                    occurring: occurring((0..county.loans.len()).map(|row| values.get(row))),
                }
            }
            Dimension::Township => By::Township,
            Dimension::Village => By::Village,
            Dimension::Lender => By::Lender,
            Dimension::Purpose => By::Purpose,
            Dimension::InRoster => By::InRoster,
            Dimension::PovertyStatus => By::Poverty,
            Dimension::DisbursementYear => By::Year,
            Dimension::MonthDue => By::Month,
            Dimension::InterestRate => By::Rate {
                occurring: occurring(county.loans.iter().map(|loan| rate(&loan))),
            },
            Dimension::AmountBand => By::Amount,
        }
    }
}

fn rate(loan: &Loan) -> Option<i64> {
    loan.annual_interest_rate.map(|rate| i64::from(rate.0))
}

/// The values that occur, in order. Most loans have the value of the loan before.
fn occurring(values: impl Iterator<Item = Option<i64>>) -> Vec<i64> {
    let mut all = BTreeSet::new();
    let mut last = None;
    for value in values {
        if value != last {
            last = value;
            all.extend(value);
        }
    }
    all.into_iter().collect()
}

/// The place of a value among those that occur, from 1.
#[inline]
fn place(occurring: &[i64], value: Option<i64>) -> u32 {
    value
        .and_then(|value| occurring.binary_search(&value).ok())
        .map_or(0, |at| at as u32 + 1)
}

/// The places of the calendar months, from 1.
fn month_code(date: Date) -> u32 {
    let month = date.month();
    let months = (month.year - FIRST_YEAR) * 12 + i32::from(month.month);
    u32::try_from(months).map_or(0, |code| code.min(YEARS * 12))
}

impl<'c> Coder<'c> {
    /// The coder of a dimension; the book is needed where the [dimension is decided](Dimension::is_decided).
    pub(super) fn of(
        dimension: Dimension,
        county: &'c County,
        book: Option<&'c Book<'c>>,
    ) -> Coder<'c> {
        Coder {
            county,
            by: By::of(dimension, county, book),
        }
    }

    /// The code of a loan.
    #[inline]
    pub(super) fn code(&self, row: usize, loan: &Loan, past_due: PastDue, as_of: Date) -> u32 {
        let settled_or = |code: u32| if loan.is_outstanding() { code } else { 0 };
        let flag = |is_so: bool| 1 + u32::from(!is_so);
        match &self.by {
            By::Due => {
                let days = loan.effective_maturity_date().days_since(as_of);
                settled_or(1 + DueBand::of(days) as u32)
            }
            By::Class => past_due.past_due.map_or(0, |(_, class)| 1 + class as u32),
            By::Standing(book) => {
                book.map_or(0, |book| 1 + standing::of(&book.case(row)).state as u32)
            }
            By::Disposition(book) => book.map_or(0, |book| {
                1 + disposition::of(&book.case(row)).disposition as u32
            }),
            By::ReportedClass => loan.reported_class.map_or(0, |class| 1 + class as u32),
            By::Status => loan.status.map_or(0, |status| 1 + status as u32),
            By::Word { values, words, .. } => {
                let at = values.get(row).and_then(|at| u32::try_from(at).ok());
                at.filter(|at| at < words).map_or(0, |at| at + 1)
            }
            By::Renewal => {
                let kind = self.county.loans.renewal_kind(row);
                kind.map_or(0, |kind| 1 + kind as u32)
            }
            By::Flag(values) => values.get(row).map_or(0, |value| flag(value != 0)),
            By::Text { values, occurring } => place(occurring, values.get(row)),
            By::Township => self.county.places.township_of(loan.village).0 + 1,
            By::Village => loan.village.0 + 1,
            By::Lender => loan.lender.0 + 1,
            By::Purpose => loan.purpose.map_or(0, |purpose| purpose.0 + 1),
            By::InRoster => match self.county.has_roster {
                true => flag(self.county.households.is_in_roster(loan.household)),
                false => 0,
            },
            By::Poverty => {
                let households = &self.county.households;
                let is_in = households.is_in_roster(loan.household);
                let status = is_in.then(|| households.facts(loan.household).poverty_status);
                status.flatten().map_or(0, |status| 1 + status as u32)
            }
            By::Year => {
                let year = loan.disbursement_date.ymd().0 - FIRST_YEAR + 1;
                u32::try_from(year).map_or(0, |code| code.min(YEARS))
            }
            By::Month => month_code(loan.effective_maturity_date()),
            By::Rate { occurring } => place(occurring, rate(loan)),
            By::Amount => 1 + AmountBand::of(loan.disbursed_principal) as u32,
        }
    }

    /// How many codes there are, that of the unknown among them.
    pub(super) fn size(&self) -> u32 {
        let known = match &self.by {
            By::Due => DueBand::ALL.len() as u32,
            By::Class | By::ReportedClass => RiskClass::ALL.len() as u32,
            By::Standing(_) => State::ALL.len() as u32,
            By::Disposition(_) => Disposition::ALL.len() as u32,
            By::Status => STATUSES.len() as u32,
            By::Word { words, .. } => *words,
            By::Renewal => RenewalKind::ALL.len() as u32,
            By::Flag(_) | By::InRoster => 2,
            By::Text { occurring, .. } | By::Rate { occurring } => occurring.len() as u32,
            By::Township => self.county.places.township_count() as u32,
            By::Village => self.county.places.village_count() as u32,
            By::Lender => self.county.loans.lenders.len() as u32,
            By::Purpose => self.county.loans.purposes.len() as u32,
            By::Poverty => POVERTY.len() as u32,
            By::Year => YEARS,
            By::Month => YEARS * 12,
            By::Amount => AmountBand::ALL.len() as u32,
        };
        known + 1
    }

    /// The value of a code.
    pub(super) fn value(&self, code: u32) -> DimensionValue {
        let Some(at) = code.checked_sub(1) else {
            return match self.by {
                By::Due | By::Class => DimensionValue::Settled,
                _ => DimensionValue::Unknown,
            };
        };
        self.known_value(at).unwrap_or(DimensionValue::Unknown)
    }

    fn known_value(&self, at: u32) -> Option<DimensionValue> {
        let (county, place) = (self.county, at as usize);
        let text = |text: std::borrow::Cow<'_, str>| DimensionValue::Text(text.into_owned());
        Some(match &self.by {
            By::Due => DimensionValue::Due(*DueBand::ALL.get(place)?),
            By::Class | By::ReportedClass => DimensionValue::Class(*RiskClass::ALL.get(place)?),
            By::Standing(_) => DimensionValue::Standing(*State::ALL.get(place)?),
            By::Disposition(_) => DimensionValue::Disposition(*Disposition::ALL.get(place)?),
            By::Status => DimensionValue::Status(*STATUSES.get(place)?),
            By::Word { value, .. } => value(place),
            By::Renewal => DimensionValue::Renewal(*RenewalKind::ALL.get(place)?),
            By::Flag(_) | By::InRoster => DimensionValue::Flag(at == 0),
            By::Text { occurring, .. } => {
                let value = *occurring.get(place)?;
                DimensionValue::Text(county.loans.facts.text_of(value)?.to_owned())
            }
            By::Township => DimensionValue::Text(county.places.township_name(TownshipId(at))),
            By::Village => {
                let places = &county.places;
                let village = VillageId(at);
                let township = places.township_name(places.township_of(village));
                DimensionValue::Village(township, places.village_name(village))
            }
            By::Lender => text(county.loans.lenders.text(Symbol(at))),
            By::Purpose => text(county.loans.purposes.text(Symbol(at))),
            By::Poverty => DimensionValue::Poverty(*POVERTY.get(place)?),
            By::Year => DimensionValue::Year(FIRST_YEAR + i32::try_from(at).ok()?),
            By::Month => DimensionValue::Month(Month {
                year: FIRST_YEAR + i32::try_from(at / 12).ok()?,
                month: (at % 12) as u8 + 1,
            }),
            By::Rate { occurring } => {
                let rate = i32::try_from(*occurring.get(place)?).ok()?;
                DimensionValue::Rate(AnnualRate(rate))
            }
            By::Amount => DimensionValue::Amount(*AmountBand::ALL.get(place)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_at_the_places_by_which_they_are_found() {
        for (at, status) in STATUSES.iter().enumerate() {
            assert_eq!(*status as usize, at);
        }
        for (at, status) in POVERTY.iter().enumerate() {
            assert_eq!(*status as usize, at);
        }
        for (at, state) in State::ALL.iter().enumerate() {
            assert_eq!(*state as usize, at);
        }
        for (at, way) in Disposition::ALL.iter().enumerate() {
            assert_eq!(*way as usize, at);
        }
        for (at, band) in DueBand::ALL.iter().enumerate() {
            assert_eq!(*band as usize, at);
        }
        for (at, band) in AmountBand::ALL.iter().enumerate() {
            assert_eq!(*band as usize, at);
        }
    }

    #[test]
    fn every_dimension_says_the_first_and_last_of_its_values_of_an_empty_county() {
        let county = County::default();
        for dimension in Dimension::ALL {
            let coder = Coder::of(*dimension, &county, None);
            let unknown = coder.value(0);
            assert!(matches!(
                unknown,
                DimensionValue::Unknown | DimensionValue::Settled
            ));
            let known: BTreeSet<DimensionValue> =
                (1..coder.size()).map(|at| coder.value(at)).collect();
            assert_eq!(known.len() as u32 + 1, coder.size(), "{dimension:?}");
        }
    }
}
