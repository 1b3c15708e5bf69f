//! A rate with its numerator and denominator, rounded once and in one place. Only this layer makes one.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::Fen;

/// What a rate counts: money or things.
pub trait Quantity: Copy {
    /// As a whole number of its smallest unit (fen, or one thing).
    fn whole(self) -> i64;
}

impl Quantity for Fen {
    fn whole(self) -> i64 {
        self.0
    }
}

impl Quantity for u64 {
    fn whole(self) -> i64 {
        // Counts of rows: far below 2^63.
        i64::try_from(self).unwrap_or(i64::MAX)
    }
}

/// Why a figure is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// The denominator is zero.
    NothingToDivideBy,
    /// No roster was given.
    NoRoster,
    /// No loan file was given.
    NoLoans,
    /// Some settled loans of the group have no settlement date, so on-time repayment cannot be told.
    NoSettlementDate,
    /// Of some payouts of the group no sum is told, so nothing can be added back.
    NoPayoutSum,
}

/// Hundredths of a percent, rounded half away from zero: 3.33 % is 333. Written `"3.33"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(pub i64);

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Fen(self.0).fmt(f)
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Percent, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Fen::from_str(&text)
            .map(|fen| Percent(fen.0))
            .map_err(serde::de::Error::custom)
    }
}

/// A part of a whole: both are kept, exact; the rounded text stands beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate<N> {
    /// The part; none if it is unknown.
    pub numerator: Option<N>,
    /// The whole; none if it is unknown.
    pub denominator: Option<N>,
    /// Part ÷ whole in percent; none where there is no such figure.
    pub percent: Option<Percent>,
    /// Why there is no such figure.
    pub missing: Option<Missing>,
}

impl<N: Quantity> Rate<N> {
    /// The rate of a known part in a known whole.
    pub(super) fn of(numerator: N, denominator: N) -> Rate<N> {
        let percent = quotient(numerator.whole(), denominator.whole(), 10_000).map(Percent);
        Rate {
            numerator: Some(numerator),
            denominator: Some(denominator),
            percent,
            missing: percent.is_none().then_some(Missing::NothingToDivideBy),
        }
    }

    /// A rate whose part is unknown; its whole may be known.
    pub(super) fn unknown(denominator: Option<N>, missing: Missing) -> Rate<N> {
        Rate {
            numerator: None,
            denominator,
            percent: None,
            missing: Some(missing),
        }
    }

    /// Compares two rates exactly, by their parts and wholes; a rate that is not there comes after every other.
    pub fn compare(&self, other: &Rate<N>) -> Ordering {
        match (self.exact(), other.exact()) {
            (Some((a, b)), Some((c, d))) => (a * d).cmp(&(c * b)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
    }

    /// Whether the exact rate is at least so many hundredths of a percent; none if there is no rate.
    pub fn reaches(&self, hundredths: i64) -> Option<bool> {
        let (part, whole) = self.exact()?;
        Some(part * 10_000 >= whole * i128::from(hundredths))
    }

    /// Whether the exact rate is so many hundredths of a percent; none if there is no rate.
    pub fn is_exactly(&self, hundredths: i64) -> Option<bool> {
        let (part, whole) = self.exact()?;
        Some(part * 10_000 == whole * i128::from(hundredths))
    }

    /// Part ÷ whole in hundredths, half away from zero; none if there is no rate.
    pub fn hundredfold(&self) -> Option<i64> {
        quotient(self.numerator?.whole(), self.denominator?.whole(), 100)
    }

    /// Whether the exact rate is zero; none if there is no rate.
    pub fn is_zero(&self) -> Option<bool> {
        self.exact().map(|(part, _)| part == 0)
    }

    fn exact(&self) -> Option<(i128, i128)> {
        self.percent?;
        Some((
            i128::from(self.numerator?.whole()),
            i128::from(self.denominator?.whole()),
        ))
    }
}

/// A sum shared among a count: average loan, average balance of a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mean {
    /// The sum.
    pub total: Fen,
    /// The count.
    pub count: u64,
    /// Sum ÷ count, to the fen, half away from zero; none where the count is zero.
    pub value: Option<Fen>,
    /// Why there is no such figure.
    pub missing: Option<Missing>,
}

impl Mean {
    /// The mean of a known sum among a known count.
    pub(super) fn of(total: Fen, count: u64) -> Mean {
        let value = quotient(total.0, count.whole(), 1).map(Fen);
        Mean {
            total,
            count,
            value,
            missing: value.is_none().then_some(Missing::NothingToDivideBy),
        }
    }
}

/// `part × scale ÷ whole` as a whole number, half away from zero (四舍五入); none where the whole is not positive.
fn quotient(part: i64, whole: i64, scale: i64) -> Option<i64> {
    if whole <= 0 {
        return None;
    }
    let exact = Decimal::from(part)
        .checked_mul(Decimal::from(scale))?
        .checked_div(Decimal::from(whole))?;
    exact
        .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
        .try_into()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(part: u64, whole: u64) -> String {
        Rate::of(part, whole)
            .percent
            .map_or_else(|| "none".to_owned(), |p| p.to_string())
    }

    #[test]
    fn a_rate_is_rounded_half_away_from_zero() {
        assert_eq!(percent(1, 8), "12.50");
        assert_eq!(percent(1, 800), "0.13");
        assert_eq!(percent(3, 800), "0.38");
        assert_eq!(percent(302, 1996), "15.13");
        assert_eq!(percent(8, 40), "20.00");
        assert_eq!(percent(1, 3), "33.33");
        assert_eq!(percent(2, 3), "66.67");
        assert_eq!(Rate::of(Fen(-1), Fen(800)).percent, Some(Percent(-13)));
    }

    #[test]
    fn a_rate_of_nothing_is_no_rate_and_says_why() {
        let rate = Rate::of(0_u64, 0);
        assert_eq!(
            (rate.percent, rate.missing),
            (None, Some(Missing::NothingToDivideBy))
        );
        assert_eq!((rate.numerator, rate.denominator), (Some(0), Some(0)));
    }

    #[test]
    fn rates_are_compared_exactly_and_not_as_rounded() {
        let (a, b) = (Rate::of(100_001_u64, 300_000), Rate::of(1_u64, 3));
        assert_eq!(a.percent, b.percent);
        assert_eq!(a.compare(&b), Ordering::Greater);
        assert_eq!(b.compare(&Rate::of(0, 0)), Ordering::Less);
        assert_eq!(Rate::of(3_u64, 100).reaches(300), Some(true));
        assert_eq!(
            Rate::of(2_999_999_u64, 100_000_000).reaches(300),
            Some(false)
        );
    }

    #[test]
    fn the_mean_is_exact_to_the_fen() {
        assert_eq!(Mean::of(Fen(1_300_000_000), 7171).value, Some(Fen(181_286)));
        assert_eq!(
            Mean::of(Fen(0), 0).missing,
            Some(Missing::NothingToDivideBy)
        );
    }
}
