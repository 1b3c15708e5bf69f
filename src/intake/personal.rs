//! Personal data known by its looks, whatever the header says.

mod name;
mod number;
mod within;

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::encoding::is_space;
use super::finding::Personal;
use name::is_personal_name;
use number::{
    birth_of_damaged_identity, birth_of_identity, birth_of_old_identity, digits, is_card, is_mobile,
};

pub use number::{is_bank_card, is_identity_number, is_mobile_number, plain_number};
pub use within::{MASK, hides_a_number, masked, masked_among_numbers};

/// With fewer cells all of them have to agree.
const FEWEST: usize = 5;

/// Four of five numbers of households have a card's check digit once in two thousand columns, eight of ten hardly ever.
const FEWEST_CARDS: usize = 10;

/// So many different names make a column of names: a class or a state can begin as a surname does.
const FEWEST_NAMES: usize = 3;

/// From so many different names on, some have three characters; names of places without 村 are mostly two long.
const FEWEST_TO_MEASURE: usize = 10;

/// What most of a column's cells look like, if that is personal data. Blank cells are left out of the count.
///
/// `is_known_number` tells that the header names a number of a loan, a household or a place. Then an identity number has
/// to have its right check character, and serial numbers that begin as telephones do are left to be numbers.
///
/// Most means four in five of at least five: a household number of eighteen digits has a region and a birth by chance
/// hardly ever, and then the right check character once in eleven times; an identity number always. With fewer cells all
/// of them have to be such numbers, and under the header of a known number at least two.
pub fn of_cells<'a>(
    cells: impl Iterator<Item = &'a str>,
    is_known_number: bool,
) -> Option<Personal> {
    let mut looks = Looks::default();
    for cell in cells.filter(|cell| !cell.chars().all(is_space)) {
        looks.look(cell);
    }
    looks.judge(is_known_number)
}

/// How many cells look like what.
#[derive(Default)]
struct Looks<'a> {
    total: usize,
    /// Identity numbers with the right check character.
    identity: usize,
    /// Identity numbers that cannot be checked: those of before 1999, and those that a spreadsheet rounded.
    unchecked: usize,
    births: BTreeSet<i32>,
    /// Longer texts with an identity number or a telephone in them.
    identity_inside: usize,
    phone_inside: usize,
    phone: usize,
    /// The first seven digits of telephones, which tell operator and region.
    exchanges: BTreeSet<Vec<u8>>,
    phones: BTreeSet<Vec<u8>>,
    card: usize,
    name: usize,
    names: BTreeSet<&'a str>,
}

impl<'a> Looks<'a> {
    fn look(&mut self, cell: &'a str) {
        self.total += 1;
        match digits(&plain_number(cell)) {
            Some(digits) => self.look_at_digits(&digits),
            None if is_personal_name(cell) => {
                self.name += 1;
                self.names.insert(cell);
            }
            // The number of a loan with the borrower's in it, a name with a telephone, two telephones.
            None if matches!(masked_among_numbers(cell), Cow::Owned(_)) => self.identity += 1,
            None => match within::sort_inside(cell) {
                Some(Personal::IdentityNumber) => self.identity_inside += 1,
                Some(Personal::Phone) => self.phone_inside += 1,
                _ => {}
            },
        }
    }

    fn look_at_digits(&mut self, digits: &[u8]) {
        let unchecked =
            || birth_of_old_identity(digits).or_else(|| birth_of_damaged_identity(digits));
        if birth_of_identity(digits).is_some() {
            self.identity += 1;
        } else if let Some(birth) = unchecked() {
            self.unchecked += 1;
            self.births.insert(birth.days());
        } else if is_mobile(digits) {
            self.phone += 1;
            self.exchanges.insert(digits[..7].to_vec());
            self.phones.insert(digits.to_vec());
        } else if is_card(digits) {
            self.card += 1;
        } else if within::holds_an_identity_number(digits) {
            self.identity += 1;
        }
    }

    fn judge(&self, is_known_number: bool) -> Option<Personal> {
        let most = |count: usize| match self.total {
            0 => false,
            total if total >= FEWEST => count * 5 >= total * 4,
            total => count == total && (total >= 2 || !is_known_number),
        };
        let is_few_of_a_known = is_known_number && self.total < FEWEST;
        let only_if = |holds: bool, count: usize| if holds { count } else { 0 };
        let identity = self.identity
            + only_if(!is_known_number, self.identity_inside)
            + only_if(!is_known_number && self.births_differ(), self.unchecked);
        let phone = only_if(!is_known_number || self.exchanges_differ(), self.phone)
            + only_if(!is_known_number, self.phone_inside);
        if most(identity) {
            Some(Personal::IdentityNumber)
        } else if !is_few_of_a_known && most(phone) {
            Some(Personal::Phone)
        } else if (!is_known_number || self.total >= FEWEST_CARDS) && most(self.card) {
            Some(Personal::BankCard)
        } else if self.total >= FEWEST && most(self.name) && self.are_names() {
            Some(Personal::Name)
        } else {
            None
        }
    }

    /// Numbers of contracts can hold region and date as well, and share them.
    fn births_differ(&self) -> bool {
        self.births.len() * 2 >= self.unchecked
    }

    /// Serial numbers share their first digits; the telephones of a county do not.
    fn exchanges_differ(&self) -> bool {
        self.exchanges.len() * 2 >= self.phones.len()
    }

    fn are_names(&self) -> bool {
        let long = self.names.iter().filter(|name| name::length(name) > 2);
        self.names.len() >= FEWEST_NAMES
            && (self.names.len() < FEWEST_TO_MEASURE || long.count() * 4 >= self.names.len())
    }
}

/// Whether a text is the number of a person, of a mobile telephone or of a bank card, and nothing else.
pub fn is_number_of_a_person(text: &str) -> bool {
    digits(&plain_number(text)).is_some_and(|digits| {
        birth_of_identity(&digits).is_some() || is_mobile(&digits) || is_card(&digits)
    })
}

#[cfg(test)]
mod tests;
