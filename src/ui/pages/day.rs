//! The day of the report: taken where the files give one and no other, else asked for. Never today.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::{AsOfCandidate, Reading};
use crate::text::{Lang, data_room as words, failure, number, pages, reading as names};
use crate::worker::protocol::Failure;

use super::super::actions;
use super::super::state::{AsOf, State};

/// The day, where it comes from, and how to change it.
#[component]
pub fn Day(
    /// The state of the page.
    state: State,
    /// What was understood of the files.
    reading: Arc<Reading>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let ask = match reading.as_of_candidates.is_empty() {
        true => words::AS_OF_NONE,
        false => words::AS_OF_SEVERAL,
    };
    let candidates = Arc::new(reading.as_of_candidates.clone());
    let is_open = RwSignal::new(false);
    if reading.loans == 0 {
        // A day changes nothing while there is no loan.
        let why = failure::sentence(&Failure::NoLoans, lang);
        return view! { <p class="warning" role="status">{why}</p> }.into_any();
    }
    let taken = move || {
        state.as_of.get().map(|as_of| view! {
            <p><strong class="day">{as_of.date.to_string()}</strong>" "<span class="quiet">{origin(&as_of, lang)}</span>" "
                <button class="plain" aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|open| *open = !*open)>{words::AS_OF_CHANGE.of(lang)}</button>
            </p>
        })
    };
    let asked =
        move || {
            let is_unset = state.as_of.with(Option::is_none);
            (is_unset || is_open.get()).then(|| view! {
            {is_unset.then(|| view! { <p>{words::AS_OF_ASK.of(lang)}" "{ask.of(lang)}</p> })}
            <Choice state candidates=Arc::clone(&candidates) is_open />
        })
        };
    view! {
        <section class="day-section" class:asked=move || state.as_of.with(Option::is_none)>
            <h2>{pages::AS_OF.of(lang)}</h2>
            {taken}
            {asked}
        </section>
    }
    .into_any()
}

fn origin(as_of: &AsOf, lang: Lang) -> String {
    match &as_of.found {
        Some(found) => found_in(found, lang),
        None => words::AS_OF_CHOSEN.of(lang).to_owned(),
    }
}

fn found_in(found: &AsOfCandidate, lang: Lang) -> String {
    let source = names::as_of_source(found.source).of(lang);
    words::as_of_from(source, &number::count(found.count), lang)
}

/// The days the files give, and an input for any other.
#[component]
fn Choice(
    /// The state of the page.
    state: State,
    /// The days the files give.
    candidates: Arc<Vec<AsOfCandidate>>,
    /// Whether the choice stands open; closed once it is made.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let typed = RwSignal::new(String::new());
    let take = move |as_of: AsOf| {
        is_open.set(false);
        actions::set_as_of(state, Some(as_of));
    };
    let days = candidates
        .iter()
        .map(|candidate| {
            let as_of = AsOf {
                date: candidate.date,
                found: Some(candidate.clone()),
            };
            view! {
                <li><button on:click=move |_| take(as_of.clone())>{words::AS_OF_TAKE.of(lang)}" "{candidate.date.to_string()}</button>
                    " "<span class="quiet">{found_in(candidate, lang)}</span></li>
            }
        })
        .collect_view();
    view! {
        <ul class="days">{days}
            <li>
                <label>{words::AS_OF_OTHER.of(lang)}" "
                    <input type="date" min="1900-01-01" max="2199-12-31" bind:value=typed />
                </label>" "
                <button disabled=move || actions::typed_day(&typed.get()).is_none()
                    on:click=move |_| if let Some(as_of) = actions::typed_day(&typed.get_untracked()) { take(as_of) }>
                    {words::AS_OF_SET.of(lang)}
                </button>
            </li>
        </ul>
    }
}
