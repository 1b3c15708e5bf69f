//! How numbers are written: thousands separators, 元 or 万元, two decimals, half away from zero.

use crate::report::{Fen, Percent, Rate};

use super::Lang;

/// The unit in which money is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MoneyUnit {
    /// 元
    Yuan,
    /// 万元
    #[default]
    TenThousandYuan,
}

impl MoneyUnit {
    /// 元 or 万元, as it stands in a heading.
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (MoneyUnit::Yuan, Lang::Zh) => "元",
            (MoneyUnit::Yuan, Lang::En) => "yuan",
            (MoneyUnit::TenThousandYuan, Lang::Zh) => "万元",
            (MoneyUnit::TenThousandYuan, Lang::En) => "10,000 yuan",
        }
    }
}

/// An amount with two decimals in the unit: `1,234,567.89` or `123.46`.
pub fn money(amount: Fen, unit: MoneyUnit) -> String {
    let hundredths = match unit {
        MoneyUnit::Yuan => amount.0,
        MoneyUnit::TenThousandYuan => divide_half_away(amount.0, 10_000),
    };
    let sign = if hundredths < 0 { "-" } else { "" };
    let whole = grouped(hundredths.unsigned_abs() / 100);
    format!("{sign}{whole}.{:02}", hundredths.unsigned_abs() % 100)
}

/// An amount in the unit, exact: ten thousand yuan have two decimals where these tell all, and six where not.
pub fn money_to_the_fen(amount: Fen, unit: MoneyUnit) -> String {
    const OF_TEN_THOUSAND_YUAN: u64 = 1_000_000;
    if unit == MoneyUnit::Yuan {
        return money(amount, unit);
    }
    let (sign, fen) = (if amount.0 < 0 { "-" } else { "" }, amount.0.unsigned_abs());
    if fen.is_multiple_of(10_000) {
        return money(amount, unit);
    }
    let (whole, part) = (fen / OF_TEN_THOUSAND_YUAN, fen % OF_TEN_THOUSAND_YUAN);
    format!("{sign}{}.{part:06}", grouped(whole))
}

/// A count with thousands separators: `12,000`.
pub fn count(count: u64) -> String {
    grouped(count)
}

/// A rate with its percent sign, or a dash where there is none: `3.33%`, `—`.
pub fn percent(percent: Option<Percent>) -> String {
    percent.map_or_else(|| "—".to_owned(), |p| format!("{p}%"))
}

/// Part and whole of a rate of counts: `8 / 40`.
pub fn count_fraction(rate: &Rate<u64>) -> String {
    fraction(rate.numerator.map(count), rate.denominator.map(count))
}

/// Part and whole of a rate of money in the unit: `12.00 / 460.00`.
pub fn money_fraction(rate: &Rate<Fen>, unit: MoneyUnit) -> String {
    let show = |amount| money(amount, unit);
    fraction(rate.numerator.map(show), rate.denominator.map(show))
}

fn fraction(part: Option<String>, whole: Option<String>) -> String {
    let dash = || "—".to_owned();
    format!(
        "{} / {}",
        part.unwrap_or_else(dash),
        whole.unwrap_or_else(dash)
    )
}

fn divide_half_away(amount: i64, divisor: i64) -> i64 {
    let half = if amount < 0 {
        -divisor / 2
    } else {
        divisor / 2
    };
    (amount + half) / divisor
}

fn grouped(whole: u64) -> String {
    let digits = whole.to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_in_either_unit_with_two_decimals() {
        assert_eq!(money(Fen(123_456_789), MoneyUnit::Yuan), "1,234,567.89");
        assert_eq!(
            money(Fen(123_456_789), MoneyUnit::TenThousandYuan),
            "123.46"
        );
        assert_eq!(money(Fen(5_000), MoneyUnit::TenThousandYuan), "0.01");
        assert_eq!(money(Fen(4_999), MoneyUnit::TenThousandYuan), "0.00");
        assert_eq!(money(Fen(-5_000), MoneyUnit::TenThousandYuan), "-0.01");
        assert_eq!(money(Fen(100_000), MoneyUnit::Yuan), "1,000.00");
    }

    #[test]
    fn counts_have_thousands_separators() {
        assert_eq!(count(999), "999");
        assert_eq!(count(1_000), "1,000");
        assert_eq!(count(1_000_000), "1,000,000");
    }

    #[test]
    fn ten_thousand_yuan_can_be_told_to_the_fen() {
        let told = |fen| money_to_the_fen(Fen(fen), MoneyUnit::TenThousandYuan);
        assert_eq!(told(60_694), "0.060694");
        assert_eq!(told(5_000_000), "5.00");
        assert_eq!(told(-1_234_567_890_100), "-1,234,567.890100");
        assert_eq!(money_to_the_fen(Fen(123_456), MoneyUnit::Yuan), "1,234.56");
    }
}
