//! What the loans of one household say against one another and against the roster.

use std::collections::HashMap;

use crate::domain::{County, Date, Fen, Field, HouseholdId, Loans, VillageId};
use crate::intake::finding::Problem;
use crate::intake::gazetteer::{is_same_township, is_same_village};

use super::{Against, Odd, Said};

/// No row, and no village.
const NONE: u32 = u32::MAX;
/// The second loan is among [`Further`] already.
const KEPT: u32 = u32::MAX - 1;

/// What is remembered of a household on the way, in one place so that a loan's look-up waits for memory once.
#[derive(Clone, Copy)]
struct Home {
    /// By the roster, else by the first loan.
    village: VillageId,
    first: u32,
    first_day: Date,
    /// The second loan, of another day or amount than the first.
    second: u32,
}

/// Loans of households that have three and more: few, and compared once they are sorted.
#[derive(Default)]
struct Further(Vec<(HouseholdId, u32)>);

/// Gathers loans whose village differs, and loans that stand at two lenders under two numbers.
pub(super) fn find(county: &County, odd: &mut Vec<Odd>) {
    let loans = &county.loans;
    let mut homes = homes(county);
    let mut further = Further::default();
    for (row, (household, village, day)) in loans.whereabouts().enumerate() {
        let row = row as u32;
        let Some(home) = homes.get_mut(household.0 as usize) else {
            continue;
        };
        if home.village != village {
            if home.village.0 == NONE {
                home.village = village;
            } else {
                // A first loan can only differ from the roster.
                let first = Some(home.first).filter(|_| !county.households.is_in_roster(household));
                let against = Against::Address { first };
                odd.push(Odd { row, against });
            }
        }
        if home.first == NONE {
            (home.first, home.first_day) = (row, day);
        } else if home.first_day == day && is_of_one_amount(loans, home.first, row) {
            if let Some(against) = at_other_lender(loans, home.first, row) {
                odd.push(Odd { row, against });
            }
        } else {
            further.add(home, household, row);
        }
    }
    further.compare(loans, odd);
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
        second: NONE,
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

impl Further {
    #[inline]
    fn add(&mut self, home: &mut Home, household: HouseholdId, row: u32) {
        if home.second == NONE {
            home.second = row;
            return;
        }
        if home.second != KEPT {
            self.0.push((household, home.second));
            home.second = KEPT;
        }
        self.0.push((household, row));
    }

    /// Compares those of one household, day and amount with the first of them.
    fn compare(self, loans: &Loans, odd: &mut Vec<Odd>) {
        let key = |&(household, row): &(HouseholdId, u32)| {
            let loan = loans.loan(row as usize);
            (
                household,
                loan.disbursement_date,
                loan.disbursed_principal,
                row,
            )
        };
        let mut keys: Vec<_> = self.0.iter().map(key).collect();
        keys.sort_unstable();
        for alike in
            keys.chunk_by(|one, other| (one.0, one.1, one.2) == (other.0, other.1, other.2))
        {
            let Some((&(.., first), others)) = alike.split_first() else {
                continue;
            };
            for &(.., row) in others {
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
