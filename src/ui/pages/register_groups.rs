//! The register in groups: a row for each combination of values, which opens into its loans.

use std::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::*;

use crate::export::{csv::Source, groups as export};
use crate::platform::page;
use crate::report::{Condition, Dimension, GroupFigures, RegisterGroups, RegisterQuery, Report};
use crate::text::definition::{Indicator, name as indicator_name};
use crate::text::table::{self, Taken};
use crate::text::{dimension as words, field, number, pages as page_words};

use super::super::actions;
use super::super::parts::grid::{Grid, GridSpec, Heading};
use super::super::reader::{Reader, Shown};
use super::super::state::State;
use crate::report::Field;

/// The id of the table's box.
const GROUPS: &str = "register-groups";

type Found = RwSignal<Option<Arc<RegisterGroups>>>;

/// Asks for the groups of the state's query whenever it or the report changes.
fn follow(state: State) -> Found {
    let found: Found = RwSignal::new(None);
    let turn = StoredValue::new(0_u64);
    Effect::new(move |_| {
        state.report.track();
        let query = state.query.get();
        turn.update_value(|turn| *turn += 1);
        let own = turn.get_value();
        let Some(engine) = state.engine.get_untracked() else {
            return;
        };
        if query.group_by.is_empty() {
            return;
        }
        page::run(async move {
            let groups = engine.register_groups(&query).await;
            // The room may have been left meanwhile, and its values with it.
            if turn.try_get_value() != Some(own) {
                return;
            }
            match groups {
                Ok(groups) => found.set(Some(Arc::new(groups))),
                Err(failure) => state.failure.set(Some(failure)),
            }
        });
    });
    found
}

/// The figures of a group: heading, width, cell, and order upwards.
struct FigureColumn {
    heading: crate::text::Words,
    width: u32,
    cell: fn(&GroupFigures, Reader) -> Shown,
    order: fn(&GroupFigures, &GroupFigures) -> Ordering,
}

fn figures() -> Vec<FigureColumn> {
    vec![
        FigureColumn {
            heading: table::LOANS,
            width: 80,
            cell: |own, r| r.count(own.loans),
            order: |a, b| a.loans.cmp(&b.loans),
        },
        FigureColumn {
            heading: table::HOUSEHOLDS,
            width: 80,
            cell: |own, r| r.count(own.households),
            order: |a, b| a.households.cmp(&b.households),
        },
        FigureColumn {
            heading: field::name(Field::OutstandingPrincipal),
            width: 128,
            cell: |own, r| r.money(own.outstanding_principal),
            order: |a, b| a.outstanding_principal.cmp(&b.outstanding_principal),
        },
        FigureColumn {
            heading: crate::text::figure::OVERDUE_PART,
            width: 128,
            cell: |own, r| r.part_of_money(&own.overdue_by_amount),
            order: |a, b| {
                let part = |own: &GroupFigures| own.overdue_by_amount.numerator;
                part(a).cmp(&part(b))
            },
        },
        FigureColumn {
            heading: indicator_name(Indicator::OverdueByAmount),
            width: 112,
            cell: |own, r| r.rate_of_money(&own.overdue_by_amount),
            order: |a, b| a.overdue_by_amount.compare(&b.overdue_by_amount),
        },
    ]
}

/// The groups, anew for other dimensions.
#[component]
pub fn Groups(
    /// The state of the page.
    state: State,
    /// The report.
    report: Arc<Report>,
) -> impl IntoView {
    let found = follow(state);
    // The headings are those of the groups that have come, not of those asked for.
    let dimensions = Memo::new(move |_| {
        found.with(|found| found.as_ref().map(|groups| groups.group_by.clone()))
    });
    move || {
        let report = Arc::clone(&report);
        dimensions
            .get()
            .map(|dimensions| view! { <GroupTable state found dimensions report /> })
    }
}

/// The table of groups by some dimensions.
#[component]
fn GroupTable(
    /// The state of the page.
    state: State,
    /// The groups.
    found: Found,
    /// By what.
    dimensions: Vec<Dimension>,
    /// The report.
    report: Arc<Report>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let sorted = RwSignal::new(None::<(usize, bool)>);
    let order = order(found, dimensions.len(), sorted);
    let save = move |_| {
        if let Some(groups) = found.get_untracked() {
            let bytes = export::groups(&groups, &Source::of(&report), lang);
            let day = report.as_of.to_string();
            let name = table::file_name(table::taken(Taken::Groups), Some(&day), "csv");
            actions::save_csv(state, &name, &bytes);
        }
    };
    let told = move || {
        let groups = found.get()?;
        let listed = groups.rows.len() as u64;
        Some(if listed < groups.groups {
            words::not_all(&number::count(listed), &number::count(groups.groups), lang)
        } else {
            format!(
                "{} {}",
                words::GROUPS.of(lang),
                number::count(groups.groups)
            )
        })
    };
    view! {
        <div class="table-tools">
            <span class="rows-left" role="status">{told}</span>
            <button on:click=save>{page_words::SAVE_CSV.of(lang)}</button>
        </div>
        <Grid spec=grid(state, found, &dimensions, sorted, order) />
    }
}

/// The places of the groups in the order shown; their own order where none is asked for.
fn order(
    found: Found,
    dimensions: usize,
    sorted: RwSignal<Option<(usize, bool)>>,
) -> Memo<Vec<u32>> {
    Memo::new(move |_| {
        let Some(groups) = found.get() else {
            return Vec::new();
        };
        let mut order: Vec<u32> = (0..groups.rows.len() as u32).collect();
        if let Some((column, is_down)) = sorted.get() {
            let figures = figures();
            order.sort_by(|&a, &b| {
                let (a, b) = (&groups.rows[a as usize], &groups.rows[b as usize]);
                let upwards = match column.checked_sub(dimensions) {
                    None => a.values.get(column).cmp(&b.values.get(column)),
                    Some(at) => figures
                        .get(at)
                        .map_or(Ordering::Equal, |own| (own.order)(&a.figures, &b.figures)),
                };
                if is_down { upwards.reverse() } else { upwards }
            });
        }
        order
    })
}

fn headings(state: State, dimensions: &[Dimension]) -> Vec<Heading> {
    let lang = state.lang.get_untracked();
    let heading = |text: &str, width: u32, is_figure: bool| Heading {
        text: text.to_owned(),
        title: String::new(),
        is_figure,
        width: Signal::stored(width),
        is_sortable: true,
    };
    let names = dimensions.iter();
    let names = names.map(|own| heading(words::name(*own).of(lang), 136, false));
    let figures = figures().into_iter();
    names
        .chain(figures.map(|own| heading(own.heading.of(lang), own.width, true)))
        .collect()
}

fn grid(
    state: State,
    found: Found,
    dimensions: &[Dimension],
    sorted: RwSignal<Option<(usize, bool)>>,
    order: Memo<Vec<u32>>,
) -> GridSpec {
    let lang = state.lang.get_untracked();
    let count = dimensions.len();
    let row_at = move |at: u64| order.with(|order| order.get(at as usize).copied());
    GridSpec {
        id: GROUPS,
        label: words::GROUP_BY.of(lang).to_owned(),
        lang,
        headings: Arc::new(headings(state, dimensions)),
        count: Signal::derive(move || order.with(|order| order.len() as u64)),
        cells: Arc::new(move |at| {
            let reader = state.reader();
            let groups = found.get()?;
            let row = groups.rows.get(row_at(at)? as usize)?;
            let values = row.values.iter();
            let values = values.map(|value| Shown::text(words::value(value, reader.lang)));
            let own = figures().into_iter();
            Some(
                values
                    .chain(own.map(|own| (own.cell)(&row.figures, reader)))
                    .collect(),
            )
        }),
        total: Signal::derive(move || {
            let reader = state.reader();
            let Some(groups) = found.get() else {
                return Vec::new();
            };
            let first = Shown::text(page_words::TOTAL.of(reader.lang));
            let blank = (1..count).map(|_| Shown::default());
            let own = figures().into_iter();
            let own = own.map(|own| (own.cell)(&groups.total, reader));
            std::iter::once(first).chain(blank).chain(own).collect()
        }),
        sorted: sorted.into(),
        on_sort: Callback::new(move |at: usize| {
            sorted.update(|sorted| {
                *sorted = match *sorted {
                    Some((column, true)) if column == at => Some((at, false)),
                    Some((column, false)) if column == at => None,
                    _ => Some((at, true)),
                }
            });
        }),
        on_open: Callback::new(move |(at, _): (u64, usize)| {
            let row = untrack(|| row_at(at));
            let (Some(groups), Some(row)) = (found.get_untracked(), row) else {
                return;
            };
            state
                .query
                .update(|query| open(query, &groups, row as usize));
        }),
        on_window: None,
        note: Arc::new(move |_, _| words::OPENS_GROUP.of(state.lang.get()).to_owned()),
        is_whole: state.is_printing.into(),
    }
}

/// The loans of a group: its values become filters, in the place of filters of the same dimensions.
fn open(query: &mut RegisterQuery, groups: &RegisterGroups, row: usize) {
    let Some(row) = groups.rows.get(row) else {
        return;
    };
    let is_of_group = |dimension: Dimension| groups.group_by.contains(&dimension);
    query
        .conditions
        .retain(|condition| !is_of_group(condition.dimension));
    let own = groups.group_by.iter().zip(&row.values);
    query
        .conditions
        .extend(own.map(|(dimension, value)| Condition {
            dimension: *dimension,
            value: value.clone(),
        }));
    query.group_by.clear();
}
