//! 到期: what falls due, month by month, and the calendar of the next twelve months.

use std::sync::Arc;

use leptos::prelude::*;

use crate::export;
use crate::platform::event;
use crate::report::{MonthRow, RegisterQuery, Report};
use crate::text::table::{self, Taken};
use crate::text::{figure as names, maturities as dues_words, number, overview as words};

use super::super::actions;
use super::super::parts::column::Column;
use super::super::parts::report_table::{TableSpec, report_table};
use super::super::pictures;
use super::super::reader::Shown;
use super::super::state::State;
use super::maturities_calendar::{Dues, DuesProps};

/// The attribute that names a bar's month.
const MONTH: &str = "data-month";

/// The room.
pub fn maturities(state: State, report: Arc<Report>) -> impl IntoView {
    let lang = state.lang.get_untracked();
    if report.maturities.is_empty() {
        return view! { <p class="unfilled">{words::MONTHS_NONE.of(lang)}</p> }.into_any();
    }
    let peaks: Vec<String> = report
        .maturities
        .iter()
        .filter(|row| row.is_peak == Some(true))
        .map(|row| row.month.to_string())
        .collect();
    let months = number::count(report.maturities.len() as u64);
    let summary = words::month_summary(&months, &peaks, lang);
    let rule = move || {
        state.policy.with(|policy| {
            let percent = policy.as_ref().map(|policy| policy.dues.peak_percent);
            percent.map(|percent| dues_words::peak_rule(percent, lang))
        })
    };
    let of_rules = Arc::clone(&report);
    let dues = move || match state.policy.get() {
        Some(policy) => {
            let report = Arc::clone(&of_rules);
            Dues(DuesProps {
                state,
                report,
                policy,
            })
            .into_any()
        }
        None => view! { <p class="quiet" role="status">{dues_words::ON_ITS_WAY.of(lang)}</p> }
            .into_any(),
    };
    let (drawn, clicked) = (Arc::clone(&report), Arc::clone(&report));
    let bars = move || pictures::months(&drawn, state.unit.get(), lang);
    let show = move |month: Option<String>| {
        let row = clicked
            .maturities
            .iter()
            .find(|row| Some(row.month.to_string()) == month);
        if let Some(row) = row {
            actions::show_loans(state, loans(row));
        }
    };
    let show_by_key = show.clone();
    view! {
        <section>
            <h2>{words::MATURITIES.of(lang)}</h2>
            <figure class="wide" aria-label=summary.clone() inner_html=bars
                on:click=move |event| show(event::marked_with(&event, MONTH))
                on:keydown=move |event| if event.key() == "Enter" { show_by_key(event::marked_with(&event, MONTH)) }></figure>
            <p class="quiet">{summary}" "{rule}</p>
            {table(state, &report)}
            <p class="quiet">{words::MONTH_HOUSEHOLDS.of(lang)}</p>
        </section>
        {dues}
    }
    .into_any()
}

fn loans(row: &MonthRow) -> RegisterQuery {
    RegisterQuery {
        maturity_month: Some(row.month),
        outstanding_only: true,
        ..RegisterQuery::default()
    }
}

fn table(state: State, report: &Arc<Report>) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let columns: Vec<Column<MonthRow>> = vec![
        Column {
            is_figure: false,
            ..Column::figure(
                table::MONTH,
                120,
                |row: &MonthRow, _| Shown::text(row.month.to_string()),
                |a, b| a.month.cmp(&b.month),
            )
        },
        Column::figure(
            table::LOANS,
            120,
            |row: &MonthRow, r| r.count(row.loans),
            |a, b| a.loans.cmp(&b.loans),
        )
        .with_total(|report, r| r.count(report.total.outstanding_loans)),
        Column::figure(
            table::HOUSEHOLDS,
            120,
            |row: &MonthRow, r| r.count(row.households),
            |a, b| a.households.cmp(&b.households),
        )
        .with_total(|report, r| r.count(report.total.outstanding_households)),
        Column::figure(
            names::FALLING_DUE,
            160,
            |row: &MonthRow, r| r.money(row.outstanding_principal),
            |a, b| a.outstanding_principal.cmp(&b.outstanding_principal),
        )
        .with_total(|report, r| r.money(report.total.outstanding_principal)),
        Column::figure(
            names::OVERDUE_PART,
            160,
            |row: &MonthRow, r| r.money(row.overdue_principal),
            |a, b| a.overdue_principal.cmp(&b.overdue_principal),
        )
        .with_total(|report, r| r.part_of_money(&report.total.overdue_by_amount)),
        Column {
            is_figure: false,
            ..Column::figure(
                table::PEAK,
                120,
                |row: &MonthRow, r| match row.is_peak {
                    Some(true) => Shown::text(names::IS_PEAK.of(r.lang)),
                    Some(false) => Shown::default(),
                    None => r.missing(None),
                },
                |a, b| a.is_peak.cmp(&b.is_peak),
            )
        },
    ];
    let columns = columns
        .into_iter()
        .map(|column| column.with_loans(loans))
        .collect();
    report_table(
        state,
        TableSpec {
            id: "months",
            label: words::MATURITIES.of(lang).to_owned(),
            report: Arc::clone(report),
            rows: |report| &report.maturities,
            only: None,
            columns,
            filter: None,
            csv: Some((Taken::Months, export::csv::months)),
            on_open: None,
        },
    )
}
