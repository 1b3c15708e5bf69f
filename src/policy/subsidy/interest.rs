//! Interest, exact until it is rounded once: for one loan and one period, to the fen, half away from zero (四舍五入).
//! Totals are sums of what was rounded here, so that they add up to the fen whichever year is chosen.

use crate::domain::{AnnualRate, Fen};

/// Parts of a rate: 1 is 1,000,000 of [`AnnualRate`].
const RATE_PARTS: u64 = 1_000_000;
/// Parts of a share: 100 % is 10,000.
const SHARE_PARTS: i64 = 10_000;

/// The same interest by both ways of counting a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    /// 360 days to the year.
    pub by_360: Fen,
    /// 365 days to the year.
    pub by_365: Fen,
}

/// How many days a year has for interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearDays {
    /// 360
    Banks,
    /// 365
    Calendar,
}

impl YearDays {
    /// The year of a parameter's value; none for any other number.
    pub fn of(days: i64) -> Option<YearDays> {
        match days {
            360 => Some(YearDays::Banks),
            365 => Some(YearDays::Calendar),
            _ => None,
        }
    }
}

impl Amounts {
    /// Nothing at all.
    pub const ZERO: Amounts = Amounts {
        by_360: Fen::ZERO,
        by_365: Fen::ZERO,
    };

    /// The amount by one of the two.
    pub fn by(self, year: YearDays) -> Fen {
        match year {
            YearDays::Banks => self.by_360,
            YearDays::Calendar => self.by_365,
        }
    }

    /// Interest on so much principal for so long, times a share; none where it is more than an amount can be.
    ///
    /// `principal_days` is principal in fen times days, added up over the days; `share` in hundredths of a percent.
    pub fn of(principal_days: i128, rate: AnnualRate, share: i64) -> Option<Amounts> {
        Some(Amounts {
            by_360: interest(principal_days, rate, share, 360)?,
            by_365: interest(principal_days, rate, share, 365)?,
        })
    }

    /// Both added up, each for itself.
    #[must_use]
    pub fn plus(self, other: Amounts) -> Amounts {
        Amounts {
            by_360: self.by_360 + other.by_360,
            by_365: self.by_365 + other.by_365,
        }
    }
}

fn interest(principal_days: i128, rate: AnnualRate, share: i64, year: u64) -> Option<Fen> {
    let is_whole = share == SHARE_PARTS;
    let part = if is_whole { 1 } else { share };
    let divisor = RATE_PARTS * year * if is_whole { 1 } else { SHARE_PARTS as u64 };
    if let Some(fen) = in_one_word(principal_days, rate.0, part, divisor) {
        return Some(Fen(fen));
    }
    let dividend = principal_days
        .checked_mul(i128::from(rate.0))?
        .checked_mul(i128::from(part))?;
    let fen = quotient(dividend, i128::from(divisor))?;
    i64::try_from(fen).ok().map(Fen)
}

/// The quotient where nothing on the way to it leaves 64 bits, as with nearly every loan: a browser multiplies and divides
/// 128 bits by calls, many times slower.
fn in_one_word(principal_days: i128, rate: i32, part: i64, divisor: u64) -> Option<i64> {
    let principal_days = u64::try_from(principal_days).ok()?;
    let rate = u64::try_from(rate).ok()?;
    let part = u64::try_from(part).ok()?;
    let bits = |number: u64| 64 - number.leading_zeros();
    // One bit for doubling, and one for the divisor that is added.
    if bits(principal_days) + bits(rate) + bits(part) > 62 || bits(divisor) > 62 {
        return None;
    }
    let twice = 2 * (principal_days * rate * part);
    i64::try_from((twice + divisor) / (2 * divisor)).ok()
}

/// A part of an amount, to the fen, half away from zero; none where the whole is nothing.
pub fn part_of(amount: Fen, part: i64, whole: i64) -> Option<Fen> {
    let dividend = i128::from(amount.0) * i128::from(part);
    i64::try_from(quotient(dividend, i128::from(whole))?)
        .ok()
        .map(Fen)
}

/// The quotient as a whole number, half away from zero.
fn quotient(dividend: i128, divisor: i128) -> Option<i128> {
    if divisor <= 0 {
        return None;
    }
    let twice = dividend.unsigned_abs().checked_mul(2)?;
    let divisor = divisor.unsigned_abs();
    let raised = twice.checked_add(divisor)?;
    // Nearly every sum fits into 64 bits, where a division is many times faster.
    let whole = match (u64::try_from(raised), u64::try_from(2 * divisor)) {
        (Ok(raised), Ok(divisor)) => u128::from(raised / divisor),
        _ => raised / (2 * divisor),
    };
    let whole = i128::try_from(whole).ok()?;
    Some(if dividend < 0 { -whole } else { whole })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(text: &str) -> Fen {
        text.parse().expect("yuan")
    }

    fn amounts(principal: &str, days: i128, percent: i32, share: i64) -> Amounts {
        let principal = i128::from(yuan(principal).0);
        Amounts::of(principal * days, AnnualRate(percent), share).expect("interest")
    }

    /// 50,000 × 365 × 6.31 % ÷ 360, an example that lenders print.
    #[test]
    fn a_printed_example_of_a_year_on_360_days_comes_out() {
        let year = amounts("50000.00", 365, 63_100, 10_000);
        assert_eq!(year.by_360, yuan("3198.82"));
        assert_eq!(year.by_365, yuan("3155.00"));
    }

    /// 莲都: 27,262.35 yuan paid on 1,652,000 at 3 %: 0.550 years on average, which is 198 or 201 days.
    #[test]
    fn the_total_that_liandu_published_lies_between_two_neighbouring_days() {
        let published = yuan("27262.35");
        assert!(amounts("1652000.00", 198, 30_000, 10_000).by_360 <= published);
        assert!(published < amounts("1652000.00", 199, 30_000, 10_000).by_360);
        assert!(amounts("1652000.00", 200, 30_000, 10_000).by_365 <= published);
        assert!(published < amounts("1652000.00", 201, 30_000, 10_000).by_365);
    }

    /// 红寺堡: 13,000,000 yuan among 7,171 households are 1,812.86 each, below a year's interest of a whole loan at 4.35 %.
    #[test]
    fn what_hongsibu_paid_each_household_is_less_than_a_year_on_the_whole_limit() {
        let each = part_of(yuan("13000000.00"), 1, 7_171).expect("a mean");
        assert_eq!(each, yuan("1812.86"));
        assert!(each < amounts("50000.00", 365, 43_500, 10_000).by_365);
    }

    #[test]
    fn half_a_fen_is_rounded_away_from_zero_and_less_is_not() {
        // 1 fen for one day at 36,000 % on 360 days is exactly 1 fen; half of it is 0.5.
        let half = Amounts::of(1, AnnualRate(360_000_000), 5_000).expect("interest");
        assert_eq!(half.by_360, Fen(1));
        assert_eq!(half.by_365, Fen(0));
        assert_eq!(part_of(Fen(-1), 1, 2), Some(Fen(-1)));
        assert_eq!(part_of(Fen(1), 1, 3), Some(Fen(0)));
        assert_eq!(part_of(Fen(1), 1, 0), None);
    }

    #[test]
    fn a_share_of_seventy_percent_is_taken_before_rounding() {
        assert_eq!(
            amounts("50000.00", 92, 47_500, 7_000).by_360,
            yuan("424.86")
        );
        assert_eq!(
            amounts("50000.00", 92, 47_500, 10_000).by_360,
            yuan("606.94")
        );
    }

    #[test]
    fn an_amount_beyond_64_bits_takes_the_long_way_and_agrees_with_decimals() {
        use rust_decimal::{Decimal, RoundingStrategy};
        for (principal, days, rate) in [
            (900_000_000_000_000_i64, 366_i64, 47_500),
            (4_999_999, 91, 43_499),
            (5_000_000, 92, 47_500),
            (1, 1, 1),
        ] {
            let exact = Decimal::from(principal) * Decimal::from(days) * Decimal::from(rate)
                / Decimal::from(1_000_000)
                / Decimal::from(365);
            let rounded = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
            let amounts = Amounts::of(
                i128::from(principal) * i128::from(days),
                AnnualRate(rate),
                10_000,
            );
            assert_eq!(
                amounts.map(|amounts| Decimal::from(amounts.by_365.0)),
                Some(rounded)
            );
        }
        assert_eq!(Amounts::of(i128::MAX, AnnualRate(2), 10_000), None);
    }
}
