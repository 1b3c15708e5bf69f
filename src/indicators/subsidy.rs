//! 贴息 by settlement period, lender, village and source of money: sums of what was rounded once for each loan and period,
//! so that every table adds up to every other to the fen. What is not known is counted apart, with its bounds.

mod figures;

use std::collections::BTreeMap;

use crate::domain::{Fen, Symbol, VillageId};
use crate::policy::book::{Book, Case};
use crate::policy::money_source::{MoneySource, Sources};
use crate::policy::subsidy::faults::{self, PaidFault};
use crate::policy::subsidy::interest::Amounts;
use crate::policy::subsidy::periods::{Calendar, Days};
use crate::policy::subsidy::{LoanSubsidy, Subsidy};
use crate::policy::verdict::Unknown;

pub use figures::{DueFigures, FaultFigures, SubsidyFigures, UnpaidFigures};

/// Lenders beyond so many are added up as one: names by the thousand are no lenders.
const MOST_LENDERS: usize = 512;

/// All sums.
pub struct SubsidyComputed {
    /// The settlement periods.
    pub calendar: Calendar,
    /// By lender, and within a lender by period; one more lender for all beyond the most that are told apart.
    cells: Vec<SubsidyFigures>,
    lenders: usize,
    /// By village, and within a village by period: those where anything is due or paid, in order.
    villages: Vec<Vec<(u32, SubsidyFigures)>>,
    /// The whole county.
    pub total: SubsidyFigures,
    /// By fault, in the order of [`PaidFault::ALL`].
    pub faults: [FaultFigures; 8],
    /// By lender, in the order of their symbols: loans that were paid nothing.
    pub unpaid: Vec<UnpaidFigures>,
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
        let unpaid = UnpaidFigures {
            missing: FaultFigures::none(PaidFault::Missing),
            undetermined: FaultFigures::none(PaidFault::Undetermined),
        };
        let mut computed = SubsidyComputed {
            cells: vec![SubsidyFigures::default(); lenders * calendar.len()],
            lenders,
            calendar,
            villages: vec![Vec::new(); county.places.village_count()],
            total: SubsidyFigures::default(),
            faults: PaidFault::ALL.map(FaultFigures::none),
            unpaid: vec![unpaid; lenders],
            without_loan: (0, Fen::ZERO),
            out_of_periods: (0, Fen::ZERO),
            lacking: BTreeMap::new(),
        };
        let has_payments = !county.subsidies.payments().is_empty();
        book.each(|case| {
            computed.add_due(&case);
            if has_payments {
                computed.add_paid(&case);
            }
        });
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

    fn village_cell(&mut self, village: VillageId, period: usize) -> Option<&mut SubsidyFigures> {
        let periods = self.villages.get_mut(village.0 as usize)?;
        let period = period as u32;
        let at = match periods.binary_search_by_key(&period, |(at, _)| *at) {
            Ok(at) => at,
            Err(at) => {
                periods.insert(at, (period, SubsidyFigures::default()));
                at
            }
        };
        periods.get_mut(at).map(|(_, figures)| figures)
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
        let mut lacks = None;
        for at in touched {
            let Some(period) = self.calendar.period(at) else {
                continue;
            };
            let due = match subsidy.of_days(period) {
                Ok(due) => due,
                Err(unknown) => {
                    lacks = lacks.or(Some(unknown));
                    continue;
                }
            };
            if due.known().is_none() {
                lacks = lacks.or_else(|| Some(subsidy.lacks()));
            }
            if due == Subsidy::NOTHING {
                continue;
            }
            let source = MoneySource::from(sources.on(period.last())) as usize;
            let chosen = |amounts: Amounts| amounts.by(subsidy.year);
            if let Some(cell) = self.cell(case.loan.lender, at) {
                cell.sources[source].add(&due, chosen);
            }
            if let Some(cell) = self.village_cell(case.loan.village, at) {
                cell.sources[source].add(&due, chosen);
            }
        }
        lacks.map_or(Ok(()), Err)
    }

    fn add_paid(&mut self, case: &Case<'_>) {
        for payment in case.payments() {
            let last = payment.period_end.plus_days(-1);
            let days = Days {
                from: last,
                to: payment.period_end,
            };
            let Some(at) = self.calendar.touching(days).next() else {
                self.out_of_periods.0 += 1;
                self.out_of_periods.1 += payment.amount;
                continue;
            };
            if let Some(cell) = self.cell(case.loan.lender, at) {
                cell.add_paid(payment.amount);
            }
            if let Some(cell) = self.village_cell(case.loan.village, at) {
                cell.add_paid(payment.amount);
            }
        }
        let lender = self.lender_at(case.loan.lender);
        faults::each(*case, |found| {
            self.faults[found.fault as usize].add(found.amount);
            if found.payment.is_none() {
                let unpaid = &mut self.unpaid[lender];
                match found.fault {
                    PaidFault::Missing => unpaid.missing.add(found.amount),
                    _ => unpaid.undetermined.add(found.amount),
                }
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

    /// A village's sums by the places of the periods, in order; periods of which there is nothing are left out.
    pub fn village(&self, village: VillageId) -> &[(u32, SubsidyFigures)] {
        let periods = self.villages.get(village.0 as usize);
        periods.map_or(&[], |periods| periods)
    }
}

#[cfg(test)]
mod tests;
