//! 贴息申报表: the period and the lender that it is of, and its rows.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::policy::money_list::MoneyListQuery;
use crate::report::{Date, PolicyReport};
use crate::text::{Lang, subsidy as words};

use super::super::state::State;
use super::money_list::{self, Listed, MoneyListed};
use super::subsidy_tables as tables;

/// The declaration of a period, for all lenders or one.
pub fn declaration(state: State, policy: Arc<PolicyReport>) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let report = &policy.subsidy;
    // The last period that is over is the one that is declared.
    let periods: Vec<(Date, Date, String)> = report
        .periods
        .iter()
        .rev()
        .map(|row| (row.from, row.to, tables::period_name(row, lang)))
        .collect();
    let settled = report.periods.iter().rev().position(|row| !row.is_running);
    let chosen = RwSignal::new(settled.or((!periods.is_empty()).then_some(0)));
    let lender = RwSignal::new(None::<String>);
    let listed: Listed = RwSignal::new(None);
    let spans: Vec<(Date, Date)> = periods.iter().map(|(from, to, _)| (*from, *to)).collect();
    let show = move |_| {
        let span = chosen.get_untracked().and_then(|at| spans.get(at).copied());
        if let Some((from, to)) = span {
            let query = MoneyListQuery::Declaration {
                from,
                to,
                lender: lender.get_untracked(),
            };
            money_list::open(state, query, listed);
        }
    };
    let options = periods.into_iter().enumerate().map(move |(at, (_, _, name))| {
        view! { <option value=at.to_string() selected={Some(at) == chosen.get_untracked()}>{name}</option> }
    });
    let names: Vec<String> = report
        .lenders
        .iter()
        .filter_map(|row| row.lender.clone())
        .collect();
    view! {
        <div class="table-tools">
            <label>{words::CHOOSE_PERIOD.of(lang)}
                <select on:change=move |event| chosen.set(event_target_value(&event).parse().ok())>{options.collect_view()}</select>
            </label>
            {lender_choice(names, lender, lang)}
            <button on:click=show>{words::SHOW.of(lang)}</button>
        </div>
        <MoneyListed state listed />
    }
}

/// A choice of one lender or all.
pub fn lender_choice(
    names: Vec<String>,
    chosen: RwSignal<Option<String>>,
    lang: Lang,
) -> impl IntoView {
    let options = names
        .iter()
        .enumerate()
        .map(|(at, name)| view! { <option value=at.to_string()>{name.clone()}</option> })
        .collect_view();
    let choose = move |value: String| {
        let at: Option<usize> = value.parse().ok();
        chosen.set(at.and_then(|at| names.get(at).cloned()));
    };
    view! {
        <label>{words::CHOOSE_LENDER.of(lang)}
            <select on:change=move |event| choose(event_target_value(&event))>
                <option value="">{words::ALL_LENDERS.of(lang)}</option>
                {options}
            </select>
        </label>
    }
}
