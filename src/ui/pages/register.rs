//! 台账: every loan, filtered and sorted, in a table of any length; one row opens in full.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::{RegisterQuery, RegisterRow, RegisterSort, Report};
use crate::text::{Lang, Words, class, field, number, pages as page_words, register as words};

use super::super::actions;
use super::super::parts::grid::{Grid, GridSpec, Heading};
use super::super::reader::{Reader, Shown};
use super::super::state::State;
use super::loan::open_loan;
use super::register_filters::Filters;
use super::register_groups::Groups;
use super::register_rows::RegisterRows;
use super::register_views::{GroupBy, Views};
use crate::report::Field;

/// The id of the table's box.
pub const REGISTER: &str = "register";

/// A column: its heading, width, whether it is a figure, what it is sorted by, and its cells.
struct RegisterColumn {
    heading: Words,
    width: u32,
    is_figure: bool,
    sort: Option<RegisterSort>,
    cell: fn(&RegisterRow, Reader) -> Shown,
}

const fn column(
    heading: Words,
    width: u32,
    is_figure: bool,
    sort: Option<RegisterSort>,
    cell: fn(&RegisterRow, Reader) -> Shown,
) -> RegisterColumn {
    RegisterColumn {
        heading,
        width,
        is_figure,
        sort,
        cell,
    }
}

fn columns() -> Vec<RegisterColumn> {
    use RegisterSort as Sort;
    vec![
        column(
            field::name(Field::LoanNumber),
            144,
            false,
            Some(Sort::File),
            |row, _| Shown::text(row.loan_number.clone()),
        ),
        column(
            field::name(Field::HouseholdNumber),
            112,
            false,
            None,
            |row, _| Shown::text(row.household_number.clone()),
        ),
        column(
            field::name(Field::Township),
            96,
            false,
            Some(Sort::Place),
            |row, _| Shown::text(row.township.clone()),
        ),
        column(field::name(Field::Village), 96, false, None, |row, _| {
            Shown::text(row.village.clone())
        }),
        column(
            field::name(Field::Lender),
            144,
            false,
            Some(Sort::Lender),
            |row, _| Shown::text(row.lender.clone()),
        ),
        column(
            field::name(Field::DisbursedPrincipal),
            96,
            true,
            Some(Sort::DisbursedPrincipal),
            |row, r| r.money(row.disbursed_principal),
        ),
        column(
            field::name(Field::OutstandingPrincipal),
            96,
            true,
            Some(Sort::OutstandingPrincipal),
            |row, r| r.money(row.outstanding_principal),
        ),
        column(
            field::name(Field::DisbursementDate),
            96,
            true,
            Some(Sort::DisbursementDate),
            |row, _| Shown::text(row.disbursement_date.to_string()),
        ),
        column(
            field::name(Field::MaturityDate),
            96,
            true,
            Some(Sort::MaturityDate),
            maturity,
        ),
        column(
            words::DAYS_PAST_DUE,
            80,
            true,
            Some(Sort::DaysPastDue),
            |row, r| r.count_if_known(row.days_past_due.map(u64::from)),
        ),
        column(words::CLASS, 88, false, None, risk_class),
        column(words::IN_ROSTER, 56, false, None, |row, r| {
            in_roster(row, r.lang)
        }),
    ]
}

fn maturity(row: &RegisterRow, reader: Reader) -> Shown {
    match row.extended_maturity_date {
        Some(extended) => Shown {
            text: extended.to_string(),
            fraction: format!(
                "{} ← {}",
                words::EXTENDED.of(reader.lang),
                row.maturity_date
            ),
            ..Shown::default()
        },
        None => Shown::text(row.maturity_date.to_string()),
    }
}

/// The class, or that nothing is owed any more.
pub fn risk_class(row: &RegisterRow, reader: Reader) -> Shown {
    match row.class {
        Some(risk) => Shown {
            text: class::name(risk).of(reader.lang).to_owned(),
            class: super::loan::class_style(risk),
            ..Shown::default()
        },
        None => Shown::text(words::SETTLED.of(reader.lang)),
    }
}

fn in_roster(row: &RegisterRow, lang: Lang) -> Shown {
    Shown::text(match row.in_roster {
        Some(true) => words::YES.of(lang),
        Some(false) => words::NO.of(lang),
        None => page_words::MISSING_CELL.of(lang),
    })
}

/// The room.
pub fn register(state: State, report: Arc<Report>) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let rows = RegisterRows::follow(state);
    let is_grouped = Memo::new(move |_| state.query.with(|query| !query.group_by.is_empty()));
    let all = Arc::clone(&report);
    let table = move || {
        if is_grouped.get() {
            let report = Arc::clone(&all);
            return view! { <Groups state report /> }.into_any();
        }
        view! {
            <Grid spec=grid(state, rows) />
            <p class="paper-only">{words::PRINT_NOTE.of(lang)}</p>
        }
        .into_any()
    };
    view! {
        <div class="register-room">
            <Views state />
            <Filters state report=Arc::clone(&report) />
            <GroupBy state />
            <TotalsLine state rows />
            {table}
        </div>
    }
}

fn grid(state: State, rows: RegisterRows) -> GridSpec {
    let lang = state.lang.get_untracked();
    let columns = Arc::new(columns());
    let headings = columns
        .iter()
        .map(|column| Heading {
            text: column.heading.of(lang).to_owned(),
            title: String::new(),
            is_figure: column.is_figure,
            width: Signal::stored(column.width),
            is_sortable: column.sort.is_some(),
        })
        .collect();
    let (cells, sorts, order, notes) = (columns.clone(), columns.clone(), columns.clone(), columns);
    GridSpec {
        id: REGISTER,
        label: page_words::ROOM_REGISTER.of(lang).to_owned(),
        lang,
        headings: Arc::new(headings),
        count: Signal::derive(move || rows.totals.with(|t| t.as_ref().map_or(0, |t| t.page.loans))),
        cells: Arc::new(move |at| {
            let reader = state.reader();
            let row = rows.row(at)?;
            Some(
                cells
                    .iter()
                    .map(|column| (column.cell)(&row, reader))
                    .collect(),
            )
        }),
        total: Signal::derive(Vec::new),
        sorted: Signal::derive(move || {
            state.query.with(|query| {
                let at = sorts
                    .iter()
                    .position(|column| column.sort == Some(query.sort))?;
                (query.sort != RegisterSort::File || query.descending)
                    .then_some((at, query.descending))
            })
        }),
        on_sort: Callback::new(move |at: usize| {
            if let Some(sort) = order.get(at).and_then(|column| column.sort) {
                state.query.update(|query| turn(query, sort));
            }
        }),
        on_open: Callback::new(move |(at, _)| {
            if let Some(row) = untrack(|| rows.row(at)) {
                open_loan(state, row.row);
            }
        }),
        on_window: Some(Callback::new(move |(first, end)| {
            rows.totals.track();
            rows.need(first, end);
        })),
        note: Arc::new(move |at, column| {
            if notes.get(column).is_some_and(|column| !column.is_figure) {
                return words::OPEN_HINT.of(state.lang.get()).to_owned();
            }
            let cell = rows.row(at).zip(notes.get(column));
            cell.map_or_else(String::new, |(row, column)| {
                let reader = state.reader();
                let shown = (column.cell)(&row, reader);
                page_words::figure_note(
                    &row.loan_number,
                    column.heading.of(reader.lang),
                    &shown.text,
                    &shown.fraction,
                    reader.lang,
                )
            })
        }),
        is_whole: Signal::derive(|| false),
    }
}

fn turn(query: &mut RegisterQuery, sort: RegisterSort) {
    if query.sort == sort {
        query.descending = !query.descending;
    } else {
        query.sort = sort;
        query.descending = false;
    }
}

/// What fits the filters in all, and the button that saves it.
#[component]
fn TotalsLine(
    /// The state of the page.
    state: State,
    /// The rows.
    rows: RegisterRows,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let totals = move || {
        let reader = state.reader();
        let unit = reader.unit.name(lang);
        rows.totals.get().map(|totals| {
            let page = totals.page;
            let money = |name: Words, amount| view! {
                <div><dt>{name.of(lang)}</dt><dd><strong>{number::money(amount, reader.unit)}</strong>" "{unit}</dd></div>
            };
            view! {
                <div><dt>{words::FOUND_LOANS.of(lang)}</dt><dd><strong>{number::count(page.loans)}</strong></dd></div>
                {money(field::name(Field::DisbursedPrincipal), page.disbursed_principal)}
                {money(field::name(Field::OutstandingPrincipal), page.outstanding_principal)}
                {money(crate::text::figure::OVERDUE_PART, page.overdue_principal)}
            }
        })
    };
    view! {
        <div class="totals" role="status">
            <dl class="facts">{totals}</dl>
            <button on:click=move |_| actions::save_register(state)>{page_words::SAVE_CSV.of(lang)}</button>
        </div>
    }
}
