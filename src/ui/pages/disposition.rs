//! 处置: which way each loan should go: the batches, what must happen this week, and the work lists behind them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::page;
use crate::report::policy::{DispositionReport, WorkQuery, WorkRow};
use crate::report::{Date, PolicyReport, Report};
use crate::text::disposition as words;

use super::super::state::State;
use super::disposition_list::work_list;
use super::disposition_sheets::sheets;
use super::disposition_tables::{batches, missing, reminders, standings, week};
use super::disposition_work::groups;
use super::parameters::OpenParameters;

/// The id of the section of the lists, to which a click on a figure leads.
pub const LISTS: &str = "work-lists";

/// What the room shows and its parts change.
#[derive(Clone, Copy)]
pub struct Room {
    /// The state of the page.
    pub state: State,
    /// Which loans the list shows.
    pub query: RwSignal<WorkQuery>,
    /// The loans laid out as sheets for paper; none while the room is shown.
    pub sheets: RwSignal<Option<Arc<Vec<WorkRow>>>>,
}

impl Room {
    /// Shows a list, and brings it into view.
    pub fn show(self, query: WorkQuery) {
        self.query.set(query);
        page::focus(LISTS);
    }
}

/// The room.
pub fn disposition(state: State, report: Arc<Report>, policy: Arc<PolicyReport>) -> impl IntoView {
    let room = Room {
        state,
        query: RwSignal::new(WorkQuery::default()),
        sheets: RwSignal::new(None),
    };
    move || match room.sheets.get() {
        Some(rows) => sheets(room, report.as_of, rows).into_any(),
        None => shown(room, &report, &policy.dispositions).into_any(),
    }
}

fn shown(room: Room, report: &Arc<Report>, own: &DispositionReport) -> impl IntoView + use<> {
    let lang = room.state.lang.get_untracked();
    let as_of: Date = report.as_of;
    view! {
        <section>
            <h2>{words::BATCHES.of(lang)}</h2>
            <p class="quiet">{words::BATCHES_NOTE.of(lang)}" "<OpenParameters state=room.state /></p>
            {batches(room, own)}
        </section>
        <section>
            <h2>{words::MUST_DO.of(lang)}</h2>
            {week(room, own)}
        </section>
        <section>
            <h2>{words::REMINDERS.of(lang)}</h2>
            {reminders(room, as_of, own)}
        </section>
        {missing(room, own)}
        <section>
            <h2>{words::STANDINGS.of(lang)}</h2>
            {standings(room, own)}
        </section>
        <section>
            <h2>{words::WORK_LISTS.of(lang)}</h2>
            {groups(room, &own.work)}
        </section>
        <section id=LISTS tabindex="-1">
            <h2>{words::LIST.of(lang)}</h2>
            {work_list(room, report)}
        </section>
    }
}
