//! The correction of a text: what it is to become, in all its cells alike or in one line.

use leptos::prelude::*;

use crate::platform::page;
use crate::report::{RawLine, Step, StepRows};
use crate::text::{Lang, Words, mending as words, number};

use super::super::state::State;
use super::findings_open::{GroupKey, Made, correct};
use super::findings_texts::TextPlace;

/// The input and its buttons.
#[component]
pub fn Mend(
    /// The state of the page.
    state: State,
    /// Where the text stands.
    place: TextPlace,
    /// The line that a correction of one line is for.
    line: Signal<Option<u32>>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let (file, group, text) = place.of()?;
    let found = text.found.clone()?;
    let key = GroupKey::of(file, group);
    let typed = RwSignal::new(state.mending.draft(&key, &found));
    let label = words::input(&words::found(Some(&found), true, lang), lang);
    let known = words::known(&group.first.problem);
    let example = words::example(&group.first.problem);
    let keep = move |text: String| {
        state.mending.keep_draft(&key, &found, text.clone());
        typed.set(text);
    };
    let input = if known.is_empty() {
        view! {
            <input type="text" class="becomes" aria-label=label placeholder=example autocomplete="off"
                prop:value=move || typed.get() on:input=move |event| keep(event_target_value(&event)) />
        }
        .into_any()
    } else {
        let options = options(known, typed, lang);
        view! {
            <select class="becomes" aria-label=label on:change=move |event| keep(event_target_value(&event))>{options}</select>
        }
        .into_any()
    };
    let submit = {
        let place = place.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            apply_first(state, &place, line.get_untracked(), typed.get_untracked());
        }
    };
    Some(view! {
        <form class="mend" on:submit=submit>
            <span aria-hidden="true">{words::BECOMES.of(lang)}</span>
            {input}
            <Buttons state place line typed=typed.into() />
        </form>
    })
}

fn options(known: Vec<Words>, typed: RwSignal<String>, lang: Lang) -> impl IntoView {
    let options = known.into_iter().map(|word| {
        let is_chosen = move || typed.with(|typed| typed == word.zh);
        view! { <option value=word.zh selected=is_chosen>{words::choice(word, lang)}</option> }
    });
    view! { <option value="">{words::CHOOSE.of(lang)}</option>{options.collect_view()} }
}

/// For all cells alike, for one line, and, where the column may be blank, for making them all blank.
#[component]
fn Buttons(
    /// The state of the page.
    state: State,
    /// Where the text stands.
    place: TextPlace,
    /// The line that a correction of one line is for.
    line: Signal<Option<u32>>,
    /// What it is to become.
    typed: Signal<String>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let (file, group, text) = place.of()?;
    let is_reading = move || state.progress.with(Option::is_some);
    let is_unready = move || is_reading() || typed.with(|typed| typed.trim().is_empty());
    let is_single = group.is_of_repeated_rows();
    let count = words::all(&number::count(text.count), lang);
    let all =
        (!is_single).then(|| view! { <button type="submit" disabled=is_unready>{count}</button> });
    let kind = if is_single { "submit" } else { "button" };
    let blank = (!is_single && group.may_become_blank(file) && !is_blank(text.found.as_deref())).then(|| {
        let place = place.clone();
        view! {
            <button type="button" class="plain" disabled=is_reading on:click=move |_| apply_all(state, &place, String::new())>
                {words::BECOMES_BLANK.of(lang)}
            </button>
        }
    });
    let only = move || {
        let (number, place) = (line.get()?, place.clone());
        let press = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            apply_line(state, place.clone(), number, typed.get_untracked());
        };
        Some(
            view! { <button type=kind disabled=is_unready on:click=press>{words::only(number, lang)}</button> },
        )
    };
    Some(view! { {all}{only}{blank} })
}

fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// What the key Enter does: all alike, or the one line where only single rows can be corrected.
fn apply_first(state: State, place: &TextPlace, line: Option<u32>, becomes: String) {
    let Some((_, group, _)) = place.of() else {
        return;
    };
    if becomes.trim().is_empty() || state.progress.with_untracked(Option::is_some) {
        return;
    }
    match (group.is_of_repeated_rows(), line) {
        (false, _) => apply_all(state, place, becomes),
        (true, Some(line)) => apply_line(state, place.clone(), line, becomes),
        (true, None) => {}
    }
}

fn apply_all(state: State, place: &TextPlace, becomes: String) {
    apply(state, place, StepRows::All, becomes);
}

/// The row's number is looked up first, so that the correction finds the row in next month's file.
fn apply_line(state: State, place: TextPlace, line: u32, becomes: String) {
    let (Some(engine), Ok(table)) = (state.engine.get_untracked(), u32::try_from(place.at)) else {
        return;
    };
    page::run(async move {
        let row = match engine.lines(table, &[line]).await {
            Ok(rows) => rows.into_iter().next(),
            Err(failure) => return state.failure.set(Some(failure)),
        };
        let row = row.unwrap_or_else(|| RawLine {
            line,
            cells: Vec::new(),
        });
        let rows = place.of().map(|(file, group, _)| file.rows_of(group, &row));
        if let Some(rows) = rows {
            apply(state, &place, rows, becomes);
        }
    });
}

fn apply(state: State, place: &TextPlace, rows: StepRows, becomes: String) {
    let Some((file, group, text)) = place.of() else {
        return;
    };
    let column = group.place().and_then(|at| file.columns.get(at));
    let (Some(column), Some(found)) = (column, &text.found) else {
        return;
    };
    let step = Step {
        column: column.name(),
        found: found.trim().to_owned(),
        becomes: becomes.trim().to_owned(),
        rows,
    };
    let group = GroupKey::of(file, group);
    correct(state, file, Made { group, step });
}
