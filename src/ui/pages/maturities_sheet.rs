//! The sheet of a month: its days under their weekdays, each with what falls due, weekends and holidays marked.

use leptos::prelude::*;

use crate::report::policy::calendar::DueDay;
use crate::report::{Date, RegisterQuery};
use crate::text::{Lang, chart, maturities as words, number};

use super::super::actions;
use super::super::state::State;
use super::maturities_choice::DuesChoice;

/// The sheet.
#[component]
pub fn Sheet(
    /// The state of the page.
    state: State,
    /// What is chosen.
    choice: DuesChoice,
    /// 统计时点
    as_of: Date,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let count = move || choice.calendar.with(|calendar| calendar.months.len());
    let month = move || {
        choice.calendar.with(|calendar| {
            calendar
                .months
                .get(choice.month.get())
                .map(|month| month.month)
        })
    };
    let is_last = move || choice.month.get() + 1 >= count();
    let title = move || month().map(|month| chart::month(month, lang));
    let weeks = move || {
        let month = month()?;
        choice.calendar.with(|calendar| {
            let weeks = calendar.sheet(month).into_iter().map(|week| {
                let days = week
                    .into_iter()
                    .map(|day| cell(state, choice, day, as_of, lang))
                    .collect_view();
                view! { <tr>{days}</tr> }
            });
            Some(weeks.collect_view())
        })
    };
    let weekdays = words::WEEKDAYS.map(|name| view! { <th scope="col">{name.of(lang)}</th> });
    view! {
        <section class="sheet-section">
            <div class="section-head">
                <h2>{words::SHEET.of(lang)}" "{title}</h2>
                <div class="switch">
                    <button class="plain" disabled=move || choice.month.get() == 0
                        on:click=move |_| choice.month.update(|at| *at = at.saturating_sub(1))>{words::MONTH_BEFORE.of(lang)}</button>
                    <button class="plain" disabled=is_last
                        on:click=move |_| choice.month.update(|at| *at += 1)>{words::MONTH_AFTER.of(lang)}</button>
                </div>
                <p class="quiet">{words::SHEET_HINT.of(lang)}</p>
            </div>
            <table class="month-sheet" id="dues-sheet" aria-label=title>
                <thead><tr>{weekdays}</tr></thead>
                <tbody>{weeks}</tbody>
            </table>
        </section>
    }
}

fn cell(
    state: State,
    choice: DuesChoice,
    day: Option<&DueDay>,
    as_of: Date,
    lang: Lang,
) -> impl IntoView + use<> {
    let Some(&DueDay { day, due, off }) = day else {
        return view! { <td class="none"></td> }.into_any();
    };
    let (_, _, number_of_day) = day.ymd();
    let name = off.map(|off| words::day_off(off).of(lang));
    let head = view! {
        <span class="day-head"><span>{number_of_day}</span>{name.map(|name| view! { <small>{name}</small> })}</span>
    };
    let (is_off, is_past, is_today) = (off.is_some(), day < as_of, day == as_of);
    if due.loans == 0 {
        return view! { <td class:off=is_off class:past=is_past class:today=is_today>{head}</td> }
            .into_any();
    }
    let reader = state.reader();
    let money = chart::money(due.outstanding_principal, reader.unit, lang);
    let count = format!("{} {}", number::count(due.loans), chart::LOANS.of(lang));
    let label = words::cell(day, &number::count(due.loans), &money, name, lang);
    let (first, second) = if choice.by_count.get() {
        (count, money)
    } else {
        (money, count)
    };
    let show = move |_| {
        let query = RegisterQuery {
            due_from: Some(day),
            due_to: Some(day),
            ..choice.loans()
        };
        actions::show_loans(state, query);
    };
    view! {
        <td class:off=is_off class:past=is_past class:today=is_today>
            <button class="day-due" aria-label=label on:click=show>
                {head}<strong>{first}</strong><small>{second}</small>
            </button>
        </td>
    }
    .into_any()
}
