//! The rooms, one file each.

pub mod compensation_view;
pub mod compliance;
pub mod compliance_checks;
pub mod compliance_open;
pub mod compliance_rows;
pub mod credit_villages;
pub mod data;
pub mod day;
pub mod declaration;
pub mod disposition;
pub mod disposition_list;
pub mod disposition_rows;
pub mod disposition_sheets;
pub mod disposition_tables;
pub mod disposition_work;
pub mod enterprises;
pub mod file_card;
pub mod findings;
pub mod findings_mend;
pub mod findings_open;
pub mod findings_rows;
pub mod findings_steps;
pub mod findings_texts;
pub mod loan;
pub mod loan_explained;
pub mod map;
pub mod maturities;
pub mod maturities_calendar;
pub mod maturities_choice;
pub mod maturities_concentration;
pub mod maturities_groups;
pub mod maturities_sheet;
pub mod money_list;
pub mod overview;
pub mod parameters;
pub mod parameters_add;
pub mod parameters_rows;
pub mod personal;
pub mod places;
pub mod reading_bar;
pub mod reading_check;
pub mod reading_choice;
pub mod reading_columns;
pub mod reading_meanings;
pub mod register;
pub mod register_filters;
pub mod register_groups;
pub mod register_rows;
pub mod register_views;
pub mod subsidy_tables;
pub mod subsidy_view;
pub mod what_if;
pub mod what_if_answer;
mod what_if_ways;

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::{PolicyReport, Report};
use crate::text::pages as words;

use super::rooms::Room;
use super::state::State;

/// A room that needs the report: the room once there is one, else what would fill it.
pub fn with_report(state: State, room: fn(State, Arc<Report>) -> AnyView) -> AnyView {
    (move || match state.report.get() {
        Some(report) => room(state, report),
        None => view! { <Unfilled state /> }.into_any(),
    })
    .into_any()
}

/// A room that needs what the rules say: the room once that is worked out.
pub fn with_policy(
    state: State,
    room: fn(State, Arc<Report>, Arc<PolicyReport>) -> AnyView,
) -> AnyView {
    (move || match (state.report.get(), state.policy.get()) {
        (Some(report), Some(policy)) => room(state, report, policy),
        (Some(_), None) => {
            let lang = state.lang.get();
            view! { <p class="unfilled" role="status">{words::APPLYING_RULES.of(lang)}</p> }
                .into_any()
        }
        (None, _) => view! { <Unfilled state /> }.into_any(),
    })
    .into_any()
}

/// What stands in a room that has nothing to show yet.
#[component]
fn Unfilled(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let has_loans = move || {
        state
            .reading
            .with(|reading| reading.as_ref().is_some_and(|reading| reading.loans > 0))
    };
    let why = move || {
        if state.is_working.get() {
            words::WORKING.of(lang)
        } else if has_loans() && state.as_of.with(Option::is_none) {
            words::NO_AS_OF_WHY.of(lang)
        } else {
            words::NO_REPORT_WHY.of(lang)
        }
    };
    view! {
        <div class="unfilled">
            <h2>{words::NO_REPORT_YET.of(lang)}</h2>
            <p>{why}</p>
            <button on:click=move |_| state.room.set(Room::Data)>{words::GO_TO_DATA.of(lang)}</button>
        </div>
    }
}
