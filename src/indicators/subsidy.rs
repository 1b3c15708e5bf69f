//! 贴息 by settlement period, lender, village and source of money: sums of what was rounded once for each loan and period,
//! so that every table adds up to every other to the fen. What is not known is counted apart, with its bounds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{Fen, Symbol, VillageId};
use crate::policy::book::{Book, Case};
use crate::policy::subsidy::faults::{self, PaidFault};
use crate::policy::subsidy::interest::Amounts;
use crate::policy::subsidy::periods::{Calendar, Days};
use crate::policy::subsidy::source::{MoneySource, Sources};
use crate::policy::subsidy::{LoanSubsidy, Subsidy};
use crate::policy::verdict::Unknown;

/// Subsidy due of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueFigures {
    /// Loans times periods for which a sum is known and more than nothing.
    pub items: u64,
    /// The sum, by the year that the parameters say.
    pub amount: Fen,
    /// The same by 360 days to the year.
    pub by_360: Fen,
    /// The same by 365 days to the year.
    pub by_365: Fen,
    /// Loans times periods whose sum is not known; in no sum above.
    pub undetermined: u64,
    /// At least so much of these.
    pub least: Fen,
    /// At most so much of these.
    pub most: Fen,
}

impl DueFigures {
    fn add(&mut self, due: &Subsidy, chosen: impl Fn(Amounts) -> Fen) {
        match due.known() {
            Some(known) => {
                self.items += u64::from(known.by_360.is_positive());
                self.amount += chosen(known);
                self.by_360 += known.by_360;
                self.by_365 += known.by_365;
            }
            None => {
                self.undetermined += 1;
                self.least += chosen(due.least);
                self.most += chosen(due.most);
            }
        }
    }

    /// Both added up.
    #[must_use]
    pub fn plus(self, other: DueFigures) -> DueFigures {
        DueFigures {
            items: self.items + other.items,
            amount: self.amount + other.amount,
            by_360: self.by_360 + other.by_360,
            by_365: self.by_365 + other.by_365,
            undetermined: self.undetermined + other.undetermined,
            least: self.least + other.least,
            most: self.most + other.most,
        }
    }
}

/// A group's subsidy: by source of money in the order of [`MoneySource::ALL`], and what was paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubsidyFigures {
    /// By source. What nobody pays is told, and due to no one.
    pub sources: [DueFigures; 4],
    /// Payments.
    pub payments: u64,
    /// Their sum.
    pub paid: Fen,
}

impl SubsidyFigures {
    /// What is due from some source: all but what nobody pays.
    pub fn due(&self) -> DueFigures {
        let due = MoneySource::ALL
            .into_iter()
            .filter(|source| *source != MoneySource::Nobody);
        due.fold(DueFigures::default(), |sum, source| {
            sum.plus(self.sources[source as usize])
        })
    }

    fn merge(&mut self, other: &SubsidyFigures) {
        for (own, other) in self.sources.iter_mut().zip(&other.sources) {
            *own = own.plus(*other);
        }
        self.payments += other.payments;
        self.paid += other.paid;
    }
}

/// How often a fault was found, and how much is at stake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultFigures {
    /// Which.
    pub fault: PaidFault,
    /// Payments, or loans where nothing was paid.
    pub count: u64,
    /// The sum at stake.
    pub amount: Fen,
}

/// Lenders beyond so many are added up as one: names by the thousand are no lenders.
const MOST_LENDERS: usize = 512;

/// All sums.
pub struct SubsidyComputed {
    /// The settlement periods.
    pub calendar: Calendar,
    /// By lender, and within a lender by period; one more lender for all beyond the most that are told apart.
    cells: Vec<SubsidyFigures>,
    lenders: usize,
    /// By village.
    pub villages: Vec<SubsidyFigures>,
    /// The whole county.
    pub total: SubsidyFigures,
    /// By fault, in the order of [`PaidFault::ALL`].
    pub faults: [FaultFigures; 8],
    /// By lender, in the order of their symbols: loans in term that were paid nothing.
    pub missing: Vec<FaultFigures>,
    /// Payments on loans that no file has.
    pub without_loan: (u64, Fen),
    /// Payments for days before the periods.
    pub out_of_periods: (u64, Fen),
    /// Loans of which nothing can be told, by what would have to be known.
    pub lacking: BTreeMap<Unknown, u64>,
}

impl SubsidyComputed {
    /// Works out everything in one pass over the loans.
    ///
    /// # Errors
    /// The parameter without which there are no settlement periods.
    pub fn of(book: &Book<'_>) -> Result<SubsidyComputed, Unknown> {
        let calendar = Calendar::of(book)?;
        let county = book.county();
        let lenders = county.loans.lenders.len().min(MOST_LENDERS) + 1;
        let none = |fault| FaultFigures {
            fault,
            count: 0,
            amount: Fen::ZERO,
        };
        let mut computed = SubsidyComputed {
            cells: vec![SubsidyFigures::default(); lenders * calendar.len()],
            lenders,
            calendar,
            villages: vec![SubsidyFigures::default(); county.places.village_count()],
            total: SubsidyFigures::default(),
            faults: PaidFault::ALL.map(none),
            missing: vec![none(PaidFault::Missing); lenders],
            without_loan: (0, Fen::ZERO),
            out_of_periods: (0, Fen::ZERO),
            lacking: BTreeMap::new(),
        };
        let has_payments = !county.subsidies.payments().is_empty();
        for case in book.cases() {
            computed.add_due(&case);
            if has_payments {
                computed.add_paid(&case);
            }
        }
        computed.count_without_loan(book);
        computed.add_up();
        Ok(computed)
    }

    fn lender_at(&self, lender: Symbol) -> usize {
        (lender.0 as usize).min(self.lenders - 1)
    }

    fn cell(&mut self, lender: Symbol, period: usize) -> Option<&mut SubsidyFigures> {
        let at = self.lender_at(lender) * self.calendar.len() + period;
        self.cells.get_mut(at)
    }

    fn add_due(&mut self, case: &Case<'_>) {
        let added = self.try_add_due(case);
        if let Err(unknown) = added {
            *self.lacking.entry(unknown).or_insert(0) += 1;
        }
    }

    fn try_add_due(&mut self, case: &Case<'_>) -> Result<(), Unknown> {
        let subsidy = LoanSubsidy::of(*case)?;
        let touched = self.calendar.touching(subsidy.days);
        if touched.is_empty() {
            return Ok(());
        }
        let sources = Sources::of(case);
        let mut is_known = true;
        for at in touched {
            let Some(period) = self.calendar.period(at) else {
                continue;
            };
            let due = subsidy.of_days(period)?;
            is_known &= due.known().is_some();
            let source = source_of(&sources, period) as usize;
            let chosen = |amounts: Amounts| amounts.by(subsidy.year);
            if let Some(cell) = self.cell(case.loan.lender, at) {
                cell.sources[source].add(&due, chosen);
            }
            let village = case.loan.village.0 as usize;
            if let Some(village) = self.villages.get_mut(village) {
                village.sources[source].add(&due, chosen);
            }
        }
        if is_known {
            Ok(())
        } else {
            Err(subsidy.lacks())
        }
    }

    fn add_paid(&mut self, case: &Case<'_>) {
        for payment in case.payments() {
            let last = payment.period_end.plus_days(-1);
            let days = Days {
                from: last,
                to: payment.period_end,
            };
            let period = self.calendar.touching(days).next();
            let cell = period.and_then(|at| self.cell(case.loan.lender, at));
            let Some(cell) = cell else {
                self.out_of_periods.0 += 1;
                self.out_of_periods.1 += payment.amount;
                continue;
            };
            cell.payments += 1;
            cell.paid += payment.amount;
            if let Some(village) = self.villages.get_mut(case.loan.village.0 as usize) {
                village.payments += 1;
                village.paid += payment.amount;
            }
        }
        let lender = self.lender_at(case.loan.lender);
        faults::each(*case, |found| {
            let figures = &mut self.faults[found.fault as usize];
            figures.count += 1;
            figures.amount += found.amount;
            if found.fault == PaidFault::Missing {
                self.missing[lender].count += 1;
                self.missing[lender].amount += found.amount;
            }
        });
    }

    fn count_without_loan(&mut self, book: &Book<'_>) {
        let subsidies = &book.county().subsidies;
        let loans = &book.county().loans;
        let has_loan: Vec<bool> = (0..subsidies.loan_numbers.len() as u32)
            .map(|at| subsidies.loan_numbers.bytes(Symbol(at)))
            .map(|number| loans.find_number(number).is_some())
            .collect();
        for payment in subsidies.payments() {
            if has_loan.get(payment.loan_number.0 as usize) == Some(&false) {
                self.without_loan.0 += 1;
                self.without_loan.1 += payment.amount;
            }
        }
    }

    fn add_up(&mut self) {
        for cell in &self.cells {
            self.total.merge(cell);
        }
    }

    /// A period's sums over all lenders.
    pub fn period(&self, at: usize) -> SubsidyFigures {
        self.sum((0..self.lenders).map(|lender| (lender, at)))
    }

    /// A lender's sums over all periods; the last lender is all beyond the most that are told apart.
    pub fn lender(&self, at: usize) -> SubsidyFigures {
        self.sum((0..self.calendar.len()).map(|period| (at, period)))
    }

    /// A lender's sums of a period.
    pub fn of_lender_and_period(&self, lender: usize, period: usize) -> SubsidyFigures {
        self.sum([(lender, period)].into_iter())
    }

    /// How many lenders are told apart.
    pub fn lender_count(&self) -> usize {
        self.lenders - 1
    }

    fn sum(&self, cells: impl Iterator<Item = (usize, usize)>) -> SubsidyFigures {
        let mut sum = SubsidyFigures::default();
        for (lender, period) in cells {
            if let Some(cell) = self.cells.get(lender * self.calendar.len() + period) {
                sum.merge(cell);
            }
        }
        sum
    }

    /// A village's sums over all periods.
    pub fn village(&self, village: VillageId) -> Option<&SubsidyFigures> {
        self.villages.get(village.0 as usize)
    }
}

/// Whose money a period's subsidy is.
pub fn source_of(sources: &Sources, period: Days) -> MoneySource {
    match sources.for_days_to(period.to) {
        Ok(source) => source,
        Err(_) => MoneySource::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::household::PovertyStatus;
    use crate::policy::subsidy::tests::{Written, yuan};

    /// Forty households in two villages' worth of odd amounts, days and rates.
    fn many() -> Written {
        let mut written = Written::default();
        for at in 0..40_i64 {
            let household = format!("H{}", at % 25);
            let made = format!("20{}-{:02}-{:02}", 16 + at % 4, 1 + at % 12, 1 + at % 28);
            let due = format!("20{}-{:02}-{:02}", 18 + at % 4, 1 + at % 11, 1 + at % 27);
            let principal = format!("{}.{:02}", 9_999 + at * 1_337, at % 100);
            written.loan(&household, &principal, &made, &due, |loan| {
                if at % 7 == 0 {
                    loan.outstanding_principal = yuan("5000.00");
                }
                if at % 5 == 0 {
                    loan.annual_interest_rate = None;
                }
            });
        }
        written.household("H3", PovertyStatus::Removed, Some("2018-05-05"));
        written.household("H4", PovertyStatus::InPoverty, None);
        written.pay(0, "2019-06-21", "2019-09-21", "12.34");
        written
    }

    #[test]
    fn every_table_adds_up_to_every_other_to_the_fen_under_both_years() {
        many().on("2020-02-29", |book| {
            let computed = SubsidyComputed::of(book).expect("periods");
            let mut by_period = SubsidyFigures::default();
            for at in 0..computed.calendar.len() {
                by_period.merge(&computed.period(at));
            }
            let mut by_village = SubsidyFigures::default();
            for village in &computed.villages {
                by_village.merge(village);
            }
            let mut by_lender = SubsidyFigures::default();
            for at in 0..=computed.lender_count() {
                by_lender.merge(&computed.lender(at));
            }
            assert_eq!(by_period, computed.total);
            assert_eq!(by_village, computed.total);
            assert_eq!(by_lender, computed.total);
            let due = computed.total.due();
            assert!(due.by_360 > due.by_365 && due.by_365.is_positive());
            assert_eq!(due.amount, due.by_360);
            // Loan by loan, each period rounded by itself.
            let mut sum = Fen::ZERO;
            for case in book.cases() {
                if let Ok(subsidy) = LoanSubsidy::of(case) {
                    for period in computed.calendar.periods() {
                        let due = subsidy.of_days(period).expect("known");
                        sum += due.known().map_or(Fen::ZERO, |known| known.by_360);
                    }
                }
            }
            assert_eq!(sum, due.by_360);
        });
    }

    #[test]
    fn loans_without_a_rate_are_in_no_sum_and_are_said_to_lack_it() {
        use crate::domain::Field;
        many().on("2020-02-29", |book| {
            let computed = SubsidyComputed::of(book).expect("periods");
            let rate = Unknown::Fact(Field::AnnualInterestRate);
            assert_eq!(computed.lacking.get(&rate), Some(&8));
            assert!(computed.total.due().undetermined > 0);
            assert_eq!(computed.total.payments + computed.without_loan.0, 1);
        });
    }
}
