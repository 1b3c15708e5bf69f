//! The corrections made in a file: what the last one did, and all of them with the cells they changed.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::{FileReading, Reading, Step};
use crate::text::{mending as words, number};

use super::super::actions;
use super::super::state::State;
use super::findings::done_id;
use super::findings_open::{Openable, TableKey, take_away};

/// What the correction made last did, and how to take it back.
#[component]
pub fn Done(
    /// The state of the page.
    state: State,
    /// What was understood of all files.
    reading: Arc<Reading>,
    /// The file's place among them.
    at: usize,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let (_, hits) = state.mending.made_in(reading.files.get(at)?)?;
    let sentence = words::done(&number::count(hits), lang);
    Some(view! {
        <p class="mended" role="status" id=done_id(at) tabindex="-1">{sentence}" "
            <button class="plain" disabled=move || state.progress.with(Option::is_some)
                on:click=move |_| actions::undo(state)>{words::UNDO.of(lang)}</button>
        </p>
    })
}

/// The corrections that hold.
#[component]
pub fn Corrections(
    /// The state of the page.
    state: State,
    /// What was understood of all files.
    reading: Arc<Reading>,
    /// The file's place among them.
    at: usize,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let file = reading.files.get(at)?;
    if file.choices.steps.is_empty() {
        return None;
    }
    let what = Openable::Corrections(TableKey::of(file));
    let is_closed = state.mending.is_open(what.clone());
    let heading = words::corrections(&number::count(file.choices.steps.len() as u64), lang);
    let list = move || {
        let file = reading.files.get(at)?;
        let items = (0..file.choices.steps.len())
            .map(|step| view! { <Correction state reading=Arc::clone(&reading) at step /> })
            .collect_view();
        (!is_closed.get()).then(|| view! { <ol class="corrections">{items}</ol> })
    };
    Some(view! {
        <h4><button class="link" aria-expanded=move || (!is_closed.get()).to_string()
            on:click=move |_| state.mending.turn(&what)>{heading}</button></h4>
        {list}
    })
}

/// One correction.
#[component]
fn Correction(
    /// The state of the page.
    state: State,
    /// What was understood of all files.
    reading: Arc<Reading>,
    /// The file's place among them.
    at: usize,
    /// Its place among those of the file.
    step: usize,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let (_, made, hits) = correction(&reading, at, step)?;
    let sentence = words::step(made, lang);
    let label = format!("{} {sentence}", words::REMOVE.of(lang));
    let hits = hits.map(|hits| {
        let class = if hits == 0 { "unused" } else { "quiet" };
        view! { <span class=class>{words::hits(hits, &number::count(hits), lang)}</span> }
    });
    let remove = move |_| {
        if let Some((file, made, _)) = correction(&reading, at, step) {
            take_away(state, file, made);
        }
    };
    Some(view! {
        <li>{sentence}" "{hits}" "
            <button class="plain" aria-label=label disabled=move || state.progress.with(Option::is_some)
                on:click=remove>{words::REMOVE.of(lang)}</button>
        </li>
    })
}

/// A file, one of its corrections, and the cells it changed.
fn correction(
    reading: &Reading,
    at: usize,
    step: usize,
) -> Option<(&FileReading, &Step, Option<u64>)> {
    let file = reading.files.get(at)?;
    let made = file.choices.steps.get(step)?;
    Some((file, made, file.step_hits.get(step).copied()))
}
