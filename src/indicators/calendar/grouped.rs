//! What falls due in each of the twelve months, by group: townships, lenders, enterprises.

use serde::{Deserialize, Serialize};

use super::{Due, MONTHS, Span};
use crate::domain::Loan;

/// What falls due from the loans of one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupDues {
    /// Its name; of an enterprise its code.
    pub name: String,
    /// What is past due.
    pub overdue: Due,
    /// What is still to come, in each of the twelve months.
    pub months: Vec<Due>,
    /// What falls due after them.
    pub later: Due,
}

impl GroupDues {
    /// All that is still to come in the twelve months.
    pub fn coming(&self) -> Due {
        self.months.iter().copied().sum()
    }

    /// All loans of the group that have a balance.
    pub fn all(&self) -> Due {
        [self.overdue, self.coming(), self.later].into_iter().sum()
    }
}

/// Past due, the twelve months, and after them.
const SLOTS: usize = MONTHS + 2;
const LATER: u8 = SLOTS as u8 - 1;

/// Where a due date counts: a table by day, so that a loan costs one look.
pub struct Slots {
    span: Span,
    /// Of each day from the as-of date to the end of the twelve months.
    of_days: Vec<u8>,
}

/// The place of a due date among past due, twelve months and later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(u8);

impl Slots {
    /// The slots of a span.
    pub fn new(span: Span) -> Slots {
        let mut of_days = Vec::new();
        let (mut day, mut slot) = (span.as_of, 1);
        while day < span.months_end {
            of_days.push(slot);
            slot += u8::from(day.is_month_end());
            day = day.plus_days(1);
        }
        Slots { span, of_days }
    }

    /// The slot of a loan; none for one without a balance.
    #[inline(always)]
    pub fn of(&self, loan: &Loan) -> Option<Slot> {
        if !loan.is_outstanding() {
            return None;
        }
        let days = loan.effective_maturity_date().days_since(self.span.as_of);
        let slot = match usize::try_from(days) {
            Ok(at) => self.of_days.get(at).copied().unwrap_or(LATER),
            Err(_) => 0,
        };
        Some(Slot(slot))
    }
}

impl Slot {
    /// Whether the day lies in the twelve months and is not past.
    #[inline(always)]
    pub fn is_coming(self) -> bool {
        (1..LATER).contains(&self.0)
    }
}

/// Groups being counted, by their dense numbers.
#[derive(Default)]
pub struct Grouped(Vec<[Due; SLOTS]>);

impl Grouped {
    /// So many groups, of which nothing is counted yet.
    pub fn new(count: usize) -> Grouped {
        Grouped(vec![[Due::default(); SLOTS]; count])
    }

    /// Counts a loan in; a group that is new is made room for.
    #[inline(always)]
    pub fn add(&mut self, group: usize, slot: Slot, loan: &Loan) {
        if group >= self.0.len() {
            self.0.resize(group + 1, [Due::default(); SLOTS]);
        }
        self.0[group][usize::from(slot.0)].add(loan.outstanding_principal);
    }

    /// The groups that have anything, named, in the order of their names.
    pub fn named(&self, name: impl Fn(usize) -> String) -> Vec<GroupDues> {
        let groups = self.0.iter().enumerate();
        let mut named: Vec<GroupDues> = groups
            .filter(|(_, dues)| dues.iter().any(|due| due.loans > 0))
            .map(|(at, dues)| GroupDues {
                name: name(at),
                overdue: dues[0],
                months: dues[1..=MONTHS].to_vec(),
                later: dues[SLOTS - 1],
            })
            .collect();
        named.sort_by(|a, b| a.name.cmp(&b.name));
        named
    }
}
