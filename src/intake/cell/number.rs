//! Cells that hold a rate, a count, a year or a term.

use crate::domain::AnnualRate;
use crate::intake::encoding::plain;
use crate::intake::finding::Encoding;

use super::{digits, without_thousands};

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
    let millionths = match 6_u32.checked_sub(decimals) {
        Some(missing) => number.checked_mul(10_i64.checked_pow(missing)?)?,
        None => rounded(number, 10_i64.checked_pow(decimals - 6)?),
    };
    let yearly = if monthly {
        millionths.checked_mul(12)? / 10
    } else if millionths < 500_000 {
        millionths.checked_mul(100)?
    } else {
        millionths
    };
    i32::try_from((yearly + 50) / 100).ok().map(AnnualRate)
}

/// A quotient rounded half away from zero; neither number is below zero.
fn rounded(number: i64, divisor: i64) -> i64 {
    number / divisor + i64::from(number % divisor >= divisor - number % divisor)
}

/// A whole number that counts something, with or without the word for what it counts: `1,234 户`, `3次`, `12.0`.
pub fn count(bytes: &[u8], encoding: Encoding) -> Option<u64> {
    if let Some((number, 0)) = digits(bytes) {
        return u64::try_from(number).ok();
    }
    const COUNTED: &[&str] = &["个月", "户", "人", "口", "次", "天", "日", "笔", "个", "月"];
    let text = plain(bytes, encoding);
    let text = COUNTED
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .unwrap_or(&text);
    let text = without_thousands(text.trim())?;
    let (number, decimals) = digits(text.as_bytes())?;
    let divisor = 10_i64.checked_pow(decimals)?;
    if number % divisor != 0 {
        return None;
    }
    u64::try_from(number / divisor).ok()
}

/// A calendar year of this century or the one before: `2019`, `2019年`, `2019年度`.
pub fn year(bytes: &[u8], encoding: Encoding) -> Option<u16> {
    let text = plain(bytes, encoding);
    let text = text.strip_suffix("年度").or(text.strip_suffix('年'));
    let bytes = plain(bytes, encoding);
    let number = count(text.unwrap_or(&bytes).as_bytes(), Encoding::Utf8)?;
    u16::try_from(number)
        .ok()
        .filter(|year| (1900..2100).contains(year))
}

/// Whether a term is told by its sort alone: `短期`, or the 1 and 2 by which some ledgers mean 短期 and 长期.
fn is_sort_of_term(text: &str) -> bool {
    matches!(
        text,
        "短期" | "中期" | "长期" | "中长期" | "1短期" | "2长期" | "1" | "2" | "01" | "02"
    )
}

/// A term in months: `36`, `36个月`, `3年`, `三年`, `一年半`; a bare number counts years where the header says so.
/// `Ok(None)` where only the sort of term is told; an error where it cannot be known what is meant: a bare 3, 4 or 5 may
/// be months or years.
pub fn term_months(
    bytes: &[u8],
    in_years: bool,
    encoding: Encoding,
) -> Result<Option<u64>, NotATerm> {
    let text = plain(bytes, encoding);
    if !in_years && is_sort_of_term(&text) {
        return Ok(None);
    }
    let whole = |text: &str| small_number(text.trim()).or(count(text.as_bytes(), Encoding::Utf8));
    let months = if let Some((years, rest)) = text.split_once('年') {
        let rest = rest.trim_start_matches(['零', '又']);
        let more = match rest {
            "" | "期" => Some(0),
            "半" => Some(6),
            rest => whole(rest.trim_end_matches('月').trim_end_matches('个')),
        };
        whole(years)
            .zip(more)
            .and_then(|(years, more)| years.checked_mul(12)?.checked_add(more))
    } else if let Some(months) = text.strip_suffix('月') {
        whole(months.trim_end_matches('个'))
    } else {
        match count(text.as_bytes(), Encoding::Utf8) {
            Some(years) if in_years => years.checked_mul(12),
            Some(months) if months > 5 => Some(months),
            _ => None,
        }
    };
    months
        .filter(|months| (1..=LONGEST_TERM).contains(months))
        .map(Some)
        .ok_or(NotATerm)
}

/// Fifty years: what is beyond is no term of a loan.
const LONGEST_TERM: u64 = 600;

/// A cell of a term that tells none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotATerm;

/// One to ninety-nine in Chinese numerals, as terms are written: `三`, `十二`, `三十六`.
fn small_number(text: &str) -> Option<u64> {
    let digit = |c: char| -> Option<u64> {
        let at = "一二三四五六七八九".chars().position(|known| known == c);
        match (at, c) {
            (Some(at), _) => Some(at as u64 + 1),
            (None, '两') => Some(2),
            (None, _) => None,
        }
    };
    let characters: Vec<char> = text.chars().collect();
    match characters.as_slice() {
        ['十'] => Some(10),
        [one] => digit(*one),
        ['十', one] => Some(10 + digit(*one)?),
        [ten, '十'] => Some(10 * digit(*ten)?),
        [ten, '十', one] => Some(10 * digit(*ten)? + digit(*one)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(rate("4.75％ ", false).as_deref(), Some("4.75"));
        // Below one half it is a fraction, from one half on percent.
        assert_eq!(rate("0.499999", false).as_deref(), Some("49.9999"));
        assert_eq!(rate("0.5", false).as_deref(), Some("0.50"));
        // Quotients written out are rounded, not refused.
        assert_eq!(rate("0.04749999999", false).as_deref(), Some("4.75"));
        assert_eq!(rate("3.95833333", true).as_deref(), Some("4.75"));
        assert_eq!(rate("LPR+50BP", false), None);
        assert_eq!(rate("-4.75", false), None);
    }

    #[test]
    fn a_count_is_a_whole_number_with_or_without_its_word() {
        let count = |text: &str| count(text.as_bytes(), Encoding::Utf8);
        for text in [
            "1234",
            "1,234",
            "1,234 户",
            "１２３４",
            "1234.0",
            "1234次",
            " 1234天 ",
        ] {
            assert_eq!(count(text), Some(1234), "{text}");
        }
        assert_eq!(count("0"), Some(0));
        for text in ["", "12.5", "-3", "若干", "12,34", "户"] {
            assert_eq!(count(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_is_four_digits_of_this_century_or_the_one_before() {
        let year = |text: &str| year(text.as_bytes(), Encoding::Utf8);
        for text in ["2019", "2019年", "2019年度", "2019.0", "２０１９"] {
            assert_eq!(year(text), Some(2019), "{text}");
        }
        assert_eq!((year("1899"), year("1900")), (None, Some(1900)));
        assert_eq!((year("2099"), year("2100")), (Some(2099), None));
        assert_eq!(year("19"), None);
    }

    #[test]
    fn a_term_is_months_however_it_is_written() {
        let term = |text: &str| term_months(text.as_bytes(), false, Encoding::Utf8);
        for text in [
            "36",
            "36个月",
            "36月",
            "3年",
            "三年",
            "3年期",
            "三十六个月",
            "2年12个月",
            "36.0",
        ] {
            assert_eq!(term(text), Ok(Some(36)), "{text}");
        }
        assert_eq!(term("一年半"), Ok(Some(18)));
        assert_eq!(term("两年"), Ok(Some(24)));
        assert_eq!(term("1个月"), Ok(Some(1)));
        assert_eq!(term_months(b"3", true, Encoding::Utf8), Ok(Some(36)));
        for text in ["短期", "2长期", "1", "2"] {
            assert_eq!(term(text), Ok(None), "{text}");
        }
        assert_eq!(term_months(b"1", true, Encoding::Utf8), Ok(Some(12)));
        assert_eq!(term("6"), Ok(Some(6)));
        for text in ["3", "5", "0", "年", "另议", "601", "-3"] {
            assert_eq!(term(text), Err(NotATerm), "{text}");
        }
        assert_eq!(term("600"), Ok(Some(600)));
    }
}
