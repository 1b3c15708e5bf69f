//! Long numbers that a spreadsheet has spoilt: it keeps fifteen digits and shows eleven characters.
//!
//! Two households whose numbers were 513021000000000001 and …002 then share one, so such a number joins nothing.

use crate::domain::{Field, field::Content};

/// How many digits a spreadsheet keeps.
const DIGITS_KEPT: usize = 15;

/// Values looked at before a column is judged, as for personal data.
const FEWEST: usize = 5;

/// Whether a number was turned into powers of ten: `5.13021E+17`, `5.13e+17`, `5.13021E17`, `5E+17`.
/// A number such as `5E17`, without point and sign, is no spreadsheet's and stays a number of its own.
#[inline(always)]
pub fn is_in_e_notation(number: &[u8]) -> bool {
    let letter = |back: usize| {
        let at = number.len().checked_sub(back);
        at.and_then(|at| number.get(at))
            .is_some_and(|byte| matches!(byte, b'e' | b'E'))
    };
    // The letter stands before two digits, with a sign between or without.
    (letter(4) || letter(3)) && is_power_of_ten(number)
}

fn is_power_of_ten(number: &[u8]) -> bool {
    let Some(at) = number.iter().position(|byte| matches!(byte, b'e' | b'E')) else {
        return false;
    };
    let (mantissa, power) = number.split_at(at);
    let power = &power[1..];
    let (signed, power) = match power.strip_prefix(b"+") {
        Some(rest) => (true, rest),
        None => (false, power),
    };
    let (first, rest) = match mantissa.split_first() {
        Some((first, rest)) => (*first, rest),
        None => return false,
    };
    let is_whole = rest.is_empty();
    let decimals = rest.strip_prefix(b".");
    let has_decimals =
        decimals.is_some_and(|digits| !digits.is_empty() && digits.iter().all(u8::is_ascii_digit));
    first.is_ascii_digit()
        && (has_decimals || is_whole && signed)
        && power.len() == 2
        && power.iter().all(u8::is_ascii_digit)
}

/// Whether most long numbers of a column have lost the digits behind the fifteenth: those stand as zeros, three or more.
/// Only numbers that stand for something are looked at; an amount may well be round.
pub fn are_rounded_numbers(field: Field, cells: &[&str]) -> bool {
    if field.content() != Content::Identifier {
        return false;
    }
    let (mut long, mut rounded) = (0_usize, 0_usize);
    for cell in cells {
        let number = cell.trim().as_bytes();
        if number.len() > DIGITS_KEPT && number.iter().all(u8::is_ascii_digit) {
            long += 1;
            let lost = number[DIGITS_KEPT..].iter().all(|byte| *byte == b'0');
            rounded += usize::from(lost && number.ends_with(b"000"));
        }
    }
    long >= FEWEST && rounded * 2 > long
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_powers_of_ten_is_known() {
        for text in [
            "5.13021E+17",
            "5.13E+17",
            "5.13021e+17",
            "5.13021E17",
            "5E+17",
            "5.13021199001011e+17",
        ] {
            assert!(is_in_e_notation(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn numbers_with_an_e_of_their_own_are_left_alone() {
        for text in [
            "",
            "E",
            "E+17",
            "5E17",
            "DK2019E+17",
            "2019E+05",
            "513021E17",
            "5.1.3E+17",
            "5.E+17",
            "5.13E-17",
            "5.13E+7",
            "5.13E+117",
            "HN-2019-E017",
            "513021199001011234",
        ] {
            assert!(!is_in_e_notation(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn a_column_that_kept_fifteen_digits_is_known_by_its_zeros() {
        let rounded: Vec<String> = (0..5).map(|i| format!("51302100000{i:04}000")).collect();
        let as_field = |field, cells: &[String]| {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            are_rounded_numbers(field, &cells)
        };
        let of = |cells: &[String]| as_field(Field::HouseholdNumber, cells);
        assert!(of(&rounded));
        assert!(!of(&rounded[..4]));
        assert!(!as_field(Field::DisbursedPrincipal, &rounded));
        let whole: Vec<String> = (1..=5).map(|i| format!("5130210000000{i:05}")).collect();
        assert!(!of(&whole));
        // Most, not half.
        assert!(!of(&[&rounded[..], &whole[..]].concat()));
        assert!(of(&[&rounded[..], &whole[..4]].concat()));
        // Fifteen digits that end in zeros are whole.
        let short: Vec<String> = (0..5).map(|i| format!("51302100000{i}000")).collect();
        assert!(!of(&short));
        // Sixteen digits lose one, which a number may end in by itself.
        let sixteen: Vec<String> = (0..5).map(|i| format!("51302100000{i:04}0")).collect();
        assert!(!of(&sixteen));
    }
}
