//! The figures of a group's subsidy: what is due by source of money, what was paid, and what is wrong with it.

use serde::{Deserialize, Serialize};

use crate::domain::Fen;
use crate::policy::money_source::MoneySource;
use crate::policy::subsidy::Subsidy;
use crate::policy::subsidy::faults::PaidFault;
use crate::policy::subsidy::interest::Amounts;

/// Subsidy due of a group. A figure that is zero is left out where it is written down: there are many groups, and most
/// have one source of money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DueFigures {
    /// Loans times periods for which a sum is known and more than nothing.
    #[serde(skip_serializing_if = "is_zero")]
    pub items: u64,
    /// The sum, by the year that the parameters say.
    #[serde(skip_serializing_if = "is_zero")]
    pub amount: Fen,
    /// The same by 360 days to the year.
    #[serde(skip_serializing_if = "is_zero")]
    pub by_360: Fen,
    /// The same by 365 days to the year.
    #[serde(skip_serializing_if = "is_zero")]
    pub by_365: Fen,
    /// Loans times periods whose sum is not known; in no sum above.
    #[serde(skip_serializing_if = "is_zero")]
    pub undetermined: u64,
    /// At least so much of these.
    #[serde(skip_serializing_if = "is_zero")]
    pub least: Fen,
    /// At most so much of these.
    #[serde(skip_serializing_if = "is_zero")]
    pub most: Fen,
}

fn is_zero<T: Default + PartialEq>(figure: &T) -> bool {
    *figure == T::default()
}

impl DueFigures {
    pub(super) fn add(&mut self, due: &Subsidy, chosen: impl Fn(Amounts) -> Fen) {
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

    pub(super) fn add_paid(&mut self, amount: Fen) {
        self.payments += 1;
        self.paid += amount;
    }

    /// Adds another group's.
    pub fn merge(&mut self, other: &SubsidyFigures) {
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
    /// The sum at stake, of those of which it is known.
    pub amount: Fen,
    /// Of these, how many are of an amount that is not known.
    pub unknown_amounts: u64,
}

impl FaultFigures {
    pub(super) fn none(fault: PaidFault) -> FaultFigures {
        FaultFigures {
            fault,
            count: 0,
            amount: Fen::ZERO,
            unknown_amounts: 0,
        }
    }

    pub(super) fn add(&mut self, amount: Option<Fen>) {
        self.count += 1;
        match amount {
            Some(amount) => self.amount += amount,
            None => self.unknown_amounts += 1,
        }
    }
}

/// What is known of a lender's loans that were paid nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnpaidFigures {
    /// 漏统: something was due.
    pub missing: FaultFigures,
    /// 待核实: whether something was due cannot be told.
    pub undetermined: FaultFigures,
}
