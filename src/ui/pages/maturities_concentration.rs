//! How much the largest borrowers and enterprises hold of the balance and of what falls due in the next twelve months.

use std::sync::Arc;

use leptos::prelude::*;

use crate::export::{self, Taken};
use crate::report::policy::calendar::{Concentration, Largest, Shares};
use crate::report::{PolicyReport, Report};
use crate::text::{Words, chart, maturities as words, number, pages as page_words};

use super::super::actions;
use super::super::state::State;

/// The section.
#[component]
pub fn ConcentrationOf(
    /// The state of the page.
    state: State,
    /// The report.
    report: Arc<Report>,
    /// What the rules say.
    policy: Arc<PolicyReport>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let saved = Arc::clone(&policy);
    let save = move |_| {
        let bytes = export::dues::concentration(&report, &saved.dues, lang);
        let file = export::name(Taken::Concentration, Some(report.as_of), "csv");
        actions::save_csv(state, &file, &bytes);
    };
    let rows = move || {
        let households = sort(state, words::HOUSEHOLDS, &policy.dues.households);
        let enterprises = policy
            .dues
            .by_enterprise
            .as_ref()
            .map(|concentration| sort(state, words::ENTERPRISES, concentration));
        view! { {households}{enterprises} }
    };
    view! {
        <section>
            <div class="section-head">
                <h2>{words::CONCENTRATION.of(lang)}</h2>
                <button on:click=save>{page_words::SAVE_CSV.of(lang)}</button>
            </div>
            {rows}
            <p class="quiet">{words::HERFINDAHL_RULE.of(lang)}</p>
        </section>
    }
}

/// Households, or enterprises.
fn sort(state: State, name: Words, concentration: &Concentration) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let tops = concentration.by_balance.tops.iter();
    let headings = tops
        .map(|top| view! { <th scope="col" class="figure">{words::largest(top.count, lang)}</th> })
        .collect_view();
    let alike = concentration.alike.map(|alike| {
        let each = chart::money(alike.each, state.unit.get(), lang);
        view! { <p class="quiet">{words::alike(&number::count(alike.holders), &each, lang)}</p> }
    });
    let unit = state.unit.get().name(lang);
    let largest = concentration
        .largest
        .iter()
        .map(|one| largest(state, one))
        .collect_view();
    let names = (!concentration.largest.is_empty()).then(|| {
        view! {
            <table class="small-table">
                <thead><tr>
                    <th scope="col">{words::WHO.of(lang)}</th>
                    <th scope="col" class="figure">{words::BY_COUNT.of(lang)}</th>
                    <th scope="col" class="figure">{words::BALANCE.of(lang)}" "{unit}</th>
                    <th scope="col" class="figure">{words::COMING_OF_IT.of(lang)}" "{unit}</th>
                </tr></thead>
                <tbody>{largest}</tbody>
            </table>
        }
    });
    view! {
        <div class="beside concentration">
            <table class="small-table">
                <thead><tr>
                    <th scope="col">{name.of(lang)}</th>
                    <th scope="col" class="figure">{words::HOLDERS.of(lang)}</th>
                    {headings}
                    <th scope="col" class="figure">{words::HERFINDAHL.of(lang)}</th>
                </tr></thead>
                <tbody>
                    {shares(state, words::OF_BALANCE, &concentration.by_balance)}
                    {shares(state, words::OF_COMING, &concentration.by_coming)}
                </tbody>
            </table>
            <div>{names}{alike}</div>
        </div>
    }
}

fn shares(state: State, name: Words, shares: &Shares) -> impl IntoView + use<> {
    let reader = state.reader();
    let tops = shares
        .tops
        .iter()
        .map(|top| {
            let shown = reader.rate_of_money(&top.share);
            view! { <td class="figure" title=shown.fraction>{shown.text}</td> }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row">{name.of(reader.lang)}</th>
            <td class="figure">{number::count(shares.holders)}</td>
            {tops}
            <td class="figure">{words::points(shares.herfindahl)}</td>
        </tr>
    }
}

fn largest(state: State, one: &Largest) -> impl IntoView + use<> {
    let reader = state.reader();
    view! {
        <tr>
            <th scope="row">{one.name.clone()}</th>
            <td class="figure">{number::count(one.balance.loans)}</td>
            <td class="figure">{reader.money(one.balance.outstanding_principal).text}</td>
            <td class="figure">{reader.money(one.coming.outstanding_principal).text}</td>
        </tr>
    }
}
