//! Whether some digits are the number of a person, of a mobile telephone or of a bank card.

use crate::domain::Date;

use crate::intake::encoding::{is_space, narrow};

/// The check character X of an identity number, among digits that are told as 0 to 9.
pub(super) const X: u8 = 10;

/// The first two digits of an identity number: the provinces, autonomous regions, municipalities and special
/// administrative regions of GB/T 2260, and 81 to 83 for residence permits of people from Hong Kong, Macao and Taiwan.
const REGIONS: &[u8] = &[
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
];

/// The latest year in which a person with a number can have been born; there is no clock here.
const LATEST_BIRTH: u32 = 2100;

/// The digits of a number that is written as people and programs write it, letters in capitals.
///
/// Out of it go spaces of every sort, hyphens, the apostrophe or `="…"` by which a spreadsheet keeps digits whole, the
/// `.0` of a number that went through a program as a fraction, the country code of a mobile number, and the one letter
/// that some systems put before an identity number. Full-width forms become plain ones.
pub fn plain_number(text: &str) -> String {
    let text = narrow(text);
    let joined: String = unwrapped(&text)
        .chars()
        .filter(|c| !is_space(*c) && !is_hyphen(*c))
        .map(|c| {
            if is_check(c) {
                'X'
            } else {
                c.to_ascii_uppercase()
            }
        })
        .collect();
    let whole = [".00", ".0"]
        .iter()
        .find_map(|zeros| joined.strip_suffix(zeros));
    let bare = whole.unwrap_or(&joined);
    let without_country = ["+86", "0086", "86"]
        .iter()
        .filter_map(|code| bare.strip_prefix(code))
        .find(|rest| digits(rest).is_some_and(|digits| is_mobile(&digits)));
    if let Some(mobile) = without_country {
        return mobile.to_owned();
    }
    let without_letter = bare
        .strip_prefix(|c: char| c.is_ascii_alphabetic())
        .filter(|rest| digits(rest).is_some_and(|digits| matches!(digits.len(), 15 | 18)));
    without_letter.unwrap_or(bare).to_owned()
}

/// The text without what a spreadsheet needs to keep its digits whole.
fn unwrapped(text: &str) -> &str {
    let formula = text
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'));
    formula.unwrap_or_else(|| text.trim_start_matches(['\'', '\u{2018}', '\u{2019}']))
}

/// Hyphens and dashes that people put between the groups of a number.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{ff0d}')
}

/// The letter X and what stands for it: input methods offer the sign of multiplication.
pub(super) fn is_check(c: char) -> bool {
    matches!(c, 'x' | 'X' | '\u{d7}' | '\u{ff38}' | '\u{ff58}')
}

/// The digits of a plain number, of which only the last may be X.
pub(super) fn digits(plain: &str) -> Option<Vec<u8>> {
    let bytes = plain.as_bytes();
    let last = bytes.len().checked_sub(1)?;
    let digit = |(at, byte): (usize, &u8)| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'X' if at == last && at > 0 => Some(X),
        _ => None,
    };
    bytes.iter().enumerate().map(digit).collect()
}

fn number(digits: &[u8]) -> u32 {
    digits
        .iter()
        .fold(0, |sum, &digit| sum * 10 + u32::from(digit))
}

fn day(year: u32, month: &[u8], day: &[u8]) -> Option<Date> {
    let small = |digits: &[u8]| u8::try_from(number(digits)).ok();
    Date::from_ymd(i32::try_from(year).ok()?, small(month)?, small(day)?)
}

fn is_region(digits: &[u8]) -> bool {
    digits
        .first_chunk::<2>()
        .is_some_and(|[first, second]| REGIONS.contains(&(first * 10 + second)))
}

/// The birth in eighteen digits that have the shape of an identity number, its check character apart.
fn birth_in_shape(digits: &[u8]) -> Option<Date> {
    let [region @ .., _, _, _, _] = digits.as_array::<18>()?;
    if !region.iter().all(|&digit| digit < X) || !is_region(region) {
        return None;
    }
    let year = number(&digits[6..10]);
    let birth = day(year, &digits[10..12], &digits[12..14])?;
    (year <= LATEST_BIRTH && digits[14..17].iter().all(|&digit| digit < X)).then_some(birth)
}

/// Whether the eighteenth character is right: GB 11643-1999, ISO 7064 modulus 11-2.
fn has_right_check(digits: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [u8; 11] = [1, 0, X, 9, 8, 7, 6, 5, 4, 3, 2];
    let pairs = digits.iter().zip(WEIGHTS);
    let sum: u32 = pairs
        .map(|(&digit, weight)| u32::from(digit) * weight)
        .sum();
    digits.get(17) == Some(&CHECKS[(sum % 11) as usize])
}

/// The birth of the person whose identity number this is: eighteen characters with a region, a real day of birth and the
/// right check character (GB 11643-1999).
pub(super) fn birth_of_identity(digits: &[u8]) -> Option<Date> {
    birth_in_shape(digits).filter(|_| has_right_check(digits))
}

/// The birth of an identity number whose last three digits a spreadsheet made zeros: it keeps fifteen. Region and birth
/// are still to be read from it.
pub(super) fn birth_of_damaged_identity(digits: &[u8]) -> Option<Date> {
    birth_in_shape(digits).filter(|_| digits.ends_with(&[0, 0, 0]))
}

/// The birth of an identity number as they were before 1999: region, YYMMDD, three digits, and nothing to check by.
pub(super) fn birth_of_old_identity(digits: &[u8]) -> Option<Date> {
    if digits.len() != 15 || digits.contains(&X) || !is_region(digits) {
        return None;
    }
    day(
        1900 + number(&digits[6..8]),
        &digits[8..10],
        &digits[10..12],
    )
}

/// Eleven digits, the first 1 and the second 3 to 9.
pub(super) fn is_mobile(digits: &[u8]) -> bool {
    matches!(digits, [1, 3..=9, rest @ ..] if rest.len() == 9 && !rest.contains(&X))
}

/// Sixteen to nineteen digits that begin as bank cards do and have the right check digit.
///
/// ISO/IEC 7812-1: the first digit 4, 5 or 6 is that of banks and merchants (62 is China's own), 9 is left to the
/// countries, which China's banks used before 62 (9558…); 35 is the one series of 3 with so many digits. The check
/// digit is Luhn's.
pub(super) fn is_card(digits: &[u8]) -> bool {
    if !(16..=19).contains(&digits.len()) || digits.contains(&X) {
        return false;
    }
    if !matches!(digits, [4 | 5 | 6 | 9, ..] | [3, 5, ..]) {
        return false;
    }
    let from_the_right = digits.iter().rev().enumerate();
    let sum: u32 = from_the_right
        .map(|(at, &digit)| match (at % 2, u32::from(digit) * 2) {
            (0, double) => double / 2,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// An identity number of eighteen characters, however it is written.
pub fn is_identity_number(text: &str) -> bool {
    digits(&plain_number(text)).is_some_and(|digits| birth_of_identity(&digits).is_some())
}

/// A mobile number, however it is written.
pub fn is_mobile_number(text: &str) -> bool {
    digits(&plain_number(text)).is_some_and(|digits| is_mobile(&digits))
}

/// The number of a bank card, however it is written.
pub fn is_bank_card(text: &str) -> bool {
    digits(&plain_number(text)).is_some_and(|digits| is_card(&digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_number_is_known_however_it_is_written() {
        // An example of GB 11643-1999 itself.
        for text in [
            "11010519491231002X",
            " 11010519491231002x",
            "\t110105 19491231 002x\t",
            "G11010519491231002X",
            "g11010519491231002x",
            "110105-19491231-002X",
            "１１０１０５１９４９１２３１００２Ｘ",
            "1101051949\u{3000}1231002ｘ",
            "11010519491231002×",
            "'11010519491231002X",
            "=\"11010519491231002X\"",
            "\u{feff}11010519491231002X\u{200b}",
        ] {
            assert!(is_identity_number(text), "{text}");
        }
    }

    #[test]
    fn an_identity_number_has_a_region_a_real_birth_and_the_right_check() {
        for text in [
            "110105194912310021",
            "990001001001000001",
            // The right check character under a region or a day that there is not.
            &with_check("99010519491231002"),
            &with_check("47010519491231002"),
            &with_check("11010519490230002"),
            &with_check("11010518991231002"),
            &with_check("11010521011231002"),
            "1101051949123100X2",
            "GG11010519491231002X",
            "X",
            "",
        ] {
            assert!(!is_identity_number(text), "{text}");
        }
        assert!(is_identity_number(&with_check("11010520000229002")));
    }

    /// The first seventeen digits with their check character.
    fn with_check(seventeen: &str) -> String {
        let right = "0123456789X".chars().find(|check| {
            digits(&format!("{seventeen}{check}")).is_some_and(|all| has_right_check(&all))
        });
        format!("{seventeen}{}", right.expect("one of eleven is right"))
    }

    #[test]
    fn an_old_identity_number_has_a_region_and_a_birth() {
        let birth = |text: &str| digits(text).and_then(|digits| birth_of_old_identity(&digits));
        assert_eq!(
            birth("110105491231002").map(|day| day.to_string()),
            Some("1949-12-31".to_owned())
        );
        assert_eq!(birth("110105490231002"), None);
        assert_eq!(birth("990105491231002"), None);
        assert_eq!(birth("11010549123100"), None);
    }

    #[test]
    fn a_mobile_number_is_known_however_it_is_written() {
        for text in [
            "13800000000",
            "138 0000 0000",
            "138-0000-0000",
            "+8613800000000",
            "+86 138 0000 0000",
            "86-13800000000",
            "0086 13800000000",
            "１３８００００００００",
            "13800000000.0",
        ] {
            assert!(is_mobile_number(text), "{text}");
            assert_eq!(plain_number(text), "13800000000");
        }
        for text in ["12800000000", "1380000000", "138000000000", "0818-1234567"] {
            assert!(!is_mobile_number(text), "{text}");
        }
    }

    #[test]
    fn a_bank_card_has_its_first_digits_and_the_right_check() {
        for text in [
            "4111111111111111",
            "4111 1111 1111 1111",
            "5555555555554444",
            "3530111333300000",
            "6200000000000005",
        ] {
            assert!(is_bank_card(text), "{text}");
        }
        for text in [
            "4111111111111112",
            "0000000000000000",
            "1111111111111117",
            "378282246310005",
            "411111111111111",
        ] {
            assert!(!is_bank_card(text), "{text}");
        }
    }

    #[test]
    fn an_identity_number_that_a_spreadsheet_rounded_still_shows_the_birth() {
        let all = digits("110105194912310000").expect("digits");
        assert!(birth_of_damaged_identity(&all).is_some());
        assert!(birth_of_identity(&all).is_none());
    }
}
