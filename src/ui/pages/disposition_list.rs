//! One work list: its filters, its rows in windows as they come into view, and ways to take it away.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::report::Report;
use crate::report::policy::{Disposition, WorkQuery, WorkRow};
use crate::text::fact::Named;
use crate::text::{Lang, Words, disposition as words, number};

use super::super::parts::grid::{Grid, GridSpec, Heading};
use super::super::parts::pick::{Pick, PickGroup};
use super::super::reader::{Reader, Shown};
use super::disposition::Room;
use super::disposition_rows::{WorkRows, save, show_sheets};
use super::loan::open_loan;

type Cell = fn(&WorkRow, Reader) -> Shown;

/// Heading, width, whether a figure, and the cells of each column.
const COLUMNS: [(Words, u32, bool, Cell); 13] = [
    (words::LOAN_NUMBER, 144, false, |row, _| {
        Shown::text(row.loan_number.clone())
    }),
    (words::TOWNSHIP, 96, false, |row, _| {
        Shown::text(row.township.clone())
    }),
    (words::VILLAGE, 96, false, |row, _| {
        Shown::text(row.village.clone())
    }),
    (words::LENDER, 128, false, |row, _| {
        Shown::text(row.lender.clone())
    }),
    (words::BALANCE, 88, true, |row, r| {
        r.money(row.outstanding_principal)
    }),
    (words::DUE_ON, 96, true, |row, _| {
        Shown::text(row.maturity_date.to_string())
    }),
    (words::DAYS_PAST_DUE, 72, true, |row, r| {
        r.count_if_known(row.days_past_due.map(u64::from))
    }),
    (words::STATE, 88, false, |row, r| {
        Shown::text(words::state(row.state).of(r.lang))
    }),
    (words::DISPOSITION, 104, false, |row, r| {
        Shown::text(words::name(row.disposition).of(r.lang))
    }),
    (words::BY, 104, true, deadline),
    (words::REASON, 320, false, |row, r| {
        Shown::text(words::sentence_of(&row.reason, r.lang))
    }),
    (words::TO_FIND_OUT, 192, false, |row, r| {
        let missing = row.missing.iter();
        let names: Vec<String> = missing.map(|own| words::unknown(*own, r.lang)).collect();
        Shown::text(names.join(words::AND.of(r.lang)))
    }),
    (words::ABILITY_AND_WILL, 112, false, |row, r| {
        let ability = row.ability.map_or("—", |own| own.name().of(r.lang));
        let willingness = row.willingness.map_or("—", |own| own.name().of(r.lang));
        Shown::text(format!("{ability} / {willingness}"))
    }),
];

/// The day, or that only the county can say it.
fn deadline(row: &WorkRow, reader: Reader) -> Shown {
    match (row.by, row.by_lacks) {
        (Some(day), _) => Shown {
            text: day.to_string(),
            fraction: row
                .duty
                .map(|duty| words::duty(duty).of(reader.lang).to_owned())
                .unwrap_or_default(),
            ..Shown::default()
        },
        (None, Some(unknown)) => Shown {
            text: words::UNDATED.of(reader.lang).to_owned(),
            fraction: words::unknown(unknown, reader.lang),
            ..Shown::default()
        },
        (None, None) => reader.missing(None),
    }
}

/// The list.
pub fn work_list(room: Room, report: &Arc<Report>) -> impl IntoView + use<> {
    let lang = room.state.lang.get_untracked();
    let rows = WorkRows::follow(room);
    let total = move || {
        let reader = room.state.reader();
        rows.total.get().map(|total| {
            let balance = number::money(total.outstanding_principal, reader.unit);
            let unit = reader.unit.name(lang);
            words::list_total(&number::count(total.loans), &balance, unit, lang)
        })
    };
    view! {
        {filters(room, report)}
        <div class="totals" role="status">
            <p>{total}</p>
            <button on:click=move |_| save(room)>{words::SAVE_LIST.of(lang)}</button>
            <button on:click=move |_| show_sheets(room, rows)>{words::PRINT_LIST.of(lang)}</button>
        </div>
        <p class="quiet">{move || rows.is_too_long.get().then_some(words::PRINT_TOO_MANY.of(lang))}</p>
        <p class="quiet">{words::RETURNED_NOTE.of(lang)}</p>
        <Grid spec=grid(room, rows) />
    }
}

fn filters(room: Room, report: &Arc<Report>) -> impl IntoView + use<> {
    let lang = room.state.lang.get_untracked();
    let named = |names: BTreeSet<String>, all: Words| {
        let own = names.into_iter().map(|name| (name.clone(), name));
        let all = (String::new(), all.of(lang).to_owned());
        [all].into_iter().chain(own).collect::<Vec<_>>()
    };
    let townships = report.townships.iter().map(|row| row.township.clone());
    let townships = named(townships.collect(), words::ALL_TOWNSHIPS);
    let lenders = report.lenders.iter().map(|row| row.lender.clone());
    let lenders = named(lenders.collect(), words::ALL_LENDERS);
    let dispositions = Disposition::ALL.iter().enumerate();
    let dispositions =
        dispositions.map(|(at, own)| (at.to_string(), words::name(*own).of(lang).to_owned()));
    let all = (String::new(), words::ALL_DISPOSITIONS.of(lang).to_owned());
    let dispositions: Vec<(String, String)> = [all].into_iter().chain(dispositions).collect();
    let by_disposition = |query: &WorkQuery| {
        let own = query.disposition.map(|own| (own as usize).to_string());
        own.unwrap_or_default()
    };
    let set_disposition = |query: &mut WorkQuery, chosen: String| {
        let at = chosen.parse::<usize>().ok();
        query.disposition = at.and_then(|at| Disposition::ALL.get(at).copied());
    };
    let set_township = |query: &mut WorkQuery, chosen: String| {
        query.township = (!chosen.is_empty()).then_some(chosen);
        query.village = None;
    };
    let set_lender = |query: &mut WorkQuery, chosen: String| {
        query.lender = (!chosen.is_empty()).then_some(chosen);
    };
    view! {
        <div class="filters">
            {choice(room, "work-disposition", words::DISPOSITION, dispositions, by_disposition, set_disposition)}
            {choice(room, "work-township", words::TOWNSHIP, townships,
                |query| query.township.clone().unwrap_or_default(), set_township)}
            {choice(room, "work-lender", words::LENDER, lenders,
                |query| query.lender.clone().unwrap_or_default(), set_lender)}
            <label class="tick">
                <input type="checkbox" prop:checked=move || room.query.with(|query| query.candidates_only)
                    on:change=move |event| room.query.update(|query| query.candidates_only = event_target_checked(&event)) />
                <span>{words::CANDIDATES_ONLY.of(lang)}</span>
            </label>
            <button on:click=move |_| room.query.set(WorkQuery::default())>{crate::text::register::CLEAR.of(lang)}</button>
        </div>
    }
}

fn choice(
    room: Room,
    id: &'static str,
    name: Words,
    options: Vec<(String, String)>,
    chosen: fn(&WorkQuery) -> String,
    set: fn(&mut WorkQuery, String),
) -> impl IntoView {
    let lang = room.state.lang.get_untracked();
    let current = Memo::new(move |_| room.query.with(chosen));
    let on_pick = Callback::new(move |picked: String| {
        room.query.update(|query| {
            // A day that was asked for with the list before is not one of this one's.
            (query.from, query.by, query.duty) = (None, None, None);
            set(query, picked);
        });
    });
    move || {
        let groups = vec![PickGroup {
            name: None,
            options: options.clone(),
        }];
        view! {
            <label><span>{name.of(lang)}</span>
                <Pick id=id.to_owned() label=name.of(lang).to_owned() groups chosen=current.get() on_pick />
            </label>
        }
    }
}

fn grid(room: Room, rows: WorkRows) -> GridSpec {
    let lang: Lang = room.state.lang.get_untracked();
    let headings = COLUMNS.map(|(name, width, is_figure, _)| Heading {
        text: name.of(lang).to_owned(),
        title: String::new(),
        is_figure,
        width: Signal::stored(width),
        is_sortable: false,
    });
    GridSpec {
        id: "work-list",
        label: words::LIST.of(lang).to_owned(),
        lang,
        headings: Arc::new(headings.to_vec()),
        count: Signal::derive(move || {
            rows.total
                .with(|own| own.as_ref().map_or(0, |own| own.loans))
        }),
        cells: Arc::new(move |at| {
            let reader = room.state.reader();
            let row = rows.row(at)?;
            Some(COLUMNS.map(|(.., cell)| cell(&row, reader)).to_vec())
        }),
        total: Signal::stored(Vec::new()),
        sorted: Signal::stored(None),
        on_sort: Callback::new(|_: usize| {}),
        on_open: Callback::new(move |(at, _): (u64, usize)| {
            if let Some(row) = untrack(|| rows.row(at)) {
                open_loan(room.state, row.row);
            }
        }),
        on_window: Some(Callback::new(move |(first, end): (u64, u64)| {
            rows.total.track();
            rows.need(first, end);
        })),
        note: Arc::new(move |at, _| match rows.row(at) {
            Some(row) => format!(
                "{} · {} · {}",
                row.loan_number,
                row.clause,
                words::LIST_HINT.of(lang)
            ),
            None => String::new(),
        }),
        is_whole: Signal::stored(false),
    }
}
