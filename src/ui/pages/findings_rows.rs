//! Rows of a file as they stand in it, with the column at fault before the others.

use leptos::prelude::*;

use crate::platform::page;
use crate::report::{FileReading, RawLine};
use crate::text::{Lang, mending as words};

use super::super::state::State;
use super::findings_texts::TextPlace;

/// The rows that are shown; none while none are.
pub type Shown = Option<Vec<RawLine>>;

/// Asks for lines of a table and shows them.
pub fn show_rows(state: State, table: usize, lines: Vec<u32>, rows: RwSignal<Shown>) {
    let (Some(engine), Ok(table)) = (state.engine.get_untracked(), u32::try_from(table)) else {
        return;
    };
    page::run(async move {
        match engine.lines(table, &lines).await {
            // The files may have been read again meanwhile: then there is nothing to show them in.
            Ok(found) => drop(rows.try_set(Some(found))),
            Err(failure) => state.failure.set(Some(failure)),
        }
    });
}

/// The rows.
#[component]
pub fn Rows(
    /// The state of the page.
    state: State,
    /// Where the text stands that was found in them.
    place: TextPlace,
    /// The rows.
    rows: RwSignal<Shown>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    move || {
        let shown = rows.get()?;
        let (file, group, _) = place.of()?;
        let order = order(file, &shown, group.place());
        Some(view! {
            <div class="raw-rows" tabindex="0" role="region" aria-label=words::SEE_ROWS.of(lang)>
                {table(file, &shown, &order, group.place(), lang)}
            </div>
            <button class="plain hide-rows" on:click=move |_| rows.set(None)>{words::HIDE_ROWS.of(lang)}</button>
        })
    }
}

/// The columns in the order shown: the one at fault first, as the others may be too many for the page.
fn order(file: &FileReading, rows: &[RawLine], fault: Option<usize>) -> Vec<usize> {
    let widest = rows.iter().map(|row| row.cells.len()).max();
    let width = widest.map_or(file.columns.len(), |cells| cells.max(file.columns.len()));
    let others = (0..width).filter(|at| Some(*at) != fault);
    fault.into_iter().chain(others).collect()
}

fn table(
    file: &FileReading,
    rows: &[RawLine],
    order: &[usize],
    fault: Option<usize>,
    lang: Lang,
) -> impl IntoView + use<> {
    let heads = order.iter().map(|&at| {
        let column = file.columns.get(at);
        let header = match column.filter(|column| !column.header.trim().is_empty()) {
            Some(column) => column.header.clone(),
            None => words::column(u32::try_from(at + 1).unwrap_or(u32::MAX), lang),
        };
        view! { <th scope="col" class:at-fault=fault == Some(at)>{header}</th> }
    });
    let lines = rows.iter().map(|row| {
        let cells = order.iter().map(|&at| {
            let text = match row.cells.get(at) {
                Some(Some(text)) => text.clone(),
                Some(None) => words::HIDDEN_CELL.to_owned(),
                None => String::new(),
            };
            view! { <td class:at-fault=fault == Some(at)>{text}</td> }
        });
        view! { <tr><th scope="row">{row.line}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <table>
            <thead><tr><th scope="col">{words::LINE.of(lang)}</th>{heads.collect_view()}</tr></thead>
            <tbody>{lines.collect_view()}</tbody>
        </table>
    }
}
