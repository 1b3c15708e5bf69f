//! 总览: the county's figures, the five classes, and the tables by township, village and lender.

use std::sync::Arc;

use leptos::prelude::*;

use crate::export;
use crate::export::sql::Dialect;
use crate::report::policy::class_rule;
use crate::report::{ClassFigures, LenderRow, RegisterQuery, Report, TownshipRow, VillageRow};
use crate::text::definition::Indicator;
use crate::text::table::Taken;
use crate::text::{
    class, definition, figure as names, number, overview as words, pages as page_words, table,
};

use super::super::actions;
use super::super::figure::{self, HasFigures};
use super::super::parts::column::Column;
use super::super::parts::headline::Headline;
use super::super::parts::report_table::{TableSpec, report_table};
use super::super::pictures;
use super::super::state::State;
use super::what_if::WhatIfDrawer;

/// The room.
pub fn overview(state: State, report: Arc<Report>) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let headlines = figure::HEADLINES
        .iter()
        .map(|figure| view! { <Headline state report=Arc::clone(&report) figure=figure /> })
        .collect_view();
    let whole = Arc::clone(&report);
    let save = move |_| {
        let day = whole.as_of.to_string();
        let name = table::file_name(table::taken(Taken::Report), Some(&day), "json");
        let report = Report {
            policy: state.policy.get_untracked().map(|policy| (*policy).clone()),
            ..(*whole).clone()
        };
        actions::save_json(state, &name, &export::json::report(&report));
    };
    let rules = Arc::clone(&report);
    let save_sql = move |dialect: Dialect| {
        let day = rules.as_of.to_string();
        let name = table::rules_as_sql(dialect.name());
        let name = table::file_name(&name, Some(&day), "sql");
        let text = export::sql::text(&export::sql::Asked {
            as_of: rules.as_of,
            parameters: &rules.settings.parameters,
            minimum_matured_loans: rules.settings.minimum_matured_loans,
            dialect,
        });
        actions::save_sql(state, &name, &text);
    };
    let save_spark = save_sql.clone();
    view! {
        <section>
            <div class="section-head">
                <h2>{words::HEADLINES.of(lang)}</h2>
                <p class="quiet">{page_words::as_of(report.as_of, lang)}</p>
                <button on:click=save disabled=move || state.policy.with(Option::is_none)>{page_words::SAVE_JSON.of(lang)}</button>
                <button on:click=move |_| save_spark(Dialect::Spark)>
                    {page_words::SAVE_SPARK.of(lang)}
                </button>
                <button on:click=move |_| save_sql(Dialect::DuckDb)>
                    {page_words::SAVE_DUCKDB.of(lang)}
                </button>
            </div>
            <ul class="headlines">{headlines}<NotInRoster state report=Arc::clone(&report) /></ul>
        </section>
        <WhatIfDrawer state report=Arc::clone(&report) />
        <Classes state report=Arc::clone(&report) />
        <section><h2>{words::BY_TOWNSHIP.of(lang)}</h2>{townships(state, &report)}</section>
        <section><h2>{words::BY_VILLAGE.of(lang)}</h2>{villages(state, &report)}</section>
        <section>
            <h2>{words::BY_LENDER.of(lang)}</h2>
            {lenders(state, &report)}
            <p class="quiet">{words::HOUSEHOLD_TOTAL.of(lang)}</p>
        </section>
    }
}

/// Loans whose household the roster lacks.
#[component]
fn NotInRoster(
    /// The state of the page.
    state: State,
    /// The report.
    report: Arc<Report>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let shown = Memo::new(move |_| {
        state
            .reader()
            .rate_of_counts(&report.not_in_roster.by_loans)
    });
    let show = move |_| {
        let query = RegisterQuery {
            not_in_roster: true,
            ..RegisterQuery::default()
        };
        actions::show_loans(state, query);
    };
    let meaning = definition::of(Indicator::NotInRosterByLoans).of(lang);
    view! {
        <li class="headline">
            <button class="headline-figure" on:click=show title=meaning>
                <span class="headline-name">{definition::name(Indicator::NotInRosterByLoans).of(lang)}</span>
                <strong>{move || shown.with(|shown| shown.text.clone())}</strong>
                <span class="headline-parts">{move || shown.with(|shown| shown.fraction.clone())}</span>
            </button>
            <details><summary>{page_words::DEFINITION.of(lang)}</summary><p>{meaning}</p></details>
        </li>
    }
}

/// The five classes: one bar, and the table of what it shows.
#[component]
fn Classes(
    /// The state of the page.
    state: State,
    /// The report.
    report: Arc<Report>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let parts: Vec<(String, String)> = report
        .total
        .classes
        .iter()
        .map(|c| {
            (
                class::name(c.class).of(lang).to_owned(),
                number::percent(c.by_amount.percent),
            )
        })
        .collect();
    let summary = words::class_summary(&parts, lang);
    let rule = class_rule(&report.settings.parameters, report.as_of);
    let drawn = Arc::clone(&report);
    let bar = move || pictures::classes(&drawn, state.unit.get(), lang);
    let rows = report
        .total
        .classes
        .iter()
        .cloned()
        .map(|figures| {
            let days = class::days(figures.class, &rule, lang);
            view! { <ClassRow state figures days /> }
        })
        .collect_view();
    let unit = move || state.unit.get().name(lang);
    view! {
        <section>
            <h2>{words::CLASSES.of(lang)}</h2>
            <div class="beside">
                <figure role="img" aria-label=summary.clone() inner_html=bar></figure>
                <table class="small-table">
                    <thead><tr>
                        <th scope="col">{names::CLASS.of(lang)}</th>
                        <th scope="col" class="figure">{table::LOANS.of(lang)}</th>
                        <th scope="col" class="figure">{names::LOANS_SHARE.of(lang)}</th>
                        <th scope="col" class="figure">{names::BALANCE.of(lang)}" "{unit}</th>
                        <th scope="col" class="figure">{names::BALANCE_SHARE.of(lang)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="quiet">{summary}" "{definition::of(Indicator::ClassByAmount).of(lang)}</p>
        </section>
    }
}

/// One class.
#[component]
fn ClassRow(
    /// The state of the page.
    state: State,
    /// The class's figures.
    figures: ClassFigures,
    /// The days past due that it stands for.
    days: String,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let risk = figures.class;
    let show = move |_| {
        let query = RegisterQuery {
            class: Some(risk),
            ..RegisterQuery::default()
        };
        actions::show_loans(state, query);
    };
    let by_loans = figures.by_loans;
    let loans = move || state.reader().count_if_known(by_loans.numerator).text;
    let loans_share = state.reader().rate_of_counts(&by_loans);
    let by_amount = figures.by_amount;
    let balance = move || state.reader().part_of_money(&by_amount).text;
    let amount_share = move || state.reader().rate_of_money(&by_amount);
    view! {
        <tr>
            <th scope="row">
                <button class="link" on:click=show title=days.clone()>{class::name(risk).of(lang)}</button>
                " "<span class="quiet">{days}</span>
            </th>
            <td class="figure">{loans}</td>
            <td class="figure" title=loans_share.fraction>{loans_share.text}</td>
            <td class="figure">{balance}</td>
            <td class="figure" title=move || amount_share().fraction>{move || amount_share().text}</td>
        </tr>
    }
}

/// The columns of figures that tables of groups have.
pub fn figure_columns<R: HasFigures + 'static>(
    figures: &'static [&'static figure::Figure],
) -> impl Iterator<Item = Column<R>> {
    figures.iter().map(|figure| Column::of_figure(figure))
}

/// The column of townships' names.
pub fn township_name() -> Column<TownshipRow> {
    Column::name(table::TOWNSHIP, 136, |row: &TownshipRow| &row.township)
        .with_loans(HasFigures::loans)
}

fn townships(state: State, report: &Arc<Report>) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let mut columns = vec![township_name()];
    columns.extend(figure_columns(figure::COLUMNS));
    report_table(
        state,
        TableSpec {
            id: "townships",
            label: words::BY_TOWNSHIP.of(lang).to_owned(),
            report: Arc::clone(report),
            rows: |report| &report.townships,
            only: None,
            columns,
            filter: Some(|row| row.township.clone()),
            csv: Some((Taken::Townships, export::csv::townships)),
            on_open: None,
        },
    )
}

fn villages(state: State, report: &Arc<Report>) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let mut columns = vec![
        Column::name(table::TOWNSHIP, 112, |row: &VillageRow| &row.township)
            .with_loans(HasFigures::loans),
        Column::name(table::VILLAGE, 104, |row: &VillageRow| &row.village)
            .with_loans(HasFigures::loans),
    ];
    columns.extend(figure_columns(figure::COLUMNS));
    report_table(
        state,
        TableSpec {
            id: "villages",
            label: words::BY_VILLAGE.of(lang).to_owned(),
            report: Arc::clone(report),
            rows: |report| &report.villages,
            only: None,
            columns,
            filter: Some(|row| format!("{}{}", row.township, row.village)),
            csv: Some((Taken::Villages, export::csv::villages)),
            on_open: None,
        },
    )
}

fn lenders(state: State, report: &Arc<Report>) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let mut columns = vec![
        Column::name(table::LENDER, 168, |row: &LenderRow| &row.lender)
            .with_loans(HasFigures::loans),
    ];
    columns.extend(figure_columns(figure::COLUMNS));
    report_table(
        state,
        TableSpec {
            id: "lenders",
            label: words::BY_LENDER.of(lang).to_owned(),
            report: Arc::clone(report),
            rows: |report| &report.lenders,
            only: None,
            columns,
            filter: None,
            csv: Some((Taken::Lenders, export::csv::lenders)),
            on_open: None,
        },
    )
}
