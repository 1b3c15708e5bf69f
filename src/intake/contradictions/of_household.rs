//! What the loans of one household say against one another and against the roster.

use std::collections::HashMap;
use std::hint::black_box;

use crate::domain::{County, Date, Fen, Field, HouseholdId, Loans, VillageId};
use crate::intake::finding::Problem;
use crate::intake::gazetteer::{is_same_township, is_same_village};

use super::{Against, Odd, Said};

/// No row, and no village.
const NONE: u32 = u32::MAX;

/// What is remembered of a household on the way, in one place so that a loan's look-up waits for memory once.
#[derive(Clone, Copy)]
struct Home {
    /// By the roster, else by the first loan.
    village: VillageId,
    first: u32,
    first_day: Date,
}

/// Loans that are not their household's first, each with a mark of household and day. Few of them have one mark, and only
/// those are looked at again.
#[derive(Default)]
struct Further(Vec<(u32, u32)>);

/// Loans whose homes are brought near together.
const BLOCK: usize = 256;

/// Gathers loans whose village differs, and loans that stand at two lenders under two numbers.
pub(super) fn find(county: &County, odd: &mut Vec<Odd>) {
    let loans = &county.loans;
    let mut homes = homes(county);
    let mut further = Further::default();
    let mut row = 0;
    let villages = loans.villages().chunks(BLOCK);
    let days = loans.disbursement_dates().chunks(BLOCK);
    let blocks = loans.households().chunks(BLOCK).zip(villages.zip(days));
    for (households, (villages, days)) in blocks {
        black_box(bring_near(&homes, households));
        for ((&household, &village), &day) in households.iter().zip(villages).zip(days) {
            if let Some(home) = homes.get_mut(household.0 as usize) {
                if let Some(against) = home.is_elsewhere(household, village, county) {
                    odd.push(Odd { row, against });
                }
                match home.has_loan(loans, row, day) {
                    Has::First => (home.first, home.first_day) = (row, day),
                    Has::Alike => {
                        let against = at_other_lender(loans, home.first, row);
                        odd.extend(against.map(|against| Odd { row, against }));
                    }
                    Has::Further => further.0.push((mark(household, day), row)),
                }
            }
            row += 1;
        }
    }
    further.compare(loans, odd);
}

/// Reads the homes of a block one after another without a decision between: decided on before it is there, each would be
/// waited for.
fn bring_near(homes: &[Home], households: &[HouseholdId]) -> u32 {
    let known = households.iter().map(|household| household.0 as usize);
    let known = known.filter_map(|household| homes.get(household));
    known.fold(0, |sum, home| sum.wrapping_add(home.first))
}

/// What a loan is to its household.
enum Has {
    First,
    /// Of the day and amount of the first.
    Alike,
    Further,
}

impl Home {
    #[inline(always)]
    fn has_loan(&self, loans: &Loans, row: u32, day: Date) -> Has {
        if self.first == NONE {
            Has::First
        } else if self.first_day == day && is_of_one_amount(loans, self.first, row) {
            Has::Alike
        } else {
            Has::Further
        }
    }

    /// Whether a loan's village is another than that of the home, which a first loan gives where the roster does not.
    #[inline(always)]
    fn is_elsewhere(
        &mut self,
        household: HouseholdId,
        village: VillageId,
        county: &County,
    ) -> Option<Against> {
        if self.village == village {
            return None;
        }
        if self.village.0 == NONE {
            self.village = village;
            return None;
        }
        let first = Some(self.first).filter(|_| !county.households.is_in_roster(household));
        Some(Against::Address { first })
    }
}

fn homes(county: &County) -> Vec<Home> {
    let households = &county.households;
    let all = 0..households.len() as u32;
    let home = |household| Home {
        village: households
            .roster_village(HouseholdId(household))
            .unwrap_or(VillageId(NONE)),
        first: NONE,
        first_day: Date::from_days(i32::MAX),
    };
    all.map(home).collect()
}

fn is_of_one_amount(loans: &Loans, one: u32, other: u32) -> bool {
    principal(loans, one) == principal(loans, other)
}

fn principal(loans: &Loans, row: u32) -> Fen {
    loans.loan(row as usize).disbursed_principal
}

fn at_other_lender(loans: &Loans, first: u32, row: u32) -> Option<Against> {
    let lender = |row: u32| loans.loan(row as usize).lender;
    (lender(first) != lender(row)).then_some(Against::Alike { first })
}

/// A number that two loans of one household and day share, and few others do.
#[inline(always)]
fn mark(household: HouseholdId, day: Date) -> u32 {
    let both = u64::from(household.0) << 32 | u64::from(day.days().unsigned_abs());
    // The golden ratio as a fraction of 2⁶⁴: neighbouring numbers come far apart in the upper half (Knuth, TAOCP 6.4).
    (both.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
}

/// A set of marks, of which it keeps as many bits as it has room for.
struct Marks {
    bits: Vec<u64>,
    shift: u32,
}

impl Marks {
    /// Room enough that few of `count` marks meet by chance.
    fn of(count: usize) -> Marks {
        let size = (count * 16).next_power_of_two().clamp(64, 1 << 31);
        Marks {
            bits: vec![0; size / 64],
            shift: u32::BITS - size.trailing_zeros(),
        }
    }

    /// Puts a mark in; whether it, or one taken for it, was there.
    #[inline(always)]
    fn put(&mut self, mark: u32) -> bool {
        let at = mark >> self.shift;
        let bit = 1 << (at % 64);
        let bits = &mut self.bits[at as usize / 64];
        let was_there = *bits & bit != 0;
        *bits |= bit;
        was_there
    }

    #[inline(always)]
    fn has(&self, mark: u32) -> bool {
        let at = mark >> self.shift;
        self.bits[at as usize / 64] & (1 << (at % 64)) != 0
    }
}

impl Further {
    /// The rows whose mark another row has too, and a few others.
    fn likely(&self) -> Vec<u32> {
        let mut once = Marks::of(self.0.len());
        let mut twice = Marks::of(self.0.len());
        for &(mark, _) in &self.0 {
            if once.put(mark) {
                twice.put(mark);
            }
        }
        let rows = self.0.iter().filter(|&&(mark, _)| twice.has(mark));
        rows.map(|&(_, row)| row).collect()
    }

    /// Compares those of one household, day and amount with the first of them.
    fn compare(&self, loans: &Loans, odd: &mut Vec<Odd>) {
        let key = |row: u32| {
            let loan = loans.loan(row as usize);
            let (day, principal) = (loan.disbursement_date, loan.disbursed_principal);
            ((loan.household, day, principal), row)
        };
        let mut keys: Vec<_> = self.likely().into_iter().map(key).collect();
        keys.sort_unstable();
        for alike in keys.chunk_by(|(one, _), (other, _)| one == other) {
            let Some((&(_, first), others)) = alike.split_first() else {
                continue;
            };
            for &(_, row) in others {
                if let Some(against) = at_other_lender(loans, first, row) {
                    odd.push(Odd { row, against });
                }
            }
        }
    }
}

/// The loan at another lender.
pub(super) fn alike(county: &County, row: usize, first: u32) -> Said {
    let loans = &county.loans;
    let lender = |row: usize| loans.lenders.text(loans.loan(row).lender).into_owned();
    let source = loans.source(first as usize);
    Said {
        fields: &[Field::Lender],
        found: Some(lender(row)),
        problem: Problem::LoanAlikeAtOtherLender {
            first_file: source.file,
            first_line: source.line,
            lender: lender(first as usize),
        },
    }
}

/// Tells addresses apart; what was found of two villages is kept, for thousands of loans may have the same two.
#[derive(Default)]
pub(super) struct Addresses {
    known: HashMap<(VillageId, VillageId), Difference>,
}

/// In what two villages differ.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Difference {
    /// In nothing but how the names are written: 石坝 and 石坝村.
    None,
    Township,
    Village,
}

impl Addresses {
    /// The loan's village against that of the row `first`, or of the roster where there is none; none if they are one.
    pub(super) fn said(&mut self, county: &County, row: usize, first: Option<u32>) -> Option<Said> {
        let loan = county.loans.loan(row);
        let (village, first_file, first_line) = match first {
            Some(first) => {
                let first = first as usize;
                let source = county.loans.source(first);
                (county.loans.loan(first).village, source.file, source.line)
            }
            None => {
                let place = county.households.roster_place(loan.household)?;
                let village = county.households.roster_village(loan.household)?;
                (village, place.file, place.line)
            }
        };
        let pair = (loan.village, village);
        let differs = *self
            .known
            .entry(pair)
            .or_insert_with(|| difference(county, pair));
        let (own, other) = (name(county, loan.village), name(county, village));
        let (fields, found): (&[Field], String) = match differs {
            Difference::None => return None,
            Difference::Township => (&[Field::Township], own.0),
            Difference::Village => (&[Field::Village, Field::VillageAndGroup], own.1),
        };
        Some(Said {
            fields,
            found: Some(found),
            problem: Problem::HouseholdAtTwoAddresses {
                first_file,
                first_line,
                township: other.0,
                village: other.1,
            },
        })
    }
}

/// The names of township and village.
fn name(county: &County, village: VillageId) -> (String, String) {
    let places = &county.places;
    let township = places.township_name(places.township_of(village));
    (township, places.village_name(village))
}

fn difference(county: &County, (one, other): (VillageId, VillageId)) -> Difference {
    let (one, other) = (name(county, one), name(county, other));
    if !is_same_township(&one.0, &other.0) {
        Difference::Township
    } else if !is_same_village(&one.1, &other.1) {
        Difference::Village
    } else {
        Difference::None
    }
}
