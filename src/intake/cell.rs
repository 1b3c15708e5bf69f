//! One cell to one value: money, days, rates, counts and the words of classes and states.
//!
//! Each reading has a fast way for what machines write (digits and one point, `2019-11-30`) and a patient one for what
//! people write; both end in the same value or in the same kind of problem.

use crate::domain::{AnnualRate, Date, Fen, LoanStatus, RiskClass};

use super::encoding::plain;
use super::finding::{Encoding, Unit};

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

/// Why a cell is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing in it.
    Blank,
    /// No day.
    NotADate,
    /// Written as a day that the calendar lacks.
    NoSuchDate,
}

/// Ten thousand million yuan: no loan and no lender's file of one county holds more in one row.
const LARGEST: i64 = 1_000_000_000_000;

/// Digits and at most one point: the digits as a number, and how many stand after the point.
#[inline]
fn digits(bytes: &[u8]) -> Option<(i64, u32)> {
    if bytes.is_empty() || bytes.len() > 18 {
        return None;
    }
    let mut number = 0_i64;
    let mut point = None;
    for (at, &byte) in bytes.iter().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            number = number * 10 + i64::from(digit);
        } else if byte == b'.' && point.is_none() && bytes.len() > 1 {
            point = Some(at);
        } else {
            return None;
        }
    }
    let decimals = point.map_or(0, |at| bytes.len() - at - 1);
    Some((number, decimals as u32))
}

/// A number of `decimals` decimals in a unit worth `10^exponent` fen.
#[inline]
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
#[inline]
pub fn money(bytes: &[u8], unit: Unit, encoding: Encoding) -> Result<Fen, MoneyFault> {
    match digits(bytes) {
        Some((number, decimals)) => in_fen(number, decimals, exponent(unit)),
        None => money_by_hand(&plain(bytes, encoding), unit),
    }
}

fn money_by_hand(text: &str, unit: Unit) -> Result<Fen, MoneyFault> {
    if text.is_empty() {
        return Err(MoneyFault::Blank);
    }
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
        Some(rest) => (true, rest),
        None => (false, text),
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

/// The text without its thousands separators; none where a comma stands elsewhere than between groups of three.
fn without_thousands(text: &str) -> Option<String> {
    if !text.contains(',') {
        return Some(text.to_owned());
    }
    let (whole, decimals) = match text.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (text, None),
    };
    let mut groups = whole.split(',');
    let first = groups.next()?;
    if first.is_empty() || first.len() > 3 || groups.any(|group| group.len() != 3) {
        return None;
    }
    let mut joined = whole.replace(',', "");
    if let Some(decimals) = decimals {
        joined.push('.');
        joined.push_str(decimals);
    }
    Some(joined)
}

/// A day.
#[inline]
pub fn date(bytes: &[u8], encoding: Encoding) -> Result<Date, DateFault> {
    if let Some(bytes) = bytes.as_array::<10>()
        && matches!(bytes[4], b'-' | b'/' | b'.')
        && bytes[4] == bytes[7]
    {
        let digit = |at: usize| u32::from(bytes[at].wrapping_sub(b'0'));
        let all = [0, 1, 2, 3, 5, 6, 8, 9];
        if all.iter().all(|&at| digit(at) < 10) {
            let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
            let (month, day) = (digit(5) * 10 + digit(6), digit(8) * 10 + digit(9));
            return Date::from_ymd(year as i32, month as u8, day as u8)
                .ok_or(DateFault::NoSuchDate);
        }
    }
    if bytes.is_empty() {
        return Err(DateFault::Blank);
    }
    date_by_hand(&plain(bytes, encoding))
}

fn date_by_hand(text: &str) -> Result<Date, DateFault> {
    if text.is_empty() {
        return Err(DateFault::Blank);
    }
    let text = text.split([' ', 'T']).next().unwrap_or(text);
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return date_of_digits(text);
    }
    let text = text
        .strip_suffix('日')
        .or(text.strip_suffix('号'))
        .unwrap_or(text);
    let parts: Vec<&str> = text.split(['-', '/', '.', '年', '月']).collect();
    let [year, month, day] = parts.as_slice() else {
        return Err(DateFault::NotADate);
    };
    let number = |text: &str, longest: usize| -> Option<u32> {
        let is_number =
            !text.is_empty() && text.len() <= longest && text.bytes().all(|b| b.is_ascii_digit());
        if is_number { text.parse().ok() } else { None }
    };
    let is_year = year.len() == 4;
    match (number(year, 4), number(month, 2), number(day, 2)) {
        (Some(year), Some(month), Some(day)) if is_year => {
            Date::from_ymd(year as i32, month as u8, day as u8).ok_or(DateFault::NoSuchDate)
        }
        _ => Err(DateFault::NotADate),
    }
}

/// `20191202`, or the number of a day as Excel keeps it.
fn date_of_digits(text: &str) -> Result<Date, DateFault> {
    let number: i32 = text.parse().map_err(|_| DateFault::NotADate)?;
    match text.len() {
        8 => Date::from_ymd(
            number / 10_000,
            (number / 100 % 100) as u8,
            (number % 100) as u8,
        )
        .ok_or(DateFault::NoSuchDate),
        // Excel's day 25569 is 1970-01-01. Five digits reach from 1927 to 2173.
        5 if (10_000..100_000).contains(&number) => Ok(Date::from_days(number - 25_569)),
        _ => Err(DateFault::NotADate),
    }
}

/// A yearly rate; `is_monthly` where the column is in ‰ a month.
/// Below one half the number is a fraction (0.0475): no yearly rate of a loan is below half a percent.
pub fn rate(bytes: &[u8], is_monthly: bool, encoding: Encoding) -> Option<AnnualRate> {
    let text = plain(bytes, encoding);
    let (text, monthly) = match (text.strip_suffix('%'), text.strip_suffix('‰')) {
        (Some(rest), _) => (rest.trim(), false),
        (None, Some(rest)) => (rest.trim(), true),
        (None, None) => (text.as_ref(), is_monthly),
    };
    let (number, decimals) = digits(text.as_bytes())?;
    // In millionths of a percent: fine enough to see what is half a percent.
    let scale = 10_i64.checked_pow(6_u32.checked_sub(decimals)?)?;
    let millionths = number.checked_mul(scale)?;
    let yearly = if monthly {
        millionths.checked_mul(12)? / 10
    } else if millionths < 500_000 {
        millionths.checked_mul(100)?
    } else {
        millionths
    };
    i32::try_from((yearly + 50) / 100).ok().map(AnnualRate)
}

/// A whole number that counts something.
pub fn count(bytes: &[u8], encoding: Encoding) -> Option<u64> {
    let text = plain(bytes, encoding);
    let text = without_thousands(text.trim_end_matches('户').trim())?;
    match digits(text.as_bytes())? {
        (number, 0) => u64::try_from(number).ok(),
        _ => None,
    }
}

/// 五级分类 by word or by number 1 to 5.
pub fn risk_class(bytes: &[u8], encoding: Encoding) -> Option<RiskClass> {
    match plain(bytes, encoding).trim_end_matches('类') {
        "正常" | "1" | "01" => Some(RiskClass::Pass),
        "关注" | "2" | "02" => Some(RiskClass::SpecialMention),
        "次级" | "3" | "03" => Some(RiskClass::Substandard),
        "可疑" | "4" | "04" => Some(RiskClass::Doubtful),
        "损失" | "5" | "05" => Some(RiskClass::Loss),
        _ => None,
    }
}

/// 贷款状态 by word.
pub fn status(bytes: &[u8], encoding: Encoding) -> Option<LoanStatus> {
    match plain(bytes, encoding).as_ref() {
        "未到期" | "正常" | "未结清" | "在贷" => Some(LoanStatus::NotDue),
        "逾期" | "已逾期" | "不良" => Some(LoanStatus::Overdue),
        "已结清" | "结清" | "已还清" | "还清" => Some(LoanStatus::Settled),
        "已代偿" | "代偿" => Some(LoanStatus::PaidOut),
        "已核销" | "核销" => Some(LoanStatus::WrittenOff),
        _ => None,
    }
}

/// stub
pub fn is_word(_field: crate::domain::Field, _text: &str) -> bool {
    true
}
/// stub
pub fn yes_no(_bytes: &[u8], _encoding: Encoding) -> Option<bool> {
    None
}
/// stub
pub fn year(_bytes: &[u8], _encoding: Encoding) -> Option<u16> {
    None
}
/// stub
pub fn are_rounded_numbers(_field: crate::domain::Field, _cells: &[&str]) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(text: &str) -> Result<String, MoneyFault> {
        money(text.as_bytes(), Unit::Yuan, Encoding::Utf8).map(|fen| fen.to_string())
    }

    fn day(text: &str) -> Result<String, DateFault> {
        date(text.as_bytes(), Encoding::Utf8).map(|date| date.to_string())
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

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for text in [
            "2019-12-02",
            "2019/12/2",
            "2019.12.2",
            "20191202",
            "2019年12月2日",
            "43801",
            "2019-12-02 10:30:00",
            " 2019/12/02 ",
            "２０１９-12-02",
        ] {
            assert_eq!(day(text), Ok("2019-12-02".to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_says_why() {
        assert_eq!(day(""), Err(DateFault::Blank));
        assert_eq!(day("2019-02-30"), Err(DateFault::NoSuchDate));
        assert_eq!(day("2019/13/1"), Err(DateFault::NoSuchDate));
        assert_eq!(day("20190230"), Err(DateFault::NoSuchDate));
        assert_eq!(day("0019-11-30"), Err(DateFault::NoSuchDate));
        assert_eq!(day(" 0019-11-30 "), Err(DateFault::NoSuchDate));
        assert_eq!(day("12/2/2019"), Err(DateFault::NotADate));
        assert_eq!(day("长期"), Err(DateFault::NotADate));
        assert_eq!(day("2019-12"), Err(DateFault::NotADate));
    }

    #[test]
    fn a_rate_is_yearly_percent_however_it_is_written() {
        let rate = |text: &str, monthly| {
            rate(text.as_bytes(), monthly, Encoding::Utf8).map(|rate| rate.to_string())
        };
        assert_eq!(rate("4.75", false).as_deref(), Some("4.75"));
        assert_eq!(rate("4.75%", false).as_deref(), Some("4.75"));
        assert_eq!(rate("0.0475", false).as_deref(), Some("4.75"));
        assert_eq!(rate("3.9583", true).as_deref(), Some("4.75"));
        assert_eq!(rate("3.9583‰", false).as_deref(), Some("4.75"));
        assert_eq!(rate("基准", false), None);
    }
}
