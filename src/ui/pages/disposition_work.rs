//! The work of each township and lender, batch by batch, as a table of any length.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::policy::{WorkGroup, WorkQuery};
use crate::text::{Words, disposition as words};

use super::super::parts::grid::{Grid, GridSpec, Heading};
use super::super::reader::{Reader, Shown};
use super::disposition::Room;

type Cell = fn(&WorkGroup, Reader) -> Shown;

/// Heading, width, whether a figure, and the cells of each column.
const COLUMNS: [(Words, u32, bool, Cell); 8] = [
    (words::TOWNSHIP, 128, false, |row, _| {
        Shown::text(row.township.clone())
    }),
    (words::LENDER, 176, false, |row, _| {
        Shown::text(row.lender.clone())
    }),
    (words::DISPOSITION, 128, false, |row, r| {
        Shown::text(words::name(row.batch.disposition).of(r.lang))
    }),
    (words::LOANS, 80, true, |row, r| {
        r.count(row.batch.loans.loans)
    }),
    (words::HOUSEHOLDS, 80, true, |row, r| {
        r.count(row.batch.households)
    }),
    (words::BALANCE, 112, true, |row, r| {
        r.money(row.batch.loans.outstanding_principal)
    }),
    (words::LATE, 96, true, |row, r| {
        r.count(row.batch.late.loans)
    }),
    (words::FIRST_DEADLINE, 112, true, |row, r| {
        match row.batch.first_deadline {
            Some(day) => Shown::text(day.to_string()),
            None => r.missing(None),
        }
    }),
];

/// The table.
pub fn groups(room: Room, work: &[WorkGroup]) -> impl IntoView + use<> {
    let lang = room.state.lang.get_untracked();
    let rows: Arc<Vec<WorkGroup>> = Arc::new(work.to_vec());
    let headings = COLUMNS.map(|(name, width, is_figure, _)| Heading {
        text: name.of(lang).to_owned(),
        title: String::new(),
        is_figure,
        width: Signal::stored(width),
        is_sortable: false,
    });
    let (count, shown, opened) = (rows.len() as u64, Arc::clone(&rows), rows);
    let spec = GridSpec {
        id: "work-groups",
        label: words::WORK_LISTS.of(lang).to_owned(),
        lang,
        headings: Arc::new(headings.to_vec()),
        count: Signal::stored(count),
        cells: Arc::new(move |at| {
            let reader = room.state.reader();
            let row = shown.get(usize::try_from(at).ok()?)?;
            Some(COLUMNS.map(|(.., cell)| cell(row, reader)).to_vec())
        }),
        total: Signal::stored(Vec::new()),
        sorted: Signal::stored(None),
        on_sort: Callback::new(|_: usize| {}),
        on_open: Callback::new(move |(at, _): (u64, usize)| {
            let row = usize::try_from(at).ok().and_then(|at| opened.get(at));
            if let Some(row) = row {
                room.show(query(row));
            }
        }),
        on_window: None,
        note: Arc::new(move |_, _| words::OPENS_LIST.of(lang).to_owned()),
        is_whole: room.state.is_printing.into(),
    };
    view! { <Grid spec /> }
}

fn query(row: &WorkGroup) -> WorkQuery {
    WorkQuery {
        disposition: Some(row.batch.disposition),
        township: Some(row.township.clone()),
        lender: Some(row.lender.clone()),
        ..WorkQuery::default()
    }
}
