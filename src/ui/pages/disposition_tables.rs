//! The small tables of the room 处置: batches, standings, the week, reminders, what is to be found out.

use leptos::prelude::*;

use crate::report::Date;
use crate::report::policy::{BatchRow, Disposition, DispositionReport, Loans, WorkQuery};
use crate::text::{Words, disposition as words, number, table};

use super::disposition::Room;

/// A cell of loans: their balance, with their number behind it.
fn money(room: Room, loans: Loans) -> impl IntoView + use<> {
    let shown = move || {
        let reader = room.state.reader();
        number::money(loans.outstanding_principal, reader.unit)
    };
    view! { <td class="figure">{shown}</td> }
}

fn count(loans: u64) -> impl IntoView + use<> {
    view! { <td class="figure">{number::count(loans)}</td> }
}

/// A name that leads to the loans behind its row.
fn leading(room: Room, name: String, query: WorkQuery) -> impl IntoView + use<> {
    let lang = room.state.lang.get_untracked();
    let show = move |_| room.show(query.clone());
    view! {
        <th scope="row"><button class="link" title=words::OPENS_LIST.of(lang) on:click=show>{name}</button></th>
    }
}

fn heads(room: Room, names: &[(Words, bool)]) -> impl IntoView + use<> {
    let lang = room.state.lang.get_untracked();
    let cells = names
        .iter()
        .map(|(name, is_figure)| {
            let class = if *is_figure { "figure" } else { "" };
            view! { <th scope="col" class=class>{name.of(lang)}</th> }
        })
        .collect_view();
    view! { <thead><tr>{cells}</tr></thead> }
}

/// Rows of a table beyond which its box scrolls.
const ROWS_IN_VIEW: usize = 10;

/// A table in a box that scrolls, with the number of its rows where not all are in view.
fn scrolling(room: Room, label: Words, rows: usize, shown: impl IntoView) -> impl IntoView {
    let lang = room.state.lang.get_untracked();
    let note = (rows > ROWS_IN_VIEW).then(|| {
        let told = words::rows_in_all(&number::count(rows as u64), lang);
        view! { <p class="grid-note">{told}</p> }
    });
    view! {
        <div class="scrolls" tabindex="0" role="region" aria-label=label.of(lang)>{shown}</div>
        {note}
    }
}

/// The nine batches, their sum, and what lies across them.
pub fn batches(room: Room, own: &DispositionReport) -> impl IntoView + use<> {
    let lang = room.state.lang.get_untracked();
    let total = own.batches.iter().fold(Loans::default(), |sum, row| Loans {
        loans: sum.loans + row.loans.loans,
        outstanding_principal: sum.outstanding_principal + row.loans.outstanding_principal,
    });
    let rows = own
        .batches
        .iter()
        .map(|row| batch(room, row))
        .collect_view();
    let candidates = WorkQuery {
        candidates_only: true,
        ..WorkQuery::default()
    };
    let unit = move || room.state.unit.get().name(lang);
    view! {
        <table class="small-table">
            {heads(room, &[
                (words::DISPOSITION, false), (words::LOANS, true), (words::HOUSEHOLDS, true), (words::BALANCE, true),
                (words::OTHER_MONEY, true), (words::LATE, true), (words::UNDATED, true), (words::FIRST_DEADLINE, true),
            ])}
            <tbody>{rows}</tbody>
            <tfoot><tr>
                <th scope="row">{table::TOTAL.of(lang)}</th>
                {count(total.loans)}<td></td>{money(room, total)}<td colspan="4"></td>
            </tr></tfoot>
        </table>
        <p class="quiet">{words::BALANCE.of(lang)}" "{unit}</p>
        <p>
            <button class="link" on:click=move |_| room.show(candidates.clone())>{words::CANDIDATES.of(lang)}</button>
            " "{number::count(own.candidates.loans)}" · "<span class="quiet">{words::CANDIDATES_NOTE.of(lang)}</span>
        </p>
        <p>{words::HIDDEN.of(lang)}" "{number::count(own.hidden.loans)}</p>
    }
}

fn batch(room: Room, row: &BatchRow) -> impl IntoView + use<> {
    let lang = room.state.lang.get_untracked();
    let name = words::name(row.disposition).of(lang).to_owned();
    let query = WorkQuery {
        disposition: Some(row.disposition),
        ..WorkQuery::default()
    };
    let first = row.first_deadline.map(|day| day.to_string());
    view! {
        <tr>
            {leading(room, name, query)}
            {count(row.loans.loans)}{count(row.households)}{money(room, row.loans)}
            {money(room, row.other_money)}{count(row.late.loans)}{count(row.undated.loans)}
            <td class="figure">{first}</td>
        </tr>
    }
}

/// What the loans are.
pub fn standings(room: Room, own: &DispositionReport) -> impl IntoView + use<> {
    let lang = room.state.lang.get_untracked();
    let rows = own.standings.iter().filter(|row| row.loans.loans > 0);
    let rows = rows
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{words::state(row.state).of(lang)}</th>
                    {count(row.loans.loans)}{count(row.households)}{money(room, row.loans)}
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="small-table">
            {heads(room, &[
                (words::STATE, false), (words::LOANS, true), (words::HOUSEHOLDS, true), (words::BALANCE, true),
            ])}
            <tbody>{rows}</tbody>
        </table>
    }
}

/// What must happen in the coming seven days.
pub fn week(room: Room, own: &DispositionReport) -> impl IntoView + use<> {
    let lang = room.state.lang.get_untracked();
    if own.week.is_empty() {
        return view! { <p class="quiet">{words::MUST_DO_NONE.of(lang)}</p> }.into_any();
    }
    let rows = own
        .week
        .iter()
        .map(|row| {
            let query = WorkQuery {
                township: Some(row.township.clone()),
                from: Some(row.by),
                by: Some(row.by),
                duty: Some(row.duty),
                ..WorkQuery::default()
            };
            view! {
                <tr>
                    {leading(room, row.by.to_string(), query)}
                    <td>{words::duty(row.duty).of(lang)}</td><td>{row.township.clone()}</td>
                    {count(row.loans.loans)}{money(room, row.loans)}
                </tr>
            }
        })
        .collect_view();
    let shown = view! {
        <table class="small-table">
            {heads(room, &[
                (words::BY, false), (words::DUTY, false), (words::TOWNSHIP, false), (words::LOANS, true), (words::BALANCE, true),
            ])}
            <tbody>{rows}</tbody>
        </table>
    };
    scrolling(room, words::MUST_DO, own.week.len(), shown).into_any()
}

/// What falls due within 30, 60 and 90 days, by township.
pub fn reminders(room: Room, as_of: Date, own: &DispositionReport) -> impl IntoView + use<> {
    let rows = own
        .reminders
        .iter()
        .map(|row| {
            let query = WorkQuery {
                township: Some(row.township.clone()),
                disposition: Some(Disposition::Remind),
                from: Some(as_of),
                ..WorkQuery::default()
            };
            let cells = row
                .within
                .iter()
                .map(|loans| (count(loans.loans), money(room, *loans)))
                .collect_view();
            view! { <tr>{leading(room, row.township.clone(), query)}{cells}</tr> }
        })
        .collect_view();
    let shown = view! {
        <table class="small-table">
            {heads(room, &[
                (words::TOWNSHIP, false),
                (words::WITHIN_30, true), (words::BALANCE, true),
                (words::WITHIN_60, true), (words::BALANCE, true),
                (words::WITHIN_90, true), (words::BALANCE, true),
            ])}
            <tbody>{rows}</tbody>
        </table>
    };
    scrolling(room, words::REMINDERS, own.reminders.len(), shown)
}

/// What has to be found out, if anything.
pub fn missing(room: Room, own: &DispositionReport) -> impl IntoView + use<> {
    let lang = room.state.lang.get_untracked();
    let rows = own
        .missing
        .iter()
        .map(|row| {
            let query = WorkQuery {
                disposition: Some(Disposition::LookInto),
                ..WorkQuery::default()
            };
            view! {
                <tr>
                    {leading(room, words::unknown(row.unknown, lang), query)}
                    {count(row.loans.loans)}{money(room, row.loans)}
                </tr>
            }
        })
        .collect_view();
    (!own.missing.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words::TO_FIND_OUT.of(lang)}</h2>
                <p class="quiet">{words::TO_FIND_OUT_NOTE.of(lang)}</p>
                <table class="small-table">
                    {heads(room, &[(words::TO_FIND_OUT, false), (words::LOANS, true), (words::BALANCE, true)])}
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    })
}
