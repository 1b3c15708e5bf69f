//! 地图: the townships coloured by a figure, the figures of the one pointed at, and the villages of the one opened.

use std::sync::Arc;

use leptos::prelude::*;

use crate::charts::measure::Measure;
use crate::platform::{event, page};
use crate::report::{Report, VillageRow};
use crate::text::{Words, chart, map_room as words, number, table};

use super::super::figure::{self, Figure, HasFigures};
use super::super::parts::column::Column;
use super::super::parts::report_table::{TableSpec, report_table};
use super::super::pictures;
use super::super::state::State;
use super::overview::{figure_columns, township_name};

/// The attribute that names a shape's township.
const TOWNSHIP: &str = "data-township";
const MAP: &str = "map";

/// The room.
pub fn map(state: State, report: Arc<Report>) -> impl IntoView {
    let measure = RwSignal::new(Measure::ALL[0]);
    let opened = RwSignal::new(None::<String>);
    let pointed = RwSignal::new(None::<String>);
    let beside = {
        let report = Arc::clone(&report);
        move || match opened.get() {
            Some(township) => villages(state, &report, township, opened).into_any(),
            None => townships(state, &report, opened).into_any(),
        }
    };
    view! {
        <div class="map-room">
            <section class="map-side">
                <Measures state measure />
                <Picture state report=Arc::clone(&report) measure opened pointed />
                <Unmatched state report=Arc::clone(&report) />
            </section>
            <section class="map-beside">
                <Pointed state report=Arc::clone(&report) pointed opened />
                {beside}
            </section>
        </div>
    }
}

/// The choice of the figure that colours the map.
#[component]
fn Measures(
    /// The state of the page.
    state: State,
    /// The figure chosen.
    measure: RwSignal<Measure>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let options = Measure::ALL
        .iter()
        .enumerate()
        .map(|(at, choice)| view! { <option value=at.to_string()>{choice.label().of(lang)}</option> })
        .collect_view();
    let choose = move |event: leptos::ev::Event| {
        let chosen = event_target_value(&event).parse::<usize>().ok();
        if let Some(chosen) = chosen.and_then(|at| Measure::ALL.get(at)) {
            measure.set(*chosen);
        }
    };
    view! {
        <div class="table-tools">
            <label>{words::MEASURE.of(lang)}" "<select on:change=choose>{options}</select></label>
            <span class="quiet">{words::HOW.of(lang)}</span>
        </div>
    }
}

/// The map itself.
#[component]
fn Picture(
    /// The state of the page.
    state: State,
    /// The report.
    report: Arc<Report>,
    /// The figure that colours it.
    measure: RwSignal<Measure>,
    /// The township whose villages are shown.
    opened: RwSignal<Option<String>>,
    /// The township pointed at.
    pointed: RwSignal<Option<String>>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let count = number::count(report.townships.len() as u64);
    let summary = move || words::summary(measure.get().label().of(lang), &count, lang);
    let picture = move || {
        let shapes = state.shapes.get();
        opened.with(|opened| {
            pictures::map(
                shapes.as_deref(),
                &report,
                measure.get(),
                (state.unit.get(), lang),
                opened.as_deref(),
            )
        })
    };
    let open = move |township: Option<String>| {
        let Some(township) = township else {
            return;
        };
        opened.set(Some(township.clone()));
        page::run(async move {
            // The map is drawn anew for the choice; the focus goes back to the shape that was pressed.
            page::wait(0).await;
            page::focus_marked(MAP, TOWNSHIP, &township);
        });
    };
    let point = move |township: Option<String>| {
        if township.is_some() {
            pointed.set(township)
        }
    };
    view! {
        <figure id=MAP class="map" aria-label=words::MAP.of(lang) inner_html=picture
            on:click=move |event| open(event::marked_with(&event, TOWNSHIP))
            on:keydown=move |event| if event.key() == "Enter" || event.key() == " " {
                event.prevent_default();
                open(event::marked_with(&event, TOWNSHIP));
            }
            on:mouseover=move |event| point(event::marked_with(&event, TOWNSHIP))
            on:touchstart=move |event| point(event::marked_with(&event, TOWNSHIP))
            on:focusin=move |event| point(event::marked_with(&event, TOWNSHIP))></figure>
        <p class="quiet">{summary}</p>
    }
}

/// Names that the boundary file and the data do not share.
#[component]
fn Unmatched(
    /// The state of the page.
    state: State,
    /// The report.
    report: Arc<Report>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    if report.map.features == 0 {
        return view! { <p class="quiet">{words::NO_SHAPES.of(lang)}</p> }.into_any();
    }
    let listed = |title: Words, names: &[String]| {
        (!names.is_empty()).then(|| {
            let names = names.join(" · ");
            view! { <p><strong>{title.of(lang)}</strong>" "{names}</p> }
        })
    };
    view! {
        {listed(words::WITHOUT_SHAPE, &report.map.townships_without_shape)}
        {listed(words::WITHOUT_TOWNSHIP, &report.map.shapes_without_township)}
    }
    .into_any()
}

/// The figures of the township pointed at, else of the one opened, else of the county.
#[component]
fn Pointed(
    /// The state of the page.
    state: State,
    /// The report.
    report: Arc<Report>,
    /// The township pointed at.
    pointed: RwSignal<Option<String>>,
    /// The township whose villages are shown.
    opened: RwSignal<Option<String>>,
) -> impl IntoView {
    let shown = move || {
        let name = pointed.get().or_else(|| opened.get());
        let row = name.and_then(|name| report.townships.iter().find(|row| row.township == name));
        let reader = state.reader();
        let (name, figures) = match row {
            Some(row) => (row.township.clone(), &row.figures),
            None => (chart::COUNTY.of(reader.lang).to_owned(), &report.total),
        };
        let facts = figure::FEW_COLUMNS
            .iter()
            .map(|figure| {
                let cell = (figure.shown)(figures, reader);
                let unit = (figure.is_money && !cell.is_missing).then(|| reader.unit.name(reader.lang));
                view! {
                    <div><dt>{figure.name().of(reader.lang)}</dt>
                        <dd><strong>{cell.text}</strong>" "{unit}" "<span class="quiet">{cell.fraction}</span></dd></div>
                }
            })
            .collect_view();
        view! { <h2>{name}</h2><dl class="facts">{facts}</dl> }
    };
    view! { <div class="pointed">{shown}</div> }
}

fn townships(
    state: State,
    report: &Arc<Report>,
    opened: RwSignal<Option<String>>,
) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let mut columns = vec![township_name()];
    columns.extend(figure_columns(figure::FEW_COLUMNS));
    let rows = Arc::clone(report);
    let on_open = Callback::new(move |at: usize| {
        opened.set(rows.townships.get(at).map(|row| row.township.clone()));
    });
    let table = report_table(
        state,
        TableSpec {
            id: "map-townships",
            label: words::TABLE.of(lang).to_owned(),
            report: Arc::clone(report),
            rows: |report| &report.townships,
            only: None,
            columns,
            filter: Some(|row| row.township.clone()),
            csv: None,
            on_open: Some((words::OPENS_VILLAGES, on_open)),
        },
    );
    view! { <h2>{words::TABLE.of(lang)}</h2>{table} }
}

/// A figure's column whose total is the township's, not the county's.
fn of_township(figure: &'static Figure, township: &str) -> Column<VillageRow> {
    let township = township.to_owned();
    Column {
        total: Some(Box::new(move |report, reader| {
            let row = report.townships.iter().find(|row| row.township == township);
            row.map_or_else(
                || reader.missing(None),
                |row| (figure.shown)(&row.figures, reader),
            )
        })),
        ..Column::of_figure(figure)
    }
}

fn villages(
    state: State,
    report: &Arc<Report>,
    township: String,
    opened: RwSignal<Option<String>>,
) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let mut columns = vec![
        Column::name(table::VILLAGE, 104, |row: &VillageRow| &row.village)
            .with_loans(HasFigures::loans),
    ];
    columns.extend(
        figure::FEW_COLUMNS
            .iter()
            .map(|figure| of_township(figure, &township)),
    );
    let title = words::villages_of(&township, lang);
    let table = report_table(
        state,
        TableSpec {
            id: "map-villages",
            label: title.clone(),
            report: Arc::clone(report),
            rows: |report| &report.villages,
            only: Some(Arc::new(move |row| row.township == township)),
            columns,
            filter: Some(|row| row.village.clone()),
            csv: None,
            on_open: None,
        },
    );
    view! {
        <div class="section-head">
            <h2>{title}</h2>
            <button on:click=move |_| opened.set(None)>{words::CLOSE_VILLAGES.of(lang)}</button>
        </div>
        {table}
    }
}
