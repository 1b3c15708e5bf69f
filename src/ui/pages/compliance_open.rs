//! One check in full: what it looks for and leaves, its documents and parameters, and everything it caught.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::PolicyReport;
use crate::report::policy::{CheckRow, ParameterAsked};
use crate::text::{
    Lang, SEMICOLON, Words, compliance as words, number, pages as page_words, parameter, rules,
};

use super::super::rule_actions;
use super::super::state::State;
use super::compliance_checks::named;
use super::compliance_rows::caught_loans;

/// The check at a place of the report.
pub fn open_check(
    state: State,
    policy: Arc<PolicyReport>,
    at: usize,
    opened: RwSignal<Option<usize>>,
) -> AnyView {
    let Some(check) = policy.checks.get(at) else {
        return ().into_any();
    };
    let lang = state.lang.get_untracked();
    let id = check.id.clone();
    let save = move |_| rule_actions::save_check(state, &id);
    let has_loans = check.loans > 0;
    view! {
        <div class="table-tools">
            <button class="back" on:click=move |_| opened.set(None)>{words::BACK.of(lang)}</button>
            {has_loans.then(|| view! { <button on:click=save>{page_words::SAVE_CSV.of(lang)}</button> })}
        </div>
        <h3>{named(check, lang)}</h3>
        {about(check, lang)}
        {figures(state, check)}
        {hits(state, check)}
        {townships(state, check)}
        {has_loans.then(|| caught_loans(state, check.id.clone(), check.loans))}
    }
    .into_any()
}

/// A heading and what stands beside it.
fn line(name: Words, text: String, lang: Lang) -> impl IntoView {
    view! { <tr><th scope="row">{name.of(lang)}</th><td>{text}</td></tr> }
}

fn about(check: &CheckRow, lang: Lang) -> impl IntoView + use<> {
    let own = rules::rule_words(&check.id);
    let text = |which: fn(&rules::RuleWords) -> Words| {
        own.map_or_else(String::new, |own| which(own).of(lang).to_owned())
    };
    let parameters = check.parameters.iter().map(|own| asked(own, lang));
    let parameters = parameters.collect_view();
    let none = check.parameters.is_empty();
    view! {
        <table class="needed"><tbody>
            {line(words::LOOKS_FOR, text(|own| own.looks_for), lang)}
            {line(words::LEAVES, text(|own| own.leaves), lang)}
            {line(words::SEVERITY, words::severity(check.severity).of(lang).to_owned(), lang)}
            {line(words::SOURCE, check.source.clone(), lang)}
            <tr>
                <th scope="row">{words::PARAMETERS.of(lang)}</th>
                <td>{none.then(|| words::NO_PARAMETERS.of(lang))}{parameters}</td>
            </tr>
        </tbody></table>
    }
}

/// A parameter, its values over time, how sure it is.
fn asked(own: &ParameterAsked, lang: Lang) -> impl IntoView + use<> {
    let values: Vec<String> = own
        .values
        .iter()
        .map(|value| words::value_in_force(own.parameter, value, lang))
        .collect();
    let values = values.join(SEMICOLON.of(lang));
    view! {
        <div>
            {parameter::name(own.parameter, lang)}" — "{values}
            " "<span class="quiet">{parameter::certainty(own.certainty).of(lang)}</span>
        </div>
    }
}

/// What could not be told, and how many are in order.
fn figures(state: State, check: &CheckRow) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    if let Some(unknown) = check.lacks {
        return view! { <p class="unfilled">{words::lacks(unknown, lang)}</p> }.into_any();
    }
    let open = check.undetermined.iter();
    let open = open.map(|of| view! { <li>{words::open_loans(of.unknown, of.loans, lang)}</li> });
    let open = open.collect_view();
    let others = (!check.is_of_county).then(|| words::others(check, lang));
    view! { <p>{others}</p><ul class="quiet">{open}</ul> }.into_any()
}

/// What a check of the county as a whole says.
fn hits(state: State, check: &CheckRow) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    if !check.is_of_county || check.lacks.is_some() {
        return None;
    }
    let id = check.id.clone();
    let rows = check.hits.iter().map(|hit| {
        let says = match (&hit.reason, hit.unknown) {
            (Some(reason), _) => rules::sentence(&id, reason, lang),
            (None, Some(unknown)) => words::lacks(unknown, lang),
            (None, None) => String::new(),
        };
        let is_caught = hit.reason.is_some();
        let amount = hit.amount;
        let amount = move || is_caught.then(|| state.reader().money(amount).text);
        view! {
            <tr>
                <th scope="row">{words::subject(hit.kind, &hit.name, lang)}</th>
                <td class="figure">{amount}</td>
                <td>{says}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let none = check.hits.is_empty();
    Some(view! {
        <h4>{words::CAUGHT_THINGS.of(lang)}</h4>
        {none.then(|| view! { <p class="quiet">{words::NOTHING_CAUGHT.of(lang)}</p> })}
        <table class="small-table"><tbody>{rows}</tbody></table>
    })
}

fn townships(state: State, check: &CheckRow) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    if check.townships.is_empty() {
        return None;
    }
    let unit = move || state.unit.get().name(lang);
    let rows = check.townships.iter().map(|own| {
        let amount = own.amount;
        view! {
            <tr>
                <th scope="row">{own.township.clone()}</th>
                <td class="figure">{number::count(own.loans)}</td>
                <td class="figure">{move || state.reader().money(amount).text}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    Some(view! {
        <details>
            <summary>{words::BY_TOWNSHIP.of(lang)}</summary>
            <table class="small-table">
                <thead><tr>
                    <th scope="col">{crate::text::table::TOWNSHIP.of(lang)}</th>
                    <th scope="col" class="figure">{words::LOANS.of(lang)}</th>
                    <th scope="col" class="figure">{words::AMOUNT.of(lang)}" "{unit}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    })
}
