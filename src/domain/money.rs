//! Money, exact to the fen.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An amount of money in fen (1/100 yuan). Written as yuan with two decimals: `"50000.00"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fen(pub i64);

impl Fen {
    /// No money at all: an amount that is known and is nothing, never one that is unknown.
    pub const ZERO: Fen = Fen(0);

    /// Whether the amount is more than nothing.
    pub fn is_positive(self) -> bool {
        self.0 > 0
    }
}

impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", fen / 100, fen % 100)
    }
}

/// A text that is not yuan with two decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotYuan;

impl fmt::Display for NotYuan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an amount in yuan with two decimals")
    }
}

impl FromStr for Fen {
    type Err = NotYuan;

    /// Reads what [`fmt::Display`] writes and nothing else.
    fn from_str(text: &str) -> Result<Fen, NotYuan> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (yuan, fen) = digits.split_once('.').ok_or(NotYuan)?;
        let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(yuan) || fen.len() != 2 || !all_digits(fen) {
            return Err(NotYuan);
        }
        let yuan: i64 = yuan.parse().map_err(|_| NotYuan)?;
        let fen: i64 = fen.parse().map_err(|_| NotYuan)?;
        let amount = yuan
            .checked_mul(100)
            .and_then(|y| y.checked_add(fen))
            .ok_or(NotYuan)?;
        Ok(Fen(if negative { -amount } else { amount }))
    }
}

impl Serialize for Fen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fen, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl Add for Fen {
    type Output = Fen;
    fn add(self, other: Fen) -> Fen {
        Fen(self.0 + other.0)
    }
}

impl AddAssign for Fen {
    fn add_assign(&mut self, other: Fen) {
        self.0 += other.0;
    }
}

impl Sub for Fen {
    type Output = Fen;
    fn sub(self, other: Fen) -> Fen {
        Fen(self.0 - other.0)
    }
}

impl Sum for Fen {
    fn sum<I: Iterator<Item = Fen>>(amounts: I) -> Fen {
        amounts.fold(Fen::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_written_as_yuan_with_two_decimals_and_read_back() {
        for (fen, text) in [
            (0, "0.00"),
            (5, "0.05"),
            (5_000_000, "50000.00"),
            (-1, "-0.01"),
        ] {
            assert_eq!(Fen(fen).to_string(), text);
            assert_eq!(text.parse(), Ok(Fen(fen)));
        }
    }

    #[test]
    fn nothing_but_two_decimals_is_an_amount() {
        for text in [
            "", "5", "5.0", "5.000", "+5.00", "5,000.00", " 5.00", ".00", "1e2.00",
        ] {
            assert_eq!(text.parse::<Fen>(), Err(NotYuan), "{text}");
        }
    }
}
