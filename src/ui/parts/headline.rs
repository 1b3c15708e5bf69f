//! One of the county's main figures: what it is, out of what, by which definition; a press leads to its loans.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::{RegisterQuery, Report};
use crate::text::{definition, pages as words};

use super::super::actions;
use super::super::figure::Figure;
use super::super::state::State;

/// The figure.
#[component]
pub fn Headline(
    /// The state of the page.
    state: State,
    /// The report.
    report: Arc<Report>,
    /// Which figure.
    figure: &'static Figure,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let as_of = words::as_of(report.as_of, lang);
    let shown = Memo::new(move |_| (figure.shown)(&report.total, state.reader()));
    let unit = move || {
        let is_shown = figure.is_money && !shown.with(|shown| shown.is_missing);
        is_shown.then(|| state.unit.get().name(lang))
    };
    let show = move |_| {
        let mut query = RegisterQuery::default();
        (figure.narrow)(&mut query);
        actions::show_loans(state, query);
    };
    let meaning = definition::of(figure.indicator).of(lang);
    view! {
        <li class="headline">
            <button class="headline-figure" on:click=show title=meaning>
                <span class="headline-name">{figure.name().of(lang)}</span>
                <strong>{move || shown.with(|shown| shown.text.clone())}<small>{unit}</small></strong>
                <span class="headline-parts">{move || shown.with(|shown| shown.fraction.clone())}</span>
            </button>
            <details>
                <summary>{words::DEFINITION.of(lang)}</summary>
                <p>{meaning}" "{as_of}</p>
            </details>
        </li>
    }
}
