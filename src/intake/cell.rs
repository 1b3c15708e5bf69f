//! One cell to one value: money, days, rates, counts and the words of classes and states.
//!
//! Each reading has a fast way for what machines write (digits and one point, `2019-11-30`) and a patient one for what
//! people write; both end in the same value or in the same kind of problem.

mod amount;
mod damage;
mod day;
mod number;
mod word;

pub use amount::{MoneyFault, money};
pub use damage::{are_rounded_numbers, is_in_e_notation};
pub use day::{DateFault, date};
pub use number::{NotATerm, count, rate, term_months, year};
pub use word::{
    CellWord, flag, is_number_without_meaning, is_without_meaning, is_word, risk_class,
    says_nothing, status, word, yes_no,
};

/// Digits and at most one point: the digits as a number, and how many stand after the point.
#[inline(always)]
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
