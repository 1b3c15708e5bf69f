//! The half of 合规与贴息 about subsidies: what is due, how what was paid stands against it, and the declaration.

use std::sync::Arc;

use leptos::prelude::*;

use crate::export::{Taken, name, name_of, subsidies as written};
use crate::report::policy::money_list::MoneyListQuery;
use crate::report::policy::subsidy::{FaultFigures, LenderSubsidy, SubsidyReport};
use crate::report::{PolicyReport, Report};
use crate::text::{Lang, Words, number, pages as page_words, subsidy as words, table};

use super::super::actions;
use super::super::parts::money_table::{MoneyTable, money_table};
use super::super::reader::{Reader, Shown};
use super::super::state::State;
use super::declaration::declaration;
use super::money_list::{self, Listed, MoneyListed};
use super::subsidy_tables as tables;

/// The half of the room.
pub fn subsidy(state: State, report: Arc<Report>, policy: Arc<PolicyReport>) -> AnyView {
    let lang = state.lang.get_untracked();
    if let Some(unknown) = policy.subsidy.lacks {
        return view! {
            <section><h2>{words::SUBSIDY.of(lang)}</h2><p>{words::lacking(unknown, lang)}</p></section>
        }
        .into_any();
    }
    let [due, paid, declared] = [(); 3].map(|()| Arc::clone(&policy));
    view! {
        <section id="subsidy">
            <h2>{words::SUBSIDY.of(lang)}</h2>
            <p class="quiet">{words::RULES.of(lang)}</p>
            <p class="quiet">{words::SOURCE_RULE.of(lang)}</p>
            {sums(state, report, due)}
            {lacking(&policy.subsidy, lang)}
        </section>
        <section id="subsidy-paid">
            <h2>{words::AGAINST_PAID.of(lang)}</h2>
            {against_paid(state, paid)}
        </section>
        <section id="subsidy-declaration">
            <h2>{words::DECLARATION.of(lang)}</h2>
            {declaration(state, declared)}
        </section>
    }
    .into_any()
}

/// A heading with what the table can be taken away by.
fn head(name: Words, id: &'static str, save: impl Fn() + 'static, lang: Lang) -> impl IntoView {
    view! {
        <div class="section-head">
            <h3>{name.of(lang)}</h3>
            <button id=id on:click=move |_| save()>{page_words::SAVE_CSV.of(lang)}</button>
        </div>
    }
}

fn sums(state: State, report: Arc<Report>, policy: Arc<PolicyReport>) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let chosen = RwSignal::new(None::<usize>);
    let [source, period, lender, village] = [(); 4].map(|()| Arc::clone(&policy));
    let options: Vec<(usize, String)> = policy
        .subsidy
        .periods
        .iter()
        .enumerate()
        .rev()
        .map(|(at, row)| (at, tables::period_name(row, lang)))
        .collect();
    let save = move |what: Taken| {
        let (report, policy) = (Arc::clone(&report), Arc::clone(&policy));
        move || {
            let (subsidy, period) = (&policy.subsidy, chosen.get_untracked());
            let bytes = match what {
                Taken::SubsidyPeriods => written::periods(&report, subsidy, lang),
                Taken::SubsidyLenders => written::lenders(&report, subsidy, period, lang),
                _ => written::villages(&report, subsidy, period, lang),
            };
            let of = period.and_then(|at| subsidy.periods.get(at));
            let name = match of.filter(|_| what != Taken::SubsidyPeriods) {
                Some(row) => name_of(what, &row.from.to_string(), Some(report.as_of), "csv"),
                None => name(what, Some(report.as_of), "csv"),
            };
            actions::save_csv(state, &name, &bytes);
        }
    };
    view! {
        <p class="quiet">{words::UNIT.of(lang)}" "{move || state.unit.get().name(lang)}</p>
        <h3>{words::BY_SOURCE.of(lang)}</h3>
        {move || tables::by_source(&source.subsidy, state.reader())}
        {head(words::BY_PERIOD, "save-subsidy-periods", save(Taken::SubsidyPeriods), lang)}
        {move || tables::by_period(&period.subsidy, state.reader())}
        <div class="table-tools">
            <label>{words::CHOOSE_PERIOD_OF_SUMS.of(lang)}
                <select id="subsidy-period" on:change=move |event| chosen.set(event_target_value(&event).parse().ok())>
                    <option value="">{words::ALL_PERIODS.of(lang)}</option>
                    {options.into_iter().map(|(at, name)| view! { <option value=at.to_string()>{name}</option> }).collect_view()}
                </select>
            </label>
        </div>
        {head(words::BY_LENDER, "save-subsidy-lenders", save(Taken::SubsidyLenders), lang)}
        {move || tables::by_lender(&lender.subsidy, chosen.get(), state.reader())}
        {head(words::BY_VILLAGE, "save-subsidy-villages", save(Taken::SubsidyVillages), lang)}
        {villages(state, village, chosen)}
    }
}

/// The villages of what is chosen, window by window.
fn villages(
    state: State,
    policy: Arc<PolicyReport>,
    chosen: RwSignal<Option<usize>>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    move || {
        let (policy, period) = (Arc::clone(&policy), chosen.get());
        let window = RwSignal::new(0_usize);
        let windows = tables::village_windows(&policy.subsidy, period);
        view! {
            {(windows > 1).then(|| view! {
                <div class="table-tools">
                    <button disabled=move || window.get() == 0 on:click=move |_| window.update(|at| *at = at.saturating_sub(1))>{words::EARLIER_ROWS.of(lang)}</button>
                    <button disabled=move || { window.get() + 1 >= windows } on:click=move |_| window.update(|at| *at += 1)>{words::LATER_ROWS.of(lang)}</button>
                </div>
            })}
            {move || tables::by_village(&policy.subsidy, period, window.get(), state.reader())}
        }
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

fn against_paid(state: State, policy: Arc<PolicyReport>) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    if !policy.subsidy.has_payments {
        return view! { <p>{words::NO_TABLE.of(lang)}</p> }.into_any();
    }
    let listed: Listed = RwSignal::new(None);
    let unit = move || state.unit.get().name(lang);
    let [found, left, unpaid] = [(); 3].map(|()| Arc::clone(&policy));
    let rows = move || {
        let (reader, faults) = (state.reader(), found.subsidy.faults.iter());
        let rows = faults.map(|found| fault(state, found, listed, reader));
        rows.collect_view()
    };
    view! {
        <table class="small-table">
            <thead><tr>
                <th scope="col">{words::FAULT.of(lang)}</th>
                <th scope="col">{words::NOTE.of(lang)}</th>
                <th scope="col" class="figure">{words::FOUND.of(lang)}</th>
                <th scope="col" class="figure">{words::AT_STAKE.of(lang)}" "{unit}</th>
                <th scope="col">{words::SEE_LIST.of(lang)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
        <p class="quiet">{move || unplaced(&left.subsidy, state.reader())}</p>
        {move || missing(&unpaid.subsidy, state.reader())}
        <MoneyListed state listed />
    }
    .into_any()
}

/// Payments that stand in no table above.
fn unplaced(report: &SubsidyReport, reader: Reader) -> String {
    let sum = |amount| {
        format!(
            "{} {}",
            reader.money_to_the_fen(amount).text,
            reader.unit.name(reader.lang)
        )
    };
    words::unplaced(
        &number::count(report.without_loan),
        &sum(report.without_loan_paid),
        &number::count(report.out_of_periods),
        &sum(report.out_of_periods_paid),
        reader.lang,
    )
}

fn fault(
    state: State,
    found: &FaultFigures,
    listed: Listed,
    reader: Reader,
) -> impl IntoView + use<> {
    let (kind, lang) = (found.fault, reader.lang);
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
            <td class="figure">{at_stake(found, reader)}</td>
            <td>{has_any.then(|| view! { <button class="plain" on:click=open>{words::SEE_LIST.of(lang)}</button> })}</td>
        </tr>
    }
}

/// The sum at stake, and of how many it is not known.
fn at_stake(found: &FaultFigures, reader: Reader) -> String {
    let amount = reader.money_to_the_fen(found.amount).text;
    match found.unknown_amounts {
        0 => amount,
        unknown => words::at_stake(&amount, &number::count(unknown), reader.lang),
    }
}

/// 漏统 by lender, which answers for it, and what may be.
fn missing(report: &SubsidyReport, reader: Reader) -> Option<impl IntoView + use<>> {
    let is_unpaid = |row: &&LenderSubsidy| row.missing.count + row.perhaps_missing.count > 0;
    let lenders = report.lenders.iter().filter(is_unpaid);
    let cells = |row: &LenderSubsidy| {
        vec![
            Shown::text(tables::lender_name(row.lender.as_deref(), reader.lang)),
            reader.count(row.missing.count),
            reader.money_to_the_fen(row.missing.amount),
            reader.count(row.perhaps_missing.count),
        ]
    };
    let rows: Vec<Vec<Shown>> = lenders.map(cells).collect();
    (!rows.is_empty()).then(|| {
        let of = MoneyTable {
            label: words::MISSING_BY_LENDER.of(reader.lang).to_owned(),
            headings: vec![
                table::LENDER,
                words::MISSING_BY_LENDER,
                words::DUE,
                words::PERHAPS_MISSING,
            ],
            names: 1,
            rows,
            total: Vec::new(),
        };
        money_table(of, reader.lang)
    })
}
