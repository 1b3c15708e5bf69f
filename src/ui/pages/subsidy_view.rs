//! The half of 合规与贴息 about subsidies: what is due, how what was paid stands against it, and the declaration.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::policy::money_list::MoneyListQuery;
use crate::report::policy::subsidy::{FaultFigures, LenderSubsidy, SubsidyReport};
use crate::report::{Date, PolicyReport};
use crate::text::{Lang, number, subsidy as words};

use super::super::state::State;
use super::money_list::{self, Listed, MoneyListed};
use super::subsidy_tables as tables;

/// The half of the room.
pub fn subsidy(state: State, policy: Arc<PolicyReport>) -> AnyView {
    let lang = state.lang.get_untracked();
    if let Some(unknown) = policy.subsidy.lacks {
        return view! {
            <section><h2>{words::SUBSIDY.of(lang)}</h2><p>{words::lacking(unknown, lang)}</p></section>
        }
        .into_any();
    }
    let (due, declared) = (Arc::clone(&policy), Arc::clone(&policy));
    view! {
        <section id="subsidy">
            <h2>{words::SUBSIDY.of(lang)}</h2>
            <p class="quiet">{words::RULES.of(lang)}</p>
            <p class="quiet">{words::SOURCE_RULE.of(lang)}</p>
            {sums(state, due)}
            {lacking(&policy.subsidy, lang)}
        </section>
        <section id="subsidy-paid">
            <h2>{words::AGAINST_PAID.of(lang)}</h2>
            {against_paid(state, &policy.subsidy)}
        </section>
        <section id="subsidy-declaration">
            <h2>{words::DECLARATION.of(lang)}</h2>
            {declaration(state, declared)}
        </section>
    }
    .into_any()
}

fn sums(state: State, policy: Arc<PolicyReport>) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let window = RwSignal::new(0_usize);
    let windows = tables::village_windows(&policy.subsidy);
    let [source, period, lender, village] = [(); 4].map(|()| Arc::clone(&policy));
    view! {
        <h3>{words::BY_SOURCE.of(lang)}</h3>
        {move || tables::by_source(&source.subsidy, state.reader())}
        <h3>{words::BY_PERIOD.of(lang)}</h3>
        {move || tables::by_period(&period.subsidy, state.reader())}
        <h3>{words::BY_LENDER.of(lang)}</h3>
        {move || tables::by_lender(&lender.subsidy, state.reader())}
        <h3>{words::BY_VILLAGE.of(lang)}</h3>
        {(windows > 1).then(|| view! {
            <div class="table-tools">
                <button disabled=move || window.get() == 0 on:click=move |_| window.update(|at| *at = at.saturating_sub(1))>{words::EARLIER_ROWS.of(lang)}</button>
                <button disabled=move || { window.get() + 1 >= windows } on:click=move |_| window.update(|at| *at += 1)>{words::LATER_ROWS.of(lang)}</button>
            </div>
        })}
        {move || tables::by_village(&village.subsidy, window.get(), state.reader())}
    }
}

/// What would have to be known, and of how many loans.
fn lacking(report: &SubsidyReport, lang: Lang) -> Option<impl IntoView + use<>> {
    if report.lacking.is_empty() {
        return None;
    }
    let rows = report.lacking.iter().map(|(unknown, loans)| {
        view! {
            <tr><th scope="row">{words::lacks(*unknown, lang)}</th><td class="figure">{number::count(*loans)}</td></tr>
        }
    });
    Some(view! {
        <h3>{words::LACKING.of(lang)}</h3>
        <table class="small-table">
            <thead><tr><th scope="col">{words::LACKING.of(lang)}</th><th scope="col" class="figure">{words::LOANS.of(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    })
}

fn against_paid(state: State, report: &SubsidyReport) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    if !report.has_payments {
        return view! { <p>{words::NO_TABLE.of(lang)}</p> }.into_any();
    }
    let listed: Listed = RwSignal::new(None);
    let rows = report
        .faults
        .iter()
        .map(|found| fault(state, found, listed, lang));
    let sum = |amount: crate::report::Fen| amount.to_string();
    let unplaced = words::unplaced(
        &number::count(report.without_loan),
        &sum(report.without_loan_paid),
        &number::count(report.out_of_periods),
        &sum(report.out_of_periods_paid),
        lang,
    );
    view! {
        <table class="small-table">
            <thead><tr>
                <th scope="col">{words::FAULT.of(lang)}</th>
                <th scope="col">{words::NOTE.of(lang)}</th>
                <th scope="col" class="figure">{words::FOUND.of(lang)}</th>
                <th scope="col" class="figure">{words::STAKE_YUAN.of(lang)}</th>
                <th scope="col">{words::SEE_LIST.of(lang)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <p class="quiet">{unplaced}</p>
        {missing(report, lang)}
        <MoneyListed state listed />
    }
    .into_any()
}

fn fault(state: State, found: &FaultFigures, listed: Listed, lang: Lang) -> impl IntoView + use<> {
    let kind = found.fault;
    let open = move |_| {
        let query = MoneyListQuery::Faults {
            fault: kind,
            lender: None,
        };
        money_list::open(state, query, listed);
    };
    let has_any = found.count > 0;
    view! {
        <tr>
            <th scope="row">{words::fault(kind).of(lang)}</th>
            <td>{words::fault_meaning(kind).of(lang)}</td>
            <td class="figure">{number::count(found.count)}</td>
            <td class="figure">{at_stake(found, lang)}</td>
            <td>{has_any.then(|| view! { <button class="plain" on:click=open>{words::SEE_LIST.of(lang)}</button> })}</td>
        </tr>
    }
}

/// The sum at stake, and of how many it is not known.
fn at_stake(found: &FaultFigures, lang: Lang) -> String {
    let amount = found.amount.to_string();
    match found.unknown_amounts {
        0 => amount,
        unknown => words::at_stake(&amount, &number::count(unknown), lang),
    }
}

/// 漏统 by lender: the lender answers for it.
fn missing(report: &SubsidyReport, lang: Lang) -> Option<impl IntoView + use<>> {
    let is_unpaid = |row: &&LenderSubsidy| row.missing.count + row.perhaps_missing.count > 0;
    let lenders = report.lenders.iter().filter(is_unpaid);
    let rows: Vec<_> = lenders
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{tables::lender_name(row.lender.as_ref(), lang)}</th>
                    <td class="figure">{number::count(row.missing.count)}</td>
                    <td class="figure">{row.missing.amount.to_string()}</td>
                    <td class="figure">{number::count(row.perhaps_missing.count)}</td>
                </tr>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <table class="small-table">
                <thead><tr>
                    <th scope="col">{crate::text::table::LENDER.of(lang)}</th>
                    <th scope="col" class="figure">{words::MISSING_BY_LENDER.of(lang)}</th>
                    <th scope="col" class="figure">{words::AMOUNT.of(lang)}</th>
                    <th scope="col" class="figure">{words::PERHAPS_MISSING.of(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
    })
}

/// The declaration of a period, for all lenders or one.
fn declaration(state: State, policy: Arc<PolicyReport>) -> impl IntoView {
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
