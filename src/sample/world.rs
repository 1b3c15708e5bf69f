//! The whole county in memory, and what the files and the readme say about it.

use super::Settings;
use super::calendar::{AS_OF, civil};
use super::households::{self, Roster};
use super::lending;
use super::loan::{Loan, Twist};
use super::places::Places;
use super::plants::{self, Plant};
use super::words::NUMBER_PREFIXES;

/// Everything the files are written from.
pub struct World {
    pub seed: u64,
    pub places: Places,
    pub roster: Roster,
    pub loans: Vec<Loan>,
    pub plants: Vec<Plant>,
}

impl World {
    /// The county of these settings; the same settings give the same county.
    pub fn invent(settings: &Settings) -> Self {
        let seed = settings.seed;
        let places = Places::invent(seed, settings.loans);
        let mut roster = Roster::invent(seed, settings.loans, &places);
        let mut loans = lending::lend(seed, settings.loans, &places, &mut roster);
        let mut last_disbursement = vec![None; roster.households.len()];
        for loan in &loans {
            let last = &mut last_disbursement[loan.household as usize];
            *last = (*last).max(Some(loan.disbursed));
        }
        households::remove_some(seed, &mut roster, &last_disbursement);
        let plants = if settings.loans < plants::LEAST_LOANS {
            Vec::new()
        } else {
            plants::plant_all(seed, &places, &mut roster, &mut loans)
        };
        Self {
            seed,
            places,
            roster,
            loans,
            plants,
        }
    }

    pub fn has_plants(&self) -> bool {
        !self.plants.is_empty()
    }

    /// The loan number: bank, year, and a number that is nobody's.
    pub fn loan_number(&self, index: usize) -> String {
        let loan = &self.loans[index];
        format!(
            "{}-{}-{:07}",
            NUMBER_PREFIXES[usize::from(loan.lender)],
            civil(loan.disbursed).0,
            index + 1
        )
    }

    /// Whether a loan stands in the files of a snapshot.
    pub fn is_in_snapshot(&self, loan: &Loan, as_of: i32) -> bool {
        loan.disbursed <= as_of || (as_of == AS_OF && loan.twist == Twist::InFields)
    }
}

/// Minimum class by days past due, 1 to 5 (商业银行金融资产风险分类办法, 2023, articles 9 to 12).
pub fn class_by_days(days: i32) -> u8 {
    match days {
        ..=0 => 1,
        1..=90 => 2,
        91..=270 => 3,
        271..=360 => 4,
        _ => 5,
    }
}

/// Interest in fen: yuan × thousandths of a percent × days ÷ 360, half away from zero.
pub fn interest_fen(yuan: u32, rate: u16, days: i32) -> i64 {
    let numerator = i64::from(yuan) * 100 * i64::from(rate) * i64::from(days.max(0));
    let denominator = 100_000 * 360;
    (numerator * 2 + denominator) / (denominator * 2)
}

/// Sums over the rows that a careful reader keeps: no row set aside, no loan twice.
#[derive(Clone, Copy, Default)]
pub struct Totals {
    pub loans: u64,
    pub loans_with_balance: u64,
    pub balance_yuan: u64,
    pub overdue_loans: u64,
    pub overdue_yuan: u64,
    pub non_performing_loans: u64,
    pub non_performing_yuan: u64,
}

impl Totals {
    /// Adds a loan as it stood on a day.
    pub fn add(&mut self, loan: &Loan, as_of: i32) {
        let balance = u64::from(loan.balance(as_of));
        let days = if balance > 0 {
            (as_of - loan.effective_due(as_of)).max(0)
        } else {
            0
        };
        self.loans += 1;
        self.loans_with_balance += u64::from(balance > 0);
        self.balance_yuan += balance;
        self.overdue_loans += u64::from(days > 0);
        self.overdue_yuan += if days > 0 { balance } else { 0 };
        self.non_performing_loans += u64::from(days > 90);
        self.non_performing_yuan += if days > 90 { balance } else { 0 };
    }

    /// A share of the balance in hundredths of a percent, half away from zero; `None` without a balance.
    pub fn per_ten_thousand(&self, part: u64) -> Option<u64> {
        (self.balance_yuan > 0)
            .then(|| (part * 20_000 + self.balance_yuan) / (self.balance_yuan * 2))
    }
}

impl World {
    /// Totals of all loans of a snapshot that `belongs` accepts.
    pub fn totals(&self, as_of: i32, belongs: impl Fn(&Loan) -> bool) -> Totals {
        let mut totals = Totals::default();
        for loan in self
            .loans
            .iter()
            .filter(|loan| self.is_in_snapshot(loan, as_of) && belongs(loan))
        {
            totals.add(loan, as_of);
        }
        totals
    }

    /// Totals by township, in the order of the townships.
    pub fn totals_by_township(&self, as_of: i32) -> Vec<Totals> {
        let mut all = vec![Totals::default(); self.places.townships.len()];
        for loan in self
            .loans
            .iter()
            .filter(|loan| self.is_in_snapshot(loan, as_of))
        {
            all[self.places.villages[loan.village as usize].township as usize].add(loan, as_of);
        }
        all
    }

    /// Balance falling due by month after the snapshot: (year, month, yuan), twelve months.
    pub fn due_by_month(&self) -> Vec<(i32, i32, u64)> {
        let (year, month, _) = civil(AS_OF);
        let mut months: Vec<(i32, i32, u64)> = (1..=12)
            .map(|later| {
                (
                    year + (month - 1 + later) / 12,
                    (month - 1 + later) % 12 + 1,
                    0,
                )
            })
            .collect();
        for loan in &self.loans {
            let (due_year, due_month, _) = civil(loan.effective_due(AS_OF));
            if let Some(entry) = months
                .iter_mut()
                .find(|entry| (entry.0, entry.1) == (due_year, due_month))
            {
                entry.2 += u64::from(loan.balance(AS_OF));
            }
        }
        months
    }
}
