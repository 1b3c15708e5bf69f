//! One pass over the loans fills every tally; figures are made of the tallies and of nothing else.

use crate::domain::{County, RiskClass, TownshipId, VillageId};
use crate::policy::assumption::Assumption;
use crate::policy::classification::Classifier;
use crate::policy::parameters::{Parameter, Rulebook};

use super::figures::{ClassFigures, DueWithin, Figures, MonthRow};
use super::households::{ByHousehold, Distinct, distinct};
use super::ladder::{Ladder, Months};
use super::rate::{Mean, Missing, Rate};
use super::tally::{DUE_WINDOWS, PastDue, Tally};

/// Everything counted, by group. Groups are the dense numbers of their kind.
pub struct Computed {
    /// By village.
    pub villages: Vec<Tally>,
    /// By township.
    pub townships: Vec<Tally>,
    /// By lender.
    pub lenders: Vec<Tally>,
    /// The whole county.
    pub total: Tally,
    /// The maturity ladder.
    pub maturities: Vec<MonthRow>,
    /// Rows of loans whose household is not in the roster, in the order of the files.
    pub not_in_roster: Vec<u32>,
}

/// Counts everything for the day and under what is assumed, by the rules of a table of parameters.
pub fn compute(county: &County, assumption: &Assumption, rulebook: &Rulebook) -> Computed {
    let as_of = assumption.as_of();
    let peak_percent = rulebook.value(Parameter::PeakPercentOfMean, as_of);
    let classifier = Classifier::new(county, as_of, rulebook);
    let months = Months::new();
    let mut ladder = Ladder::new(&months);
    let mut villages = vec![Tally::default(); county.places.village_count()];
    let mut lenders = vec![Tally::default(); county.loans.lenders.len()];
    let mut by_household = ByHousehold::new(county);
    for (row, loan) in assumption.loans(county).enumerate() {
        let past_due = PastDue::of(&classifier, row, &loan);
        villages[loan.village.0 as usize].add(&loan, past_due, as_of);
        lenders[loan.lender.0 as usize].add(&loan, past_due, as_of);
        ladder.add(&loan, past_due, &months);
        by_household.add(&loan, past_due, &months);
    }
    let mut townships = vec![Tally::default(); county.places.township_count()];
    let mut total = Tally::default();
    for (village, tally) in villages.iter().enumerate() {
        townships[county.places.township_of(VillageId(village as u32)).0 as usize]
            .merge_loans(tally);
        total.merge_loans(tally);
    }
    let households = distinct(county, &by_household, &months);
    place_households(
        &households,
        &mut villages,
        &mut townships,
        &mut lenders,
        &mut total,
    );
    Computed {
        villages,
        townships,
        lenders,
        total,
        maturities: ladder.rows(&months, &households.months, as_of, peak_percent),
        not_in_roster: households.not_in_roster,
    }
}

fn place_households(
    from: &Distinct,
    villages: &mut [Tally],
    townships: &mut [Tally],
    lenders: &mut [Tally],
    total: &mut Tally,
) {
    let groups = [
        (villages, &from.villages),
        (townships, &from.townships),
        (lenders, &from.lenders),
    ];
    for (tallies, households) in groups {
        for (tally, households) in tallies.iter_mut().zip(households) {
            tally.households = *households;
        }
    }
    total.households = from.total;
}

impl Computed {
    /// A township's figures.
    pub fn township(&self, township: TownshipId, has_roster: bool) -> Figures {
        figures(&self.townships[township.0 as usize], has_roster)
    }

    /// A village's figures.
    pub fn village(&self, village: VillageId, has_roster: bool) -> Figures {
        figures(&self.villages[village.0 as usize], has_roster)
    }
}

/// The figures of a tally.
pub fn figures(tally: &Tally, has_roster: bool) -> Figures {
    let households = &tally.households;
    let outstanding = tally.outstanding;
    let non_performing = RiskClass::ALL
        .into_iter()
        .filter(|class| class.is_non_performing())
        .map(|class| tally.classes[class as usize]);
    let npl_loans = non_performing.clone().map(|sum| sum.loans).sum();
    let npl_amount = non_performing.map(|sum| sum.amount).sum();
    let coverage = |covered| {
        if has_roster {
            Rate::of(covered, households.roster)
        } else {
            Rate::unknown(None, Missing::NoRoster)
        }
    };
    Figures {
        loans: tally.disbursed.loans,
        outstanding_loans: outstanding.loans,
        disbursed_principal: tally.disbursed.amount,
        outstanding_principal: outstanding.amount,
        borrower_households: households.borrowers,
        outstanding_households: households.outstanding,
        overdue_by_amount: Rate::of(tally.overdue.amount, outstanding.amount),
        overdue_by_loans: Rate::of(tally.overdue.loans, outstanding.loans),
        overdue_by_households: Rate::of(households.overdue, households.outstanding),
        npl_by_amount: Rate::of(npl_amount, outstanding.amount),
        npl_by_loans: Rate::of(npl_loans, outstanding.loans),
        classes: classes(tally),
        roster_households: has_roster.then_some(households.roster),
        coverage: coverage(households.covered),
        coverage_ever: coverage(households.covered_ever),
        average_loan: Mean::of(tally.disbursed.amount, tally.disbursed.loans),
        average_household_balance: Mean::of(outstanding.amount, households.outstanding),
        due_within: due_within(tally),
        matured_loans: tally.matured.loans,
        repaid_by_loans: Rate::of(tally.repaid_loans, tally.matured.loans),
        on_time_by_loans: on_time(tally),
        recovered_by_amount: Rate::of(tally.recovered, tally.matured.amount),
    }
}

fn classes(tally: &Tally) -> Vec<ClassFigures> {
    let class = |class: RiskClass| {
        let sum = tally.classes[class as usize];
        ClassFigures {
            class,
            by_loans: Rate::of(sum.loans, tally.outstanding.loans),
            by_amount: Rate::of(sum.amount, tally.outstanding.amount),
        }
    };
    RiskClass::ALL.into_iter().map(class).collect()
}

fn due_within(tally: &Tally) -> Vec<DueWithin> {
    let window = |(days, sum): (&u32, &super::tally::Sum)| DueWithin {
        days: *days,
        by_loans: Rate::of(sum.loans, tally.outstanding.loans),
        by_amount: Rate::of(sum.amount, tally.outstanding.amount),
    };
    DUE_WINDOWS
        .iter()
        .zip(&tally.due_within)
        .map(window)
        .collect()
}

/// On-time repayment can be told only if every loan that the borrower settled has its day.
fn on_time(tally: &Tally) -> Rate<u64> {
    if tally.undated_loans > 0 {
        Rate::unknown(Some(tally.matured.loans), Missing::NoSettlementDate)
    } else {
        Rate::of(tally.on_time_loans, tally.matured.loans)
    }
}
