//! Numbers of persons inside a longer text: found, and blanked where the text is shown.

use std::borrow::Cow;
use std::ops::Range;

use crate::intake::encoding::is_space;
use crate::intake::finding::Personal;

use super::number::{
    X, birth_of_identity, birth_of_old_identity, is_card, is_check, is_hyphen, is_mobile,
};

/// What stands in the place of a number that is not shown.
pub const MASK: &str = "●●●";

/// The fewest digits that any of the numbers has.
const FEWEST_DIGITS: usize = 11;

/// The most spaces and hyphens between two groups of one number.
const LONGEST_GAP: usize = 3;

/// Who has taken a loan by now was born before this year. In the numbers of loans a later day is the day of something else.
const FIRST_YEAR_WITHOUT_BORROWERS: i32 = 2010;

/// What is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sought {
    /// Numbers of persons, mobile telephones and bank cards.
    All,
    /// Identity numbers alone.
    Identity,
}

/// A digit of a text.
struct Digit {
    /// 0 to 9, or 10 for X.
    value: u8,
    /// Its bytes in the text.
    place: Range<usize>,
    /// Whether spaces or hyphens stand between it and the digit before.
    follows_a_gap: bool,
}

/// Digits of a text that only spaces and hyphens part.
#[derive(Default)]
struct Run {
    digits: Vec<Digit>,
    values: Vec<u8>,
    /// Whether it goes on in letters, before and after.
    joins_before: bool,
    joins_after: bool,
    /// Whether the text is nothing else.
    is_all: bool,
}

/// Whether an identity number, a mobile number or the number of a bank card stands anywhere in a text.
///
/// A text with fewer than eleven digits costs one look at its bytes.
pub fn hides_a_number(text: &str) -> bool {
    may_hide(text) && !found(text, Sought::All).is_empty()
}

/// The text with every such number blanked.
pub fn masked(text: &str) -> Cow<'_, str> {
    blanked(text, Sought::All)
}

/// The text of a column of numbers of loans, households or places, with identity numbers blanked and nothing else.
///
/// One in ten of a bank's own numbers has the check digit of a card by chance, and some begin as telephones do: blanking
/// those would make loans impossible to find.
pub fn masked_among_numbers(text: &str) -> Cow<'_, str> {
    blanked(text, Sought::Identity)
}

fn may_hide(text: &str) -> bool {
    // 0xEF begins every full-width digit.
    let digits = text.bytes().filter(|b| b.is_ascii_digit() || *b == 0xef);
    text.len() >= FEWEST_DIGITS && digits.count() >= FEWEST_DIGITS
}

fn blanked(text: &str, sought: Sought) -> Cow<'_, str> {
    if !may_hide(text) {
        return Cow::Borrowed(text);
    }
    let places = found(text, sought);
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut from = 0;
    for (place, _) in places {
        shown.push_str(&text[from..place.start]);
        shown.push_str(MASK);
        from = place.end;
    }
    shown.push_str(&text[from..]);
    Cow::Owned(shown)
}

/// The sort of the first such number in a text.
pub(super) fn sort_inside(text: &str) -> Option<Personal> {
    if !may_hide(text) {
        return None;
    }
    found(text, Sought::All).first().map(|(_, sort)| *sort)
}

/// Whether an identity number stands anywhere in some digits.
pub(super) fn holds_an_identity_number(digits: &[u8]) -> bool {
    digits
        .windows(18)
        .any(|eighteen| birth_of_identity(eighteen).is_some())
}

/// Where the numbers stand, in order, none over another.
fn found(text: &str, sought: Sought) -> Vec<(Range<usize>, Personal)> {
    let mut places = Vec::new();
    for run in runs(text) {
        let mut at = 0;
        while at < run.values.len() {
            match run.number_at(at, sought) {
                Some((length, sort)) => {
                    let (first, last) = (&run.digits[at], &run.digits[at + length - 1]);
                    places.push((first.place.start..last.place.end, sort));
                    at += length;
                }
                None => at += 1,
            }
        }
    }
    places
}

/// The runs of a text that are long enough to hold a number.
fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut run = Run::default();
    let mut gap = 0;
    for (at, c) in text.char_indices() {
        let value = digit(c).or((is_check(c) && run.may_end_in_a_check(gap)).then_some(X));
        if let Some(value) = value {
            if run.values.is_empty() {
                run.joins_before = joins(&text[..at]);
            }
            run.push(value, at..at + c.len_utf8(), gap > 0);
            gap = 0;
        } else if !run.values.is_empty() {
            gap += 1;
            if !(is_space(c) || is_hyphen(c)) || gap > LONGEST_GAP {
                run.joins_after = gap == 1 && c.is_ascii_alphabetic();
                runs.push(std::mem::take(&mut run));
                gap = 0;
            }
        }
    }
    runs.push(run);
    runs.retain(|run| run.values.len() >= FEWEST_DIGITS);
    let inner = text.trim_matches(is_space).len();
    for run in &mut runs {
        run.is_all = run.bytes() == inner;
    }
    runs
}

fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => u8::try_from(u32::from(c) - u32::from('0')).ok(),
        '\u{ff10}'..='\u{ff19}' => u8::try_from(u32::from(c) - 0xff10).ok(),
        _ => None,
    }
}

/// Whether digits after this text belong to what it ends in: letters of another number, or a whole part and its point.
/// Words that announce a telephone do not count.
fn joins(before: &str) -> bool {
    const ANNOUNCE: [&str; 6] = ["tel", "phone", "mobile", "wechat", "wx", "vx"];
    let letters = before
        .bytes()
        .rev()
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let (rest, word) = before.split_at(before.len() - letters);
    if letters == 0 {
        let mut back = rest.bytes().rev();
        return back.next() == Some(b'.') && back.next().is_some_and(|b| b.is_ascii_digit());
    }
    !ANNOUNCE
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}

impl Run {
    fn push(&mut self, value: u8, place: Range<usize>, follows_a_gap: bool) {
        self.values.push(value);
        self.digits.push(Digit {
            value,
            place,
            follows_a_gap,
        });
    }

    /// Whether an X here, so many characters after the last digit, can be the eighteenth character.
    fn may_end_in_a_check(&self, gap: usize) -> bool {
        let digits = self.digits.iter().rev().take_while(|d| d.value < X);
        gap <= 1 && digits.count() >= 17
    }

    fn bytes(&self) -> usize {
        match (self.digits.first(), self.digits.last()) {
            (Some(first), Some(last)) => last.place.end - first.place.start,
            _ => 0,
        }
    }

    /// How many digits the number has that begins with the digit `at`, and its sort.
    fn number_at(&self, at: usize, sought: Sought) -> Option<(usize, Personal)> {
        let is_one_group = sought == Sought::All && self.groups(at, 19).len() == 1;
        if is_one_group && self.sort_of(at, 19).is_some() {
            // Eighteen of a card's nineteen digits may look like a person's number: the nineteenth goes with them.
            return Some((19, Personal::BankCard));
        }
        if let Some(eighteen) = self.values.get(at..at + 18)
            && let Some(birth) = birth_of_identity(eighteen)
            && (self.groups(at, 18).len() == 1 || self.is_apart(at, 18))
            && (sought == Sought::All || birth.ymd().0 < FIRST_YEAR_WITHOUT_BORROWERS)
        {
            return Some((18, Personal::IdentityNumber));
        }
        if sought == Sought::Identity {
            return None;
        }
        let lengths = [19, 18, 17, 16, 15, 13, 11];
        lengths
            .into_iter()
            .find_map(|length| Some((length, self.sort_of(at, length)?)))
    }

    /// Whether so many digits from `at` on are a card, an old identity number or a telephone, and nothing joins them.
    fn sort_of(&self, at: usize, length: usize) -> Option<Personal> {
        let values = self.values.get(at..at + length)?;
        if !self.is_apart(at, length) {
            return None;
        }
        let groups = self.groups(at, length);
        let (is_number, sort) = match (length, values) {
            (16.., _) => {
                let is_grouped = groups.iter().rev().skip(1).all(|&group| group >= 4);
                (is_grouped && is_card(values), Personal::BankCard)
            }
            (15, [0, 0, 8, 6, mobile @ ..]) => (is_mobile(mobile), Personal::Phone),
            // A cell of fifteen digits and no more may as well be the number of a loan; its column decides.
            (15, _) => {
                let is_grouped =
                    matches!(groups.as_slice(), [15] | [6, 6, 3] | [6, 9]) && !self.is_all;
                let birth = birth_of_old_identity(values);
                (is_grouped && birth.is_some(), Personal::IdentityNumber)
            }
            (13, [8, 6, mobile @ ..]) => (groups.len() == 1 && is_mobile(mobile), Personal::Phone),
            (11, _) => {
                let is_grouped = is_grouped_as_a_mobile(&groups);
                (is_grouped && is_mobile(values), Personal::Phone)
            }
            _ => return None,
        };
        is_number.then_some(sort)
    }

    /// Whether so many digits from `at` on begin and end with a group and go on in no letters.
    fn is_apart(&self, at: usize, length: usize) -> bool {
        let starts = match at {
            0 => !self.joins_before,
            _ => self.digits[at].follows_a_gap,
        };
        let ends = match self.digits.get(at + length) {
            None => !self.joins_after,
            Some(next) => next.follows_a_gap,
        };
        starts && ends
    }

    /// The lengths of the groups that gaps make of so many digits from `at` on.
    fn groups(&self, at: usize, length: usize) -> Vec<usize> {
        let mut groups = vec![0];
        for (of_group, digit) in self.digits.iter().skip(at).take(length).enumerate() {
            if of_group > 0 && digit.follows_a_gap {
                groups.push(0);
            }
            if let Some(last) = groups.last_mut() {
                *last += 1;
            }
        }
        groups
    }
}

/// The ways in which people part the eleven digits of a mobile number.
fn is_grouped_as_a_mobile(groups: &[usize]) -> bool {
    matches!(
        groups,
        [11] | [3, 8] | [7, 4] | [3, 4, 4] | [4, 3, 4] | [4, 4, 3] | [3, 3, 5]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An example of GB 11643-1999 itself.
    const IDENTITY: &str = "11010519491231002X";

    #[test]
    fn a_number_is_found_inside_a_sentence_and_blanked() {
        for (text, shown) in [
            ("联系13800000000", "联系●●●"),
            ("电话：138-0000-0000，下午", "电话：●●●，下午"),
            ("tel138 0000 0000", "tel●●●"),
            ("手机+8613800000000或13900000000。", "手机+●●●或●●●。"),
            ("１３８００００００００（本人）", "●●●（本人）"),
            ("2019-11-30 13800000000", "2019-11-30 ●●●"),
            ("身份证11010519491231002x号", "身份证●●●号"),
            ("本人110105 19491231 002X", "本人●●●"),
            ("G11010519491231002X", "G●●●"),
            ("旧证110105491231002", "旧证●●●"),
            ("旧证 110105 491231 002", "旧证 ●●●"),
            ("卡号6200 0000 0000 0005", "卡号●●●"),
            ("卡号4111111111111111,已还", "卡号●●●,已还"),
            ("JD11010519491231002X001", "JD●●●001"),
        ] {
            assert_eq!(masked(text), shown);
            assert!(hides_a_number(text), "{text}");
            assert!(!hides_a_number(&masked(text)), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_left_as_they_are() {
        for text in [
            "",
            "到期2019-12-02，余额50,000.00元",
            "2019-11-30 2022-11-30 50000",
            "户编号511703001001000123",
            "借据号20191380000000012345",
            "合同NS13800000001",
            "13800000000abc",
            "0.13800000000",
            "4111111111111112",
            "110105491231002",
            "电话0818-1234567",
            "jm-knjgmmdcanbpmrghpafknqjfhebcspae",
            "１２３，４５６，７８９，０１２",
            "5.11703E+17",
        ] {
            assert_eq!(masked(text), text);
            assert!(!hides_a_number(text), "{text}");
        }
    }

    #[test]
    fn among_numbers_of_loans_only_identity_numbers_are_blanked() {
        let with_a_card_number = "6200000000000005";
        assert!(hides_a_number(with_a_card_number));
        for text in [with_a_card_number, "13800000000", "110105491231002"] {
            assert_eq!(masked_among_numbers(text), text);
        }
        assert_eq!(masked_among_numbers(IDENTITY), MASK);
        assert_eq!(masked_among_numbers(&format!("{IDENTITY}-01")), "●●●-01");
        // Region and day of a loan, with the right check character by chance.
        let of_a_day = (0..=9)
            .map(|check| format!("51170320191128001{check}"))
            .find(|text| hides_a_number(text))
            .expect("one of them is right");
        assert_eq!(masked_among_numbers(&of_a_day), of_a_day.as_str());
    }
}
