//! 合规检查: the table of the checks; a name opens a check in full.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::PolicyReport;
use crate::report::policy::CheckRow;
use crate::text::{Lang, compliance as words, number, rules};

use super::super::state::State;
use super::compliance_open::open_check;

/// The part of the room.
pub fn checks(state: State, policy: Arc<PolicyReport>) -> AnyView {
    let opened = RwSignal::new(None::<usize>);
    let inside = move || {
        let all = Arc::clone(&policy);
        match opened.get().filter(|at| *at < all.checks.len()) {
            Some(at) => open_check(state, all, at, opened),
            None => table(state, &all, opened).into_any(),
        }
    };
    inside.into_any()
}

fn table(
    state: State,
    policy: &Arc<PolicyReport>,
    opened: RwSignal<Option<usize>>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let unit = move || state.unit.get().name(lang);
    let checks = policy.checks.iter().enumerate();
    let rows = checks.map(|(at, check)| row(state, check, at, opened));
    view! {
        <p class="quiet">{words::CHECKS_INTRO.of(lang)}</p>
        <table class="small-table">
            <thead><tr>
                <th scope="col">{words::CHECK.of(lang)}</th>
                <th scope="col">{words::SEVERITY.of(lang)}</th>
                <th scope="col" class="figure">{words::CAUGHT.of(lang)}</th>
                <th scope="col" class="figure">{words::HOUSEHOLDS.of(lang)}</th>
                <th scope="col" class="figure">{words::AMOUNT.of(lang)}" "{unit}</th>
                <th scope="col">{words::STATE_OF_DATA.of(lang)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// A check's id and name.
pub fn named(check: &CheckRow, lang: Lang) -> String {
    match rules::rule_words(&check.id) {
        Some(own) => format!("{} {}", check.id, own.title.of(lang)),
        None => check.id.clone(),
    }
}

fn row(
    state: State,
    check: &CheckRow,
    at: usize,
    opened: RwSignal<Option<usize>>,
) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let is_made = check.lacks.is_none();
    let shown = |count: u64| match is_made {
        true => number::count(count),
        false => number::percent(None),
    };
    let caught = match check.is_of_county {
        true => check.things_caught(),
        false => check.loans,
    };
    let households = match check.is_of_county {
        true => String::new(),
        false => shown(check.households),
    };
    let amount = check.amount;
    let amount = move || match is_made {
        true => state.reader().money(amount).text,
        false => number::percent(None),
    };
    view! {
        <tr>
            <th scope="row"><button class="link" on:click=move |_| opened.set(Some(at))>{named(check, lang)}</button></th>
            <td>{words::severity(check.severity).of(lang)}</td>
            <td class="figure">{shown(caught)}</td>
            <td class="figure">{households}</td>
            <td class="figure">{amount}</td>
            <td>{words::state_of_data(check, lang)}</td>
        </tr>
    }
}
