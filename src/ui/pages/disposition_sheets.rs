//! A work list laid out for paper: a village a page, its head repeated, a line to sign.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::page;
use crate::report::Date;
use crate::report::policy::WorkRow;
use crate::text::fact::Named;
use crate::text::number::{self, MoneyUnit};
use crate::text::{Lang, disposition as words, pages as page_words};

use super::disposition::Room;

/// The sheets, and the way back.
pub fn sheets(room: Room, as_of: Date, rows: Arc<Vec<WorkRow>>) -> impl IntoView {
    let lang = room.state.lang.get_untracked();
    let villages = rows
        .chunk_by(|a, b| (&a.township, &a.village) == (&b.township, &b.village))
        .map(|own| sheet(own, as_of, lang))
        .collect_view();
    view! {
        <div class="table-tools">
            <button on:click=move |_| page::print()>{page_words::PRINT.of(lang)}</button>
            <button on:click=move |_| room.sheets.set(None)>{page_words::CLOSE.of(lang)}</button>
        </div>
        {villages}
    }
}

fn sheet(rows: &[WorkRow], as_of: Date, lang: Lang) -> impl IntoView + use<> {
    let title = rows
        .first()
        .map(|row| words::sheet(&row.township, &row.village, &as_of.to_string(), lang));
    let balance = rows.iter().map(|row| row.outstanding_principal).sum();
    let unit = MoneyUnit::Yuan;
    let total = words::list_total(
        &number::count(rows.len() as u64),
        &number::money(balance, unit),
        unit.name(lang),
        lang,
    );
    let heads = [
        words::LOAN_NUMBER,
        words::HOUSEHOLD_NUMBER,
        words::LENDER,
        words::BALANCE,
        words::DUE_ON,
        words::DAYS_PAST_DUE,
        words::DISPOSITION,
        words::REASON,
        words::BY,
        words::ABILITY,
        words::WILLINGNESS,
        words::CAUSE,
    ];
    let heads = heads
        .map(|name| view! { <th scope="col">{name.of(lang)}</th> })
        .collect_view();
    let lines = rows.iter().map(|row| line(row, lang)).collect_view();
    view! {
        <section class="sheet">
            <h2>{title}</h2>
            <p class="quiet">{total}" · "{words::PRINTED_INTERNAL.of(lang)}</p>
            <table class="small-table">
                <thead><tr>{heads}</tr></thead>
                <tbody>{lines}</tbody>
            </table>
            <p class="signature">{words::SIGNATURE.of(lang)}</p>
        </section>
    }
}

fn line(row: &WorkRow, lang: Lang) -> impl IntoView + use<> {
    let days = row.days_past_due.map(|days| number::count(u64::from(days)));
    let by = row.by.map(|day| day.to_string());
    view! {
        <tr>
            <td>{row.loan_number.clone()}</td>
            <td>{row.household_number.clone()}</td>
            <td>{row.lender.clone()}</td>
            <td class="figure">{number::money(row.outstanding_principal, MoneyUnit::Yuan)}</td>
            <td>{row.maturity_date.to_string()}</td>
            <td class="figure">{days}</td>
            <td>{words::name(row.disposition).of(lang)}</td>
            <td>{words::sentence_of(&row.reason, lang)}</td>
            <td>{by}</td>
            <td>{row.ability.map(|own| own.name().of(lang))}</td>
            <td>{row.willingness.map(|own| own.name().of(lang))}</td>
            <td>{row.cause.map(|own| own.name().of(lang))}</td>
        </tr>
    }
}
