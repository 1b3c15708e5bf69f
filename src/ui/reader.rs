//! How the person reads the page: the language and the unit of money.

use crate::report::{Fen, Mean, Missing, Rate};
use crate::text::number::{self, MoneyUnit};
use crate::text::{Lang, missing};

/// The language and the unit of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The language.
    pub lang: Lang,
    /// The unit of money.
    pub unit: MoneyUnit,
}

/// What a cell or a headline shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The figure or the name.
    pub text: String,
    /// Numerator and denominator, or why there is no figure; empty for what is neither rate nor mean.
    pub fraction: String,
    /// Whether there is a figure; rows without one come last in any order.
    pub is_missing: bool,
    /// A style of its own, such as the colour of a class; empty for none.
    pub class: &'static str,
}

impl Shown {
    /// A text that is no figure.
    pub fn text(text: impl Into<String>) -> Shown {
        Shown {
            text: text.into(),
            ..Shown::default()
        }
    }
}

impl Reader {
    /// A sum of money.
    pub fn money(self, amount: Fen) -> Shown {
        Shown::text(number::money(amount, self.unit))
    }

    /// A sum of money to the fen, whatever the unit: of payments, which would vanish in the decimals of ten thousand yuan.
    pub fn money_to_the_fen(self, amount: Fen) -> Shown {
        Shown::text(number::money_to_the_fen(amount, self.unit))
    }

    /// A number of things.
    pub fn count(self, count: u64) -> Shown {
        Shown::text(number::count(count))
    }

    /// A number of things that may be unknown.
    pub fn count_if_known(self, count: Option<u64>) -> Shown {
        match count {
            Some(count) => self.count(count),
            None => self.missing(None),
        }
    }

    /// A rate of counts with its parts.
    pub fn rate_of_counts(self, rate: &Rate<u64>) -> Shown {
        match rate.percent {
            Some(_) => Shown {
                text: number::percent(rate.percent),
                fraction: number::count_fraction(rate),
                ..Shown::default()
            },
            None => self.missing(rate.missing),
        }
    }

    /// A rate of money with its parts.
    pub fn rate_of_money(self, rate: &Rate<Fen>) -> Shown {
        match rate.percent {
            Some(_) => Shown {
                text: number::percent(rate.percent),
                fraction: self.money_parts(rate),
                ..Shown::default()
            },
            None => self.missing(rate.missing),
        }
    }

    /// The part of a rate of money, with the whole beside it.
    pub fn part_of_money(self, rate: &Rate<Fen>) -> Shown {
        match rate.numerator {
            Some(part) => Shown {
                text: number::money(part, self.unit),
                fraction: self.money_parts(rate),
                ..Shown::default()
            },
            None => self.missing(rate.missing),
        }
    }

    /// A mean with its sum and count.
    pub fn mean(self, mean: &Mean) -> Shown {
        match mean.value {
            Some(value) => Shown {
                text: number::money(value, self.unit),
                fraction: format!(
                    "{} {} / {}",
                    number::money(mean.total, self.unit),
                    self.unit.name(self.lang),
                    number::count(mean.count)
                ),
                ..Shown::default()
            },
            None => self.missing(mean.missing),
        }
    }

    /// What stands where there is no figure: a dash, and the reason beside it.
    pub fn missing(self, reason: Option<Missing>) -> Shown {
        Shown {
            text: number::percent(None),
            fraction: reason
                .map(|reason| missing::reason(reason).of(self.lang).to_owned())
                .unwrap_or_default(),
            is_missing: true,
            ..Shown::default()
        }
    }

    fn money_parts(self, rate: &Rate<Fen>) -> String {
        format!(
            "{} {}",
            number::money_fraction(rate, self.unit),
            self.unit.name(self.lang)
        )
    }
}
