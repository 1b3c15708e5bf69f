//! Lends: gives the households of each village their loans, and each loan an outcome.

use super::calendar::{AS_OF, add_months, civil, day};
use super::households::Roster;
use super::loan::{Loan, Payout, Twist, reports_payouts, reports_renewals};
use super::places::{Places, TownshipKind, VillageKind, share_out};
use super::random::Random;

/// Loans paid out per month, from January 2016 to November 2019, in no unit: the two high months make,
/// three years on, the two peaks of the maturity calendar.
const MONTH_WEIGHTS: [u64; 47] = [
    1, 1, 2, 3, 4, 5, 5, 5, 6, 8, 10, 46, 14, 8, 14, 14, 16, 50, 18, 12, 12, 10, 10, 10, 8, 6, 12,
    14, 14, 16, 14, 12, 12, 12, 14, 14, 8, 5, 12, 14, 14, 16, 14, 12, 12, 10, 8,
];
const LENDER_WEIGHTS: [u64; 4] = [52, 23, 15, 10];

/// Exactly `count` loans, village by village.
pub fn lend(seed: u64, count: u64, places: &Places, roster: &mut Roster) -> Vec<Loan> {
    let eligible: Vec<Vec<u32>> = (0..places.villages.len())
        .map(|village| {
            let all = roster.first[village]..roster.first[village + 1];
            all.filter(|household| roster.households[*household as usize].may_borrow())
                .collect()
        })
        .collect();
    let weights: Vec<u64> = places
        .villages
        .iter()
        .zip(&eligible)
        .map(|(village, households)| {
            if village.kind == VillageKind::WithoutLoans {
                0
            } else {
                households.len() as u64
            }
        })
        .collect();
    let mut loans = Vec::with_capacity(count as usize);
    for (village, share) in share_out(count, &weights, 0).into_iter().enumerate() {
        let mut random = Random::new(seed, 20, village as u64);
        lend_in_village(
            village as u32,
            share as usize,
            &eligible[village],
            places,
            &mut random,
            &mut loans,
        );
    }
    for loan in &loans {
        let household = &mut roster.households[loan.household as usize];
        if household.identified_on >= loan.disbursed {
            household.identified_on = day(2014, 4, 1) + (loan.household % 250) as i32;
        }
    }
    loans
}

fn lend_in_village(
    village: u32,
    count: usize,
    eligible: &[u32],
    places: &Places,
    random: &mut Random,
    loans: &mut Vec<Loan>,
) {
    let begin = loans.len();
    let mut borrowers = eligible.to_vec();
    random.shuffle(&mut borrowers);
    // About seven borrowers for ten loans, so that the rest are second loans; never more than two to a household.
    let first_loans = (count * 72 / 100)
        .max(count.div_ceil(2))
        .min(borrowers.len());
    let second_loans = count - first_loans;
    let chance = chance_of_default(village, places);
    for (turn, household) in borrowers.iter().take(first_loans).enumerate() {
        let terms = |random: &mut Random| draw_loan(village, *household, random);
        if turn >= second_loans {
            let loan = terms(random);
            loans.push(with_outcome(loan, chance, random));
        } else if random.permille(150) {
            lend_two_at_once(village, *household, random, loans);
        } else {
            lend_again(village, *household, chance, random, loans);
        }
    }
    if places.villages[village as usize].kind == VillageKind::SmallUnlucky {
        make_one_overdue(&mut loans[begin..], random);
    }
}

/// How readily loans of a village fall into arrears, in no unit; `with_outcome` makes it a chance.
fn chance_of_default(village: u32, places: &Places) -> u64 {
    match (
        places.villages[village as usize].kind,
        places.township_of(village).kind,
    ) {
        (VillageKind::Credit | VillageKind::SmallUnlucky | VillageKind::WithoutLoans, _) => 0,
        (VillageKind::Poor, _) => 290,
        (VillageKind::Ordinary, TownshipKind::Clean) => 0,
        (VillageKind::Ordinary, TownshipKind::Weak) => 128,
        (VillageKind::Ordinary, TownshipKind::Ordinary) => 50,
    }
}

fn draw_disbursement(random: &mut Random) -> i32 {
    let month = random.weighted(&MONTH_WEIGHTS) as i32;
    let last = if month == 46 { 24 } else { 28 };
    day(
        2016 + month / 12,
        month % 12 + 1,
        1 + random.below(last) as i32,
    )
}

fn draw_principal(random: &mut Random) -> u32 {
    match random.below(100) {
        0..45 => 50_000,
        45..65 => 30_000,
        65..77 => 20_000,
        77..85 => 40_000,
        85..90 => 10_000,
        _ => 10_000 + 1_000 * random.below(41) as u32,
    }
}

/// The benchmark of its term; from 20 August 2019 one-year loans follow the lower LPR, which keeps below both.
fn fair_rate(months: i32, disbursed: i32) -> u16 {
    match months {
        ..=12 if disbursed < day(2019, 8, 20) => 4350,
        ..=12 => 4150,
        _ => 4750,
    }
}

fn draw_loan(village: u32, household: u32, random: &mut Random) -> Loan {
    let months = [12, 24, 36][random.weighted(&[20, 25, 55])];
    let disbursed = draw_disbursement(random);
    new_loan(village, household, disbursed, months, random)
}

fn new_loan(
    village: u32,
    household: u32,
    disbursed: i32,
    months: i32,
    random: &mut Random,
) -> Loan {
    Loan {
        lender: random.weighted(&LENDER_WEIGHTS) as u8,
        village,
        household,
        principal: draw_principal(random),
        disbursed,
        due: add_months(disbursed, months),
        extension: None,
        renewals: 0,
        rate: fair_rate(months, disbursed),
        purpose: random.index(super::words::SOUND_PURPOSES) as u8,
        guarantee: 0,
        enterprise: 0,
        settled: None,
        part_repaid: None,
        payout: None,
        ability: 0,
        willingness: 0,
        cause: 0,
        collections: 0,
        twist: Twist::Plain,
    }
}

/// Two members of one household, together within the household's 50,000 yuan, both before maturity.
fn lend_two_at_once(village: u32, household: u32, random: &mut Random, loans: &mut Vec<Loan>) {
    let first = day(2018, 1, 1) + random.below(300) as i32;
    let second = first + 20 + random.below(200) as i32;
    for disbursed in [first, second] {
        let (year, month, day_of_month) = civil(disbursed);
        let disbursed = day(year, month, day_of_month.min(28));
        let mut loan = new_loan(village, household, disbursed, 36, random);
        loan.principal = 10_000 + 5_000 * random.below(4) as u32;
        loans.push(loan);
    }
}

/// A loan repaid, and another after it.
fn lend_again(
    village: u32,
    household: u32,
    chance: u64,
    random: &mut Random,
    loans: &mut Vec<Loan>,
) {
    let first_disbursed = draw_until(
        random,
        |disbursed| disbursed < day(2018, 9, 1),
        day(2017, 3, 9),
    );
    let mut first = new_loan(village, household, first_disbursed, 12, random);
    let settled = first.due - random.below(15) as i32;
    first.settled = Some(settled);
    let wanted = draw_until(random, |disbursed| disbursed > settled + 5, settled + 10);
    let (year, month, day_of_month) = civil(wanted.min(AS_OF - 6));
    let months = [12, 24, 36][random.weighted(&[25, 25, 50])];
    let second = new_loan(
        village,
        household,
        day(year, month, day_of_month.min(28)),
        months,
        random,
    );
    loans.push(first);
    loans.push(with_outcome(second, chance, random));
}

fn draw_until(random: &mut Random, fits: impl Fn(i32) -> bool, otherwise: i32) -> i32 {
    (0..60)
        .map(|_| draw_disbursement(random))
        .find(|disbursed| fits(*disbursed))
        .unwrap_or(otherwise)
}

/// What became of a loan by the later snapshot.
fn with_outcome(mut loan: Loan, chance: u64, random: &mut Random) -> Loan {
    if loan.due >= AS_OF {
        outcome_before_maturity(&mut loan, random);
        return loan;
    }
    let days = AS_OF - loan.due;
    // Old arrears have mostly been worked off by the later snapshot.
    let lasting = match days {
        ..=90 => 160,
        91..=270 => 125,
        271..=360 => 100,
        361..=600 => 50,
        _ => 18,
    };
    if random.below(51_000) < chance * lasting {
        default_on(&mut loan, random);
        return loan;
    }
    if days > 5 && days <= 68 && reports_renewals(loan.lender) && chance > 0 && random.permille(90)
    {
        loan.extension = Some((loan.due - 5, add_months(loan.due, 6)));
        loan.ability = 2;
        loan.willingness = 1;
        return loan;
    }
    let late = chance > 0 && random.permille(90);
    let settled = if late {
        loan.due + 1 + random.below(25) as i32
    } else {
        loan.due - random.below(16) as i32
    };
    loan.settled = Some(settled.min(AS_OF));
    loan
}

fn outcome_before_maturity(loan: &mut Loan, random: &mut Random) {
    let draw = random.below(1000);
    if draw < 45 && loan.disbursed + 90 < AS_OF {
        loan.settled =
            Some(random.between(i64::from(loan.disbursed + 90), i64::from(AS_OF)) as i32);
    } else if draw < 65 && loan.disbursed < day(2019, 8, 1) {
        // After the subsidised quarter, so that the subsidy of that quarter is on the whole principal.
        let left = loan.principal / 2_000 * 1_000;
        loan.part_repaid = Some((day(2019, 9, 25) + random.below(62) as i32, left));
    } else if draw < 90 && loan.disbursed > day(2018, 1, 1) && reports_renewals(loan.lender) {
        loan.renewals = 1;
    }
    if loan.due <= AS_OF + 90 && random.permille(700) {
        loan.ability = 1 + random.weighted(&[80, 15, 5]) as u8;
        loan.willingness = 1 + random.weighted(&[80, 16, 4]) as u8;
    }
    if loan.renewals > 0 {
        // Nobody is renewed who is known to be unable or unwilling, but where that is planted.
        loan.ability = loan.ability.min(2);
        loan.willingness = loan.willingness.min(2);
    }
}

fn default_on(loan: &mut Loan, random: &mut Random) {
    let days = AS_OF - loan.due;
    if random.permille(880) {
        loan.ability = 1 + random.weighted(&[35, 40, 25]) as u8;
        loan.willingness = 1 + random.weighted(&[45, 35, 13, 7]) as u8;
        loan.cause = 1 + random.weighted(&[18, 22, 32, 14, 3, 11]) as u8;
    }
    loan.collections = 1 + random.below((days as u64 / 45).min(9) + 1) as u8;
    if days > 10 && random.permille(200) {
        let left = (loan.principal / 1_000)
            .saturating_sub(1 + random.below(8) as u32)
            .max(1)
            * 1_000;
        loan.part_repaid = Some((loan.due + 1 + random.below(days as u64 - 1) as i32, left));
    }
    // Ninety days make it non-performing, sixty more end the buffer.
    if days > 175 && reports_payouts(loan.lender) && random.permille(420) {
        let applied = loan.due + 91 + 62 + random.below(10) as i32;
        let paid = applied + 20 + random.below(40) as i32;
        let paid = (paid <= AS_OF && random.permille(600)).then_some(paid);
        loan.payout = Some(Payout {
            applied,
            paid,
            government_percent: 70,
        });
        if let (Some(paid), Some((repaid, _))) = (paid, loan.part_repaid)
            && repaid >= paid
        {
            loan.part_repaid = None;
        }
    }
}

/// In a village of few loans, one that matured this year is not repaid.
fn make_one_overdue(loans: &mut [Loan], random: &mut Random) {
    // The household's only loan: a household with two keeps one class.
    let alone = |loan: &Loan| {
        loans
            .iter()
            .filter(|other| other.household == loan.household)
            .count()
            == 1
    };
    let Some(index) = loans
        .iter()
        .position(|loan| loan.settled.is_none() && alone(loan))
    else {
        return;
    };
    let loan = &mut loans[index];
    loan.extension = None;
    loan.part_repaid = None;
    loan.renewals = 0;
    loan.disbursed = day(
        2018,
        2 + random.below(6) as i32,
        1 + random.below(28) as i32,
    );
    loan.due = add_months(loan.disbursed, 12);
    loan.rate = 4350;
    default_on(loan, random);
    loan.payout = None;
}
