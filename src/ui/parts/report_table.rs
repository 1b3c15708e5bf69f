//! A table of the report: sorted by header, filtered by typing, with a row of totals and a button that saves it.

use std::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::*;

use crate::report::Report;
use crate::text::number::MoneyUnit;
use crate::text::table::{self, Taken};
use crate::text::{Lang, Words, number, pages as words};

use super::super::actions;
use super::super::reader::{Reader, Shown};
use super::super::state::State;
use super::column::Column;
use super::grid::{Grid, GridSpec, Heading};

/// Whether a row is one of the table's.
pub type Only<R> = Arc<dyn Fn(&R) -> bool + Send + Sync>;

/// The bytes of the file that a table is saved as.
pub type Written = fn(&Report, Lang) -> Vec<u8>;

/// What a table of the report shows.
pub struct TableSpec<R: 'static> {
    /// The id of its box; unique on the page.
    pub id: &'static str,
    /// What it is.
    pub label: String,
    /// The report.
    pub report: Arc<Report>,
    /// Its rows in the report.
    pub rows: fn(&Report) -> &[R],
    /// Which of them; none for all.
    pub only: Option<Only<R>>,
    /// Its columns.
    pub columns: Vec<Column<R>>,
    /// The text that the filter looks into; none for a table too short to filter.
    pub filter: Option<fn(&R) -> String>,
    /// What the table is taken away as, and the bytes of the file.
    pub csv: Option<(Taken, Written)>,
    /// Told of a row that was opened, by its place in the report; none to show its loans.
    /// The words say what opening does.
    pub on_open: Option<(Words, Callback<usize>)>,
}

type Columns<R> = Arc<Vec<Column<R>>>;

/// The table.
pub fn report_table<R: Send + Sync + 'static>(
    state: State,
    spec: TableSpec<R>,
) -> impl IntoView + use<R> {
    let lang = state.lang.get_untracked();
    let columns: Columns<R> = Arc::new(spec.columns);
    let sorted = RwSignal::new(None::<(usize, bool)>);
    let sought = RwSignal::new(String::new());
    let order = order_of(
        &spec.report,
        spec.rows,
        &columns,
        spec.only,
        spec.filter,
        sorted,
        sought,
    );
    let all = order.with_untracked(Vec::len);
    let grid = GridSpec {
        id: spec.id,
        label: spec.label,
        lang,
        headings: Arc::new(
            columns
                .iter()
                .map(|column| heading(state, column))
                .collect(),
        ),
        count: Signal::derive(move || order.with(|order| order.len() as u64)),
        cells: cells_of(state, &spec.report, spec.rows, &columns, order),
        total: total_of(state, &spec.report, &columns),
        sorted: sorted.into(),
        on_sort: Callback::new(move |at: usize| {
            sorted.update(|sorted| *sorted = turned(*sorted, at))
        }),
        on_open: open_of(
            state,
            &spec.report,
            spec.rows,
            &columns,
            order,
            spec.on_open.map(|(_, on_open)| on_open),
        ),
        on_window: None,
        note: note_of(
            state,
            &spec.report,
            spec.rows,
            &columns,
            order,
            spec.on_open.map_or(words::SHOW_LOANS, |(opens, _)| opens),
        ),
        is_whole: state.is_printing.into(),
    };
    let left = move || {
        let left = order.with(|order| number::count(order.len() as u64));
        words::rows_left(&left, &number::count(all as u64), lang)
    };
    let has_filter = spec.filter.is_some();
    let report = Arc::clone(&spec.report);
    let save = spec.csv.map(|(name, bytes)| {
        let save = move |_| {
            let day = report.as_of.to_string();
            let name = table::file_name(table::taken(name), Some(&day), "csv");
            actions::save_csv(state, &name, &bytes(&report, lang));
        };
        view! { <button on:click=save>{words::SAVE_CSV.of(lang)}</button> }
    });
    view! {
        <div class="table-tools">
            {has_filter.then(|| view! {
                <label>{words::FILTER.of(lang)}
                    <input type="search" placeholder=words::FILTER_HINT.of(lang) bind:value=sought />
                </label>
            })}
            <span class="rows-left" role="status">{left}</span>
            {save}
        </div>
        <Grid spec=grid />
    }
}

/// A sum in yuan is four digits and a separator longer than in ten thousands.
const LONGER_IN_YUAN: u32 = 40;

fn heading<R>(state: State, column: &Column<R>) -> Heading {
    let lang = state.lang.get_untracked();
    let (width, is_money) = (column.width, column.is_money);
    Heading {
        text: column.heading.of(lang).to_owned(),
        title: column
            .definition
            .map_or_else(String::new, |definition| definition.of(lang).to_owned()),
        is_figure: column.is_figure,
        width: Signal::derive(move || match state.unit.get() {
            MoneyUnit::Yuan if is_money => width + LONGER_IN_YUAN,
            _ => width,
        }),
        is_sortable: column.order.is_some(),
    }
}

/// Downwards first for another column, then upwards, then the report's own order.
fn turned(sorted: Option<(usize, bool)>, at: usize) -> Option<(usize, bool)> {
    match sorted {
        Some((column, true)) if column == at => Some((at, false)),
        Some((column, false)) if column == at => None,
        _ => Some((at, true)),
    }
}

/// The places in the report of the rows shown, in the order shown.
fn order_of<R: Send + Sync + 'static>(
    report: &Arc<Report>,
    rows: fn(&Report) -> &[R],
    columns: &Columns<R>,
    only: Option<Only<R>>,
    filter: Option<fn(&R) -> String>,
    sorted: RwSignal<Option<(usize, bool)>>,
    sought: RwSignal<String>,
) -> Memo<Vec<u32>> {
    let (report, columns) = (Arc::clone(report), Arc::clone(columns));
    Memo::new(move |_| {
        let rows = rows(&report);
        let sought = sought.get();
        let sought = sought.trim();
        let fits = |row: &R| {
            only.as_ref().is_none_or(|only| only(row))
                && (sought.is_empty() || filter.is_none_or(|text| text(row).contains(sought)))
        };
        let mut order: Vec<u32> = (0..rows.len() as u32)
            .filter(|&at| fits(&rows[at as usize]))
            .collect();
        if let Some((column, is_down)) = sorted.get() {
            sort(&mut order, rows, &columns[column], is_down);
        }
        order
    })
}

/// Rows without a figure come last in either direction; ties keep the report's order.
fn sort<R>(order: &mut [u32], rows: &[R], column: &Column<R>, is_down: bool) {
    let Some(compare) = &column.order else {
        return;
    };
    let reader = Reader {
        lang: Lang::default(),
        unit: MoneyUnit::default(),
    };
    let missing: Vec<bool> = rows
        .iter()
        .map(|row| (column.cell)(row, reader).is_missing)
        .collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (a as usize, b as usize);
        let by_figure = || -> Ordering {
            let upwards = compare(&rows[a], &rows[b]);
            if is_down { upwards.reverse() } else { upwards }
        };
        missing[a].cmp(&missing[b]).then_with(by_figure)
    });
}

fn cells_of<R: Send + Sync + 'static>(
    state: State,
    report: &Arc<Report>,
    rows: fn(&Report) -> &[R],
    columns: &Columns<R>,
    order: Memo<Vec<u32>>,
) -> super::grid::Cells {
    let (report, columns) = (Arc::clone(report), Arc::clone(columns));
    Arc::new(move |at| {
        let reader = state.reader();
        let row = row_at(order, at).and_then(|row| rows(&report).get(row))?;
        Some(
            columns
                .iter()
                .map(|column| (column.cell)(row, reader))
                .collect(),
        )
    })
}

fn row_at(order: Memo<Vec<u32>>, at: u64) -> Option<usize> {
    order.with(|order| order.get(at as usize).map(|&row| row as usize))
}

fn total_of<R: Send + Sync + 'static>(
    state: State,
    report: &Arc<Report>,
    columns: &Columns<R>,
) -> Signal<Vec<Shown>> {
    let (report, columns) = (Arc::clone(report), Arc::clone(columns));
    Signal::derive(move || {
        if columns.iter().all(|column| column.total.is_none()) {
            return Vec::new();
        }
        let reader = state.reader();
        columns
            .iter()
            .enumerate()
            .map(|(at, column)| match &column.total {
                Some(total) => total(&report, reader),
                None if at == 0 => Shown::text(words::TOTAL.of(reader.lang)),
                None => Shown::default(),
            })
            .collect()
    })
}

fn open_of<R: Send + Sync + 'static>(
    state: State,
    report: &Arc<Report>,
    rows: fn(&Report) -> &[R],
    columns: &Columns<R>,
    order: Memo<Vec<u32>>,
    on_open: Option<Callback<usize>>,
) -> Callback<(u64, usize)> {
    let (report, columns) = (Arc::clone(report), Arc::clone(columns));
    Callback::new(move |(at, column): (u64, usize)| {
        let Some(row) =
            order.with_untracked(|order| order.get(at as usize).map(|&row| row as usize))
        else {
            return;
        };
        if let Some(on_open) = on_open {
            return on_open.run(row);
        }
        if let Some(loans) = columns.get(column).and_then(|column| column.loans.as_ref())
            && let Some(row) = rows(&report).get(row)
        {
            actions::show_loans(state, loans(row));
        }
    })
}

fn note_of<R: Send + Sync + 'static>(
    state: State,
    report: &Arc<Report>,
    rows: fn(&Report) -> &[R],
    columns: &Columns<R>,
    order: Memo<Vec<u32>>,
    opens: Words,
) -> super::grid::Note {
    let (report, columns) = (Arc::clone(report), Arc::clone(columns));
    Arc::new(move |at, column| {
        let reader = state.reader();
        let row = row_at(order, at).and_then(|row| rows(&report).get(row));
        let (Some(row), Some(column)) = (row, columns.get(column)) else {
            return String::new();
        };
        let names: Vec<String> = columns
            .iter()
            .filter(|column| !column.is_figure)
            .map(|column| (column.cell)(row, reader).text)
            .collect();
        if !column.is_figure {
            return match column.loans {
                Some(_) => opens.of(reader.lang).to_owned(),
                None => String::new(),
            };
        }
        let shown = (column.cell)(row, reader);
        let heading = column.heading.of(reader.lang);
        let mut note = words::figure_note(
            &names.join(" "),
            heading,
            &shown.text,
            &shown.fraction,
            reader.lang,
        );
        if let Some(definition) = column.definition {
            note.push_str(" — ");
            note.push_str(definition.of(reader.lang));
        }
        note
    })
}
