//! A cell that holds money.

use crate::domain::Fen;
use crate::intake::encoding::plain;
use crate::intake::finding::{Encoding, Unit};

use super::word::is_without_meaning;
use super::{digits, without_thousands};

/// Why a cell is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyFault {
    /// Nothing in it.
    Blank,
    /// No amount.
    NotMoney,
    /// Finer than one fen.
    FinerThanFen,
    /// Below nothing.
    Negative,
    /// Above [`LARGEST`].
    TooLarge,
}

/// Ten thousand million yuan: no loan and no lender's file of one county holds more in one row.
const LARGEST: i64 = 1_000_000_000_000;

/// A number of `decimals` decimals in a unit worth `10^exponent` fen.
#[inline(always)]
fn in_fen(number: i64, decimals: u32, exponent: u32) -> Result<Fen, MoneyFault> {
    let fen = if decimals <= exponent {
        number
            .checked_mul(10_i64.pow(exponent - decimals))
            .ok_or(MoneyFault::TooLarge)?
    } else {
        let divisor = 10_i64
            .checked_pow(decimals - exponent)
            .ok_or(MoneyFault::FinerThanFen)?;
        if number % divisor != 0 {
            return Err(MoneyFault::FinerThanFen);
        }
        number / divisor
    };
    if fen > LARGEST {
        Err(MoneyFault::TooLarge)
    } else {
        Ok(Fen(fen))
    }
}

fn exponent(unit: Unit) -> u32 {
    match unit {
        Unit::Yuan => 2,
        Unit::TenThousandYuan => 6,
    }
}

/// An amount, in the column's unit unless the cell names its own.
#[inline(always)]
pub fn money(bytes: &[u8], unit: Unit, encoding: Encoding) -> Result<Fen, MoneyFault> {
    match digits(bytes) {
        Some((number, decimals)) => in_fen(number, decimals, exponent(unit)),
        None => money_by_hand(&plain(bytes, encoding), unit),
    }
}

fn money_by_hand(text: &str, unit: Unit) -> Result<Fen, MoneyFault> {
    if is_without_meaning(text) {
        return Err(MoneyFault::Blank);
    }
    // Accountants write what is below nothing in brackets.
    let (in_brackets, text) = match text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(inner) => (true, inner.trim()),
        None => (false, text),
    };
    let text = text.strip_prefix("人民币").unwrap_or(text);
    let text = text.trim_start_matches(['¥', '￥']).trim_start();
    let (text, unit) = match (
        text.strip_suffix("万元"),
        text.strip_suffix('万'),
        text.strip_suffix('元'),
    ) {
        (Some(rest), _, _) | (None, Some(rest), _) => (rest, Unit::TenThousandYuan),
        (None, None, Some(rest)) => (rest, Unit::Yuan),
        (None, None, None) => (text, unit),
    };
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start_matches(['¥', '￥'])),
        None => (in_brackets, text),
    };
    let text = without_thousands(text.trim()).ok_or(MoneyFault::NotMoney)?;
    let (number, decimals) = digits(text.as_bytes()).ok_or(MoneyFault::NotMoney)?;
    let amount = in_fen(number, decimals, exponent(unit))?;
    if negative && amount.is_positive() {
        Err(MoneyFault::Negative)
    } else {
        Ok(amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(text: &str) -> Result<String, MoneyFault> {
        money(text.as_bytes(), Unit::Yuan, Encoding::Utf8).map(|fen| fen.to_string())
    }

    #[test]
    fn an_amount_is_read_however_it_is_written() {
        for text in [
            "50000",
            "50000.00",
            "50,000.00",
            "５００００",
            "5万",
            "5万元",
            "¥50,000",
            " 50000 ",
            "50000元",
            "\u{3000}50000\t",
            "50000.0000",
            "50,000.00元",
            "¥ 50,000.00 ",
            "人民币50000元",
            "5.0万",
        ] {
            assert_eq!(yuan(text), Ok("50000.00".to_owned()), "{text}");
        }
        assert_eq!(
            money(b"4.5", Unit::TenThousandYuan, Encoding::Utf8),
            Ok(Fen(4_500_000))
        );
        assert_eq!(
            money(b"0.123456", Unit::TenThousandYuan, Encoding::Utf8),
            Ok(Fen(123_456))
        );
        assert_eq!(yuan("-0.00"), Ok("0.00".to_owned()));
    }

    #[test]
    fn what_is_no_amount_says_why() {
        assert_eq!(yuan(""), Err(MoneyFault::Blank));
        assert_eq!(yuan("　 "), Err(MoneyFault::Blank));
        for text in ["无", "-", " - ", "—", "/", "null", "NULL", "#N/A", "未知"] {
            assert_eq!(yuan(text), Err(MoneyFault::Blank), "{text}");
        }
        for text in ["(50000)", "（50,000.00）", "-¥100", "(¥100)", "-0.01"] {
            assert_eq!(yuan(text), Err(MoneyFault::Negative), "{text}");
        }
        assert_eq!(yuan("(0.00)"), Ok("0.00".to_owned()));
        assert_eq!(yuan("("), Err(MoneyFault::NotMoney));
        assert_eq!(yuan("()"), Err(MoneyFault::NotMoney));
        assert_eq!(yuan("五万"), Err(MoneyFault::NotMoney));
        assert_eq!(yuan("12.345"), Err(MoneyFault::FinerThanFen));
        assert_eq!(yuan("-100"), Err(MoneyFault::Negative));
        assert_eq!(yuan("5,00"), Err(MoneyFault::NotMoney));
        assert_eq!(yuan("1.2.3"), Err(MoneyFault::NotMoney));
        assert_eq!(yuan("."), Err(MoneyFault::NotMoney));
        assert_eq!(yuan("5.13021E+17"), Err(MoneyFault::NotMoney));
        assert_eq!(yuan("99999999999999999"), Err(MoneyFault::TooLarge));
        assert_eq!(
            money(b"0.1234567", Unit::TenThousandYuan, Encoding::Utf8),
            Err(MoneyFault::FinerThanFen)
        );
    }
}
