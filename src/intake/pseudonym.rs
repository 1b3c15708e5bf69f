//! Keyed pseudonyms in the place of numbers of persons: the files of two offices join, and neither shows a number.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::encoding::{is_space, narrow};
use super::personal::{is_bank_card, is_identity_number, plain_number};

/// The fewest characters of a passphrase, spaces apart.
pub const SHORTEST_PASSPHRASE: usize = 8;

/// The fewest different characters of a passphrase.
pub const FEWEST_DIFFERENT: usize = 4;

/// What stands behind the header of a column whose numbers became pseudonyms.
pub const MARK: &str = "（假名）";

/// What every pseudonym begins with: 假名.
const PREFIX: &str = "jm-";

/// The hexadecimal digits 0 to f. None of them is a digit, so that a pseudonym is no number to anyone: not to Excel,
/// and not to a search for identity numbers, cards or telephones.
const LETTERS: &[u8; 16] = b"ghjkmnpqrsabcdef";

/// How much of the HMAC is kept. Two of a million persons share 128 bits less than once in 10²⁶ counties.
const BYTES: usize = 16;

/// Fixed, because two offices agree on a passphrase and on nothing else. It keeps lists that were worked out for other
/// programs from being of use. A change makes other pseudonyms, hence the number in it.
const SALT: &[u8] = b"Credit Atlas pseudonyms 1";

/// How often PBKDF2 repeats.
///
/// There are few identity numbers: whoever has a pseudonymised file and guesses the passphrase finds all of them. What is
/// agreed by telephone is short, so every guess is made dear: 600,000 repetitions are what OWASP's Password Storage Cheat
/// Sheet asks of PBKDF2-HMAC-SHA-256. It is done once per reading.
const REPETITIONS: u32 = 600_000;

/// Fewer digits are no number of a person.
const FEWEST_DIGITS: usize = 11;

/// Spreadsheets keep so many digits of a number and make zeros of the others.
const DIGITS_KEPT: usize = 15;

/// Why a text is no passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassphraseFault {
    /// It has fewer than [`SHORTEST_PASSPHRASE`] characters.
    TooShort,
    /// It has fewer than [`FEWEST_DIFFERENT`] different ones.
    TooUniform,
}

/// Why a text gets no pseudonym. Were it given one, persons who have nothing to do with each other would be joined by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberFault {
    /// Nothing in it.
    Blank,
    /// No number, or one with digits left out: 无, 5117**********0011.
    NotANumber,
    /// A number whose last digits a spreadsheet lost.
    Damaged,
}

/// The key that a passphrase gives. The passphrase itself is not kept; nothing of it can be printed or sent.
#[derive(Clone)]
pub struct Passphrase {
    keyed: Hmac<Sha256>,
}

impl Passphrase {
    /// Stretches a passphrase to a key: PBKDF2-HMAC-SHA-256 of its UTF-8 with [`SALT`] and [`REPETITIONS`], 32 bytes.
    ///
    /// Spaces do not count and full-width forms are plain ones, because one office hears what the other types. Small and
    /// capital letters differ. Takes 0.1 to 0.3 s natively; do it once.
    pub fn agreed(text: &str) -> Result<Passphrase, PassphraseFault> {
        let text = checked_words(text)?;
        let key: [u8; 32] =
            pbkdf2::pbkdf2_hmac_array::<Sha256, 32>(text.as_bytes(), SALT, REPETITIONS);
        let mut block = [0; 64];
        block[..32].copy_from_slice(&key);
        // HMAC fills a shorter key up with zeros to its block, so the block is the same key.
        Ok(Passphrase {
            keyed: Hmac::new(&block.into()),
        })
    }

    /// The pseudonym of a number: `jm-` and 32 small letters.
    ///
    /// It is the first 16 bytes of the HMAC-SHA-256 of the number as [`plain_number`] has it (no spaces, no leading
    /// letter, X in capital), in hexadecimal, with the letters `ghjkmnpqrs` for the digits 0 to 9. An identity number of
    /// fifteen digits stays as it is: it and the one of eighteen have two pseudonyms.
    pub fn pseudonym(&self, number: &str) -> Result<String, NumberFault> {
        let number = checked(number)?;
        let mut keyed = self.keyed.clone();
        keyed.update(number.as_bytes());
        let code = keyed.finalize().into_bytes();
        let mut pseudonym = String::with_capacity(PREFIX.len() + BYTES * 2);
        pseudonym.push_str(PREFIX);
        for byte in code.iter().take(BYTES) {
            for half in [byte >> 4, byte & 15] {
                pseudonym.push(char::from(LETTERS[usize::from(half)]));
            }
        }
        Ok(pseudonym)
    }
}

/// Whether a text is a pseudonym as this program writes it.
pub fn is_pseudonym(text: &str) -> bool {
    let code = text.trim_matches(is_space).strip_prefix(PREFIX);
    code.is_some_and(|code| code.len() == BYTES * 2 && code.bytes().all(|b| LETTERS.contains(&b)))
}

/// Whether a text can be a passphrase; told at once, without the stretching.
pub fn is_passphrase(text: &str) -> bool {
    checked_words(text).is_ok()
}

/// A passphrase as two offices write it alike, if it is long and various enough.
fn checked_words(text: &str) -> Result<String, PassphraseFault> {
    let text: String = narrow(text).chars().filter(|c| !is_space(*c)).collect();
    let mut different: Vec<char> = text.chars().collect();
    if different.len() < SHORTEST_PASSPHRASE {
        return Err(PassphraseFault::TooShort);
    }
    different.sort_unstable();
    different.dedup();
    if different.len() < FEWEST_DIFFERENT {
        return Err(PassphraseFault::TooUniform);
    }
    Ok(text)
}

/// The plain number, if it is whole.
fn checked(text: &str) -> Result<String, NumberFault> {
    let number = plain_number(text);
    if number.is_empty() {
        return Err(NumberFault::Blank);
    }
    let is_power_of_ten = || {
        let allowed = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b'E' | b'+');
        number.contains('E') && number.bytes().all(allowed)
    };
    let digits = number.strip_suffix('X').unwrap_or(&number);
    if !digits.bytes().all(|b| b.is_ascii_digit()) || number.len() < FEWEST_DIGITS {
        return Err(match is_power_of_ten() {
            true => NumberFault::Damaged,
            false => NumberFault::NotANumber,
        });
    }
    let is_rounded = number
        .get(DIGITS_KEPT..)
        .is_some_and(|lost| lost.len() >= 2 && lost.bytes().all(|b| b == b'0'));
    if is_rounded && !is_identity_number(&number) && !is_bank_card(&number) {
        return Err(NumberFault::Damaged);
    }
    Ok(number)
}

#[cfg(test)]
mod tests {
    use std::fmt::{Debug, Display};

    use super::*;

    fn hexadecimal(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn passphrase(text: &str) -> Passphrase {
        match Passphrase::agreed(text) {
            Ok(passphrase) => passphrase,
            Err(fault) => panic!("{text}: {fault:?}"),
        }
    }

    #[test]
    fn the_code_is_that_of_rfc_4231() {
        let cases: [(&[u8], &[u8], &str); 3] = [
            (
                &[0x0b; 20],
                b"Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
            ),
            (
                b"Jefe",
                b"what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (
                &[0xaa; 131],
                b"Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
        ];
        for (key, data, wanted) in cases {
            let mut keyed = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
            keyed.update(data);
            assert_eq!(hexadecimal(&keyed.finalize().into_bytes()), wanted);
        }
    }

    #[test]
    fn the_key_is_stretched_as_rfc_7914_has_it() {
        let stretched = |password: &[u8], salt: &[u8], repetitions| {
            hexadecimal(&pbkdf2::pbkdf2_hmac_array::<Sha256, 64>(
                password,
                salt,
                repetitions,
            ))
        };
        assert_eq!(
            stretched(b"passwd", b"salt", 1),
            "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc\
             49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783"
        );
        assert_eq!(
            stretched(b"Password", b"NaCl", 80_000),
            "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56\
             a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d"
        );
    }

    // Worked out with Python's hashlib and hmac from the documentation above.
    #[test]
    fn pseudonyms_are_those_that_another_program_works_out() {
        let key = passphrase("清江红马2019");
        for (number, wanted) in [
            ("11010519491231002X", "jm-knjgmmdcanbpmrghpafknqjfhebcspae"),
            ("110105491231002", "jm-dregrdmsbhpkcjsnbccasbdmqmpegcsr"),
            ("13800000000", "jm-egfppppbpmbmkjhbrsmdaeqkkamekmsb"),
        ] {
            assert_eq!(key.pseudonym(number).as_deref(), Ok(wanted));
        }
        let same = passphrase(" 清江 红马　２０１９ ");
        assert_eq!(
            same.pseudonym(" g110105 19491231 002x\t"),
            key.pseudonym("１１０１０５１９４９１２３１００２Ｘ")
        );
        let other = passphrase("清江红马2020");
        assert_ne!(other.pseudonym("13800000000"), key.pseudonym("13800000000"));
    }

    #[test]
    fn what_is_no_whole_number_gets_no_pseudonym() {
        let key = passphrase("清江红马2019");
        for (text, fault) in [
            ("", NumberFault::Blank),
            ("　", NumberFault::Blank),
            ("无", NumberFault::NotANumber),
            ("5117**********0011", NumberFault::NotANumber),
            ("0", NumberFault::NotANumber),
            ("5.11703E+17", NumberFault::Damaged),
            ("5.11703199001e+17", NumberFault::Damaged),
            ("110105194912310000", NumberFault::Damaged),
            ("6217000000001230000", NumberFault::Damaged),
        ] {
            assert_eq!(key.pseudonym(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_pseudonym_is_no_number_to_anyone_and_is_known_again() {
        let key = passphrase("清江红马2019");
        for serial in 0..2_000 {
            let pseudonym = key.pseudonym(&format!("{}", 13_900_000_000_u64 + serial));
            let pseudonym = pseudonym.expect("a number");
            assert_eq!(pseudonym.len(), 35);
            assert!(is_pseudonym(&pseudonym));
            assert!(!pseudonym.contains(|c: char| c.is_ascii_digit()));
        }
        assert!(!is_pseudonym("jm-"));
        assert!(!is_pseudonym("11010519491231002X"));
    }

    #[test]
    fn a_short_or_uniform_passphrase_is_refused() {
        let fault = |text| {
            let fault = Passphrase::agreed(text).err();
            assert_eq!(is_passphrase(text), fault.is_none(), "{text}");
            fault
        };
        assert_eq!(fault(""), Some(PassphraseFault::TooShort));
        assert_eq!(fault("清江红马 201"), Some(PassphraseFault::TooShort));
        assert_eq!(fault("12121212"), Some(PassphraseFault::TooUniform));
        assert_eq!(fault("清江红马2019"), None);
    }

    /// Has one `of` for every type and a second one for types that can be shown or sent: naming it is then ambiguous,
    /// and this file does not compile.
    trait IsSecret<A> {
        fn of() {}
    }
    struct CanBePrinted;
    struct CanBeWritten;
    struct CanBeSent;
    impl<T> IsSecret<()> for T {}
    impl<T: Debug> IsSecret<CanBePrinted> for T {}
    impl<T: Display> IsSecret<CanBeWritten> for T {}
    impl<T: serde::Serialize> IsSecret<CanBeSent> for T {}

    #[test]
    fn a_passphrase_can_be_neither_printed_nor_sent() {
        <Passphrase as IsSecret<_>>::of();
    }
}
