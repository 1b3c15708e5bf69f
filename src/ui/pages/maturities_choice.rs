//! What a person chose to see of the calendar: its step, its measure, whose it is, which month; and the calendar itself.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::page;
use crate::report::dimension::{Dimension, DimensionValue};
use crate::report::policy::calendar::{Calendar, Due, DuesOf, DuesReport, Step};
use crate::report::{Condition, PolicyReport, RegisterQuery};
use crate::text::number;

use super::super::reader::Reader;
use super::super::state::State;

/// What was chosen. Copied freely: it is a handful of handles.
#[derive(Clone, Copy)]
pub struct DuesChoice {
    /// Days, weeks or months.
    pub step: RwSignal<Step>,
    /// Loans are counted, and not their balance summed.
    pub by_count: RwSignal<bool>,
    /// Whether running sums are shown.
    pub cumulative: RwSignal<bool>,
    /// Whose calendar is shown.
    pub whose: RwSignal<DuesOf>,
    /// That calendar.
    pub calendar: RwSignal<Arc<Calendar>>,
    /// Which of the twelve months the sheet shows.
    pub month: RwSignal<usize>,
}

impl DuesChoice {
    /// The county's months, by money.
    pub fn new(policy: &PolicyReport) -> DuesChoice {
        DuesChoice {
            step: RwSignal::new(Step::default()),
            by_count: RwSignal::new(false),
            cumulative: RwSignal::new(false),
            whose: RwSignal::new(DuesOf::County),
            calendar: RwSignal::new(Arc::new(policy.dues.calendar.clone())),
            month: RwSignal::new(0),
        }
    }

    /// Shows another group's calendar; the county's is at hand, others the worker is asked for.
    pub fn show(self, state: State, policy: &PolicyReport, whose: DuesOf) {
        self.whose.set(whose.clone());
        if whose == DuesOf::County {
            return self.calendar.set(Arc::new(policy.dues.calendar.clone()));
        }
        let Some(engine) = state.engine.get_untracked() else {
            return;
        };
        let turn = state.report_turn.get_value();
        page::run(async move {
            let calendar = engine.calendar(whose.clone()).await;
            // The room may have been left, or another group chosen, in the meantime.
            let is_wanted = self.whose.try_get_untracked() == Some(whose);
            if state.report_turn.get_value() != turn || !is_wanted {
                return;
            }
            match calendar {
                Ok(calendar) => self.calendar.set(Arc::new(calendar)),
                Err(failure) => state.failure.set(Some(failure)),
            }
        });
    }

    /// The loans with a balance of the group that is shown.
    pub fn loans(self) -> RegisterQuery {
        self.whose.with_untracked(loans_of)
    }

    /// The measure that is shown of some dues, and the other one.
    pub fn figures(self, due: Due, reader: Reader) -> (String, String) {
        let count = number::count(due.loans);
        let money = number::money(due.outstanding_principal, reader.unit);
        if self.by_count.get() {
            (count, money)
        } else {
            (money, count)
        }
    }

    /// The measure as a number to compare and to draw.
    pub fn size(self, due: Due) -> i64 {
        if self.by_count.get() {
            i64::try_from(due.loans).unwrap_or(i64::MAX)
        } else {
            due.outstanding_principal.0
        }
    }
}

/// The loans with a balance of a group.
pub fn loans_of(whose: &DuesOf) -> RegisterQuery {
    let mut query = RegisterQuery {
        outstanding_only: true,
        ..RegisterQuery::default()
    };
    match whose {
        DuesOf::County => {}
        DuesOf::Township(name) => query.township = Some(name.clone()),
        DuesOf::Lender(name) => query.lender = Some(name.clone()),
        DuesOf::Enterprise(code) => query.conditions.push(Condition {
            dimension: Dimension::Enterprise,
            value: DimensionValue::Text(code.clone()),
        }),
    }
    query
}

/// The groups there are to choose from, of each sort by name.
pub fn groups(dues: &DuesReport) -> [Vec<DuesOf>; 3] {
    let names = |groups: &[crate::report::policy::calendar::GroupDues],
                 of: fn(String) -> DuesOf| {
        groups.iter().map(|group| of(group.name.clone())).collect()
    };
    [
        names(&dues.townships, DuesOf::Township),
        names(&dues.lenders, DuesOf::Lender),
        dues.enterprises
            .as_ref()
            .map_or_else(Vec::new, |groups| names(groups, DuesOf::Enterprise)),
    ]
}
