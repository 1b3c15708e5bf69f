//! The household roster: who is registered, who may borrow, and the opaque numbers households go by.

use super::calendar::{AS_OF, day};
use super::places::{Places, share_out};
use super::random::Random;

/// Standing of a household in the roster (脱贫属性).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Registered,
    LiftedWithSupport,
    LiftedWithoutSupport,
    Monitored,
    Removed,
}

/// One household of the roster.
#[derive(Clone)]
pub struct Household {
    pub village: u32,
    pub villager_group: u8,
    pub family_size: u8,
    pub labour_count: u8,
    pub standing: Standing,
    /// Whether the household receives the minimum living allowance (低保).
    pub on_allowance: bool,
    /// Lifted out of poverty, but not yet firmly (脱贫不稳定户).
    pub unsteady: bool,
    pub identified_on: i32,
    pub exit_year: u16,
    pub removed_on: Option<i32>,
    /// 0 none, else the number of stars, 2 to 5.
    pub stars: u8,
}

impl Household {
    /// Whether a bank would lend to it under the rules of 2019.
    pub fn may_borrow(&self) -> bool {
        self.labour_count > 0
            && matches!(
                self.standing,
                Standing::Registered | Standing::LiftedWithSupport
            )
    }
}

/// The households of the county, village by village, and where each village's begin.
pub struct Roster {
    pub households: Vec<Household>,
    /// `first[v]..first[v + 1]` are the households of village v.
    pub first: Vec<u32>,
}

impl Roster {
    /// Fourteen households for every twelve loans.
    pub fn invent(seed: u64, loans: u64, places: &Places) -> Self {
        let count = (loans * 14 / 12).max(places.villages.len() as u64 * 3);
        let weights: Vec<u64> = places
            .villages
            .iter()
            .map(|village| village.weight)
            .collect();
        let mut roster = Self {
            households: Vec::with_capacity(count as usize),
            first: vec![0],
        };
        for (village, share) in share_out(count, &weights, 3).into_iter().enumerate() {
            let mut random = Random::new(seed, 10, village as u64);
            for _ in 0..share {
                roster
                    .households
                    .push(invent_household(village as u32, &mut random));
            }
            roster.first.push(roster.households.len() as u32);
        }
        roster
    }
}

fn invent_household(village: u32, random: &mut Random) -> Household {
    let standing = match random.below(1000) {
        0..130 => Standing::Registered,
        130..930 => Standing::LiftedWithSupport,
        930..980 => Standing::LiftedWithoutSupport,
        _ => Standing::Monitored,
    };
    let family_size = 1 + random.weighted(&[7, 15, 22, 26, 17, 9, 4]) as u8;
    let workers = random.weighted(&[5, 30, 45, 15, 5]) as u8;
    let late = random.permille(120);
    let identified_on = if late {
        day(2015, 1, 1) + random.below(1200) as i32
    } else {
        day(2014, 3, 1) + random.below(280) as i32
    };
    Household {
        village,
        villager_group: 1 + random.below(8) as u8,
        family_size,
        labour_count: workers.min(family_size),
        standing,
        on_allowance: random.permille(180),
        unsteady: standing == Standing::LiftedWithSupport && random.permille(25),
        identified_on,
        exit_year: (2015 + random.weighted(&[8, 20, 30, 27, 15])) as u16,
        removed_on: None,
        stars: [0, 2, 3, 4, 5][random.weighted(&[12, 14, 28, 30, 16])],
    }
}

/// The number a household goes by in every file: opaque, not in the order of places, no part of an identity number.
pub fn household_number(index: u32) -> String {
    // An odd multiplier that does not end in 5 permutes the numbers below 10^8, so that none is given twice.
    format!(
        "YX01{:08}",
        (u64::from(index) * 73_687_877 + 20_191_202) % 100_000_000
    )
}

/// A number of the same look that no household of the roster has.
pub fn unknown_household_number(index: u32) -> String {
    format!(
        "YX99{:08}",
        (u64::from(index) * 73_687_877 + 20_191_202) % 100_000_000
    )
}

/// Takes some households off the register after they had borrowed (动态调整清退), and some that never had.
pub fn remove_some(seed: u64, roster: &mut Roster, last_disbursement: &[Option<i32>]) {
    let mut random = Random::new(seed, 11, 0);
    for (household, borrowed) in roster.households.iter_mut().zip(last_disbursement) {
        let rate = if borrowed.is_some() { 10 } else { 18 };
        if !household.may_borrow() || household.unsteady || !random.permille(rate) {
            continue;
        }
        let earliest = borrowed.map_or(day(2016, 6, 1), |disbursed| disbursed + 60);
        if earliest >= AS_OF - 30 {
            continue;
        }
        household.removed_on =
            Some(random.between(i64::from(earliest), i64::from(AS_OF - 30)) as i32);
        household.standing = Standing::Removed;
    }
}
