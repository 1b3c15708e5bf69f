//! An answer to “what if”: before and after side by side, in a frame that says that it is an assumption.

use std::sync::Arc;

use leptos::prelude::*;

use crate::export::{self, Taken};
use crate::report::what_if::{CollectedLoan, Collection, Least, WhatIf};
use crate::report::{Fen, Figures, Report, TownshipRow};
use crate::text::{chart, field, number, pages as page_words, table, what_if as words};

use super::super::figure::{self, Figure};
use super::super::state::State;
use super::super::{actions, rule_actions};
use super::what_if_ways::WaysCompared;
use crate::report::Field;

/// The figures that an answer compares.
const COMPARED: &[&Figure] = &[
    &figure::BALANCE,
    &figure::OVERDUE_BY_AMOUNT,
    &figure::OVERDUE_BY_LOANS,
    &figure::OVERDUE_BY_HOUSEHOLDS,
    &figure::NPL_BY_AMOUNT,
    &figure::NPL_BY_LOANS,
];

/// The answer.
#[component]
pub fn Answer(
    /// The state of the page.
    state: State,
    /// The report.
    report: Arc<Report>,
    /// The answer.
    answer: Arc<WhatIf>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let question = words::question(&answer.question, lang);
    let (of_least, of_rates) = (Arc::clone(&answer), Arc::clone(&answer));
    let least = move || {
        of_least
            .least
            .map(|least| said(state, least, of_least.collection.as_ref()))
    };
    let save = move |taken: Taken| {
        let bytes = match taken {
            Taken::WhatIfWays => export::what_if::ways(&report, &of_rates, lang),
            _ => export::what_if::rates(&report, &of_rates, lang),
        };
        let file = export::name(taken, Some(report.as_of), "csv");
        actions::save_csv(state, &file, &bytes);
    };
    let save_ways = save.clone();
    let of_question = answer.question.clone();
    let save_loans = answer.collection.is_some().then(|| {
        let save = move |_| rule_actions::save_collected(state, of_question.clone());
        view! { <button on:click=save>{words::COLLECTED_LOANS.of(lang)}" "{page_words::SAVE_CSV.of(lang)}</button> }
    });
    let of_townships = Arc::clone(&answer);
    let townships = move || townships(state, &of_townships);
    let collected = answer
        .collection
        .clone()
        .map(|collection| view! { <Collected state collection /> });
    view! {
        <div class="assumed" id="what-if-answer" role="status">
            <p><span class="assumed-mark">{words::ASSUMED.of(lang)}</span>" "<strong>{question}</strong></p>
            <p class="assumed-note">{words::NOT_A_FACT.of(lang)}</p>
            <p>{least}</p>
            <Compared state answer=Arc::clone(&answer) />
            <div class="table-tools">
                <button on:click=move |_| save(Taken::WhatIf)>{words::RATES.of(lang)}" "{page_words::SAVE_CSV.of(lang)}</button>
                <button on:click=move |_| save_ways(Taken::WhatIfWays)>{words::WAYS.of(lang)}" "{page_words::SAVE_CSV.of(lang)}</button>
                {save_loans}
            </div>
            <div class="scrolls" tabindex="0" role="region" aria-label=table::TOWNSHIP.of(lang)>{townships}</div>
            <WaysCompared state answer />
            {collected}
        </div>
    }
}

fn said(state: State, least: Least, collection: Option<&Collection>) -> String {
    let lang = state.lang.get_untracked();
    let amount = match least {
        Least::Collect { amount } => exact(amount, state),
        _ => String::new(),
    };
    let loans = collection.map_or_else(String::new, |collection| number::count(collection.loans));
    words::least(least, &amount, &loans, lang)
}

/// To the fen: one fen less would not do.
fn exact(amount: Fen, state: State) -> String {
    let yuan = crate::text::number::MoneyUnit::Yuan;
    chart::money(amount, yuan, state.lang.get_untracked())
}

/// The county's figures side by side.
#[component]
fn Compared(
    /// The state of the page.
    state: State,
    /// The answer.
    answer: Arc<WhatIf>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let days = (
        answer.before.as_of.to_string(),
        answer.after.as_of.to_string(),
    );
    let rows = move || {
        let reader = state.reader();
        let row = |figure: &&'static Figure| {
            let cell = |figures: &Figures| {
                let shown = (figure.shown)(figures, reader);
                view! { <td class="figure">{shown.text}" "<small class="quiet">{shown.fraction}</small></td> }
            };
            let unit = figure.is_money.then(|| reader.unit.name(lang));
            view! {
                <tr>
                    <th scope="row">{figure.name().of(lang)}" "{unit}</th>
                    {cell(&answer.before.total)}
                    {cell(&answer.after.total)}
                </tr>
            }
        };
        COMPARED.iter().map(row).collect_view()
    };
    view! {
        <table class="small-table compared">
            <thead><tr>
                <th scope="col">{words::FIGURE.of(lang)}</th>
                <th scope="col" class="figure">{words::BEFORE.of(lang)}" "{days.0}</th>
                <th scope="col" class="figure assumed-head">{words::AFTER.of(lang)}" "{days.1}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// The rates of the townships, before and after.
fn townships(state: State, answer: &WhatIf) -> impl IntoView + use<> {
    let reader = state.reader();
    let lang = reader.lang;
    let after = &answer.after.townships;
    let row = |before: &TownshipRow| {
        let after = after.iter().find(|row| row.township == before.township);
        let rates = |figures: &Figures| {
            [&figures.overdue_by_amount, &figures.npl_by_amount]
                .map(|rate| reader.rate_of_money(rate))
        };
        let [overdue, npl] = rates(&before.figures);
        let assumed = after.map(|row| rates(&row.figures));
        let [overdue_after, npl_after] =
            assumed.unwrap_or_else(|| [(); 2].map(|()| reader.missing(None)));
        let cell = |shown: super::super::reader::Shown| {
            view! { <td class="figure" title=shown.fraction>{shown.text}</td> }
        };
        view! {
            <tr><th scope="row">{before.township.clone()}</th>
                {cell(overdue)}{cell(overdue_after)}{cell(npl)}{cell(npl_after)}</tr>
        }
    };
    let rows = answer.before.townships.iter().map(row).collect_view();
    view! {
        <table class="small-table">
            <thead><tr>
                <th scope="col">{table::TOWNSHIP.of(lang)}</th>
                <th scope="col" class="figure">{words::RATE_BEFORE.of(lang)}</th>
                <th scope="col" class="figure assumed-head">{words::RATE_AFTER.of(lang)}</th>
                <th scope="col" class="figure">{words::NPL_BEFORE.of(lang)}</th>
                <th scope="col" class="figure assumed-head">{words::NPL_AFTER.of(lang)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// The loans that are taken as collected.
#[component]
fn Collected(
    /// The state of the page.
    state: State,
    /// What is collected.
    collection: Collection,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let listed = number::count(collection.listed.len() as u64);
    let how_many = words::listed(&listed, &number::count(collection.loans), lang);
    let money = |amount| number::money(amount, number::MoneyUnit::Yuan);
    let row = |loan: &CollectedLoan| {
        view! {
            <tr>
                <th scope="row">{loan.loan_number.clone()}</th>
                <td>{loan.household_number.clone()}</td>
                <td>{loan.township.clone()}" "{loan.village.clone()}</td>
                <td>{loan.lender.clone()}</td>
                <td class="figure">{number::count(u64::from(loan.days_past_due))}</td>
                <td class="figure">{money(loan.outstanding_principal)}</td>
                <td class="figure">{money(loan.collected)}</td>
            </tr>
        }
    };
    let rows = collection.listed.iter().map(row).collect_view();
    view! {
        <h3>{words::COLLECTED_LOANS.of(lang)}</h3>
        <p class="quiet">{how_many}</p>
        <div class="scrolls" tabindex="0" role="region" aria-label=words::COLLECTED_LOANS.of(lang)>
            <table class="small-table">
                <thead><tr>
                    <th scope="col">{field::name(Field::LoanNumber).of(lang)}</th>
                    <th scope="col">{field::name(Field::HouseholdNumber).of(lang)}</th>
                    <th scope="col">{table::TOWNSHIP.of(lang)}" "{table::VILLAGE.of(lang)}</th>
                    <th scope="col">{table::LENDER.of(lang)}</th>
                    <th scope="col" class="figure">{table::DAYS_PAST_DUE.of(lang)}</th>
                    <th scope="col" class="figure">{table::BALANCE.of(lang)}</th>
                    <th scope="col" class="figure assumed-head">{table::in_yuan(words::COLLECTED.of(lang), lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
