//! The loans that one check caught, each with its reason: asked of the worker in windows as they come into view.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::page;
use crate::report::Field;
use crate::report::policy::check_rows::CheckedRow;
use crate::text::{Words, compliance as words, field, pages as page_words, rules};

use super::super::parts::grid::{Grid, GridSpec, Heading};
use super::super::reader::{Reader, Shown};
use super::super::state::State;
use super::loan::open_loan;

/// The id of the table's box.
const CAUGHT: &str = "caught";
/// Rows asked for at once.
const BLOCK: u64 = 100;
/// Blocks kept; the farthest from what is in view go first.
const KEPT: usize = 80;
/// Rows that are put on paper at most.
const PRINTED: u64 = 1_000;

#[derive(Default)]
struct Blocks {
    rows: BTreeMap<u64, Vec<CheckedRow>>,
    asked: BTreeSet<u64>,
}

/// The rows as far as they are here.
#[derive(Clone, Copy)]
struct Rows {
    state: State,
    id: StoredValue<String>,
    blocks: StoredValue<Blocks>,
    /// Counts what arrives, so that whoever shows rows is told.
    arrived: RwSignal<u64>,
}

impl Rows {
    fn row(self, at: u64) -> Option<CheckedRow> {
        self.arrived.track();
        self.blocks.with_value(|blocks| {
            let block = blocks.rows.get(&(at / BLOCK))?;
            block.get((at % BLOCK) as usize).cloned()
        })
    }

    /// Sees to it that the rows in view come.
    fn need(self, first: u64, end: u64) {
        if end <= first {
            return;
        }
        for block in first / BLOCK..=(end - 1) / BLOCK {
            let is_here = self
                .blocks
                .with_value(|b| b.rows.contains_key(&block) || b.asked.contains(&block));
            if !is_here {
                self.ask(block);
            }
        }
    }

    fn ask(self, block: u64) {
        let Some(engine) = self.state.engine.get_untracked() else {
            return;
        };
        self.blocks.update_value(|blocks| {
            blocks.asked.insert(block);
        });
        let id = self.id.get_value();
        page::run(async move {
            let page = engine.check_rows(&id, block * BLOCK, BLOCK).await;
            // The check may have been left meanwhile, and its values with it.
            if self.blocks.try_with_value(|_| ()).is_none() {
                return;
            }
            match page {
                Ok(page) => self.keep(block, page.rows),
                Err(failure) => self.state.failure.set(Some(failure)),
            }
        });
    }

    fn keep(self, block: u64, rows: Vec<CheckedRow>) {
        self.blocks.update_value(|blocks| {
            blocks.asked.remove(&block);
            blocks.rows.insert(block, rows);
            while blocks.rows.len() > KEPT {
                let all = blocks.rows.keys().copied();
                let Some(farthest) = all.max_by_key(|at| at.abs_diff(block)) else {
                    break;
                };
                blocks.rows.remove(&farthest);
            }
        });
        self.arrived.update(|count| *count += 1);
    }
}

/// A column: its heading, width, whether it is a figure, and its cells.
type RowColumn = (Words, u32, bool, fn(&CheckedRow, Reader) -> Shown);

fn columns() -> Vec<RowColumn> {
    vec![
        (field::name(Field::LoanNumber), 144, false, |own, _| {
            Shown::text(own.row.loan_number.clone())
        }),
        (field::name(Field::HouseholdNumber), 112, false, |own, _| {
            Shown::text(own.row.household_number.clone())
        }),
        (field::name(Field::Township), 96, false, |own, _| {
            Shown::text(own.row.township.clone())
        }),
        (field::name(Field::Village), 96, false, |own, _| {
            Shown::text(own.row.village.clone())
        }),
        (field::name(Field::Lender), 144, false, |own, _| {
            Shown::text(own.row.lender.clone())
        }),
        (
            field::name(Field::DisbursedPrincipal),
            96,
            true,
            |own, r| r.money(own.row.disbursed_principal),
        ),
        (
            field::name(Field::OutstandingPrincipal),
            96,
            true,
            |own, r| r.money(own.row.outstanding_principal),
        ),
    ]
}

/// The list.
pub fn caught_loans(state: State, id: String, count: u64) -> AnyView {
    let lang = state.lang.get_untracked();
    let rows = Rows {
        state,
        id: StoredValue::new(id),
        blocks: StoredValue::new(Blocks::default()),
        arrived: RwSignal::new(0),
    };
    view! {
        <h4>{words::CAUGHT_LOANS.of(lang)}</h4>
        <Grid spec=grid(state, rows, count) />
    }
    .into_any()
}

fn reason(rows: Rows, own: &CheckedRow, reader: Reader) -> Shown {
    let id = rows.id.get_value();
    Shown::text(rules::sentence(&id, &own.reason, reader.lang))
}

fn grid(state: State, rows: Rows, count: u64) -> GridSpec {
    let lang = state.lang.get_untracked();
    let columns = Arc::new(columns());
    let heading = |name: Words, width: u32, is_figure: bool| Heading {
        text: name.of(lang).to_owned(),
        title: String::new(),
        is_figure,
        width: Signal::stored(width),
        is_sortable: false,
    };
    let mut headings: Vec<Heading> = columns
        .iter()
        .map(|(name, width, is_figure, _)| heading(*name, *width, *is_figure))
        .collect();
    headings.push(heading(words::REASON, 480, false));
    GridSpec {
        id: CAUGHT,
        label: words::CAUGHT_LOANS.of(lang).to_owned(),
        lang,
        headings: Arc::new(headings),
        count: Signal::stored(count),
        cells: Arc::new(move |at| {
            let reader = state.reader();
            let own = rows.row(at)?;
            let cells = columns.iter().map(|(_, _, _, cell)| cell(&own, reader));
            Some(cells.chain([reason(rows, &own, reader)]).collect())
        }),
        total: Signal::derive(Vec::new),
        sorted: Signal::derive(|| None),
        on_sort: Callback::new(|_| {}),
        on_open: Callback::new(move |(at, _)| {
            if let Some(own) = untrack(|| rows.row(at)) {
                open_loan(state, own.row.row);
            }
        }),
        on_window: Some(Callback::new(move |(first, end): (u64, u64)| {
            rows.need(first, end.min(count));
        })),
        note: Arc::new(move |at, _| match rows.row(at) {
            Some(own) => reason(rows, &own, state.reader()).text,
            None => page_words::WORKING.of(lang).to_owned(),
        }),
        is_whole: Signal::derive(move || state.is_printing.get() && count <= PRINTED),
    }
}
