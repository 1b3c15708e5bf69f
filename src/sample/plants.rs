//! Plants the irregularities that the checks look for, each on loans of its own, and remembers which.

use super::calendar::day;
use super::households::{Household, Roster};
use super::loan::{Loan, Twist};
use super::places::{Places, TownshipKind, VillageKind};
use super::random::Random;

/// Counties with fewer loans are written without irregularities.
pub const LEAST_LOANS: u64 = 3_000;

/// One kind of irregularity and the loans (by index) it was planted on.
pub struct Plant {
    pub id: &'static str,
    pub what_zh: &'static str,
    pub what_en: &'static str,
    pub loans: Vec<usize>,
}

/// The county while irregularities are laid into it.
pub struct Planter<'a> {
    pub loans: &'a mut [Loan],
    pub roster: &'a mut Roster,
    places: &'a Places,
    /// Loans in the order they are looked at.
    pub order: Vec<u32>,
    /// Loans per household before anything was planted.
    loans_of: Vec<u8>,
    pub plants: Vec<Plant>,
}

/// Plants everything. Loans are picked in a seeded order among those about which there is nothing else to say.
pub fn plant_all(
    seed: u64,
    places: &Places,
    roster: &mut Roster,
    loans: &mut [Loan],
) -> Vec<Plant> {
    let mut order: Vec<u32> = (0..loans.len() as u32).collect();
    Random::new(seed, 40, 0).shuffle(&mut order);
    let mut loans_of = vec![0_u8; roster.households.len()];
    for loan in loans.iter() {
        loans_of[loan.household as usize] = loans_of[loan.household as usize].saturating_add(1);
    }
    let mut planter = Planter {
        loans,
        roster,
        places,
        order,
        loans_of,
        plants: Vec::new(),
    };
    planter.plant_all();
    planter.plants.sort_by_key(|plant| plant.id);
    planter.plants
}

impl Planter<'_> {
    /// Whether nothing else is to be said of a loan, its household and its village.
    pub fn is_free(&self, loan: &Loan) -> bool {
        loan.twist == Twist::Plain
            && self.loans_of[loan.household as usize] == 1
            && self.roster.households[loan.household as usize]
                .removed_on
                .is_none()
            && self.places.villages[loan.village as usize].kind == VillageKind::Ordinary
            && self.places.township_of(loan.village).kind != TownshipKind::Clean
            && (loan.renewals, loan.enterprise) == (0, 0)
            && loan.extension.is_none()
            && loan.part_repaid.is_none()
            && loan.payout.is_none()
    }

    /// Lays one irregularity on up to `count` free loans that fit.
    pub fn plant(
        &mut self,
        (id, what_zh, what_en): (&'static str, &'static str, &'static str),
        count: usize,
        fits: impl Fn(&Loan) -> bool,
        mut change: impl FnMut(usize, &mut Loan, &mut Household),
    ) {
        let free = |index: &usize| self.is_free(&self.loans[*index]) && fits(&self.loans[*index]);
        let picked: Vec<usize> = self
            .order
            .iter()
            .map(|index| *index as usize)
            .filter(free)
            .take(count)
            .collect();
        for (turn, index) in picked.iter().enumerate() {
            let loan = &mut self.loans[*index];
            loan.twist = Twist::InFields;
            change(
                turn,
                loan,
                &mut self.roster.households[loan.household as usize],
            );
        }
        self.plants.push(Plant {
            id,
            what_zh,
            what_en,
            loans: picked,
        });
    }

    /// Gives two loans of one village to one household.
    pub fn plant_pairs(
        &mut self,
        (id, what_zh, what_en): (&'static str, &'static str, &'static str),
        count: usize,
        fits: impl Fn(&Loan, &Loan) -> bool,
        change: impl Fn(&mut Loan, &Loan),
    ) {
        let mut picked = Vec::new();
        for turn in 0..self.order.len() {
            if picked.len() == count * 2 {
                break;
            }
            let one = self.order[turn] as usize;
            if !self.is_free(&self.loans[one]) {
                continue;
            }
            let nearby = one.saturating_sub(40)..(one + 40).min(self.loans.len());
            let partner = nearby.into_iter().find(|other| {
                let (first, second) = (&self.loans[one], &self.loans[*other]);
                *other != one
                    && first.village == second.village
                    && self.is_free(second)
                    && fits(first, second)
            });
            if let Some(other) = partner {
                let first = self.loans[one].clone();
                let second = &mut self.loans[other];
                second.household = first.household;
                second.twist = Twist::InFields;
                change(second, &first);
                self.loans[one].twist = Twist::InFields;
                self.place_household_before(one, other);
                picked.extend([one.min(other), one.max(other)]);
            }
        }
        self.plants.push(Plant {
            id,
            what_zh,
            what_en,
            loans: picked,
        });
    }

    /// The household that now has both loans was registered before the earlier of them.
    fn place_household_before(&mut self, one: usize, other: usize) {
        let earliest = self.loans[one].disbursed.min(self.loans[other].disbursed);
        let household = &mut self.roster.households[self.loans[one].household as usize];
        if household.identified_on >= earliest {
            household.identified_on = day(2014, 5, 8);
        }
    }
}
