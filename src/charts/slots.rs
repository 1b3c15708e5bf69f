//! The months that a calendar shows: a year back, two years ahead, and what lies beyond in one bar at each end.

use crate::report::{Fen, Month, MonthRow};

/// How many months before the as-of date's month have a bar of their own.
pub const MONTHS_BACK: i32 = 12;
/// How many months after it have one.
pub const MONTHS_AHEAD: i32 = 24;

/// What a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// All months before that one.
    Before(Month),
    /// One month.
    Month(Month),
    /// All months after that one.
    After(Month),
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// What it stands for.
    pub span: Span,
    /// Loans with a balance.
    pub loans: u64,
    /// Their households; none for several months, of which a household may be in more than one.
    pub households: Option<u64>,
    /// What is overdue.
    pub overdue: Fen,
    /// What is still to come.
    pub coming: Fen,
    /// 还款高峰
    pub is_peak: bool,
    /// Where the bar begins; a month is one wide.
    pub start: i32,
    /// Where it ends.
    pub end: i32,
}

impl Slot {
    fn empty(span: Span, start: i32) -> Slot {
        let (wide, households) = match span {
            Span::Month(_) => (1, Some(0)),
            // Room for a word under it.
            Span::Before(_) | Span::After(_) => (2, None),
        };
        Slot {
            span,
            loans: 0,
            households,
            overdue: Fen::ZERO,
            coming: Fen::ZERO,
            is_peak: false,
            start,
            end: start + wide,
        }
    }

    /// Overdue and to come.
    pub fn total(&self) -> Fen {
        self.overdue + self.coming
    }

    fn add(&mut self, row: &MonthRow) {
        self.loans += row.loans;
        self.households = self.households.map(|sum| sum + row.households);
        self.overdue += row.overdue_principal;
        self.coming += row.outstanding_principal - row.overdue_principal;
        // A peak is a month; several months summed are none.
        self.is_peak = row.is_peak == Some(true) && matches!(self.span, Span::Month(_));
    }
}

/// The bars of `rows` around the as-of date's month, months between without dues included; none where nothing falls due.
pub fn slots(rows: &[MonthRow], as_of: Month) -> Vec<Slot> {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return Vec::new();
    };
    let now = index(as_of);
    let from = index(first.month).min(now).max(now - MONTHS_BACK);
    let to = index(last.month).max(now).min(now + MONTHS_AHEAD);
    let mut slots = Vec::new();
    let mut start = 0;
    let mut push = |span| {
        let slot = Slot::empty(span, start);
        start = slot.end;
        slots.push(slot);
    };
    if index(first.month) < from {
        push(Span::Before(month(from)));
    }
    (from..=to).for_each(|at| push(Span::Month(month(at))));
    if index(last.month) > to {
        push(Span::After(month(to)));
    }
    for row in rows {
        let home = slots.iter_mut().find(|slot| match slot.span {
            Span::Before(month) => row.month < month,
            Span::Month(month) => row.month == month,
            Span::After(month) => row.month > month,
        });
        if let Some(slot) = home {
            slot.add(row);
        }
    }
    slots
}

/// Months counted from the year zero.
fn index(month: Month) -> i32 {
    month.year * 12 + i32::from(month.month) - 1
}

fn month(index: i32) -> Month {
    let month = index.rem_euclid(12) + 1;
    Month {
        year: index.div_euclid(12),
        month: u8::try_from(month).unwrap_or(u8::MAX),
    }
}
