//! What an assumption does to the work: which way loans go and what they are, before and after, in all and by township.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::policy::{Disposition, Loans};
use crate::report::what_if::{Standpoint, Ways, WhatIf};
use crate::text::number::{self, MoneyUnit};
use crate::text::{chart, disposition, maturities, table, what_if as words};

use super::super::state::State;

/// A name, and its loans before and after.
type Side = (&'static str, Loans, Loans);

/// The ways of a township, or of the county where none is named.
fn of_place<'a>(standpoint: &'a Standpoint, place: &str) -> Option<&'a Ways> {
    if place.is_empty() {
        return Some(&standpoint.ways);
    }
    let mut townships = standpoint.township_ways.iter();
    let own = townships.find(|row| row.township == place)?;
    Some(&own.ways)
}

/// Which way loans go, and what they are.
#[component]
pub fn WaysCompared(
    /// The state of the page.
    state: State,
    /// The answer.
    answer: Arc<WhatIf>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let place = RwSignal::new(String::new());
    let townships = answer.before.township_ways.iter();
    let options = townships
        .map(|row| view! { <option value=row.township.clone()>{row.township.clone()}</option> })
        .collect_view();
    let by_township = by_township(state, &answer);
    let tables = move || {
        let place = place.get();
        let before = of_place(&answer.before, &place)?;
        let after = of_place(&answer.after, &place)?;
        let batches = before.batches.iter().zip(&after.batches);
        let batches = batches.map(|(before, after)| {
            let name = disposition::name(before.disposition).of(lang);
            (name, before.loans, after.loans)
        });
        let standings = before.standings.iter().zip(&after.standings);
        let standings = standings.map(|(before, after)| {
            let name = disposition::state(before.state).of(lang);
            (name, before.loans, after.loans)
        });
        Some(view! {
            <div class="ways">
                {compared(state, disposition::DISPOSITION.of(lang), batches.collect())}
                {compared(state, disposition::STATE.of(lang), standings.collect())}
            </div>
        })
    };
    view! {
        <h3>{words::WAYS.of(lang)}</h3>
        <div class="table-tools"><label>{words::PLACE.of(lang)}
            <select id="what-if-place" prop:value=move || place.get()
                on:change=move |event| place.set(event_target_value(&event))>
                <option value="">{maturities::COUNTY.of(lang)}</option>{options}
            </select>
        </label></div>
        {tables}
        <h3>{words::WAYS_BY_TOWNSHIP.of(lang)}</h3>
        <p class="quiet">{words::WAYS_NOTE.of(lang)}</p>
        <div class="scrolls" tabindex="0" role="region" aria-label=words::WAYS_BY_TOWNSHIP.of(lang)>{by_township}</div>
    }
}

/// Loans and balances side by side; what is nothing before and after is left out.
fn compared(state: State, title: &'static str, rows: Vec<Side>) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let reader = state.reader();
    let money = |loans: Loans| reader.money(loans.outstanding_principal).text;
    let shown = rows
        .into_iter()
        .filter(|(_, before, after)| before.loans + after.loans > 0);
    let rows = shown
        .map(|(name, before, after)| {
            view! {
                <tr class:moved=before != after>
                    <th scope="row">{name}</th>
                    <td class="figure">{number::count(before.loans)}</td>
                    <td class="figure">{number::count(after.loans)}</td>
                    <td class="figure">{money(before)}</td>
                    <td class="figure">{money(after)}</td>
                </tr>
            }
        })
        .collect_view();
    let unit = reader.unit.name(lang);
    view! {
        <table class="small-table compared">
            <thead><tr>
                <th scope="col">{title}</th>
                <th scope="col" class="figure">{words::LOANS_BEFORE.of(lang)}</th>
                <th scope="col" class="figure assumed-head">{words::LOANS_AFTER.of(lang)}</th>
                <th scope="col" class="figure">{words::BALANCE_BEFORE.of(lang)}" "{unit}</th>
                <th scope="col" class="figure assumed-head">{words::BALANCE_AFTER.of(lang)}" "{unit}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// Loans before and after, as one cell.
fn cell(state: State, before: Loans, after: Loans) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let exact = |loans: Loans| chart::money(loans.outstanding_principal, MoneyUnit::Yuan, lang);
    let is_moved = before != after;
    let (text, title) = if is_moved {
        (
            words::from_to(&number::count(before.loans), &number::count(after.loans)),
            words::from_to(&exact(before), &exact(after)),
        )
    } else {
        (number::count(before.loans), exact(before))
    };
    view! { <td class="figure" class:moved=is_moved title=title>{text}</td> }
}

/// By township, the nine batches.
fn by_township(state: State, answer: &WhatIf) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let heads = Disposition::ALL
        .map(|own| view! { <th scope="col" class="figure">{disposition::name(own).of(lang)}</th> });
    let row = |place: &str, before: &Ways, after: &Ways| {
        let cells = before.batches.iter().zip(&after.batches);
        let cells = cells
            .map(|(before, after)| cell(state, before.loans, after.loans))
            .collect_view();
        view! { <tr><th scope="row">{place.to_owned()}</th>{cells}</tr> }
    };
    let after = &answer.after.township_ways;
    let rows = answer.before.township_ways.iter().zip(after);
    let rows = rows
        .map(|(before, after)| row(&before.township, &before.ways, &after.ways))
        .collect_view();
    let county = maturities::COUNTY.of(lang);
    let total = row(county, &answer.before.ways, &answer.after.ways);
    view! {
        <table class="small-table">
            <thead><tr><th scope="col">{table::TOWNSHIP.of(lang)}</th>{heads}</tr></thead>
            <tbody>{rows}</tbody>
            <tfoot>{total}</tfoot>
        </table>
    }
}
